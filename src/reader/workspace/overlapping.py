"""What lies over one another: on exactly what is at hand, within it, over it and beyond.

What is on exactly it comes first: that is what a key changes. The rest is named, and can be reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.notebook import Target
from reader.text.phrases import shorten
from reader.workspace import subjects
from reader.workspace.marks import CODER, TAG_CHIP, chip_suffix
from reader.workspace.subjects import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.notebook import Annotation, Span, Tag
    from reader.notebook.model import TargetKind
    from reader.overlap import Place
    from reader.workspace.workspace import Workspace

WORDS = 24
"""Characters of the words chosen that a message shows."""
FEW = 3
"""More tags, or places, are not named one by one."""


class OverlappingAnnotations(NamedTuple):
    """All that is on the sentences of a subject."""

    own: list[Annotation]
    """Of the coder at work, on exactly it or within it."""
    own_beyond: list[Annotation]
    """Of the coder at work, on more than it."""
    others: list[Annotation]
    others_beyond: list[Annotation]


def overlapping(workspace: Workspace, subject: Subject) -> list[Annotation]:
    """What lies over the first target without being on exactly it: on words of it, or on it and more."""
    target = subject.targets[0]
    if target.kind != "span":
        return []
    return [one for one in workspace.notebook.annotations_at(*target.place) if one.span != target.place]


def _linked(workspace: Workspace, subject: Subject) -> list[Annotation]:
    """The pairs and absences that the first target is a side of."""
    target = subject.targets[0]
    if target.kind != "span":
        return []
    return list(workspace.notebook.annotations_at(*target.place, kinds=("pair", "absence")))


def layers(workspace: Workspace, subject: Subject) -> OverlappingAnnotations:
    """All that is on the sentences of a subject, or on the words that it is."""
    spans = [target.place for target in subject.targets]
    kinds: tuple[TargetKind, ...] = ("span", "pair", "absence")
    found = {one.id: one for span in spans for one in workspace.notebook.annotations_at(*span, kinds=kinds)}
    sorted_: tuple[list[Annotation], ...] = [], [], [], []
    for one in _exact_first(found.values(), spans[0]):
        within = any(_is_within(part, span) for part in one.spans for span in spans)
        sorted_[2 * (not workspace.notebook.is_mine(one)) + (not within)].append(one)
    return OverlappingAnnotations(*sorted_)


def _exact_first(found: Iterable[Annotation], span: Span) -> list[Annotation]:
    return sorted(found, key=lambda one: one.kind != "span" or one.span != span)


def _is_within(part: Span, span: Span) -> bool:
    return part[0] == span[0] and span[1] <= part[1] and part[2] <= span[2]


def tags_over(workspace: Workspace, subject: Subject) -> dict[Tag, str]:
    """The coder's own tags that lie over a subject, and what each is on."""
    on: dict[str, list[Annotation]] = {}
    for one in filter(workspace.notebook.is_mine, overlapping(workspace, subject)):
        for tag in one.tags:
            on.setdefault(tag, []).append(one)
    return {workspace.notebook.tag(tag): target_names(workspace, those) for tag, those in on.items()}


def notes_beside(workspace: Workspace, subject: Subject, shown: str) -> list[str]:
    """The notes on a subject besides the one that is shown, those that lie over it, of pairs and absences."""
    here = [one for one in workspace.notebook.annotations_on(subject.targets[0]) if one.note != shown]
    noted = [
        one for one in (*here, *overlapping(workspace, subject), *_linked(workspace, subject)) if one.note
    ]
    return [
        f"{target_name(workspace, one)}{coder_label(workspace, one)}: {' '.join(one.note.split())}"
        for one in noted
    ]


def other_notes(workspace: Workspace, subject: Subject) -> list[Subject]:
    """What else has a note to be changed, or could have one; where nothing can be changed, to be read.

    That is what lies over a subject and has a note, and every pair and absence that it is a side of: these
    are made by a tag, and have their note only here.
    """
    book = workspace.notebook
    spans = [
        one.span
        for one in overlapping(workspace, subject)
        if one.note and (book.read_only or book.is_mine(one))
    ]
    linked = (one for one in _linked(workspace, subject) if book.read_only or book.is_mine(one))
    found = {Target.of(one).key: _all_of(workspace, one) for one in linked}
    return [*(subjects.stretch(workspace, span) for span in dict.fromkeys(spans)), *found.values()]


