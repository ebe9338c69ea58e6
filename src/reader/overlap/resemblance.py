"""How alike two sentences are in themselves: what they share, weighed against what they say."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import fsum, sqrt
from typing import TYPE_CHECKING, Final

from reader.overlap.lexicon import DAYS
from reader.overlap.manners import unhurried
from reader.overlap.meanings import meaning
from reader.overlap.words import normal, term, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.overlap.context import Pairs, Scores
    from reader.overlap.statement import Statement

UNSHARED: Final = 0.75
"""Weight every pair is taken to have besides and not to share: two short sentences are soon alike by
chance."""
CONTRADICTED: Final = 0.8
"""What is left where both give figures and none agrees, or one says that it rose and the other that it
fell."""
OTHER_ONE: Final = 0.5
"""What is left where they number the same thing differently: "a second ferry" is not "the first
ferry"."""
MOST_IN_ONE: Final = 4
"""Words that one name has at most."""
EXACT: Final = 3
"""Characters of a figure from which on it is one thing and its unit another."""
_DAYS: Final = frozenset(map(term, DAYS))


def resemblance(
    pairs: Pairs, statements: Sequence[Statement], weights: Mapping[str, float], whole: Sequence[float]
) -> Scores:
    """Give the score of each pair: the cosine over weighted terms, less where they contradict each other.

    `whole` is the weight of each statement.
    """
    weight = weights.__getitem__
    terms = [statement.terms for statement in statements]
    size = list(map(sqrt, whole))
    scores: Scores = []
    for a, numbers in unhurried(pairs.groups()):
        others = pairs.second[numbers.start : numbers.stop]
        shared = map(set(terms[a]).intersection, map(terms.__getitem__, others))
        scores += [
            fsum(map(weight, both)) / (size[a] * size[b] + UNSHARED)
            for b, both in zip(others, shared, strict=True)
        ]
    _lower_doubtful(scores, pairs, statements)
    return scores


def _lower_doubtful(scores: Scores, pairs: Pairs, statements: Sequence[Statement]) -> None:
    """What contradicts the other counts against a pair."""
    deniable = [bool(statement.figures or statement.contrary) for statement in statements]
    for a, numbers in pairs.groups():
        if deniable[a]:
            for number in numbers:
                if deniable[b := pairs.second[number]]:
                    scores[number] *= _agreement(statements[a], statements[b])


def _agreement(a: Statement, b: Statement) -> float:
    if a.numbered and any(b.numbered.get(thing, number) != number for thing, number in a.numbered.items()):
        return OTHER_ONE
    return CONTRADICTED if _other_figures(a, b) or _opposed(a, b) else 1.0


def _other_figures(a: Statement, b: Statement) -> bool:
    return bool(a.figures and b.figures) and a.figures.isdisjoint(b.figures)


def _opposed(a: Statement, b: Statement) -> bool:
    return not (a.contrary.isdisjoint(b.terms) or b.contrary.isdisjoint(a.terms))


def shares_enough(a: Statement, b: Statement, *, least: int) -> bool:
    """Whether the sentences share so many telling things, or have nothing else to tell.

    A figure and its unit are one thing, and so is a name of several words. A day of the week is one beside
    another thing.
    """
    shared = set(a.telling).intersection(b.telling)
    if len(shared) > MOST_IN_ONE * (least - 1):
        return True  # most do
    if shared and _DAYS.intersection(a.terms, b.terms):
        least -= 1
    if len(shared) > MOST_IN_ONE * (least - 1) or (shared and a.telling == b.telling):
        return True
    if len(shared) < least:
        return False
    inside = {second for first, second in _units(a) & _units(b) if first in shared and not _exact(first)}
    return len(shared - inside) >= least


def _exact(word: str) -> bool:
    """Whether it is a figure that two reports hardly give by chance: 340, or 4.75."""
    return word[0].isdecimal() and len(word) >= EXACT


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
    return meaning(term(normal(printed)))
