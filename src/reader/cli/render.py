"""What the command line prints: the overlap of articles and the notebook, for people and for programs.

The JSON forms are documented in the README; what they hold and how it is called is a promise.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reader.articles import Article, clean_line
from reader.cli.render_overview import summary
from reader.overlap import POSSIBLE, SURE, Match, Overlap, Place, compare, format_score
from reader.overlap.differences.detect import differences
from reader.overlap.differences.phrasing import describe_difference
from reader.workspace.labels import article_letter, sentence_name
from reader.workspace.pair_differences import current_differences, describe_differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.notebook import Anchor, Annotation, Notebook, StoredArticle


def comparison_text(articles: Sequence[Article], threshold: float = POSSIBLE) -> str:
    """An overview, then every match in reading order; changed words are marked as wdiff marks them."""
    overlap = compare(articles, floor=min(threshold, POSSIBLE))
    matches = _matches(overlap, threshold)
    lines = [_heading(number, article) for number, article in enumerate(articles)]
    lines += ["", _count(matches), "", *summary(articles, overlap, max(threshold, SURE))]
    for match in sorted(matches, key=lambda match: (match.a, match.b)):
        lines += ["", _verdict(match), *_redline(articles, match), *_difference_lines(articles, match)]
    return "\n".join(lines)


def comparison_json(articles: Sequence[Article], threshold: float = POSSIBLE) -> str:
    """The same as `{"articles", "matches", "clusters"}`."""
    overlap = compare(articles, floor=min(threshold, POSSIBLE))
    return _json(
        {
            "articles": [_article_object(number, article) for number, article in enumerate(articles)],
            "matches": [_match_object(articles, match) for match in _matches(overlap, threshold)],
            "clusters": [
                [_place_object(place) for place in cluster]
                for cluster in overlap.clusters(max(threshold, SURE))
            ],
        }
    )


def notes_text(notebook: Notebook) -> str:
    """Every annotation under the title of its article: tags, words, note; the coder if there are several."""
    lines: list[str] = []
    coders = {annotation.coder for annotation in notebook.annotations()}
    above = ""
    for annotation, article in _annotated(notebook):
        if article.id != above:
            heading, above = f"{article.shown} ({article.source or article.path})", article.id
            lines += ["", heading] if lines else [heading]
        lines += ["", *_annotation_lines(notebook, annotation)]
        if len(coders) > 1:
            lines.append(f"    by {annotation.coder or 'an unknown coder'}")
    return "\n".join(lines) or "The notebook is empty."


def notes_json(notebook: Notebook) -> str:
    """The same as `{"notebook", "tags", "annotations"}`."""
    return _json(
        {
            "notebook": str(notebook.path),
            "tags": [
                {"name": tag.name, "colour": tag.colour, "digit": tag.digit, "description": tag.description}
                for tag in notebook.tags
            ],
            "annotations": [
                _annotation_object(notebook, annotation, article)
                for annotation, article in _annotated(notebook)
            ],
        }
    )


def _matches(overlap: Overlap, threshold: float) -> list[Match]:
    return [match for match in overlap.matches if match.score >= threshold]


def _heading(number: int, article: Article) -> str:
    known = ", ".join(part for part in (article.source, article.date) if part)
    return f"{article_letter(number)}  {article.shown} ({known or clean_line(article.path)})"


def _count(matches: Sequence[Match]) -> str:
    sure = sum(match.sure for match in matches)
    return f"{sure} sure matches, {len(matches) - sure} possible"


def _verdict(match: Match) -> str:
    score, reason = format_score(match.score), "; ".join(match.reason)
    return f"{sentence_name(match.a)} ~ {sentence_name(match.b)}  {match.verdict}, {score}: {reason}"


def _redline(articles: Sequence[Article], match: Match) -> list[str]:
    """One text for a verbatim match, the edit for an edited one, both texts where the words are others."""
    from reader.overlap.differences.redline import wdiff  # noqa: PLC0415 - JSON needs none of it

    a, b = _texts(articles, match)
    if match.kind == "paraphrase":
        return [f"  {a}", f"  {b}"]
    return [f"  {wdiff(a, b)}"]


def _difference_lines(articles: Sequence[Article], match: Match) -> list[str]:
    letters = article_letter(match.a.article), article_letter(match.b.article)
    return [f"  - {describe_difference(one, *letters)}" for one in differences(*_texts(articles, match))]


def _texts(articles: Sequence[Article], match: Match) -> tuple[str, str]:
    return (
        articles[match.a.article].sentence_text(match.a.sentence),
        articles[match.b.article].sentence_text(match.b.sentence),
    )


def _article_object(number: int, article: Article) -> dict[str, Any]:
    return {
        "id": article_letter(number),
        "path": article.path,
        "title": article.title,
        "title_from": article.title_from,
        "source": article.source,
        "author": article.author,
        "date": article.date,
        "text": article.text,
        "sentences": [
            {"start": s.start, "end": s.end, "furniture": s.boilerplate} for s in article.sentences
        ],
    }


def _match_object(articles: Sequence[Article], match: Match) -> dict[str, Any]:
    return {
        "a": _place_object(match.a),
        "b": _place_object(match.b),
        "kind": match.kind,
        "score": match.score,
        "sure": match.sure,
        "reason": list(match.reason),
        "differences": [
            {"type": one.type, "a": one.a, "b": one.b} for one in differences(*_texts(articles, match))
        ],
    }


def _place_object(place: Place) -> dict[str, Any]:
    return {"article": article_letter(place.article), "sentence": place.sentence}


def _annotated(notebook: Notebook) -> Iterator[tuple[Annotation, StoredArticle]]:
    return ((annotation, notebook.article(annotation.article)) for annotation in notebook.annotations())


def _annotation_lines(notebook: Notebook, annotation: Annotation) -> list[str]:
    tags = "".join(f"[{notebook.tag(tag).name}] " for tag in annotation.tags)
    doubt = "" if annotation.verdict == "exact" else f"({annotation.verdict}) "
    was = [f"    was: {_in_one_line(annotation.was.exact)}"] if annotation.was else []
    note = [f"    {line}" for line in annotation.note.splitlines()]
    words = _in_one_line(annotation.selector.exact) or "the whole article"
    origin = annotation.origin
    copied = [f"    copied from {notebook.article(origin.article).shown}"] if origin else []
    return [f"  {doubt}{tags}{words}", *was, *_other_lines(notebook, annotation), *copied, *note]


def _other_lines(notebook: Notebook, annotation: Annotation) -> list[str]:
    """Of a pair the second side and what is between them; of an absence who does not say it."""
    other = annotation.other
    if other is None:
        return []
    doubt = "" if other.verdict == "exact" else f" ({other.verdict})"
    title = notebook.article(other.article).shown
    if annotation.kind == "absence":
        return [f"    missing from {title}{doubt}"]
    relation = f"{annotation.relation}, " if annotation.relation else ""
    between = [f"      {line}" for line in describe_differences(annotation)]
    return [f"    {relation}with {title}{doubt}: {_in_one_line(other.selector.exact)}", *between]


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _annotation_object(notebook: Notebook, annotation: Annotation, article: StoredArticle) -> dict[str, Any]:
    selector, now = annotation.selector, current_differences(annotation)
    return {
        "id": annotation.id,
        "target": annotation.kind,
        "article": _stored_object(article),
        "start": selector.start,
        "end": selector.end,
        "exact": selector.exact,
        "tags": [notebook.tag(tag).name for tag in annotation.tags],
        "note": annotation.note,
        "verdict": annotation.verdict,
        "was": annotation.was.exact if annotation.was else None,
        "other": _anchor_object(notebook, annotation.other),
        "relation": annotation.relation or None,
        "differences": [each._asdict() for each in annotation.differences],
        "differences_now": None if now is None else [each._asdict() for each in now],
        "origin": _anchor_object(notebook, annotation.origin),
        "coder": annotation.coder or None,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _anchor_object(notebook: Notebook, anchor: Anchor | None) -> dict[str, Any] | None:
    if anchor is None:
        return None
    selector = anchor.selector
    return {
        "article": _stored_object(notebook.article(anchor.article)),
        "start": selector.start,
        "end": selector.end,
        "exact": selector.exact,
        "verdict": anchor.verdict,
        "was": anchor.was.exact if anchor.was else None,
    }


def _stored_object(article: StoredArticle) -> dict[str, Any]:
    return {
        "title": article.title,
        "made_up": article.made_up,
        "source": article.source,
        "path": article.path,
    }


def _json(value: object) -> str:
    """JSON in ASCII: no character of a path or a title can reach the terminal as anything but an escape."""
    return json.dumps(value, indent=1)
