"""Numbers as they are written: in digits, in words, as a fraction, as a place in an order."""

from typing import Final

from reader.text.en.grammar import OWNING
from reader.text.en.number_words import FRACTION_SIGNS, FRACTIONS, NUMBERS, ORDINAL_VALUES, ORDINALS, SCALES
from reader.text.en.people import PEOPLE
from reader.text.en.stopwords import NEWS_FORMULA, STOPWORDS
from reader.text.en.units import UNITS
from reader.text.tokenized import TokenizedSentence

ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
JOINED: Final = frozenset({" ", "-"})  # what stands between words that belong together
_WHOLES: Final = OWNING | {"of", "all"}  # between fraction and whole: half of the boats, half their boats
_POINT: Final = frozenset({"point", "percentage"})
_MOST_DIGITS: Final = 15  # digits of an ordinal; a longer one is not read as a number

Numeral = tuple[float, int]
"""A value and the word after its last word. Where no number begins, that is the first word itself."""


def read_cardinal(words: TokenizedSentence, word: int) -> Numeral:
    """Read the number that begins at a word: 1.2m, three and a half, two hundred and six, minus five."""
    if words.form(word) == "minus" != words.form(word + 1):
        value, end = read_cardinal(words, word + 1)
        return (-abs(value), end) if end > word + 1 else (0, word)
    value, end = _unscaled(words, word)
    if end == word:
        return 0, word
    value, end = _with_fraction(words, value, end)
    while _is_scale(words, word, end):
        value, end = value * SCALES[words.form(end)], end + 1
    if words.form(end - 1) in {"hundred", "thousand"} and not words.form(word)[0].isdecimal():
        rest = end + (words.form(end) == "and")
        more, stop = _unscaled(words, rest)
        if 0 < more < 100 and words.gap_before(rest) == " ":
            value, end = value + more, stop
    return (-value if words.signs_before(word)[0] else value), end


def read_ordinal(words: TokenizedSentence, word: int) -> Numeral:
    """Read the place in an order that begins at a word: third, 3rd, twenty-first."""
    form, following = words.form(word), words.form(word + 1)
    is_figure = form.isdecimal() and len(form) <= _MOST_DIGITS
    if is_figure and following in ORDINAL_SUFFIXES and not words.gap_before(word + 1):
        return int(form), word + 2
    if form in ORDINAL_VALUES:
        return ORDINAL_VALUES[form], word + 1
    tens, ones = int(NUMBERS.get(form, 0)), ORDINAL_VALUES.get(following, 0)
    if tens >= 20 and 0 < ones < 10 and words.gap_before(word + 1) in JOINED:
        return tens + ones, word + 2
    return 0, word


def read_fraction(words: TokenizedSentence, word: int) -> Numeral:
    """Read the part of a whole that begins at a word, in percent: half of, two thirds, one in five people."""
    form, following = words.form(word), words.form(word + 1)
    if form in FRACTION_SIGNS:
        return 100 * FRACTION_SIGNS[form], word + 1
    if form == "half":
        is_part = words.form(word - 1) not in ORDINALS and words.gap_before(word + 1) == " "
        return (50, word + 1) if is_part and (following in _WHOLES or following in PEOPLE) else (0, word)
    count = 1.0 if form in {"a", "an"} else float(NUMBERS.get(form, 0))
    if count and following in FRACTIONS and words.gap_before(word + 1) in JOINED:
        after, is_attached = words.form(word + 2), words.gap_before(word + 2) in JOINED
        stands_alone = not is_attached or word + 2 == len(words) or after in STOPWORDS | NEWS_FORMULA
        is_part = following.endswith("s") or after in _WHOLES or (form in {"a", "one"} and stands_alone)
        return (100 * count * FRACTIONS[following], word + 2) if is_part else (0, word)
    return _one_in_five(words, word) if following == "in" else (0, word)


def _unscaled(words: TokenizedSentence, word: int) -> Numeral:
    """Read a number without the "hundred" or "million" that multiplies it."""
    form, end = words.form(word), word + 1
    if form[:1].isdecimal():
        is_number = form.count(".") <= 1 and form.replace(".", "").isdecimal()  # 1.2.3 is a version
        return (float(form), end) if is_number and not _is_in_name(words, word) else (0, word)
    following = words.form(end)
    if form in NUMBERS:
        tens, ones = float(NUMBERS[form]), float(NUMBERS.get(following, 0))
        joined = tens >= 20 and 0 < ones < 10 and words.gap_before(end) in JOINED
        return (tens + ones, end + 1) if joined else (tens, end)
    if form in {"a", "an"} and following in {"dozen", "hundred", "thousand", "million", "billion"}:
        return 1.0, end
    after = words.form(end + 1)
    if form == "half" and following in {"a", "an"} and (after in SCALES or after in UNITS or after in _POINT):
        return 0.5, end + 1
    if form in {"a", "an"} and following in {"half", "quarter"}:
        value, stop = _unscaled(words, end)
        return (value, stop) if stop == end + 1 and words.form(stop) in _POINT else (0, word)
    of_a_point = following in _POINT and words.gap_before(end) in JOINED
    return (FRACTIONS[form], end) if of_a_point and form in {"half", "quarter"} else (0, word)


def _with_fraction(words: TokenizedSentence, value: float, end: int) -> Numeral:
    """Add the fraction after a whole number: 2½, three and a half."""
    if words.form(end) in FRACTION_SIGNS and words.gap_before(end) in {"", " "}:
        return value + FRACTION_SIGNS[words.form(end)], end + 1
    fraction = words.form(end + 2)
    is_added = words.form(end) == "and" and words.form(end + 1) == "a" and words.gap_before(end) in JOINED
    if is_added and fraction in {"half", "quarter"}:
        return value + FRACTIONS[fraction], end + 3
    return value, end


def _is_scale(words: TokenizedSentence, first: int, word: int) -> bool:
    """Whether a word multiplies the number that begins at `first`.

    An "m" means a million of money or of things that are counted: 1.2m people, but a 1.2m wall.
    """
    form, gap = words.form(word), words.gap_before(word)
    if form not in SCALES:
        return False
    if form != "m":
        return gap in {"", " ", "-"}
    if gap:
        return False
    following = words.form(word + 1)
    plural = following in PEOPLE or (following.endswith("s") and len(following) > 3)
    counts = plural and words.gap_before(word + 1) == " " and words.form(first - 1) not in {"a", "an"}
    return counts or words.signs_before(first)[1] != ""


def _one_in_five(words: TokenizedSentence, word: int) -> Numeral:
    """Read "one in five" as 20, of people or things but not of days: "one in five years"."""
    (count, end), (whole, stop) = _unscaled(words, word), _unscaled(words, word + 2)
    following = words.form(stop)
    of_them = following in PEOPLE or following == "of" or (following.endswith("s") and following not in UNITS)
    joined = all(words.gap_before(place) == " " for place in (word + 1, word + 2, stop))
    if end == word + 1 and stop > word + 2 and 0 < count < whole <= 100 and of_them and joined:
        return 100 * count / whole, stop
    return 0, word


def _is_in_name(words: TokenizedSentence, word: int) -> bool:
    """Whether a number belongs to the name before it: Covid-19, Airbus A-320."""
    return (
        word > 0
        and words.gap_before(word) in {"-", "–"}
        and words.form(word - 1)[-1].isalpha()
        and words.is_capitalized(word - 1)
    )
