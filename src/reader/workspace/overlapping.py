"""Annotations that lie over one another: on exactly a subject, within it and beyond it; and their names.

A key changes what is on exactly the subject. The rest is named, and can be reached.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.notebook import Annotation, Span, Tag, Target
from reader.overlap import Place
from reader.text.phrases import in_one_line, listed, shorten, unquoted
from reader.workspace import subjects
from reader.workspace.marks import TAG_CHIP
from reader.workspace.subjects import Subject
from reader.workspace.workspace import Workspace

WORDS = 24  # characters of the chosen words that a message shows
FEW = 3  # more tags, or places, are not named one by one


class OverlappingAnnotations(NamedTuple):
    """All that is on the sentences of a subject."""

    own: list[Annotation]  # of the coder at work, on exactly it or within it
    own_beyond: list[Annotation]  # of the coder at work, on more than it
    others: list[Annotation]
    others_beyond: list[Annotation]


def overlapping_annotations(workspace: Workspace, subject: Subject) -> OverlappingAnnotations:
    """Return all that is on the sentences of a subject, or on the words that it is."""
    at, mine = workspace.notebook.annotations_at, workspace.notebook.is_mine
    spans = [target.place for target in subject.targets]
    found = {one.id: one for span in spans for one in at(*span, kinds=("span", "pair", "absence"))}
    sorted_ = OverlappingAnnotations([], [], [], [])
    for one in _exact_first(found.values(), spans[0]):
        beyond = not any(_is_within(part, span) for part in one.spans for span in spans)
        sorted_[2 * (not mine(one)) + beyond].append(one)
    return sorted_


def tags_over(workspace: Workspace, subject: Subject) -> dict[Tag, str]:
    """Return the coder's own tags that lie over a subject but are not on exactly it, and what each is on."""
    on: dict[str, list[Annotation]] = {}
    for one in filter(workspace.notebook.is_mine, _over(workspace, subject)):
        for tag in one.tags:
            on.setdefault(tag, []).append(one)
    return {workspace.notebook.tag(tag): target_names(workspace, those) for tag, those in on.items()}


def notes_beside(workspace: Workspace, subject: Subject, shown: str) -> list[str]:
    """Return the notes on, over and linked to a subject, other than the one that is `shown`, in words."""
    here = [one for one in workspace.notebook.annotations_on(subject.targets[0]) if one.note != shown]
    noted = [one for one in (*here, *_over(workspace, subject), *_linked(workspace, subject)) if one.note]
    coder = workspace.annotations.coder_suffix
    return [f"{target_name(workspace, one)}{coder(one)}: {in_one_line(one.note)}" for one in noted]


def other_notes(workspace: Workspace, subject: Subject) -> list[Subject]:
    """Return the subjects besides this one whose notes can be changed from here, or only read.

    That is what lies over the subject and has a note, and every pair and absence that it is a side of: these
    are made by a tag, and only here a note can be put on them.
    """
    notebook = workspace.notebook
    found = {}
    for one in (*_over(workspace, subject), *_linked(workspace, subject)):
        if not (notebook.read_only or notebook.is_mine(one)):
            continue
        target = Target.of(one)
        if one.kind != "span":
            places = tuple(workspace.annotations.places(one.spans))
            found[target.key] = Subject((target,), places, target_name(workspace, one))
        elif one.note:
            found[target.key] = subjects.part(workspace, one.span)
    return list(found.values())


def tags_and_notes(workspace: Workspace, place: Place) -> tuple[list[str], list[str]]:
    """Return the tags and the notes of a sentence in words; those on exactly the sentence first."""
    span = workspace.annotations.span(place)

    def suffix(one: Annotation) -> str:
        if one.kind == "span" and not _is_within(one.span, span):
            return f" ({target_name(workspace, one)}){workspace.annotations.coder_suffix(one)}"
        return workspace.annotations.target_suffix(place, one)

    tag, found = workspace.notebook.tag, _exact_first(workspace.annotations.on(place), span)
    tags = [shorten(tag(each).name, TAG_CHIP) + suffix(one) for one in found for each in one.tags]
    return tags, [f"✎ {in_one_line(one.note)}{suffix(one)}" for one in found if one.note]


