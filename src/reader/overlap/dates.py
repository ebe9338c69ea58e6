"""Days, months and years that a sentence names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.overlap.lexicon import ABBREVIATED
from reader.overlap.vocabulary import MONTHS, PEOPLE, RELATIVE_DAYS, UNITS, WEEKDAYS
from reader.overlap.wording import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.overlap.wording import Wording

YEARS: Final = range(1500, 2100)
SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True)
class Date:
    """As much of a date as is said."""

    shown: range
    weekday: str = ""
    month: str = ""
    day: int = 0
    year: int = 0
    relative: bool = False
    """Today, yesterday: any day, for all the sentence tells."""

    @property
    def is_day(self) -> bool:
        """Whether it is as exact as a day."""
        return self.relative or bool(self.weekday) or self.day > 0


def dates(words: Wording) -> list[Date]:
    """Give the dates in order."""
    found: list[Date] = []
    for word in range(len(words)):
        if not found or word > found[-1].shown[-1]:
            found += _date(words, word)
    return found


def equal(a: Date, b: Date) -> bool:
    """Whether both may be the same date: what both say is the same, and both say something."""
    return _common(a, b) and all(x == y for x, y in _both_say(a, b))


def disagree(a: Date, b: Date) -> bool:
    """Whether both say the same part of a date, and differently."""
    return _common(a, b) and not equal(a, b)


def _common(a: Date, b: Date) -> bool:
    return any(True for _ in _both_say(a, b))


def _both_say(a: Date, b: Date) -> Iterator[tuple[object, object]]:
    parts = ((a.weekday, b.weekday), (a.month, b.month), (a.day, b.day), (a.year, b.year))
    return ((x, y) for x, y in parts if x and y)


def _date(words: Wording, word: int) -> Iterator[Date]:
    form = ABBREVIATED.get(words.form(word), words.form(word))
    if form in RELATIVE_DAYS:
        yield Date(range(word, word + 1), relative=True)
    elif form in WEEKDAYS and words.capital(word):
        yield Date(range(word, word + 1), weekday=form)
    elif _month(words, word + _day_width(words, word)) and _day_width(words, word):
        yield _dated(words, word, word + _day_width(words, word))
    elif _month(words, word) and (word or _day(words, word + 1)):
        yield _dated(words, word, word)
    elif _is_year(words, word):
        yield Date(range(word, word + 1), year=int(words.form(word)))


def _dated(words: Wording, first: int, month: int) -> Date:
    """A month with the day before it or behind it, and the year."""
    end = month + 1
    day = _day(words, first) if first < month else _day(words, end)
    if first == month and day:
        end += 1 + (words.form(end + 1) in SUFFIXES)
    year = int(words.form(end)) if _is_year(words, end) else 0
    return Date(range(first, end + bool(year)), "", _month(words, month), day, year)


def _day_width(words: Wording, word: int) -> int:
    """How many words a day takes that stands before its month: 14, 14th, 14th of."""
    if not _day(words, word):
        return 0
    width = 1 + (words.form(word + 1) in SUFFIXES)
    return width + (words.form(word + width) == "of")


def _day(words: Wording, word: int) -> int:
    form = words.form(word)
    return int(form) if form.isdecimal() and len(form) <= 2 and 0 < int(form) <= 31 else 0


def _month(words: Wording, word: int) -> str:
    form = ABBREVIATED.get(words.form(word), words.form(word))
    return form if form in MONTHS and words.capital(word) else ""


def _is_year(words: Wording, word: int) -> bool:
    """Four figures are a year unless they count something: 1,800 and 1800 people."""
    form = words.form(word)
    if (
        not (len(form) == 4 and form.isdecimal() and int(form) in YEARS)
        or words.spans[word][1] - words.spans[word][0] != 4
    ):
        return False
    counts = words.form(word + 1) in PEOPLE or words.form(word + 1) in UNITS
    return (
        not counts
        and words.before(word)[-1:] not in tuple(SIGNS)
        and not words.before(word + 1).startswith("%")
    )
