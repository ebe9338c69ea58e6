"""Which figures and dates of two sentences agree, and which say different things of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from reader.overlap.extraction.dates import dates_disagree, same_date
from reader.overlap.extraction.quantity import (
    count_same_thing,
    may_count_same_people,
    may_replace,
    quantities_disagree,
    same_quantity,
)
from reader.text.en.calendar_words import WEEKDAYS
from reader.text.en.grammar import SUBORDINATING
from reader.text.en.money import MONEY_TOPICS, MOTIONS
from reader.text.en.people import FATES
from reader.text.en.stopwords import STOPWORDS
from reader.text.tokenized import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.overlap.differences.alignment import Opcodes
    from reader.overlap.extraction.dates import Date
    from reader.overlap.extraction.quantity import Quantity
    from reader.text.tokenized import TokenizedSentence

_Found = TypeVar("_Found")
_Numbered = TypeVar("_Numbered", "Quantity", "Date")

Pairs = list[tuple[_Found, _Found]]
AROUND: Final = 6
"""Words on each side of a figure that tell what it is about."""
OTHER_WORDS: Final = 1
"""Telling words beside two figures in one changed stretch, at most, where one stands for the other."""


def equal_pairs(
    ones: Sequence[_Found], others: Sequence[_Found], equal: Callable[[_Found, _Found], bool]
) -> Pairs[_Found]:
    """Give all that say the same, many to many."""
    return [(a, b) for a in ones for b in others if equal(a, b)]


def unmatched(
    ones: Sequence[_Found], others: Sequence[_Found], equal: Callable[[_Found, _Found], bool]
) -> list[_Found]:
    """Give those that none of the others equals."""
    return [a for a in ones if not any(equal(a, b) for b in others)]


def disagreeing_figures(
    a: TokenizedSentence,
    ones: Sequence[Quantity],
    b: TokenizedSentence,
    others: Sequence[Quantity],
    aligned: Opcodes | None,
) -> Pairs[Quantity]:
    """Give the figures of one thing that are not the same, each with one.

    `aligned` are the changes between the words of an edited text; nothing where it was written anew.
    """
    swapped = [pair for pair in _swapped(ones, others) if _one_matter(a, pair[0], b, pair[1], edited=True)]
    left_a = _without(unmatched(ones, others, same_quantity), [one for one, _ in swapped])
    left_b = _without(unmatched(others, ones, same_quantity), [other for _, other in swapped])
    in_place = _in_place(a, left_a, b, left_b, aligned or ())
    left_a = _without(left_a, [one for one, _ in in_place])
    left_b = _without(left_b, [other for _, other in in_place])

    def disagree(one: Quantity, other: Quantity) -> bool:
        alike = count_same_thing(one, other) or (one.is_money and other.is_money)
        edited = (alike or aligned is not None) and not (one.part_of_group or other.part_of_group)
        return (
            quantities_disagree(one, other)
            and _one_subject(a, one, b, other)
            and _one_matter(a, one, b, other, edited=edited)
        )

    return sorted([*swapped, *in_place, *_one_to_one(left_a, left_b, disagree)], key=_position)


def disagreeing_dates(
    a: TokenizedSentence, ones: Sequence[Date], b: TokenizedSentence, others: Sequence[Date], *, edited: bool
) -> Pairs[Date]:
    """Give the dates of one thing that are not the same, each with one."""

    def disagree(one: Date, other: Date) -> bool:
        return dates_disagree(one, other) and _one_matter(a, one, b, other, edited=edited)

    left_a, left_b = unmatched(ones, others, same_date), unmatched(others, ones, same_date)
    return list(_one_to_one(left_a, left_b, disagree))


def bounded_otherwise(ones: Sequence[Quantity], others: Sequence[Quantity]) -> Pairs[Quantity]:
    """Give the figures that are the same, but "more than" or "nearly" on one side: at least 12 and 12."""
    same = equal_pairs(ones, others, same_quantity)
    found = [(a, b) for a, b in same if a.bound != b.bound]
    return [
        (a, b)
        for a, b in found
        if not any((one is a or other is b) and one.bound == other.bound for one, other in same)
    ]


def _swapped(ones: Sequence[Quantity], others: Sequence[Quantity]) -> Pairs[Quantity]:
    """Figures that both sentences have, but of other things: five men and three women."""
    open_a = [a for a in ones if not any(same_quantity(a, b) and _akin(a, b) for b in others)]
    open_b = [b for b in others if not any(same_quantity(a, b) and _akin(a, b) for a in ones)]

    def swapped(a: Quantity, b: Quantity) -> bool:
        if same_quantity(a, b) or not _kin(a, b):
            return False
        known = any(same_quantity(a, other) for other in others) or any(same_quantity(one, b) for one in ones)
        crosswise = (
            _kin(one, other)
            for one in open_a
            for other in open_b
            if same_quantity(one, b) and same_quantity(a, other)
        )
        return (known and count_same_thing(a, b)) or any(crosswise)

    return list(_one_to_one(open_a, open_b, swapped))


def _akin(a: Quantity, b: Quantity) -> bool:
    """Whether both are of one thing, or of people in other words: two workers and two people."""
    return _kin(a, b) or may_count_same_people(a, b)


def _kin(a: Quantity, b: Quantity) -> bool:
    """Whether both are of one thing, for all that stands next to them."""
    if a.dimension != b.dimension:
        return False
    if a.nouns and b.nouns and not a.dimension:
        return count_same_thing(a, b)
    return not a.neighbours.isdisjoint(b.neighbours)


def _in_place(
    a: TokenizedSentence,
    ones: Sequence[Quantity],
    b: TokenizedSentence,
    others: Sequence[Quantity],
    aligned: Opcodes,
) -> Pairs[Quantity]:
    """Figures of which one stands where the other stood, while the words around them stayed."""
    found = []
    for name, from_a, to_a, from_b, to_b in aligned:
        steps = to_a - from_a if name == "equal" else 1
        for step in range(steps):
            stretch_a = range(from_a + step, from_a + step + 1) if name == "equal" else range(from_a, to_a)
            stretch_b = range(from_b + step, from_b + step + 1) if name == "equal" else range(from_b, to_b)
            here_a = [one for one in ones if not set(one.core).isdisjoint(stretch_a)]
            here_b = [other for other in others if not set(other.core).isdisjoint(stretch_b)]
            found += [
                (one, other)
                for one, other in zip(here_a, here_b, strict=False)
                if len(here_a) == len(here_b)
                and may_replace(one, other)
                and _one_subject(a, one, b, other)
                and (not one.part_of_group or _one_matter(a, one, b, other, edited=False))
                and _telling_beside(a, stretch_a, here_a) <= OTHER_WORDS
                and _telling_beside(b, stretch_b, here_b) <= OTHER_WORDS
            ]
    return list(_one_to_one(ones, others, lambda one, other: (one, other) in found))


def _telling_beside(words: TokenizedSentence, stretch: range, here: Sequence[Quantity]) -> int:
    of_figures = {word for figure in here for word in figure.shown}
    return sum(word not in of_figures and words.forms[word] not in STOPWORDS for word in stretch)


def _one_matter(
    a: TokenizedSentence, one: _Numbered, b: TokenizedSentence, other: _Numbered, *, edited: bool
) -> bool:
    """Whether what stands around two figures allows that they are of one thing.

    In an edited text it does unless the one counts the dead and the other the hurt; in a text written anew
    there must be a telling word in common.
    """
    around_a, around_b = around(a, one.shown), around(b, other.shown)
    if not (around_a and around_b):  # nothing else stands in the clause
        return edited or not _outside(a, one.shown).isdisjoint(_outside(b, other.shown))
    fates_a, fates_b = _fates(a, one.shown), _fates(b, other.shown)
    if fates_a and fates_b and fates_a.isdisjoint(fates_b):
        return False
    return edited or not around_a.isdisjoint(around_b)


def _one_subject(a: TokenizedSentence, one: Quantity, b: TokenizedSentence, other: Quantity) -> bool:
    """Whether two amounts may be of one thing: not of Brill's shares and Oakes's, nor of pay and a loss.

    Two per cents must have a word of what they are of in common.
    """
    before_a, before_b = _before(a, one.shown), _before(b, other.shown)
    if one.dimension in {"percent", *SIGNS} and other.dimension in {"percent", *SIGNS}:
        named_a, named_b = _named(a, before_a), _named(b, before_b)
        if named_a and named_b and named_a.isdisjoint(named_b):
            return False
    if one.is_money and other.is_money:
        kinds_a, kinds_b = _kinds(a, before_a), _kinds(b, before_b)
        return not (kinds_a and kinds_b) or not kinds_a.isdisjoint(kinds_b)
    if {one.dimension, other.dimension} != {"percent"}:
        return True
    of_one, of_other = _families(a, before_a) - MOTIONS, _families(b, before_b) - MOTIONS
    if of_one and of_other:
        return not of_one.isdisjoint(of_other)
    return not around(a, one.shown) & around(b, other.shown) <= MOTIONS or not (of_one or of_other)


def _before(words: TokenizedSentence, shown: range) -> range:
    """The words before a figure in its clause."""
    first = shown.start
    while first > 0 and not _begins_clause(words, first):
        first -= 1
    return range(first, shown.start)


def _families(words: TokenizedSentence, places: range) -> frozenset[str]:
    return frozenset(words.stems[word] for word in places if words.forms[word] not in STOPWORDS)


def _named(words: TokenizedSentence, places: range) -> frozenset[str]:
    """The families of the names among some words."""
    named = [word for word in places if word and words.capital(word) and words.forms[word] not in WEEKDAYS]
    return frozenset(words.stems[word] for word in named if words.forms[word] not in STOPWORDS)


def _kinds(words: TokenizedSentence, places: range) -> frozenset[str]:
    """What sums of money are of."""
    return frozenset(MONEY_TOPICS[term] for term in _families(words, places) if term in MONEY_TOPICS)


def around(words: TokenizedSentence, shown: range) -> frozenset[str]:
    """Give the families of the telling words near some words, in their clause."""
    return frozenset(words.stems[word] for word in _near(words, shown) if words.forms[word] not in STOPWORDS)


def _near(words: TokenizedSentence, shown: range) -> list[int]:
    """The words near some words, in their clause."""
    first, last = shown.start, shown.stop
    while first > max(0, shown.start - AROUND) and not _begins_clause(words, first):
        first -= 1
    while last < min(len(words), shown.stop + AROUND) and not _begins_clause(words, last):
        last += 1
    return [word for word in range(first, last) if word not in shown]


def _outside(words: TokenizedSentence, shown: range) -> frozenset[str]:
    """The families of all the telling words but a figure."""
    rest = [word for word in range(len(words)) if word not in shown and words.forms[word] not in STOPWORDS]
    return frozenset(words.stems[word] for word in rest)


def _begins_clause(words: TokenizedSentence, word: int) -> bool:
    return words.forms[word] in SUBORDINATING or words.before(word).strip(" -–") not in {"", "%", *SIGNS}


def _fates(words: TokenizedSentence, shown: range) -> frozenset[str]:
    """What became of those who are counted, by the nearest words that tell it."""
    told = [word for word in _near(words, shown) if words.stems[word] in FATES]
    nearest = min((_distance(word, shown) for word in told), default=0)
    return frozenset(FATES[words.stems[word]] for word in told if _distance(word, shown) == nearest)


def _distance(word: int, shown: range) -> int:
    return shown.start - word if word < shown.start else word - shown.stop + 1


def _without(ones: Sequence[_Found], done: Sequence[_Found]) -> list[_Found]:
    return [one for one in ones if not any(one is other for other in done)]


def _one_to_one(
    ones: Sequence[_Found], others: Sequence[_Found], fits: Callable[[_Found, _Found], bool]
) -> Iterator[tuple[_Found, _Found]]:
    left = list(others)
    for a in ones:
        b = next((b for b in left if fits(a, b)), None)
        if b is not None:
            left.remove(b)
            yield a, b


def _position(pair: tuple[Quantity, Quantity]) -> int:
    return pair[0].core.start
