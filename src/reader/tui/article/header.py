"""The lines above a column: letter and title, source and date, whole-article tags and size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from reader.notebook import Target
from reader.text.phrases import shorten
from reader.tui.keys.reading_keys import perform
from reader.tui.theme.themes import on_colour
from reader.tui.widgets.clickable_line import action_link
from reader.workspace.labels import article_letter, file_name
from reader.workspace.marks import NOTE_CHIP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.articles import Article
    from reader.workspace.workspace import Workspace

SEPARATOR = " · "
INDENT = "    "
SHORTEST_SOURCE = 8  # cells that the source keeps, however long the date is
_MONTH = "(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY_FIRST = rf"\b(?P<day>\d{{1,2}}) {_MONTH}\b(?: (?P<year>\d{{4}}))?"
_MONTH_FIRST = rf"\b{_MONTH} (?P<day>\d{{1,2}})\b(?:, (?P<year>\d{{4}}))?"


def header(workspace: Workspace, article: int, width: int) -> Text:
    """Return the three lines above a column, each cut to the width in cells."""
    # A click on them goes to the column. A title that was made up stands in brackets.
    a = workspace.articles[article]
    here = workspace.column == article
    first = Text().append(f" {article_letter(article)} ", style="bold reverse" if here else "bold")
    first.append(f" {a.shown}", style="bold")
    source = Text(INDENT + source_and_date(a, width - len(INDENT) - 1))
    rows = first, source, _tags_and_size(workspace, article, width - 1)
    for row in rows:
        row.truncate(width - 1, overflow="ellipsis")
    text = Text("\n").join(rows)
    text.stylize(action_link(perform(f"navigation.go_to_column({article})")))
    return text


def _tags_and_size(workspace: Workspace, article: int, width: int) -> Text:
    """The size always fits; the tags and the note of the whole article are cut where there is no room."""
    measures = size(workspace, article)
    added = Text(" ").join(_whole_article_chips(workspace, article))
    added.truncate(max(0, width - len(INDENT) - cell_len(measures) - 1), overflow="ellipsis")
    return Text(INDENT).append_text(added).append(" " if added else "").append(measures)


def _whole_article_chips(workspace: Workspace, article: int) -> Iterator[Text]:
    for annotation in workspace.notebook.annotations_on(Target.whole(workspace.annotations.ids[article])):
        for tag in map(workspace.notebook.tag, annotation.tags):
            yield Text(f" {tag.name} ", style=on_colour(tag.colour))
        if annotation.note:
            yield Text(f"✎ {shorten(annotation.note, NOTE_CHIP)} ·", style="italic")


def source_and_date(article: Article, width: int) -> str:
    """Return source and date; where there is little room, the source is cut and not the date."""
    source = article.source or file_name(article)
    date = short_date(article.date) if article.date else "date unknown"
    cut = Text(source)
    cut.truncate(max(SHORTEST_SOURCE, width - cell_len(date) - len(SEPARATOR)), overflow="ellipsis")
    return f"{cut.plain}{SEPARATOR}{date}"


def short_date(date: str) -> str:
    """Return an English date without weekday and time, its month in three letters; any other unchanged."""
    found = re.search(_DAY_FIRST, date) or re.search(_MONTH_FIRST, date)
    return " ".join(filter(None, found.group("day", "month", "year"))) if found else date


def size(workspace: Workspace, article: int) -> str:
    """Return the words and reading minutes of an article, and how much of it is shared once that is known."""
    a = workspace.articles[article]
    parts = [f"{a.words:,} words", f"{a.minutes} min"]
    if article in workspace.comparison.known and len(workspace.articles) > 1:
        parts.insert(0, f"{workspace.comparison.shared(article, workspace.view.threshold):.0%} shared")
    return SEPARATOR.join(parts)


def short_name(article: Article) -> str:
    """Return the source of an article, else its title, else the name of its file."""
    return article.source or (file_name(article) if article.made_up else article.title)
