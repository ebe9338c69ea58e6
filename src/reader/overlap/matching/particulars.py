"""What a sentence is particular about: its figures with what they are of, its names, its days and years.

This is less than `extraction` finds, from which a reader is told what differs: it is found before the first
screen, for all pairs that may be sure.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from reader.overlap.matching.features import SentenceFeatures
from reader.text.en import words as split_words
from reader.text.en.calendar_words import MONTHS, WEEKDAYS
from reader.text.en.number_words import NUMBERS, ORDINAL_VALUES, ORDINALS
from reader.text.en.stopwords import STOPWORDS
from reader.text.meanings import token_meaning
from reader.text.stemming import stem
from reader.text.tokens import token_spans

_SCALES: Final = {stem(scale): scale for scale in ("million", "billion", "thousand")} | {"m": "million"}
_FACTORS: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_SIZES: Final[dict[str,
dict[str, float]]] = {
    "duration": {
        "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_629_800,
        "year": 31_557_600, "decade": 315_576_000,
    },
    "length": {"metre": 1, "meter": 1, "km": 1000, "kilometre": 1000, "mile": 1609, "foot": 0.3, "feet": 0.3},
    "weight": {"kg": 1, "tonne": 1000, "ton": 1000},
    "percent": {"percent": 1},
    "clock": {"am": 1, "pm": 1},
}  # fmt: skip
_UNITS: Final = {stem(unit): (kind, size) for kind, units in _SIZES.items() for unit, size in units.items()}
"""Stem of a word behind a figure → what is measured, and how much it is."""
_PERCENT: Final = stem("percent")
_MONEY: Final = frozenset("£$€¥₹₩₽₺₴")
_CURRENCIES: Final = frozenset(map(stem, split_words("pounds dollars euros yen rupees roubles francs")))
_YEARS: Final = range(1900, 2100)
_BEFORE_DATES: Final = frozenset({"in", "since", "last"})
WHEN_WORDS: Final = WEEKDAYS.union(MONTHS)  # words in normal form that say when
_MONTH_STEMS: Final = frozenset(map(stem, MONTHS))
WEEKDAY_STEMS: Final = frozenset(map(stem, WEEKDAYS))
_NO_NAMES: Final = STOPWORDS | WEEKDAY_STEMS | _MONTH_STEMS | NUMBERS.keys()


class Amount(NamedTuple):
    """A figure with what it is of."""

    kind: str  # money, a duration, "ordinal" …; "" where things are counted, or where that is not said
    value: str
    of: str  # the stem of what is counted, or of the unit

    @property
    def size(self) -> float:
        """How much it is in the smallest unit; of an ordinal, its place: 2 for "second"."""
        if self.kind == "ordinal":
            return ORDINAL_VALUES[self.value]
        number, _, scale = self.value.partition(" ")
        whole, _, rest = number.partition(".")
        size = _UNITS[self.of][1] if self.kind in _SIZES else 1
        return float(f"{whole}.{rest.partition('.')[0] or 0}") * _FACTORS.get(scale, 1) * size


class Particulars(NamedTuple):
    """What a sentence is particular about."""

    amounts: Mapping[str, frozenset[Amount]]  # the amounts of each figure, by its stem
    names: frozenset[str]  # stems of the capitalized words that are names, without who says it
    days: frozenset[str]  # stems of days of the week
    years: frozenset[str]
    months: frozenset[str]  # stems of months in which something was, without a day: "in March"


@lru_cache(maxsize=1 << 12)
def find_particulars(sentence: SentenceFeatures) -> Particulars:
    """Return what a sentence is particular about."""
    words = _PrintedWords(sentence.text)
    found: dict[str, set[Amount]] = defaultdict(set)
    for word, figure in enumerate(words.stems):
        if figure in sentence.figures:
            found[figure].add(_amount(words, word))
    years = {amount.value for amounts in found.values() for amount in amounts if amount.kind == "year"}
    return Particulars(
        {figure: frozenset(amounts) for figure, amounts in found.items()},
        frozenset(words.names()).intersection(sentence.stems),
        WEEKDAY_STEMS.intersection(words.stems),
        frozenset(years),
        _MONTH_STEMS & {word for before, word in pairwise(words.stems) if before in _BEFORE_DATES},
    )


class _PrintedWords:
    """The words of a sentence as printed, with their stems; a word goes by its number."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = token_spans(text)
        self.stems = [token_meaning(text[start:end]) for start, end in self._spans]

    def stem(self, word: int) -> str:
        """The stem of a word; "" outside the sentence."""
        return self.stems[word] if 0 <= word < len(self.stems) else ""

    def gap_before(self, word: int) -> str:
        """The text between a word and the one before it; after the last word the end of the sentence."""
        start = self._spans[word - 1][1] if word else 0
        return self._text[start : self._spans[word][0] if word < len(self._spans) else None]

    def is_capitalized(self, word: int) -> bool:
        """Whether the word begins with a capital letter."""
        return word < len(self._spans) and self._text[self._spans[word][0]].isupper()

    def names(self) -> Iterator[str]:
        """Yield the stems of words that are names.

        A word that begins a sentence or a quotation has a capital in any case. It is a name if another name
        follows ("Ada Murchie"), or an age ("Murchie, 46").
        """
        for word, stem_ in enumerate(self.stems):
            if self.is_capitalized(word) and stem_ not in _NO_NAMES:
                begins = word == 0 or self.gap_before(word).strip(" ,-")
                if not begins or self._continues_a_name(word + 1):
                    yield stem_

    def _continues_a_name(self, word: int) -> bool:
        if self.gap_before(word) == " ":
            return self.is_capitalized(word) and self.stem(word) not in STOPWORDS
        return self.gap_before(word) == ", " and self.stem(word)[:1].isdecimal()


