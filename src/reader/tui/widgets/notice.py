"""Notices in the corner of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

SECONDS = 12
"""How long a notice stays."""


def show_notice(app: App[Any], text: str) -> None:
    """Show a sentence until it was read; signs in it are no markup."""
    app.notify(text, timeout=SECONDS, markup=False)
