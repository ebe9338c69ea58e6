"""Numbers as they are written: in digits, in words, as parts of a whole, by their place in an order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.text.en.number_words import FRACTION_SIGNS, FRACTIONS, NUMBERS, ORDINAL_VALUES, ORDINALS, SCALES
from reader.text.en.people import PEOPLE
from reader.text.en.stopwords import NEWS_FORMULA, STOPWORDS
from reader.text.en.units import UNITS

if TYPE_CHECKING:
    from reader.text.tokenized import TokenizedSentence

SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
JOINED: Final = frozenset({" ", "-"})
_OF_WHAT: Final = frozenset("of the all its their his her our".split())  # noqa: SIM905
_HALVED: Final = frozenset({*SCALES, *UNITS, "point", "percentage"})
_LONGEST: Final = 15
"""Digits of a number; more are none."""

Numeral = tuple[float, int]
"""A value, and the word behind it; that is the first word where no number begins."""


def cardinal(words: TokenizedSentence, word: int) -> Numeral:
    """Give the number that begins at a word: 1.2m, three and a half, two hundred and six, minus five."""
    if words.form(word) == "minus" != words.form(word + 1):
        value, end = cardinal(words, word + 1)
        return (-abs(value), end) if end > word + 1 else (0, word)
    value, end = _plain(words, word)
    if end == word:
        return 0, word
    value, end = _and_a_part(words, value, end)
    while _multiplies(words, word, end):
        value, end = value * SCALES[words.form(end)], end + 1
    if words.form(end - 1) in {"hundred", "thousand"} and not words.form(word)[0].isdecimal():
        rest = end + (words.form(end) == "and")
        more, stop = _plain(words, rest)
        if 0 < more < 100 and words.before(rest) == " ":
            value, end = value + more, stop
    return (-value if words.signs(word)[0] else value), end


def ordinal(words: TokenizedSentence, word: int) -> Numeral:
    """Give the place in an order that begins at a word: third, 3rd, twenty-first."""
    form, behind = words.form(word), words.form(word + 1)
    if form.isdecimal() and behind in SUFFIXES and not words.before(word + 1) and len(form) <= _LONGEST:
        return int(form), word + 2
    if form in ORDINAL_VALUES:
        return ORDINAL_VALUES[form], word + 1
    tens, ones = int(NUMBERS.get(form, 0)), ORDINAL_VALUES.get(behind, 0)
    if tens >= 20 and 0 < ones < 10 and words.before(word + 1) in JOINED:
        return tens + ones, word + 2
    return 0, word


def part(words: TokenizedSentence, word: int) -> Numeral:
    """Give the part of a whole that begins at a word, in percent: half of, two thirds, one in five people."""
    form, behind = words.form(word), words.form(word + 1)
    if form in FRACTION_SIGNS:
        return 100 * FRACTION_SIGNS[form], word + 1
    if form == "half":
        is_part = words.form(word - 1) not in ORDINALS and words.before(word + 1) == " "
        return (50, word + 1) if is_part and (behind in _OF_WHAT or behind in PEOPLE) else (0, word)
    count = 1.0 if form in {"a", "an"} else float(NUMBERS.get(form, 0))
    if count and behind in FRACTIONS and words.before(word + 1) in JOINED:
        after = words.form(word + 2)
        alone = after in STOPWORDS or word + 2 == len(words) or words.before(word + 2) not in JOINED
        timed = after in NEWS_FORMULA and form in {"a", "one"}
        is_part = behind.endswith("s") or after in _OF_WHAT or timed or (alone and form in {"a", "one"})
        return (100 * count * FRACTIONS[behind], word + 2) if is_part else (0, word)
    if behind == "in":
        return _one_in_five(words, word)
    return 0, word


def _plain(words: TokenizedSentence, word: int) -> Numeral:
    """Without what multiplies it."""
    form, end = words.form(word), word + 1
    if form[:1].isdecimal():
        return (float(form), end) if _is_number(form) and not _in_a_name(words, word) else (0, word)
    if form in NUMBERS:
        tens, ones = float(NUMBERS[form]), float(NUMBERS.get(words.form(end), 0))
        joined = tens >= 20 and 0 < ones < 10 and words.before(end) in JOINED
        return (tens + ones, end + 1) if joined else (tens, end)
    if form in {"a", "an"} and words.form(end) in {"dozen", "hundred", "thousand", "million", "billion"}:
        return 1.0, end
    if form == "half" and words.form(end) in {"a", "an"} and words.form(end + 1) in _HALVED:
        return 0.5, end + 1
    if form in {"a", "an"} and words.form(end) in {"half", "quarter"}:
        value, stop = _plain(words, end)
        return (value, stop) if stop == end + 1 and words.form(stop) in {"point", "percentage"} else (0, word)
    of_a_point = words.form(end) in {"point", "percentage"} and words.before(end) in JOINED
    return (FRACTIONS[form], end) if of_a_point and form in {"half", "quarter"} else (0, word)


def _is_number(form: str) -> bool:
    """Not a list or a version: 1.2.3."""
    return form.count(".") <= 1 and form.replace(".", "").isdecimal()


def _and_a_part(words: TokenizedSentence, value: float, end: int) -> Numeral:
    """As in 2½ and "three and a half"."""
    if words.form(end) in FRACTION_SIGNS and words.before(end) in {"", " "}:
        return value + FRACTION_SIGNS[words.form(end)], end + 1
    said = [words.form(word) for word in range(end, end + 3)]
    if said[:2] == ["and", "a"] and said[2] in {"half", "quarter"} and words.before(end) in JOINED:
        return value + FRACTIONS[said[2]], end + 3
    return value, end


def _multiplies(words: TokenizedSentence, first: int, word: int) -> bool:
    """An m behind a number is a million of money, and of what is counted: 1.2m people, but a 1.2m wall."""
    form, gap = words.form(word), words.before(word)
    if form not in SCALES:
        return False
    if form != "m":
        return gap in {"", " ", "-"}
    behind = words.form(word + 1)
    counts = words.before(word + 1) == " " and (
        behind in PEOPLE or (behind.endswith("s") and len(behind) > 3)
    )
    return gap == "" and (
        words.signs(first)[1] != "" or (counts and words.form(first - 1) not in {"a", "an"})
    )


def _one_in_five(words: TokenizedSentence, word: int) -> Numeral:
    """Of people or other things; not of days."""
    (count, end), (whole, stop) = _plain(words, word), _plain(words, word + 2)
    behind = words.form(stop)
    of_them = behind in PEOPLE or behind == "of" or (behind.endswith("s") and behind not in UNITS)
    joined = all(words.before(place) == " " for place in (word + 1, word + 2, stop))
    if end == word + 1 and stop > word + 2 and 0 < count < whole <= 100 and of_them and joined:
        return 100 * count / whole, stop
    return 0, word


def _in_a_name(words: TokenizedSentence, word: int) -> bool:
    """As in Covid-19, Airbus A-320."""
    return (
        word > 0
        and words.before(word) in {"-", "–"}
        and words.form(word - 1)[-1].isalpha()
        and words.capital(word - 1)
    )
