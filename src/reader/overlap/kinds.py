"""Which kind of match two sentences make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.overlap.copying import runs
from reader.overlap.lexicon import SAYING
from reader.overlap.quotations import shared_quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.overlap.model import Kind
    from reader.overlap.statement import Statement

VERBATIM_PART: Final = 0.75
"""Part of the longer sentence that must be the same words, if the rest only says who says so."""
EDITED_PART: Final = 0.4
"""Part of the shorter sentence that must stand in runs of words of the other."""


def kind_of(a: Statement, b: Statement) -> Kind:
    """Tell how one sentence became the other."""
    if a.words == b.words or _same_but_for_attribution(a.words, b.words):
        return "verbatim"
    if shared_quotation(a, b) or _copied_part(a.words, b.words) >= EDITED_PART:
        return "edited"
    return "paraphrase"


def _same_but_for_attribution(a: list[str], b: list[str]) -> bool:
    """A quotation is the same, whoever writes "she said" before or behind it."""
    return any(_differ_by_attribution(one, other) for one, other in ((a, b), (a[::-1], b[::-1])))


def _differ_by_attribution(a: Sequence[str], b: Sequence[str]) -> bool:
    same = _common_start(a, b)
    if same < VERBATIM_PART * max(len(a), len(b)):
        return False
    return all(not rest or not SAYING.isdisjoint(rest) for rest in (a[same:], b[same:]))


def _common_start(a: Sequence[str], b: Sequence[str]) -> int:
    for index, (one, other) in enumerate(zip(a, b, strict=False)):
        if one != other:
            return index
    return min(len(a), len(b))


def _copied_part(a: list[str], b: list[str]) -> float:
    shorter, longer = sorted((a, b), key=lambda words: (len(words), words))
    return sum(end - start for start, end in runs(shorter, longer)) / len(shorter)
