"""What can be done to the tags, on the page of all of them; each change is one step of undo."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

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

FILE: Final = "codebook.toml"
"""Where to save to and load from, until the reader names another file."""


class CodebookScreen(TagPage):
    """All tags, to be changed; gives the one that Enter was pressed on."""

    TABLE: ClassVar = TABLES["in-codebook"]
    BINDINGS: ClassVar = list(TABLE.rows)

    def __init__(self, notebook: Notebook, keys: Keymap) -> None:
        super().__init__(notebook, keys)
        self._codebook = notebook.codebook
        self._file = FILE

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_take(self) -> None:
        """Leave, and go where the tag at hand is."""
        if self.tag:
            self.dismiss(self.tag)

    def action_find(self) -> None:
        """Ask for a tag by a part of its name, and take it in hand."""
        self._find("Find a tag", self.notebook.tags, lambda choice: self._found(choice.tag))

    def _found(self, tag: Tag | None) -> None:
        if tag is not None:
            self.select(tag.id)

    # What is said of a tag

    def action_new(self) -> None:
        """Ask for a new tag, beside the one at hand."""
        self._ask_new(self.tag.name.rpartition("/")[0] if self.tag else "")

    def action_new_below(self) -> None:
        """Ask for a new tag, below the one at hand."""
        self._ask_new(self.tag.name if self.tag else "")

    def _ask_new(self, parent: str) -> None:
        def take(name: str) -> str | None:
            wrong = self.change(lambda: self._codebook.create(name), lambda tag: f"“{tag.name}” is new")
            new = self._codebook.named(name)
            if new and not wrong:
                self.select(new.id)
            return wrong

        hint = "makes it; a slash puts it below another, as in claim/figure"
        self._ask("A new tag", f"{parent}/" if parent else "", hint, take)

    def action_rename(self) -> None:
        """Ask for another name."""
        tag = self.tag
        if tag is None:
            return

        def take(name: str) -> str | None:
            return self.change(lambda: self._codebook.rename(tag.id, name), lambda _: self._renamed(tag))

        hint = f"renames it: {self._reach(tag)}"
        self._ask(f"Another name for “{tag.name}”", tag.name, hint, take)

    def _renamed(self, tag: Tag) -> str:
        return f"“{tag.name}” is “{self.notebook.tag(tag.id).name}” now: {self._reach(tag)}"

    def action_describe(self) -> None:
        """Ask what it means."""
        tag = self.tag
        if tag is None or self.refuse_if_read_only():
            return
        from reader.tui.dialogs.note_editor import NoteEditor  # noqa: PLC0415 - only now

        def keep(description: str) -> None:
            self.change(
                lambda: self._codebook.describe(tag.id, description), lambda _: f"“{tag.name}” is described"
            )

        title = f"Description of “{tag.name}”"
        self.app.push_screen(NoteEditor(tag.description, keep, self.keys, title=title, what="description"))

    def action_colour(self) -> None:
        """The next colour."""
        tag = self.tag
        if tag:
            here = PALETTE.index(tag.colour) if tag.colour in PALETTE else -1
            colour = PALETTE[(here + 1) % len(PALETTE)]
            self.change(
                lambda: self._codebook.colour(tag.id, colour), lambda _: f"“{tag.name}” has another colour"
            )

    def action_unpin(self) -> None:
        """Pin it to no digit."""
        self.action_pin(None)

    def action_pin(self, digit: int | None) -> None:
        """Pin it to a digit, or to none."""
        tag = self.tag
        if tag:
            before = self.notebook.codebook.pinned_to(digit) if digit else None
            self.change(lambda: self._codebook.pin(tag.id, digit), lambda _: self._pinned(tag, digit, before))

    def _pinned(self, tag: Tag, digit: int | None, before: Tag | None) -> str:
        if digit is None:
            return f"“{tag.name}” is pinned to no key"
        lost = f", “{before.name}” to none any more" if before and before.id != tag.id else ""
        return f"“{tag.name}” is pinned to {self.keys.label(f'tag-{digit}')}{lost}"

    # What touches annotations

    def action_move(self) -> None:
        """Ask which tag to put it below."""
        tag = self.tag
        if tag is None:
            return

        def take(choice: TagChoice) -> None:
            parent = choice.tag.id if choice.tag else None
            self.change(lambda: self._codebook.move(tag.id, parent), lambda _: self._renamed(tag))

        self._ask_which(f"Move “{tag.name}” ({self._reach(tag)}) below", take, top="/" in tag.name)

    def action_merge(self) -> None:
        """Ask which tag it becomes one with."""
        tag = self.tag
        if tag:
            self._ask_which(f"Merge “{tag.name}” ({self._reach(tag)}) into", partial(self._merge, tag))

    def _merge(self, tag: Tag, choice: TagChoice) -> None:
        into, reach = choice.tag, self._reach(tag)
        if into is not None:
            self.change(
                lambda: self._codebook.merge(tag.id, into.id),
                lambda _: f"“{tag.name}” is merged into “{into.name}”: {reach}",
            )
            self.select(into.id)

    def _ask_which(self, question: str, take: Callable[[TagChoice], None], *, top: bool = False) -> None:
        """Ask for another tag, or for none with `top`; those below the one at hand cannot be meant."""
        if self.tag is None or self.refuse_if_read_only():
            return
        family = {self.tag, *self._codebook.below(self.tag.id)}
        others = [tag for tag in self.notebook.tags if tag not in family]
        if others or top:
            self._find(question, others, take, top=top)
        else:
            self.say("There is no other tag")

    def _find(
        self, question: str, tags: Sequence[Tag], take: Callable[[TagChoice], None], *, top: bool = False
    ) -> None:
        """Ask for one of these, by a part of its name."""
        from reader.tui.dialogs.tag_picker import ExistingTagPicker  # noqa: PLC0415
        from reader.workspace.tag_suggestions import TagOptions  # noqa: PLC0415 - only now

        if tags or top:
            self.app.push_screen(ExistingTagPicker(TagOptions(tags), take, self.keys, question, top=top))

    def action_delete(self) -> None:
        """Ask whether to take it away."""
        tag = self.tag
        if tag is None or self.refuse_if_read_only():
            return
        from reader.tui.dialogs.letter_dialogs import QuestionDialog  # noqa: PLC0415 - only now

        reach, back = self._reach(tag), self.page_keys.label("undo")

        def take() -> None:
            self.change(
                lambda: self._codebook.delete(tag.id),
                lambda _: f"“{tag.name}” is deleted: {reach}; {back} brings it back",
            )

        self.app.push_screen(QuestionDialog(f"Delete “{tag.name}”: {reach}?", take, self.keys))

    def _reach(self, tag: Tag) -> str:
        return self._codebook.reach(tag.id).in_words

    # Undo

    def action_undo(self) -> None:
        """Take the last change back."""
        self._turn(self.notebook.undo, "Undone", "Nothing to undo")

    def action_redo(self) -> None:
        """Make the last change again."""
        self._turn(self.notebook.redo, "Done again", "Nothing to redo")

    def _turn(self, step: Callable[[], str | None], done: str, nothing: str) -> None:
        before = self.notebook.tags
        self.change(step, lambda words: f"{done}: {words}" if words else nothing)
        self._go_to_changed(before)

    def _go_to_changed(self, before: Sequence[Tag]) -> None:
        """Take in hand a tag that came back; else, unless the one at hand has changed, one that has."""
        ids = {tag.id for tag in before}
        changed = [tag for tag in self.notebook.tags if tag not in before]
        back = [tag for tag in changed if tag.id not in ids]
        if back or (changed and self.tag not in changed):
            self.select((back or changed)[0].id)

    # Files

    def action_write(self) -> None:
        """Ask for a file to save to."""

        def take(name: str) -> str | None:
            return self.change(lambda: self._save_or_ask(name), str)

        hint = "saves all tags there, for others to load"
        self._ask("Save the codebook to the file", self._file, hint, take, changes=False)

    def _save_or_ask(self, name: str) -> str:
        """Save to a file, or ask first when another codebook would be lost; gives what to say of it."""
        try:
            return self._save(name)
        except WouldReplaceError as error:
            from reader.tui.dialogs.letter_dialogs import QuestionDialog  # noqa: PLC0415 - only now

            def take() -> None:
                self.change(lambda: self._save(name, replace=True), str)

            question = QuestionDialog(f"Replace {error.what} in {clean_line(name)}?", take, self.keys)
            self.app.call_later(self.app.push_screen, question)  # when the line is not asked for any more
            return f"{clean_line(name)} stays as it was"

    def _save(self, name: str, *, replace: bool = False) -> str:
        self._codebook.save(self._path(name), replace=replace)
        return f"{counted(len(self.notebook.tags), 'tag')} saved to {clean_line(name)}"

    def action_read(self) -> None:
        """Ask for a file to load."""

        def take(name: str) -> str | None:
            return self.change(
                lambda: self._codebook.load(self._path(name)),
                lambda counts: f"Loaded: {counted(counts[0], 'tag')} added, {counts[1]:,} brought up to date",
            )

        hint = "adds its tags and brings those of the same names up to date"
        self._ask("Load a codebook from the file", self._file, hint, take)

    def _path(self, name: str) -> Path:
        self._file = name
        return Path(os.path.expanduser(name.strip()))  # noqa: PTH111 - an unknown user is no error

    def _ask(
        self,
        question: str,
        text: str,
        hint: str,
        take: Callable[[str], str | None],
        *,
        changes: bool = True,
    ) -> None:
        """Ask for a line of text; what is wrong with it is said below it."""
        if changes and self.refuse_if_read_only():
            return
        from reader.tui.dialogs.line_dialog import LineDialog  # noqa: PLC0415 - only now

        self.app.push_screen(LineDialog(question, text, hint, take, self.keys))
