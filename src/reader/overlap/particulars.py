"""What a sentence is particular about: its figures with what they are of, its names, its days and years.

Two reports in the same words are of two things where these are others. Less than `amounts`, `names` and
`dates` know, from which a reader is told what differs: this is read before the first screen.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.overlap.lexicon import DAYS, NUMBERS, ORDINALS, STOP
from reader.overlap.meanings import meaning
from reader.overlap.words import normal, spans, term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.overlap.statement import Statement

_SCALES: Final = {term(scale): scale for scale in ("million", "billion", "thousand")} | {"m": "million"}
_SCALED: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_PLACES: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
_UNITS: Final[dict[str, tuple[str, float]]] = {
    term(unit): (kind, size)
    for kind, units in {
        "duration": {
            "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_629_800,
            "year": 31_557_600, "decade": 315_576_000,
        },
        "length": {"metre": 1, "meter": 1, "km": 1000, "kilometre": 1000, "mile": 1609, "foot": 0.305, "feet": 0.305},
        "weight": {"kg": 1, "tonne": 1000, "ton": 1000},
        "percent": {"percent": 1, "percentage": 1},
        "clock": {"am": 1, "pm": 1},
    }.items()
    for unit, size in units.items()
}  # fmt: skip
"""Family of a word behind a figure → what is measured, and how much it is."""
_MEASURED: Final = frozenset(kind for kind, _ in _UNITS.values())
_PERCENT: Final = term("percent")
_MONEY: Final = "£$€¥₹₩₽₺₴"
_YEARS: Final = range(1900, 2100)
_MONTHS: Final = frozenset(
    map(
        term,
        "january february march april may june july august september october november december".split(),  # noqa: SIM905
    )
)
_DAYS: Final = frozenset(map(term, DAYS))


FAR: Final = 0.75
"""Part of a figure, below which another one is hardly of the same thing: 9 and 12 may be."""
THEN: Final = 3
"""Years."""


class Amount(NamedTuple):
    """A figure with what it is of."""

    kind: str
    """Money, a duration, "ordinal" …; nothing where things are counted, or where that is not said."""
    value: str
    of: str
    """The family of what is counted, or of the unit."""

    @property
    def size(self) -> float:
        """How much it is; of an ordinal, which one."""
        if self.kind == "ordinal":
            return _PLACES.index(self.value) + 1
        number, _, scale = self.value.partition(" ")
        whole, _, rest = number.partition(".")
        factor = _UNITS[self.of][1] if self.kind in _MEASURED else 1
        return float(f"{whole}.{rest.partition('.')[0] or 0}") * _SCALED.get(scale, 1) * factor


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a sentence is particular about."""

    amounts: Mapping[str, frozenset[Amount]]
    """Those of each figure, by its term."""
    names: frozenset[str]
    """Families of the words with a capital that are names, without who says it."""
    days: frozenset[str]
    years: frozenset[str]


@lru_cache(maxsize=1 << 12)
def particulars(statement: Statement) -> Particulars:
    """Give what a sentence is particular about."""
    words = _Words(statement.text)
    found: dict[str, set[Amount]] = defaultdict(set)
    for word, figure in enumerate(words.terms):
        if figure in statement.figures:
            found[figure].add(_amount(words, word))
    years = {amount.value for amounts in found.values() for amount in amounts if amount.kind == "year"}
    return Particulars(
        {figure: frozenset(amounts) for figure, amounts in found.items()},
        frozenset(words.names()).intersection(statement.terms),
        _DAYS.intersection(words.terms),
        frozenset(years),
    )


