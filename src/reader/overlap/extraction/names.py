"""Names of a sentence: of people, bodies and places, as far as capitals tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.text.en.calendar_words import MONTHS, WEEKDAYS
from reader.text.en.number_words import NUMBERS, ORDINALS
from reader.text.en.people import PEOPLE
from reader.text.en.places import BODIES, HELD, LED_BY, MOVING, OF_A_COUNTRY, PLACED_BY
from reader.text.en.speech import OFFICES, SAYING, TITLES
from reader.text.en.stopwords import STOPWORDS
from reader.text.en.word_forms import ABBREVIATED, IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from reader.text.tokenized import TokenizedSentence

HEADLINE: Final = 0.9
"""Part of the words with a capital, small words aside, from which on a capital tells nothing."""
NOUNS: Final = 0.25
"""Part of the words inside a sentence with a capital, from which on nouns may have one."""
ENGLISH: Final = 0.2
"""Part of the words that are small English ones, below which a text is in another language."""
FEWEST: Final = 5
"""Words of a sentence that tell it."""
ARTICLES: Final = frozenset({"a", "an", "the"})
LEAST: Final = 4
"""Letters of a country whose people are known by its name."""
SHOUTED: Final = 5
"""Letters from which on a word all in capitals is shouted, not short for something."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words with capitals."""

    shown: range
    forms: tuple[str, ...]
    """Its words that are not of an office, in normal form."""
    telling: frozenset[str]
    """The families of its words, without those that name an office."""
    initials: str
    cut: frozenset[str]
    """Those of its words that are short for others: Tex."""
    place: bool


def names(words: TokenizedSentence, taken: AbstractSet[int]) -> list[Name]:
    """Give the names in order; words that are `taken` are something else."""
    if _is_headline(words) or _capitals_nouns(words):
        return []
    found = [name for run in _runs(words, taken) if (name := _name(words, run)).telling]
    found = [name for name in found if len(words.printed(name.shown)) > 1]
    return [name for name in found if not any(name.telling < other.telling for other in found)]


def known(name: Name, words: TokenizedSentence) -> bool:
    """Whether a sentence has the name too, or a part of it, or stands its initials for it."""
    if not name.telling.isdisjoint(words.stems) or _shortened(name, words) or _of_one_country(name, words):
        return True
    if len(name.initials) < 2:
        return False
    capitals = "".join(form[0] for word, form in enumerate(words.forms) if words.capital(word))
    return name.initials in (words.forms if len(name.shown) > 1 else capitals)


def _of_one_country(name: Name, words: TokenizedSentence) -> bool:
    """France and French, Eritrea and an Eritrean."""
    others = [form.removesuffix("'s") for form, _ in _capitals(words)]
    return any(
        OF_A_COUNTRY.get(form, form) == OF_A_COUNTRY.get(other, other)
        or _is_of(form, other)
        or _is_of(other, form)
        for form in name.forms
        for other in others
    )


def _is_of(people: str, country: str) -> bool:
    """Whether people can be called so after their country: Italian, Iraqi, Japanese, Indians."""
    if len(country) < LEAST or people[:LEAST] != country[:LEAST]:
        return False
    stem = country[:-1] if country[-1] in "aeoy" else country
    return people.removesuffix("s") in {stem + "an", stem + "ian", country + "i", country + "ese"}


def _shortened(name: Name, words: TokenizedSentence) -> bool:
    """Texas and Tex., Calif. and California."""
    return any(
        (form in name.cut and other.startswith(form)) or (is_cut and form.startswith(other))
        for form in name.forms
        for other, is_cut in _capitals(words)
    )


@lru_cache(maxsize=4096)
def _capitals(words: TokenizedSentence) -> list[tuple[str, bool]]:
    """The words with a capital, in normal form, and whether they are short for others."""
    return [(form, _is_cut(words, word)) for word, form in enumerate(words.forms) if words.capital(word)]


def _is_cut(words: TokenizedSentence, word: int) -> bool:
    """Whether the word is short for another."""
    return words.before(word + 1).startswith(".") and 2 < len(words.form(word)) <= SHOUTED


def _name(words: TokenizedSentence, run: range) -> Name:
    forms = [words.form(word).removesuffix("'s") for word in run]
    short = len(run) == 1 and words.printed(run)[:2].isupper()
    telling = frozenset(
        words.stems[word]
        for word, form in zip(run, forms, strict=True)
        if short or form == "us" or form not in OFFICES | STOPWORDS
    )
    initials = forms[0] if short else "".join(form[0] for form in forms) if len(run) > 1 else ""
    titled = words.form(run[0] - 1) in (TITLES | {"st"}) - ARTICLES and words.capital(run[0] - 1)
    cut = frozenset(words.form(word) for word in run if _is_cut(words, word))
    own = tuple(form for form in forms if form not in OFFICES | STOPWORDS)
    return Name(range(run.start - titled, run.stop), own, telling, initials, cut, _is_place(words, run))


