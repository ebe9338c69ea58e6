"""Text outside the columns, in lines that are short enough to read with ease."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.reactive import Reactive
from textual.widgets import Static

LEGIBLE: Final = 100  # the longest line of prose, in cells


class Prose(Static):
    """A text of any length; words that can be clicked look as the text says."""

    DEFAULT_CSS: ClassVar[str] = f"Prose {{ max-width: {LEGIBLE}; }}"
    auto_links: Reactive[bool] = Reactive(default=False)
