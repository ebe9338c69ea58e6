"""Quotations that two sentences have in common, whoever is said to have spoken."""

from collections.abc import Sequence
from typing import Final

from reader.overlap.extraction.quotes import split_at_quotes
from reader.overlap.matching.features import SentenceFeatures
from reader.text.content_words import is_content_word
from reader.text.ngrams import RUN_LENGTH, shared_runs
from reader.text.stemming import stem
from reader.text.tokens import normal_form, tokenize

NEARLY_WHOLE: Final = 0.8  # part of a quotation in the other sentence: a word may have been cut
FEWEST_CONTENT_WORDS: Final = 2  # content words that make a quotation more than a phrase


def longest_common_quotation(a: SentenceFeatures, b: SentenceFeatures) -> str:
    """Return the longest quotation of one sentence that the other has as well, as printed; "" if none."""
    found = [
        one.text[start:end].strip(" ,.")
        for one, other in ((a, b), (b, a))
        for start, end, quoted in split_at_quotes(one.text)
        if quoted and _contains(other.words, [normal_form(token) for token in tokenize(one.text[start:end])])
    ]
    return max(found, key=len, default="")


def _contains(words: Sequence[str], quotation: list[str]) -> bool:
    if len(quotation) < RUN_LENGTH:
        return False
    if sum(map(is_content_word, set(map(stem, quotation)))) < FEWEST_CONTENT_WORDS:
        return False
    return sum(end - start for start, end in shared_runs(quotation, words)) >= NEARLY_WHOLE * len(quotation)
