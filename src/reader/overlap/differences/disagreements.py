"""Figures, times and dates that disagree: two sentences give different ones for the same thing."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Final, TypeVar

from reader.overlap.differences.alignment import opcodes
from reader.overlap.differences.difference import Difference
from reader.overlap.differences.facts import SentencePair
from reader.overlap.differences.surroundings import may_be_about_same, may_have_same_subject
from reader.overlap.extraction.dates import Date, dates_disagree, same_date
from reader.overlap.extraction.quantity import (
    Quantity,
    count_same_thing,
    may_count_same_people,
    may_replace,
    quantities_disagree,
    same_quantity,
)
from reader.text.en.stopwords import STOPWORDS
from reader.text.tokenized import TokenizedSentence

_Compared = TypeVar("_Compared")

OTHER_WORDS: Final = 1  # content words beside a quantity, at most, for it to be in the place of another


def find_disagreements(pair: SentencePair) -> Iterator[Difference]:
    """Yield the figures, times and dates that disagree, and mark those that are equal as reported."""
    for one, other in product(pair.a.quantities, pair.b.quantities):
        if same_quantity(one, other):
            pair.a.report(one.number)
            pair.b.report(other.number)
    for date, other_date in product(pair.a.dates, pair.b.dates):
        if same_date(date, other_date):
            pair.a.report(date.shown)
            pair.b.report(other_date.shown)
    for one, other in _disagreeing_quantities(pair):
        in_currencies = one.dimension != other.dimension and one.is_money and other.is_money
        about = "time" if one.dimension == "clock" else "currency" if in_currencies else "figure"
        yield pair.report("figure", one.shown, other.shown, about)
    for one, other in _differently_bounded(pair):
        yield pair.report("figure", one.shown, other.shown, "bound")
    for date, other_date in _disagreeing_dates(pair):
        yield pair.report("figure", date.shown, other_date.shown, "date")


def unmatched(
    ones: Sequence[_Compared], others: Sequence[_Compared], same: Callable[[_Compared, _Compared], bool]
) -> list[_Compared]:
    """Return the items that are the same as none of the others."""
    return [one for one in ones if not any(same(one, other) for other in others)]


def _disagreeing_quantities(pair: SentencePair) -> list[tuple[Quantity, Quantity]]:
    """Pair the quantities of one thing that are not equal, each with at most one, in the order of `a`."""
    a, b = pair.a.words, pair.b.words
    swapped = [
        (one, other)
        for one, other in _swapped(pair.a.quantities, pair.b.quantities)
        if may_be_about_same(a, one.shown, b, other.shown, edited=True)
    ]
    left_a = _without(unmatched(pair.a.quantities, pair.b.quantities, same_quantity), [x for x, _ in swapped])
    left_b = _without(unmatched(pair.b.quantities, pair.a.quantities, same_quantity), [y for _, y in swapped])
    in_place = _in_place(a, left_a, b, left_b) if pair.edited else []
    left_a = _without(left_a, [one for one, _ in in_place])
    left_b = _without(left_b, [other for _, other in in_place])

    def disagree(one: Quantity, other: Quantity) -> bool:
        alike = count_same_thing(one, other) or (one.is_money and other.is_money)
        like_edited = (alike or pair.edited) and not (one.part_of_group or other.part_of_group)
        return (
            quantities_disagree(one, other)
            and may_have_same_subject(a, one, b, other)
            and may_be_about_same(a, one.shown, b, other.shown, edited=like_edited)
        )

    found = [*swapped, *in_place, *_one_to_one(left_a, left_b, disagree)]
    return sorted(found, key=lambda each: each[0].core.start)


def _disagreeing_dates(pair: SentencePair) -> Iterator[tuple[Date, Date]]:
    """Pair the dates of one thing that are not the same, each with at most one."""

    def disagree(one: Date, other: Date) -> bool:
        return dates_disagree(one, other) and may_be_about_same(
            pair.a.words, one.shown, pair.b.words, other.shown, edited=pair.edited
        )

    dates_a, dates_b = pair.a.dates, pair.b.dates
    left_a, left_b = unmatched(dates_a, dates_b, same_date), unmatched(dates_b, dates_a, same_date)
    return _one_to_one(left_a, left_b, disagree)


def _differently_bounded(pair: SentencePair) -> list[tuple[Quantity, Quantity]]:
    """Pair the equal quantities of which only one is a bound: at least 12 and 12."""
    same = [(a, b) for a in pair.a.quantities for b in pair.b.quantities if same_quantity(a, b)]
    return [
        (a, b)
        for a, b in same
        if a.bound != b.bound
        and not any((one is a or other is b) and one.bound == other.bound for one, other in same)
    ]


def _swapped(ones: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pair quantities that both sentences have, but of other things: five men and three women."""

    def equal_of_one_thing(a: Quantity, b: Quantity) -> bool:
        return same_quantity(a, b) and (_of_one_thing(a, b) or may_count_same_people(a, b))

    open_a = unmatched(ones, others, equal_of_one_thing)
    open_b = unmatched(others, ones, equal_of_one_thing)

    def swapped(a: Quantity, b: Quantity) -> bool:
        if same_quantity(a, b) or not _of_one_thing(a, b):
            return False
        elsewhere = any(same_quantity(a, y) for y in others) or any(same_quantity(x, b) for x in ones)
        crosswise = any(
            _of_one_thing(x, y) for x in open_a for y in open_b if same_quantity(x, b) and same_quantity(a, y)
        )
        return (elsewhere and count_same_thing(a, b)) or crosswise

    return _one_to_one(open_a, open_b, swapped)


