"""The page of the codebook: all that can be done to tags; each change is one step of undo."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from reader.notebook import WouldReplaceError
from reader.notebook.colours import PALETTE
from reader.text.cleaning import clean_line
from reader.text.phrases import counted
from reader.tui.keys.page_keys import TABLES
from reader.tui.pages.tag_page import TagPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.notebook import Notebook, Tag
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.tag_suggestions import TagChoice

_LineResult = TypeVar("_LineResult")
FILE: Final = "codebook.toml"  # the file to save to and to load from, until the user names another one


class CodebookScreen(TagPage):
    """All tags, to be changed; returns the tag to go to, if any."""

    TABLE: ClassVar = TABLES["in-codebook"]
    BINDINGS: ClassVar = list(TABLE.rows)

    def __init__(self, notebook: Notebook, keys: Keymap) -> None:
        super().__init__(notebook, keys)
        self._codebook = notebook.codebook
        self._file = FILE

    def action_take(self) -> None:
        """Close the page, and go where the highlighted tag is."""
        if self.tag:
            self.dismiss(self.tag)

    def action_find(self) -> None:
        """Ask for a tag by a part of its name, and highlight it."""

        def take(choice: TagChoice) -> None:
            if choice.tag is not None:
                self.select(choice.tag.id)

        self._pick_tag("Find a tag", self.notebook.tags, take)

    # Tags by themselves

    def action_new(self) -> None:
        """Ask for a new tag beside the highlighted one."""
        self._ask_new(self.tag.name.rpartition("/")[0] if self.tag else "")

    def action_new_below(self) -> None:
        """Ask for a new tag below the highlighted one."""
        self._ask_new(self.tag.name if self.tag else "")

    def _ask_new(self, parent: str) -> None:
        def show(tag: Tag) -> str:
            self.select(tag.id)
            return f"“{tag.name}” is new"

        does = "makes it; a slash puts it below another, as in claim/figure"
        self._ask_line("A new tag", f"{parent}/" if parent else "", does, self._codebook.create, show)

    def action_rename(self) -> None:
        """Ask for another name."""
        if tag := self.tag:
            question, does = f"Another name for “{tag.name}”", f"renames it: {self._reach(tag)}"
            rename = partial(self._codebook.rename, tag.id)
            self._ask_line(question, tag.name, does, rename, lambda _: self._renamed(tag))

    def _renamed(self, tag: Tag) -> str:
        return f"“{tag.name}” is “{self.notebook.tag(tag.id).name}” now: {self._reach(tag)}"

    def action_describe(self) -> None:
        """Ask for a description."""
        tag = self.tag
        if tag is None or self.refuse_if_read_only():
            return
        from reader.tui.dialogs.note_editor import NoteEditor  # noqa: PLC0415 - only now

        def keep(description: str) -> None:
            self.change(lambda: self._codebook.describe(tag.id, description), f"“{tag.name}” is described")

        title = f"Description of “{tag.name}”"
        self.app.push_screen(NoteEditor(tag.description, keep, self.keys, title=title, what="description"))

    def action_colour(self) -> None:
        """Give the highlighted tag the next colour."""
        if tag := self.tag:
            number = PALETTE.index(tag.colour) + 1 if tag.colour in PALETTE else 0
            colour = PALETTE[number % len(PALETTE)]
            self.change(lambda: self._codebook.colour(tag.id, colour), f"“{tag.name}” has another colour")

    def action_unpin(self) -> None:
        """Pin the highlighted tag to no digit."""
        self.action_pin(None)

    def action_pin(self, digit: int | None) -> None:
        """Pin the highlighted tag to a digit, or to none."""
        tag = self.tag
        if tag is None:
            return
        message = f"“{tag.name}” is pinned to no key"
        if digit:
            before = self._codebook.pinned_to(digit)
            lost = f", “{before.name}” to none any more" if before and before.id != tag.id else ""
            message = f"“{tag.name}” is pinned to {self.keys.label(f'tag-{digit}')}{lost}"
        self.change(lambda: self._codebook.pin(tag.id, digit), message)

    # Tags and what carries them

    def action_move(self) -> None:
        """Ask for the tag to put the highlighted one below."""
        tag = self.tag
        if tag is None:
            return

        def take(choice: TagChoice) -> None:
            parent = choice.tag.id if choice.tag else None
            self.change(lambda: self._codebook.move(tag.id, parent), lambda _: self._renamed(tag))

        self._pick_other(f"Move “{tag.name}” ({self._reach(tag)}) below", take, top="/" in tag.name)

    def action_merge(self) -> None:
        """Ask for the tag to merge the highlighted one into."""
        if tag := self.tag:
            self._pick_other(f"Merge “{tag.name}” ({self._reach(tag)}) into", partial(self._merge, tag))

    def _merge(self, tag: Tag, choice: TagChoice) -> None:
        into = choice.tag
        if into is not None:
            message = f"“{tag.name}” is merged into “{into.name}”: {self._reach(tag)}"
            self.change(lambda: self._codebook.merge(tag.id, into.id), message)
            self.select(into.id)

    def _pick_other(self, question: str, take: Callable[[TagChoice], None], *, top: bool = False) -> None:
        """Ask for another tag than the highlighted one and those below it; with `top`, for none too."""
        if self.tag is None or self.refuse_if_read_only():
            return
        family = {self.tag, *self._codebook.below(self.tag.id)}
        others = [tag for tag in self.notebook.tags if tag not in family]
        if others or top:
            self._pick_tag(question, others, take, top=top)
        else:
            self.say("There is no other tag")

    def _pick_tag(
        self, question: str, tags: Sequence[Tag], take: Callable[[TagChoice], None], *, top: bool = False
    ) -> None:
        from reader.tui.dialogs.tag_picker import TagPicker  # noqa: PLC0415
        from reader.workspace.tag_suggestions import TagOptions  # noqa: PLC0415 - only now

        if tags or top:
            options = TagOptions(tags)
            self.app.push_screen(TagPicker(options, take, self.keys, question=question, makes=False, top=top))

    def action_delete(self) -> None:
        """Ask whether to delete the highlighted tag."""
        tag = self.tag
        if tag is None or self.refuse_if_read_only():
            return
        reach = self._reach(tag)
        message = f"“{tag.name}” is deleted: {reach}; {self.page_keys.label('undo')} brings it back"
        delete = partial(self._codebook.delete, tag.id)
        self._ask_whether(f"Delete “{tag.name}”: {reach}?", lambda: self.change(delete, message))

    def _ask_whether(self, question: str, do: Callable[[], object]) -> None:
        from reader.tui.dialogs.letter_dialogs import QuestionDialog  # noqa: PLC0415 - only now

        self.app.push_screen(QuestionDialog(question, do, self.keys))

    def _reach(self, tag: Tag) -> str:
        """Return in words what a change of a tag touches."""
        return self._codebook.reach(tag.id).in_words

    # Undo

    def action_undo(self) -> None:
        """Take the last change back."""
        self._step_back_or_forth(self.notebook.undo, "Undone", "Nothing to undo")

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step_back_or_forth(self.notebook.redo, "Done again", "Nothing to redo")

    def _step_back_or_forth(self, step: Callable[[], str | None], done: str, nothing: str) -> None:
        """Undo or redo; highlight a tag that came back, else one that changed if the highlighted did not."""
        before = self.notebook.tags
        self.change(step, lambda words: f"{done}: {words}" if words else nothing)
        ids = {tag.id for tag in before}
        changed = [tag for tag in self.notebook.tags if tag not in before]
        back = [tag for tag in changed if tag.id not in ids]
        if back or (changed and self.tag not in changed):
            self.select((back or changed)[0].id)

    # Files

    def action_write(self) -> None:
        """Ask for a file to save to."""
        question, does = "Save the codebook to the file", "saves all tags there, for others to load"
        self._ask_line(question, self._file, does, self._save_or_ask, str, changes=False)

    def _save_or_ask(self, name: str) -> str:
        """Save to a file, or ask first when another codebook would be lost; return what to say."""
        try:
            return self._save(name)
        except WouldReplaceError as error:
            question = f"Replace {error.what} in {clean_line(name)}?"
            replace = partial(self.change, partial(self._save, name, replace=True), str)
            self.app.call_later(self._ask_whether, question, replace)  # once this dialog is closed
            return f"{clean_line(name)} stays as it was"

    def _save(self, name: str, *, replace: bool = False) -> str:
        self._codebook.save(self._path(name), replace=replace)
        return f"{counted(len(self.notebook.tags), 'tag')} saved to {clean_line(name)}"

    def action_read(self) -> None:
        """Ask for a file to load."""
        self._ask_line(
            "Load a codebook from the file",
            self._file,
            "adds its tags and brings those of the same names up to date",
            lambda name: self._codebook.load(self._path(name)),
            lambda counts: f"Loaded: {counted(counts[0], 'tag')} added, {counts[1]:,} brought up to date",
        )

    def _path(self, name: str) -> Path:
        self._file = name
        return Path(os.path.expanduser(name.strip()))  # noqa: PTH111 - an unknown user is no error

    def _ask_line(
        self,
        question: str,
        text: str,
        does: str,
        act: Callable[[str], _LineResult],
        message: Callable[[_LineResult], str],
        *,
        changes: bool = True,
    ) -> None:
        """Ask for a line of text and act on it, unless that would change a read-only notebook."""
        if changes and self.refuse_if_read_only():
            return
        from reader.tui.dialogs.line_dialog import LineDialog  # noqa: PLC0415 - only now

        def take(line: str) -> str | None:
            return self.change(partial(act, line), message)

        self.app.push_screen(LineDialog(question, text, does, take, self.keys))
