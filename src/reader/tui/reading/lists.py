"""The pages over the whole notebook: the list of everything, and what waits to be reviewed.

To put something on another place one leaves the review list: it lies open until Enter takes the sentence at
hand, or the range, and then the list is there again.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from reader.notebook import NotebookError
from reader.text.phrases import shorten
from reader.tui.reading import status_lines as lines
from reader.tui.reading.base import NOTICE
from reader.tui.reading.go_to import Goal, Reopening
from reader.tui.reading.prompts import Question
from reader.tui.reading.tags import Tagging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from reader.notebook import Annotation, Span
    from reader.notebook.actions.review import ReviewItem
    from reader.notebook.query import Query

PLACE = "place"
"""The name under which it is asked where something is now."""
OLD_WORDS = 40
"""Characters of what is moved that the status line shows."""


class Listing(Tagging, Reopening):
    """What is in the notebook, wherever it is."""

    # The list of everything

    def action_everything(self, typed: str = "") -> None:
        """Show all annotations."""
        if not self.workspace.notebook.annotations():
            self.say(f"Nothing is tagged or noted yet: {self.keys.label('tag')} tags")
            return
        from reader.tui.pages.annotations import AnnotationsScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(
            AnnotationsScreen(self.workspace, self._go_to_annotation, self._cross, self.keys, typed)
        )

    def _cross(self, typed: str, query: Query) -> None:
        from reader.tui.pages.tags_by_story import TagsByStoryScreen  # noqa: PLC0415 - not needed for the first frame

        back = partial(self.action_everything, typed)
        self.app.push_screen(TagsByStoryScreen(self.workspace, query, typed, self.keys, back))

    def _go_to_annotation(self, annotation: Annotation) -> None:
        lost = annotation.verdict == "lost"
        review = self.keys.label("review")
        words = f"Its words are not here any more, this is where they stood: {review} reviews" if lost else ""
        beside = () if annotation.other is None else (annotation.other.article,)
        self.bring(Goal(annotation.span, words, beside))

    # The review list

    def _begin(self) -> None:
        super()._begin()
        self.call_after_refresh(self._tell_of_review)

    def _tell_of_review(self) -> None:
        if said := self._what_waits():
            self.notify(said, timeout=NOTICE, markup=False)

    def _what_waits(self) -> str:
        """How many places wait, in words; nothing when no more do than the reader knows of."""
        from reader.text.phrases import counted  # noqa: PLC0415 - not needed for the first frame

        known, self.workspace.reviews_shown = (
            self.workspace.reviews_shown,
            len(self.workspace.notebook.review.items()),
        )
        if self.workspace.reviews_shown <= known:
            return ""
        are = "is" if self.workspace.reviews_shown == 1 else "are"
        places = counted(self.workspace.reviews_shown, "place")
        return f"{places} {are} to be reviewed: {self.keys.label('review')}"

    def action_review(self, at: int = 0, said: str = "") -> None:
        """Show what waits to be reviewed."""
        self._asked.end(PLACE)
        if not self.workspace.notebook.review.items():
            self.say(" · ".join(filter(None, [said, "Nothing waits to be reviewed"])))
            return
        from reader.tui.pages.review import ReviewScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.clear_notifications()
        self.app.push_screen(
            ReviewScreen(self.workspace, self.keys, self._move_item, self._show_spans, at=at, said=said)
        )

    def _show_spans(self, spans: Iterable[Span]) -> None:
        self._show_changed(self.workspace.annotations.places(spans))

    # Another place

    def _move_item(self, at: int, item: ReviewItem) -> None:
        """Ask for the new place of something, in its article."""
        selector = item.new or item.old
        self.bring(Goal((item.article, selector.start, selector.end)))
        from reader.text.phrases import unquoted  # noqa: PLC0415 - not needed for the first frame

        question = Question(
            takes=partial(self._take_place, at, item),
            line=partial(self._where, shorten(unquoted(item.old.exact), OLD_WORDS)),
            footer=self._place_keys,
            lasts=True,
        )
        self._asked.ask(PLACE, question)

    def _take_place(self, at: int, item: ReviewItem, key: events.Key) -> bool:
        """Take the place, or leave it."""
        action = self.keys.on_page("in-move").action_for(key.key)
        if action == "here":
            self._put(at, item)
        elif action and self.workspace.selection is not None:
            self._drop_selection()
        elif action:
            self._moved(at, "It stays where it was")
        return action is not None

    def _put(self, at: int, item: ReviewItem) -> None:
        from reader.workspace import annotation_labels  # noqa: PLC0415 - not needed for the first frame

        article, start, end = self._annotator.subject().targets[0].place
        if article != item.article:
            within = annotation_labels.article_label(self.workspace, item.article)
            self.say(f"It can only be moved within its article: {within}")
            return
        name = self._annotator.subject().name
        try:
            self.workspace.notebook.review.move(item, start, end)
        except NotebookError as error:
            self._moved(at, str(error))
            return
        self._show_spans(self.workspace.notebook.history.touched_spans)
        self._moved(at, f"Moved to {name}; {self.keys.label('undo')} takes it back")

    def _moved(self, at: int, said: str) -> None:
        """Back to the list."""
        self._drop_selection()
        self.action_review(at, said)
        self._show_sentence()

    def _where(self, words: str, width: int) -> Text:
        if self._message:
            return lines.status(self.workspace, self._message, width, self._about())
        about, here = self._annotator.subject().name, self.keys.on_page("in-move").label("here")
        return lines.question(f"Where is “{words}” now?", f"{here} puts it on {about}", width)

    def _place_keys(self, width: int) -> Text:
        first = self.keys.label
        here, leave = self.keys.on_page("in-move").links()
        moves = Text.assemble((f"{first('next')} {first('previous')}", "bold"), " move")
        a_range = Text.assemble((first("range"), "bold"), " a range")
        line = Text(" ").append_text(Text("  ").join([here, moves, a_range, leave]))
        line.truncate(width, overflow="ellipsis")
        return line
