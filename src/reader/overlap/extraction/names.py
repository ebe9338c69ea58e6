"""Find the names of people, organisations and places in a sentence, as far as capitals tell."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reader.text.en.calendar_words import MONTHS, WEEKDAYS
from reader.text.en.grammar import ARTICLES
from reader.text.en.number_words import NUMBERS, ORDINALS
from reader.text.en.people import PEOPLE
from reader.text.en.places import BODIES, HELD, LED_BY, MOVING, OF_A_COUNTRY, PLACED_BY
from reader.text.en.speech import OFFICES, SAYING, TITLES
from reader.text.en.stopwords import STOPWORDS
from reader.text.en.word_forms import ABBREVIATED, IRREGULAR
from reader.text.tokenized import TokenizedSentence

HEADLINE: Final = 0.9  # part of the content words with a capital in a headline, where capitals tell nothing
NOUNS: Final = 0.25  # part of the words with a capital from which on all nouns may have one, as in German
ENGLISH: Final = 0.2  # part of the words that are English function words, at least, in English
FEWEST: Final = 5  # words of a sentence from which its language can be told
_CALENDAR: Final = WEEKDAYS.union(MONTHS)
COUNTRY_LETTERS: Final = 4  # letters that a country and the name of its people have in common
SHORT: Final = 5  # letters of an abbreviation, at most; longer words in capitals are shouted


@dataclass(frozen=True, slots=True)
class Name:
    """Words with capitals in a row that name somebody or something."""

    shown: range  # the words of the name, with the title before it
    forms: tuple[str, ...]  # the words of the name in normal form, without those of an office
    stems: frozenset[str]  # stems of the words of the name; an acronym keeps that of an office
    initials: str
    abbreviated: frozenset[str]  # the words of the name that are cut short: Tex
    is_place: bool


def find_names(words: TokenizedSentence, taken: AbstractSet[int]) -> list[Name]:
    """Return the names of a sentence in order; words that are `taken` belong to dates and quantities."""
    if _is_headline(words) or _has_capitals_for_nouns(words):
        return []
    found = [name for run in _runs_of_capitals(words, taken) if (name := _name(words, run)).stems]
    found = [name for name in found if len(words.text_of(name.shown)) > 1]
    return [name for name in found if not any(name.stems < other.stems for other in found)]


def is_mentioned(name: Name, words: TokenizedSentence) -> bool:
    """Whether a sentence has the name, a part of it, its initials, an abbreviation, or its country."""
    if not name.stems.isdisjoint(words.stems):
        return True
    others = _capitalized(words)
    if any(
        (form in name.abbreviated and other.startswith(form))
        or (is_short and form.startswith(other))
        or _same_country(form, other.removesuffix("'s"))
        for form in name.forms
        for other, is_short in others
    ):
        return True
    if len(name.initials) < 2:
        return False
    return name.initials in (words.forms if len(name.shown) > 1 else "".join(form[0] for form, _ in others))


def _same_country(one: str, other: str) -> bool:
    """Whether both words are of one country: France and French, Eritrea and Eritreans."""
    same = OF_A_COUNTRY.get(one, one) == OF_A_COUNTRY.get(other, other)
    return same or _is_demonym(one, other) or _is_demonym(other, one)


def _is_demonym(people: str, country: str) -> bool:
    """Whether people can be called so after their country: Italian, Iraqi, Japanese, Indians."""
    if len(country) < COUNTRY_LETTERS or people[:COUNTRY_LETTERS] != country[:COUNTRY_LETTERS]:
        return False
    stem = country[:-1] if country[-1] in "aeoy" else country
    return people.removesuffix("s") in {stem + "an", stem + "ian", country + "i", country + "ese"}


@lru_cache(maxsize=4096)
def _capitalized(words: TokenizedSentence) -> list[tuple[str, bool]]:
    """Return the words with a capital in normal form, and whether each is cut short."""
    capitalized = filter(words.is_capitalized, range(len(words)))
    return [(words.forms[word], _is_cut_short(words, word)) for word in capitalized]


def _is_cut_short(words: TokenizedSentence, word: int) -> bool:
    return words.gap_before(word + 1).startswith(".") and 2 < len(words.form(word)) <= SHORT


def _name(words: TokenizedSentence, run: range) -> Name:
    forms = [words.form(word).removesuffix("'s") for word in run]
    is_acronym = len(run) == 1 and words.text_of(run)[:2].isupper()
    stems = frozenset(
        words.stems[word]
        for word, form in zip(run, forms, strict=True)
        if is_acronym or form == "us" or form not in OFFICES | STOPWORDS
    )
    initials = forms[0] if is_acronym else "".join(form[0] for form in forms) if len(run) > 1 else ""
    has_title = words.form(run[0] - 1) in (TITLES | {"st"}) - ARTICLES and words.is_capitalized(run[0] - 1)
    return Name(
        shown=range(run.start - has_title, run.stop),
        forms=tuple(form for form in forms if form not in OFFICES | STOPWORDS),
        stems=stems,
        initials=initials,
        abbreviated=frozenset(words.form(word) for word in run if _is_cut_short(words, word)),
        is_place=_is_place(words, run),
    )


def _is_place(words: TokenizedSentence, run: range) -> bool:
    """Whether a name is that of a place, by the words before it and by its own."""
    before, last = words.form(run[0] - 1), words.form(run[-1])
    before_that = words.form(run[0] - 2)
    if before == "the":
        return before_that in PLACED_BY
    if len(run) == 1 and last in OF_A_COUNTRY:
        return last in OF_A_COUNTRY.values()
    if words.form(run[0]) in OFFICES or last.endswith("'s") or last in BODIES:
        return False
    if before == "in" and before_that in HELD:
        return False
    came = run[0] > 1 and before_that in PEOPLE | MOVING
    return before in PLACED_BY or (before in LED_BY and came)


def _runs_of_capitals(words: TokenizedSentence, taken: AbstractSet[int]) -> Iterator[range]:
    """Yield the runs of words of names, an "of" between them included: Bank of England."""
    of_name = [word not in taken and _has_capital_of_name(words, word) for word in range(len(words))]
    in_run = [
        here
        or (words.form(word) == "of" and any(of_name[word - 1 : word]) and any(of_name[word + 1 : word + 2]))
        for word, here in enumerate(of_name)
    ]
    start = 0
    for word in range(len(words) + 1):
        goes_on = word < len(words) and in_run[word]
        if start < word and not (goes_on and _is_joined(words, word)):
            yield range(start, word)
            start = word
        if not goes_on:
            start = word + 1


def _is_joined(words: TokenizedSentence, word: int) -> bool:
    """Whether a word goes on with the name before it: Ada Brill; Workers' Alliance; Washington, D.C."""
    gap = words.gap_before(word)
    if gap in {"' ", "’ "}:
        return words.form(word - 1).endswith("s")
    if gap == ", ":
        state, has_dot = words.text_of(range(word, word + 1)), words.gap_before(word + 1).startswith(".")
        is_short = has_dot and len(state) <= SHORT and words.is_capitalized(word)
        return is_short or (state.isupper() and len(words.form(word)) == 2)
    return gap in {" ", "-", ". "}


