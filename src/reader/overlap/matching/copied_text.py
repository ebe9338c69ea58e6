"""Text that was copied: whole sentences, and runs of words in one order. No language is needed for it."""

from __future__ import annotations

from array import array
from itertools import combinations, groupby, repeat
from typing import TYPE_CHECKING, Final

from reader.overlap.pacing import with_pauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.overlap.matching.context import Pair

MOST_STANDING: Final = 100
"""A run in more sentences than this is boilerplate: it points at nothing."""
MANY: Final = 6_000
"""Sentences whose runs are looked through in parts."""
PARTS: Final = 64
"""In which runs are looked through: of three times 20,000 sentences, about 1 MB at once."""
MOST_COPIES: Final = 60
"""SentencePairs that one sentence, repeated in two articles, may make."""


class Wordings:
    """The words of many statements, all that each has and in runs, by hash.

    There are as many runs as words: those of long articles lie in parts, by hash, and are gone through part
    by part.
    """

    def __init__(self, sentences: int) -> None:
        """Be ready for the statements of so many sentences."""
        parts = PARTS if sentences > MANY else 1
        self._wholes = array("q")
        self._parts = [(array("q"), array("I")) for _ in range(parts)]
        """Runs, and for each the number of its statement."""

    def add(self, whole: int, runs: Sequence[int]) -> None:
        """Take in those of the next statement; each run is there once."""
        number = len(self._wholes)
        self._wholes.append(whole)
        if len(self._parts) == 1:
            of_part, numbers = self._parts[0]
            of_part.extend(runs)
            numbers.extend(repeat(number, len(runs)))
            return
        for run in runs:
            of_part, numbers = self._parts[run % PARTS]
            of_part.append(run)
            numbers.append(number)

    def same(self) -> Iterator[list[int]]:
        """Give the numbers of the statements that have the same words, a list for all that have the same."""
        parts = [array("I") for _ in self._parts]
        for number, whole in enumerate(self._wholes):
            parts[whole % len(parts)].append(number)
        for part in parts:
            yield from _together(map(self._wholes.__getitem__, part), part)

    def with_a_run(self) -> Iterator[list[int]]:
        """Give the numbers of the statements with a common run, a list for each run."""
        for runs, numbers in self._parts:
            yield from _together(runs, numbers)


def _together(keys: Iterable[int], numbers: Iterable[int]) -> Iterable[list[int]]:
    """Give the numbers that have a key in common, a list for each; most have none."""
    once: dict[int, int] = {}
    again: dict[int, list[int]] = {}
    for key, number in with_pauses(zip(keys, numbers, strict=True)):
        if (first := once.setdefault(key, number)) != number:
            again.setdefault(key, [first]).append(number)
    return again.values()


def pairs_with_a_run(wordings: Wordings, articles: Sequence[int]) -> Iterator[Pair]:
    """Give the pairs of statements of different articles that have `RUN` words in a row in common.

    One comes for each run that both have.
    """
    return (
        pair
        for numbers in wordings.with_a_run()
        if len(numbers) <= MOST_STANDING
        for pair in combinations(numbers, 2)
        if articles[pair[0]] != articles[pair[1]]
    )


def exact_copies(same: Iterable[Sequence[int]], articles: Sequence[int]) -> set[Pair]:
    """Give the pairs of statements of different articles, of those that have the same words.

    What is repeated over and over is paired in the order in which it stands, each with one.
    """
    return {
        pair
        for numbers in same
        for one, other in combinations(_by_article(numbers, articles), 2)
        for pair in _paired(one, other)
    }


def _by_article(numbers: Iterable[int], articles: Sequence[int]) -> list[list[int]]:
    return [list(group) for _, group in groupby(numbers, key=articles.__getitem__)]


def _paired(one: Sequence[int], other: Sequence[int]) -> Iterator[Pair]:
    if len(one) * len(other) > MOST_COPIES:
        return zip(one, other, strict=False)
    return ((a, b) for a in one for b in other)
