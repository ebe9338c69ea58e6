"""Search: what is typed is looked for at once, in all open articles; or gone to, if a sentence is called so.

The line at the bottom is kept here, key by key, and is no field with a queue of its own: whatever is typed
ahead is dealt with in its order, and the articles are painted as quickly as for any other key.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from reader.articles import clean_line
from reader.tui.keys.reading_keys import QUIT_ANYWHERE
from reader.tui.reading import status_lines as lines
from reader.tui.reading.base import Stage
from reader.tui.reading.prompts import Question
from reader.workspace.labels import article_letter
from reader.workspace.search import sentence_named, why_no_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from reader.overlap import Place
    from reader.workspace.visible import VisibleSentences

COPY: Final = "ctrl+c"
"""Textual's own: it does what it always does, also while a search is typed."""
SEARCH = "search"
"""The name under which it is asked."""
HINT: Final = "words, or a sentence: B 12"
ERASE: Final = frozenset(("backspace", "ctrl+h"))


class Began(NamedTuple):
    """How everything stood when the search began."""

    place: Place
    cursors: Sequence[int]
    shown: Sequence[VisibleSentences]
    tops: Sequence[int]
    """First lines in sight, by article."""
    query: str
    notes: Sequence[tuple[Place, str]]


class Searching(Stage):
    """What is looked for in the articles."""

    _typed = ""
    """What is being typed."""
    _called: Place | None = None
    """The sentence that is called so."""
    _began: Began

    def action_search(self) -> None:
        """Ask what to look for."""
        workspace = self.workspace
        self._began = Began(
            workspace.place,
            tuple(workspace.cursors),
            tuple(workspace.filter_state.shown),
            self._columns.top_lines,
            workspace.search.query,
            workspace.annotations.sentence_notes(),
        )
        self._look_for("")
        footer = self.keys.on_page("in-search").footer
        self._asked.ask(SEARCH, Question(self._take_typed, self._take_pasted, line=self._line, footer=footer))

    def action_hit(self, by: int) -> None:
        """To the next hit, through all the articles."""
        if self.workspace.search.query:
            self._step(by)
        else:
            self.say(f"{self.keys.label('search')} searches; then this goes from hit to hit")

    def forget_search(self) -> bool:
        """Mark no hits any more; False when there are none."""
        searched = bool(self.workspace.search.query)
        if searched:
            self.workspace.search.look_for("")
            self._columns.refresh_hits()
            self._show_sentence()
        return searched

    # While it is typed

    def _take_pasted(self, text: str) -> bool:
        self._look_for(self._typed + clean_line(text))
        return True

    def _take_typed(self, key: events.Key) -> bool:
        """Take every key but those of the program."""
        if key.is_printable:
            self._look_for(self._typed + (key.character or ""))
        elif key.key in {COPY, *self.keys.keys_for(QUIT_ANYWHERE), *self.keys.keys_for("palette")}:
            return False
        elif key.key in ERASE:
            self._look_for(self._typed[:-1])
        elif action := self.keys.on_page("in-search").action_for(key.key):
            ANSWERS[action](self)
        return True

    def stay(self) -> None:
        """Keep the hits; without any words to look for, those of the search before."""
        typed = "" if self._called else self._typed
        self._asked.end(SEARCH)
        if not typed:
            self.workspace.search.look_for(self._began.query, self._began.notes)
            self._columns.refresh_hits()
        self._show_sentence()
        if typed and not self.workspace.search.count:
            self.workspace.search.look_for("")
            self.say(
                why_no_sentence(typed, self.workspace.articles, self.workspace.column)
                or f"“{typed}” is in none of the articles"
            )

    def go_back(self) -> None:
        """Leave everything as it was."""
        self._asked.end(SEARCH)
        self.workspace.search.look_for(self._began.query, self._began.notes)
        self._move(self._return)
        self._columns.scroll_to_lines(self._began.tops)
        self._columns.refresh_hits()

    def erase(self, much: Callable[[str], str]) -> None:
        """Look for what is left of what was typed."""
        self._look_for(much(self._typed))

    def _look_for(self, typed: str) -> None:
        """Go to the first hit of what is typed by now, from where it began."""
        here = self._began.place.article
        self._typed, self._called = typed, sentence_named(typed, self.workspace.articles, here)
        literal = typed.lstrip() if sentence_named(typed.lstrip(), self.workspace.articles, here) else typed
        self.workspace.search.look_for("" if self._called else literal, self._began.notes)
        self._move(self._to_first)
        self._columns.refresh_hits()

    def _to_first(self) -> None:
        self._return()
        hit = self.workspace.search.from_here(self.workspace.place)
        there = self._called or (hit.place if hit is not None else None)
        if there is not None:
            self.workspace.go_to(there)

    def _return(self) -> None:
        workspace, began = self.workspace, self._began
        workspace.cursors[:], workspace.filter_state.shown[:] = began.cursors, began.shown
        workspace.go_to(began.place)

    def _step(self, by: int) -> None:
        here = self.workspace.place
        hit = self.workspace.search.next(here, by)
        if hit is None:
            return
        folded = not self.workspace.filter_state.holds(hit.place)
        self._move(partial(self.workspace.go_to, hit.place))
        if hit.place == here:
            self.say("This is the only hit")
        elif hit.wrapped:
            self.say("On from the first article" if by > 0 else "On from the end of the last article")
        elif folded:
            self.say("Unfolded: the filter had folded this")

    def _line(self, width: int) -> Text:
        count = self._what_is_there(width)
        room = max(0, width - cell_len(count) - 5)
        line = Text.assemble((" /", "bold"), self._typed[-room:] if room else "", (" ", "reverse"))
        line.truncate(width - cell_len(count) - 2, pad=True)
        if not self._typed:
            return line.append(f" {count} ")
        return line.append(
            f" {count} ", "bold" if self._called or self.workspace.search.count else "bold reverse"
        )

    def _what_is_there(self, width: int) -> str:
        """What has been found; as long as nothing is typed, what can be."""
        if self._called is not None:
            return f"sentence {self._called.sentence + 1:,} of {article_letter(self._called.article)}"
        if self._typed:
            return lines.hits(self.workspace)
        return HINT if width > 2 * len(HINT) else ""


def _without_last_word(typed: str) -> str:
    return typed.rstrip().rpartition(" ")[0]


ANSWERS: Final[dict[str, Callable[[Searching], None]]] = {
    "stay": Searching.stay,
    "go_back": Searching.go_back,
    "erase_word": lambda screen: screen.erase(_without_last_word),
    "erase_all": lambda screen: screen.erase(lambda _: ""),
    "hit(1)": lambda screen: screen.action_hit(1),
    "hit(-1)": lambda screen: screen.action_hit(-1),
}