def _has_capital_of_name(words: TokenizedSentence, word: int) -> bool:
    """Whether a word has its capital because it is a name, or part of one."""
    form = words.form(word)
    of_a_party = form in {"r", "d"} and words.gap_before(word).endswith("(")
    if of_a_party or (word and words.gap_before(word) == "-" and words.gap_before(word - 1).endswith("(")):
        return False  # "(D-Ohio)"
    if not words.is_capitalized(word) or form == "i" or form.startswith("i'") or form in _CALENDAR:
        return False
    printed = words.text_of(range(word, word + 1))
    if printed.isupper() and len(printed) > 1:
        is_acronym = len(form) < SHORT and form not in STOPWORDS and form not in NUMBERS
        is_us = form == "us" and not words.text.isupper()
        return form in ABBREVIATED or is_us or (is_acronym and form not in IRREGULAR)
    if form in STOPWORDS or form in NUMBERS or form in ORDINALS:
        return False
    if not _begins_sentence(words, word):
        return True
    following = word + 1  # at the start of a sentence only a second word with a capital shows a name
    goes_on = following < len(words) and words.gap_before(following) == " "
    is_name_too = goes_on and words.is_capitalized(following)
    return is_name_too and words.form(following) not in STOPWORDS | _CALENDAR


def _begins_sentence(words: TokenizedSentence, word: int) -> bool:
    """Whether a word would have a capital whatever it is."""
    before = words.gap_before(word)
    if word == 0 or before[-1:] in set("“\"‘«„'"):
        return True
    ends = any(mark in before for mark in ".?!:…") and before != ". "
    return ends and words.form(word + 1) not in SAYING


def _has_capitals_for_nouns(words: TokenizedSentence) -> bool:
    """Whether every noun has a capital: many words inside do, and few are English function words."""
    inside = [word for word, form in enumerate(words.forms) if word and form[0].isalpha()]
    capitals = sum(words.is_capitalized(word) for word in inside)
    english = sum(words.forms[word] in STOPWORDS for word in inside)
    return capitals >= NOUNS * len(inside) and english < ENGLISH * len(inside) and len(inside) >= FEWEST


def _is_headline(words: TokenizedSentence) -> bool:
    content = [word for word, form in enumerate(words.forms) if form[0].isalpha() and form not in STOPWORDS]
    return len(content) > 3 and sum(map(words.is_capitalized, content)) >= HEADLINE * len(content)
