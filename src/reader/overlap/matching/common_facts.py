"""How many facts two sentences have in common: one may be chance, two make a match."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import Final

from reader.overlap.matching.conflicts import chance_figures, differ_in_particulars
from reader.overlap.matching.features import SentenceFeatures
from reader.overlap.matching.kinds import has_quotation
from reader.overlap.matching.particulars import WEEKDAY_STEMS
from reader.text.en.grammar import BEING
from reader.text.meanings import token_meaning
from reader.text.tokens import tokenize

LONGEST_NAME: Final = 4  # words that one name has at most
EVENT_WEIGHT: Final = 0.22  # a lighter stem is what the event is about: of fifty sentences nine have it
EVENT_STEMS_FOR_A_FACT: Final = 3  # common stems of the event that are one fact together
EXACT_FIGURE: Final = 3  # characters from which on a figure is a fact without its unit
_BEING: Final = BEING - {"being"}  # make a statement: "the strike is reckless" is no expression


def event_stems(weights: Mapping[str, float]) -> set[str]:
    """Return the stems that the whole event shares: in themselves they tell nothing."""
    return {stem for stem, weight in weights.items() if weight < EVENT_WEIGHT}


def share_enough(a: SentenceFeatures, b: SentenceFeatures, common: AbstractSet[str], *, copied: bool) -> bool:
    """Whether two sentences share two facts (one, if text was copied), or all that they have to tell.

    One fact is: a figure with its unit; a name of several words; two words that stand together in both, as in
    "an important step"; several words of those that the whole event shares (`common`); a day of the week
    beside another fact.
    """
    both = set(a.content_words).intersection(b.content_words) - chance_figures(a, b)
    shared = both - common
    if differ_in_particulars(a, b, shared, copied=copied):
        return False
    needed = 1 if copied else 2
    if len(shared) > LONGEST_NAME * (needed - 1):
        return True  # most do
    weekday = WEEKDAY_STEMS.intersection(a.stems, b.stems)
    if shared and (weekday or len(both) - len(shared) >= EVENT_STEMS_FOR_A_FACT):
        needed -= 1
    if len(shared) > LONGEST_NAME * (needed - 1) or (both and a.content_words == b.content_words):
        return True
    if len(shared) < needed:
        return False
    inside = {second for first, second in _units(a) & _units(b) if first in shared and not _is_exact(first)}
    facts = shared - inside
    return len(facts) >= needed and not (len(facts) == needed == 2 and _are_one_expression(facts, a, b))


def _are_one_expression(two: set[str], a: SentenceFeatures, b: SentenceFeatures) -> bool:
    """Whether two common words stand side by side in one sentence, and nearly so in the other.

    A figure and what it counts are none, nor is a name, nor what both sentences quote.
    """
    pair = _in_order(*two)
    steps = _steps_apart(a).get(pair), _steps_apart(b).get(pair)
    if steps == (1, 1):
        return not (has_quotation(a.text) and has_quotation(b.text))
    return steps in {(1, 2), (2, 1)}


@lru_cache(maxsize=1 << 9)
def _steps_apart(sentence: SentenceFeatures) -> dict[tuple[str, str], int]:
    """Return how many words apart two stems are that are no names and no figures: 1 or 2."""
    tokens = tokenize(sentence.text)
    names = {place for place, token in enumerate(tokens) if place and token[0].isupper()}
    said = ["" if place in names else token_meaning(token) for place, token in enumerate(tokens)]
    said = ["" if one in sentence.figures else one for one in said]
    steps = {_in_order(*two): 1 for two in pairwise(said)}
    for one, between, other in zip(said, said[1:], said[2:], strict=False):
        if between not in _BEING:
            steps.setdefault(_in_order(one, other), 2)
    return steps


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _is_exact(word: str) -> bool:
    """Whether two reports hardly give a figure by chance: 340, or 4.75; or 22, but not 20."""
    exact = len(word) >= EXACT_FIGURE or (len(word) == EXACT_FIGURE - 1 and word[-1] != "0")
    return word[0].isdecimal() and exact


@lru_cache(maxsize=1 << 9)
def _units(sentence: SentenceFeatures) -> set[tuple[str, str]]:
    """Return the stems of each two words in a row that are one fact: "six weeks", "Ada Murchie"."""
    figures = sentence.figures
    return {
        (token_meaning(one), token_meaning(other))
        for one, other in pairwise(tokenize(sentence.text))
        if (one[0].isupper() and other[0].isupper()) or (figures and token_meaning(one) in figures)
    }
