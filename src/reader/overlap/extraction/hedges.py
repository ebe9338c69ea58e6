"""Find hedges, the words by which a writer does not vouch for a statement: reportedly, is understood to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.text.en.hedge_words import HEDGES
from reader.text.en.stopwords import STOPWORDS

if TYPE_CHECKING:
    from reader.text.tokenized import TokenizedSentence


def find_hedges(words: TokenizedSentence) -> list[range]:
    """Return the hedges of a sentence in order, as ranges of words."""
    return [
        found for match in _pattern().finditer(words.text) if (found := words.words_within(*match.span()))
    ]


def hedged_stems(words: TokenizedSentence, hedge: range) -> frozenset[str]:
    """Return the stems of the content words that a hedge is about: those after it, up to the next mark.

    If there are none, as in "the barge, reportedly, sank", it is about the whole sentence.
    """
    after: set[str] = set()
    for word in range(hedge.stop, len(words)):
        if words.gap_before(word).strip(" -"):
            break
        if words.form(word) not in STOPWORDS:
            after.add(words.stems[word])
    return frozenset(after or words.stems)


@cache
def _pattern() -> re.Pattern[str]:
    """Compile the pattern of all hedges when it is first needed: the first frame does without."""
    return re.compile(rf"\b(?:{'|'.join(HEDGES)})(?!\w)", re.IGNORECASE)
