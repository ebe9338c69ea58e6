"""Why two sentences match, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.overlap.copying import runs
from reader.overlap.quotations import shared_quotation
from reader.overlap.weights import is_telling
from reader.overlap.words import term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.overlap.statement import Statement

MOST_WORDS: Final = 3
LONGEST_QUOTATION: Final = 60
"""Characters of a quotation that are shown."""


def reasons(a: Statement, b: Statement, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Give what the sentences share, strongest first."""
    if a.words == b.words:
        return ("same words",)
    shared = _shared_words(a, b, weights)
    figures = [word for word in shared if term(word)[0].isdecimal()]
    rare = [word for word in shared if word not in figures]
    found = (
        _quotation(a, b),
        _words_in_a_row(a, b),
        "rare words: " + ", ".join(rare[:MOST_WORDS]) if rare else "",
        "figures: " + ", ".join(figures[:MOST_WORDS]) if figures else "",
    )
    return tuple(filter(None, found)) or ("common words",)


def _quotation(a: Statement, b: Statement) -> str:
    quotation = shared_quotation(a, b)
    if len(quotation) > LONGEST_QUOTATION:
        quotation = quotation[:LONGEST_QUOTATION].rsplit(" ", 1)[0] + " …"
    return f"quotation: “{quotation}”" if quotation else ""


def _words_in_a_row(a: Statement, b: Statement) -> str:
    longest = max((end - start for start, end in runs(a.words, b.words)), default=0)
    return f"{longest} words in a row" if longest else ""


def _shared_words(a: Statement, b: Statement, weights: Mapping[str, float]) -> list[str]:
    """The telling words of the first sentence that the second has too, in some form, rarest first."""
    shared = {
        term(word): word for word in reversed(a.words) if term(word) in b.terms and is_telling(term(word))
    }
    return [
        shared[term].removesuffix("'s") for term in sorted(shared, key=lambda term: (-weights[term], term))
    ]
