"""What the reading screen is made of, and how a change reaches the eye.

Widgets report by messages; the groups of actions (`Moving`, `Sharing`, `Tagging`) tell the workspace, and
have the
widgets refreshed that show it.
"""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.message import Message
from textual.screen import Screen

from reader.articles import clean_line
from reader.overlap import compare, frequent_thread_switches
from reader.tui.article.columns import Columns
from reader.tui.keys.keymap import Keymap
from reader.tui.reading import status_lines as lines
from reader.tui.reading.prompts import SUBJECT, Asked, Question
from reader.tui.theme.themes import palette_for
from reader.tui.threads import in_background
from reader.tui.widgets.blank import blank_lines
from reader.tui.widgets.clickable_line import ClickableLine
from reader.tui.widgets.save_state import READ_ONLY
from reader.workspace import cursor
from reader.workspace.annotator import Annotator
from reader.workspace.labels import MAX_ARTICLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.text import Text
    from textual import events
    from textual.app import App, ComposeResult
    from textual.geometry import Region, Size
    from textual.strip import Strip

    from reader.articles import Article
    from reader.notebook import Notebook, Span
    from reader.overlap import Overlap, Place
    from reader.tui.config import Config
    from reader.tui.dialogs.dialog import BottomDialog
    from reader.tui.reading.differences_pane import DifferencesPane
    from reader.tui.theme.themes import Palette
    from reader.workspace.workspace import Workspace

    Answer = Callable[[str, str], object]

_Result = TypeVar("_Result")
SENTENCES_AT_ONCE = 2_000
ARTICLES_AT_ONCE = 20
"""No more than these, all articles together, are compared before the first frame; the rest behind it."""
COMPARING = "Comparing …"
LOW = 7
"""Lines of a terminal that has none left for what stands above the text."""
RANGE_LEFT = "The range is left"
NOTICE = 12
"""Seconds that a notice stays."""
RANGE = ("words", "tag", "note", "copy", "range")
"""The keys that a range is for."""
NOTICES = 4
"""No more are shown at a time; the help has them all."""


