"""The reading screen: the articles side by side, and what every key does to the desk they lie on."""

from __future__ import annotations

import gc
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import Screen

from reader.overlap import SURE, Place, compare
from reader.tui import lines
from reader.tui.annotator import Annotator
from reader.tui.band import Band
from reader.tui.columns import Columns
from reader.tui.keys import READING
from reader.tui.themes import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.text import Text
    from textual import events
    from textual.app import App, ComposeResult

    from reader.notebook import Tag
    from reader.overlap import Overlap
    from reader.tui.article_view import ArticleView
    from reader.tui.desk import Desk
    from reader.tui.pane import DifferencesPane
    from reader.tui.picker import Choice
    from reader.tui.themes import Palette

_Result = TypeVar("_Result")
SENTENCES_AT_ONCE = 2_000
ARTICLES_AT_ONCE = 20
"""No more than these, all articles together, are compared before the first frame; the rest behind it."""
NOTICE = 12
"""Seconds that a notice stays."""


class ReadingScreen(Screen[None]):
    """Widgets report here by messages; here the desk is told, and the widgets that show it are refreshed."""

    BINDINGS: ClassVar = list(READING)
    DEFAULT_CSS: ClassVar[str] = """
    ReadingScreen { background: $background; }
    ReadingScreen > Band { height: 1; }
    ReadingScreen > #tabs { background: $panel; display: none; }
    ReadingScreen.paged > #tabs { display: block; }
    ReadingScreen > #status { background: $panel; }
    ReadingScreen > #footer { background: $surface; color: $text-muted; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._message = ""
        self._warned = False
        self._late = desk.sentences > SENTENCES_AT_ONCE or len(desk.articles) > ARTICLES_AT_ONCE
        if not self._late:
            desk.take(compare(desk.articles))
        self._annotator = Annotator(desk)
        self._pane: DifferencesPane | None = None
        self._columns = Columns(desk, self._palette())
        self._tabs = Band(lambda width: lines.tabs(desk, self._columns.in_sight, width), name="tabs")
        self._status = Band(self._status_line, name="status")
        self._footer = Band(lambda width: lines.footer(desk, width), name="footer")

    def compose(self) -> ComposeResult:
        """Tabs when not all fit, the columns, status and keys."""
        self._fit(self.app.size.width)
        self._columns.link()
        yield self._tabs
        yield self._columns
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Tell what must be told, and listen to what goes on behind the screen."""
        app = self.app
        app.theme_changed_signal.subscribe(self, lambda _theme: self._columns.use(self._palette()))

        def settled() -> None:
            app.call_later(self._settled)

        self.desk.notebook.listen(settled)
        for notice in self.desk.notices:
            self.notify(notice, timeout=NOTICE, markup=False)
        if self._late:
            Thread(target=self._compare, args=(app,), daemon=True).start()

    def on_unmount(self) -> None:
        """Hear no more of the notebook."""
        self.desk.notebook.listen(None)

    def _compare(self, app: App[object]) -> None:
        """Find what the articles share, on a thread of its own; what the first ones share is shown before."""
        articles = self.desk.articles
        if len(articles) > ARTICLES_AT_ONCE:
            app.call_later(self._take, compare(articles[:ARTICLES_AT_ONCE]))
        app.call_later(self._take, compare(articles))

    def _take(self, overlap: Overlap) -> None:
        gc.freeze()  # what long articles share is kept: looking through it for garbage would hold up a key
        self.desk.take(overlap)
        self._show_all()

    def say(self, message: str) -> None:
        """Tell the reader something on the status line, until the next key."""
        self._message = message
        self._status.refresh()

    def _settled(self) -> None:
        """Show whether the last change is on disk."""
        if self.desk.notebook.last_error:
            self._message = self.desk.notebook.last_error
        self._status.refresh()

    # Moving

    def action_move(self, by: int) -> None:
        """By sentences."""
        self._move(lambda: self.desk.move(by))

    def action_paragraph(self, by: int) -> None:
        """By paragraphs."""
        self._move(lambda: self.desk.move_paragraph(by))

    def action_column(self, by: int) -> None:
        """To a column beside this one."""
        self._move(lambda: self.desk.move_column(by))

    def action_next_column(self, by: int) -> None:
        """To a column beside this one, around the edge."""
        self._move(lambda: self.desk.move_column(by, around=True))

    def action_page(self, by: int) -> None:
        """By what is in sight."""
        sentence = self._columns.current.page(by)
        self._move(lambda: self.desk.go(Place(self.desk.column, sentence)))

    def action_edge(self, end: int) -> None:
        """To the first sentence (-1) or to the last (1)."""
        self._move(self.desk.end if end > 0 else lambda: self.desk.go(Place(self.desk.column, 0)))

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        """To the sentence that was pointed at."""
        self._move(lambda: self.desk.go(event.place))

    # What is shared

    def action_overlap(self, by: int) -> None:
        """To a sentence that is shared."""
        if not self._move(lambda: self.desk.move_overlap(by)):
            self.say("Nothing shared further on" if by > 0 else "Nothing shared further back")

    def action_counterpart(self) -> None:
        """To the next counterpart."""
        found = self._move(self.desk.counterpart)
        if found is None:
            self.say("No other article says this")
        else:
            number, count = found
            self.say(f"Counterpart {number} of {count}" if number else "Back at the sentence it began with")

    def action_align(self) -> None:
        """Let the other columns follow, or stay."""
        self.desk.aligned = not self.desk.aligned
        self._move(lambda: None)
        self.say(
            "The other columns follow the sentence at hand" if self.desk.aligned else "The other columns stay"
        )

    def action_threshold(self, steps: int) -> None:
        """Show fewer or more."""
        self.desk.move_threshold(steps)
        self._show_all()
        shown = sum(match.score >= self.desk.threshold for match in self.desk.overlap.matches)
        unsure = f"; those below {SURE:.2f} are only possible" if self.desk.threshold < SURE else ""
        self.say(f"{shown} matches with a score of {self.desk.threshold:.2f} or more{unsure}")

    async def action_differences(self) -> None:
        """Open or close the differences pane."""
        from reader.tui.pane import DifferencesPane  # noqa: PLC0415 - not needed for the first frame

        if self._pane is None:
            self._pane = DifferencesPane()
            await self.mount(self._pane, after=self._columns)
            self._pane.show(self.desk)
        else:
            await self._pane.remove()
            self._pane = None

    def action_scroll_differences(self, by: int) -> None:
        """Scroll the differences pane by half of what it shows."""
        if self._pane is None:
            self.say("d opens the pane that this scrolls")
        else:
            self._pane.scroll_relative(y=by * max(1, self._pane.size.height // 2), animate=False)

    def action_heat_map(self) -> None:
        """Show how much each article shares with each other one."""
        if not self.desk.overlap.matches:
            self.say("Nothing is shared" if self.desk.compared else "Comparing …")
            return
        from reader.tui.heat import HeatScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(HeatScreen(self.desk))

    # Tags and notes

    def action_digit(self, digit: int) -> None:
        """Put a pinned tag on the sentence and go on."""
        tag = self.desk.notebook.tag_on(digit)
        if tag is None:
            self.say(f"No tag is pinned to {digit} yet: t makes one")
        else:
            self._tag_and_go_on(tag)

    def action_repeat(self) -> None:
        """Put the last tag on the sentence and go on."""
        tag = self._annotator.last
        if tag is None:
            self.say("No tag to repeat yet: t picks one")
        else:
            self._tag_and_go_on(tag)

    def action_pick_tag(self) -> None:
        """Ask for a tag."""
        if self._refused():
            return
        from reader.tui.picker import TagPicker  # noqa: PLC0415 - not needed for the first frame

        place, last = self.desk.place, self._annotator.last
        worn = self.desk.mark(place).tags
        take = partial(self._picked, place)
        self.app.push_screen(TagPicker(self.desk.notebook.tags, worn, last, take))

    def action_note(self) -> None:
        """Ask for a note; in a notebook that cannot be changed, show it."""
        place, read_only = self.desk.place, self.desk.notebook.read_only
        note = self.desk.mark(place).note
        if read_only and not note and self._refused():
            return
        from reader.tui.note_editor import NoteEditor  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(NoteEditor(note, None if read_only else partial(self._noted, place)))

    def action_remove(self) -> None:
        """Take tags and note off the sentence."""
        if self._refused():
            return
        place = self.desk.place
        something = self._annotator.strip(place)
        self._show_changed([place])
        self.say("Taken off; u brings it back" if something else "There is nothing on this sentence")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._turn(self.desk.notebook.undo, "Undone", "Nothing to undo")

    def action_redo(self) -> None:
        """Make the last change again."""
        self._turn(self.desk.notebook.redo, "Done again", "Nothing to redo")

    # The program

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.help import HelpScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(HelpScreen())

    def action_quiet(self) -> None:
        """Put messages away."""
        self.app.clear_notifications()

    async def action_theme(self) -> None:
        """Light or dark."""
        self.app.theme = "reader-light" if self.app.current_theme.dark else "reader-dark"

    def action_leave(self) -> None:
        """Quit; when the last changes cannot be saved, only after saying so."""
        if self._warned or self.desk.notebook.save():
            self.app.exit()
        else:
            self._warned = True
            self.say(f"Not saved, q again leaves all the same: {self.desk.notebook.last_error}")

    # How a change reaches the eye

    def on_resize(self, event: events.Resize) -> None:
        """As many columns as fit, each at the place where it was."""
        self._fit(event.size.width)

    def _fit(self, width: int) -> None:
        self._columns.fit(width)
        self.set_class(self._columns.paged, "paged")
        self._tabs.refresh()

    def _move(self, change: Callable[[], _Result]) -> _Result:
        """Do what moves the cursor, then show it."""
        column, cursors = self.desk.column, list(self.desk.cursors)
        result = change()
        self._columns.show_move(column, cursors, self.desk.align())
        if self.desk.column != column:
            self._tabs.refresh()
        self._message = ""
        self._show_sentence()
        return result

    def _show_sentence(self) -> None:
        """Show what is said of the sentence at hand around the articles."""
        self._status.refresh()
        self._footer.refresh()
        if self._pane is not None:
            self._pane.show(self.desk)

    def _show_all(self) -> None:
        self._columns.show_all()
        self._move(lambda: None)

    def _status_line(self, width: int) -> Text:
        return lines.status(self.desk, self._message, width)

    def _palette(self) -> Palette:
        return palette(self.app.current_theme, self.app.theme_variables, colour=not self.app.no_color)

    # How a change reaches the notebook

    def _refused(self) -> bool:
        """Tell the reader when nothing can be changed."""
        if self.desk.notebook.read_only:
            self.say("This notebook is open read-only: nothing can be added here")
        return self.desk.notebook.read_only

    def _tag_and_go_on(self, tag: Tag) -> None:
        if self._refused():
            return
        place = self.desk.place
        new = self._annotator.tag(place, tag)
        self._show_changed([place])
        self.action_move(1)
        where = f"{self.desk.letter(place.article)} {place.sentence + 1}"
        self.say(f"“{tag.name}” on {where}" if new else f"“{tag.name}” was on {where} already")

    def _picked(self, place: Place, choice: Choice) -> None:
        """Put the tag from the picker on the sentence, or take it off."""
        if choice.tag is None:
            self._annotator.create(place, choice.name)
        elif choice.tag in self.desk.mark(place).tags:
            self._annotator.remove(place, choice.tag)
        else:
            self._annotator.tag(place, choice.tag)
        self._show_changed([place])

    def _noted(self, place: Place, note: str) -> None:
        """Keep the note from the editor."""
        self._annotator.note(place, note)
        self._show_changed([place])

    def _turn(self, step: Callable[[], str | None], done: str, nothing: str) -> None:
        if self._refused():
            return
        turned = self._annotator.turn(step)
        if turned is None:
            self.say(nothing)
        else:
            words, places = turned
            self._show_changed(places)
            self.say(f"{done}: {words}")

    def _show_changed(self, places: Iterable[Place]) -> None:
        places = list(places)
        self.desk.forget(places)
        self._columns.show_changed(places)
        self._show_sentence()
