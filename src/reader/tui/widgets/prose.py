"""Text outside the columns, in lines no longer than one reads with ease."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.widgets import Static

LEGIBLE: Final = 100
"""Cells of a line of prose, at most."""


class Prose(Static):
    """A text of any length."""

    DEFAULT_CSS: ClassVar[str] = f"Prose {{ max-width: {LEGIBLE}; }}"
