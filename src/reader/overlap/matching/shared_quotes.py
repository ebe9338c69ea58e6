"""Speech that two sentences quote alike, however it is framed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.overlap.extraction.quotes import split_at_quotes
from reader.text.content_words import is_content_word
from reader.text.ngrams import RUN_LENGTH, shared_runs
from reader.text.stemming import stem
from reader.text.tokens import normal_form, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.overlap.matching.features import SentenceFeatures

WHOLE: Final = 0.8
"""Part of a quotation that must be in the other sentence: a word may have been cut or mended."""
TELLING: Final = 2
"""Telling words that make a quotation more than a phrase."""


def shared_quotation(a: SentenceFeatures, b: SentenceFeatures) -> str:
    """Give the longest quotation of one sentence that the other has as well, as printed; else nothing."""
    found = [
        one.text[start:end].strip(" ,.")
        for one, other in ((a, b), (b, a))
        for start, end, quoted in split_at_quotes(one.text)
        if quoted and _contains(other.words, [normal_form(token) for token in tokenize(one.text[start:end])])
    ]
    return max(found, key=len, default="")


def _contains(words: Sequence[str], quotation: list[str]) -> bool:
    if len(quotation) < RUN_LENGTH or sum(map(is_content_word, set(map(stem, quotation)))) < TELLING:
        return False
    return sum(end - start for start, end in shared_runs(quotation, words)) >= WHOLE * len(quotation)
