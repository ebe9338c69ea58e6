"""What the reading screen asks: it has the keys first, and says in the lines at the bottom what it is about.

Every group of actions makes its own and gives it to `Stage.ask`; the screen shows them, the last one first.
A file that has changed on disk is not read again as long as anything is asked (see `renewing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text
    from textual import events

    from reader.tui.state.subjects import Subject


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is asked. Where it has nothing to say, the screen does and shows what it always does."""

    takes: Callable[[events.Key], bool] = lambda _: False
    """Takes a key before it is looked up; False: it is no answer."""
    pasted: Callable[[str], bool] = lambda _: False
    """Takes what is pasted; False: it is no answer."""
    line: Callable[[int], Text] | None = None
    """The status line, in a width."""
    footer: Callable[[int], Text] | None = None
    """The line below it, in a width."""
    words: Callable[[], str] = str
    """What the status line says besides, in the place of what is said of the sentence."""
    subject: Subject | None = None
    """What the next tag or note is put on, when that is not what is at hand."""
    over: Callable[[], bool] = lambda: False
    """Whether the cursor was moved to where this is not asked any more."""
    lasts: bool = False
    """It is still asked when other articles have been laid on the desk."""
