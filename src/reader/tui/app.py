"""The app: screens, themes, keymap, and what connects them.

In this order at the start: the themes and the reader's keymap are set (`__init__`); with articles given on
the command line the reading screen is the first screen, else a page asks what to read (`on_mount`) and the
reading screen comes after it; after the first frame `Housekeeping` begins to watch the files. Whatever is
imported inside a function is not needed for the first frame.
"""

from __future__ import annotations

import signal
from asyncio import get_running_loop
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.errors import NoWidget

from reader.articles import ArticleError
from reader.notebook import NotebookError
from reader.text.cleaning import clean_text
from reader.tui.config import Config
from reader.tui.driver_paste import use_paste_parser
from reader.tui.housekeeping import Housekeeping
from reader.tui.key_queue import KeyQueue
from reader.tui.keys.keymap import Keymap
from reader.tui.keys.reading_keys import QUIT_ANYWHERE
from reader.tui.protocols import CanKeep, CanLeave, HasTextField, ShowsSaved
from reader.tui.reading.screen import ReadingScreen
from reader.tui.theme.safe_widths import SafeWidths
from reader.tui.theme.themes import READER_DARK, READER_LIGHT, theme_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import RenderableType
    from textual.command import Provider
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen

    from reader.tui.dialogs.dialog import TypingScreen
    from reader.tui.pages.choose import ArticleChoice
    from reader.workspace.workspace import Workspace


def _keyed_commands() -> type[Provider]:
    from reader.tui.commands import KeyedCommands  # noqa: PLC0415 - not needed for the first frame

    return KeyedCommands


