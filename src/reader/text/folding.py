"""Fold text for a search: without accents, and with plain quotation marks and dashes.

A letter is decomposed for compatibility (NFKD, Unicode Standard Annex 15), so that a ligature is its letters
and a wide form the usual one, and loses the marks that are put on letters. Marks that make another letter of
one (the voicing of kana, nukta and virama, combining classes 1 to 9) stay.
"""

from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

Spans = tuple[tuple[int, int], ...]
"""Starts and ends in a text, in code points, in order."""
_SHAPES: Final = {
    ord(shape): plain
    for plain, shapes in {"'": "‘’‚‛ʼ", '"': "“”„‟«»", "-": "‐‑‒–—―−", "ss": "ß", "SS": "ẞ"}.items()
    for shape in shapes
}


class _Letters(dict[int, str]):
    """The folded form of each character, found when it is first needed; a table for `str.translate`."""

    def __missing__(self, code: int) -> str:
        parts = normalize("NFKD", chr(code).translate(_SHAPES)).translate(_SHAPES)
        bare = "".join(part for part in parts if combining(part) <= 9)
        kept = self[code] = normalize("NFC", bare)
        return kept


_LETTERS: Final = _Letters()


def fold(text: str, *, exact: bool) -> str:
    """Return the text as it is compared; `exact` keeps upper and lower case apart."""
    plain = text if text.isascii() else text.translate(_LETTERS)
    return plain if exact else plain.casefold()


@lru_cache(maxsize=1024)
def find_folded(text: str, needle: str, *, exact: bool) -> Spans:
    """Return where a folded needle stands; a part of a letter (an s of ß) is given as the whole letter."""
    whole = fold(text, exact=exact)
    if needle not in whole:
        return ()
    pieces = text if text.isascii() else [fold(character, exact=exact) for character in text]
    origins = [number for number, piece in enumerate(pieces) for _ in piece]
    found: list[tuple[int, int]] = []
    position = whole.find(needle)
    while position >= 0:
        start, end = origins[position], origins[position + len(needle) - 1] + 1
        while end < len(text) and not pieces[end]:
            end += 1
        if not found or start >= found[-1][1]:
            found.append((start, end))
        position = whole.find(needle, position + len(needle))
    return tuple(found)
