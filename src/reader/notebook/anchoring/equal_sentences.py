"""Pairing the sentences of two texts that have the same words (patience diff, after Bram Cohen)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IndexPairs = dict[int, int]
"""Number of a sentence in the old text → number in the new text."""


def pair_equal_sentences(old: list[str], new: list[str]) -> tuple[IndexPairs, IndexPairs]:
    """Return the pairs that are in the same order in both texts, and those that have moved.

    Paired are the sentences at both ends; those that occur once in either text, of which the longest run in
    order counts as unmoved; and the neighbours of pairs. Exchanging the texts gives the same pairs.

    :param old: the words of each sentence; likewise `new`.
    """
    if new < old:  # where sentences repeat, the outcome must not depend on which text came first
        in_order, moved = pair_equal_sentences(new, old)
        return {i: j for j, i in in_order.items()}, {i: j for j, i in moved.items()}
    in_order = _pair_ends(old, new)
    old_unique, new_unique = _find_unique(old, set(in_order)), _find_unique(new, set(in_order.values()))
    unique = {i: new_unique[key] for key, i in old_unique.items() if key in new_unique}
    in_order |= _longest_increasing(unique)
    moved = {i: j for i, j in unique.items() if i not in in_order}
    paired = in_order.keys() | moved.keys()
    taken = {*in_order.values(), *moved.values()}
    for pairs in (in_order, moved):
        for step in (1, -1):
            for i, j in sorted(pairs.items(), reverse=step < 0):
                for before, after in _equal_neighbours(i, j, step, old, new):
                    if before in paired or after in taken:
                        break
                    paired.add(before)
                    taken.add(after)
                    pairs[before] = after
    return in_order, moved


def _equal_neighbours(i: int, j: int, step: int, old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that follow a pair in one direction, as long as their words are the same."""
    i, j = i + step, j + step
    while 0 <= i < len(old) and 0 <= j < len(new) and old[i] == new[j]:
        yield i, j
        i, j = i + step, j + step


def _pair_ends(old: list[str], new: list[str]) -> IndexPairs:
    front = list(_equal_neighbours(-1, -1, 1, old, new))
    back = _equal_neighbours(len(old), len(new), -1, old, new)
    return dict([*front, *takewhile(lambda pair: min(pair) >= len(front), back)])


def _find_unique(keys: list[str], paired: set[int]) -> dict[str, int]:
    """Return the number of each key that occurs once among those that are not paired."""
    free = [(key, index) for index, key in enumerate(keys) if index not in paired]
    counts = Counter(key for key, _ in free)
    return {key: index for key, index in free if counts[key] == 1}


def _longest_increasing(pairs: IndexPairs) -> IndexPairs:
    """Return the most pairs that are in order on both sides (patience sorting)."""
    last_new: list[int] = []  # of each pile the number in the new text on top
    tops: list[tuple[int, int]] = []
    below: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in sorted(pairs.items()):
        pile = bisect_left(last_new, pair[1])
        below[pair] = tops[pile - 1] if pile else None
        last_new[pile : pile + 1] = [pair[1]]
        tops[pile : pile + 1] = [pair]
    increasing = tops[-1:]
    while increasing and (pair_below := below[increasing[-1]]):
        increasing.append(pair_below)
    return dict(increasing)
