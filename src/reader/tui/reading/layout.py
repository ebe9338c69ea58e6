"""Where the articles are and how their text is set: closed, moved, alone, numbered, dimmed, how wide.

Another choice or order of articles is another workspace (`ReadingView.show_workspace`). How they look stands
in the `view` of the workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace import rearrange
from reader.workspace.labels import MAX_ARTICLES, article_letter

if TYPE_CHECKING:
    from reader.tui.reading.view import ReadingView

WIDTHS = (60, 80, 100, 200)
"""The longest lines that the reader can ask for, in cells; 80 at first."""


class LayoutController:
    """Closes, opens and moves articles, and changes how they look."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._closed: list[rearrange.ClosedArticle] = []
        """The articles that were closed, the last one last."""

    def refuses(self, more: int = 1) -> bool:
        """Return whether so many more articles are too many to be open, and say so."""
        too_many = len(self._view.workspace.articles) + more > MAX_ARTICLES
        if too_many:
            close = self._view.keys.label("close")
            self._view.say(f"{MAX_ARTICLES} articles are open, no more fit: {close} closes one")
        return too_many

    async def close_article(self) -> None:
        """Close the article at hand."""
        workspace = self._view.workspace
        if len(workspace.articles) == 1:
            self._view.say("This is the only article")
            return
        self._view.note_places()
        self._closed.append(rearrange.closed_article(workspace))
        letter, reopen = article_letter(workspace.column), self._view.keys.label("reopen")
        message = f"{letter} is closed, all on it is kept; {reopen} opens it again"
        await self._view.show_workspace(rearrange.without_article(workspace, workspace.column), message)

    async def reopen_article(self) -> None:
        """Open the article again that was closed last."""
        if not self._closed:
            self._view.say("No article was closed")
        elif not self.refuses():
            self._view.note_places()
            workspace = rearrange.with_reopened(self._view.workspace, self._closed.pop())
            await self._view.show_workspace(workspace, f"{article_letter(workspace.column)} is open again")

    async def move_article(self, by: int) -> None:
        """Move the article at hand to the right (1) or to the left (-1)."""
        self._view.note_places()
        workspace = rearrange.with_moved(self._view.workspace, by)
        if workspace is None:
            self._view.say("This is the last column" if by > 0 else "This is the first column")
        else:
            await self._view.show_workspace(workspace, f"This is {article_letter(workspace.column)} now")

    def toggle_alone(self) -> None:
        """Show the article at hand alone, or all of them."""
        view = self._view.workspace.view
        self._view.workspace.view = view._replace(alone=not view.alone)
        self._view.fit()
        self._view.say("Side by side" if view.alone else "Alone; the same key brings the others back")

    def toggle_numbers(self) -> None:
        """Number the sentences, or not."""
        view = self._view.workspace.view
        self._view.workspace.view = view._replace(numbers=not view.numbers)
        self._view.columns.rewrap()

    def toggle_focus(self) -> None:
        """Dim all but the paragraph at hand, or not."""
        view = self._view.workspace.view
        self._view.workspace.view = view._replace(focus=not view.focus)
        self._view.show_all()

    def change_line_width(self) -> None:
        """Set longer lines; after the longest, the shortest."""
        view = self._view.workspace.view
        longer = next((width for width in WIDTHS if width > view.width), WIDTHS[0])
        self._view.workspace.view = view._replace(width=longer)
        self._view.fit()
        self._view.say(f"Lines of up to {longer} characters")
