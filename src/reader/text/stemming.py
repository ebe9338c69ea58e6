"""Stems: which English words belong to one family, so that "deported" meets "deportation", "three" meets 3.

Comparing counts and weighs stems. A stem need not be a word itself: that of "ministers" is "minist".
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from reader.text.en.number_words import NUMBERS, ORDINALS
from reader.text.en.stopwords import STOPWORDS
from reader.text.en.word_forms import ABBREVIATED, APART, ENDINGS, IRREGULAR
from reader.text.tokens import is_unspaced

_STEM_LENGTH = 6
"""Letters of a stem. To cut words there is the oldest way of stemming, as good as others in most languages
(McNamee and Mayfield, "Character n-gram tokenization for European language retrieval", 2004)."""
_SHORTEST = 3  # letters that must be left when an ending is cut
_ANY_ENDING = tuple(ENDINGS)
_NOUN_ENDINGS = {"al", "als", "ure", "ures"}  # nouns of verbs; many other words end with the same letters
_LOST_E = re.compile(r"[^aeiou]*[aeiouy][^aeiouswxy]")
"""One syllable, short but for the "e" that was cut off with the ending: "car-ed", but "scarr-ed"."""


_OTHER_FORMS = IRREGULAR | ABBREVIATED | NUMBERS  # the word that stands for a form: 3 for "three"
_UNCHANGED = STOPWORDS | set(ORDINALS)


def stems(forms: Sequence[str]) -> Iterator[str]:
    """Return the stems of words in normal form, and those of every two characters in a row that are words."""
    if forms and max(forms) >= "\u0e00":
        forms = [*forms, *(a + b for a, b in pairwise(forms) if is_unspaced(a) and is_unspaced(b))]
    return map(stem, forms)


@lru_cache(maxsize=1 << 17)
def stem(form: str) -> str:
    """Return the stem of a word in normal form."""
    form = form.removesuffix("'s").removesuffix("'")
    form = _OTHER_FORMS.get(form, form)
    if form in _UNCHANGED or not form.isalpha():
        return form
    stem = _without_ending(form)
    family = form if stem in STOPWORDS else stem[:_STEM_LENGTH]
    if family not in APART:
        return family
    return next((start for start in APART[family] if form.startswith(start)), family)


def _without_ending(form: str) -> str:
    """Return a word without its ending: "boat" for "boats", "remove" for "removal", "stop" for "stopped"."""
    if not form.endswith(_ANY_ENDING):
        return form
    for ending, rest in ENDINGS.items():
        if form.endswith(ending) and _can_end(stem := form[: len(form) - len(ending)], ending):
            return stem + rest if rest or ending == "s" else _restore(stem)
    return form


def _can_end(stem: str, ending: str) -> bool:
    """Whether a word ends with an ending, and not by chance: "legal" is not of "leg"."""
    if ending in _NOUN_ENDINGS:
        return len(stem) > _SHORTEST and stem[-1] != "e"
    return len(stem) >= _SHORTEST


def _restore(stem: str) -> str:
    """Undo what an ending does to the word before it: "stopp-ed" is of "stop", "car-ed" of "care"."""
    if stem[-1] == stem[-2] and stem[-1] not in "sl" and len(stem) > _SHORTEST:
        return stem[:-1]
    return stem + "e" if _LOST_E.fullmatch(stem) else stem
