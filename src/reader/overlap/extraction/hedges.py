"""Words by which a writer does not vouch for what is said: reportedly, is understood to, sources say."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.text.en.hedge_words import HEDGES
from reader.text.en.stopwords import STOPWORDS

if TYPE_CHECKING:
    from reader.text.tokenized import TokenizedSentence


def hedges(words: TokenizedSentence) -> list[range]:
    """Give the hedges in order, as runs of words."""
    return [found for match in _pattern().finditer(words.text) if (found := words.within(*match.span()))]


def hedged(words: TokenizedSentence, hedge: range) -> frozenset[str]:
    """Give the families of the telling words that a hedge speaks of: those behind it, up to a stop.

    None of them stand behind it in "the barge, reportedly, sank": then it speaks of the whole sentence.
    """
    behind = []
    for word in range(hedge[-1] + 1, len(words)):
        if words.before(word).strip(" -"):
            break
        behind.append(word)
    telling = frozenset(words.stems[word] for word in behind if words.form(word) not in STOPWORDS)
    return telling or frozenset(words.stems)


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when needed: the first frame does not."""
    return re.compile(rf"\b(?:{'|'.join(HEDGES)})(?!\w)", re.IGNORECASE)