def _amount(words: _PrintedWords, word: int) -> Amount:
    value = words.stems[word]
    if value in ORDINALS:
        return _ordinal_or_part(words, word)
    if len(value) == 4 and value.isdecimal() and int(value) in _YEARS and _is_year(words, word):
        return Amount("year", value, "")
    behind = word + 1
    if (scale := _SCALES.get(words.stem(behind))) and words.gap_before(behind) in {"", " ", "-"}:
        value, behind = f"{value} {scale}", behind + 1
    return _measured(words, word, value, behind) or Amount("", value, _counted(words, behind))


def _measured(words: _PrintedWords, word: int, value: str, behind: int) -> Amount | None:
    """Return the amount of a figure with a unit; `behind` is the word after the figure and its scale."""
    unit, gap = words.stem(behind), words.gap_before(behind)
    if words.gap_before(word)[-1:] in _MONEY or unit in _CURRENCIES:
        return Amount("money", value, "")
    if gap.startswith("%") or unit == "per":
        return Amount("percent", value, _PERCENT)
    behind_a_name = word > 0 and words.is_capitalized(word - 1) and words.gap_before(word) == ", "
    if behind_a_name or words.stem(behind + 1) == "old":
        return Amount("age", value, "")
    if unit in _UNITS and not gap.strip(" -"):
        return Amount(_UNITS[unit][0], value, unit)
    return None


def _ordinal_or_part(words: _PrintedWords, word: int) -> Amount:
    """Return the amount of an ordinal, which may be a fraction: the third quarter, and a third of it."""
    value, before, behind = words.stems[word], words.stem(word - 1), words.stem(word + 1)
    alone = not behind or behind in STOPWORDS or words.gap_before(word + 1) != " "
    if alone and (before in {"a", "an"} or before[:1].isdecimal()):
        return Amount("part", str(ORDINAL_VALUES[value]), "")
    return Amount("ordinal", value, "" if alone else behind)


def _is_year(words: _PrintedWords, word: int) -> bool:
    """Whether a number is no count: it is no money, and nothing follows that it could count."""
    if words.gap_before(word)[-1:] in _MONEY:
        return False
    return not _counted(words, word + 1) or words.stem(word - 1) in _BEFORE_DATES


def _counted(words: _PrintedWords, word: int) -> str:
    """Return the stem of a word if a figure before it can count it, else ""."""
    behind = words.stem(word)
    return behind if words.gap_before(word) in {" ", "-"} and behind not in STOPWORDS else ""
