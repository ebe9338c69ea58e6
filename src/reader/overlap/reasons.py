"""Why two sentences match, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from reader.overlap.statement import Statement


def reasons(a: Statement, b: Statement, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Give what the sentences share, strongest first."""
    if a.words == b.words:
        return ("same words",)
    shared = sorted(a.terms & b.terms, key=lambda term: -weights[term])[:3]
    return ("rare words: " + ", ".join(shared),)
