"""Find the quantities in a sentence: amounts with their units, times, scores, ranges, counted things."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from reader.overlap.extraction.numerals import JOINED, read_cardinal, read_fraction, read_ordinal
from reader.overlap.extraction.quantity import HALF_DAY, HEADS, POINTS, Quantity
from reader.text.en.grammar import OWNING
from reader.text.en.number_words import ABOVE, BELOW, MULTIPLES, NUMBERS, QUALIFIERS, SCALES
from reader.text.en.people import CASUALTIES, PEOPLE
from reader.text.en.stopwords import STOPWORDS
from reader.text.en.units import COINS, CURRENCIES, LABELS, LOSING, SCORED, UNITS
from reader.text.tokenized import SIGNS, TokenizedSentence

CLOCK: Final = re.compile(r"\d{1,2}[.:][0-5]\d")
INCH: Final = 0.0254  # metres
ZONES: Final = frozenset({"gmt", "utc", "bst", "cet", "est"})
NOUNS: Final = 3  # words after a number that may name what it counts: 40 young men
MOST_TO_NOUN: Final = 7  # words between a number and the plural that it counts, at most, in a detail
BEFORE_SCORE: Final = 6  # words before a score that may tell that the losing side comes first
KNOWN: Final = OWNING | {"these", "those", "both"}  # before a number of known things: the two nations
_COORDINATING: Final = frozenset({"and", "or", "but", "while"})


def find_quantities(words: TokenizedSentence, dates: AbstractSet[int]) -> list[Quantity]:
    """Return the quantities of a sentence in order; words that belong to `dates` are left out."""
    found: list[Quantity] = []
    word = 0
    while word < len(words):
        quantity = None if word in dates else _quantity(words, word)
        if quantity and dates.isdisjoint(quantity.core):
            neighbours = _neighbours(words, quantity.shown)
            found.append(replace(quantity, neighbours=neighbours, bound=_bound(words, quantity)))
            word = quantity.shown[-1]
        word += 1
    return found


def with_noun(words: TokenizedSentence, quantity: Quantity) -> range:
    """Return the words of a quantity up to what it counts: two of the three old boats."""
    shown = quantity.shown
    if quantity.dimension or len(shown) > len(quantity.core) or shown.stop == len(words):
        return shown
    for word in range(shown.stop, min(len(words), shown.stop + MOST_TO_NOUN)):
        form = words.form(word)
        if words.gap_before(word) not in JOINED:
            break
        is_plural = form.endswith("s") and not form.endswith("ss") and form not in STOPWORDS
        if is_plural and not words.is_capitalized(word):
            return range(shown.start, word + 1)
        if form in STOPWORDS - {"of", "the", "its", "their", "his", "her"}:
            break
    return shown


def _quantity(words: TokenizedSentence, word: int) -> Quantity | None:
    share, end = read_fraction(words, word)
    if end > word:
        core = range(word, end)
        return _part_of_point(words, core, share) or Quantity(
            range(_first_qualifier(words, word), end), core, share, "percent", frozenset({"part"})
        )
    place, end = read_ordinal(words, word)
    if end > word:
        counted = frozenset(_nouns(words, end, 1))
        return Quantity(range(word, end + len(counted)), range(word, end), place, "ordinal", counted)
    value, end = read_cardinal(words, word)
    if end == word:
        return _noon_or_multiple(words, word) or _unit_and_a_half(words, word)
    core = range(word, end)
    return (
        _clock_time(words, core)
        or _votes(words, core, value)
        or _range_or_score(words, core, value)
        or _money(words, core, value)
        or _measured(words, core, value)
    )


def _range_or_score(words: TokenizedSentence, core: range, value: float) -> Quantity | None:
    """Read a score, 2-1, or a range: 10-15 people, five to ten years, between 10 and 15."""
    second, before = core.stop, words.form(core[0] - 1)
    dash = words.gap_before(second) in {"-", "–", "−"}
    linked = words.form(second) == ("and" if before == "between" else "to")
    linked = linked and words.gap_before(second) == words.gap_before(second + 1) == " "
    if before == "from" or not (dash or linked):
        return None
    first_of_other = second if dash else second + 1
    other, end = read_cardinal(words, first_of_other)
    if end == first_of_other:
        return None
    whole = range(core.start, end)
    upper = _money(words, whole, other) or _measured(words, whole, other)
    if upper and (upper.dimension or upper.counted) and value < other:
        lower = value * (upper.value / other if other else 1)
        shown = range(upper.shown.start - (before == "between"), upper.shown.stop)
        return replace(upper, shown=shown, core=whole, value=lower, end=upper.value)
    if not dash or max(value, other) > 999 or len(core) > 1:
        return None
    lost = any(words.stems[word] in LOSING for word in range(max(0, core.start - BEFORE_SCORE), core.start))
    return Quantity(whole, whole, value, "score", variant="lost" if lost else "", end=other)


def _votes(words: TokenizedSentence, core: range, value: float) -> Quantity | None:
    """Read a score like "12 votes to nine"."""
    if words.form(core.stop) not in SCORED or words.form(core.stop + 1) != "to":
        return None
    other, end = read_cardinal(words, core.stop + 2)
    whole = range(core.start, end)
    return Quantity(whole, whole, value, "score", end=other) if end > core.stop + 2 else None


def _noon_or_multiple(words: TokenizedSentence, word: int) -> Quantity | None:
    """Read a quantity of one word: noon, midnight, twice."""
    here, form = range(word, word + 1), words.form(word)
    if form in {"noon", "midday", "midnight"}:
        minutes, half = (0, "am") if form == "midnight" else (HALF_DAY, "pm")
        return Quantity(here, here, minutes, "clock", variant=half)
    times = MULTIPLES.get(form, 0)
    return Quantity(here, here, times, "", frozenset({"time", "times"})) if times else None


def _unit_and_a_half(words: TokenizedSentence, word: int) -> Quantity | None:
    """Read "an hour and a half"."""
    article, unit, *rest = (words.form(place) for place in range(word, word + 5))
    if article not in {"a", "an"} or unit not in UNITS or rest != ["and", "a", "half"]:
        return None
    dimension, factor = UNITS[unit]
    whole = range(word, word + 5)
    return Quantity(whole, whole, 1.5 * factor, dimension, frozenset({words.stems[word + 1]}))


def _clock_time(words: TokenizedSentence, core: range) -> Quantity | None:
    """Read a time of day: 6.15am, 18:15, six o'clock, 0615 GMT."""
    first, after, form = core[0], words.form(core.stop), words.form(core[0])
    if after in ZONES and len(form) == 4 and form.isdecimal():
        return Quantity(range(first, core.stop + 1), core, int(form[:2]) * 60 + int(form[2:]), "clock")
    half = after if after in {"am", "pm"} else ""
    measured = after in {"per", "percent", "pct", *UNITS, *CURRENCIES} or "%" in words.gap_before(core.stop)
    printed = words.text_of(core)
    exact = not measured and CLOCK.fullmatch(printed) and (":" in printed or words.form(first - 1) == "at")
    if not (half or after == "o'clock" or exact):
        return None
    figures = form if form[0].isdecimal() else str(int(read_cardinal(words, first)[0]))
    hours, _, minutes = figures.partition(".")
    if len(hours) > 2 or int(hours) > 24 or len(minutes) not in {0, 2}:
        return None
    shown = range(first, core.stop + (1 if half or after == "o'clock" else 0))
    variant = half or ("pm" if int(hours) > 12 else "")
    return Quantity(shown, shown, int(hours) * 60 + int(minutes or 0), "clock", variant=variant)


