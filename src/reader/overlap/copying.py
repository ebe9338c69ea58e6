"""Text that was copied: whole sentences, and runs of words in one order. No language is needed for it."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.overlap.context import Pair
    from reader.overlap.statement import Statement

RUN: Final = 4
"""Words in a row that are hardly there twice by chance."""
MOST_STANDING: Final = 100
"""A run in more sentences than this is boilerplate: it points at nothing."""
MOST_COPIES: Final = 60
"""Pairs that one sentence, repeated in two articles, may make."""

Gram = tuple[str, ...]


def pairs_with_a_run(statements: Sequence[Statement]) -> set[Pair]:
    """Give the pairs of statements of different articles that have `RUN` words in a row in common."""
    return {
        pair
        for numbers in _standing_twice(statements)
        if len(numbers) <= MOST_STANDING
        for pair in combinations(numbers, 2)
        if statements[pair[0]].place.article != statements[pair[1]].place.article
    }


def _standing_twice(statements: Sequence[Statement]) -> Iterable[list[int]]:
    """The statements with a common run; runs are known by hash, since most are never seen again."""
    first: dict[int, int] = {}
    again: dict[int, list[int]] = {}
    for number, statement in enumerate(statements):
        for run in set(map(hash, grams(statement.words))):
            if run in again:
                again[run].append(number)
            elif run in first:
                again[run] = [first[run], number]
            else:
                first[run] = number
    return again.values()


def copies(statements: Sequence[Statement]) -> set[Pair]:
    """Give the pairs of statements of different articles that have the same words.

    What is repeated over and over is paired in the order in which it stands, each with one.
    """
    alike: dict[Gram, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, statement in enumerate(statements):
        alike[tuple(statement.words)][statement.place.article].append(number)
    return {
        pair
        for by_article in alike.values()
        for one, other in combinations(by_article.values(), 2)
        for pair in _paired(one, other)
    }


def _paired(one: Sequence[int], other: Sequence[int]) -> Iterator[Pair]:
    if len(one) * len(other) > MOST_COPIES:
        return zip(one, other, strict=False)
    return ((a, b) for a in one for b in other)


def grams(words: Sequence[str]) -> Iterator[Gram]:
    """Give the runs of `RUN` words."""
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Give the stretches of `a` whose runs are in `b`, as (start, end) counted in words."""
    there = set(grams(b))
    found: list[tuple[int, int]] = []
    for start, gram in enumerate(grams(a)):
        if gram in there:
            if found and start < found[-1][1] - RUN + 2:
                found[-1] = found[-1][0], start + RUN
            else:
                found.append((start, start + RUN))
    return found
