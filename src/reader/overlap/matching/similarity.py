"""How alike two sentences are in themselves: what they share, weighed against what they say."""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import pairwise
from math import fsum, sqrt
from typing import TYPE_CHECKING, Final

from reader.overlap.matching.conflicts import chance_figures, of_other_things, other_figures
from reader.overlap.matching.kinds import quotes
from reader.overlap.pacing import with_pauses
from reader.text.en.calendar_words import WEEKDAYS
from reader.text.meanings import meaning
from reader.text.stemming import stem
from reader.text.tokens import normal_form, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from reader.overlap.matching.context import Scores, SentencePairs
    from reader.overlap.matching.features import SentenceFeatures

UNSHARED: Final = 0.75
"""Weight every pair is taken to have besides and not to share: two short sentences are soon alike by
chance."""
CONTRADICTED: Final = 0.8
"""What is left where both give figures and none agrees, or one says that it rose and the other that it
fell."""
FAINT: Final = 0.09
"""A score so low is left as it is: context makes no match of it."""
OTHER_ONE: Final = 0.5
"""What is left where they number the same thing differently: "a second ferry" is not "the first
ferry"."""
MOST_IN_ONE: Final = 4
"""Words that one name has at most."""
OF_THE_EVENT: Final = 0.22
"""A word that weighs less is what the event is about: of fifty sentences nine have it."""
ONE_TOGETHER: Final = 3
"""So many of such words are one thing together."""
BEING: Final = frozenset("is are was were be been".split())  # noqa: SIM905
"""Between two words they make a statement of them: "the strike is reckless" is no expression."""
EXACT: Final = 3
"""Characters of a figure from which on it is one thing and its unit another."""
_DAYS: Final = frozenset(map(stem, WEEKDAYS))


def similarity_scores(
    pairs: SentencePairs,
    statements: Sequence[SentenceFeatures],
    weights: Mapping[str, float],
    whole: Sequence[float],
) -> Scores:
    """Give the score of each pair: the cosine over weighted terms, less where they contradict each other.

    `whole` is the weight of each statement.
    """
    weight = weights.__getitem__
    terms = [statement.stems for statement in statements]
    size = array("d", map(sqrt, whole))
    scores: Scores = array("d")
    for a, numbers in with_pauses(pairs.groups()):
        others = pairs.second[numbers.start : numbers.stop]
        shared = map(set(terms[a]).intersection, map(terms.__getitem__, others))
        scores.extend(
            fsum(map(weight, both)) / (size[a] * size[b] + UNSHARED)
            for b, both in zip(others, shared, strict=True)
        )
    _lower_doubtful(scores, pairs, statements, weights, size)
    return scores


def _lower_doubtful(
    scores: Scores,
    pairs: SentencePairs,
    statements: Sequence[SentenceFeatures],
    weights: Mapping[str, float],
    size: Sequence[float],
) -> None:
    """Lower the pairs that contradict each other, and those that share a figure of other things."""
    deniable = [bool(statement.figures or statement.opposites) for statement in statements]
    if not any(deniable):
        return
    for number in with_pauses([number for number, score in enumerate(scores) if score > FAINT]):
        a, b = pairs.first[number], pairs.second[number]
        if deniable[a] and deniable[b]:
            one, other = statements[a], statements[b]
            mistaken = other_figures(one, other)
            scores[number] -= fsum(map(weights.__getitem__, mistaken)) / (size[a] * size[b] + UNSHARED)
            scores[number] *= _agreement(one, other, mistaken)


def _agreement(a: SentenceFeatures, b: SentenceFeatures, mistaken: AbstractSet[str]) -> float:
    if a.numbered and any(b.numbered.get(thing, number) != number for thing, number in a.numbered.items()):
        return OTHER_ONE
    none_agrees = a.figures and b.figures and a.figures & b.figures <= mistaken
    return CONTRADICTED if none_agrees or _opposed(a, b) else 1.0


def _opposed(a: SentenceFeatures, b: SentenceFeatures) -> bool:
    return not (a.opposites.isdisjoint(b.stems) or b.opposites.isdisjoint(a.stems))


def of_the_event(weights: Mapping[str, float]) -> set[str]:
    """Give the words that the whole event shares: in themselves they tell nothing."""
    return {word for word, weight in weights.items() if weight < OF_THE_EVENT}


def shares_enough(a: SentenceFeatures, b: SentenceFeatures, common: AbstractSet[str], *, least: int) -> bool:
    """Whether the sentences share so many telling things, or have nothing else to tell.

    A figure and its unit are one thing, and so is a name of several words, and so are two words that stand
    together in both: "an important step". What the whole event shares (`common`) is none, several of it are
    one. A day of the week is one beside another thing.
    """
    both = set(a.content_words).intersection(b.content_words) - chance_figures(a, b)
    shared = both - common
    if of_other_things(a, b, shared, copied=least == 1):
        return False
    if len(shared) > MOST_IN_ONE * (least - 1):
        return True  # most do
    if shared and (_DAYS.intersection(a.stems, b.stems) or len(both) - len(shared) >= ONE_TOGETHER):
        least -= 1
    if len(shared) > MOST_IN_ONE * (least - 1) or (both and a.content_words == b.content_words):
        return True
    if len(shared) < least:
        return False
    inside = {second for first, second in _units(a) & _units(b) if first in shared and not _exact(first)}
    things = shared - inside
    return len(things) >= least and not (len(things) == least == 2 and _together(things, a, b))


def _together(two: set[str], a: SentenceFeatures, b: SentenceFeatures) -> bool:
    """Whether two common words are one expression: side by side in one, nearly so in the other.

    Not a figure and what it counts, no name, and not what both quote.
    """
    pair = _in_order(*two)
    steps = _steps(a).get(pair), _steps(b).get(pair)
    return steps in {(1, 2), (2, 1)} or (steps == (1, 1) and not (quotes(a.text) and quotes(b.text)))


@lru_cache(maxsize=1 << 9)
def _steps(statement: SentenceFeatures) -> dict[tuple[str, str], int]:
    """How far from each other two words stand that are no names and no figures, if not further than two."""
    printed = tokenize(statement.text)
    said = ["" if one[0].isupper() and place else _term(one) for place, one in enumerate(printed)]
    said = ["" if one in statement.figures else one for one in said]
    expressions = {_in_order(*two): 1 for two in pairwise(said)}
    for one, between, other in zip(said, said[1:], said[2:], strict=False):
        if between not in BEING:
            expressions.setdefault(_in_order(one, other), 2)
    return expressions


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _exact(word: str) -> bool:
    """Whether it is a figure that two reports hardly give by chance: 340, or 4.75; or 22, but not 20."""
    return word[0].isdecimal() and (len(word) >= EXACT or (len(word) == EXACT - 1 and word[-1] != "0"))


@lru_cache(maxsize=1 << 9)
def _units(statement: SentenceFeatures) -> set[tuple[str, str]]:
    """Two words in a row that are one thing: "six weeks", "Ada Murchie"."""
    figures = statement.figures
    return {
        (_term(one), _term(next_one))
        for one, next_one in pairwise(tokenize(statement.text))
        if (one[0].isupper() and next_one[0].isupper()) or (figures and _term(one) in figures)
    }


def _term(printed: str) -> str:
    return meaning(stem(normal_form(printed)))
