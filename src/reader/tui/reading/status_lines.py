"""The lines around the articles: tabs above them, status line and footer below.

Functions from the workspace to one line of styled text; nothing here keeps anything. Widths are in cells.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from reader.overlap import Match, Place, format_score
from reader.text.phrases import counted, shorten
from reader.tui.article.header import SEPARATOR, short_name
from reader.tui.keys.footer import fit_keys
from reader.tui.keys.reading_keys import binding_named, perform
from reader.tui.widgets.clickable_line import action_link, fit_line
from reader.tui.widgets.save_state import save_state
from reader.workspace.filters import ALL
from reader.workspace.labels import article_letter, by_verdict, sentence_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.tui.keys.keymap import Keymap
    from reader.workspace.workspace import Workspace

TAB_SIGNS = 5
"""Cells of a tab for letter and blanks, its name aside."""
LONGEST_TAB = 18
SHORTEST_TAB = 8
"""The most and the fewest cells of a name on a tab."""
FEWER, MORE = "‹", "›"
"""Signs for more tabs before those that are shown, and after them."""
ADDED_SHARE = 3
"""One in so many cells of the line is kept for tags and notes, whatever is shared."""
NOTE_ROOM = 8
"""Cells that the tags leave for a note behind them."""
LAST = ("palette", "quit", "help")
"""The keys at the end of the footer. The last one is shown however narrow the screen is."""
FINDING = "finding annotations …"


# Tabs


def tabs(workspace: Workspace, in_sight: range, width: int) -> Text:
    """Return the articles by letter and source, as many as fit around the one at hand."""
    count = len(workspace.articles)
    longest = min(max((width - 1) // count - TAB_SIGNS, SHORTEST_TAB), LONGEST_TAB)
    every = [_tab(workspace, number, in_sight, longest) for number in range(count)]
    shown = _tabs_around(workspace.column, [tab.cell_len + 1 for tab in every], width - 1)
    line = _to_more_tabs(FEWER, shown.start - 1) if shown.start else Text(" ")
    line.append_text(Text(" ").join(every[shown.start : shown.stop]))
    line.truncate(max(0, width - 1), overflow="ellipsis")
    return line.append_text(_to_more_tabs(MORE, shown.stop)) if shown.stop < count else line


def _tab(workspace: Workspace, number: int, in_sight: range, longest: int) -> Text:
    style = "bold reverse" if number == workspace.column else "bold" if number in in_sight else ""
    source = Text(short_name(workspace.articles[number]))
    source.truncate(longest, overflow="ellipsis")
    tab = Text(f" {article_letter(number)} {source} ", style=style)
    tab.stylize(action_link(perform(f"navigation.go_to_column({number})")))
    return tab


def _tabs_around(at: int, widths: Sequence[int], room: int) -> range:
    """Return the numbers of a tab and of as many neighbours on both sides as there is room for."""
    shown, used = range(at, at + 1), widths[at]
    for number in sorted(set(range(len(widths))) - {at}, key=lambda other: abs(other - at)):
        used += widths[number]
        if used > room:
            break
        shown = range(min(shown.start, number), max(shown.stop, number + 1))
    return shown


def _to_more_tabs(sign: str, article: int) -> Text:
    """The sign for more tabs; a click on it goes to the first of them."""
    return Text(sign, style=action_link(perform(f"navigation.go_to_column({article})")))


# The status line


def status(workspace: Workspace, message: str, width: int, progress: str = "") -> Text:
    """Return a message, else what is known of the sentence at hand; at the right what is going on."""
    query, filter_ = workspace.search.query, workspace.filter_state.filter
    parts = [FINDING if workspace.notebook.articles.reanchor_tasks else "", progress]
    parts += [f"“{shorten(query, LONGEST_TAB)}” {hits(workspace)}"] if query else []
    parts += [] if filter_ is ALL else [f"filter: {filter_.name}"]
    right = SEPARATOR.join(filter(None, [*parts, save_state(workspace.notebook)]))
    room = max(0, width - cell_len(right) - 2)
    left = Text(" ")
    left.append(message or sentence_line(workspace, room - 1), style="bold" if message else "")
    left.truncate(room, overflow="ellipsis", pad=True)
    return left.append(f" {right} ")


def prompt_line(words: str, hint: str, width: int) -> Text:
    """Return the status line of a prompt: the question in bold, then a hint."""
    return fit_line(Text.assemble((f" {words}", "bold"), f"  {hint}"), width)


def sentence_line(workspace: Workspace, room: int) -> str:
    """Return in words what the sentence at hand carries and shares.

    Where there is little room, tags and notes are shortened first, but not below their share of the line.
    """
    place = workspace.place
    number, least = f"{sentence_name(place)}/{len(workspace.article.sentences)}", room // ADDED_SHARE
    added = _tags_and_notes(workspace, place, least)
    shares = _what_it_shares(workspace, place, room - cell_len(SEPARATOR.join([number, *added, ""])))
    left = room - cell_len(SEPARATOR.join([number, "", *shares]))
    return SEPARATOR.join([number, *_tags_and_notes(workspace, place, max(left, least)), *shares])


def _what_it_shares(workspace: Workspace, place: Place, room: int) -> list[str]:
    mark, matches = workspace.mark(place), workspace.matches(place)
    parts = ["the text has changed since"] if mark.changed else []
    if mark.boilerplate:
        parts.append("not part of the article")
    elif matches:
        parts.append(_matches_in_words(place, matches, room))
    elif workspace.comparison.complete:
        parts.append("only here")
    return parts if workspace.comparison.complete else [*parts, "comparing …"]


def _matches_in_words(place: Place, matches: Sequence[Match], room: int) -> str:
    """The sure matches, as many as fit, or else the best possible one; how many there are besides."""
    sure = [match for match in matches if match.sure]
    possible = len(matches) - len(sure)
    for count in range(len(sure) or 1, 0, -1):
        more = len(sure or matches) - count
        parts = [_named(place, (sure or matches)[:count]), *([f"{more} more"] if more else [])]
        parts += [f"{possible} possible"] if sure and possible else []
        line = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
        if cell_len(line) <= room:
            break
    return line


def _named(place: Place, matches: Iterable[Match]) -> str:
    def names(found: Iterable[tuple[Place, Match]]) -> str:
        return ", ".join(f"{sentence_name(other)} ({format_score(match.score)})" for other, match in found)

    return ", ".join(f"{kind} with {names(found)}" for kind, found in by_verdict(place, matches).items())


def _tags_and_notes(workspace: Workspace, place: Place, room: int) -> list[str]:
    """The tags on the sentence, then as much of the notes as there is room for."""
    if not workspace.annotations.on(place):
        return []
    from reader.workspace.overlapping import tags_and_notes  # noqa: PLC0415 - not before something is tagged

    tags, notes = tags_and_notes(workspace, place)
    added = [_as_many_as_fit(tags, room - (NOTE_ROOM if notes else 0))] if tags else []
    if notes:
        note = Text(SEPARATOR.join(notes))
        left = room - cell_len("".join(added)) - (len(SEPARATOR) if added else 0)
        note.truncate(max(left, 1), overflow="ellipsis" if left > NOTE_ROOM else "crop")
        added.append(note.plain)
    return added


def _as_many_as_fit(tags: Sequence[str], room: int) -> str:
    """Tags in a line; where not all fit, how many there are besides."""
    for count in range(len(tags), 0, -1):
        more = [f"{len(tags) - count} more"] if count < len(tags) else []
        line = SEPARATOR.join([*tags[:count], *more])
        if cell_len(line) <= room:
            return line
    return f"{len(tags)} tags" if len(tags) > 1 else tags[0]


def hits(workspace: Workspace) -> str:
    """Return `3 of 17`, or how many hits there are when the sentence at hand is none."""
    number, count = workspace.search.number(workspace.place), workspace.search.count
    if number:
        return f"{number:,} of {count:,}"
    return counted(count, "hit") if count else "not found"


# The footer


def footer(workspace: Workspace, keys: Keymap, width: int, first: Sequence[str] = ()) -> Text:
    """Return the keys that apply to the sentence at hand, as many as fit; those named in `first` first."""
    by_priority = list(dict.fromkeys([LAST[-1], *first, *_applying(workspace)]))
    names = [*(name for name in by_priority if name not in LAST), *(n for n in LAST if n in by_priority)]
    shown = fit_keys([_key_and_word(keys, name) for name in names], width - 1, map(names.index, by_priority))
    return Text(" ").append_text(shown)


@lru_cache(maxsize=64)
def _key_and_word(keys: Keymap, names: str) -> Text:
    """A key and what it does; of two names with a blank between them both keys, and what the second does."""
    binding = binding_named(names.rsplit(maxsplit=1)[-1])
    words = Text.assemble((" ".join(map(keys.label, names.split())), "bold"), f" {binding.description}")
    words.stylize(action_link(binding.action))
    return words


def _applying(workspace: Workspace) -> list[str]:
    """Names of keys: those that the sentence calls for, then what is used most."""
    mark, read_only = workspace.mark(workspace.place), workspace.notebook.read_only
    names = ["quiet"] if workspace.search.query or workspace.filter_state.filter is not ALL else []
    names += ["next-hit"] if workspace.search.query else []
    names += ["counterpart", "differences"] if mark.kind else []
    names += ["differences-down", "pane-lower pane-higher"] if workspace.view.differences else []
    names += ["next-overlap"]
    if not read_only:
        names += ["tag", "note", "remove"] if mark.chips else ["tag", "note"]
    names += ["filter", "search"]
    names += [] if read_only else ["undo"]
    names += ["quit", "palette"]
    names += ["said", "heat-map", "next-column"] if len(workspace.articles) > 1 else []
    names += ["codebook", "everything"]
    return names if read_only else [*names, "session", "range"]