class Stage(Screen[None]):
    """Columns with their lines around them, showing a workspace."""

    DEFAULT_CSS: ClassVar[str] = """
    Stage { background: $background; }
    Stage > ClickableLine { height: 1; }
    Stage > #tabs { background: $panel; display: none; }
    Stage.paged > #tabs { display: block; }
    Stage.low > #tabs, Stage.low .header { display: none; }
    Stage > #status { background: $panel; }
    Stage > #footer { background: $surface; color: $text-muted; }
    """

    class Answered(Message):
        """Nothing is asked any more."""

    def __init__(self, workspace: Workspace, config: Config) -> None:
        super().__init__()
        self.keys = Keymap(config.keys)
        self._message = ""
        self._trouble = ""
        """Why the last change is not on disk, as the reader was told."""
        self._asked = Asked(self._show_lines, lambda: self.post_message(self.Answered()))
        self._warned = False
        self._comparing: Sequence[Article] | None = None
        """The articles that are being compared."""
        self._once_compared: Callable[[], object] | None = None
        """What a key asked for that must wait for it, as long as the status line says so."""
        self.told: tuple[str, ...] = ()
        """What the reader has been told before reading on, a sentence each."""
        self._annotator = Annotator(workspace)
        self._set_up(workspace)

    def _set_up(self, workspace: Workspace) -> None:
        """Make the widgets that show a workspace; long articles are compared after the first frame."""
        self.workspace = workspace
        long = workspace.sentence_count > SENTENCES_AT_ONCE or len(workspace.articles) > ARTICLES_AT_ONCE
        self._late = long and not workspace.comparison.complete
        if not long and not workspace.comparison.complete:
            workspace.set_overlap(compare(workspace.articles))
        self._annotator.workspace = workspace
        self._pane: DifferencesPane | None = None
        self._columns = Columns(workspace, self._palette())
        self._tabs = ClickableLine(
            lambda width: lines.tabs(workspace, self._columns.in_sight, width), name="tabs"
        )
        self._status = ClickableLine(self._status_line, name="status")
        self._footer = ClickableLine(self._footer_line, name="footer")

    async def lay(self, workspace: Workspace, message: str = "") -> None:
        """Read on with other articles in the workspace, or with these in another order; the range ends.

        What was said since the last key stays beside the message.
        """
        said = dict.fromkeys(
            [message, self._message, RANGE_LEFT if self.workspace.selection is not None else ""]
        )
        self._leave_all(lasting=False)
        workspace.set_overlap_from(self.workspace)
        self._set_up(workspace)
        await self.recompose()
        self._begin()
        self.say(" · ".join(filter(None, said)))
        self._do_what_waited()

    def compose(self) -> ComposeResult:
        """Tabs when not all fit, the columns, status and keys."""
        self._fit(self.app.size)
        self._columns.mark_counterparts()
        yield self._tabs
        yield self._columns
        if self.workspace.view.differences:
            yield self._make_pane()
        yield self._status
        yield self._footer

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing but what is behind all."""
        return blank_lines(self, crop)

    def on_mount(self) -> None:
        """Tell what must be told."""
        self.app.theme_changed_signal.subscribe(
            self, lambda _theme: self._columns.set_palette(self._palette())
        )
        self._begin()

    def _begin(self) -> None:
        self.told += self.workspace.notices
        for notice in self._summed_up(self.workspace.notices):
            self.notify(notice, timeout=NOTICE, markup=False)
        if self._late:
            self._start_comparing()

    def _start_comparing(self) -> None:
        """Find what the articles share; of other articles that are compared by now, after those."""
        if self._comparing is None:
            self._comparing = self.workspace.articles
            in_background(self.app, "comparing", partial(self._compare, self.app, self.workspace))

    def _summed_up(self, notices: Sequence[str]) -> Sequence[str]:
        """As many as fit on the screen, and where the others are: no wall of notices."""
        if len(notices) <= NOTICES:
            return notices
        more = f"And {len(notices) - NOTICES + 1} more: {self.keys.label('help')} lists them all"
        return (*notices[: NOTICES - 1], more)

    def _compare(self, app: App[object], workspace: Workspace) -> None:
        """Find it, on a thread of its own; of many articles what the first ones share is shown before."""
        first = workspace.articles[:ARTICLES_AT_ONCE]
        with frequent_thread_switches():
            if len(first) < len(workspace.articles) and not workspace.comparison.known:
                app.call_later(self._take, first, compare(first))
            app.call_later(self._take, workspace.articles, compare(workspace.articles))

    def _take(self, articles: Sequence[Article], overlap: Overlap) -> None:
        """Show what was found, as far as these articles still lie there; go on with what there is besides."""
        if self._comparing is articles:
            self._comparing = None
        if not self.workspace.comparison.complete:
            gc.freeze()  # it is kept: looking through it for garbage would hold up a key
            self._show_overlap(articles, overlap)
        self._do_what_waited()
        if not self.workspace.comparison.complete:
            self._start_comparing()

    def _show_overlap(self, articles: Sequence[Article], overlap: Overlap) -> None:
        """Show it under the eyes of the reader: where something was shown before, nothing moves."""
        known, message = self.workspace.comparison.known, self._message
        self.workspace.set_overlap(overlap, articles)
        if known and not self.workspace.filter_state.filter.of_matches:
            self._columns.repaint_all()
            self._show_sentence()
        else:
            self._show_all()
        self.say(message)

    def say(self, message: str) -> None:
        """Tell the reader something on the status line, until the next key."""
        self._message = message
        self._status.refresh()

    def take_back(self, message: str) -> None:
        """Leave away what was said of something that has changed again."""
        if message:
            self.say(self._message.replace(message, "").strip(" ·"))

    @property
    def is_full(self) -> bool:
        """Whether no more articles can be opened."""
        return len(self.workspace.articles) >= MAX_ARTICLES

    def say_full(self) -> None:
        """Tell the reader so."""
        self.say(f"{MAX_ARTICLES} articles are open, no more fit: {self.keys.label('close')} closes one")

    def _found_nothing(self, words: str, again: Callable[[], object]) -> None:
        """Tell the reader that nothing shared was found; when it is not known yet, look again once it is."""
        if self.workspace.comparison.complete:
            self.say(words)
        else:
            self._await_comparison(again)

    def _await_comparison(self, then: Callable[[], object]) -> None:
        """Say that the articles are still compared, and do this when they are: unless another key comes."""
        self.say(COMPARING)
        self._once_compared = then

    def _do_what_waited(self) -> None:
        """Do what waited for the comparison, if that is over and the reader has done nothing else since."""
        if not self.workspace.comparison.complete or COMPARING not in self._message:
            return
        self.take_back(COMPARING)
        if self._once_compared is not None and self.is_current:
            self._once_compared()

    def settled(self) -> None:
        """Show whether the last change is on disk."""
        notebook = self.workspace.notebook
        if notebook.file.last_error and not self._warned:
            merge = self.keys.label("merge-notebook")
            changed = f"Another program has changed {clean_line(notebook.path.name)}: {merge} takes in both"
            self._message = self._trouble = (
                notebook.file.last_error if notebook.conflict.path is None else changed
            )
        elif self._message == self._trouble:
            self._message = ""
        self._status.refresh()

    def take_notebook(self, notebook: Notebook, message: str) -> None:
        """Show the notebook as its file is now, and say so if there is something to say."""
        said = message or self._message
        self._columns.refresh_chips(self.workspace.use_notebook(notebook))
        self._columns.refresh_headers()
        self._move(lambda: None)
        self.say(said)

    def _make_pane(self) -> DifferencesPane:
        from reader.tui.reading.differences_pane import DifferencesPane  # noqa: PLC0415 - not needed for the first frame

        self._pane = DifferencesPane(self.workspace)
        return self._pane

    def on_screen_suspend(self) -> None:
        """Let the mouse go: what lies over this needs it."""
        self.app.capture_mouse(None)

    def note_places(self) -> None:
        """Tell the workspace where on the screen the reader is: it will not be shown here any more."""
        self._columns.save_rows()

    def on_resize(self, event: events.Resize) -> None:
        """As many columns as fit, each at the place where it was."""
        self._fit(event.size)
        if self._pane is not None:
            self._pane.fit(event.size.height)

    def on_bottom_dialog_covered(self, event: BottomDialog.Covered) -> None:
        """Keep in sight what a dialog asks about."""
        self._columns.cover(event.top)

    def _fit(self, size: Size) -> None:
        self._columns.fit(size.width)
        self.set_class(self._columns.paged, "paged")
        self.set_class(size.height <= LOW, "low")
        self._tabs.refresh()

    def _move(self, change: Callable[[], _Result]) -> _Result:
        """Do what moves the cursor, then show it."""
        column, cursors, selection = (
            self.workspace.column,
            list(self.workspace.cursors),
            self.workspace.selection,
        )
        result = change()
        if self.workspace.selection != selection:
            self._columns.repaint()
        self._columns.show_cursor_moved(column, cursors, cursor.align(self.workspace))
        if self.workspace.column != column:
            self._tabs.refresh()
        self._message = RANGE_LEFT if selection is not None and self.workspace.selection is None else ""
        self._asked.end_what_is_over()
        self._show_sentence()
        return result

    def _show_sentence(self) -> None:
        """Show what is said of the sentence at hand around the articles."""
        self._show_lines()
        if self._pane is not None:
            self._pane.show()

    def _show_lines(self) -> None:
        self._status.refresh()
        self._footer.refresh_if_changed()

    def _show_all(self) -> None:
        self._columns.repaint_all()
        self._move(lambda: None)

    def _status_line(self, width: int) -> Text:
        if line := self._asked.line:
            return line(width)
        words = " · ".join(filter(None, [self._message, *self._asked.words]))
        return lines.status(self.workspace, words, width, self._about())

    def _about(self) -> list[str]:
        """What else the status line tells at the right."""
        return []

    def _footer_line(self, width: int) -> Text:
        if footer := self._asked.footer:
            return footer(width)
        return lines.footer(self.workspace, self.keys, width, self._called_for())

    def _called_for(self) -> tuple[str, ...]:
        """The names of the keys that what goes on calls for: the footer shows them first."""
        return RANGE if self.workspace.selection is not None else ()

    # What is asked

    @property
    def asks(self) -> bool:
        """Whether anything is asked, or being typed."""
        return bool(self._asked)

    def ask_key(
        self, page: str, line: Callable[[int], Text], footer: Callable[[int], Text], answer: Answer
    ) -> None:
        """Ask what the next key answers, by a table of keys; a key that is none does what it always does.

        :param answer: is given what the table says the key does, and the key.
        """
        here = self.keys.on_page(page)

        def takes(key: events.Key) -> bool:
            self._asked.end(page)
            action = here.action_for(key.key)
            if action:
                answer(action, key.key)
            elif action is None and key.is_printable:
                what = page.removeprefix("in-")
                self.say(f"No {what} has the letter {key.character}: {self.keys.label(what)} asks again")
            return key.is_printable or action is not None

        self._asked.ask(page, Question(takes=takes, line=line, footer=footer))

    def takes(self, key: events.Key) -> bool:
        """Put the last message away; take a key as the answer to what is asked. False: it is none."""
        if self._message:
            self.say("")
        return self._asked.takes(key)

    def takes_text(self, text: str) -> bool:
        """Take what is pasted; False: nothing was asked that it could answer."""
        return self._asked.takes_text(text)

    def _leave_all(self, *, lasting: bool) -> None:
        """Ask nothing any more, or nothing but what lasts; what is drawn with the mouse ends."""
        self.app.capture_mouse(None)
        self._drop_selection()
        self._asked.end_all(lasting=lasting)

    def _palette(self) -> Palette:
        return palette_for(self.app.current_theme, self.app.theme_variables, colour=not self.app.no_color)

    def _drop_selection(self) -> None:
        """The range is not being chosen any more."""
        if self.workspace.selection is not None:
            self.workspace.selection = None
            self._columns.repaint()
            self._asked.end(SUBJECT)

    def _show_changed(self, places: Iterable[Place]) -> None:
        places = list(places)
        self.workspace.refresh_marks(places)
        self._columns.refresh_chips(places)
        self._show_sentence()

    def _show_annotated(self, before: Iterable[Span]) -> None:
        """Show what has become of all that carried anything, and what does now."""
        self._show_changed(
            self.workspace.annotations.places([*before, *self.workspace.annotations.annotated_spans()])
        )
        self._columns.refresh_headers()
        self._move(self.workspace.refresh_filter)

    def _refused(self) -> bool:
        """Tell the reader when nothing can be changed."""
        notebook = self.workspace.notebook
        if notebook.file.holder is not None:
            self.app.call_later(self.app.run_action, "app.follow")
            self.say("Another reader has the notebook until it quits; you see what it adds")
        elif notebook.read_only:
            self.say(READ_ONLY)
        return notebook.read_only
