"""Notices in the corner of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def show_notice(app: App[Any], text: str) -> None:
    """Show a sentence for as many seconds as it takes to read one; signs in it are no markup."""
    app.notify(text, timeout=12, markup=False)
