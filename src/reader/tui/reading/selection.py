"""Choosing a range of sentences or words, by keys or mouse, and copying it or the sentence at hand."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.tui.reading.prompts import SUBJECT, Prompt
from reader.workspace.overlapping import with_words
from reader.workspace.selection import Selection

if TYPE_CHECKING:
    from reader.tui.article.article_view import ArticleView
    from reader.tui.reading.view import ReadingView


class SelectionController:
    """Begins, changes and drops the range. The next tag or note is put on it."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    def toggle(self) -> None:
        """Begin a range at the sentence at hand, or leave the one there is."""
        if self._view.workspace.selection is not None:
            self.drop()
            self._view.say("")
        else:
            self._view.show_move(self._view.workspace.select)
            self._prompt()

    def drop(self) -> None:
        """Choose no range any more."""
        if self._view.workspace.selection is not None:
            self._view.workspace.selection = None
            self._view.columns.repaint()
            self._view.prompts.end(SUBJECT)

    def draw(self, event: ArticleView.RangeSelected) -> None:
        """Choose the range that is drawn with the mouse; the cursor goes to its end when that is done."""
        workspace = self._view.workspace
        article = workspace.articles[event.article]
        chosen = Selection.of_drag(event.article, article, event.start, event.end)
        if chosen is None:
            self.drop()
            return
        if event.done:
            end = Place(event.article, article.sentence_at(event.end))
            self._view.show_move(partial(workspace.go_to, end))
        workspace.selection = chosen
        self._view.columns.repaint()
        self._prompt()

    def choose_words(self) -> None:
        """Ask for the first and the last word: of the sentence at hand, or of the range so far."""
        from reader.tui.dialogs.words_dialog import WordsDialog  # noqa: PLC0415 - not needed for the first frame

        workspace = self._view.workspace
        article, place = workspace.article, workspace.place
        range_ = workspace.selection or Selection.of_sentence(place.article, article, place.sentence)
        words = range_.words(article)

        def take(first: int, last: int) -> None:
            self._view.workspace.selection = range_.between(words[first][0], words[last][1])
            self._view.columns.repaint()
            self._prompt()

        if words:
            self._view.app.push_screen(WordsDialog(article.text, words, take))
        else:
            self._view.say("There are no words in this sentence")

    def copy(self) -> None:
        """Send the range, or the sentence at hand, to the clipboard; say so, or that it may not get there."""
        from reader.workspace.citation import citation, clipboard_doubt  # noqa: PLC0415 - not needed for the first frame

        subject, why = self._view.annotator.subject(), clipboard_doubt(os.environ)
        self._view.app.copy_to_clipboard(citation(self._view.workspace, subject))
        self.drop()
        self._view.say(f"{subject.name} sent; {why}" if why else f"Copied {subject.name} with its source")

    def _prompt(self) -> None:
        no_range = lambda: self._view.workspace.selection is None  # noqa: E731 - a field of the prompt
        self._view.prompts.add(SUBJECT, Prompt(words=self._describe, is_over=no_range))

    def _describe(self) -> str:
        """What is chosen, how to leave it and how to change it."""
        workspace, first = self._view.workspace, self._view.keys.label
        ends = f"{first('left')} {first('right')} its end by words, {first('words')} words by letter"
        name = self._view.annotator.subject().name
        if chosen := workspace.selection:
            name = with_words(name, workspace.article.text[chosen.start : chosen.end])
        return f"Range {name} · {first('range')} leaves it · {ends}, {first('next-overlap')} the other end"