def _money(words: TokenizedSentence, core: range, value: float) -> Quantity | None:
    after = words.form(core.stop)
    if after in COINS and (after != "p" or not words.gap_before(core.stop)):
        return Quantity(range(core.start, core.stop + 1), core, value / 100, COINS[after])
    currency = words.signs_before(core[0])[1] or CURRENCIES.get(after, "")
    if not currency:
        return None
    shown = range(_first_qualifier(words, core[0]), core.stop + (after in CURRENCIES))
    return Quantity(shown, core, value, currency)


def _measured(words: TokenizedSentence, core: range, value: float) -> Quantity | None:
    """Read a number with a unit, or one that counts something."""
    stop, first = core.stop, _first_qualifier(words, core[0])
    unit, gap = words.form(stop), words.gap_before(stop)
    if _is_age(words, core, value):
        end = stop + 2 if unit in {"year", "years"} else stop
        return Quantity(range(core[0], end), core, value, "age")
    per_cent = 2 * ((unit, words.form(stop + 1)) == ("per", "cent"))
    if per_cent or gap.lstrip().startswith("%"):
        return Quantity(range(first, stop + per_cent), core, value, "percent")
    if rate := _points(words, core, value, first) or _degrees(words, core, value, first):
        return rate
    if unit == "in" and gap == "":
        return Quantity(range(first, stop + 1), core, value * INCH, "length", frozenset({"inch"}), "in")
    if unit in UNITS and gap in {"", " ", "-"}:
        dimension, factor = UNITS[unit]
        counted = frozenset({words.stems[stop]} if dimension != "percent" else ())
        variant = unit if dimension == "length" else ""
        return Quantity(range(first, stop + 1), core, value * factor, dimension, counted, variant)
    return _counted(words, core, value, first)