class _Words:
    """The words of a sentence as printed, with their families."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = spans(text)
        self.terms = [meaning(term(normal(text[start:end]))) for start, end in self.spans]

    def term(self, word: int) -> str:
        return self.terms[word] if 0 <= word < len(self.terms) else ""

    def before(self, word: int) -> str:
        """What stands between a word and the one before it; after the last word what ends the sentence."""
        start = self.spans[word - 1][1] if word else 0
        return self.text[start : self.spans[word][0] if word < len(self.spans) else None]

    def capital(self, word: int) -> bool:
        return word < len(self.spans) and self.text[self.spans[word][0]].isupper()

    def names(self) -> Iterator[str]:
        for word, family in enumerate(self.terms):
            if self.capital(word) and family not in STOP | _DAYS | _MONTHS and family not in NUMBERS:
                begins = word == 0 or self.before(word).strip(" ,-")
                if not begins or self._goes_on(word + 1):
                    yield family

    def _goes_on(self, word: int) -> bool:
        """Whether the word before is a name, though it would have a capital in any case: "Ada Murchie, 31"."""
        if self.before(word) == " ":
            return self.capital(word) and self.term(word) not in STOP
        return self.before(word) == ", " and self.term(word)[:1].isdecimal()


def _amount(words: _Words, word: int) -> Amount:
    value, behind = words.terms[word], words.term(word + 1)
    if value in ORDINALS:
        return _in_order_or_part(words, word)
    if len(value) == 4 and value.isdecimal() and int(value) in _YEARS and _is_year(words, word):
        return Amount("year", value, "")
    sign = words.before(word)[-1:]
    after = words.before(word + 1)
    step = 1
    if behind in _SCALES and after in {"", " ", "-"}:
        value, behind, step = f"{value} {_SCALES[behind]}", words.term(word + 2), 2
        after = words.before(word + 2)
    if sign and sign in _MONEY:
        return Amount("money", value, "")
    if after.startswith("%") or behind == "per":
        return Amount("percent", value, _PERCENT)
    if words.term(word + step + 1) == "old" or (words.capital(word - 1) and words.before(word) == ", "):
        return Amount("age", value, "")
    if behind in _UNITS and not after.strip(" -"):
        return Amount(_UNITS[behind][0], value, behind)
    return Amount("", value, _counted(words, word + step))


def _in_order_or_part(words: _Words, word: int) -> Amount:
    """The third quarter, and a third of it."""
    value, before, behind = words.terms[word], words.term(word - 1), words.term(word + 1)
    alone = not behind or behind in STOP or words.before(word + 1) != " "
    if alone and (before in {"a", "an"} or before[:1].isdecimal()):
        return Amount("part", str(_PLACES.index(value) + 1), "")
    return Amount("ordinal", value, "" if alone else behind)


def _is_year(words: _Words, word: int) -> bool:
    """Whether a number from 1900 on is no count: nothing follows that it could count."""
    if words.before(word)[-1:] in set(_MONEY):
        return False
    behind = words.term(word + 1)
    return not behind or behind in STOP or words.before(word + 1) != " " or words.term(word - 1) in {"in", "since"}


def _counted(words: _Words, word: int) -> str:
    behind = words.term(word)
    return behind if words.before(word) in {" ", "-"} and behind not in STOP else ""


def agreeing(a: Statement, b: Statement) -> set[str]:
    """Give the figures of both that may be of the same thing: six hours and six of them, not six stations."""
    both = a.figures & b.figures
    if not both:
        return both
    one, other = particulars(a).amounts, particulars(b).amounts
    return {
        figure
        for figure in both
        if any(_agree(x, y) for x in one.get(figure, ()) for y in other.get(figure, ()))
    }


def _agree(one: Amount, other: Amount) -> bool:
    if one.kind == other.kind:
        return one.kind in {"", "ordinal"} or one[1:] == other[1:]
    bare = {one.kind: one, other.kind: other}.get("")
    return bare is not None and not bare.of and "ordinal" not in {one.kind, other.kind}


def of_other_things(a: Statement, b: Statement, common: set[str]) -> bool:
    """Whether the sentences are the same frame around other particulars.

    One figure that differs is what two accounts of one thing disagree about, and so are several that differ
    a little, or where a name is the same. `common` are the telling words of both that not the whole event
    shares.
    """
    if not (_dated(a) and _dated(b)):
        return False
    one, other = particulars(a), particulars(b)
    if one.names & other.names & common:
        return False
    same = len(agreeing(a, b) - one.years)
    years = list(_other_years(one, other))
    far = [*years, *_other_amounts(one, other, FAR)]
    named = bool(one.names.difference(b.terms) and other.names.difference(a.terms))
    if len(far) >= 2 + same or (named and years):
        return True
    if not named or same:
        return False
    other_days = bool(one.days and other.days) and one.days.isdisjoint(other.days)
    return bool(far or other_days) or any(_other_amounts(one, other, 1.0))


def _dated(statement: Statement) -> bool:
    """Whether it gives figures or a day: most sentences are soon done with."""
    return bool(statement.figures) or not DAYS.isdisjoint(statement.words)


def _other_amounts(one: Particulars, other: Particulars, near: float) -> Iterator[str]:
    """Give what both give amounts of, where each of the one is less than so much of each of the other."""
    there, here = _by_kind(one), _by_kind(other)
    for kind in there.keys() & here.keys():
        if not any(min(x, y) >= near * max(x, y) for x in there[kind] for y in here[kind]):
            yield kind


def _by_kind(one: Particulars) -> dict[str, set[float]]:
    found: dict[str, set[float]] = defaultdict(set)
    for amount in chain.from_iterable(one.amounts.values()):
        if amount.kind not in {"", "year"} or amount.of:
            found[amount.kind if amount.kind in _MEASURED else f"{amount.kind} {amount.of}"].add(amount.size)
    return found


def _other_years(one: Particulars, other: Particulars) -> Iterator[str]:
    """Years further apart than two; or a year, and a day that is of this week."""
    if one.years and other.years:
        apart = min(abs(int(x) - int(y)) for x in one.years for y in other.years)
    else:
        then = (one.years and other.days and not one.days) or (other.years and one.days and not other.days)
        apart = THEN if then else 0
    if apart >= THEN:
        yield "year"
