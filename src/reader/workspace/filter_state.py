"""Which filter is on, and what it shows of each article.

A filter is applied once, when it is chosen (and again when other matches are shown): a sentence that is
tagged under the filter “untagged” stays in sight until the filter is chosen anew. So nothing moves while one
works, and a tag put on by mistake is still there to be taken off.

Going to a folded sentence (a counterpart, a hit, a click on the fold) unfolds it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reader.articles import Article
from reader.overlap import Place
from reader.workspace.filters import ALL, FilterSource, SentenceFilter
from reader.workspace.visible import VisibleSentences


class FilterState:
    """What is shown of each article, and where the cursors stood before they had to leave a fold."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self.filter = ALL
        self._totals = [len(article.sentences) for article in articles]
        self.shown = [VisibleSentences(range(total), total) for total in self._totals]
        self._left: dict[int, tuple[int, int]] = {}
        """For each article whose cursor had to leave a fold: the sentence it left, and the one it went to."""
        self._column_left: tuple[Place, Place] | None = None
        """Likewise for the sentence at hand, when the cursor had to go to another article."""

    def choose(self, chosen: SentenceFilter, source: FilterSource) -> bool:
        """Show what a filter finds. Returns False, and changes nothing, when it finds nothing.

        Afterwards the cursors must be moved to what is shown: see `move_cursors`.
        """
        found = chosen.find(source)
        if chosen.of_matches:  # of an article that is not compared yet, all is shown
            for number in set(range(len(found))) - source.comparison.known:
                found[number] = set(range(self._totals[number]))
        if not any(found):
            return False
        self.filter = chosen
        self.shown = list(map(VisibleSentences, found, self._totals))
        return True

    def move_cursors(self, column: int, cursors: list[int]) -> int:
        """Move the cursors out of folds, to the nearest sentence that is shown; return the new column.

        A cursor goes back when its sentence is shown again, if it has not been moved since; so does the
        column. An article of which nothing is shown keeps its cursor in the fold, and is never at hand.
        """
        place = Place(column, cursors[column])
        was, put = self._column_left or (place, place)
        if place != put:
            was = place
            self._left.pop(was.article, None)
        for article, shown in enumerate(self.shown):
            left, went = self._left.pop(article, (cursors[article], cursors[article]))
            wanted = left if cursors[article] == went else cursors[article]
            if shown:
                cursors[article] = shown.nearest(wanted)
            if cursors[article] != wanted:
                self._left[article] = wanted, cursors[article]
        columns = (number for number, shown in enumerate(self.shown) if shown)
        column = min(columns, key=lambda number: abs(number - was.article))
        place = Place(column, cursors[column])
        self._column_left = (was, place) if place != was else None
        return column

    def unfold(self, article: int, sentences: Iterable[int]) -> None:
        """Show these sentences as well."""
        self.shown[article] = self.shown[article].also(sentences)

    def unfold_paragraph(self, place: Place) -> None:
        """Show the paragraph of a sentence as well."""
        sentences = self._articles[place.article].sentences
        number = sentences[place.sentence].paragraph
        first = bisect_left(sentences, number, key=lambda sentence: sentence.paragraph)
        last = bisect_left(sentences, number + 1, key=lambda sentence: sentence.paragraph)
        self.unfold(place.article, range(first, last))

    def holds(self, place: Place) -> bool:
        """Return whether a sentence is shown."""
        return place.sentence in self.shown[place.article]
