"""Days, months and years that a sentence names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reader.overlap.extraction.numerals import read_ordinal
from reader.text.en.calendar_words import DECADES, MONTHS, RELATIVE_DAYS, WEEKDAYS
from reader.text.en.people import PEOPLE
from reader.text.en.units import UNITS
from reader.text.en.word_forms import ABBREVIATED
from reader.text.tokenized import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.tokenized import TokenizedSentence

YEARS: Final = range(1500, 2100)
CENTURY: Final = 100
LAST_DAY: Final = 31
_IN_DIGITS: Final = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d.]*\d)"
    r"|(?P<whole>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
)
_SEASON: Final = re.compile(r"(\d{4})[-–/](\d{4}|\d\d)(?![\d-])")
_DECADE: Final = re.compile(r"((?:\d\d)?\d0)['’]?s\b")


@dataclass(frozen=True, slots=True)
class Date:
    """As much of a date as is said."""

    shown: range
    weekday: str = ""
    month: str = ""
    day: int = 0
    year: int = 0
    last: int = 0
    """The last day of several."""
    upto: int = 0
    """The last year of a season or a term, by its last two digits."""
    decade: int = 0
    """Its first year; of the nineties 90."""
    turned: tuple[int, str] = (0, "")
    """Day and month, if the figures of the date stand in the other order: 03/05."""
    relative: bool = False
    """Today, yesterday: any day, for all the sentence tells."""

    @property
    def is_day(self) -> bool:
        """Whether it is as exact as a day."""
        return self.relative or bool(self.weekday) or self.day > 0


def dates(words: TokenizedSentence) -> list[Date]:
    """Give the dates in order."""
    found: list[Date] = []
    for word in range(len(words)):
        if not found or word > found[-1].shown[-1]:
            found += _date(words, word)
    return found


def equal(a: Date, b: Date) -> bool:
    """Whether both may be the same date: what both say is the same, and both say something."""
    return any(
        _common(one, other) and all(x == y for x, y in _both_say(one, other))
        for one in _readings(a)
        for other in _readings(b)
    )


def disagree(a: Date, b: Date) -> bool:
    """Whether both say the same part of a date, and differently."""
    return _common(a, b) and not equal(a, b)


def year_of(words: TokenizedSentence, date: Date) -> range:
    """Give the word of its year, if it names a day too."""
    places = [word for word in date.shown if words.form(word) == str(date.year)]
    return range(places[0], places[0] + 1) if places and date.is_day else range(0)


def _readings(date: Date) -> Iterator[Date]:
    yield date
    if date.turned[0]:
        yield replace(date, day=date.turned[0], month=date.turned[1])


def _common(a: Date, b: Date) -> bool:
    return any(True for _ in _both_say(a, b))


def _both_say(a: Date, b: Date) -> Iterator[tuple[object, object]]:
    decades = (a.decade, b.decade)
    if min(decades) < CENTURY:
        decades = (a.decade % CENTURY, b.decade % CENTURY)
    parts = (
        (a.weekday, b.weekday),
        (a.month, b.month),
        (a.day, b.day),
        (a.year, b.year),
        (a.last, b.last),
        (a.upto, b.upto),
        decades,
    )
    return ((x, y) for x, y in parts if x and y)


def _date(words: TokenizedSentence, word: int) -> Iterator[Date]:
    form = ABBREVIATED.get(words.form(word), words.form(word))
    if form in RELATIVE_DAYS:
        yield Date(range(word, word + 1), relative=True)
    elif form in WEEKDAYS and words.capital(word):
        yield Date(range(word, word + 1), weekday=form)
    elif days := _days(words, word):
        yield days
    elif _month(words, word + _day_width(words, word)) and _day_width(words, word):
        yield _dated(words, word, word + _day_width(words, word))
    elif _month(words, word) and (word or _day(words, word + 1)[0]):
        yield _dated(words, word, word)
    elif form[0].isdecimal():
        yield from _in_digits(words, word)
    elif form in DECADES and words.form(word - 1) in {"the", "early", "late", "mid"}:
        yield Date(range(word, word + 1), decade=20 + 10 * DECADES.index(form))


def _in_digits(words: TokenizedSentence, word: int) -> Iterator[Date]:
    """As in 03/05/2024, 2024-05-03, 2019-20, the 1990s, 1911."""
    start = words.spans[word][0]
    if found := _IN_DIGITS.match(words.text, start):
        yield from _figured(found, words.within(*found.span()))
    elif (found := _DECADE.match(words.text, start)) and (len(found[1]) > 2 or words.form(word - 1) == "the"):
        yield Date(range(word, word + 2), decade=int(found[1]))
    elif (found := _SEASON.match(words.text, start)) and _is_year(words, word) and _goes_on(found):
        shown = words.within(*found.span())
        yield Date(shown, year=int(found[1]), upto=int(found[2]) % CENTURY or CENTURY)
    elif _is_year(words, word):
        yield Date(range(word, word + 1), year=int(words.form(word)))


def _goes_on(season: re.Match[str]) -> bool:
    first, last = int(season[1]), int(season[2])
    return (
        last in YEARS
        if last > CENTURY
        else 0 <= last - first % CENTURY < 20 or (last, first % 100) == (0, 99)
    )


def _figured(found: re.Match[str], shown: range) -> Iterator[Date]:
    if found["whole"]:
        yield from _day_of(shown, int(found["day"]), int(found["month"]), int(found["whole"]))
        return
    one, other, year = int(found["one"]), int(found["other"]), int(found["year"])
    year += 2000 if year < CENTURY else 0
    first, second = (list(_day_of(shown, *order, year)) for order in ((one, other), (other, one)))
    for date in first or second:
        turned = second[0] if first and second else None
        yield replace(date, turned=(turned.day, turned.month)) if turned else date


def _day_of(shown: range, day: int, month: int, year: int) -> Iterator[Date]:
    if 0 < day <= LAST_DAY and 0 < month <= len(MONTHS) and year in YEARS:
        yield Date(shown, "", MONTHS[month - 1], day, year)


def _days(words: TokenizedSentence, word: int) -> Date | None:
    """Several days: 3-5 June, 3 to 5 June, June 3-5."""
    month = word if _month(words, word) else 0
    first, second = _day(words, word + bool(month))
    if not first or not (words.before(second) in {"-", "–"} or words.form(second) in {"to", "and"}):
        return None
    last, end = _day(words, second + (words.form(second) in {"to", "and"}))
    if last <= first or not (month or _month(words, end)):
        return None
    said = _month(words, month) if month else _month(words, end)
    return Date(range(word, end + (not month)), month=said, day=first, last=last)


def _dated(words: TokenizedSentence, first: int, month: int) -> Date:
    """A month with the day before it or behind it, and the year."""
    day, end = _day(words, first) if first < month else _day(words, month + 1)
    end = month + 1 if first < month or not day else end
    year = int(words.form(end)) if _is_year(words, end) else 0
    return Date(range(first, end + bool(year)), "", _month(words, month), day, year)


def _day_width(words: TokenizedSentence, word: int) -> int:
    """How many words a day takes that stands before its month: 14, 14th, the fourteenth of."""
    day, end = _day(words, word)
    return end + (words.form(end) == "of") - word if day else 0


def _day(words: TokenizedSentence, word: int) -> tuple[int, int]:
    """The day, and the word behind it."""
    number, end = read_ordinal(words, word)
    if 0 < number <= LAST_DAY:
        return int(number), end
    form = words.form(word)
    is_day = form.isdecimal() and len(form) <= 2 and 0 < int(form) <= LAST_DAY
    return (int(form), word + 1) if is_day else (0, word)


def _month(words: TokenizedSentence, word: int) -> str:
    form = ABBREVIATED.get(words.form(word), words.form(word))
    return form if form in MONTHS and words.capital(word) else ""


def _is_year(words: TokenizedSentence, word: int) -> bool:
    """Four figures are a year unless they count something: 1,800 and 1800 people."""
    form = words.form(word)
    if (
        not (len(form) == 4 and form.isdecimal() and int(form) in YEARS)
        or words.spans[word][1] - words.spans[word][0] != 4
    ):
        return False
    behind = words.form(word + 1)
    counts = behind in PEOPLE or behind in UNITS or behind in {"gmt", "utc", "bst"}
    return (
        not counts
        and words.before(word)[-1:] not in tuple(SIGNS)
        and not words.before(word + 1).startswith("%")
    )
