"""The codebook: what can be done to the tags themselves.

A tag is below another when its name begins with the name of that one and a slash: `claim/figure` is below
`claim`, whether or not there is a tag `claim`. Whatever is done to a tag is done to those below it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.articles import clean_line, clean_text
from reader.notebook.colours import next_colour
from reader.notebook.history import labels
from reader.notebook.history.steps import DocumentChange
from reader.notebook.model import NotebookError, Tag
from reader.notebook.schema.documents import is_colour, new_id, tag_document, utc_now
from reader.notebook.tag_names import normal_tag_name
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from reader.notebook.actions.codebook_file import TagEntry
    from reader.notebook.actions.context import ActionContext
    from reader.notebook.model import Annotation


@dataclass(frozen=True, slots=True)
class Reach:
    """What a change of a tag would touch."""

    tags: int
    """The tag and those below it."""
    annotations: int
    """Those that carry any of these tags."""

    @property
    def in_words(self) -> str:
        """The same, to be shown before it is done, as in "2 tags on 31 annotations"."""
        return f"{counted(self.tags, 'tag')} on {counted(self.annotations, 'annotation')}"


class Codebook:
    """The tags of a notebook.

    Every change is one step of undo, and raises NotebookError when it is refused.
    """

    def __init__(self, context: ActionContext) -> None:
        self._context = context
        self._saved: dict[Path, str] = {}
        """What was saved to files, to be replaced without asking as long as nobody else has changed it."""

    # What is there

    def recent(self) -> tuple[Tag, ...]:
        """The tags that this coder has put on anything; first those on what was changed last."""
        used: dict[str, str] = {}
        for annotation in filter(self._context.is_mine, self._context.state.annotations.values()):
            for tag_id in annotation.tags:
                used[tag_id] = max(used.get(tag_id, ""), annotation.modified)
        known = (tag for tag in self._context.state.all_tags() if tag.id in used)
        return tuple(sorted(known, key=lambda tag: used[tag.id], reverse=True))

    def named(self, name: str) -> Tag | None:
        """Give the tag of this name, whatever its case."""
        wanted = normal_tag_name(name).casefold()
        return next((tag for tag in self._context.state.tags.values() if tag.name.casefold() == wanted), None)

    def __contains__(self, tag_id: object) -> bool:
        """Whether there is a tag with this id."""
        return tag_id in self._context.state.tags

    def pinned_to(self, digit: int) -> Tag | None:
        """Return the tag that is pinned to this digit; None if there is none."""
        return next((tag for tag in self._context.state.tags.values() if tag.digit == digit), None)

    def family(self, tag_id: str) -> frozenset[str]:
        """Return the ids of this tag and of those below it: what carries one of them counts as the tag's."""
        return frozenset(tag.id for tag in self._family(tag_id))

    @property
    def last_put(self) -> str | None:
        """The id of the tag that this coder put on something last, as far as the steps of undo go back."""
        for step in self._context.history.steps.done_last_first():
            for change in step.changes:
                if tag_id := self._put_by(change):
                    return tag_id
        return None

    def _put_by(self, change: DocumentChange) -> str | None:
        """Return the tag that was put on by what this change takes back; None if that did something else."""
        annotations = self._context.state.annotations
        there = annotations.get(change.id) if change.table == "annotations" else None
        if there is None or not there.tags or not self._context.is_mine(there):
            return None
        before = () if change.act == "remove" else change.fields.get("tags", there.tags)
        return next((tag for tag in reversed(there.tags) if tag not in before), None)

    def below(self, tag_id: str) -> tuple[Tag, ...]:
        """Give the tags below this one, by name."""
        start = self._context.tag(tag_id).name.casefold() + "/"
        return tuple(tag for tag in self._context.state.all_tags() if tag.name.casefold().startswith(start))

    def reach(self, tag_id: str) -> Reach:
        """Say beforehand what renaming, moving, merging or deleting this tag touches."""
        family = {tag.id for tag in self._family(tag_id)}
        return Reach(len(family), len(self._carrying(family)))

    # What can be done

    def create(
        self, name: str, *, colour: str | None = None, description: str = "", pinned: bool = True
    ) -> Tag:
        """Make a tag.

        :param name: with its parents, as in `claim/figure`; refused when it is empty or taken.
        :param colour: `#RRGGBB`; else the next one of ours.
        :param pinned: to the first free digit.
        """
        self._context.opened.must_be_writable()
        name = self._free(name)
        tags = self._context.state.tags.values()
        digits = set(range(1, 10)) - {tag.digit for tag in tags} if pinned else set()
        if colour is not None and not is_colour(colour):
            raise NotebookError(f"{clean_line(colour)} is not a colour such as #2083DF.")
        tag = Tag(
            id=new_id(),
            name=name,
            colour=colour or next_colour(tag.colour for tag in tags),
            digit=min(digits, default=None),
            description=clean_text(description).strip(),
        )
        self._context.history.do(f"new {labels.tag_label(tag)}", [_added(tag)])
        return tag

    def pin(self, tag_id: str, digit: int | None) -> None:
        """Pin a tag to a digit, 1–9, that no other tag has any more then; None takes its digit off."""
        self._context.opened.must_be_writable()
        tag = self._context.tag(tag_id)
        if digit not in (None, *range(1, 10)):
            raise NotebookError(f"Tags are pinned to the digits 1 to 9, not to {digit}.")
        what = "unpinned" if digit is None else f"pinned to {digit}"
        self._context.history.do(f"{labels.tag_label(tag)} {what}", self._pinned(tag, digit))

    def colour(self, tag_id: str, colour: str) -> None:
        """Give a tag a colour, `#RRGGBB`."""
        if not is_colour(colour):
            raise NotebookError(f"{clean_line(colour)} is not a colour such as #2083DF.")
        self._set(tag_id, "colour", colour)

    def describe(self, tag_id: str, description: str) -> None:
        """Write down what a tag means and when it is to be used; several lines."""
        self._set(tag_id, "description", clean_text(description).strip())

    def rename(self, tag_id: str, name: str) -> None:
        """Give a tag another name; those below it follow. Refused when a name is taken: `merge` them then."""
        self._context.opened.must_be_writable()
        tag = self._context.tag(tag_id)
        family = self._family(tag_id)
        name = self._free(name, family)
        changes = [_renamed(each, self._free(name + each.name[len(tag.name) :], family)) for each in family]
        if name != tag.name:
            self._context.history.do(
                f"{labels.tag_label(tag)} renamed to {labels.quoted_name(name)}", changes
            )

    def move(self, tag_id: str, parent_id: str | None) -> None:
        """Put a tag, with those below it, below another one; None puts it at the top."""
        tag = self._context.tag(tag_id)
        leaf = tag.name.rpartition("/")[2]
        if parent_id is None:
            self.rename(tag_id, leaf)
            return
        if parent_id in {each.id for each in self._family(tag_id)}:
            raise NotebookError(f"“{tag.name}” cannot be moved below itself.")
        self.rename(tag_id, f"{self._context.tag(parent_id).name}/{leaf}")

    def merge(self, tag_id: str, into_id: str) -> None:
        """Make one tag of two: the first is no more, and what carried it carries the second.

        Tags below the first come below the second, one with those of the same names there. The second keeps
        its name and colour, and takes digit and description if it has none.
        """
        self._context.opened.must_be_writable()
        tag, into = self._context.tag(tag_id), self._context.tag(into_id)
        family = self._family(tag_id)
        if into in family:
            raise NotebookError(f"“{tag.name}” cannot be merged with itself or a tag below it.")
        changes: list[DocumentChange] = []
        instead: dict[str, str] = {}
        for each in family:
            name = into.name + each.name[len(tag.name) :]
            there = self.named(name)
            if there is None or there in family:
                changes.append(_renamed(each, name))
            else:
                instead[each.id] = there.id
                changes += [DocumentChange("remove", "tags", each.id, {}), *_inherited(there, each)]
        changes = [*self._retagged(instead), *changes]
        self._context.history.do(
            f"{labels.tag_label(tag)} merged into {labels.quoted_name(into.name)}", changes
        )

    def delete(self, tag_id: str) -> None:
        """Take a tag, and those below it, out of the codebook and off all annotations.

        An annotation without tags and note goes with them.
        """
        self._context.opened.must_be_writable()
        tag, family = self._context.tag(tag_id), self._family(tag_id)
        changes = self._retagged(dict.fromkeys((each.id for each in family), ""))
        changes += [DocumentChange("remove", "tags", each.id, {}) for each in family]
        self._context.history.do(f"{labels.tag_label(tag)} deleted", changes)

    def save(self, path: Path, *, replace: bool = False) -> None:
        """Write the codebook to a file that people can read and `load` takes; see `codebook_file`.

        :param replace: another codebook that is there; one that was saved by this needs no leave.
        :raises WouldReplaceError: there is one.
        :raises NotebookError: it cannot be written, or would write over something else.
        """
        from reader.notebook.actions import codebook_file  # noqa: PLC0415 — only when asked for

        tags, ours = self._context.state.all_tags(), self._saved.get(path, "")
        self._saved[path] = codebook_file.write(path, tags, replace=replace, ours=ours)

    def load(self, path: Path) -> tuple[int, int]:
        """Take in a codebook from a file: new tags are added, those of the same names are brought up to date.

        No tag is ever taken away by it. Where the file names no digits, new tags get the free ones. Gives how
        many were added and how many are others now.

        :raises NotebookError: it cannot be read, or is no codebook; nothing has changed then.
        """
        self._context.opened.must_be_writable()
        from reader.notebook.actions import codebook_file  # noqa: PLC0415

        added = updated = 0
        entries = codebook_file.read(path)
        pinned = not any(entry.digit for entry in entries)  # else the file says which are
        with self._context.history.step(f"codebook of {len(entries):,} tags loaded"):
            for entry in entries:
                there = self.named(entry.name)
                new = self.create(entry.name, pinned=pinned) if there is None else there
                changed = self._bring_up_to_date(new, entry)
                added += there is None
                updated += there is not None and changed
        return added, updated

    # How it is done

    def _bring_up_to_date(self, tag: Tag, entry: TagEntry) -> bool:
        """Give a tag what a file says of it; give whether it is another now."""
        said = {"colour": entry.colour, "description": entry.description}
        fields = {name: value for name, value in said.items() if value and value != getattr(tag, name)}
        changes = [DocumentChange("set", "tags", tag.id, fields)] if fields else []
        if entry.digit is not None:
            changes += self._pinned(tag, entry.digit)
        self._context.history.do("", changes)
        return bool(changes)

    def _family(self, tag_id: str) -> tuple[Tag, ...]:
        return self._context.tag(tag_id), *self.below(tag_id)

    def _free(self, name: str, family: Iterable[Tag] = ()) -> str:
        """Give the name as it is kept, if no tag but these has it."""
        name = normal_tag_name(name)
        if not name:
            raise NotebookError("A tag needs a name.")
        known = self.named(name)
        if known is not None and known not in family:
            raise NotebookError(f"There is a tag “{known.name}” already.")
        return name

    def _set(self, tag_id: str, field: str, value: str) -> None:
        self._context.opened.must_be_writable()
        tag = self._context.tag(tag_id)
        if getattr(tag, field) != value:
            self._context.history.do(
                f"{field} of {labels.tag_label(tag)}",
                [DocumentChange("set", "tags", tag_id, {field: value})],
            )

    def _pinned(self, tag: Tag, digit: int | None) -> list[DocumentChange]:
        if tag.digit == digit:
            return []
        others = [
            each for each in self._context.state.all_tags() if each.digit == digit and digit is not None
        ]
        return [
            *(DocumentChange("set", "tags", each.id, {"digit": None}) for each in others),
            DocumentChange("set", "tags", tag.id, {"digit": digit}),
        ]

    def _carrying(self, tags: Iterable[str]) -> list[Annotation]:
        wanted = set(tags)
        return [each for each in self._context.state.annotations.values() if not wanted.isdisjoint(each.tags)]

    def _retagged(self, instead: Mapping[str, str]) -> list[DocumentChange]:
        """Give the changes that put other tags in the place of these; nothing: none."""
        changes = []
        now = utc_now()
        for annotation in self._carrying(instead):
            before = self._context.document(annotation)["tags"]
            tags = [name for name in dict.fromkeys(instead.get(name, name) for name in before) if name]
            if tags or annotation.note:
                fields = {"tags": tags, "modified": now}
                changes.append(DocumentChange("set", "annotations", annotation.id, fields))
            else:
                changes.append(DocumentChange("remove", "annotations", annotation.id, {}))
        return changes


def _added(tag: Tag) -> DocumentChange:
    return DocumentChange("insert", "tags", tag.id, tag_document(tag))


def _renamed(tag: Tag, name: str) -> DocumentChange:
    return DocumentChange("set", "tags", tag.id, {"name": name})


def _inherited(tag: Tag, other: Tag) -> list[DocumentChange]:
    """Give the changes by which a tag takes over what it has not and the other one has."""
    fields = {
        field: getattr(other, field)
        for field in ("digit", "description")
        if getattr(other, field) and not getattr(tag, field)
    }
    return [DocumentChange("set", "tags", tag.id, fields)] if fields else []
