"""Searching the open articles: which sentences have something in them, and which is the next of them.

A hit is a sentence that has the words, or a note with them: sentences are what the cursor goes to. The words
must stand within one sentence. A capital among them makes capitals count; accents never do (see `loose`).

What is typed may also be what a sentence is called: see `called`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.overlap import Place
from reader.text import folding as loose
from reader.workspace.labels import article_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.articles import Article


_CALLED: Final = re.compile(r"(?:([a-z]) ?|#)(\d{1,9})", re.ASCII | re.IGNORECASE)


class SearchHit(NamedTuple):
    """A hit that one goes to."""

    place: Place
    wrapped: bool
    """It was reached around the end of the last article, or the start of the first."""


def sentence_named(words: str, articles: Sequence[Article], here: int) -> Place | None:
    """The sentence that is called so: `B 7`, `b7`, `#7` of the article `here`; None when there is none."""
    return None if why_no_sentence(words, articles, here) else _meant(words, here)


def why_no_sentence(words: str, articles: Sequence[Article], here: int) -> str:
    """Why there is no sentence that is called so; nothing when the words are no name of one."""
    if (meant := _meant(words, here)) is None:
        return ""
    if meant.article >= len(articles):
        return f"There is no article {article_letter(meant.article)}"
    there = len(articles[meant.article].sentences)
    if 0 <= meant.sentence < there:
        return ""
    from reader.text.phrases import counted  # noqa: PLC0415 - not needed for the first frame

    return f"{article_letter(meant.article)} has {counted(there, 'sentence')}"


def _meant(words: str, here: int) -> Place | None:
    if not (found := _CALLED.fullmatch(words)):
        return None
    return Place(ord(found[1].upper()) - ord("A") if found[1] else here, int(found[2]) - 1)


class Search:
    """What is looked for, and where it is."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._loose: dict[tuple[int, bool], list[str]] = {}
        self._needle, self._exact = "", False
        self._in_text: list[list[int]] = [[] for _ in articles]
        self.look_for("")

    def look_for(self, query: str, notes: Iterable[tuple[Place, str]] = ()) -> None:
        """Find all hits in the articles and in these notes; of nothing there are none."""
        before = self._needle, self._exact
        self.query = query
        self._exact = any(character.isupper() for character in query)
        self._needle = loose.fold(query, exact=self._exact)
        more = bool(before[0]) and before[0] in self._needle and before[1] == self._exact
        self._in_text = [self._sentences(article, more=more) for article in range(len(self._articles))]
        self._hits = list(self._in_text)
        noted = [place for place, note in notes if self.finds(note)]
        for article in {place.article for place in noted}:
            own = {place.sentence for place in noted if place.article == article}
            self._hits[article] = sorted(own.union(self._hits[article]))

    def finds(self, text: str) -> bool:
        """Whether a text has it."""
        return bool(self._needle) and self._needle in loose.fold(text, exact=self._exact)

    def spans(self, text: str) -> loose.Spans:
        """Where a text has it."""
        return loose.find_folded(text, self._needle, exact=self._exact) if self._needle else ()

    @property
    def count(self) -> int:
        """How many hits there are."""
        return sum(map(len, self._hits))

    def number(self, place: Place) -> int:
        """Which hit a sentence is, from 1, in the order of the articles; 0 when it is none."""
        own = self._hits[place.article]
        position = bisect_left(own, place.sentence)
        if own[position : position + 1] != [place.sentence]:
            return 0
        return sum(map(len, self._hits[: place.article])) + position + 1

    def next(self, place: Place, by: int) -> SearchHit | None:
        """The next (1) or previous (-1) hit, through the articles in their order and around; None: no hit."""
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
        """The first hit from a sentence on, itself included; None: no hit."""
        return self.next(Place(place.article, place.sentence - 1), 1)

    def _sentences(self, article: int, *, more: bool) -> list[int]:
        """The sentences with it; where it is more of what was looked for before, only of those with that."""
        needle = self._needle
        if not needle:
            return []
        texts = self._texts(article)
        if more:
            return [number for number in self._in_text[article] if needle in texts[number]]
        return [number for number, text in enumerate(texts) if needle in text]

    def _texts(self, article: int) -> list[str]:
        """The sentences of an article as they are compared; made when first needed, and kept."""
        texts = self._loose.get((article, self._exact))
        if texts is None:
            text, exact = self._articles[article].text, self._exact
            texts = [
                loose.fold(text[s.start : s.end], exact=exact) for s in self._articles[article].sentences
            ]
            self._loose[article, self._exact] = texts
        return texts
