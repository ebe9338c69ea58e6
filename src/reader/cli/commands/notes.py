"""`reader notes`: every tag and note of a notebook, for people and for programs.

The JSON form is documented in docs/cli.md; what it holds and how it is called is a promise.
"""

import json
from argparse import ArgumentParser, Namespace
from typing import Any

from reader.cli.output import open_notebook, print_text
from reader.cli.parser import add_format, add_notebook
from reader.notebook import Anchor, Annotation, Notebook, StoredArticle
from reader.text.phrases import in_one_line
from reader.workspace.pair_differences import current_differences, describe_differences

DESCRIPTION = "Print the notebook: every tag and note, with the words it is on."


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be typed after `reader notes`."""
    add_notebook(parser, "the notebook to print")
    add_format(parser)


def run(options: Namespace) -> int:
    """Print the notebook. Raises NotebookError, OutputError."""
    make = notes_json if options.format == "json" else notes_text
    print_text(make(open_notebook(options.notes)))
    return 0


def notes_text(notebook: Notebook) -> str:
    """Return every annotation under its article: tags, words, note; the coder if there are several."""
    lines: list[str] = []
    annotations = list(notebook.annotations())
    coders = {annotation.coder for annotation in annotations}
    above = ""
    for annotation in annotations:
        article = notebook.article(annotation.article)
        if article.id != above:
            heading, above = f"{article.shown} ({article.source or article.path})", article.id
            lines += ["", heading] if lines else [heading]
        lines += ["", *_annotation_lines(notebook, annotation)]
        if len(coders) > 1:
            lines.append(f"    by {annotation.coder or 'an unknown coder'}")
    return "\n".join(lines) or "The notebook is empty."


def notes_json(notebook: Notebook) -> str:
    """Return the notebook as `{"notebook", "tags", "annotations"}`, in ASCII.

    So no character of a path or a title can reach the terminal as anything but an escape.
    """
    value = {
        "notebook": str(notebook.path),
        "tags": [
            {"name": tag.name, "colour": tag.colour, "digit": tag.digit, "description": tag.description}
            for tag in notebook.tags
        ],
        "annotations": [_annotation_object(notebook, annotation) for annotation in notebook.annotations()],
    }
    return json.dumps(value, indent=1)


def _annotation_lines(notebook: Notebook, annotation: Annotation) -> list[str]:
    tags = "".join(f"[{notebook.tag(tag).name}] " for tag in annotation.tags)
    doubt = "" if annotation.verdict == "exact" else f"({annotation.verdict}) "
    was = [f"    was: {in_one_line(annotation.was.exact)}"] if annotation.was else []
    note = [f"    {line}" for line in annotation.note.splitlines()]
    words = in_one_line(annotation.selector.exact) or "the whole article"
    origin = annotation.origin
    copied = [f"    copied from {notebook.article(origin.article).shown}"] if origin else []
    return [f"  {doubt}{tags}{words}", *was, *_other_lines(notebook, annotation), *copied, *note]


def _other_lines(notebook: Notebook, annotation: Annotation) -> list[str]:
    """Return, of a pair, the second side and the differences; of an absence, who does not say it."""
    if (other := annotation.other) is None:
        return []
    doubt = "" if other.verdict == "exact" else f" ({other.verdict})"
    title = notebook.article(other.article).shown
    if annotation.kind == "absence":
        return [f"    missing from {title}{doubt}"]
    relation = f"{annotation.relation}, " if annotation.relation else ""
    between = [f"      {line}" for line in describe_differences(annotation)]
    return [f"    {relation}with {title}{doubt}: {in_one_line(other.selector.exact)}", *between]


def _annotation_object(notebook: Notebook, annotation: Annotation) -> dict[str, Any]:
    selector, now = annotation.selector, current_differences(annotation)
    return {
        "id": annotation.id,
        "target": annotation.kind,
        "article": _article_object(notebook.article(annotation.article)),
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
        "article": _article_object(notebook.article(anchor.article)),
        "start": selector.start,
        "end": selector.end,
        "exact": selector.exact,
        "verdict": anchor.verdict,
        "was": anchor.was.exact if anchor.was else None,
    }


def _article_object(article: StoredArticle) -> dict[str, Any]:
    return {
        "title": article.title,
        "made_up": article.made_up,
        "source": article.source,
        "path": article.path,
    }
