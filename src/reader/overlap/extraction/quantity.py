"""A quantity: a number with what it counts or measures, and how two quantities compare."""

from dataclasses import dataclass
from typing import Final

from reader.text.en.people import SOME_PEOPLE
from reader.text.tokenized import SIGNS

HALF_DAY: Final = 720  # minutes in twelve hours
UNIT_TOLERANCE: Final = 0.1  # relative difference of equal quantities in two units: eight weeks, two months
SHARE_TOLERANCE: Final = 0.03  # relative difference of equal percentages and fractions: a third and 33%
COMPARABLE: Final = 4  # ratio up to which quantities in two units or currencies may be about one thing
AGES: Final = range(10, 120)  # numbers without a unit that may be an age: "retired at 34"
HEADS: Final = "people"  # stands among `Quantity.counted` if people are counted, whatever they are called
MONEY: Final = frozenset(SIGNS)
POINTS: Final = frozenset({"point", "points"})  # stems of percentage points


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence with what it counts or measures; words are given as ranges of their numbers."""

    shown: range  # the number, its unit, and words that say how exact it is
    core: range  # the words of the number alone
    value: float  # in the base unit; a time of day in minutes, a fraction in percent
    dimension: str  # "duration", "£", "clock", "score" …; empty when things are counted
    counted: frozenset[str] = frozenset()  # stems of what is counted, or of the unit
    variant: str = ""
    """Of a time of day `am` or `pm`, if it is said; of a score `lost`, if the losing side comes first; of a
    length the unit as printed."""
    end: float = 0  # the other end of a range, or the other side of a score; 0 if there is none
    neighbours: frozenset[str] = frozenset()  # stems of the content words right before and after it
    bound: str = ""  # `above` or `below` for "more than 12" and "nearly 12"
    part_of_group: bool = False  # it counts some of a known group: three of the injured
    definite: bool = False  # it counts something mentioned before: the two men

    @property
    def number(self) -> range:
        """The words of the number, with its unit if it has one."""
        return range(self.core.start, self.shown.stop) if self.dimension else self.core

    @property
    def is_trivial(self) -> bool:
        """Whether it says too little to be a detail: "one side", "the first step", "the two men"."""
        return self.dimension == "ordinal" or self.definite or (not self.dimension and self.value == 1)

    @property
    def is_money(self) -> bool:
        """Whether it has a currency."""
        return self.dimension in MONEY

    @property
    def nouns(self) -> frozenset[str]:
        """Stems of what is counted, without `HEADS`."""
        return self.counted - {HEADS}

    @property
    def counts_people(self) -> bool:
        """Whether it is a number of people."""
        return self.dimension == "" and HEADS in self.counted


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are equal, in whatever unit and writing."""
    dimensions = {a.dimension, b.dimension}
    if dimensions == {"clock"}:
        same_half = a.variant == b.variant or "" in {a.variant, b.variant}
        return (a.value - b.value) % HALF_DAY == 0 and same_half
    if dimensions == {"score"}:
        score = (a.end, a.value) if a.variant != b.variant else (a.value, a.end)
        return score == (b.value, b.end)
    if a.end != b.end:
        return False
    if len(dimensions) == 1:
        tolerance = SHARE_TOLERANCE if a.dimension in {"percent", "degrees"} else UNIT_TOLERANCE
        allowed = tolerance if a.dimension and a.counted != b.counted else 0
        return abs(a.value - b.value) <= allowed * max(abs(a.value), abs(b.value)) + 1e-9 * abs(a.value)
    return "" in dimensions and _same_without_unit(*((a, b) if a.dimension else (b, a)))


def _same_without_unit(measured: Quantity, bare: Quantity) -> bool:
    """Whether a number without a unit can be one with it: 30 and 30 years old, 1.2m and 1.2 million."""
    if measured.dimension == "length":
        return measured.variant == "m" and measured.value * 10**6 == bare.value
    if measured.value != bare.value:
        return False
    if measured.dimension in {"degrees", "percent"} and not bare.nouns:
        return True
    points = measured.dimension == "percent" and not (measured.nouns | bare.nouns).isdisjoint(POINTS)
    return points or measured.dimension == "age"


def count_same_thing(a: Quantity, b: Quantity) -> bool:
    """Whether both count something that is called the same."""
    return a.dimension == b.dimension == "" and not a.nouns.isdisjoint(b.nouns)


def may_count_same_people(a: Quantity, b: Quantity) -> bool:
    """Whether both count people who may be the same ones: not five men and five women."""
    any_people = a.nouns.isdisjoint(SOME_PEOPLE) or b.nouns.isdisjoint(SOME_PEOPLE)
    return a.counts_people and b.counts_people and any_people


def quantities_disagree(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are not equal but may be about one thing, by their units and counted things."""
    if same_quantity(a, b):
        return False
    if a.dimension != b.dimension:
        if a.is_money and b.is_money:
            return _comparable(a, b)
        ages = {a.dimension, b.dimension} == {"age", ""} and not a.nouns | b.nouns
        return ages and min(a.value, b.value) >= AGES.start and max(a.value, b.value) < AGES.stop
    if a.dimension in {"", "ordinal"}:
        same_group = a.nouns.isdisjoint(SOME_PEOPLE) == b.nouns.isdisjoint(SOME_PEOPLE)
        return not a.nouns.isdisjoint(b.nouns) or (a.counts_people and b.counts_people and same_group)
    if a.dimension == "percent":
        return a.nouns.isdisjoint(POINTS) == b.nouns.isdisjoint(POINTS)
    same_unit = a.counted == b.counted or a.dimension in {"clock", "age", "score"} | MONEY
    return same_unit or _comparable(a, b)


def _comparable(a: Quantity, b: Quantity) -> bool:
    return max(a.value, b.value) <= COMPARABLE * min(a.value, b.value)


def may_replace(a: Quantity, b: Quantity) -> bool:
    """Whether `b` can stand for `a` where all the words around them are the same."""
    if same_quantity(a, b) or (a.nouns and b.nouns and a.nouns.isdisjoint(b.nouns)):
        return False
    dimensions = {a.dimension, b.dimension}
    both_money = a.is_money and b.is_money
    return len(dimensions) == 1 or both_money or dimensions <= {"", "ordinal", "percent", "age"}