# What annotations are called


def target_name(workspace: Workspace, annotation: Annotation) -> str:
    """Return what an annotation of an open article is on: `A 2–4`, `“a tug” of A 3`, `A 1 with B 4`."""
    letter = workspace.annotations.letter
    if annotation.kind == "article":
        return f"the whole of {letter(annotation.article)}"
    spans = [span for span in annotation.spans if workspace.annotations.places([span])]
    name = " with ".join(subjects.part(workspace, span).name for span in spans)
    name += " with another article" if len(spans) < len(annotation.spans) else ""
    if annotation.kind == "absence" and annotation.other is not None:
        return f"{name} (not in {letter(annotation.other.article) or 'another'})"
    return with_words(name, annotation.selector.exact)


def with_words(name: str, words: str) -> str:
    """Return the name of a subject, with the words themselves where it is words: `“a tug” of A 3`."""
    if not name.startswith(subjects.WORDS_OF):
        return name
    return f"“{shorten(unquoted(words), WORDS)}” of {name.removeprefix(subjects.WORDS_OF)}"


def target_names(workspace: Workspace, annotations: Iterable[Annotation]) -> str:
    """Return what these are on, in words; of many the first."""
    names = list(dict.fromkeys(target_name(workspace, one) for one in annotations))
    return _first_named(names, len(names))


def contents_label(workspace: Workspace, annotations: Sequence[Annotation]) -> str:
    """Return what annotations hold: `“claim” and the note`, `4 tags`."""
    tags = dict.fromkeys(workspace.notebook.tag(tag).name for one in annotations for tag in one.tags)
    notes = sum(bool(one.note) for one in annotations)
    parts = [f"{len(tags)} tags" if len(tags) > FEW else ", ".join(f"“{name}”" for name in tags)]
    parts += ["the note" if notes == 1 else f"{notes} notes"] if notes else []
    return " and ".join(filter(None, parts))


def places_label(workspace: Workspace, spans: Sequence[Span]) -> str:
    """Return where these spans are, for a reader who may not see them; "" when there are none."""
    if seen := {span: places[0] for span in spans if (places := workspace.annotations.places([span]))}:
        named = sorted(seen, key=lambda span: (seen[span], span[2]))[: FEW if len(seen) <= FEW else 1]
        return _first_named([subjects.part(workspace, span).name for span in named], len(seen))
    articles = dict.fromkeys(article for article, _, _ in spans if article not in workspace.annotations.ids)
    if len(articles) > 1:
        return f"in {len(articles):,} articles that are not open"
    titles = (workspace.notebook.article(article).shown for article in articles)
    return "".join(f"in “{shorten(title, WORDS)}”, not open" for title in titles)


def _first_named(names: Sequence[str], count: int) -> str:
    """Name these; of more than a few the first, and how many there are besides."""
    return f"{names[0]} and {count - 1:,} more places" if count > FEW else listed(names)


# What lies over what


def _over(workspace: Workspace, subject: Subject) -> list[Annotation]:
    """Return what lies over the first target without being on exactly it: on words of it, or on more."""
    if (target := subject.targets[0]).kind != "span":
        return []
    return [one for one in workspace.notebook.annotations_at(*target.place) if one.span != target.place]


def _linked(workspace: Workspace, subject: Subject) -> Sequence[Annotation]:
    """Return the pairs and absences that the first target is a side of."""
    if (target := subject.targets[0]).kind != "span":
        return ()
    return workspace.notebook.annotations_at(*target.place, kinds=("pair", "absence"))


def _exact_first(found: Iterable[Annotation], span: Span) -> list[Annotation]:
    return sorted(found, key=lambda one: one.kind != "span" or one.span != span)


def _is_within(part: Span, span: Span) -> bool:
    return part[0] == span[0] and span[1] <= part[1] and part[2] <= span[2]
