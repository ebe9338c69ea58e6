"""Finding an annotation again when the text of its article has changed."""

from __future__ import annotations

from .model import Selector

CONTEXT = 32
"""Code points of prefix and of suffix."""


def select(text: str, start: int, end: int) -> Selector:
    """Give the selector of a span of the text.

    :raises ValueError: it is not one.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}–{end} is not a span of a text of {len(text)} code points.")
    return Selector(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end
    )
