"""The app: from a desk, or from a choice of articles, to the reading screen."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App

from reader.articles import ArticleError, clean_text
from reader.notebook import NotebookError
from reader.tui.commands import ReadingCommands
from reader.tui.reading import ReadingScreen
from reader.tui.themes import READER_DARK, READER_LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from reader.tui.desk import Desk


def _collect_again() -> None:
    """Look for garbage from now on, but not in what start-up made (see `cli`)."""
    gc.freeze()
    gc.enable()


class ReaderApp(App[Exception]):
    """Several articles side by side. What it returns is what went wrong, if anything did."""

    TITLE = "reader"
    COMMANDS: ClassVar = {*App.COMMANDS, ReadingCommands}
    CSS: ClassVar[str] = "Toast { max-width: 72; }\nToastRack { margin-bottom: 2; }"

    def __init__(
        self,
        desk: Desk | None,
        choices: Sequence[str] = (),
        lay: Callable[[Sequence[str]], Desk] | None = None,
        theme: str = READER_DARK.name,
        *,
        folder: str | None = None,
        encoding: str | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self._choices = choices
        self._lay = lay
        self._folder = folder
        self._encoding = encoding
        self.register_theme(READER_DARK)
        self.register_theme(READER_LIGHT)
        self.theme = theme if theme in self.available_themes else READER_DARK.name
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """The reading screen at once when it is known what to read: one before it would be drawn too."""
        return super().get_default_screen() if self.desk is None else ReadingScreen(self.desk)

    def on_mount(self) -> None:
        """Ask what to read, when that is not known."""
        self.call_after_refresh(_collect_again)
        if self.desk is None:
            from reader.gathering import stories_in  # noqa: PLC0415
            from reader.opening import MOST  # noqa: PLC0415
            from reader.tui.choose import ChooseScreen  # noqa: PLC0415 - most starts do not ask

            find = partial(stories_in, self._folder, self._encoding) if self._folder else None
            self.push_screen(ChooseScreen(self._choices, MOST, find), self._chosen)

    def action_more(self) -> None:
        """Offer more of the story of the article at hand, to be opened beside the open ones."""
        from reader.gathering import more_of  # noqa: PLC0415
        from reader.opening import MOST  # noqa: PLC0415
        from reader.tui.choose import ChooseScreen  # noqa: PLC0415

        desk = self.desk
        if desk is None or not isinstance(self.screen, ReadingScreen):
            return
        if len(desk.articles) >= MOST:
            self.screen.say(f"{MOST} articles are open, no more fit")
            return
        find = partial(more_of, desk.article, [article.path for article in desk.articles], self._encoding)
        self.push_screen(ChooseScreen((), MOST - len(desk.articles), find), self._beside)

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted, wherever it goes: fields of text show control characters as they are."""
        if isinstance(event, events.Paste):
            event = events.Paste(clean_text(event.text))
        await super().on_event(event)

    def _chosen(self, files: list[str] | None) -> None:
        if not files or self._lay is None:
            self.exit()
            return
        try:
            self.desk = self._lay(files)
        except (ArticleError, NotebookError) as error:
            self.exit(error)
        else:
            self.push_screen(ReadingScreen(self.desk))

    def _beside(self, files: list[str] | None) -> None:
        """Open what was picked beside the open articles."""
        from reader.opening import open_found  # noqa: PLC0415

        if not files or self.desk is None:
            return
        try:
            opened = open_found(files, self._encoding)
        except ArticleError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.desk = self.desk.with_more(opened.articles, opened.left_out)
            self.push_screen(ReadingScreen(self.desk))
