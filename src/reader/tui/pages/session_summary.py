"""The summary of a session of tagging, when it has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import VerticalScroll
from textual.widgets import Static

from reader.text.phrases import counted
from reader.tui.keys.page_keys import TABLES
from reader.tui.pages.page import Page
from reader.tui.theme.themes import on_colour
from reader.tui.widgets.clickable_line import ClickableLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.notebook import Tag
    from reader.notebook.actions.sessions import SessionSummary
    from reader.tui.keys.keymap import Keymap


class SessionSummaryScreen(Page[None]):
    """How many sentences were done, how long it took, which tags were used."""

    TABLE: ClassVar = TABLES["in-summary"]
    BINDINGS: ClassVar = list(TABLE.rows)
    DEFAULT_CSS: ClassVar[str] = """
    SessionSummaryScreen { align: center middle; }
    SessionSummaryScreen VerticalScroll { width: 60; max-width: 100%; height: auto; max-height: 100%; }
    SessionSummaryScreen VerticalScroll { background: $panel; padding: 1 2; }
    SessionSummaryScreen Static { background: $panel; }
    SessionSummaryScreen ClickableLine { height: 1; margin-top: 1; color: $text-muted; background: $panel; }
    """

    def __init__(
        self, words: str, summary: SessionSummary, tags: Sequence[tuple[Tag, int]], keys: Keymap
    ) -> None:
        super().__init__(keys)
        self._text = summary_text(words, summary, tags)

    def compose(self) -> ComposeResult:
        """Yield the summary and the keys."""
        with VerticalScroll():
            yield Static(self._text)
            yield ClickableLine(self.page_keys.footer)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def summary_text(words: str, summary: SessionSummary, tags: Sequence[tuple[Tag, int]]) -> Text:
    """Return a summary in words."""
    hours, rest = divmod(round(summary.seconds), 3600)
    spent = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
    left = f", {summary.left:,} left" if summary.left else ""
    text = Text.assemble(("The session has ended\n", "bold"), f"{words}\n\n")
    text.append(f"{summary.done:,} done, {summary.skipped:,} skipped{left}, in {spent}\n")
    text.append(f"{counted(summary.annotations, 'annotation')} made or changed\n")
    for tag, count in tags:
        text.append(f"\n{count:>5,}  ").append(f" {tag.name} ", style=on_colour(tag.colour))
    return text
