"""Annotations in words: as a row of a list, as a whole below it, and how many there are of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import set_cell_size
from rich.text import Text

from reader.notebook.wording import counted, unquoted
from reader.pairs import described
from reader.tui.state.extents import Extents
from reader.tui.state.marks import CODER, shorten
from reader.tui.themes import ink

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from reader.notebook import Annotation, Kind, Selector, Tag
    from reader.tui.state.desk import Desk
    from reader.tui.state.extents import Extent

WHERE: Final = 14
"""Cells of where an annotation is."""
WORDS: Final = 60
"""Characters of its words in a row that also has a note."""
LONGEST: Final = 400
"""Characters of its words below the list."""
BESIDE: Final = 100
"""Cells from which on a row has room for coder and date."""
COUNTED: Final = 40
"""Tags, articles or coders of which is told how many there are: no line has room for more."""
SIGNS: Final[dict[Kind, str]] = {"span": " ", "pair": "⇄", "absence": "∅", "article": "≡"}
KINDS: Final[dict[Kind, str]] = {"pair": "a pair", "absence": "an absence", "article": "the whole article"}


def row(desk: Desk, annotation: Annotation, width: int) -> Text:
    """Place, tags, words and note; at the right the verdict, and coder and date where there is room."""
    right = about(desk, annotation, width)
    text = Text(f"{set_cell_size(place(desk, annotation), WHERE)} {SIGNS[annotation.kind]} ", no_wrap=True)
    append_tags(text, map(desk.notebook.tag, annotation.tags))
    note = annotation.note
    text.append(quoted(desk, annotation, WORDS if note else LONGEST))
    if note:
        text.append(f"  ✎ {shorten(note, LONGEST)}", style="italic")
    text.truncate(max(0, width - len(right) - 1), overflow="ellipsis", pad=True)
    return text.append(f" {right}", style="dim")


def about(desk: Desk, annotation: Annotation, width: int) -> str:
    """What the right of a row tells; where there is little room, only who else made it."""
    other = "" if desk.notebook.is_mine(annotation) else shorten(annotation.coder, CODER)
    told = [annotation.coder, annotation.modified[:10]] if width >= BESIDE else [other]
    verdict = annotation.worst
    return "  ".join(filter(None, ["" if verdict == "exact" else verdict, *told]))


def append_tags(text: Text, tags: Iterable[Tag]) -> None:
    """Tags on their colours."""
    for tag in tags:
        text.append(f" {tag.name} ", style=f"{ink(tag.colour)} on {tag.colour}").append(" ")


def place(desk: Desk, annotation: Annotation) -> str:
    """`B 7` or `B 7–9` in an open article, else the source of the article it is in."""
    return where(desk, annotation.article, annotation.selector, lost=annotation.verdict == "lost")


def where(desk: Desk, article_id: str, selector: Selector, *, lost: bool) -> str:
    """The same of one side; what is lost is at no sentence."""
    if article_id not in desk.ids:
        return shorten(source(desk, article_id), WHERE - 1)
    letter = desk.letter(desk.ids.index(article_id))
    if lost or not selector.end:
        return letter
    places = desk.places([(article_id, selector.start, selector.end)])
    if not places:
        return letter
    first, last = places[0], places[-1]
    return desk.name(first) if first == last else f"{desk.name(first)}–{last.sentence + 1}"


def source(desk: Desk, article_id: str) -> str:
    """A short name for an article: its source, or else its title."""
    article = desk.notebook.article(article_id)
    return article.source or article.shown


def named(desk: Desk, article_id: str) -> str:
    """A long name for an article: its letter, if it is open; source and title."""
    article = desk.notebook.article(article_id)
    known = ": ".join(filter(None, [article.source, article.shown]))
    return f"{desk.letter(desk.ids.index(article_id))} {known}" if article_id in desk.ids else known


def words(desk: Desk, annotation: Annotation) -> str:
    """What it is on; of a whole article the title."""
    return annotation.selector.exact or desk.notebook.article(annotation.article).shown


def quoted(desk: Desk, annotation: Annotation, length: int) -> str:
    """What it is on; in quotation marks where that is less than a whole sentence of an open article."""
    said = words(desk, annotation)
    is_part = "words" in extent(desk, annotation)
    return f"“{shorten(unquoted(said), length)}”" if is_part else shorten(said, length)


def extent(desk: Desk, annotation: Annotation) -> tuple[Extent, ...]:
    """How far it reaches in an open article."""
    return Extents(desk).of(annotation) if annotation.article in desk.ids else ()


def what(desk: Desk, annotation: Annotation) -> str:
    """What it is on, where that is no whole sentence: `a pair`, `words of A 9–10`, `range A 9–10`."""
    reach, at = extent(desk, annotation), place(desk, annotation)
    if "words" in reach:
        return f"words of {at}"
    return f"range {at}" if "range" in reach else KINDS.get(annotation.kind, "")


def whole(desk: Desk, annotation: Annotation) -> Text:
    """Everything about it."""
    kind, by = what(desk, annotation), annotation.coder and f"by {annotation.coder}"
    known = [kind, annotation.relation, annotation.worst, by, annotation.modified[:16].replace("T", " ")]
    text = Text(named(desk, annotation.article), style="bold")
    text.append(f"  {' · '.join(filter(None, known))}\n", style="not bold dim")
    append_tags(text, map(desk.notebook.tag, annotation.tags))
    text.append(quoted(desk, annotation, LONGEST) if annotation.selector.exact else "", style="not bold")
    if annotation.other is not None:
        other = annotation.other
        sign = "not in" if annotation.kind == "absence" else "⇄"
        text.append(f"\n{sign} {named(desk, other.article)}", style="not bold")
        text.append(f"  {shorten(other.selector.exact, LONGEST)}", style="not bold")
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
        letter = f"{desk.letter(desk.ids.index(article))} " if article in desk.ids else ""
        text.append(letter, style="bold").append(f"{shorten(source(desk, article), 24)} {count:,}   ")
    return text


def by_coder(counts: Counter[str]) -> Text:
    """How many each coder made, most first; nothing when they are all of one."""
    text = Text()
    for coder, count in counts.most_common(COUNTED) if len(counts) > 1 else ():
        text.append("by ", style="dim").append(f"{shorten(coder, 24) or 'nobody known'} {count:,}   ")
    return text


def of_all(shown: Sequence[Annotation], every: Sequence[Annotation]) -> str:
    """`12 of 20,000 annotations`, or only how many there are."""
    total = counted(len(every), "annotation")
    return total if len(shown) == len(every) else f"{len(shown):,} of {total}"
