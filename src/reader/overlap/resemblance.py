"""How alike two sentences are in themselves: what they share, weighed against what they say."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from math import fsum, sqrt
from typing import TYPE_CHECKING, Final

from reader.overlap.manners import unhurried
from reader.overlap.words import normal, term, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.overlap.context import Pairs, Scores
    from reader.overlap.statement import Statement

UNSHARED: Final = 0.75
"""Weight every pair is taken to have besides and not to share: two short sentences are soon alike by
chance."""
OTHER_FIGURES: Final = 0.8
"""What is left where both give figures and none agrees."""
OTHER_ONE: Final = 0.5
"""What is left where they number the same thing differently: "a second ferry" is not "the first
ferry"."""
MOST_IN_ONE: Final = 4
"""Words that one name has at most."""


def resemblance(
    pairs: Pairs, statements: Sequence[Statement], weights: Mapping[str, float], whole: Sequence[float]
) -> Scores:
    """Give the score of each pair: the cosine over weighted terms, less where numbers disagree.

    `whole` is the weight of each statement.
    """
    weight = weights.__getitem__
    terms = [statement.terms for statement in statements]
    size = list(map(sqrt, whole))
    scores: Scores = []
    for a, count in unhurried(Counter(pairs.first).items()):
        others = pairs.second[len(scores) : len(scores) + count]
        shared = map(set(terms[a]).intersection, map(terms.__getitem__, others))
        scores += [
            fsum(map(weight, both)) / (size[a] * size[b] + UNSHARED)
            for b, both in zip(others, shared, strict=True)
        ]
    _lower_doubtful(scores, pairs, statements)
    return scores


def _lower_doubtful(scores: Scores, pairs: Pairs, statements: Sequence[Statement]) -> None:
    """Numbers that disagree count against a pair."""
    with_figures = [bool(statement.figures) for statement in statements]
    for number, (a, b) in enumerate(pairs):
        if with_figures[a] and with_figures[b]:
            scores[number] *= _agreement(statements[a], statements[b])


def _agreement(a: Statement, b: Statement) -> float:
    if a.numbered and any(b.numbered.get(thing, number) != number for thing, number in a.numbered.items()):
        return OTHER_ONE
    return OTHER_FIGURES if a.figures.isdisjoint(b.figures) else 1.0


def shares_enough(a: Statement, b: Statement, *, least: int) -> bool:
    """Whether the sentences share so many telling things, or have nothing else to tell.

    A figure and its unit are one thing, and so is a name of several words.
    """
    shared = set(a.telling).intersection(b.telling)
    if len(shared) > MOST_IN_ONE * (least - 1):
        return True
    if shared and a.telling == b.telling:
        return True
    if len(shared) < least:
        return False
    inside = {second for first, second in _units(a) & _units(b) if first in shared}
    return len(shared - inside) >= least


@lru_cache(maxsize=1 << 10)
def _units(statement: Statement) -> set[tuple[str, str]]:
    """Two words in a row that are one thing: "six weeks", "Ada Murchie"."""
    figures = statement.figures
    return {
        (_term(one), _term(next_one))
        for one, next_one in pairwise(tokens(statement.text))
        if (one[0].isupper() and next_one[0].isupper()) or (figures and _term(one) in figures)
    }


def _term(printed: str) -> str:
    return term(normal(printed))
