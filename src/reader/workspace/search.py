"""Searching the open articles: which sentences have something in them, and which is the next of them.

A hit is a sentence that has the words, or a note with them: sentences are what the cursor goes to. The words
must stand within one sentence. A capital among them makes capitals count; accents never do (see
`text.folding`). What is typed may also be the name of a sentence: see `sentence_named`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from reader.articles import Article
from reader.overlap import Place
from reader.text.folding import Spans, find_folded, fold
from reader.workspace.labels import article_letter

_NAME: Final = re.compile(r"(?:([a-z]) ?|#)(\d{1,9})", re.ASCII | re.IGNORECASE)


class SearchHit(NamedTuple):
    """A hit that the cursor goes to."""

    place: Place
    wrapped: bool  # it was reached around the end of the last article, or the start of the first


def sentence_named(words: str, articles: Sequence[Article], here: int) -> Place | None:
    """Return the sentence with this name: `B 7`, `b7`, `#7` of the article `here`; None: there is none."""
    return None if why_no_sentence(words, articles, here) else _place_named(words, here)


def why_no_sentence(words: str, articles: Sequence[Article], here: int) -> str:
    """Return why there is no sentence with this name; "" when there is one, or the words are no name."""
    if (meant := _place_named(words, here)) is None:
        return ""
    if meant.article >= len(articles):
        return f"There is no article {article_letter(meant.article)}"
    there = len(articles[meant.article].sentences)
    if 0 <= meant.sentence < there:
        return ""
    from reader.text.phrases import counted  # noqa: PLC0415 - not needed for the first frame

    return f"{article_letter(meant.article)} has {counted(there, 'sentence')}"


def _place_named(words: str, here: int) -> Place | None:
    if not (found := _NAME.fullmatch(words)):
        return None
    return Place(ord(found[1].upper()) - ord("A") if found[1] else here, int(found[2]) - 1)


class Search:
    """What is searched for, and where it is."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._folded: dict[tuple[int, bool], list[str]] = {}
        """For an article, with or without its capitals, its sentences as they are compared."""
        self._needle, self._exact = "", False
        self._in_text: list[list[int]] = [[] for _ in articles]
        self.look_for("")

    def look_for(self, query: str, notes: Iterable[tuple[Place, str]] = ()) -> None:
        """Find all hits in the articles and in these notes; there are none for an empty query."""
        before = self._needle, self._exact
        self.query = query
        self._exact = any(character.isupper() for character in query)
        self._needle = fold(query, exact=self._exact)
        # As somebody types, the query grows: then only the sentences that had what was typed before are read.
        narrower = bool(before[0]) and before[0] in self._needle and before[1] == self._exact
        self._in_text = [self._find(article, narrower=narrower) for article in range(len(self._articles))]
        self._hits = list(self._in_text)
        noted = [place for place, note in notes if self.finds(note)]
        for article in {place.article for place in noted}:
            own = {place.sentence for place in noted if place.article == article}
            self._hits[article] = sorted(own.union(self._hits[article]))

    def finds(self, text: str) -> bool:
        """Return whether the query is in a text."""
        return bool(self._needle) and self._needle in fold(text, exact=self._exact)

    def spans(self, text: str) -> Spans:
        """Return where the query is in a text."""
        return find_folded(text, self._needle, exact=self._exact) if self._needle else ()

    @property
    def count(self) -> int:
        """How many hits there are."""
        return sum(map(len, self._hits))

    def number(self, place: Place) -> int:
        """Return which hit a sentence is, from 1, in the order of the articles; 0 when it is none."""
        own = self._hits[place.article]
        position = bisect_left(own, place.sentence)
        if own[position : position + 1] != [place.sentence]:
            return 0
        return sum(map(len, self._hits[: place.article])) + position + 1

    def next(self, place: Place, by: int) -> SearchHit | None:
        """Return the next (1) or previous (-1) hit, through all articles and around; None: there is none."""
        own = self._hits[place.article]
        here = own[bisect_right(own, place.sentence) :] if by > 0 else own[: bisect_left(own, place.sentence)]
        last = len(self._hits) if by > 0 else -1
        first = 0 if by > 0 else len(self._hits) - 1
        further = [(place.article, here), *((n, self._hits[n]) for n in range(place.article + by, last, by))]
        around = [(n, self._hits[n]) for n in range(first, place.article + by, by)]
        for columns, wrapped in ((further, False), (around, True)):
            for column, hits in columns:
                if hits:
                    return SearchHit(Place(column, hits[0 if by > 0 else -1]), wrapped)
        return None

    def from_here(self, place: Place) -> SearchHit | None:
        """Return the first hit from a sentence on, itself included; None: there is no hit."""
        return self.next(Place(place.article, place.sentence - 1), 1)

    def _find(self, article: int, *, narrower: bool) -> list[int]:
        """Return the sentences of an article that have the query; `narrower`: among those found last."""
        if not self._needle:
            return []
        if (texts := self._folded.get((article, self._exact))) is None:
            text, sentences = self._articles[article].text, self._articles[article].sentences
            texts = [fold(text[each.start : each.end], exact=self._exact) for each in sentences]
            self._folded[article, self._exact] = texts
        among = self._in_text[article] if narrower else range(len(texts))
        return [number for number in among if self._needle in texts[number]]
