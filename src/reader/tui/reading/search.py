"""Search: what is typed is looked for at once in all open articles; a name of a sentence is gone to.

The line that is typed is kept here and is no `Input`, which has a queue of its own: keys typed ahead are
dealt with in their order, and the articles are painted as quickly as for any other key.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from reader.text.cleaning import clean_line
from reader.tui.keys.reading_keys import QUIT_ANYWHERE
from reader.tui.reading.prompts import Prompt
from reader.tui.reading.status_lines import hits
from reader.workspace.labels import article_letter
from reader.workspace.search import sentence_named, why_no_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from reader.overlap import Place
    from reader.tui.reading.view import ReadingView
    from reader.workspace.visible import VisibleSentences

PROMPT: Final = "search"
HINT: Final = "words, or a sentence: B 12"
ERASE: Final = frozenset(("backspace", "ctrl+h"))


class StateBeforeSearch(NamedTuple):
    """Where everything stood when the search began."""

    place: Place
    cursors: Sequence[int]
    shown: Sequence[VisibleSentences]
    tops: Sequence[int]
    """First lines in sight, by article."""
    query: str
    notes: Sequence[tuple[Place, str]]


class SearchController:
    """Takes what is typed, goes to the first hit, and from hit to hit."""

    _before: StateBeforeSearch

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._typed = ""
        self._called: Place | None = None
        """The sentence whose name is typed."""

    def ask(self) -> None:
        """Ask what to look for."""
        workspace = self._view.workspace
        self._before = StateBeforeSearch(
            workspace.place,
            tuple(workspace.cursors),
            tuple(workspace.filter_state.shown),
            self._view.columns.top_lines,
            workspace.search.query,
            workspace.annotations.sentence_notes(),
        )
        self._look_for("")
        footer = self._view.keys.on_page("in-search").footer
        prompt = Prompt(self._take_key, self._take_pasted, line=self._prompt_line, footer=footer)
        self._view.prompts.add(PROMPT, prompt)

    def next_hit(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), through all the articles."""
        if not self._view.workspace.search.query:
            self._view.say(f"{self._view.keys.label('search')} searches; then this goes from hit to hit")
            return
        workspace, here = self._view.workspace, self._view.workspace.place
        hit = workspace.search.next(here, by)
        if hit is None:
            return
        folded = not workspace.filter_state.holds(hit.place)
        self._view.show_move(partial(workspace.go_to, hit.place))
        if hit.place == here:
            self._view.say("This is the only hit")
        elif hit.wrapped:
            self._view.say("On from the first article" if by > 0 else "On from the end of the last article")
        elif folded:
            self._view.say("Unfolded: the filter had folded this")

    def forget(self) -> bool:
        """Mark no hits any more; False when there are none."""
        searched = bool(self._view.workspace.search.query)
        if searched:
            self._view.workspace.search.look_for("")
            self._view.columns.refresh_hits()
            self._view.show_sentence()
        return searched

    # While it is typed

    def _take_pasted(self, text: str) -> bool:
        self._look_for(self._typed + clean_line(text))
        return True

    def _take_key(self, key: events.Key) -> bool:
        """Take every key but those of the program and, as Textual's key to copy, Ctrl+C."""
        keys = self._view.keys
        if key.is_printable:
            self._look_for(self._typed + (key.character or ""))
        elif key.key in {"ctrl+c", *keys.keys_for(QUIT_ANYWHERE), *keys.keys_for("palette")}:
            return False
        elif key.key in ERASE:
            self._look_for(self._typed[:-1])
        elif action := keys.on_page("in-search").action_for(key.key):
            self._answers[action]()
        return True

    @property
    def _answers(self) -> dict[str, Callable[[], None]]:
        """What the keys of the table `in-search` do."""
        without_last_word = self._typed.rstrip().rpartition(" ")[0]
        return {
            "stay": self._stay,
            "go_back": self._go_back,
            "erase_word": partial(self._look_for, without_last_word),
            "erase_all": partial(self._look_for, ""),
            "hit(1)": partial(self.next_hit, 1),
            "hit(-1)": partial(self.next_hit, -1),
        }

    def _stay(self) -> None:
        """Keep the hits; when nothing was typed, those of the search before."""
        workspace, before = self._view.workspace, self._before
        typed = "" if self._called else self._typed
        self._view.prompts.end(PROMPT)
        if not typed:
            workspace.search.look_for(before.query, before.notes)
            self._view.columns.refresh_hits()
        self._view.show_sentence()
        if typed and not workspace.search.count:
            workspace.search.look_for("")
            nowhere = f"“{typed}” is in none of the articles"
            self._view.say(why_no_sentence(typed, workspace.articles, workspace.column) or nowhere)

    def _go_back(self) -> None:
        """Leave everything as it was before the search."""
        self._view.prompts.end(PROMPT)
        self._view.workspace.search.look_for(self._before.query, self._before.notes)
        self._view.show_move(self._return)
        self._view.columns.scroll_to_lines(self._before.tops)
        self._view.columns.refresh_hits()

    def _look_for(self, typed: str) -> None:
        """Go to the first hit of what is typed by now, from where the search began."""
        workspace, here = self._view.workspace, self._before.place.article
        self._typed, self._called = typed, sentence_named(typed, workspace.articles, here)
        literal = typed.lstrip() if sentence_named(typed.lstrip(), workspace.articles, here) else typed
        workspace.search.look_for("" if self._called else literal, self._before.notes)
        self._view.show_move(self._to_first_hit)
        self._view.columns.refresh_hits()

    def _to_first_hit(self) -> None:
        self._return()
        workspace = self._view.workspace
        hit = workspace.search.from_here(workspace.place)
        there = self._called or (hit.place if hit is not None else None)
        if there is not None:
            workspace.go_to(there)

    def _return(self) -> None:
        workspace, before = self._view.workspace, self._before
        workspace.cursors[:], workspace.filter_state.shown[:] = before.cursors, before.shown
        workspace.go_to(before.place)

    def _prompt_line(self, width: int) -> Text:
        found = self._what_is_found(width)
        room = max(0, width - cell_len(found) - 5)
        line = Text.assemble((" /", "bold"), self._typed[-room:] if room else "", (" ", "reverse"))
        line.truncate(width - cell_len(found) - 2, pad=True)
        if not self._typed:
            return line.append(f" {found} ")
        is_found = self._called or self._view.workspace.search.count
        return line.append(f" {found} ", "bold" if is_found else "bold reverse")

    def _what_is_found(self, width: int) -> str:
        """What has been found; as long as nothing is typed, what can be."""
        workspace = self._view.workspace
        if self._called is not None:
            return f"sentence {self._called.sentence + 1:,} of {article_letter(self._called.article)}"
        if self._typed:
            return hits(workspace)
        return HINT if width > 2 * len(HINT) else ""
