"""Annotations as lines of a list, as a whole below it, and how many there are of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import set_cell_size
from rich.text import Text

from reader.pairs import described
from reader.tui.state import listed
from reader.tui.state.marks import shorten
from reader.tui.themes import ink

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from reader.notebook import Annotation, Tag
    from reader.tui.state.desk import Desk

WORDS: Final = 60
"""Characters of its words in a row that also has a note."""
COUNTED: Final = 40
"""Tags, articles or coders of which is told how many there are: no line has room for more."""


def row(desk: Desk, annotation: Annotation, width: int) -> Text:
    """Place, tags, words and note; at the right the verdict, and coder and date where there is room."""
    right = listed.about(desk, annotation, width)
    at, sign = set_cell_size(listed.place(desk, annotation), listed.WHERE), listed.SIGNS[annotation.kind]
    text = Text(f"{at} {sign} ", no_wrap=True)
    append_tags(text, map(desk.notebook.tag, annotation.tags))
    note = annotation.note
    text.append(listed.quoted(desk, annotation, WORDS if note else listed.LONGEST))
    if note:
        text.append(f"  ✎ {shorten(note, listed.LONGEST)}", style="italic")
    text.truncate(max(0, width - len(right) - 1), overflow="ellipsis", pad=True)
    return text.append(f" {right}", style="dim")


def append_tags(text: Text, tags: Iterable[Tag]) -> None:
    """Tags on their colours."""
    for tag in tags:
        text.append(f" {tag.name} ", style=f"{ink(tag.colour)} on {tag.colour}").append(" ")


def whole(desk: Desk, annotation: Annotation) -> Text:
    """Everything about it."""
    kind, by = listed.what(desk, annotation), annotation.coder and f"by {annotation.coder}"
    known = [kind, annotation.relation, annotation.worst, by, annotation.modified[:16].replace("T", " ")]
    text = Text(listed.named(desk, annotation.article), style="bold")
    text.append(f"  {' · '.join(filter(None, known))}\n", style="not bold dim")
    append_tags(text, map(desk.notebook.tag, annotation.tags))
    quoted = listed.quoted(desk, annotation, listed.LONGEST) if annotation.selector.exact else ""
    text.append(quoted, style="not bold")
    if annotation.other is not None:
        other = annotation.other
        sign = "not in" if annotation.kind == "absence" else "⇄"
        text.append(f"\n{sign} {listed.named(desk, other.article)}", style="not bold")
        text.append(f"  {shorten(other.selector.exact, listed.LONGEST)}", style="not bold")
        text.append("".join(f"\n  {line}" for line in described(annotation)), style="not bold dim")
    if annotation.note:
        text.append(f"\n✎ {annotation.note}", style="not bold italic")
    return text


def by_tag(desk: Desk, counts: Counter[str]) -> Text:
    """How many there are of each tag, most first."""
    text = Text(" ", no_wrap=True)
    for tag, count in counts.most_common(COUNTED):
        append_tags(text, [desk.notebook.tag(tag)])
        text.append(f"{count:,}   ")
    return text


def by_article(desk: Desk, counts: Counter[str]) -> Text:
    """How many there are in each article, most first; of an open one its letter."""
    text = Text(" ", no_wrap=True)
    for article, count in counts.most_common(COUNTED):
        letter, source = desk.added.letter(article), shorten(listed.source(desk, article), 24)
        text.append(f"{letter} " if letter else "", style="bold").append(f"{source} {count:,}   ")
    return text


def by_coder(counts: Counter[str]) -> Text:
    """How many each coder made, most first; nothing when they are all of one."""
    text = Text()
    for coder, count in counts.most_common(COUNTED) if len(counts) > 1 else ():
        text.append("by ", style="dim").append(f"{shorten(coder, 24) or 'nobody known'} {count:,}   ")
    return text
