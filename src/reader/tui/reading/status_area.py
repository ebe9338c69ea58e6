"""The status line and the footer of the reading screen: what was said last, what is asked, what keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.reading import status_lines
from reader.tui.reading.prompts import PromptStack
from reader.tui.widgets.clickable_line import ClickableLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text
    from textual import events

    from reader.tui.keys.keymap import Keymap
    from reader.workspace.workspace import Workspace

RANGE_KEYS = ("words", "tag", "note", "copy", "range")
"""The keys that the footer shows first while a range is chosen."""


class StatusArea:
    """Two lines at the bottom of the screen, a message until the next key, and the prompts over them."""

    def __init__(
        self, workspace: Callable[[], Workspace], keys: Keymap, answered: Callable[[], object]
    ) -> None:
        """Make the lines; `answered` is called when the last prompt has ended."""
        self._workspace, self._keys = workspace, keys
        self.prompts = PromptStack(keys, self.say, self.show, answered)
        self.message = ""
        """What was said since the last key."""
        self.progress: Callable[[], str] = str
        """How far a session is, at the right of the status line; set by the session."""
        self.first_keys: Callable[[], tuple[str, ...]] = tuple
        """Names of the keys that the footer shows first; set by the session."""
        self.make_lines()

    def make_lines(self) -> None:
        """Make the widgets: new ones are needed whenever the screen is composed anew."""
        self.line = ClickableLine(self._status_line, name="status")
        self.footer = ClickableLine(self._footer_line, name="footer")

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self.message = message
        self.line.refresh()

    def add_message(self, *messages: str) -> None:
        """Show messages beside what was said since the last key."""
        self.say(" · ".join(filter(None, [self.message, *messages])))

    def remove_message(self, message: str) -> None:
        """Remove a message, or a part of one, that is not true any more."""
        if message:
            self.say(self.message.replace(message, "").strip(" ·"))

    def takes(self, key: events.Key) -> bool:
        """Put the last message away and give a key to the prompts; return False when it answers none."""
        if self.message:
            self.say("")
        return self.prompts.takes(key)

    def show(self) -> None:
        """Show what has changed in both lines."""
        self.line.refresh()
        self.footer.refresh_if_changed()

    def _status_line(self, width: int) -> Text:
        if line := self.prompts.line:
            return line(width)
        return self.status_with(" · ".join(filter(None, [self.message, *self.prompts.words])), width)

    def status_with(self, words: str, width: int) -> Text:
        """Return the status line with these words in place of the sentence at hand, if there are any."""
        return status_lines.status(self._workspace(), words, width, self.progress())

    def _footer_line(self, width: int) -> Text:
        if footer := self.prompts.footer:
            return footer(width)
        workspace = self._workspace()
        first = RANGE_KEYS if workspace.selection is not None else self.first_keys()
        return status_lines.footer(workspace, self._keys, width, first)
