"""The reading screen: the articles side by side, and what every key does to the desk they lie on."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import Screen

from reader.overlap import SURE, Place, compare
from reader.tui import lines
from reader.tui.band import Band
from reader.tui.columns import Columns
from reader.tui.keys import READING
from reader.tui.themes import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.text import Text
    from textual import events
    from textual.app import ComposeResult

    from reader.overlap import Overlap
    from reader.tui.article_view import ArticleView
    from reader.tui.desk import Desk
    from reader.tui.pane import DifferencesPane
    from reader.tui.picker import Choice
    from reader.tui.themes import Palette

_Result = TypeVar("_Result")
AT_ONCE = 2_000
"""Sentences, all articles together, that are compared before the first frame; more are compared behind it."""
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
        self._late = desk.sentences > AT_ONCE
        if not self._late:
            desk.take(compare(desk.articles))
        self._pane: DifferencesPane | None = None
        self._columns = Columns(desk, self._palette())
        self._tabs = Band(lambda _width: lines.tabs(desk, self._columns.in_sight), name="tabs")
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
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._columns.use(self._palette()))
        self.desk.notebook.listen(self._listen)
        for notice in self.desk.notices:
            self.notify(notice, timeout=NOTICE, markup=False)
        if self._late:
            self.say("Comparing …")
            Thread(target=self._compare, daemon=True).start()

    def _listen(self) -> None:
        """Hear of the notebook, on the thread that writes it."""
        self.app.call_later(self._settled)

    def _compare(self) -> None:
        """Find what the articles share, on a thread of its own."""
        overlap = compare(self.desk.articles)
        self.app.call_later(self._take, overlap)

    def _take(self, overlap: Overlap) -> None:
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

    def action_top(self) -> None:
        """To the first sentence."""
        self._move(lambda: self.desk.go(Place(self.desk.column, 0)))

    def action_end(self) -> None:
        """To the last sentence."""
        self._move(self.desk.end)

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

    def action_heat_map(self) -> None:
        """Show how much each article shares with each other one."""
        if not self.desk.overlap.matches:
            self.say("Nothing is shared so far" if self._late else "Nothing is shared")
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
            self._tag(tag.id, go_on=True)

    def action_repeat(self) -> None:
        """Put the last tag on the sentence and go on."""
        if self.desk.last_tag is None:
            self.say("No tag to repeat yet: t picks one")
        else:
            self._tag(self.desk.last_tag, go_on=True)

    def action_pick_tag(self) -> None:
        """Ask for a tag."""
        if self._refused():
            return
        from reader.tui.picker import TagPicker  # noqa: PLC0415 - not needed for the first frame

        worn = self.desk.mark(self.desk.place).tags
        self.app.push_screen(TagPicker(self.desk.notebook.tags, worn, self.desk.last_tag), self._picked)

    def action_note(self) -> None:
        """Ask for a note."""
        if self._refused():
            return
        from reader.tui.note_editor import NoteEditor  # noqa: PLC0415 - not needed for the first frame

        place = self.desk.place

        def keep(note: str | None) -> None:
            if note is not None:
                self._change(lambda: self.desk.notebook.set_note(*self.desk.span(place), note), place)

        self.app.push_screen(NoteEditor(self.desk.mark(place).note), keep)

    def action_remove(self) -> None:
        """Take tags and note off the sentence."""
        if self._refused():
            return
        place = self.desk.place
        if self._change(lambda: self.desk.notebook.untag(*self.desk.span(place)), place):
            self.say("Taken off; u brings it back")
        else:
            self.say("There is nothing on this sentence")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._step(self.desk.notebook.undo, "Undone", "Nothing to undo")

    def action_redo(self) -> None:
        """Make the last change again."""
        self._step(self.desk.notebook.redo, "Done again", "Nothing to redo")

    # The program

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.help import HelpScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(HelpScreen())

    async def action_theme(self) -> None:
        """Light or dark."""
        self.app.theme = "reader-light" if self.app.current_theme.dark else "reader-dark"

    def action_leave(self) -> None:
        """Quit; when the last changes cannot be saved, only after saying so."""
        error = self.desk.notebook.last_error
        if error and not self._warned:
            self._warned = True
            self.say(f"Not saved, q again leaves all the same: {error}")
        else:
            self.app.exit()

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

    def _tag(self, tag: str, *, go_on: bool) -> None:
        if self._refused():
            return
        place = self.desk.place
        new = self._change(lambda: self.desk.notebook.tag_sentence(*self.desk.span(place), tag), place)
        self.desk.last_tag = tag
        if go_on:
            self.action_move(1)
        if not new:
            self.say("The sentence had this tag already")

    def _picked(self, choice: Choice | None) -> None:
        """Put the tag from the picker on the sentence, or take it off."""
        if choice is None:
            return
        place = self.desk.place
        with self.desk.notebook.step("tag"):
            tag = choice.tag or self.desk.notebook.create_tag(choice.name)
            if tag in self.desk.mark(place).tags:
                self._change(lambda: self.desk.notebook.remove_tag(*self.desk.span(place), tag.id), place)
            else:
                self._tag(tag.id, go_on=False)

    def _change(self, change: Callable[[], _Result], *places: Place) -> _Result | None:
        """Change the notebook, then show these sentences."""
        result = change()
        self._show_changed(places)
        return result

    def _step(self, step: Callable[[], str | None], done: str, nothing: str) -> None:
        if self._refused():
            return
        words = step()
        if words is None:
            self.say(nothing)
        else:
            self._show_changed(self.desk.places(self.desk.notebook.touched))
            self.say(f"{done}: {words}")

    def _show_changed(self, places: Iterable[Place]) -> None:
        places = list(places)
        self.desk.forget(places)
        self._columns.show_changed(places)
        self._show_sentence()
