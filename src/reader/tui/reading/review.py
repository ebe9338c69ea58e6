"""The review list: annotations whose text has changed. Any of them can be moved to another place.

To move one the reader leaves the list; the reading screen asks where it belongs, and then the list is there
again.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from reader.notebook import NotebookError, Span
from reader.text.phrases import counted, shorten, unquoted
from reader.tui.reading.go_to import Destination, GoToController
from reader.tui.reading.prompts import Prompt
from reader.tui.reading.status_lines import prompt_line
from reader.tui.widgets.clickable_line import fit_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from reader.notebook.actions.review import ReviewItem
    from reader.tui.reading.selection import SelectionController
    from reader.tui.reading.view import ReadingView

PROMPT = "place"
OLD_WORDS = 40
"""Characters of what is moved that the status line shows."""


class ReviewController:
    """Opens the list, and asks for the new place of an annotation."""

    def __init__(self, view: ReadingView, selection: SelectionController, go_to: GoToController) -> None:
        self._view, self._selection, self._go_to = view, selection, go_to

    def what_waits(self) -> str:
        """Return in words how many places wait; empty when no more do than the reader knows of."""
        workspace = self._view.workspace
        known, workspace.reviews_shown = workspace.reviews_shown, len(workspace.notebook.review.items())
        if workspace.reviews_shown <= known:
            return ""
        are = "is" if workspace.reviews_shown == 1 else "are"
        places = counted(workspace.reviews_shown, "place")
        return f"{places} {are} to be reviewed: {self._view.keys.label('review')}"

    def show(self, at: int = 0, message: str = "") -> None:
        """Show what waits to be reviewed; `at` is the number of the row at hand."""
        view = self._view
        view.prompts.end(PROMPT)
        if not view.workspace.notebook.review.items():
            view.say(" · ".join(filter(None, [message, "Nothing waits to be reviewed"])))
            return
        from reader.tui.pages.review import ReviewScreen  # noqa: PLC0415 - not needed for the first frame

        view.app.clear_notifications()
        ask, show = self._ask_where, self._show_spans
        view.app.push_screen(ReviewScreen(view.workspace, view.keys, ask, show, at=at, message=message))

    def _show_spans(self, spans: Iterable[Span]) -> None:
        self._view.show_changed(self._view.workspace.annotations.places(spans))

    # Another place

    def _ask_where(self, at: int, item: ReviewItem) -> None:
        selector = item.new or item.old
        self._go_to.go(Destination((item.article, selector.start, selector.end)))
        prompt = Prompt(
            takes=partial(self._take_key, at, item),
            line=partial(self._prompt_line, shorten(unquoted(item.old.exact), OLD_WORDS)),
            footer=self._prompt_footer,
            lasts=True,
        )
        self._view.prompts.add(PROMPT, prompt)

    def _take_key(self, at: int, item: ReviewItem, key: events.Key) -> bool:
        action = self._view.keys.on_page("in-move").action_for(key.key)
        if action == "here":
            self._move_here(at, item)
        elif action and self._view.workspace.selection is not None:
            self._selection.drop()
        elif action:
            self._back_to_list(at, "It stays where it was")
        return action is not None

    def _move_here(self, at: int, item: ReviewItem) -> None:
        view, workspace = self._view, self._view.workspace
        subject = view.annotator.subject()
        article, start, end = subject.targets[0].place
        if article != item.article:
            from reader.workspace.annotation_labels import article_label  # noqa: PLC0415 - hardly ever needed

            view.say(f"It can only be moved within its article: {article_label(workspace, item.article)}")
            return
        try:
            workspace.notebook.review.move(item, start, end)
        except NotebookError as error:
            self._back_to_list(at, str(error))
            return
        self._show_spans(workspace.notebook.history.touched_spans)
        self._back_to_list(at, f"Moved to {subject.name}; {view.keys.label('undo')} takes it back")

    def _back_to_list(self, at: int, message: str) -> None:
        self._selection.drop()
        self.show(at, message)
        self._view.show_sentence()

    def _prompt_line(self, words: str, width: int) -> Text:
        if message := self._view.status.message:
            return self._view.status.status_with(message, width)
        about, here = self._view.annotator.subject().name, self._view.keys.on_page("in-move").label("here")
        return prompt_line(f"Where is “{words}” now?", f"{here} puts it on {about}", width)

    def _prompt_footer(self, width: int) -> Text:
        first = self._view.keys.label
        here, leave = self._view.keys.on_page("in-move").links()
        moves = Text.assemble((f"{first('next')} {first('previous')}", "bold"), " move")
        a_range = Text.assemble((first("range"), "bold"), " a range")
        return fit_line(Text(" ").append_text(Text("  ").join([here, moves, a_range, leave])), width)