class ReaderApp(App[Exception], inherit_bindings=False):
    """Several articles side by side. Returns the exception that kept it from opening them, if any did."""

    TITLE = "reader"
    COMMANDS: ClassVar = {*App.COMMANDS, _keyed_commands}
    BINDINGS: ClassVar = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, id=QUIT_ANYWHERE),
        Binding("ctrl+c", "help_quit", show=False, system=True),
        Binding("ctrl+p", "command_palette", "commands", show=False, id="palette"),
    ]
    """Those of Textual, with names for the user's keymap. The palette has no priority: its key may be given
    another meaning on the reading screen."""
    CSS: ClassVar[str] = """
    Toast { max-width: 72; }
    ToastRack { margin-bottom: 2; }
    OptionList > .option-list--option-highlighted {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    """
    """The row at hand of a list looks the same whether the list has the focus or not."""

    def __init__(
        self,
        workspace: Workspace | None,
        choices: Sequence[str] = (),
        make_workspace: Callable[[Sequence[str]], Workspace] | None = None,
        theme: str = READER_DARK.name,
        config: Config = Config(),  # noqa: B008 - frozen
        *,
        folder: str | None = None,
        encoding: str | None = None,
    ) -> None:
        super().__init__()
        self._first, self._make_workspace = workspace, make_workspace
        self._reading: ReadingScreen | None = None
        self._config = config
        self.set_keymap(config.keys)
        self._choices, self._folder, self._encoding = choices, folder, encoding
        self.key_queue = KeyQueue(self, self._arrive, self._do_key)
        self.housekeeping = Housekeeping(self, lambda: self.workspace, self.listen, encoding)
        self._line_filters: list[LineFilter] = [SafeWidths()]
        if self.no_color:
            from reader.tui.theme.no_color import GreyscaleContrast  # noqa: PLC0415 - seldom needed

            self._line_filters.insert(0, GreyscaleContrast())
        self.register_theme(READER_DARK)
        self.register_theme(READER_LIGHT)
        for name in self.available_themes.keys() - theme_names():
            self.unregister_theme(name)
        # Not by assignment: Textual reads all styles once at the start anyway, and would do so twice. It has
        # asked for their variables already, before it knew the theme.
        self.set_reactive(ReaderApp.theme, theme if theme in self.available_themes else READER_DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, with a parser for which pasted text is never keys."""
        driver = super().get_driver_class()
        use_paste_parser(driver)
        return driver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and ours: greys that can be read, widths on which the terminal agrees."""
        return [*super().get_line_filters(), *self._line_filters]

    @property
    def workspace(self) -> Workspace | None:
        """The open articles; None as long as none are chosen."""
        return self._reading.workspace if self._reading is not None else self._first

    def get_default_screen(self) -> Screen[None]:
        """Return the reading screen if articles are given: a screen below it would be drawn, too."""
        if self._first is not None:
            self._reading = ReadingScreen(self._first, self._config)
        return self._reading or super().get_default_screen()

    def on_mount(self) -> None:
        """Start what is needed behind the screen; ask what to read, if no articles are given."""
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        self.call_after_refresh(self.housekeeping.start)
        for ending in (signal.SIGTERM, signal.SIGHUP):
            get_running_loop().add_signal_handler(ending, self._hang_up)
        if self.workspace is not None:
            self.listen(self.workspace)
        else:
            from reader.tui.choosing import choose_first  # noqa: PLC0415 - most starts do not ask

            page = choose_first(self._choices, self._folder, self._encoding, Keymap(self._config.keys))
            self.push_screen(page, self._read_chosen)

    def on_unmount(self) -> None:
        """Watch neither the notebook nor the files any more."""
        if self.workspace is not None:
            self.workspace.notebook.file.listen(None)
        self.housekeeping.stop()

    def on_app_focus(self) -> None:
        """See what has changed on disk: the reader may come from an editor."""
        if self.housekeeping.articles is not None:
            self.housekeeping.articles.watcher.look()

    async def on_reading_screen_answered(self) -> None:
        """Show what has changed on disk while there was a prompt."""
        if self.housekeeping.articles is not None:
            await self.housekeeping.articles.settle()

    def action_follow(self) -> None:
        """See what another reader has put in the notebook that it holds."""
        self.housekeeping.follow_notebook()

    def listen(self, workspace: Workspace) -> None:
        """Have the screens show when the notebook was saved; it tells so on a thread of its own."""
        workspace.notebook.file.listen(partial(self.call_later, self._show_saved))

    def _show_saved(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ShowsSaved):
                screen.show_saved()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the commands of Textual that are not already in the palette as commands with keys."""
        from reader.tui.pages.page import Page  # noqa: PLC0415 - not needed for the first frame

        for command in super().get_system_commands(screen):
            if not isinstance(screen, ReadingScreen | Page) or command.title not in {"Quit", "Keys"}:
                yield command

    def action_command_palette(self) -> None:
        """Show every command by name."""
        from reader.tui.commands import CommandPalette  # noqa: PLC0415 - not needed for the first frame

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette"))

    def search_themes(self) -> None:
        """Ask for a theme."""
        from textual.theme import ThemeProvider  # noqa: PLC0415 - not needed for the first frame

        from reader.tui.commands import CommandPalette  # noqa: PLC0415

        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def action_more(self) -> None:
        """Ask which other articles of the story to open beside the article at hand."""
        if isinstance(self.screen, ReadingScreen):
            from reader.tui.choosing import choose_more  # noqa: PLC0415 - not needed for the first frame

            choose_more(self.screen, self._encoding)

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted, since a field shows it as it is; do the keys in their order."""
        if self.key_queue.closed and isinstance(event, events.InputEvent | events.Paste):
            return  # the screens may be gone already
        if isinstance(event, events.Paste):
            event.text = clean_text(event.text)
            if isinstance(self.screen, HasTextField):
                self.screen.keep_focus()
            if isinstance(self.screen, ReadingScreen) and self.screen.prompts.takes_text(event.text):
                return
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self.key_queue.put(event)
        elif not isinstance(event, events.MouseDown) or event.is_forwarded or self._is_there(event):
            await super().on_event(event)

    def _is_there(self, event: events.MouseDown) -> bool:
        """Return whether the widget under the mouse still exists: Textual would fail on a removed one."""
        with suppress(NoWidget):
            return self.get_widget_at(event.x, event.y)[0].is_attached
        return True

    async def on_typing_screen_ready(self, event: TypingScreen.Ready) -> None:
        """Do the next key: the field of a dialog is ready for it."""
        event.dialog.ready = True
        await self.key_queue.run()

    async def _arrive(self) -> None:
        """Open the article to which the key before leads, if it was not open."""
        if self._reading is not None:
            await self._reading.controllers.go_to.open_and_go()

    async def _do_key(self, key: events.Key) -> None:
        if not (isinstance(self.screen, ReadingScreen) and self.screen.status.takes(key)):
            await super().on_event(key)

    async def action_quit(self) -> None:
        """Let the screen at hand end the app, as it may have something to save; keep a note in an editor."""
        if isinstance(self.screen, CanLeave):
            self._keep()
        if isinstance(screen := self.screen, CanLeave):
            screen.action_leave()
        else:
            self.exit()

    def exit(
        self, result: Exception | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End the app; keys typed ahead are not done any more."""
        self.key_queue.closed = True
        if self._reading is not None:
            self._reading.note_places()
        super().exit(result, return_code, message)

    def _hang_up(self) -> None:
        """End the app because the terminal was closed or the machine goes down; keep a note in an editor."""
        from reader.tui.shutdown import exit_soon  # noqa: PLC0415 - hardly ever needed

        exit_soon(lambda: self.workspace)
        self._keep()
        self.call_later(self.exit)

    def _keep(self) -> None:
        if isinstance(self.screen, CanKeep):
            self.screen.action_keep()

    def _fatal_error(self) -> None:
        """End the app after an exception: keep a note in an editor, write the traceback to a file."""
        from reader.tui.crash_report import report_crash  # noqa: PLC0415 - there should be none

        with suppress(Exception):  # the screen may be broken: the first exception is the one to report
            self._keep()
        self._exit_renderables[:] = [report_crash(self._exception or Exception())]
        self._close_messages_no_wait()

    def _read_chosen(self, chosen: ArticleChoice | None) -> None:
        if chosen is None or self._make_workspace is None:
            self.exit()
            return
        try:
            workspace = self._make_workspace(chosen.paths)
        except (ArticleError, NotebookError) as error:
            self.exit(error)
        else:
            workspace.notices += tuple(chosen.notes)
            self.listen(workspace)
            self._reading = ReadingScreen(workspace, self._config)
            self.push_screen(self._reading)