def _of_one_thing(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are of one thing, by what they count or the words right beside them."""
    if a.dimension != b.dimension:
        return False
    if a.nouns and b.nouns and not a.dimension:
        return count_same_thing(a, b)
    return not a.neighbours.isdisjoint(b.neighbours)


def _in_place(
    a: TokenizedSentence, ones: Sequence[Quantity], b: TokenizedSentence, others: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]]:
    """Pair quantities that stand in the same place, between words that stayed the same."""
    found: list[tuple[Quantity, Quantity]] = []
    for stretch_a, stretch_b in _aligned_stretches(a, b):
        here_a = [one for one in ones if not set(one.core).isdisjoint(stretch_a)]
        here_b = [other for other in others if not set(other.core).isdisjoint(stretch_b)]
        if len(here_a) == len(here_b):
            found += [
                (one, other)
                for one, other in zip(here_a, here_b, strict=True)
                if may_replace(one, other)
                and may_have_same_subject(a, one, b, other)
                and (not one.part_of_group or may_be_about_same(a, one.shown, b, other.shown, edited=False))
                and _content_words_beside(a, stretch_a, here_a) <= OTHER_WORDS
                and _content_words_beside(b, stretch_b, here_b) <= OTHER_WORDS
            ]
    return list(_one_to_one(ones, others, lambda one, other: (one, other) in found))


def _aligned_stretches(a: TokenizedSentence, b: TokenizedSentence) -> Iterator[tuple[range, range]]:
    """Yield each changed stretch of words, and each word that stayed by itself."""
    for name, from_a, to_a, from_b, to_b in opcodes(a.forms, b.forms):
        if name == "equal":
            for step in range(to_a - from_a):
                yield range(from_a + step, from_a + step + 1), range(from_b + step, from_b + step + 1)
        else:
            yield range(from_a, to_a), range(from_b, to_b)


def _content_words_beside(words: TokenizedSentence, stretch: range, quantities: Sequence[Quantity]) -> int:
    shown = {word for quantity in quantities for word in quantity.shown}
    return sum(word not in shown and words.forms[word] not in STOPWORDS for word in stretch)


def _without(ones: Sequence[_Compared], done: Sequence[_Compared]) -> list[_Compared]:
    return [one for one in ones if not any(one is each for each in done)]


def _one_to_one(
    ones: Sequence[_Compared], others: Sequence[_Compared], fits: Callable[[_Compared, _Compared], bool]
) -> Iterator[tuple[_Compared, _Compared]]:
    """Pair each item with the first of the others that fits and has no partner yet."""
    left = list(others)
    for a in ones:
        b = next((b for b in left if fits(a, b)), None)
        if b is not None:
            left.remove(b)
            yield a, b
