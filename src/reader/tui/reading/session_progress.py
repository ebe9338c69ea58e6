"""How far a session is, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notebook.schema.session import Session

BAR = 10
"""Cells of the progress bar."""


def progress(session: Session, away: str = "") -> str:
    """Return a bar and how many sentences are passed; then where the session waits, or the time that is left.

    :param away: where it waits, when the coder has gone elsewhere.
    """
    filled = round(session.share * BAR)
    total = len(session.left) + len(session.passed)
    parts = ["▰" * filled + "▱" * (BAR - filled), f"{len(session.passed):,}/{total:,}"]
    if away:
        parts.append(f"· {away}")
    elif session.seconds_left is not None:
        parts.append(f"· {session.rate:.0f} a minute · {duration(session.seconds_left)} left")
    return " ".join(parts)


def passed_and_left(session: Session) -> str:
    """Return how many sentences of the queue are passed, and how many are left."""
    return f"{len(session.passed):,} passed, {len(session.left):,} left"


def duration(seconds: float) -> str:
    """Return a time in words: `40 s`, `12 min`, `1 h 5 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
