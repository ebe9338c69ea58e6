"""Annotations as lines of a list, as a whole below it, and how many there are of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reader.text.phrases import shorten
from reader.tui.theme.themes import on_colour
from reader.workspace import annotation_labels
from reader.workspace.pair_differences import describe_differences

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from reader.notebook import Annotation, Tag
    from reader.workspace.workspace import Workspace

NOTE: Final = "  ✎ "
NAME: Final = 24
"""Characters of the name of an article or a coder that are shown, however many there are."""
COUNTED: Final = 40
"""Tags, articles or coders of which is told how many there are: no line has room for more."""


class ColumnWidths(NamedTuple):
    """What the words of all rows stand right of, in cells, where there is room for it."""

    place: int
    tags: int

    def within(self, width: int) -> ColumnWidths:
        """As much of it as rows of so many cells have room for."""
        return ColumnWidths(
            min(self.place, max(annotation_labels.WHERE, width // 6)), min(self.tags, width // 4)
        )


def margins(workspace: Workspace, annotations: Sequence[Annotation]) -> ColumnWidths:
    """What the widest place and the widest tags of these take."""
    away = {one.article for one in annotations}.difference(workspace.annotations.ids)
    places = (cell_len(annotation_labels.source_label(workspace, article)) + 1 for article in away)
    tags = (_tags(workspace, tags).cell_len for tags in {one.tags for one in annotations})
    return ColumnWidths(max([annotation_labels.WHERE, *places]), max(tags, default=0))


def row(workspace: Workspace, annotation: Annotation, margins: ColumnWidths, width: int) -> Text:
    """Place, tags, words and note; at the right the verdict, and coder and date where there is room."""
    right = annotation_labels.side_label(workspace, annotation, width)
    at, tags = margins.within(width)
    where, sign = (
        annotation_labels.place_label(workspace, annotation, at),
        annotation_labels.SIGNS[annotation.kind],
    )
    text = Text(f"{set_cell_size(where, at)} {sign} ", no_wrap=True)
    worn = _tags(workspace, annotation.tags)
    worn.truncate(tags, overflow="ellipsis", pad=True)
    text.append_text(worn).append(" " if tags else "")
    room = max(0, width - len(right) - 1)
    text.append_text(_said(workspace, annotation, room - text.cell_len))
    text.truncate(room, overflow="ellipsis", pad=True)
    return text.append(f" {right}", style="dim")


def _said(workspace: Workspace, annotation: Annotation, room: int) -> Text:
    """Words and note; where not all of both has room, at least half of it is for the words."""
    note = f"{NOTE}{shorten(annotation.note, annotation_labels.LONGEST)}" if annotation.note else ""
    words = Text(annotation_labels.quoted_words(workspace, annotation, annotation_labels.LONGEST))
    words.truncate(max(room // 2, room - cell_len(note), 0), overflow="ellipsis")
    return words.append(note, style="italic")


def _tags(workspace: Workspace, tags: Iterable[str]) -> Text:
    """Tags on their colours, by their ids."""
    text = Text()
    append_tags(text, map(workspace.notebook.tag, tags))
    return text[:-1] if text else text


def append_tags(text: Text, tags: Iterable[Tag]) -> None:
    """Tags on their colours."""
    for tag in tags:
        text.append(f" {tag.name} ", style=on_colour(tag.colour)).append(" ")


def whole(workspace: Workspace, annotation: Annotation) -> Text:
    """Everything about it."""
    kind, by = (
        annotation_labels.extent_label(workspace, annotation),
        annotation.coder and f"by {annotation.coder}",
    )
    known = [kind, annotation.relation, annotation.worst, by, annotation.modified[:16].replace("T", " ")]
    text = Text(annotation_labels.article_label(workspace, annotation.article), style="bold")
    text.append(f"\n{' · '.join(filter(None, known))}\n", style="not bold dim")
    append_tags(text, map(workspace.notebook.tag, annotation.tags))
    quoted = (
        annotation_labels.quoted_words(workspace, annotation, annotation_labels.LONGEST)
        if annotation.selector.exact
        else ""
    )
    text.append(quoted, style="not bold")
    if annotation.other is not None:
        other = annotation.other
        sign = "not in" if annotation.kind == "absence" else "⇄"
        text.append(f"\n{sign} {annotation_labels.article_label(workspace, other.article)}", style="not bold")
        text.append(f"  {shorten(other.selector.exact, annotation_labels.LONGEST)}", style="not bold")
        text.append("".join(f"\n  {line}" for line in describe_differences(annotation)), style="not bold dim")
    if annotation.note:
        text.append(f"\n✎ {annotation.note}", style="not bold italic")
    return text


def by_tag(workspace: Workspace, counts: Counter[str]) -> Text:
    """How many there are of each tag, most first."""
    text = Text(" ", no_wrap=True)
    for tag, count in counts.most_common(COUNTED):
        append_tags(text, [workspace.notebook.tag(tag)])
        text.append(f"{count:,}   ")
    return text


def by_article(workspace: Workspace, counts: Counter[str], width: int) -> Text:
    """How many there are in each article, most first; of an open one its letter.

    Names are cut where so many cells have no room for all of them.
    """
    counted = counts.most_common(COUNTED)
    letters = [workspace.annotations.letter(article) for article, _ in counted]
    names = [annotation_labels.source_label(workspace, article) for article, _ in counted]
    numbers = [f" {count:,}   " for _, count in counted]
    around = 1 + sum(map(cell_len, (*letters, *numbers))) + len(list(filter(None, letters)))
    longest = max(NAME, shared(map(cell_len, names), width - around))
    text = Text(" ", no_wrap=True)
    for letter, name, number in zip(letters, names, numbers, strict=True):
        text.append(f"{letter} " if letter else "", style="bold").append(shorten(name, longest) + number)
    return text


def shared(lengths: Iterable[int], room: int) -> int:
    """How long each may be so that all of them together have room: what is shorter leaves room for others."""
    longest = 0
    waiting = sorted(lengths)
    while waiting:
        longest = room // len(waiting)
        if waiting[0] > longest:
            break
        longest = waiting.pop(0)
        room -= longest
    return longest


def by_coder(counts: Counter[str]) -> Text:
    """How many each coder made, most first; nothing when they are all of one."""
    text = Text()
    for coder, count in counts.most_common(COUNTED) if len(counts) > 1 else ():
        text.append("by ", style="dim").append(f"{shorten(coder, NAME) or 'nobody known'} {count:,}   ")
    return text
