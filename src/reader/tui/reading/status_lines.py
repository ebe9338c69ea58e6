"""The lines around the articles: above each column its header, below all of them status and keys.

Functions from the workspace to one line of styled text; nothing here keeps anything.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from reader.overlap import format_score
from reader.text.phrases import shorten
from reader.tui.article.header import SEPARATOR, short_name
from reader.tui.keys.footer import fit_keys
from reader.tui.keys.reading_keys import binding_named
from reader.tui.widgets.clickable_line import action_link
from reader.tui.widgets.save_state import save_state
from reader.workspace.filters import ALL
from reader.workspace.labels import article_letter, by_verdict, sentence_name
from reader.workspace.overlapping import tags_and_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.overlap import Match, Place
    from reader.tui.keys.keymap import Keymap
    from reader.workspace.workspace import Workspace

TAB_SIGNS = 5
"""Cells of a tab that are not its name: letter and blanks."""
LONGEST_TAB = 18
SHORTEST_TAB = 8
"""Cells of a name on a tab, at most and at least."""
FEWER, MORE = "‹", "›"
"""There are more tabs before those that are shown, after them."""
LEAST_ADDED = 3
"""What share of the line tags and notes have, one of so many, whatever is shared."""
SIGN = 8
"""Cells that are left for a note behind the tags."""
LAST = ("palette", "quit", "help")
"""What stands at the end of the keys; the last of them always does, however narrow the screen."""


def tabs(workspace: Workspace, seen: range, width: int) -> Text:
    """The articles by letter and source, as many as fit around the one at hand; those in sight stand out."""
    count = len(workspace.articles)
    longest = min(max((width - 1) // count - TAB_SIGNS, SHORTEST_TAB), LONGEST_TAB)
    every = [_tab(workspace, number, seen, longest) for number in range(count)]
    shown = _around(workspace.column, [tab.cell_len + 1 for tab in every], width - 1)
    strip = _towards(FEWER, shown.start - 1) if shown.start else Text(" ")
    strip.append_text(Text(" ").join(every[shown.start : shown.stop]))
    strip.truncate(max(0, width - 1), overflow="ellipsis")
    return strip.append_text(_towards(MORE, shown.stop)) if shown.stop < count else strip


def _tab(workspace: Workspace, number: int, seen: range, longest: int) -> Text:
    look = "bold reverse" if number == workspace.column else "bold" if number in seen else ""
    name = Text(short_name(workspace.articles[number]))
    name.truncate(longest, overflow="ellipsis")
    tab = Text(f" {article_letter(number)} {name} ", style=look)
    tab.stylize(action_link(f"to_column({number})"))
    return tab


def _around(at: int, widths: Sequence[int], room: int) -> range:
    """As many neighbours of a tab as there is room for, on both sides of it."""
    shown, used = range(at, at + 1), widths[at]
    for number in sorted(set(range(len(widths))) - {at}, key=lambda other: abs(other - at)):
        used += widths[number]
        if used > room:
            break
        shown = range(min(shown.start, number), max(shown.stop, number + 1))
    return shown


def _towards(sign: str, article: int) -> Text:
    """The sign for more tabs; a click on it goes to the first of them."""
    return Text(sign, style=action_link(f"to_column({article})"))


def status(workspace: Workspace, message: str, width: int, about: Sequence[str] = ()) -> Text:
    """Where one is, what the sentence shares and carries; at the right, what is chosen and what is saved."""
    right = " · ".join([*about, *chosen(workspace), save_state(workspace.notebook)])
    left = Text(" ")
    room = max(0, width - cell_len(right) - 2)
    left.append(message or sentence_line(workspace, room - 1), style="bold" if message else "")
    left.truncate(room, overflow="ellipsis", pad=True)
    return left.append(f" {right} ")


def question(words: str, hint: str, width: int) -> Text:
    """A question that the next key answers."""
    line = Text.assemble((f" {words}", "bold"), f"  {hint}")
    line.truncate(width, overflow="ellipsis")
    return line


def sentence_line(workspace: Workspace, room: int) -> str:
    """The sentence at hand in words. Where there is little room, what was added is shortened first."""
    place = workspace.place
    name, least = f"{sentence_name(place)}/{len(workspace.article.sentences)}", room // LEAST_ADDED
    said = _said(
        workspace, place, room - cell_len(SEPARATOR.join([name, *_added(workspace, place, least), ""]))
    )
    left = room - cell_len(SEPARATOR.join([name, "", *said]))
    return SEPARATOR.join([name, *_added(workspace, place, max(left, least)), *said])


def _said(workspace: Workspace, place: Place, room: int) -> list[str]:
    """What a sentence shares."""
    parts, mark, matches = [], workspace.mark(place), workspace.matches(place)
    if mark.boilerplate:
        parts.append("not part of the article")
    elif matches:
        parts.append(_shared(place, matches, room))
    elif workspace.comparison.complete:
        parts.append("only here")
    if not workspace.comparison.complete:
        parts.append("comparing …")
    if mark.changed:
        parts.insert(0, "the text has changed since")
    return parts


def _added(workspace: Workspace, place: Place, room: int) -> list[str]:
    """What the reader has put on the sentence: tags, then as much of the notes as there is room for."""
    tags, notes = tags_and_notes(workspace, place)
    added = [_as_many_as_fit(tags, room - (SIGN if notes else 0))] if tags else []
    if notes:
        note = Text(SEPARATOR.join(notes))
        left = room - cell_len("".join(added)) - (len(SEPARATOR) if added else 0)
        note.truncate(max(left, 1), overflow="ellipsis" if left > SIGN else "crop")
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


def _shared(place: Place, matches: Sequence[Match], room: int) -> str:
    """The sure matches by name, as many as fit, or the best possible one; how many there are besides."""
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


def chosen(workspace: Workspace) -> list[str]:
    """What the reader looks for, and what is shown if not everything."""
    parts = (
        [f"“{shorten(workspace.search.query, LONGEST_TAB)}” {hits(workspace)}"]
        if workspace.search.query
        else []
    )
    return (
        [*parts, f"filter: {workspace.filter_state.filter.name}"]
        if workspace.filter_state.filter is not ALL
        else parts
    )


def hits(workspace: Workspace) -> str:
    """`3 of 17`, or how many there are when the sentence at hand is none."""
    number, count = workspace.search.number(workspace.place), workspace.search.count
    if number:
        return f"{number:,} of {count:,}"
    return f"{count:,} hit{'' if count == 1 else 's'}" if count else "not found"


def footer(workspace: Workspace, keys: Keymap, width: int, first: Sequence[str] = ()) -> Text:
    """Return the keys that apply to the sentence at hand, as many as fit, those of these names first."""
    by_priority = list(dict.fromkeys([LAST[-1], *_applying(workspace, first)]))
    names = [*(name for name in by_priority if name not in LAST), *(n for n in LAST if n in by_priority)]
    shown = fit_keys([_key_and_word(keys, name) for name in names], width - 1, map(names.index, by_priority))
    return Text(" ").append_text(shown)


@lru_cache(maxsize=64)
def _key_and_word(keys: Keymap, names: str) -> Text:
    """What a key does; of two that do one thing in two directions both, and what they do."""
    binding = binding_named(names.rsplit(maxsplit=1)[-1])
    words = Text(" ".join(map(keys.label, names.split())), style="bold")
    words = Text.assemble(words, f" {binding.description}")
    words.stylize(action_link(binding.action))
    return words


def _applying(workspace: Workspace, first: Sequence[str]) -> list[str]:
    """Names of bindings: those that the sentence calls for, then what is used most."""
    mark = workspace.mark(workspace.place)
    names = [*first]
    names += ["quiet"] if workspace.search.query or workspace.filter_state.filter is not ALL else []
    names += ["next-hit"] if workspace.search.query else []
    names += ["counterpart", "differences"] if mark.kind else []
    names += ["differences-down", "pane-lower pane-higher"] if workspace.view.differences else []
    names += ["next-overlap"]
    if not workspace.notebook.read_only:
        names += ["tag", "note", "remove"] if mark.chips else ["tag", "note"]
    names += ["filter", "search"]
    names += [] if workspace.notebook.read_only else ["undo"]
    names += ["quit", "palette"]
    names += ["said", "heat-map", "next-column"] if len(workspace.articles) > 1 else []
    names += ["codebook", "everything"]
    return names if workspace.notebook.read_only else [*names, "session", "range"]