def _is_place(words: TokenizedSentence, run: range) -> bool:
    before = words.form(run[0] - 1)
    if before == "the":
        return words.form(run[0] - 2) in PLACED_BY
    form = words.form(run[-1])
    if len(run) == 1 and form in OF_A_COUNTRY:
        return form in OF_A_COUNTRY.values()
    if words.form(run[0]) in OFFICES or form.endswith("'s") or form in BODIES:
        return False
    if before == "in" and words.form(run[0] - 2) in HELD:
        return False
    came = run[0] > 1 and words.form(run[0] - 2) in PEOPLE | MOVING
    return before in PLACED_BY or (before in LED_BY and came)


def _runs(words: TokenizedSentence, taken: AbstractSet[int]) -> Iterator[range]:
    """Words with capitals in a row, an "of" between them included: Bank of England."""
    named = [word not in taken and _named(words, word) for word in range(len(words))]
    joined = [
        here or (words.form(word) == "of" and any(named[word - 1 : word]) and any(named[word + 1 : word + 2]))
        for word, here in enumerate(named)
    ]
    start = 0
    for word in range(len(words) + 1):
        goes_on = word < len(words) and joined[word]
        if start < word and not (
            goes_on
            and (words.before(word) in {" ", "-", ". "} or _is_state(words, word) or _of_many(words, word))
        ):
            yield range(start, word)
            start = word
        if not goes_on:
            start = word + 1


def _of_many(words: TokenizedSentence, word: int) -> bool:
    """A plural before it that owns it: Workers' Alliance."""
    return words.before(word) in {"' ", "’ "} and words.form(word - 1).endswith("s")


def _is_state(words: TokenizedSentence, word: int) -> bool:
    """The state behind a town: Washington, D.C."""
    state = words.printed(range(word, word + 1))
    short = state.isupper() and len(words.form(word)) == 2
    shortened = words.before(word + 1).startswith(".") and len(state) <= SHOUTED and words.capital(word)
    return words.before(word) == ", " and (short or shortened)


def _named(words: TokenizedSentence, word: int) -> bool:
    form = words.form(word)
    of_a_party = form in {"r", "d"} and words.before(word).endswith("(")
    if of_a_party or (word and words.before(word) == "-" and words.before(word - 1).endswith("(")):
        return False
    if not words.capital(word) or form == "i" or form.startswith("i'") or form in WEEKDAYS or form in MONTHS:
        return False
    printed = words.printed(range(word, word + 1))
    if printed.isupper() and len(printed) > 1:
        return (
            form in ABBREVIATED
            or (form == "us" and not words.text.isupper())
            or (
                len(form) < SHOUTED
                and form not in IRREGULAR
                and form not in STOPWORDS
                and form not in NUMBERS
            )
        )
    if form in STOPWORDS or form in NUMBERS or form in ORDINALS:
        return False
    return not _begins(words, word) or (
        word + 1 < len(words) and words.before(word + 1) == " " and _within(words, word + 1)
    )


def _within(words: TokenizedSentence, word: int) -> bool:
    """A capital inside a sentence."""
    form = words.form(word)
    return words.capital(word) and form not in STOPWORDS and form not in WEEKDAYS and form not in MONTHS


def _begins(words: TokenizedSentence, word: int) -> bool:
    """Whether the word would have a capital in any case."""
    before = words.before(word)
    if word == 0 or before[-1:] in set("“\"‘«„'"):
        return True
    ends = any(mark in before for mark in ".?!:…") and before != ". "
    return ends and words.form(word + 1) not in SAYING


def _capitals_nouns(words: TokenizedSentence) -> bool:
    """Whether every noun has a capital, as in German: many do inside, and it is not English."""
    inside = [word for word, form in enumerate(words.forms) if word and form[0].isalpha()]
    capitals = sum(words.capital(word) for word in inside)
    english = sum(words.forms[word] in STOPWORDS for word in inside)
    return capitals >= NOUNS * len(inside) and english < ENGLISH * len(inside) and len(inside) >= FEWEST


def _is_headline(words: TokenizedSentence) -> bool:
    large = [word for word, form in enumerate(words.forms) if form[0].isalpha() and form not in STOPWORDS]
    return len(large) > 3 and sum(map(words.capital, large)) >= HEADLINE * len(large)
