"""What the app asks of a screen, when the screen can do it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class CanLeave(Protocol):
    """A screen that is asked before the app ends."""

    def action_leave(self) -> None:
        """Leave, or say why not."""


@runtime_checkable
class ShowsSaved(Protocol):
    """A screen that shows whether everything is saved."""

    def show_saved(self) -> None:
        """Show whether the last change is on disk."""


@runtime_checkable
class HasTextField(Protocol):
    """A screen with a field of text (see `dialogs.dialog.TypingScreen`)."""

    ready: bool
    """Whether the field is there and has dealt with all its keys."""

    def keep_focus(self) -> None:
        """Let the field have the keys again."""


@runtime_checkable
class CanKeep(Protocol):
    """A dialog with something in it that can be kept."""

    def action_keep(self) -> None:
        """Keep it."""
