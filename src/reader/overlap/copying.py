"""Text that was copied: whole sentences, and runs of words in one order. No language is needed for it."""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING, Final

from reader.overlap.manners import unhurried

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.overlap.context import Pair
    from reader.overlap.statement import Statement

RUN: Final = 4
"""Words in a row that are hardly there twice by chance."""
MOST_STANDING: Final = 100
"""A run in more sentences than this is boilerplate: it points at nothing."""
MOST_RUNS: Final = 100_000
"""Runs that are held at once: about 10 MB."""
MOST_COPIES: Final = 60
"""Pairs that one sentence, repeated in two articles, may make."""

Gram = tuple[str, ...]


def pairs_with_a_run(runs: Sequence[Sequence[int]], articles: Sequence[int]) -> set[Pair]:
    """Give the pairs of statements of different articles that have `RUN` words in a row in common.

    `runs` are those of each statement, by hash.
    """
    return {
        pair
        for numbers in _standing_twice(runs)
        if len(numbers) <= MOST_STANDING
        for pair in combinations(numbers, 2)
        if articles[pair[0]] != articles[pair[1]]
    }


def _standing_twice(runs: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The numbers of the statements with a common run, a list for each run.

    There are as many runs as words: those of long articles are gone through in parts that fit the memory.
    """
    parts = 1 + sum(map(len, runs)) // MOST_RUNS
    for part in range(parts):
        once: dict[int, int] = {}
        again: dict[int, list[int]] = {}
        for number, own in enumerate(unhurried(runs)):
            for run in own:
                if run % parts == part and (first := once.setdefault(run, number)) != number:
                    again.setdefault(run, [first]).append(number)
        yield from again.values()


def same_words(statements: Iterable[Statement]) -> list[list[int]]:
    """Give the numbers of the statements that have the same words, a list for all that have the same."""
    once: dict[Gram, int] = {}
    again: dict[Gram, list[int]] = {}
    for number, statement in enumerate(statements):
        if (first := once.setdefault(statement.words, number)) != number:
            again.setdefault(statement.words, [first]).append(number)
    return list(again.values())


def copies(same: Iterable[Sequence[int]], articles: Sequence[int]) -> set[Pair]:
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