def _all_of(workspace: Workspace, annotation: Annotation) -> Subject:
    """All that an annotation is on."""
    places = tuple(workspace.annotations.places(annotation.spans))
    return Subject((Target.of(annotation),), places, target_name(workspace, annotation))


def target_name(workspace: Workspace, annotation: Annotation) -> str:
    """What an annotation of an open article is on: `A 2–4`, `“a tug” of A 3`, `A 1 with B 4`."""
    if annotation.kind == "article":
        return f"the whole of {workspace.annotations.letter(annotation.article)}"
    names = [
        subjects.stretch(workspace, span).name
        for span in annotation.spans
        if workspace.annotations.places([span])
    ]
    name = " with ".join(names) + (" with another article" if len(names) < len(annotation.spans) else "")
    if annotation.kind == "absence" and annotation.other is not None:
        return f"{name} (not in {workspace.annotations.letter(annotation.other.article) or 'another'})"
    return with_words(name, annotation.selector.exact)


def with_words(name: str, words: str) -> str:
    """The name of a subject, with the words themselves where it is words: `“a tug” of A 3`."""
    if not name.startswith(subjects.WORDS_OF):
        return name
    from reader.text.phrases import unquoted  # noqa: PLC0415 - not needed for the first frame

    return f"“{shorten(unquoted(words), WORDS)}” of {name.removeprefix(subjects.WORDS_OF)}"


def coder_label(workspace: Workspace, annotation: Annotation) -> str:
    """Who made it, when that is not the coder at work: ` (ann)`."""
    return "" if workspace.notebook.is_mine(annotation) else f" ({shorten(annotation.coder, CODER)})"


def target_names(workspace: Workspace, annotations: Iterable[Annotation]) -> str:
    """What these are on, in words; of many the first."""
    names = list(dict.fromkeys(target_name(workspace, one) for one in annotations))
    return _few(names, len(names))


def tags_and_notes(workspace: Workspace, place: Place) -> tuple[list[str], list[str]]:
    """The tags and the notes of a sentence in words; those on exactly the sentence first."""
    span = workspace.annotations.span(place)
    found = _exact_first(workspace.annotations.on(place), span)
    tags = [
        shorten(workspace.notebook.tag(tag).name, TAG_CHIP) + _about(workspace, place, one)
        for one in found
        for tag in one.tags
    ]
    return tags, [
        f"✎ {' '.join(one.note.split())}{_about(workspace, place, one)}" for one in found if one.note
    ]


def _about(workspace: Workspace, place: Place, one: Annotation) -> str:
    """What it is on, and whose it is, where that does not go without saying."""
    if one.kind == "span" and not _is_within(one.span, workspace.annotations.span(place)):
        return f" ({target_name(workspace, one)}){coder_label(workspace, one)}"
    return chip_suffix(one, workspace.annotations.context(place))


def contents_label(workspace: Workspace, annotations: Sequence[Annotation]) -> str:
    """What these are: their tags by name, and notes."""
    tags = dict.fromkeys(workspace.notebook.tag(tag).name for one in annotations for tag in one.tags)
    notes = sum(bool(one.note) for one in annotations)
    said = [f"{len(tags)} tags" if len(tags) > FEW else ", ".join(f"“{name}”" for name in tags)]
    said += ["the note" if notes == 1 else f"{notes} notes"] if notes else []
    return " and ".join(filter(None, said))


def places_label(workspace: Workspace, spans: Sequence[Span]) -> str:
    """Where these places are, to one who may not see them; nothing when there are none."""
    if seen := {span: places[0] for span in spans if (places := workspace.annotations.places([span]))}:
        named = sorted(seen, key=lambda span: (seen[span], span[2]))[: FEW if len(seen) <= FEW else 1]
        return _few([subjects.stretch(workspace, span).name for span in named], len(seen))
    articles = dict.fromkeys(article for article, _, _ in spans if article not in workspace.annotations.ids)
    if len(articles) > 1:
        return f"in {len(articles):,} articles that are not open"
    return "".join(
        f"in “{shorten(workspace.notebook.article(id_).shown, WORDS)}”, not open" for id_ in articles
    )


def _few(names: Sequence[str], count: int) -> str:
    """Name these; of more than a few the first, and how many there are besides."""
    if count > FEW:
        return f"{names[0]} and {count - 1:,} more places"
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
