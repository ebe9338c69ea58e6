"""The codebook: what can be done to the tags themselves.

A tag is below another when its name begins with the name of that one and a slash: `claim/figure` is below
`claim`, whether or not there is a tag `claim`. A tag and those below it are a family: what is done to a tag
is done to its family.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.actions.tagging import with_tags
from reader.notebook.colours import next_colour
from reader.notebook.history.labels import quoted_name, tag_label
from reader.notebook.history.steps import DocumentChange
from reader.notebook.model import NotebookError, Tag
from reader.notebook.schema.documents import is_colour, new_id, utc_now
from reader.notebook.tag_names import normal_tag_name
from reader.text.cleaning import clean_line, clean_text
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from reader.notebook.actions.codebook_file import TagEntry
    from reader.notebook.actions.context import ActionContext
    from reader.notebook.model import Annotation


@dataclass(frozen=True, slots=True)
class Reach:
    """How much a change of a tag touches."""

    tags: int
    """The tag and those below it."""
    annotations: int
    """Those that carry any of these tags."""

    @property
    def in_words(self) -> str:
        """Both numbers, as in "2 tags on 31 annotations"."""
        return f"{counted(self.tags, 'tag')} on {counted(self.annotations, 'annotation')}"


class Codebook:
    """The tags of a notebook.

    Every change is one step of undo, and raises NotebookError when it is refused.
    """

    def __init__(self, context: ActionContext) -> None:
        self._context = context
        self._state = context.state
        self._history = context.history
        self._saved: dict[Path, str] = {}
        """The text saved to each file: it is replaced without asking until another program changes it."""

    # What is in it

    def __contains__(self, tag_id: object) -> bool:
        """Whether there is a tag with this id."""
        return tag_id in self._state.tags

    def named(self, name: str) -> Tag | None:
        """Return the tag with this name, in upper or lower case; None if there is none."""
        wanted = normal_tag_name(name).casefold()
        return next((tag for tag in self._state.tags.values() if tag.name.casefold() == wanted), None)

    def pinned_to(self, digit: int) -> Tag | None:
        """Return the tag that is pinned to this digit; None if there is none."""
        return next((tag for tag in self._state.tags.values() if tag.digit == digit), None)

    def below(self, tag_id: str) -> tuple[Tag, ...]:
        """Return the tags below this one, by name."""
        start = self._context.tag(tag_id).name.casefold() + "/"
        return tuple(tag for tag in self._state.all_tags() if tag.name.casefold().startswith(start))

    def family(self, tag_id: str) -> frozenset[str]:
        """Return the ids of this tag and of those below it."""
        return frozenset(tag.id for tag in self._family(tag_id))

    def reach(self, tag_id: str) -> Reach:
        """Return how much renaming, moving, merging or deleting this tag touches."""
        family = self.family(tag_id)
        return Reach(len(family), len(self._carrying(family)))

    def recent(self) -> tuple[Tag, ...]:
        """Return the tags that this coder has put on anything, those on what was changed last first."""
        used: dict[str, str] = {}
        for annotation in filter(self._context.is_mine, self._state.annotations.values()):
            for tag_id in annotation.tags:
                used[tag_id] = max(used.get(tag_id, ""), annotation.modified)
        known = (tag for tag in self._state.all_tags() if tag.id in used)
        return tuple(sorted(known, key=lambda tag: used[tag.id], reverse=True))

    @property
    def last_put(self) -> str | None:
        """The id of the tag that this coder put on something last, as far as the steps of undo go back."""
        for step in self._history.done_last_first():
            for change in step.changes:
                there = self._state.annotations.get(change.id) if change.table == "annotations" else None
                if there is None or not self._context.is_mine(there):
                    continue
                before = () if change.act == "remove" else change.fields.get("tags", there.tags)
                for tag_id in reversed(there.tags):
                    if tag_id not in before:
                        return tag_id
        return None

    # What can be done

    def create(
        self, name: str, *, colour: str | None = None, description: str = "", pinned: bool = True
    ) -> Tag:
        """Make a tag.

        :param name: with its parents, as in `claim/figure`; refused when it is empty or taken.
        :param colour: `#RRGGBB`; by default the colour of the palette that is used least.
        :param pinned: whether it is pinned to the first free digit.
        """
        name = self._free_name(name)
        tags = self._state.tags.values()
        colour = next_colour(tag.colour for tag in tags) if colour is None else _checked_colour(colour)
        digits = set(range(1, 10)) - {tag.digit for tag in tags} if pinned else set()
        tag = Tag(new_id(), name, colour, min(digits, default=None), clean_text(description).strip())
        self._history.do(f"new {tag_label(tag)}", [DocumentChange("insert", "tags", tag.id, tag._asdict())])
        return tag

    def pin(self, tag_id: str, digit: int | None) -> None:
        """Pin a tag to a digit, 1–9, and take that off any other tag; None unpins the tag."""
        tag = self._context.tag(tag_id)
        if digit not in (None, *range(1, 10)):
            raise NotebookError(f"Tags are pinned to the digits 1 to 9, not to {digit}.")
        what = "unpinned" if digit is None else f"pinned to {digit}"
        self._history.do(f"{tag_label(tag)} {what}", self._pin_changes(tag, digit))

    def colour(self, tag_id: str, colour: str) -> None:
        """Give a tag a colour, `#RRGGBB`."""
        self._set_field(tag_id, "colour", _checked_colour(colour))

    def describe(self, tag_id: str, description: str) -> None:
        """Write down what a tag means and when to use it; it may have several lines."""
        self._set_field(tag_id, "description", clean_text(description).strip())

    def rename(self, tag_id: str, name: str) -> None:
        """Give a tag another name; those below it follow. Refused when a name is taken: `merge` them then."""
        tag = self._context.tag(tag_id)
        family = self._family(tag_id)
        name = self._free_name(name, family)
        changes: list[DocumentChange] = []
        for each in family:
            changes += _set(each, name=self._free_name(name + each.name[len(tag.name) :], family))
        label = f"{tag_label(tag)} renamed to {quoted_name(name)}"
        self._history.do(label, [] if name == tag.name else changes)

    def move(self, tag_id: str, parent_id: str | None) -> None:
        """Put a tag, with those below it, below another one; None puts it at the top."""
        tag = self._context.tag(tag_id)
        leaf = tag.name.rpartition("/")[2]
        if parent_id is None:
            self.rename(tag_id, leaf)
        elif parent_id in self.family(tag_id):
            raise NotebookError(f"“{tag.name}” cannot be moved below itself.")
        else:
            self.rename(tag_id, f"{self._context.tag(parent_id).name}/{leaf}")

    def merge(self, tag_id: str, into_id: str) -> None:
        """Make one tag of two: the first is deleted, and what carried it carries the second.

        Tags below the first come below the second, each merged with the one of the same name there. The
        second keeps its name and colour, and takes digit and description over if it has none.
        """
        tag, into = self._context.tag(tag_id), self._context.tag(into_id)
        family = self._family(tag_id)
        if into in family:
            raise NotebookError(f"“{tag.name}” cannot be merged with itself or a tag below it.")
        changes: list[DocumentChange] = []
        replacements: dict[str, str] = {}
        for each in family:
            name = into.name + each.name[len(tag.name) :]
            there = self.named(name)
            if there is None or there in family:
                changes += _set(each, name=name)
            else:
                replacements[each.id] = there.id
                digit, description = there.digit or each.digit, there.description or each.description
                changes.append(DocumentChange("remove", "tags", each.id))
                changes += _set(there, digit=digit, description=description)
        changes = [*self._replace_tags(replacements), *changes]
        self._history.do(f"{tag_label(tag)} merged into {quoted_name(into.name)}", changes)

    def delete(self, tag_id: str) -> None:
        """Delete a tag and those below it, and take them off all annotations.

        An annotation that has no other tag and no note is removed too.
        """
        tag, family = self._context.tag(tag_id), self._family(tag_id)
        changes = self._replace_tags(dict.fromkeys((each.id for each in family), ""))
        changes += [DocumentChange("remove", "tags", each.id) for each in family]
        self._history.do(f"{tag_label(tag)} deleted", changes)

    def save(self, path: Path, *, replace: bool = False) -> None:
        """Write the codebook to a file that people can read and `load` takes; see `codebook_file`.

        :param replace: whether it may replace another codebook; one that was saved here is always replaced.
        :raises WouldReplaceError: another codebook is there.
        :raises NotebookError: it cannot be written, or the file there is no codebook.
        """
        from reader.notebook.actions import codebook_file  # noqa: PLC0415 - needs a TOML parser

        tags, ours = self._state.all_tags(), self._saved.get(path, "")
        self._saved[path] = codebook_file.write_codebook(path, tags, replace=replace, ours=ours)

    def load(self, path: Path) -> tuple[int, int]:
        """Add the tags of a codebook file, and update those of the same names; return how many of each.

        No tag is deleted. Where the file has no digits at all, new tags are pinned to the free ones.
        NotebookError if it is no codebook; nothing has changed then.
        """
        from reader.notebook.actions import codebook_file  # noqa: PLC0415 - needs a TOML parser

        self._history.must_be_writable()
        added = updated = 0
        entries, _ = codebook_file.read_codebook(path)
        pinned = not any(entry.digit for entry in entries)
        with self._history.step(f"codebook of {len(entries):,} tags loaded"):
            for entry in entries:
                there = self.named(entry.name)
                changed = self._update(there or self.create(entry.name, pinned=pinned), entry)
                added += there is None
                updated += there is not None and changed
        return added, updated

    # The changes that these are made of

    def _update(self, tag: Tag, entry: TagEntry) -> bool:
        """Give a tag what an entry of a file says of it; return whether it differs now."""
        colour, description = entry.colour or tag.colour, entry.description or tag.description
        changes = _set(tag, colour=colour, description=description)
        if entry.digit is not None:
            changes += self._pin_changes(tag, entry.digit)
        self._history.do("", changes)
        return bool(changes)

    def _family(self, tag_id: str) -> tuple[Tag, ...]:
        return self._context.tag(tag_id), *self.below(tag_id)

    def _free_name(self, name: str, family: Iterable[Tag] = ()) -> str:
        """Return the name as the codebook keeps it, unless a tag outside of this family has it."""
        name = normal_tag_name(name)
        if not name:
            raise NotebookError("A tag needs a name.")
        known = self.named(name)
        if known is not None and known not in family:
            raise NotebookError(f"There is a tag “{known.name}” already.")
        return name

    def _set_field(self, tag_id: str, field: str, value: str) -> None:
        tag = self._context.tag(tag_id)
        self._history.do(f"{field} of {tag_label(tag)}", _set(tag, **{field: value}))

    def _pin_changes(self, tag: Tag, digit: int | None) -> list[DocumentChange]:
        changes = _set(tag, digit=digit)
        for each in self._state.all_tags():
            if each.digit == digit and each != tag:
                changes = [*_set(each, digit=None), *changes]
        return changes

    def _carrying(self, tags: Iterable[str]) -> list[Annotation]:
        wanted = set(tags)
        return [each for each in self._state.annotations.values() if not wanted.isdisjoint(each.tags)]

    def _replace_tags(self, replacements: Mapping[str, str]) -> list[DocumentChange]:
        """Return the changes that replace tags on all annotations; "" stands for no tag."""
        changes, now = [], utc_now()
        for annotation in self._carrying(replacements):
            before = self._context.document(annotation)["tags"]
            tags = [tag for tag in dict.fromkeys(replacements.get(tag, tag) for tag in before) if tag]
            changes.append(with_tags(annotation, tags, now))
        return changes


def _checked_colour(colour: str) -> str:
    if not is_colour(colour):
        raise NotebookError(f"{clean_line(colour)} is not a colour such as #2083DF.")
    return colour


def _set(tag: Tag, **fields: str | int | None) -> list[DocumentChange]:
    """Return the change, if any, that gives a tag these fields."""
    new = {field: value for field, value in fields.items() if getattr(tag, field) != value}
    return [DocumentChange("set", "tags", tag.id, new)] if new else []
