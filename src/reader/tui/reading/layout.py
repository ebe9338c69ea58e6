"""How the articles lie and look: closed, moved, alone, numbered, in focus, how wide.

What lies in the workspace is changed by laying a new one (`Stage.lay`); how it looks is the workspace's
`View`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.reading.base import Stage
from reader.workspace import rearrange
from reader.workspace.labels import article_letter

if TYPE_CHECKING:
    from reader.tui.config import Config
    from reader.workspace.workspace import Workspace

WIDTHS = (60, 80, 100, 200)
"""The longest lines that the reader can ask for, in cells; 80 at first."""


class Arranging(Stage):
    """Where the columns are, and how their text is set."""

    def __init__(self, workspace: Workspace, config: Config) -> None:
        super().__init__(workspace, config)
        self._put_away: list[rearrange.ClosedArticle] = []
        """The last one last."""

    async def action_close_article(self) -> None:
        """Put the article at hand away."""
        workspace = self.workspace
        if len(workspace.articles) == 1:
            self.say("This is the only article")
            return
        self.note_places()
        self._put_away.append(rearrange.closed_article(workspace))
        reopen = self.keys.label("reopen")
        message = f"{article_letter(workspace.column)} is closed, all on it is kept; {reopen} opens it again"
        await self.lay(rearrange.without(workspace, workspace.column), message)

    async def action_reopen_article(self) -> None:
        """Open the article again that was closed last."""
        if not self._put_away:
            self.say("No article was closed")
            return
        if self.is_full:
            self.say_full()
            return
        self.note_places()
        laid = rearrange.with_reopened(self.workspace, self._put_away.pop())
        await self.lay(laid, f"{article_letter(laid.column)} is open again")

    async def action_move_article(self, by: int) -> None:
        """Lay the article at hand further on, or back."""
        self.note_places()
        workspace = rearrange.with_moved(self.workspace, by)
        if workspace is None:
            self.say("This is the last column" if by > 0 else "This is the first column")
        else:
            await self.lay(workspace, f"This is {article_letter(workspace.column)} now")

    def action_alone(self) -> None:
        """Show the article at hand alone, or all of them again."""
        alone = not self.workspace.view.alone
        self.workspace.view = self.workspace.view._replace(alone=alone)
        self._fit(self.size)
        self.say("Alone; the same key brings the others back" if alone else "Side by side")

    def action_numbers(self) -> None:
        """Number the sentences, or not."""
        self.workspace.view = self.workspace.view._replace(numbers=not self.workspace.view.numbers)
        self._columns.rewrap()

    def action_dim_others(self) -> None:
        """Dim all but the paragraph at hand, or not."""
        self.workspace.view = self.workspace.view._replace(focus=not self.workspace.view.focus)
        self._show_all()

    def action_line_width(self) -> None:
        """Longer lines, and from the longest to the shortest."""
        longer = next((width for width in WIDTHS if width > self.workspace.view.width), WIDTHS[0])
        self.workspace.view = self.workspace.view._replace(width=longer)
        self._fit(self.size)
        self.say(f"Lines of up to {longer} characters")