def _counted(words: TokenizedSentence, core: range, value: float, first: int) -> Quantity | None:
    """Read a number that counts something: exit 12, a father-of-three, three of the injured, 40 young men."""
    start, stop = core.start, core.stop
    if words.form(start - 1) in LABELS:
        return Quantity(range(start - 1, stop), core, value, "", frozenset({words.stems[start - 1]}))
    follows_of = start > 1 and words.form(start - 1) == "of"
    if follows_of and words.gap_before(start) == words.gap_before(start - 1) == "-":
        return Quantity(range(start - 2, stop), core, value, "", frozenset({words.stems[start - 2]}))
    of_the = words.form(stop) == "of" and words.form(stop + 1) in {"the", "those"}
    if of_the and words.form(stop + 2) in CASUALTIES | PEOPLE:
        return Quantity(range(first, stop + 3), core, value, "", frozenset({HEADS}), part_of_group=True)
    nouns = list(_nouns(words, stop, NOUNS))
    if not nouns and words.form(start) == "one":
        return None
    shown = range(first, stop + _nouns_shown(words, stop, len(nouns)))
    if any(words.form(word) in PEOPLE for word in range(stop, stop + len(nouns))):
        nouns.append(HEADS)
    definite = words.form(start - 1) in KNOWN and words.form(start) in NUMBERS
    return Quantity(shown, core, value, "", frozenset(nouns), definite=definite)


def _points(words: TokenizedSentence, core: range, value: float, first: int) -> Quantity | None:
    """Read the points of a rate: 25 basis points, 0.25 percentage points, a quarter point."""
    stop, kind = core.stop, words.form(core.stop)
    if kind == "point" and words.form(core[-1]) in {"quarter", "half"}:
        return Quantity(range(first, stop + 1), core, value, "percent", POINTS)
    if kind in {"basis", "percentage"} and not POINTS.isdisjoint(words.stems[stop + 1 : stop + 2]):
        factor = 0.01 if kind == "basis" else 1
        return Quantity(range(first, stop + 2), core, value * factor, "percent", POINTS)
    return None


def _part_of_point(words: TokenizedSentence, core: range, share: float) -> Quantity | None:
    """Read "a quarter of a percentage point"."""
    point = core.stop + 2 + (words.form(core.stop + 2) == "percentage")
    if (words.form(core.stop), words.form(core.stop + 1), words.form(point)) != ("of", "a", "point"):
        return None
    whole = range(core.start, point + 1)
    return Quantity(whole, whole, share / 100, "percent", POINTS)


def _degrees(words: TokenizedSentence, core: range, value: float, first: int) -> Quantity | None:
    """Read a temperature, in Celsius: 5C, 5°C, 41 degrees Fahrenheit."""
    stop, gap = core.stop, words.gap_before(core.stop)
    named = words.form(stop) in {"degree", "degrees"}
    scale = words.form(stop + named)
    attached = stop < len(words) and gap in {"", "°", "° ", " °"}
    if not (named or "°" in gap or (attached and scale in {"c", "f"} and words.is_capitalized(stop))):
        return None
    has_scale = scale in {"c", "f", "celsius", "centigrade", "fahrenheit"} and (named or attached)
    fahrenheit = has_scale and scale[0] == "f"
    value = (value - 32) / 1.8 if fahrenheit else value
    shown = range(first, stop + named + has_scale)
    return Quantity(shown, core, value, "degrees", frozenset({"f"} if fahrenheit else ()))


