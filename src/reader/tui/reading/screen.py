"""The reading screen: the articles side by side, the lines around them, and what the keys do.

A key leads in three steps to what it does: its row in `tui/keys/reading_keys` names a controller and a method
(`tags.put_pinned(1)`), `controllers` has the controller, and the controller the method. The screen itself
makes the widgets and shows what has changed (see `view`).
"""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import actions
from textual.message import Message
from textual.screen import Screen

from reader.tui.article.columns import Columns
from reader.tui.keys.keymap import Keymap
from reader.tui.keys.reading_keys import READING
from reader.tui.reading import status_lines
from reader.tui.reading.controllers import Controllers
from reader.tui.reading.status_area import StatusArea
from reader.tui.theme.themes import Palette, palette_for
from reader.tui.widgets.blank import blank_lines
from reader.tui.widgets.clickable_line import ClickableLine
from reader.tui.widgets.notice import show_notice
from reader.tui.widgets.save_state import READ_ONLY
from reader.workspace import cursor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import App, ComposeResult

    from reader.overlap import Place
    from reader.tui.article.article_view import ArticleView
    from reader.tui.config import Config
    from reader.tui.dialogs.dialog import BottomDialog
    from reader.tui.reading.differences_pane import DifferencesPane
    from reader.workspace.annotator import Annotator
    from reader.workspace.workspace import Workspace

_Result = TypeVar("_Result")
LOW = 7
"""Lines of a terminal that has no room for tabs and headers."""
RANGE_LEFT = "The range is left"
NOTICES = 4
"""No more are shown at a time; the help has them all."""


