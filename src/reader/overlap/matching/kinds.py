"""Which kind of match two sentences make.

Verbatim is a promise to whoever checks facts: no word that carries meaning was changed. A sign at a figure
(£, $, %) and a question mark carry meaning too.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from reader.overlap.extraction.quotes import may_be_one_speaker, split_at_quotes, split_quotation
from reader.overlap.matching.features import SentenceFeatures
from reader.overlap.matching.shared_quotes import longest_common_quotation
from reader.overlap.results.model import MatchKind
from reader.text.en.stopwords import OPTIONAL
from reader.text.ngrams import shared_runs

VERBATIM_PART: Final = 0.75  # part of the longer sentence that must be the quotation, in a verbatim pair
EDITED_PART: Final = 0.4  # part of the shorter sentence that must stand in runs of words of the other
_SIGNS: Final = re.compile(r"[$€£¥₹₩₽₺₴%‰°?]|(?<!\S)[-−–+](?=\d)")


@lru_cache(maxsize=1 << 10)
def kind_of(a: SentenceFeatures, b: SentenceFeatures) -> MatchKind:
    """Return the kind of match that two sentences make."""
    if (_same_words(a.words, b.words) or _same_quotation(a, b)) and signs_in(a) == signs_in(b):
        return "verbatim"
    shorter, longer = sorted((a.words, b.words), key=lambda words: (len(words), words))
    in_runs = sum(end - start for start, end in shared_runs(shorter, longer))
    if have_common_quotation(a, b) or in_runs / len(shorter) >= EDITED_PART:
        return "edited"
    return "paraphrase"


@lru_cache(maxsize=1 << 10)
def have_common_quotation(a: SentenceFeatures, b: SentenceFeatures) -> bool:
    """Whether one sentence quotes what the other has as well."""
    return (has_quotation(a.text) or has_quotation(b.text)) and longest_common_quotation(a, b) != ""


def signs_in(sentence: SentenceFeatures) -> list[str]:
    """Return the signs that are no words and carry meaning, in order."""
    found: list[str] = _SIGNS.findall(sentence.text)
    return ["-" if sign in "−–" else sign for sign in found]


@lru_cache(maxsize=1 << 10)
def has_quotation(text: str) -> bool:
    """Whether anything stands between quotation marks; in most sentences nothing does."""
    return any(quoted for _, _, quoted in split_at_quotes(text))


def _same_words(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words are the same, apart from optional ones."""
    return a == b or _without_optional(a) == _without_optional(b) != []


def _without_optional(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in OPTIONAL]


_split_quotation = lru_cache(maxsize=1 << 10)(split_quotation)


def _same_quotation(a: SentenceFeatures, b: SentenceFeatures) -> bool:
    """Whether both sentences only quote, and quote the same of the same speaker, if both name one."""
    if not (has_quotation(a.text) and has_quotation(b.text)):
        return False
    (said_a, frame_a), (said_b, frame_b) = _split_quotation(a.text), _split_quotation(b.text)
    return (
        _same_words(said_a, said_b)
        and min(len(said_a), len(said_b)) >= VERBATIM_PART * max(len(a.words), len(b.words))
        and may_be_one_speaker(frame_a, frame_b)
    )
