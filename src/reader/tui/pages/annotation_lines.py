"""Annotations as rows of a list, as a whole, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reader.text.phrases import shorten
from reader.tui.theme.themes import on_colour
from reader.workspace.annotation_labels import (
    LONGEST,
    SIGNS,
    WHERE,
    article_label,
    extent_label,
    place_label,
    quoted_words,
    side_label,
    source_label,
)
from reader.workspace.pair_differences import describe_differences

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from reader.notebook import Annotation, Tag
    from reader.workspace.workspace import Workspace

SHORTEST_NAME: Final = 24  # cells that the name of an article or a coder keeps, however many there are
MOST_COUNTED: Final = 40  # tags, articles or coders in a line of counts: no line has room for more


class ColumnWidths(NamedTuple):
    """The cells of place and tags: the words of all rows begin in one column right of these."""

    place: int
    tags: int

    def fit(self, width: int) -> ColumnWidths:
        """Return the widths for rows of so many cells."""
        return ColumnWidths(min(self.place, max(WHERE, width // 6)), min(self.tags, width // 4))


def column_widths(workspace: Workspace, annotations: Sequence[Annotation]) -> ColumnWidths:
    """Return the cells of the widest place and of the widest tags of annotations."""
    away = {one.article for one in annotations}.difference(workspace.annotations.ids)
    places = (cell_len(source_label(workspace, article)) + 1 for article in away)
    tags = (_tags(workspace, tags).cell_len for tags in {one.tags for one in annotations})
    return ColumnWidths(max([WHERE, *places]), max(tags, default=0))


def row(workspace: Workspace, annotation: Annotation, widths: ColumnWidths, width: int) -> Text:
    """Return a row: place, tags, words, note; at its right the verdict and, with room, coder and date."""
    right = side_label(workspace, annotation, width)
    at, tags = widths.fit(width)
    where = set_cell_size(place_label(workspace, annotation, at), at)
    text = Text(f"{where} {SIGNS[annotation.kind]} ", no_wrap=True)
    tag_text = _tags(workspace, annotation.tags)
    tag_text.truncate(tags, overflow="ellipsis", pad=True)
    text.append_text(tag_text).append(" " if tags else "")
    room = max(0, width - len(right) - 1)
    text.append_text(_words_and_note(workspace, annotation, room - text.cell_len))
    text.truncate(room, overflow="ellipsis", pad=True)
    return text.append(f" {right}", style="dim")


def _words_and_note(workspace: Workspace, annotation: Annotation, room: int) -> Text:
    """Return words and note; where there is no room for both, the words have at least half of it."""
    note = f"  ✎ {shorten(annotation.note, LONGEST)}" if annotation.note else ""
    words = Text(quoted_words(workspace, annotation, LONGEST))
    words.truncate(max(room // 2, room - cell_len(note), 0), overflow="ellipsis")
    return words.append(note, style="italic")


def _tags(workspace: Workspace, tags: Iterable[str]) -> Text:
    """Return tags on their colours, by their ids."""
    text = Text()
    append_tags(text, map(workspace.notebook.tag, tags))
    return text[:-1]


def append_tags(text: Text, tags: Iterable[Tag]) -> None:
    """Append tags on their colours."""
    for tag in tags:
        text.append(f" {tag.name} ", style=on_colour(tag.colour)).append(" ")


def whole(workspace: Workspace, annotation: Annotation) -> Text:
    """Return everything about an annotation."""
    extent, by = extent_label(workspace, annotation), annotation.coder and f"by {annotation.coder}"
    known = [extent, annotation.relation, annotation.worst, by, annotation.modified[:16].replace("T", " ")]
    text = Text(article_label(workspace, annotation.article), style="bold")
    text.append(f"\n{' · '.join(filter(None, known))}\n", style="not bold dim")
    append_tags(text, map(workspace.notebook.tag, annotation.tags))
    if annotation.selector.exact:
        text.append(quoted_words(workspace, annotation, LONGEST), style="not bold")
    if (other := annotation.other) is not None:
        sign = "not in" if annotation.kind == "absence" else "⇄"
        text.append(f"\n{sign} {article_label(workspace, other.article)}", style="not bold")
        text.append(f"  {shorten(other.selector.exact, LONGEST)}", style="not bold")
        text.append("".join(f"\n  {line}" for line in describe_differences(annotation)), style="not bold dim")
    return text.append(f"\n✎ {annotation.note}" if annotation.note else "", style="not bold italic")


def by_tag(workspace: Workspace, counts: Counter[str]) -> Text:
    """Return how many annotations have each tag, most first."""
    text = Text(" ", no_wrap=True)
    for tag, count in counts.most_common(MOST_COUNTED):
        append_tags(text, [workspace.notebook.tag(tag)])
        text.append(f"{count:,}   ")
    return text


def by_article(workspace: Workspace, counts: Counter[str], width: int) -> Text:
    """Return how many annotations are in each article; open ones have letters, names are cut to fit."""
    counted = counts.most_common(MOST_COUNTED)
    letters = [workspace.annotations.letter(article) for article, _ in counted]
    names = [source_label(workspace, article) for article, _ in counted]
    numbers = [f" {count:,}   " for _, count in counted]
    around = 1 + sum(map(cell_len, (*letters, *numbers))) + len(list(filter(None, letters)))
    longest = max(SHORTEST_NAME, longest_fitting(map(cell_len, names), width - around))
    text = Text(" ", no_wrap=True)
    for letter, name, number in zip(letters, names, numbers, strict=True):
        text.append(f"{letter} " if letter else "", style="bold").append(shorten(name, longest) + number)
    return text


def longest_fitting(lengths: Iterable[int], room: int) -> int:
    """Return the length to which names of these lengths must be cut to fit into the room together."""
    longest = 0
    left = sorted(lengths)
    while left:
        longest = room // len(left)
        if left[0] > longest:
            break
        longest = left.pop(0)
        room -= longest
    return longest


def by_coder(counts: Counter[str]) -> Text:
    """Return how many annotations each coder made, most first; nothing when one coder made all."""
    text = Text()
    for coder, count in counts.most_common(MOST_COUNTED) if len(counts) > 1 else ():
        name = shorten(coder, SHORTEST_NAME) or "nobody known"
        text.append("by ", style="dim").append(f"{name} {count:,}   ")
    return text
