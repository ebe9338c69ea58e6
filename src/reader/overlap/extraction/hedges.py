"""Find hedges, the words by which a writer does not vouch for a statement: reportedly, is understood to."""

import re
from functools import cache

from reader.text.en.hedge_words import HEDGES
from reader.text.tokenized import TokenizedSentence


def find_hedges(words: TokenizedSentence) -> list[range]:
    """Return the hedges of a sentence in order, as ranges of words."""
    found = [words.words_within(*match.span()) for match in _pattern().finditer(words.text)]
    return [hedge for hedge in found if hedge]


def hedged_stems(words: TokenizedSentence, hedge: range) -> frozenset[str]:
    """Return the stems of the content words from a hedge to the next mark; without any, of all words."""
    rest = range(hedge.stop, len(words))
    end = next((word for word in rest if words.gap_before(word).strip(" -")), len(words))
    return words.content_stems(range(hedge.stop, end)) or frozenset(words.stems)


@cache
def _pattern() -> re.Pattern[str]:
    """Compile the pattern of all hedges when it is first needed: the first frame does without."""
    return re.compile(rf"\b(?:{'|'.join(HEDGES)})(?!\w)", re.IGNORECASE)
