"""Find the days, months and years that a sentence names, and compare them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final

from reader.overlap.extraction.numerals import read_ordinal
from reader.text.en.calendar_words import DECADES, MONTHS, RELATIVE_DAYS, WEEKDAYS
from reader.text.en.people import PEOPLE
from reader.text.en.units import UNITS
from reader.text.en.word_forms import ABBREVIATED
from reader.text.tokenized import SIGNS, TokenizedSentence

YEARS: Final = range(1500, 2100)
CENTURY: Final = 100
LAST_DAY: Final = 31
LONGEST_SEASON: Final = 20  # years between the two years of a season or a term of office
_parts: Final = attrgetter("weekday", "month", "day", "year", "last_day", "last_year")
_IN_FIGURES: Final = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d.]*\d)"
    r"|(?P<whole>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
)
_SEASON: Final = re.compile(r"(\d{4})[-–/](\d{4}|\d\d)(?![\d-])")
_DECADE: Final = re.compile(r"((?:\d\d)?\d0)['’]?s\b")


@dataclass(frozen=True, slots=True)
class Date:
    """The parts of a date that a sentence names; a part that it does not name is empty or 0."""

    shown: range  # the words of the date
    weekday: str = ""
    month: str = ""
    day: int = 0
    year: int = 0
    last_day: int = 0  # the last of several days: 3-5 June
    last_year: int = 0  # last two digits of the second year of a season or a term of office: 2019-20
    decade: int = 0  # first year of a decade: 1990, or 90 for "the nineties"
    other_order: tuple[int, str] = (0, "")  # day and month if the figures are read in the other order: 03/05
    relative: bool = False  # whether it is "today" or "yesterday": any day, for all that the sentence tells

    @property
    def is_day(self) -> bool:
        """Whether it is as exact as a day."""
        return self.relative or bool(self.weekday) or self.day > 0


def find_dates(words: TokenizedSentence) -> list[Date]:
    """Return the dates of a sentence in order."""
    found: list[Date] = []
    for word in range(len(words)):
        if not found or word > found[-1].shown[-1]:
            found += _date(words, word)
    return found


def same_date(a: Date, b: Date) -> bool:
    """Whether two dates may be the same: they have parts in common, and all of those are equal."""
    readings = (_common_parts(one, other) for one in _readings(a) for other in _readings(b))
    return any(common and all(x == y for x, y in common) for common in readings)


def dates_disagree(a: Date, b: Date) -> bool:
    """Whether two dates have parts in common that are not equal."""
    return bool(_common_parts(a, b)) and not same_date(a, b)


def may_be_same_date(a: Date, b: Date) -> bool:
    """Whether `a` can be the day that `b` is: "yesterday" can be any day, Tuesday can be 14 May."""
    return same_date(a, b) or a.relative or (a.is_day and b.is_day and not dates_disagree(a, b))


def year_of_day(words: TokenizedSentence, date: Date) -> range:
    """Return the word of the year if the date names a day too; otherwise an empty range."""
    places = [word for word in date.shown if words.form(word) == str(date.year)]
    return range(places[0], places[0] + 1) if places and date.is_day else range(0)


def _readings(date: Date) -> list[Date]:
    day, month = date.other_order
    return [date, replace(date, day=day, month=month)] if day else [date]


def _common_parts(a: Date, b: Date) -> list[tuple[object, object]]:
    decades = (a.decade, b.decade)
    if min(decades) < CENTURY:
        decades = (a.decade % CENTURY, b.decade % CENTURY)
    return [(x, y) for x, y in (*zip(_parts(a), _parts(b), strict=True), decades) if x and y]


def _date(words: TokenizedSentence, word: int) -> Iterator[Date]:
    form = ABBREVIATED.get(words.form(word), words.form(word))
    _, after_day = _day(words, word)
    month = after_day + (words.form(after_day) == "of") if after_day > word else word
    if form in RELATIVE_DAYS:
        yield Date(range(word, word + 1), relative=True)
    elif form in WEEKDAYS and words.is_capitalized(word):
        yield Date(range(word, word + 1), weekday=form)
    elif days := _several_days(words, word):
        yield days
    elif _month(words, month) and (month > word or word or _day(words, word + 1)[0]):
        yield _day_and_month(words, word, month)
    elif form[0].isdecimal():
        yield from _in_figures(words, word)
    elif form in DECADES and words.form(word - 1) in {"the", "early", "late", "mid"}:
        yield Date(range(word, word + 1), decade=20 + 10 * DECADES.index(form))


def _several_days(words: TokenizedSentence, word: int) -> Date | None:
    """Read several days of one month: 3-5 June, 3 to 5 June, June 3-5."""
    month_first = word > 0 and bool(_month(words, word))  # the first word has a capital anyway: "May"
    day, second = _day(words, word + month_first)
    if not day or not (words.gap_before(second) in {"-", "–"} or words.form(second) in {"to", "and"}):
        return None
    last, end = _day(words, second + (words.form(second) in {"to", "and"}))
    month = _month(words, word if month_first else end)
    if last <= day or not month:
        return None
    return Date(range(word, end + (not month_first)), month=month, day=day, last_day=last)


def _day_and_month(words: TokenizedSentence, first: int, month: int) -> Date:
    """Read a month with the day before it or after it, if there is one, and the year."""
    day, end = _day(words, first if first < month else month + 1)
    end = month + 1 if first < month or not day else end
    year = int(words.form(end)) if _is_year(words, end) else 0
    return Date(range(first, end + bool(year)), "", _month(words, month), day, year)


def _day(words: TokenizedSentence, word: int) -> tuple[int, int]:
    """Return the day of a month that begins at a word, and the word after it; (0, `word`) if none does."""
    number, end = read_ordinal(words, word)
    if 0 < number <= LAST_DAY:
        return int(number), end
    form = words.form(word)
    is_day = form.isdecimal() and len(form) <= 2 and 0 < int(form) <= LAST_DAY
    return (int(form), word + 1) if is_day else (0, word)


def _month(words: TokenizedSentence, word: int) -> str:
    form = ABBREVIATED.get(words.form(word), words.form(word))
    return form if form in MONTHS and words.is_capitalized(word) else ""


def _in_figures(words: TokenizedSentence, word: int) -> Iterator[Date]:
    """Read 03/05/2024, 2024-05-03, the 1990s, 2019-20, or 1911."""
    start = words.spans[word][0]
    if found := _IN_FIGURES.match(words.text, start):
        yield from _in_either_order(found, words.words_within(*found.span()))
    elif (found := _DECADE.match(words.text, start)) and (len(found[1]) > 2 or words.form(word - 1) == "the"):
        yield Date(range(word, word + 2), decade=int(found[1]))
    elif (found := _SEASON.match(words.text, start)) and _is_year(words, word) and _is_season(found):
        shown = words.words_within(*found.span())
        yield Date(shown, year=int(found[1]), last_year=int(found[2]) % CENTURY or CENTURY)
    elif _is_year(words, word):
        yield Date(range(word, word + 1), year=int(words.form(word)))


def _in_either_order(found: re.Match[str], shown: range) -> Iterator[Date]:
    """Yield the date of `_IN_FIGURES`: the day before the month, or after it where only that is possible."""
    if found["whole"]:
        yield from _valid(shown, int(found["day"]), int(found["month"]), int(found["whole"]))
        return
    one, other, year = int(found["one"]), int(found["other"]), int(found["year"])
    year += 2000 if year < CENTURY else 0
    day_first, month_first = list(_valid(shown, one, other, year)), list(_valid(shown, other, one, year))
    for date in day_first or month_first:
        both = day_first and month_first
        yield replace(date, other_order=(month_first[0].day, month_first[0].month)) if both else date


def _valid(shown: range, day: int, month: int, year: int) -> Iterator[Date]:
    if 0 < day <= LAST_DAY and 0 < month <= len(MONTHS) and year in YEARS:
        yield Date(shown, "", MONTHS[month - 1], day, year)


def _is_season(found: re.Match[str]) -> bool:
    """Whether two years, the second perhaps of two digits, can be those of a season: 2019-20, 1999-00."""
    first, last = int(found[1]), int(found[2])
    if last > CENTURY:
        return last in YEARS
    return 0 <= last - first % CENTURY < LONGEST_SEASON or (last, first % CENTURY) == (0, 99)


def _is_year(words: TokenizedSentence, word: int) -> bool:
    """Whether a word is a year, and not a number of something: 1800 people, 1,800, £1800."""
    form = words.form(word)
    if not (len(form) == 4 and form.isdecimal() and int(form) in YEARS):
        return False
    start, end = words.spans[word]
    following = words.form(word + 1)
    counts = following in PEOPLE or following in UNITS or following in {"gmt", "utc", "bst"}
    signed = words.gap_before(word)[-1:] in tuple(SIGNS) or words.gap_before(word + 1).startswith("%")
    return end - start == len(form) and not counts and not signed
