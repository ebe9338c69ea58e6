"""Which kind of match two sentences make.

Verbatim is a promise to whoever checks facts: no word that carries meaning was changed. A sign at a figure
(£, $, %) and a question mark carry meaning too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.overlap.extraction.quotes import may_be_one_speaker, split_at_quotes, split_quotation
from reader.overlap.matching.shared_quotes import shared_quotation
from reader.text.en.stopwords import OPTIONAL
from reader.text.ngrams import shared_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.overlap.matching.features import SentenceFeatures
    from reader.overlap.results.model import MatchKind

VERBATIM_PART: Final = 0.75
"""Part of the longer sentence that must be the quotation, if the rest only says who says so."""
EDITED_PART: Final = 0.4
"""Part of the shorter sentence that must stand in runs of words of the other."""
_SIGNS: Final = re.compile(r"[$€£¥₹₩₽₺₴%‰°?]|(?<!\S)[-−–+](?=\d)")


@lru_cache(maxsize=1 << 10)
def kind_of(a: SentenceFeatures, b: SentenceFeatures) -> MatchKind:
    """Tell how one sentence became the other."""
    words, others = a.words, b.words
    if (_same(words, others) or _same_quotation(a, b)) and signs(a) == signs(b):
        return "verbatim"
    if quoted_alike(a, b) or _copied_part(words, others) >= EDITED_PART:
        return "edited"
    return "paraphrase"


@lru_cache(maxsize=1 << 10)
def quoted_alike(a: SentenceFeatures, b: SentenceFeatures) -> bool:
    """Tell whether one sentence quotes what the other has as well."""
    return (quotes(a.text) or quotes(b.text)) and shared_quotation(a, b) != ""


def signs(statement: SentenceFeatures) -> list[str]:
    """Give the signs that are no words and carry meaning, in order."""
    found: list[str] = _SIGNS.findall(statement.text)
    return ["-" if sign in "−–" else sign for sign in found]


def _same(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words are the same, but for those that may come or go."""
    return a == b or _weighty(a) == _weighty(b) != []


def _weighty(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in OPTIONAL]


@lru_cache(maxsize=1 << 10)
def quotes(text: str) -> bool:
    """Whether anything stands between quotation marks: most sentences are soon done with."""
    return any(quoted for _, _, quoted in split_at_quotes(text))


_framed = lru_cache(maxsize=1 << 10)(split_quotation)


def _same_quotation(a: SentenceFeatures, b: SentenceFeatures) -> bool:
    """Whether both only quote, and quote the same of the same speaker, as far as they name one."""
    if not (quotes(a.text) and quotes(b.text)):
        return False
    (said_a, frame_a), (said_b, frame_b) = _framed(a.text), _framed(b.text)
    return (
        _same(said_a, said_b)
        and min(len(said_a), len(said_b)) >= VERBATIM_PART * max(len(a.words), len(b.words))
        and may_be_one_speaker(frame_a, frame_b)
    )


def _copied_part(a: Sequence[str], b: Sequence[str]) -> float:
    shorter, longer = sorted((a, b), key=lambda words: (len(words), words))
    return sum(end - start for start, end in shared_runs(shorter, longer)) / len(shorter)
