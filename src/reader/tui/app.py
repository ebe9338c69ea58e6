"""The app: from a desk, or from a choice of articles, to the reading screen."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App

from reader.articles import ArticleError, clean_text
from reader.notebook import NotebookError
from reader.overlap import compare
from reader.tui.commands import ReadingCommands
from reader.tui.reading import ReadingScreen
from reader.tui.themes import READER_DARK, READER_LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.tui.desk import Desk

AT_ONCE = 2_000
"""Sentences, all articles together, that are compared before the first frame; more are compared behind it."""
NOTICE = 12
"""Seconds that a notice stays."""


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
    ) -> None:
        super().__init__()
        self.desk = desk
        self._choices = choices
        self._lay = lay
        self._reading: ReadingScreen | None = None
        self.register_theme(READER_DARK)
        self.register_theme(READER_LIGHT)
        self.theme = theme if theme in self.available_themes else READER_DARK.name
        self.animation_level = "none"

    def on_mount(self) -> None:
        """Open the desk, or ask what to put on it."""
        self.theme_changed_signal.subscribe(self, lambda _theme: self._use_theme())
        if self.desk is not None:
            self._read(self.desk)
        else:
            self._ask()

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted, wherever it goes: fields of text show control characters as they are."""
        if isinstance(event, events.Paste):
            event = events.Paste(clean_text(event.text))
        await super().on_event(event)

    def _ask(self) -> None:
        from reader.opening import MOST  # noqa: PLC0415
        from reader.tui.choose import ChooseScreen  # noqa: PLC0415 - most starts do not ask

        self.push_screen(ChooseScreen(self._choices, MOST), self._chosen)

    def _chosen(self, files: list[str] | None) -> None:
        if not files or self._lay is None:
            self.exit()
            return
        try:
            self.desk = self._lay(files)
        except (ArticleError, NotebookError) as error:
            self.exit(error)
        else:
            self._read(self.desk)

    def _read(self, desk: Desk) -> None:
        """Open the reading screen; short articles are compared before it is drawn, long ones meanwhile."""
        at_once = sum(len(article.sentences) for article in desk.articles) <= AT_ONCE
        if at_once:
            desk.take(compare(desk.articles))
        self._reading = ReadingScreen(desk)
        self.push_screen(self._reading)
        desk.notebook.listen(self._notebook_settled)
        for notice in desk.notices:
            self.notify(notice, timeout=NOTICE, markup=False)
        if not at_once:
            Thread(target=self._compare, args=(desk, self._reading), daemon=True).start()

    def _compare(self, desk: Desk, reading: ReadingScreen) -> None:
        overlap = compare(desk.articles)
        self.call_later(reading.take, overlap)

    def _notebook_settled(self) -> None:
        """Show what became of the last change; called on the thread that writes."""
        if self._reading is not None:
            self.call_later(self._reading.settled)

    def _use_theme(self) -> None:
        if self._reading is not None:
            self._reading.use_theme()
