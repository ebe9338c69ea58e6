"""The figures in a sentence: numbers with their units, times, scores, ranges, parts, and what they count."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.overlap.extraction.numerals import JOINED, cardinal, ordinal, part
from reader.overlap.extraction.quantity import HALF_DAY, HEADS, POINTS, Figure
from reader.text.en.number_words import ABOVE, BELOW, MULTIPLES, NUMBERS, QUALIFIERS, SCALES
from reader.text.en.people import CASUALTIES, PEOPLE
from reader.text.en.stopwords import STOPWORDS
from reader.text.en.units import COINS, CURRENCIES, LABELS, LOSING, SCORED, UNITS
from reader.text.tokenized import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from reader.text.tokenized import TokenizedSentence

CLOCK: Final = re.compile(r"\d{1,2}[.:][0-5]\d")
NOUNS: Final = 3
"""Words behind a figure among which is what it counts: 40 young men."""
INCH: Final = 0.0254
ZONES: Final = frozenset({"gmt", "utc", "bst", "cet", "est"})
LONGEST: Final = 7
"""Words behind a figure, at most, up to what it counts."""
BEFORE: Final = 6
"""Words before a score among which is who lost."""
KNOWN: Final = frozenset({"the", "these", "those", "both", "its", "their", "his", "her", "our"})
"""Words before a small figure of what was told of before: the two nations."""
_COORDINATING: Final = frozenset({"and", "or", "but", "while"})


def figures(words: TokenizedSentence, taken: AbstractSet[int]) -> list[Figure]:
    """Give the figures in order; words that are `taken` belong to dates."""
    found: list[Figure] = []
    word = 0
    while word < len(words):
        figure = None if word in taken else _figure(words, word)
        if figure and taken.isdisjoint(figure.core):
            bound = _bound(words, figure)
            found.append(replace(figure, beside=_beside(words, figure.shown), bound=bound))
            word = figure.shown[-1]
        word += 1
    return found


def with_noun(words: TokenizedSentence, figure: Figure) -> range:
    """Give its words up to what is counted, other words between: two of the three old boats."""
    shown = figure.shown
    if figure.dimension or len(shown) > len(figure.core) or shown.stop == len(words):
        return shown
    for word in range(shown.stop, min(len(words), shown.stop + LONGEST)):
        if words.before(word) not in JOINED:
            break
        form = words.form(word)
        if (
            form.endswith("s")
            and not form.endswith("ss")
            and not words.capital(word)
            and form not in STOPWORDS
        ):
            return range(shown.start, word + 1)
        if words.form(word) in STOPWORDS - {"of", "the", "its", "their", "his", "her"}:
            break
    return shown


def _figure(words: TokenizedSentence, word: int) -> Figure | None:
    place, end = ordinal(words, word)
    share, behind = part(words, word)
    if behind > word:
        core = range(word, behind)
        if of_a_point := _of_a_point(words, core, share):
            return of_a_point
        return Figure(range(_exactness(words, word), behind), core, share, "percent", frozenset({"part"}))
    if end > word:
        return _in_order(words, range(word, end), place)
    value, end = cardinal(words, word)
    if end == word:
        return _noon(words, word) or _twice(words, word) or _and_a_half(words, word)
    core = range(word, end)
    return (
        _clock(words, core)
        or _of_votes(words, core, value)
        or _pair(words, core, value)
        or _money(words, core, value)
        or _measured(words, core, value)
    )


def _in_order(words: TokenizedSentence, core: range, place: float) -> Figure:
    """As in "the second ferry": which one of several."""
    counted = frozenset(_nouns(words, core.stop, 1))
    return Figure(range(core.start, core.stop + len(counted)), core, place, "ordinal", counted)


def _pair(words: TokenizedSentence, core: range, value: float) -> Figure | None:
    """A score, 2-1, or two ends of a range: 10-15 people, five to ten years, between 10 and 15."""
    second = core.stop
    dash = words.before(second) in {"-", "–", "−"}
    linked = words.form(second) in {"to", "and"} and all(
        words.before(second + step) == " " for step in (0, 1)
    )
    between = words.form(core[0] - 1) == "between"
    if not dash and not (linked and (words.form(second) == "and") == between):
        return None
    if words.form(core[0] - 1) == "from":
        return None
    other, end = cardinal(words, second if dash else second + 1)
    if end == second or end == second + 1 - dash:
        return None
    whole = range(core.start, end)
    behind = _money(words, whole, other) or _measured(words, whole, other)
    if behind and (behind.dimension or behind.counted) and value < other:
        factor = behind.value / other if other else 1
        first = value * factor
        shown = range(behind.shown.start - between, behind.shown.stop)
        return replace(behind, shown=shown, core=whole, value=first, upto=behind.value)
    if not dash or max(value, other) > 999 or len(core) > 1:
        return None
    lost = any(words.stems[word] in LOSING for word in range(max(0, core.start - BEFORE), core.start))
    return Figure(whole, whole, value, "score", frozenset(), "lost" if lost else "", other)


def _of_votes(words: TokenizedSentence, core: range, value: float) -> Figure | None:
    """As in "12 votes to nine"."""
    if words.form(core.stop) not in SCORED or words.form(core.stop + 1) != "to":
        return None
    other, end = cardinal(words, core.stop + 2)
    whole = range(core.start, end)
    return Figure(whole, whole, value, "score", upto=other) if end > core.stop + 2 else None


def _noon(words: TokenizedSentence, word: int) -> Figure | None:
    minutes, half = {"noon": (HALF_DAY, "pm"), "midday": (HALF_DAY, "pm"), "midnight": (0, "am")}.get(
        words.form(word), (-1, "")
    )
    here = range(word, word + 1)
    return Figure(here, here, minutes, "clock", frozenset(), half) if half else None


def _twice(words: TokenizedSentence, word: int) -> Figure | None:
    here = range(word, word + 1)
    times = MULTIPLES.get(words.form(word), 0)
    return Figure(here, here, times, "", frozenset({"time", "times"})) if times else None


def _and_a_half(words: TokenizedSentence, word: int) -> Figure | None:
    """An hour and a half."""
    said = [words.form(place) for place in range(word, word + 5)]
    if said[0] not in {"a", "an"} or said[1] not in UNITS or said[2:] != ["and", "a", "half"]:
        return None
    dimension, factor = UNITS[said[1]]
    whole = range(word, word + 5)
    return Figure(whole, whole, 1.5 * factor, dimension, frozenset({words.stems[word + 1]}))


def _clock(words: TokenizedSentence, core: range) -> Figure | None:
    first = core[0]
    printed = words.printed(core)
    after = words.form(core[-1] + 1)
    if after in ZONES and len(words.form(first)) == 4 and words.form(first).isdecimal():
        value = int(words.form(first)[:2]) * 60 + int(words.form(first)[2:])
        return Figure(range(first, core.stop + 1), core, value, "clock")
    half = after if after in {"am", "pm"} else ""
    measured = after in {"per", "percent", "pct", *UNITS, *CURRENCIES} or "%" in words.before(core.stop)
    exact = None if measured else CLOCK.fullmatch(printed)
    if not half and after != "o'clock" and not (exact and (":" in printed or words.form(first - 1) == "at")):
        return None
    spelled, _ = cardinal(words, first)
    form = words.form(first) if words.form(first)[0].isdecimal() else str(int(spelled))
    hours, _, minutes = form.partition(".")
    if len(hours) > 2 or int(hours) > 24 or len(minutes) not in {0, 2}:
        return None
    value = int(hours) * 60 + int(minutes or 0)
    shown = range(first, core[-1] + (2 if half or after == "o'clock" else 1))
    return Figure(shown, shown, value, "clock", frozenset(), half or ("pm" if int(hours) > 12 else ""))


def _money(words: TokenizedSentence, core: range, value: float) -> Figure | None:
    after = words.form(core.stop)
    if after in COINS and (after != "p" or not words.before(core.stop)):
        return Figure(range(core.start, core.stop + 1), core, value / 100, COINS[after])
    currency = words.signs(core[0])[1] or CURRENCIES.get(after, "")
    if not currency:
        return None
    shown = range(_exactness(words, core[0]), core.stop + (after in CURRENCIES))
    return Figure(shown, core, value, currency)


def _measured(words: TokenizedSentence, core: range, value: float) -> Figure | None:
    behind = core.stop
    first = _exactness(words, core[0])
    if _is_age(words, core, value):
        end = behind + 2 if words.form(behind) in {"year", "years"} else behind
        return Figure(range(core[0], end), core, value, "age")
    per_cent = 2 * ((words.form(behind), words.form(behind + 1)) == ("per", "cent"))
    if per_cent or words.before(behind).lstrip().startswith("%"):
        return Figure(range(first, behind + per_cent), core, value, "percent")
    points = _points(words, core, value, first) or _degrees(words, core, value, first)
    if points:
        return points
    if words.form(behind) == "in" and words.before(behind) == "":
        return Figure(range(first, behind + 1), core, value * INCH, "length", frozenset({"inch"}), "in")
    joined = behind < len(words) and words.before(behind) in {"", " ", "-"}
    if joined and words.form(behind) in UNITS:
        dimension, factor = UNITS[words.form(behind)]
        unit = frozenset({words.stems[behind]} if dimension != "percent" else ())
        metres = words.form(behind) if dimension == "length" else ""
        return Figure(range(first, behind + 1), core, value * factor, dimension, unit, metres)
    return _counted(words, core, value, first)


def _counted(words: TokenizedSentence, core: range, value: float, first: int) -> Figure | None:
    behind = core.stop
    if words.form(core[0] - 1) in LABELS:
        label = frozenset({words.stems[core[0] - 1]})
        return Figure(range(core.start - 1, behind), core, value, "", label)
    if _is_compound(words, core):
        return Figure(range(core.start - 2, behind), core, value, "", frozenset({words.stems[core[0] - 2]}))
    if _is_of_them(words, behind):
        return Figure(range(first, behind + 3), core, value, "", frozenset({HEADS}), of_them=True)
    nouns = list(_nouns(words, behind, NOUNS))
    if not nouns and words.form(core[0]) == "one":
        return None
    shown = range(first, behind + _named(words, behind, len(nouns)))
    if any(words.form(word) in PEOPLE for word in range(behind, behind + len(nouns))):
        nouns.append(HEADS)
    known = words.form(core[0] - 1) in KNOWN and words.form(core[0]) in NUMBERS
    return Figure(shown, core, value, "", frozenset(nouns), known=known)


def _is_compound(words: TokenizedSentence, core: range) -> bool:
    """As in "a father-of-three"."""
    first = core[0]
    return (
        first > 1 and words.form(first - 1) == "of" and words.before(first) == words.before(first - 1) == "-"
    )


def _is_of_them(words: TokenizedSentence, behind: int) -> bool:
    """As in "three of the injured"."""
    of_the = (words.form(behind), words.form(behind + 1)) in {("of", "the"), ("of", "those")}
    return of_the and (words.form(behind + 2) in CASUALTIES or words.form(behind + 2) in PEOPLE)


def _points(words: TokenizedSentence, core: range, value: float, first: int) -> Figure | None:
    """Of a rate: 25 basis points, 0.25 percentage points, a quarter point."""
    behind, kind = core.stop, words.form(core.stop)
    if kind == "point" and words.form(core[-1]) in {"quarter", "half"}:
        return Figure(range(first, behind + 1), core, value, "percent", POINTS)
    if kind in {"basis", "percentage"} and words.stems[behind + 1 : behind + 2] in {("point",), ("points",)}:
        factor = 0.01 if kind == "basis" else 1
        return Figure(range(first, behind + 2), core, value * factor, "percent", POINTS)
    return None


def _of_a_point(words: TokenizedSentence, core: range, share: float) -> Figure | None:
    """A quarter of a percentage point."""
    said = tuple(words.form(word) for word in range(core.stop, core.stop + 4))
    if said[:2] != ("of", "a") or said[2 + (said[2] == "percentage")] != "point":
        return None
    end = core.stop + 3 + (said[2] == "percentage")
    return Figure(range(core.start, end), range(core.start, end), share / 100, "percent", POINTS)


def _degrees(words: TokenizedSentence, core: range, value: float, first: int) -> Figure | None:
    """In Celsius: 5C, 5°C, 41 degrees Fahrenheit."""
    behind = core.stop
    named = words.form(behind) in {"degree", "degrees"}
    scale = words.form(behind + named)
    sign = "°" in words.before(behind)
    attached = behind < len(words) and words.before(behind) in {"", "°", "° ", " °"}
    if not named and not sign and not (attached and scale in {"c", "f"} and words.capital(behind)):
        return None
    told = scale in {"c", "f", "celsius", "centigrade", "fahrenheit"} and (named or attached)
    if scale in {"f", "fahrenheit"} and told:
        value = (value - 32) / 1.8
    shown = range(first, behind + named + told)
    return Figure(shown, core, value, "degrees", frozenset({"f"} if scale[:1] == "f" and told else ()))


def _named(words: TokenizedSentence, behind: int, nouns: int) -> int:
    """How many words behind a figure show what it counts: up to the first plural, no name."""
    if nouns and words.capital(behind):
        return 0
    for count in range(1, nouns + 1):
        form = words.form(behind + count - 1)
        if (form.endswith("s") and not words.capital(behind + count - 1)) or form in PEOPLE:
            return count
    return nouns if words.form(behind).endswith(("ed", "ing")) else min(nouns, 1)


def _is_age(words: TokenizedSentence, core: range, value: float) -> bool:
    behind = core.stop
    if words.form(behind) in {"year", "years"} and words.form(behind + 1) in {"old", "olds"}:
        return True
    between_commas = words.before(core[0]) == ", " and words.before(behind)[:1] in {",", "."}
    after_name = core[0] > 0 and words.capital(core[0] - 1)
    return words.form(core[0] - 1) == "aged" or (between_commas and after_name and 0 < value < 120)


def _nouns(words: TokenizedSentence, first: int, most: int) -> Iterator[str]:
    """The families of what stands behind a figure, up to a small word or a stop."""
    for word in range(first, min(first + most, len(words))):
        form = words.form(word)
        unspaced = word == first and words.before(word) == "" and not form.isascii() and form.isalpha()
        if (words.before(word) not in JOINED and not unspaced) or form in STOPWORDS or form[0].isdecimal():
            return
        yield words.stems[word]


def _beside(words: TokenizedSentence, shown: range) -> frozenset[str]:
    """The telling words next to a figure on both sides, in the same clause."""
    before = range(shown.start - 1, max(-1, shown.start - 1 - NOUNS), -1)
    behind = range(shown.stop, min(len(words), shown.stop + NOUNS))
    return frozenset({*_next(words, before, 1), *_next(words, behind, 0)})


def _next(words: TokenizedSentence, places: range, step: int) -> Iterator[str]:
    for word in places:
        form = words.form(word)
        number = form[0].isdecimal() or form in SCALES
        if number or form in _COORDINATING or words.before(word + step).strip(" -%°" + SIGNS):
            return
        if form not in STOPWORDS:
            yield words.stems[word]
            return


def _is_no_bound(words: TokenizedSentence, word: int, number: int) -> bool:
    """As in "up 2%", which is a direction, and "over five years", which is a while."""
    form = words.form(word)
    if form == "up":
        return words.form(word + 1) != "to"
    unit = next((words.form(place) for place in range(number, number + 4) if words.form(place) in UNITS), "")
    return form == "over" and (UNITS.get(unit, ("", 0))[0] == "duration" or words.form(word - 1) == "spread")


def _bound(words: TokenizedSentence, figure: Figure) -> str:
    said = {words.form(word) for word in range(figure.shown.start, figure.core.start)}
    if "than" in said:
        return "above" if "more" in said else "below" if said & {"less", "fewer"} else ""
    return "above" if said & ABOVE else "below" if said & BELOW else ""


def _exactness(words: TokenizedSentence, first: int) -> int:
    """Where the words before a figure begin that say how exact it is: more than 340."""
    word = first
    while (
        word
        and first - word < 3
        and words.form(word - 1) in QUALIFIERS
        and words.before(word).strip(SIGNS + "-−–") == " "
    ):
        word -= 1
    while word < first and _is_no_bound(words, word, first):
        word += 1
    while (
        word < first
        and words.form(word) in {"than", "to", "as", "at"}
        and words.form(word + 1) not in {"least", "most"}
    ):
        word += 1
    return word
