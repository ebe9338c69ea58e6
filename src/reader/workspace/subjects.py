"""What the next tag or note is put on: the sentence at hand, or whatever else the reader has asked for."""

from typing import NamedTuple

from reader.notebook import KeptDifference, Span, Target
from reader.overlap import Match, Place, format_score
from reader.workspace.labels import article_letter, range_name, sentence_name
from reader.workspace.workspace import Workspace

WORDS_OF = "words of "  # before the name of sentences of which only words are meant


class Subject(NamedTuple):
    """One target of the notebook or several, with what the screen needs to know of them."""

    targets: tuple[Target, ...]
    places: tuple[Place, ...]
    """The sentences that look different when something is put on it; none for a whole article."""
    name: str  # in words, as in “figure” on A 3
    suggested: tuple[str, ...] = ()  # names that a tag for it may have
    origin: Span | None = None  # the sentence that all targets but the first repeat


def sentence(workspace: Workspace, place: Place) -> Subject:
    """Return one sentence."""
    return Subject((Target.span(*workspace.annotations.span(place)),), (place,), sentence_name(place))


def part(workspace: Workspace, span: Span) -> Subject:
    """Return a part of an open article: sentences, or words of them."""
    places = tuple(workspace.annotations.places([span]))
    first, last = places[0], places[-1]
    name = range_name(first, last)
    whole = (workspace.annotations.span(first)[1], workspace.annotations.span(last)[2]) == span[1:]
    return Subject((Target.span(*span),), places, name if whole else f"{WORDS_OF}{name}")


def article(workspace: Workspace, number: int) -> Subject:
    """Return a whole article."""
    target = Target.whole(workspace.annotations.ids[number])
    return Subject((target,), (), f"the whole of {article_letter(number)}")


def with_counterparts(workspace: Workspace, place: Place) -> Subject:
    """Return a sentence and all its counterparts."""
    others = sorted({match.other(place) for match in workspace.matches(place)})
    places = (place, *others)
    targets = tuple(Target.span(*workspace.annotations.span(each)) for each in places)
    counterparts = "counterpart" if len(others) == 1 else f"{len(others)} counterparts"
    name = f"{sentence_name(place)} and its {counterparts}"
    return Subject(targets, places, name, origin=workspace.annotations.span(place))


def pair(workspace: Workspace) -> Subject | None:
    """Return the sentence at hand and its counterpart: the one gone to, else the best; None without any."""
    # Not needed for the first frame.
    from reader.overlap.differences.detect import differences  # noqa: PLC0415
    from reader.overlap.differences.difference import SUGGESTED_TAGS  # noqa: PLC0415

    if not (matches := workspace.matches(workspace.origin)):
        return None
    gone_to = (match for match in matches if match.other(workspace.origin) == workspace.place)
    match = next(gone_to, matches[0])
    a, b = match.a, match.b
    found = differences(workspace.text(a), workspace.text(b))
    kept = [KeptDifference(one.type, one.a, one.b, one.about) for one in found]
    types = {one.type for one in found}
    target = Target.pair(workspace.annotations.span(a), workspace.annotations.span(b), match.verdict, kept)
    suggested = tuple(name for type_, name in SUGGESTED_TAGS.items() if type_ in types)
    return Subject((target,), (a, b), f"{sentence_name(a)} with {sentence_name(b)}", suggested)


def other_articles(workspace: Workspace, place: Place) -> dict[int, Match | None]:
    """Return the other articles, each with its best match of a sentence; those that match least first.

    Any of them may lack what the sentence says: that is for the reader to judge, whatever matches.
    """
    best: dict[int, Match | None] = {n: None for n in range(len(workspace.articles)) if n != place.article}
    for match in reversed(workspace.matches(place)):
        best[match.other(place).article] = match
    return dict(sorted(best.items(), key=lambda each: each[1].score if each[1] else 0))


def absence(workspace: Workspace, place: Place, number: int) -> Subject:
    """Return the claim that an article does not say what a sentence says."""
    target = Target.absence(workspace.annotations.span(place), workspace.annotations.ids[number])
    nearest = match_label(other_articles(workspace, place)[number])
    name = f"{sentence_name(place)}, not in {article_letter(number)}{nearest}"
    return Subject((target,), (place,), name, ("not said",))


def match_label(match: Match | None) -> str:
    """Return what the reader should know of a match before claiming an absence."""
    return f" (matched at {format_score(match.score)})" if match else ""
