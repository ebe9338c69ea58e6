"""Tags: put on with a digit, repeated, picked from a list, taken off.

A key acts on the subject: the sentence at hand, the range, or what the key before it asked for (as “the same
on all counterparts” does).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.workspace import overlapping
from reader.workspace.tag_suggestions import TagChoice, TagOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.notebook import Annotation, Tag
    from reader.tui.reading.changes import ChangeController
    from reader.tui.reading.session import SessionController
    from reader.tui.reading.view import ReadingView
    from reader.workspace.overlapping import OverlappingAnnotations
    from reader.workspace.subjects import Subject


class TagController:
    """Puts tags on subjects and takes them off."""

    def __init__(self, view: ReadingView, changes: ChangeController, session: SessionController) -> None:
        self._view, self._changes, self._session = view, changes, session

    def put_pinned(self, digit: int) -> None:
        """Put the tag that is pinned to a digit on the subject, and go on."""
        tag = self._view.workspace.notebook.codebook.pinned_to(digit)
        if tag is None:
            label = self._view.keys.label
            self._view.say(f"No tag is pinned to {label(f'tag-{digit}')} yet: {label('tag')} makes one")
        else:
            self.put_and_go_on(self._changes.subject, tag)

    def put_last(self) -> None:
        """Put the tag that was used last on the subject, and go on."""
        tag = self._view.annotator.last
        if tag is None:
            self._view.say(f"No tag to repeat yet: {self._view.keys.label('tag')} picks one")
        else:
            self.put_and_go_on(self._changes.subject, tag)

    def pick(self) -> None:
        """Ask for a tag to put on the subject."""
        self.pick_for(self._changes.subject)

    def pick_for(self, subject: Subject) -> None:
        """Ask for a tag to put on something."""
        if self._view.refuses_change():
            return
        from reader.tui.dialogs.tag_picker import TagPicker  # noqa: PLC0415 - not needed for the first frame

        take, pin = partial(self._take_choice, subject), partial(self._pin, subject)
        alone = subject.targets[0].kind in {"span", "article"}
        put = partial(self._put if alone else self.put_and_go_on, subject)
        self._view.app.push_screen(TagPicker(self._offer(subject), take, self._view.keys, pin, put))

    def put_and_go_on(self, subject: Subject, tag: Tag) -> None:
        """Put a tag on something, then go on from its last sentence to the next, or to the session's next."""
        if self._view.refuses_change():
            return
        workspace = self._view.workspace
        home = workspace.origin if workspace.origin in subject.places else workspace.place
        last = max(place for place in subject.places if place.article == home.article)
        message = self._put(subject, tag)
        if last != workspace.place:
            self._view.show_move(lambda: workspace.go_to(last))
        self._session.go_on()
        self._view.say(message)

    def _put(self, subject: Subject, tag: Tag) -> str:
        """Put a tag on something; return what was said of it."""
        new = self._view.annotator.tag(subject, tag)
        self._changes.finish(subject)
        message = f"“{tag.name}” on {subject.name}" if new else f"“{tag.name}” was on {subject.name} already"
        self._view.say(message)
        return message

    # The picker

    def _offer(self, subject: Subject) -> TagOptions:
        workspace, annotator = self._view.workspace, self._view.annotator
        own, over = annotator.own_tags(subject), overlapping.tags_over(workspace, subject)
        tags, recent = workspace.notebook.tags, annotator.recent
        return TagOptions(tags, own, recent, subject.suggested, subject.name, over)

    def _pin(self, subject: Subject, tag: Tag, digit: int | None) -> TagOptions:
        """Pin a tag to a digit; return what the picker offers then."""
        self._view.workspace.notebook.codebook.pin(tag.id, digit)
        self._view.show_changed(self._view.workspace.annotations.annotated_places())
        return self._offer(subject)

    def _take_choice(self, subject: Subject, choice: TagChoice) -> None:
        """Put the tag that was picked on the subject, or take it off when it was there."""
        annotator, message = self._view.annotator, ""
        if choice.tag is None:
            annotator.create(subject, choice.name)
        elif choice.tag in annotator.own_tags(subject):
            annotator.remove_tag(subject, choice.tag)
            over = overlapping.tags_over(self._view.workspace, subject).get(choice.tag)
            message = f"“{choice.name}” off {subject.name}" + (f", on {over} it stays" if over else "")
        else:
            annotator.tag(subject, choice.tag)
        self._changes.finish(subject)
        self._view.say(message)

    # Taking off

    def remove(self) -> None:
        """Take the coder's own tags and notes off the subject.

        What reaches beyond the subject, and what other coders made, is taken off only when the coder says so.
        """
        if self._view.refuses_change():
            return
        subject = self._changes.subject
        there = overlapping.overlapping_annotations(self._view.workspace, subject)
        if there.own:
            self._take_off(subject, there.own)
        elif any(there):
            self._ask_what_to_take_off(subject, there)
        else:
            self._changes.finish(subject)
            self._view.say(f"There is nothing on {subject.name}")

    def _ask_what_to_take_off(self, subject: Subject, there: OverlappingAnnotations) -> None:
        from reader.tui.dialogs.letter_dialogs import QuestionDialog, RowsDialog  # noqa: PLC0415 - seldom needed

        found = [*there.own_beyond, *there.others, *there.others_beyond]
        if there.others == found:
            question = f"All on {subject.name} is of {_coders(found)}. Take it off all the same?"
        elif len(found) == 1:
            question = f"{self._describe(found[0])} lies over {subject.name}. Take it off there?"
        else:
            question, rows = f"What is to be taken off over {subject.name}?", [*map(self._describe, found)]
            take_off = lambda row: self._take_off(subject, [found[row]])  # noqa: E731 - the answer
            self._view.app.push_screen(RowsDialog(question, rows, take_off))
            return
        answer = partial(self._take_off, subject, found)
        self._view.app.push_screen(QuestionDialog(question, answer, self._view.keys))

    def _describe(self, annotation: Annotation) -> str:
        """Say what an annotation is, on what, and whose: `“claim” and the note on A 2–4 (ann)`."""
        workspace = self._view.workspace
        what = overlapping.contents_label(workspace, [annotation])
        where = overlapping.target_name(workspace, annotation)
        return f"{what} on {where}{workspace.annotations.coder_suffix(annotation)}"

    def _take_off(self, subject: Subject, gone: Sequence[Annotation]) -> None:
        """Take annotations off; say what was taken off where, and what stays."""
        workspace = self._view.workspace
        what, where = overlapping.contents_label(workspace, gone), overlapping.target_names(workspace, gone)
        places = self._view.annotator.remove(gone)
        self._changes.finish(subject)
        self._view.show_changed(places)
        undo = f"{self._view.keys.label('undo')} brings it back"
        self._view.say(" · ".join([f"{what} off {where}", *self._what_stays(subject), undo]))

    def _what_stays(self, subject: Subject) -> Iterator[str]:
        workspace = self._view.workspace
        there = overlapping.overlapping_annotations(workspace, subject)
        if there.own_beyond:
            yield f"what is on {overlapping.target_names(workspace, there.own_beyond)} stays"
        if others := [*there.others, *there.others_beyond]:
            yield f"what is of {_coders(others)} stays"


def _coders(annotations: Iterable[Annotation]) -> str:
    return " and ".join(sorted({annotation.coder for annotation in annotations}))
