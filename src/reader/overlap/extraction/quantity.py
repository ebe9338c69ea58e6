"""Figures of a sentence: what is counted or measured, and how much of it, so that they can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.text.en.people import SOME_PEOPLE
from reader.text.tokenized import SIGNS

HALF_DAY: Final = 720
"""Minutes."""
ABOUT_EQUAL: Final = 0.1
"""Part of a figure by which the same figure in another unit may be off: eight weeks and two months."""
SHARE_EQUAL: Final = 0.03
"""The same of a part of a whole: a third and 33 per cent."""
NEAR: Final = 4
"""Figures in different units that are further apart than so many times speak of different things."""
ADULT: Final = 10
OLDEST: Final = 120
"""Years between which a figure alone may be an age: "retired at 34"."""
MILLION: Final = 10**6
HEADS: Final = "people"
"""Counted, in whatever words."""
POINTS: Final = frozenset({"point", "points"})
"""Families of the points of a rate."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it is of."""

    shown: range
    """Its words, with those that say how exact it is, and the unit."""
    core: range
    """The words of the number alone."""
    value: float
    """In the smallest unit; a time of day in minutes."""
    dimension: str
    """What is measured ("duration", "£", "clock", "score" …); nothing when things are counted."""
    counted: frozenset[str] = frozenset()
    """The families of the words behind it."""
    half: str = ""
    """Of a time of day: am, pm, or not said. Of a score: lost, or nothing. Of a length: its unit."""
    upto: float = 0
    """The other end, or the other side's part of a score; 0 where there is none."""
    beside: frozenset[str] = frozenset()
    """The families of the telling words before and behind it, which tell it from another figure."""
    bound: str = ""
    """Above or below, where it is said to be more or less than that."""

    of_them: bool = False
    """Whether some of a known group are counted: three of the injured."""
    known: bool = False
    """Whether it counts what was told of before: the two men."""

    @property
    def amount(self) -> range:
        """The words of the number, with its unit if it is measured in one."""
        return range(self.core.start, self.shown.stop) if self.dimension else self.core

    @property
    def weak(self) -> bool:
        """Whether it is no detail: "one side", "the first step", "the two men"."""
        return self.dimension == "ordinal" or self.known or (not self.dimension and self.value == 1)

    @property
    def is_money(self) -> bool:
        """Whether it has a currency."""
        return self.dimension in set(SIGNS)

    @property
    def nouns(self) -> frozenset[str]:
        """What is counted, but not that it is people."""
        return self.counted - {HEADS}


def equal(a: Figure, b: Figure) -> bool:
    """Whether both say the same amount, in whatever unit and writing."""
    dimensions = {a.dimension, b.dimension}
    if dimensions == {"clock"}:
        apart = (a.value - b.value) % HALF_DAY
        return apart == 0 and (a.half == b.half or "" in {a.half, b.half})
    if dimensions == {"score"}:
        turned = (a.upto, a.value) if a.half != b.half else (a.value, a.upto)
        return turned == (b.value, b.upto)
    if a.upto != b.upto:
        return False
    if len(dimensions) == 1:
        allowed = _tolerance(a) if a.dimension and a.counted != b.counted else 0
        return abs(a.value - b.value) <= allowed * max(abs(a.value), abs(b.value)) + 1e-9 * abs(a.value)
    return "" in dimensions and _bare_equal(*((a, b) if a.dimension else (b, a)))


def _bare_equal(measured: Figure, bare: Figure) -> bool:
    """Whether a figure without a unit can be the one with it: 30 and 30 years old, 1.2m and 1.2 million."""
    if measured.dimension == "length":
        return measured.half == "m" and measured.value * MILLION == bare.value
    if measured.value != bare.value:
        return False
    if measured.dimension in {"degrees", "percent"} and not bare.nouns:
        return True
    points = measured.dimension == "percent" and not (measured.nouns | bare.nouns).isdisjoint(POINTS)
    return points or measured.dimension == "age"


def same_thing(a: Figure, b: Figure) -> bool:
    """Whether both count what is called the same."""
    return a.dimension == b.dimension == "" and not a.nouns.isdisjoint(b.nouns)


def same_heads(a: Figure, b: Figure) -> bool:
    """Whether both count people, who may be the same ones: not five men and five women."""
    return _heads(a) and _heads(b) and (a.nouns.isdisjoint(SOME_PEOPLE) or b.nouns.isdisjoint(SOME_PEOPLE))


def disagree(a: Figure, b: Figure) -> bool:
    """Whether both speak of one thing and give another amount."""
    if equal(a, b):
        return False
    if a.dimension != b.dimension:
        return _other_units_disagree(a, b)
    if a.dimension in {"", "ordinal"}:
        some_of_them = a.nouns.isdisjoint(SOME_PEOPLE) != b.nouns.isdisjoint(SOME_PEOPLE)
        return not a.nouns.isdisjoint(b.nouns) or (_heads(a) and _heads(b) and not some_of_them)
    if a.dimension == "percent":
        return a.nouns.isdisjoint(POINTS) == b.nouns.isdisjoint(POINTS)
    same_unit = a.counted == b.counted or a.dimension in {"clock", "age", "score", *SIGNS}
    return same_unit or _near(a, b)


def _other_units_disagree(a: Figure, b: Figure) -> bool:
    """Money in other currencies; an age that is not called one: "retired at 34"."""
    if a.is_money and b.is_money:
        return _near(a, b)
    ages = {a.dimension, b.dimension} == {"age", ""} and not a.nouns | b.nouns
    return ages and min(a.value, b.value) >= ADULT and max(a.value, b.value) < OLDEST


def _near(a: Figure, b: Figure) -> bool:
    return max(a.value, b.value) <= NEAR * min(a.value, b.value)


def in_place(a: Figure, b: Figure) -> bool:
    """Whether one figure can stand for the other where all the words around them are the same."""
    other_things = a.nouns and b.nouns and a.nouns.isdisjoint(b.nouns)
    return (
        not equal(a, b)
        and not other_things
        and (
            a.dimension == b.dimension
            or (a.is_money and b.is_money)
            or {a.dimension, b.dimension} <= {"", "ordinal", "percent", "age"}
        )
    )


def _tolerance(figure: Figure) -> float:
    return SHARE_EQUAL if figure.dimension in {"percent", "degrees"} else ABOUT_EQUAL


def _heads(figure: Figure) -> bool:
    return figure.dimension == "" and HEADS in figure.counted
