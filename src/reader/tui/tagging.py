"""Tags and notes: what the keys that add something, take it off or take it back do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.moving import Moving

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook import Tag
    from reader.overlap import Place
    from reader.tui.picker import Choice


class Tagging(Moving):
    """What the reader adds to the sentences."""

    def action_digit(self, digit: int) -> None:
        """Put a pinned tag on the sentence and go on."""
        tag = self.desk.notebook.tag_on(digit)
        if tag is None:
            self.say(f"No tag is pinned to {digit} yet: t makes one")
        else:
            self._tag_and_go_on(tag)

    def action_repeat(self) -> None:
        """Put the last tag on the sentence and go on."""
        tag = self._annotator.last
        if tag is None:
            self.say("No tag to repeat yet: t picks one")
        else:
            self._tag_and_go_on(tag)

    def action_pick_tag(self) -> None:
        """Ask for a tag."""
        if self._refused():
            return
        from reader.tui.picker import TagPicker  # noqa: PLC0415 - not needed for the first frame

        place, last = self.desk.place, self._annotator.last
        worn = self.desk.mark(place).tags
        take = partial(self._picked, place)
        self.app.push_screen(TagPicker(self.desk.notebook.tags, worn, last, take))

    def action_note(self) -> None:
        """Ask for a note; in a notebook that cannot be changed, show it."""
        place, read_only = self.desk.place, self.desk.notebook.read_only
        note = self.desk.mark(place).note
        if read_only and not note and self._refused():
            return
        from reader.tui.note_editor import NoteEditor  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(NoteEditor(note, None if read_only else partial(self._noted, place)))

    def action_remove(self) -> None:
        """Take tags and note off the sentence."""
        if self._refused():
            return
        place = self.desk.place
        something = self._annotator.strip(place)
        self._show_changed([place])
        self.say("Taken off; u brings it back" if something else "There is nothing on this sentence")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._turn(self.desk.notebook.undo, "Undone", "Nothing to undo")

    def action_redo(self) -> None:
        """Make the last change again."""
        self._turn(self.desk.notebook.redo, "Done again", "Nothing to redo")

    # How a change reaches the notebook

    def _tag_and_go_on(self, tag: Tag) -> None:
        if self._refused():
            return
        place = self.desk.place
        new = self._annotator.tag(place, tag)
        self._show_changed([place])
        self.action_move(1)
        where = f"{self.desk.letter(place.article)} {place.sentence + 1}"
        self.say(f"“{tag.name}” on {where}" if new else f"“{tag.name}” was on {where} already")

    def _picked(self, place: Place, choice: Choice) -> None:
        """Put the tag from the picker on the sentence, or take it off."""
        if choice.tag is None:
            self._annotator.create(place, choice.name)
        elif choice.tag in self.desk.mark(place).tags:
            self._annotator.remove(place, choice.tag)
        else:
            self._annotator.tag(place, choice.tag)
        self._show_changed([place])

    def _noted(self, place: Place, note: str) -> None:
        """Keep the note from the editor."""
        self._annotator.note(place, note)
        self._show_changed([place])

    def _turn(self, step: Callable[[], str | None], done: str, nothing: str) -> None:
        if self._refused():
            return
        turned = self._annotator.turn(step)
        if turned is None:
            self.say(nothing)
        else:
            words, places = turned
            self._show_changed(places)
            self.say(f"{done}: {words}")
