"""Which kind of match two sentences make."""

from __future__ import annotations

from reader.overlap.model import Kind
from reader.overlap.statement import Statement


def kind_of(a: Statement, b: Statement) -> Kind:
    """Tell how one sentence became the other."""
    if a.forms == b.forms:
        return "verbatim"
    common = len(set(a.forms) & set(b.forms))
    return "edited" if common >= 0.7 * min(len(set(a.forms)), len(set(b.forms))) else "paraphrase"