class ReadingScreen(Screen[None]):
    """Shows a workspace, and gives keys and clicks to the controllers."""

    BINDINGS: ClassVar = list(READING)
    DEFAULT_CSS: ClassVar[str] = """
    ReadingScreen { background: $background; }
    ReadingScreen > ClickableLine { height: 1; }
    ReadingScreen > #tabs { background: $panel; display: none; }
    ReadingScreen.paged > #tabs { display: block; }
    ReadingScreen.low > #tabs, ReadingScreen.low .header { display: none; }
    ReadingScreen > #status { background: $panel; }
    ReadingScreen > #footer { background: $surface; color: $text-muted; }
    """

    render_lines = blank_lines

    class Answered(Message):
        """The last prompt has ended."""

    def __init__(self, workspace: Workspace, config: Config) -> None:
        super().__init__()
        self.keys = Keymap(config.keys)
        self._annotator: Annotator | None = None
        self.status = StatusArea(
            lambda: self.workspace, self.keys, lambda: self.post_message(self.Answered())
        )
        self.prompts = self.status.prompts
        self.notices_told: tuple[str, ...] = ()
        self.controllers = Controllers(self)
        self._take(workspace)

    # The widgets

    def _take(self, workspace: Workspace) -> None:
        """Make the widgets for a workspace."""
        self.workspace = workspace
        if self._annotator is not None:
            self._annotator.workspace = workspace
        self.controllers.comparison.compare_short(workspace)
        self.columns = Columns(workspace, _palette(self.app))
        tabs = lambda width: status_lines.tabs(workspace, self.columns.in_sight, width)  # noqa: E731
        self._tabs = ClickableLine(tabs, name="tabs")
        self.status.make_lines()

    @property
    def annotator(self) -> Annotator:
        """What puts tags and notes on the workspace; made with the first key that needs it."""
        from reader.workspace.annotator import Annotator  # noqa: PLC0415 - not needed for the first frame

        if self._annotator is None:
            self._annotator = Annotator(self.workspace)
        return self._annotator

    def compose(self) -> ComposeResult:
        """Tabs when not all articles fit, the columns, the differences pane, status line and footer."""
        self.fit()
        self.columns.mark_counterparts()
        yield self._tabs
        yield self.columns
        if pane := self.controllers.differences.make_pane():
            yield pane
        yield self.status.line
        yield self.status.footer

    async def show_workspace(self, workspace: Workspace, message: str = "") -> None:
        """Show another workspace: other articles, or the same in another order; the range ends.

        What was said since the last key stays beside the message.
        """
        left = RANGE_LEFT if self.workspace.selection is not None else ""
        messages = dict.fromkeys([message, self.status.message, left])
        self.app.capture_mouse(None)
        self.controllers.selection.drop()
        self.prompts.end_all(lasting=False)
        workspace.set_overlap_from(self.workspace)
        self._take(workspace)
        await self.recompose()
        self._begin()
        self.say(" · ".join(filter(None, messages)))
        self.controllers.comparison.do_what_waited()

    def on_mount(self) -> None:
        """Show notices, and start what goes on behind the screen."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.columns.set_palette(_palette(self.app)))
        self._begin()

    def _begin(self) -> None:
        notices = self.workspace.notices
        self.notices_told += notices
        if len(notices) > NOTICES:
            more = f"And {len(notices) - NOTICES + 1} more: {self.keys.label('help')} lists them all"
            notices = (*notices[: NOTICES - 1], more)
        for notice in notices:
            show_notice(self.app, notice)
        self.controllers.comparison.start()
        self.call_after_refresh(lambda: self.controllers.reanchor.begin())  # noqa: PLW0108 - made only then

    def fit(self) -> None:
        """Show as many columns as fit in the terminal, and tabs where not all do."""
        size = self.app.size
        self.columns.fit(size.width)
        self.set_class(self.columns.paged, "paged")
        self.set_class(size.height <= LOW, "low")
        self._tabs.refresh()

    def note_places(self) -> None:
        """Remember where each cursor stands on the screen: what is here now will not be shown any more."""
        self.columns.save_rows()
        self.controllers.session.pause_clock()

    # What has changed is shown

    def say(self, message: str) -> None:
        """Show a message in the status line, until the next key."""
        self.status.say(message)

    def show_move(self, change: Callable[[], _Result]) -> _Result:
        """Make a change that may move the cursors, then show where they are; return what it returned."""
        workspace = self.workspace
        column, cursors, selection = workspace.column, list(workspace.cursors), workspace.selection
        result = change()
        if workspace.selection != selection:
            self.columns.repaint()
        self.columns.show_cursor_moved(column, cursors, cursor.align(workspace))
        if workspace.column != column:
            self._tabs.refresh()
        self.status.message = RANGE_LEFT if selection is not None and workspace.selection is None else ""
        self.prompts.end_what_is_over()
        self.show_sentence()
        return result

    def show_sentence(self) -> None:
        """Show in status line, footer and differences pane what is known of the sentence at hand."""
        self.status.show()
        self.controllers.differences.show()

    def show_changed(self, places: Iterable[Place]) -> None:
        """Show that the annotations on these sentences have changed."""
        places = list(places)
        self.workspace.refresh_marks(places)
        self.columns.refresh_chips(places)
        self.show_sentence()

    def show_all(self) -> None:
        """Paint everything again: any sentence may look different."""
        self.columns.repaint_all()
        self.show_move(lambda: None)

    def show_saved(self) -> None:
        """Show whether the last change is on disk."""
        self.controllers.program.show_saved()

    def refuses_change(self) -> bool:
        """Return whether the notebook cannot be changed now, and say why."""
        notebook = self.workspace.notebook
        if notebook.file.holder is not None:
            self.app.call_later(self.app.run_action, "app.follow")
            self.say("Another reader has the notebook until it quits; you see what it adds")
        elif notebook.read_only:
            self.say(READ_ONLY)
        elif notebook.articles.reanchor_tasks:
            self.say("What is on these articles is being found again in their new texts: one moment")
        return notebook.read_only or bool(notebook.articles.reanchor_tasks)

    # Keys and clicks

    async def action_perform(self, command: str) -> None:
        """Do what the row of a key says: call a method of a controller, as `tags.put_pinned(1)`."""
        controller, name, arguments = actions.parse(command)
        done = getattr(getattr(self.controllers, controller), name)(*arguments)
        if isawaitable(done):
            await done

    def action_leave(self) -> None:
        """Quit, when everything is saved."""
        self.controllers.program.leave()

    def on_resize(self) -> None:
        """Show as many columns as fit now."""
        self.fit()
        self.controllers.differences.fit()

    def on_screen_suspend(self) -> None:
        """Let the mouse go: what lies over this needs it."""
        self.app.capture_mouse(None)

    def on_bottom_dialog_covered(self, event: BottomDialog.Covered) -> None:
        """Keep in sight what a dialog asks about."""
        self.columns.cover(event.top)

    def on_differences_pane_dragged(self, event: DifferencesPane.Dragged) -> None:
        """Make the pane higher or lower."""
        self.controllers.differences.change_height(event.by)

    # An article view that was replaced meanwhile sends messages of a workspace that is not shown any more.

    def on_article_view_fold_clicked(self, event: ArticleView.FoldClicked) -> None:
        """Show the sentences of a fold that was clicked."""
        if event.workspace is self.workspace:
            self.controllers.navigation.unfold(event.article, event.sentences)

    def on_article_view_sentence_clicked(self, event: ArticleView.SentenceClicked) -> None:
        """Go to a sentence that was clicked."""
        if event.workspace is self.workspace:
            self.controllers.navigation.go(event.place)

    def on_article_view_range_selected(self, event: ArticleView.RangeSelected) -> None:
        """Choose a range that is drawn with the mouse."""
        if event.workspace is self.workspace:
            self.controllers.selection.draw(event)


def _palette(app: App[Any]) -> Palette:
    return palette_for(app.current_theme, app.theme_variables, colour=not app.no_color)
