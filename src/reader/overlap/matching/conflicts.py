"""Evidence that two sentences with common words describe different facts: other people, amounts or dates."""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Final

from reader.overlap.matching.features import SentenceFeatures
from reader.overlap.matching.particulars import WHEN_WORDS, Amount, Particulars, find_particulars
from reader.text.ngrams import shared_runs
from reader.text.stemming import stem

FAR: Final = 0.75  # an amount below this part of another is hardly of one thing: 9 and 12 may be
VERY_FAR: Final = 0.25  # two amounts of which one is less than this part of the other count as two conflicts
OTHER_TIME: Final = 3  # years between two times that are not the same one
LONG_RUN: Final = 10  # words in a row that are no common frame, but one text
EXACT_DIGITS: Final = 2  # digits, the last zeros aside, from which on a figure is hardly given by chance
_ANYTHING: Final = frozenset({"", stem("people")})  # counted, if not said exactly: 400 people, 400 signatures


def unrelated_figures(a: SentenceFeatures, b: SentenceFeatures) -> AbstractSet[str]:
    """Return the common figures that are of different things: six hours and six men."""
    return _disagreeing_figures(a, b, _may_be_of_one_thing)


def chance_figures(a: SentenceFeatures, b: SentenceFeatures) -> AbstractSet[str]:
    """Return the common figures that may be equal by chance.

    They are the unrelated ones, and round ones of what has other names: 300 residents and 300 new homes.
    """
    return _disagreeing_figures(a, b, _agree_beyond_chance)


def _disagreeing_figures(
    a: SentenceFeatures, b: SentenceFeatures, agree: Callable[[Amount, Amount], bool]
) -> AbstractSet[str]:
    both = a.figures & b.figures
    if not both:
        return both
    one, other = find_particulars(a).amounts, find_particulars(b).amounts
    return {
        figure
        for figure in both
        if not any(agree(x, y) for x in one.get(figure, ()) for y in other.get(figure, ()))
    }


def _may_be_of_one_thing(one: Amount, other: Amount) -> bool:
    """Whether two amounts with one figure are of the same kind or unit, or one of them has no unit."""
    if one.kind == other.kind:
        return one.kind in {"", "ordinal"} or one[1:] == other[1:]
    bare = {one.kind: one, other.kind: other}.get("")
    return bare is not None and not bare.of and "ordinal" not in {one.kind, other.kind}


def _agree_beyond_chance(one: Amount, other: Amount) -> bool:
    """Whether two amounts may be of one thing, and their figure is exact, or what is counted is the same."""
    if not _may_be_of_one_thing(one, other):
        return False
    is_round = one.value.isdecimal() and len(one.value.rstrip("0")) < EXACT_DIGITS
    return not is_round or one.of == other.of or not {one.of, other.of}.isdisjoint(_ANYTHING)


def differ_in_particulars(
    a: SentenceFeatures, b: SentenceFeatures, shared: AbstractSet[str], *, copied: bool
) -> bool:
    """Whether two sentences are the same frame around other amounts, names or times.

    One figure that differs is what two accounts of one fact disagree about. So are several that differ a
    little, or that differ where a name is the same or much of the text. `shared` has the content words of
    both that not the whole event shares; `copied` says that the sentences have a long run in common.
    """
    if not (_gives_figures_or_time(a) and _gives_figures_or_time(b)) or (copied and _are_one_text(a, b)):
        return False
    one, other = find_particulars(a), find_particulars(b)
    if one.names & other.names & shared:
        return False
    equal = len((a.figures & b.figures) - unrelated_figures(a, b) - one.years)
    other_time = _are_other_times(one, other)
    far = _count_other_amounts(one, other, FAR)
    if not copied and one.names.isdisjoint(other.names):
        far += _count_other_amounts(one, other, VERY_FAR)
    if other_time + far >= 2 + equal:
        return True
    if not (one.names.difference(b.stems) and other.names.difference(a.stems)):
        return False
    other_days = one.days and other.days and one.days.isdisjoint(other.days)
    return bool(other_time or (not equal and (other_days or _count_other_amounts(one, other) > 0)))


def _gives_figures_or_time(sentence: SentenceFeatures) -> bool:
    return bool(sentence.figures) or not WHEN_WORDS.isdisjoint(sentence.words)


def _are_one_text(a: SentenceFeatures, b: SentenceFeatures) -> bool:
    """Whether only the figures differ, or so many words in a row are the same that they are no frame."""
    if set(a.content_words) - a.figures == set(b.content_words) - b.figures:
        return True
    return any(end - start >= LONG_RUN for start, end in shared_runs(a.words, b.words))


def _count_other_amounts(one: Particulars, other: Particulars, near: float = 1.0) -> int:
    """Count the things of which both sentences give amounts, but no two amounts that are near each other."""
    here, there = _sizes_by_thing(one), _sizes_by_thing(other)
    return sum(
        not any(_are_near(x, y, near) for x in here[thing] for y in there[thing])
        for thing in here.keys() & there.keys()
    )


def _sizes_by_thing(one: Particulars) -> dict[tuple[str, str], set[float]]:
    found: dict[tuple[str, str], set[float]] = defaultdict(set)
    for amount in chain.from_iterable(one.amounts.values()):
        if amount.of or amount.kind not in {"", "ordinal", "year"}:
            counted = amount.of if amount.kind in {"", "ordinal"} else ""
            found[amount.kind, counted].add(amount.size)
    return found


def _are_near(x: float, y: float, part: float) -> bool:
    """Whether one is at least that part of the other, or has the same digits: 180,000 and 1.8 million."""
    return min(x, y) >= part * max(x, y) or f"{x:e}".partition("e")[0] == f"{y:e}".partition("e")[0]


def _are_other_times(one: Particulars, other: Particulars) -> bool:
    """Whether years or months differ; or one sentence gives these, and the other a day of this week."""
    if one.years and other.years:
        return min(abs(int(x) - int(y)) for x in one.years for y in other.years) >= OTHER_TIME
    if one.months and other.months:
        return one.months.isdisjoint(other.months)
    given = {(bool(x.years or x.months), bool(x.days)) for x in (one, other)}
    return given == {(True, False), (False, True)}
