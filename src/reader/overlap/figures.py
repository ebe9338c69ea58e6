"""Figures of a sentence: what is counted or measured, and how much of it, so that they can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.overlap.lexicon import NUMBERS, ORDINALS, STOP
from reader.overlap.vocabulary import CURRENCIES, PEOPLE, QUALIFIERS, SCALES, UNITS
from reader.overlap.wording import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from reader.overlap.wording import Wording

CLOCK: Final = re.compile(r"\d{1,2}[.:][0-5]\d")
HALF_DAY: Final = 720
"""Minutes."""
ABOUT_EQUAL: Final = 0.1
"""Part of a figure by which the same figure in another unit may be off: eight weeks and two months."""
NEAR: Final = 4
"""Figures in different units that are further apart than so many times speak of different things."""
IN_ORDER: Final = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
NOUNS: Final = 3
"""Words behind a figure among which is what it counts: 40 young men."""


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
    """What is measured ("calendar", "£", "clock" …); nothing when things are counted."""
    counted: frozenset[str]
    """The families of the words behind it."""
    half: str = ""
    """Of a time of day: am, pm, or not said."""

    @property
    def amount(self) -> range:
        """The words of the number, with its unit if it is measured in one."""
        return range(self.core.start, self.shown.stop) if self.dimension else self.core

    @property
    def weak(self) -> bool:
        """Whether it may be no figure at all: "one side", "the first step"."""
        return self.dimension == "ordinal" or (not self.dimension and self.value == 1)


def figures(words: Wording, taken: AbstractSet[int]) -> list[Figure]:
    """Give the figures in order; words that are `taken` belong to dates."""
    found, word = [], 0
    while word < len(words):
        figure = None if word in taken else _figure(words, word)
        if figure:
            found.append(figure)
        word = figure.shown[-1] + 1 if figure else word + 1
    return found


def equal(a: Figure, b: Figure) -> bool:
    """Whether both say the same amount, in whatever unit and writing."""
    if a.dimension == b.dimension == "clock":
        apart = (a.value - b.value) % HALF_DAY
        return apart == 0 and (a.half == b.half or "" in {a.half, b.half})
    if a.dimension == b.dimension:
        other_unit = bool(a.dimension) and a.counted != b.counted
        return abs(a.value - b.value) <= (ABOUT_EQUAL * max(a.value, b.value) if other_unit else 0)
    ages = {a.dimension, b.dimension} <= {"age", ""}
    return ages and a.value == b.value


def disagree(a: Figure, b: Figure) -> bool:
    """Whether both speak of one thing and give another amount."""
    if a.dimension != b.dimension or equal(a, b):
        return False
    if a.dimension in {"", "ordinal"}:
        return not a.counted.isdisjoint(b.counted) or (_heads(a) and _heads(b))
    same_unit = a.counted == b.counted or a.dimension in {"clock", "age", "percent", *SIGNS}
    return same_unit or max(a.value, b.value) <= NEAR * min(a.value, b.value)


def _heads(figure: Figure) -> bool:
    return figure.dimension == "" and "people" in figure.counted


def _figure(words: Wording, word: int) -> Figure | None:
    if words.form(word) in ORDINALS:
        return _ordinal(words, word)
    value, end = _number(words, word)
    if end == word:
        return None
    core = range(word, end)
    return _clock(words, core) or _money(words, core, value) or _measured(words, core, value)


def _ordinal(words: Wording, word: int) -> Figure | None:
    """As in "the second ferry": which one of several."""
    number = IN_ORDER.index(words.form(word)) + 1
    counted = frozenset(_nouns(words, word + 1, 1))
    core = range(word, word + 1)
    return Figure(range(word, word + 2), core, number, "ordinal", counted) if counted else None


def _number(words: Wording, word: int) -> tuple[float, int]:
    """The number that begins at a word, and the word behind it; the word itself where none begins."""
    form, end = words.form(word), word + 1
    if form[0].isdecimal() and not _tail(words, word):
        try:
            value = float(form)
        except ValueError:
            return 0, word
    elif form in NUMBERS:
        value = float(NUMBERS[form])
        ones = float(NUMBERS.get(words.form(end), 0))
        if value >= 20 and 0 < ones < 10 and words.before(end) in {"-", " "}:
            value, end = value + ones, end + 1
    elif form in {"a", "an"} and words.form(end) in {"dozen", "hundred", "thousand", "million", "billion"}:
        value = 1.0
    else:
        return 0, word
    while words.form(end) in SCALES and _scales(words, word, end):
        value, end = value * SCALES[words.form(end)], end + 1
    return value, end


def _tail(words: Wording, word: int) -> bool:
    """Covid-19, Airbus A-320: the number is part of a name."""
    return (
        words.before(word) in {"-", "–"}
        and word > 0
        and words.form(word - 1)[-1].isalpha()
        and words.capital(word - 1)
    )


def _scales(words: Wording, word: int, end: int) -> bool:
    """An m behind a number is a million only of money."""
    gap = words.before(end)
    return gap in {"", " ", "-"} if words.form(end) != "m" else gap == "" and _sign(words, word) != ""


def _sign(words: Wording, word: int) -> str:
    return next((sign for sign in SIGNS if words.before(word).endswith(sign)), "")


def _clock(words: Wording, core: range) -> Figure | None:
    first = core[0]
    printed = words.printed(core)
    after = words.form(core[-1] + 1)
    half = after if after in {"am", "pm"} else ""
    exact = CLOCK.fullmatch(printed)
    if not half and after != "o'clock" and not (exact and (":" in printed or words.form(first - 1) == "at")):
        return None
    hours, _, minutes = words.form(first).partition(".")
    if len(hours) > 2 or int(hours) > 24:
        return None
    value = int(hours) * 60 + int(minutes or 0)
    shown = range(first, core[-1] + (2 if half or after == "o'clock" else 1))
    return Figure(shown, shown, value, "clock", frozenset(), half or ("pm" if int(hours) > 12 else ""))


def _money(words: Wording, core: range, value: float) -> Figure | None:
    after = words.form(core[-1] + 1)
    currency = _sign(words, core[0]) or CURRENCIES.get(after, "")
    if not currency:
        return None
    shown = range(_exactness(words, core[0]), core[-1] + (2 if after in CURRENCIES else 1))
    return Figure(shown, core, value, currency, frozenset())


def _measured(words: Wording, core: range, value: float) -> Figure | None:
    behind = core[-1] + 1
    first = _exactness(words, core[0])
    if _is_age(words, core, value):
        end = behind + 2 if words.form(behind) in {"year", "years"} else behind
        return Figure(range(core[0], end), core, value, "age", frozenset())
    if words.before(behind).startswith("%"):
        return Figure(range(first, behind), core, value, "percent", frozenset())
    if (words.form(behind), words.form(behind + 1)) == ("per", "cent"):
        return Figure(range(first, behind + 2), core, value, "percent", frozenset())
    joined = behind < len(words) and words.before(behind) in {"", " ", "-"}
    if joined and words.form(behind) in UNITS:
        dimension, factor = UNITS[words.form(behind)]
        unit = frozenset({words.terms[behind]})
        return Figure(range(first, behind + 1), core, value * factor, dimension, unit)
    nouns = list(_nouns(words, behind, NOUNS))
    if not nouns and words.form(core[0]) == "one":
        return None
    shown = range(first, behind + _named(words, behind, len(nouns)))
    if any(words.form(word) in PEOPLE for word in range(behind, behind + len(nouns))):
        nouns.append("people")
    return Figure(shown, core, value, "", frozenset(nouns))


def _named(words: Wording, behind: int, nouns: int) -> int:
    """How many words behind a figure show what it counts: up to the first plural, no name."""
    if nouns and words.capital(behind):
        return 0
    for count in range(1, nouns + 1):
        if words.form(behind + count - 1).endswith("s") or words.form(behind + count - 1) in PEOPLE:
            return count
    return min(nouns, 1)


def _is_age(words: Wording, core: range, value: float) -> bool:
    behind = core[-1] + 1
    if words.form(behind) in {"year", "years"} and words.form(behind + 1) in {"old", "olds"}:
        return True
    between_commas = words.before(core[0]) == ", " and words.before(behind)[:1] in {",", "."}
    after_name = core[0] > 0 and words.capital(core[0] - 1)
    return words.form(core[0] - 1) == "aged" or (between_commas and after_name and 0 < value < 120)


def _nouns(words: Wording, first: int, most: int) -> Iterator[str]:
    """The families of what stands behind a figure, up to a small word or a stop."""
    for word in range(first, min(first + most, len(words))):
        if (
            words.before(word) not in {" ", "-"}
            or words.form(word) in STOP
            or words.form(word)[0].isdecimal()
        ):
            return
        yield words.terms[word]


def _exactness(words: Wording, first: int) -> int:
    """Where the words before a figure begin that say how exact it is: more than 340."""
    word = first
    while (
        word
        and first - word < 3
        and words.form(word - 1) in QUALIFIERS
        and words.before(word).strip(SIGNS) == " "
    ):
        word -= 1
    while word < first and words.form(word) in {"than", "to", "as", "at"} and words.form(word + 1) != "least":
        word += 1
    return word
