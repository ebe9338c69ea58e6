"""Tags on more than the sentence at hand: on its counterparts too, on a pair, an absence, a whole article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.article.header import short_name
from reader.tui.dialogs.letter_dialogs import ArticleDialog
from reader.tui.keys.reading_keys import DIGITS
from reader.tui.reading.prompts import SUBJECT, Prompt
from reader.workspace import subjects
from reader.workspace.labels import article_letter, sentence_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.overlap import Match, Place
    from reader.tui.reading.comparison import ComparisonController
    from reader.tui.reading.selection import SelectionController
    from reader.tui.reading.tags import TagController
    from reader.tui.reading.view import ReadingView
    from reader.workspace.subjects import Subject


class TargetController:
    """Finds what a tag is asked for, and has the tag picked."""

    def __init__(
        self,
        view: ReadingView,
        comparison: ComparisonController,
        selection: SelectionController,
        tags: TagController,
    ) -> None:
        self._view, self._comparison = view, comparison
        self._selection, self._tags = selection, tags

    def tag_everywhere(self) -> None:
        """Let the next tag go on the sentence at hand and on all its counterparts."""
        workspace, first = self._view.workspace, self._view.keys.label
        home = workspace.place
        subject = subjects.with_counterparts(workspace, home)
        if len(subject.places) == 1:
            self._comparison.found_nothing("No other article says this", self.tag_everywhere)
        elif not self._view.refuses_change():
            self._selection.drop()
            digits = f"a digit, or {first('tag')} for a tag; {first('quiet')} leaves it"
            prompt = Prompt(
                words=lambda: f"The same on {subject.name}: {digits}",
                subject=subject,
                is_over=lambda: self._view.workspace.place != home,
            )
            self._view.prompts.add(SUBJECT, prompt)

    def tag_article(self) -> None:
        """Ask for a tag for the whole article."""
        workspace = self._view.workspace
        self._tags.pick_for(subjects.article(workspace, workspace.column))

    def tag_pair(self) -> None:
        """Ask for a tag for the sentence together with its counterpart."""
        subject = subjects.pair(self._view.workspace)
        if subject is None:
            self._comparison.found_nothing("No other article says this: there is no pair", self.tag_pair)
        else:
            self._tags.pick_for(subject)

    def tag_absence(self) -> None:
        """Ask which article does not say what the sentence at hand says, then for a tag."""
        workspace = self._view.workspace
        place = workspace.place
        others = subjects.other_articles(workspace, place)
        if not workspace.comparison.complete:
            self._comparison.wait(self.tag_absence)
        elif not others:
            self._view.say("This is the only article")
        elif not self._view.refuses_change():
            self._ask_which_lacks(place, others)

    def _ask_which_lacks(self, place: Place, others: Mapping[int, Match | None]) -> None:
        """Ask for the letter of an article; where only one has no match, Enter or a tag's digit will do."""
        workspace = self._view.workspace
        numbers = list(others)
        letters = "".join(map(article_letter, numbers))
        articles = workspace.articles
        rows = [short_name(articles[n]) + subjects.match_label(match) for n, match in others.items()]
        lacking = [number for number in numbers if others[number] is None] or numbers
        question, keys = f"Which does not say {sentence_name(place)}?", {}
        if len(lacking) == 1:
            (only,) = lacking
            digits = self._view.keys.digit_labels()
            sentence = f"{article_letter(only)} does not say {sentence_name(place)}"
            question = f"{sentence}: its letter, Enter or {digits} for a tag"
            keys = self._tag_keys(subjects.absence(workspace, place, only))
            keys["enter"] = partial(self._pick_for_absence, place, only)
        take = lambda row: self._pick_for_absence(place, numbers[row])  # noqa: E731 - the answer
        self._view.app.push_screen(ArticleDialog(question, rows, letters, take, keys))

    def _tag_keys(self, subject: Subject) -> dict[str, Callable[[], None]]:
        notebook = self._view.workspace.notebook
        tags = {f"tag-{digit}": notebook.codebook.pinned_to(digit) for digit in DIGITS}
        tags["repeat"] = self._view.annotator.last
        return {
            key: partial(self._tags.put_and_go_on, subject, tag)
            for name, tag in tags.items()
            if tag is not None
            for key in self._view.keys.keys_for(name)
        }

    def _pick_for_absence(self, place: Place, number: int) -> None:
        self._tags.pick_for(subjects.absence(self._view.workspace, place, number))
