"""Words of a sentence: where they stand, when two are the same word, and which family they belong to.

Three views of a word, from strict to loose. A *token* is the span of text; its *normal form* says when two
tokens are printed alike (case, dots of abbreviations, the look of an apostrophe and of a figure are ignored),
which is all that verbatim and edited text needs, in any script. Its *term* is what is counted and weighed:
the word family, so that "deported" meets "deportation" and "three" meets 3.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text.en.number_words import NUMBERS, ORDINALS
from reader.text.en.stopwords import STOPWORDS
from reader.text.en.word_forms import ABBREVIATED, APART, ENDINGS, IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Marks that belong to the letter before them, which \w leaves out: Hindi would break inside words.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0971-\u0df3\u0f18-\u0fbc\u200c\u200d"
)
# Scripts without blanks (Thai, Lao, Burmese, Khmer, Kana, Han): a character with its marks is a word.
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u1049\u1050-\u109f\u1780-\u17dd\u3040-\u30fa\u30fc-\u30ff"
    r"\u3400-\u9fff\uf900-\ufaff"
)
_UNSPACED_MARKS = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3"
)
_FIGURE = r"\d+(?:[.,:]\d+)*"  # its unit is the next word: 6.15am, 40m
_INITIALS = r"[^\W\d_](?:\.[^\W\d_])+\b\.?"  # U.K., a.m.
_TOKEN = re.compile(rf"{_FIGURE}|{_INITIALS}|\w+(?:['’]\w+)*")
_BEYOND = re.compile(r"[^\x00-\u02ff\u2000-\u2bff]")
"""More than Latin letters, punctuation and signs: the plain pattern does not do for it."""
_GROUPED = re.compile(r"[.,](?=\d{3}(?!\d))")
_FAMILY = 6
"""Letters that tell a word family. Cutting there is the oldest stemmer and does as well as better ones in
most languages (McNamee and Mayfield, "Character n-gram tokenization for European language retrieval",
2004)."""

_SHORTEST = 3
"""Letters that must be left when an ending is cut."""
_ANY_ENDING = tuple(ENDINGS)
_NOUN = {"al", "als", "ure", "ures"}
"""Endings that make nouns of verbs, and of which many other words have the letters."""
_LOST_E = re.compile(r"[^aeiou]*[aeiouy][^aeiouswxy]")
"""One syllable, short but for the "e" that was cut off with the ending: "car-ed", but "scarr-ed"."""


def tokens(text: str) -> list[str]:
    """Give the words of the text as printed."""
    return _pattern(text).findall(text)


def spans(text: str) -> list[tuple[int, int]]:
    """Give where the words of the text stand, in code points."""
    return [found.span() for found in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str]:
    return _any_script() if _BEYOND.search(text) else _TOKEN


@cache
def _any_script() -> re.Pattern[str]:
    """Compiled when needed: it takes longer than everything else at start-up."""
    letters = rf"[^\W{_UNSPACED}]+(?:[{_MARKS}]+[^\W{_UNSPACED}]*)*"
    character = rf"[{_UNSPACED}][{_UNSPACED_MARKS}]*"
    return re.compile(rf"{_FIGURE}|{_INITIALS}|{letters}(?:['’]{letters})*|{character}")


@lru_cache(maxsize=1 << 17)
def normal(token: str) -> str:
    """Give the form in which two words printed alike are equal."""
    if token[0].isdecimal():
        return _GROUPED.sub("", token).replace(",", ".").replace(":", ".")
    return token.casefold().replace("’", "'").replace(".", "")


def terms(forms: Sequence[str]) -> Iterator[str]:
    """Give the terms of words in normal form; of characters that are words also each two in a row."""
    if forms and max(forms) >= "\u0e00":
        forms = [*forms, *(a + b for a, b in pairwise(forms) if _unspaced(a) and _unspaced(b))]
    return map(term, forms)


@cache
def _character() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]")


def _unspaced(form: str) -> bool:
    return _character().match(form) is not None


@lru_cache(maxsize=1 << 17)
def term(form: str) -> str:
    """Give the family of a word in normal form: what is counted and weighed."""
    form = form.removesuffix("'s").removesuffix("'")
    form = NUMBERS.get(form) or ABBREVIATED.get(form) or IRREGULAR.get(form) or form
    if form in STOPWORDS or form in ORDINALS or not form.isalpha():
        return form
    stem = _without_ending(form)
    family = form if stem in STOPWORDS else stem[:_FAMILY]
    return next((start for start in APART.get(family, ()) if form.startswith(start)), family)


def _without_ending(form: str) -> str:
    """Short words differ by their ending: "boats" and "boat", "removal" and "remove", "stopped"."""
    if not form.endswith(_ANY_ENDING):
        return form
    for ending, rest in ENDINGS.items():
        if form.endswith(ending) and _can_end(stem := form[: len(form) - len(ending)], ending):
            return stem + rest if rest or ending == "s" else _mended(stem)
    return form


def _can_end(stem: str, ending: str) -> bool:
    """Whether the ending is one: "legal" is no "leg", and "appeal" of no other word."""
    if ending in _NOUN:
        return len(stem) > _SHORTEST and stem[-1] != "e"
    return len(stem) >= _SHORTEST


def _mended(stem: str) -> str:
    """Undo what an ending does to the word before it: "stopp-ed" is of "stop", "car-ed" of "care"."""
    if stem[-1] == stem[-2] and stem[-1] not in "sl" and len(stem) > _SHORTEST:
        return stem[:-1]
    return stem + "e" if _LOST_E.fullmatch(stem) else stem
