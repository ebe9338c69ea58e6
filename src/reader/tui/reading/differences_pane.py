"""The differences pane: the counterparts of the sentence at hand, and what each changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text
from textual.containers import VerticalScroll
from textual.message import Message

from reader.overlap import Match, Place, format_score
from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import describe_difference
from reader.overlap.differences.redline import shared_words
from reader.tui.keys.reading_keys import perform
from reader.tui.widgets.clickable_line import action_link
from reader.tui.widgets.prose import Prose
from reader.tui.widgets.redline import as_edit
from reader.workspace.labels import article_letter, sentence_name
from reader.workspace.overlapping import target_name

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from reader.notebook import Annotation
    from reader.workspace.workspace import Workspace

BOLD = Style(bold=True)
LOWEST = 2
"""Lines of the pane, its edge included, that it has on any screen."""
LOW = 4
"""Lines that it has wherever that leaves the screen `KEPT` lines."""
USUAL = 5, 16
"""Fewest and most lines when the reader has set no height; between them it takes a third of the screen."""
ABOVE = 12
"""Lines that a higher pane leaves to the articles, their headers, status line and footer."""
KEPT = 9
"""Lines that a low screen keeps: three of text, and around them tabs, header, status line, footer."""


def pane_height(wanted: int, screen: int) -> int:
    """Return the lines of the pane on a screen of so many; `wanted` is what the reader has set, else 0."""
    least, most = USUAL
    lines = wanted or min(max(least, screen * 34 // 100), most)
    room = max(screen - ABOVE, min(LOW, screen - KEPT))
    return max(LOWEST, min(max(lines, LOW), room))


class DifferencesPane(VerticalScroll, can_focus=False):
    """A pane of fixed height below the articles, which therefore do not jump from sentence to sentence."""

    DEFAULT_CSS: ClassVar[str] = """
    DifferencesPane { padding: 0 1; border-top: solid $foreground 40%; background: $surface; }
    DifferencesPane { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    DifferencesPane Prose { background: $surface; }
    """

    class Dragged(Message):
        """The edge of the pane was drawn with the mouse: so many lines up, or down if negative."""

        def __init__(self, by: int) -> None:
            self.by = by
            super().__init__()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def compose(self) -> ComposeResult:
        """One text."""
        yield Prose()

    def on_mount(self) -> None:
        """Show it from the start."""
        self.fit()
        self.show()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._describe())

    def fit(self) -> None:
        """Be as high as the reader wants, as far as the screen allows."""
        self.styles.height = pane_height(self._workspace.view.pane, self.app.size.height)

    def change_height(self, by: int) -> bool:
        """Be higher by so many lines; return False when the screen does not allow it."""
        view, screen = self._workspace.view, self.app.size.height
        before = pane_height(view.pane, screen)
        self._workspace.view = view._replace(pane=pane_height(before + by, screen))
        self.fit()
        return self._workspace.view.pane != before

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the edge."""
        if event.screen_y == self.region.y:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the edge up or down."""
        if self.app.mouse_captured is self and event.screen_y != self.region.y:
            self.post_message(self.Dragged(self.region.y - event.screen_y))

    def on_mouse_up(self) -> None:
        """Let it go."""
        self.release_mouse()

    def show(self) -> None:
        """Show the counterparts of the sentence at hand, from the first line."""
        self._describe()
        self.scroll_home(animate=False)

    def _describe(self) -> None:
        theme = self.app.current_theme
        for text in self.query(Prose):  # it may not be there yet, or not any more
            text.update(describe_counterparts(self._workspace, dark=theme.dark, colour=not self.app.no_color))


def describe_counterparts(workspace: Workspace, *, dark: bool, colour: bool) -> Text:
    """Return what the pane shows: each counterpart, why it is one, and what it says otherwise.

    The counterpart at hand comes first, then the best. In a round of counterparts the sentence with which it
    began stands above them.
    """
    place = workspace.origin
    text = Text()
    if place != workspace.place:
        text.append("\n\n").append_text(_heading(place)).append(f"  {workspace.text(place)}")
    for annotation in workspace.annotations.on(place):
        text.append(_note(workspace, place, annotation) if annotation.note else "", style="italic")
    matches = sorted(workspace.matches(place), key=lambda match: match.other(place) != workspace.place)
    if not matches:
        nothing = "No counterpart in the other articles." if workspace.comparison.complete else "Comparing …"
        text.append(f"\n\n{nothing}", style="dim")
    others = [match.other(place) for match in matches]
    same = [other for other in others if workspace.text(other) == workspace.text(place)]
    if same:
        text.append("\n\nThe same, word for word: ")
        text.append_text(Text(", ").join(_heading(other) for other in same))
    for match, other in zip(matches, others, strict=True):
        if other not in same:
            text.append_text(_compared(workspace, place, match, dark=dark, colour=colour))
    return text[len(text.plain) - len(text.plain.lstrip()) :]


def _heading(place: Place) -> Text:
    """The name of a sentence; a click on it goes there."""
    go_there = perform(f"navigation.go_to_sentence({place.article}, {place.sentence})")
    return Text(sentence_name(place), style=BOLD + action_link(go_there))


def _note(workspace: Workspace, place: Place, annotation: Annotation) -> str:
    """A note; before it what it is on, if not the sentence itself, behind it the coder, if another one."""
    on = target_name(workspace, annotation)
    where = f"{on}: " if on != sentence_name(place) else ""
    by = "" if workspace.notebook.is_mine(annotation) else f" ({annotation.coder})"
    return f"\n✎ {where}{annotation.note}{by}"


def _compared(workspace: Workspace, place: Place, match: Match, *, dark: bool, colour: bool) -> Text:
    """A counterpart: why it is one, the differences in words, and its text as an edit."""
    other = match.other(place)
    text = Text("\n\n").append_text(_heading(other)).append("  ")
    text.append(f"{match.verdict}, {format_score(match.score)}: {'; '.join(match.reason)}", style="italic")
    letters = article_letter(place.article), article_letter(other.article)
    a, b = workspace.text(place), workspace.text(other)
    found = [describe_difference(one, *letters) for one in differences(a, b)]
    text.append(f"\n{' · '.join(found)}\n" if found else "\n")
    if match.kind == "paraphrase":
        return text.append(_with_shared_words(a, b))
    return text.append(as_edit(a, b, dark=dark, colour=colour))


def _with_shared_words(a: str, b: str) -> Text:
    """The second sentence, the words of both in bold: an edit of a paraphrase would be all colour."""
    text = Text(b)
    for start, end in shared_words(a, b):
        text.stylize("bold", start, end)
    return text
