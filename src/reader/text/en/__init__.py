"""English words as data: one module for each kind of words, and no logic beyond looking a word up.

Words are in normal form, in lower case; where a docstring says "stems", they are what
`reader.text.stemming.stem` makes of a word. A row of a table is "value form form …"; rows end with a comma.
"""

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """Split a list of words."""
    return frozenset(text.split())


def split_rows(text: str) -> list[list[str]]:
    """Split "a b, c d" into its rows of words."""
    return [row.split() for row in text.split(",")]


def words_by_form(text: str) -> dict[str, str]:
    """Map each form to the word that begins its row."""
    return {form: word for word, *forms in split_rows(text) for form in forms}


def pair_up(pairs: Iterable[Iterable[str]]) -> dict[str, set[str]]:
    """Map each word to all those that it is paired with."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found
