"""What speaks against it that two sentences which share words say the same: they are particular otherwise."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.overlap.matching.particulars import TIMES, find_particulars
from reader.text.ngrams import shared_runs
from reader.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from reader.overlap.matching.features import SentenceFeatures
    from reader.overlap.matching.particulars import Amount, Particulars

FAR: Final = 0.75
"""Part of a figure below which another one is hardly of the same thing: 9 and 12 may be."""
VERY_FAR: Final = 0.25
"""The same, where it counts double."""
THEN: Final = 3
"""Years after which it is another time."""
LONG: Final = 10
"""Words in a row."""
ROUND: Final = 2
"""Digits, the last zeros aside, from which on two reports hardly give a figure by chance."""
_ANYTHING: Final = frozenset({"", stem("people")})
"""Counted, when what exactly is not said: 400 people are 400 signatures."""


def other_figures(a: SentenceFeatures, b: SentenceFeatures) -> AbstractSet[str]:
    """Give the figures of both that are of other things: six hours and six men, a third and the third."""
    return _unlike(a, b, _agree)


def chance_figures(a: SentenceFeatures, b: SentenceFeatures) -> AbstractSet[str]:
    """Give those, and the round ones of what is called otherwise: 300 residents and 300 new homes."""
    return _unlike(a, b, _agree_by_more_than_chance)


def _unlike(
    a: SentenceFeatures, b: SentenceFeatures, alike: Callable[[Amount, Amount], bool]
) -> AbstractSet[str]:
    both = a.figures & b.figures
    if not both:
        return both
    one, other = find_particulars(a).amounts, find_particulars(b).amounts
    return {
        figure
        for figure in both
        if not any(alike(x, y) for x in one.get(figure, ()) for y in other.get(figure, ()))
    }


def _agree(one: Amount, other: Amount) -> bool:
    if one.kind == other.kind:
        return one.kind in {"", "ordinal"} or one[1:] == other[1:]
    bare = {one.kind: one, other.kind: other}.get("")
    return bare is not None and not bare.of and "ordinal" not in {one.kind, other.kind}


def _agree_by_more_than_chance(one: Amount, other: Amount) -> bool:
    if not _agree(one, other):
        return False
    is_round = one.value.isdecimal() and len(one.value.rstrip("0")) < ROUND
    return not is_round or one.of == other.of or not {one.of, other.of}.isdisjoint(_ANYTHING)


def of_other_things(
    a: SentenceFeatures, b: SentenceFeatures, shared: AbstractSet[str], *, copied: bool
) -> bool:
    """Whether the sentences are the same frame around other particulars.

    One figure that differs is what two accounts of one thing disagree about, and so are several that differ
    a little, or where a name is the same, or much of the text. `shared` are the telling words of both that
    not the whole event shares; `copied` is text that was.
    """
    if not (_dated(a) and _dated(b)) or (copied and _one_text(a, b)):
        return False
    one, other = find_particulars(a), find_particulars(b)
    if one.names & other.names & shared:
        return False
    same = len((a.figures & b.figures) - other_figures(a, b) - one.years)
    then = _is_another_time(one, other)
    far = _other_amounts(one, other, FAR)
    if not copied and one.names.isdisjoint(other.names):
        far += _other_amounts(one, other, VERY_FAR)
    if then + far >= 2 + same:
        return True
    named = bool(one.names.difference(b.stems) and other.names.difference(a.stems))
    return named and (then or (not same and (_on_another_day(one, other) or _other_amounts(one, other) > 0)))


def _dated(statement: SentenceFeatures) -> bool:
    """Whether it gives figures or a time: most sentences are soon done with."""
    return bool(statement.figures) or not TIMES.isdisjoint(statement.words)


def _one_text(a: SentenceFeatures, b: SentenceFeatures) -> bool:
    """Whether only the figures are others, or so many words in a row are the same that it is no frame."""
    if set(a.content_words) - a.figures == set(b.content_words) - b.figures:
        return True
    return any(end - start >= LONG for start, end in shared_runs(a.words, b.words))


def _other_amounts(one: Particulars, other: Particulars, near: float = 1.0) -> int:
    """Tell of how many things both give amounts, those of the one not near to those of the other."""
    here, there = _by_kind(one), _by_kind(other)
    return sum(
        not any(_is_near(x, y, near) for x in here[kind] for y in there[kind])
        for kind in here.keys() & there.keys()
    )


def _by_kind(one: Particulars) -> dict[tuple[str, str], set[float]]:
    """The sizes of what is measured, and of what is counted or numbered, by what that is."""
    found: dict[tuple[str, str], set[float]] = defaultdict(set)
    for amount in chain.from_iterable(one.amounts.values()):
        if amount.of or amount.kind not in {"", "ordinal", "year"}:
            counted = amount.of if amount.kind in {"", "ordinal"} else ""
            found[amount.kind, counted].add(amount.size)
    return found


def _is_near(x: float, y: float, part: float) -> bool:
    """Whether one is that part of the other at least, or may be meant by it: 180,000 and 1.8 million."""
    return min(x, y) >= part * max(x, y) or f"{x:e}".partition("e")[0] == f"{y:e}".partition("e")[0]


def _is_another_time(one: Particulars, other: Particulars) -> bool:
    """Whether years or months are not the same; or one gives these, and the other a day of this week."""
    if one.years and other.years:
        return min(abs(int(x) - int(y)) for x in one.years for y in other.years) >= THEN
    if one.months and other.months:
        return one.months.isdisjoint(other.months)
    return (_is_then(one) and _is_this_week(other)) or (_is_this_week(one) and _is_then(other))


def _is_then(one: Particulars) -> bool:
    return bool(one.years or one.months) and not one.days


def _is_this_week(one: Particulars) -> bool:
    return bool(one.days) and not (one.years or one.months)


def _on_another_day(one: Particulars, other: Particulars) -> bool:
    return bool(one.days and other.days) and one.days.isdisjoint(other.days)