def _is_age(words: TokenizedSentence, core: range, value: float) -> bool:
    """Whether a number is an age: 54-year-old, aged 54, "Ada Brill, 54, …"."""
    stop = core.stop
    if words.form(stop) in {"year", "years"} and words.form(stop + 1) in {"old", "olds"}:
        return True
    between_commas = words.gap_before(core[0]) == ", " and words.gap_before(stop)[:1] in {",", "."}
    after_name = core[0] > 0 and words.is_capitalized(core[0] - 1)
    return words.form(core[0] - 1) == "aged" or (between_commas and after_name and 0 < value < 120)


def _nouns(words: TokenizedSentence, first: int, most: int) -> Iterator[str]:
    """Yield the stems of the words after a number, up to a function word, a number or a mark."""
    for word in range(first, min(first + most, len(words))):
        form = words.form(word)
        unspaced = word == first and words.gap_before(word) == "" and not form.isascii() and form.isalpha()
        joined = unspaced or words.gap_before(word) in JOINED
        if not joined or form in STOPWORDS or form[0].isdecimal():
            return
        yield words.stems[word]


def _nouns_shown(words: TokenizedSentence, first: int, nouns: int) -> int:
    """Return how many words after a number are shown with it: up to the first plural, and no name."""
    if nouns and words.is_capitalized(first):
        return 0
    for count in range(1, nouns + 1):
        form = words.form(first + count - 1)
        if (form.endswith("s") and not words.is_capitalized(first + count - 1)) or form in PEOPLE:
            return count
    return nouns if words.form(first).endswith(("ed", "ing")) else min(nouns, 1)


def _neighbours(words: TokenizedSentence, shown: range) -> frozenset[str]:
    """Return the stems of the nearest content words on both sides, in the same clause."""
    before = range(shown.start - 1, max(-1, shown.start - 1 - NOUNS), -1)
    after = range(shown.stop, min(len(words), shown.stop + NOUNS))
    return frozenset({*_nearest(words, before, 1), *_nearest(words, after, 0)})


def _nearest(words: TokenizedSentence, places: range, gap: int) -> Iterator[str]:
    """Yield the stem of the first content word; `gap` is 1 where the gap to look at is after each word."""
    for word in places:
        form = words.form(word)
        number = form[0].isdecimal() or form in SCALES
        if number or form in _COORDINATING or words.gap_before(word + gap).strip(" -%°" + SIGNS):
            return
        if form not in STOPWORDS:
            yield words.stems[word]
            return


def _bound(words: TokenizedSentence, quantity: Quantity) -> str:
    """Return `above` or `below` if the words before the number make it a bound."""
    qualifiers = {words.form(word) for word in range(quantity.shown.start, quantity.core.start)}
    if "than" in qualifiers:
        return "above" if "more" in qualifiers else "below" if qualifiers & {"less", "fewer"} else ""
    return "above" if qualifiers & ABOVE else "below" if qualifiers & BELOW else ""


def _first_qualifier(words: TokenizedSentence, number: int) -> int:
    """Return where the words begin that say how exact a number is: more than 340."""
    word = number
    while (
        word
        and number - word < 3
        and words.form(word - 1) in QUALIFIERS
        and words.gap_before(word).strip(SIGNS + "-−–") == " "
    ):
        word -= 1
    while word < number and _is_direction_or_period(words, word, number):
        word += 1
    linking = {"than", "to", "as", "at"}
    while word < number and words.form(word) in linking and words.form(word + 1) not in {"least", "most"}:
        word += 1
    return word


def _is_direction_or_period(words: TokenizedSentence, word: int, number: int) -> bool:
    """Whether a word only looks like a bound: "up 2%" is a direction, "over five years" a period."""
    form = words.form(word)
    if form == "up":
        return words.form(word + 1) != "to"
    unit = next((words.form(place) for place in range(number, number + 4) if words.form(place) in UNITS), "")
    return form == "over" and (UNITS.get(unit, ("", 0))[0] == "duration" or words.form(word - 1) == "spread")
