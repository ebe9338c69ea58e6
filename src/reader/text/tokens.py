"""Words of a text: where they stand, and when two are the same word, in any script.

A *token* is a word as printed. Its *normal form* ignores case, the dots of abbreviations, and the look of
apostrophes and figures: all that comparing verbatim and edited text needs. The stem, a still looser view of a
word, is in `reader.text.stemming`.
"""

import re
from functools import cache, lru_cache

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
"""A character that is no Latin letter, punctuation mark or sign, and needs the pattern for all scripts."""
_GROUPED = re.compile(r"[.,](?=\d{3}(?!\d))")


def tokenize(text: str) -> list[str]:
    """Return the words of a text as printed."""
    return _pattern(text).findall(text)


def token_spans(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text stand, in code points."""
    return [found.span() for found in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str]:
    return _any_script() if _BEYOND.search(text) else _TOKEN


@cache
def _any_script() -> re.Pattern[str]:
    """Return the pattern for all scripts, compiled when needed: that takes longer than all else at start."""
    letters = rf"[^\W{_UNSPACED}]+(?:[{_MARKS}]+[^\W{_UNSPACED}]*)*"
    character = rf"[{_UNSPACED}][{_UNSPACED_MARKS}]*"
    return re.compile(rf"{_FIGURE}|{_INITIALS}|{letters}(?:['’]{letters})*|{character}")


@lru_cache(maxsize=1 << 17)
def normal_form(token: str) -> str:
    """Return the normal form of a token: "U.K." and "UK" are the same word, and so are 30,000 and 30000."""
    if token[0].isdecimal():
        return _GROUPED.sub("", token).replace(",", ".").replace(":", ".")
    return token.casefold().replace("’", "'").replace(".", "")


@lru_cache(maxsize=1 << 14)
def is_unspaced(form: str) -> bool:
    """Whether a word is one character of a script without blanks between words."""
    return re.match(rf"[{_UNSPACED}]", form) is not None
