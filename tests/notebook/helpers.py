"""What the tests of the notebook share."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.notebook.prose import HARBOUR
from tinydb import TinyDB

from reader.articles import Article, Sentence
from reader.notebook import Notebook, Target
from reader.text.sentences import split_sentences

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook import Annotation

TABLES = ("meta", "tags", "articles", "annotations", "sessions", "history")


def article(text: str = HARBOUR, path: str = "harbour.txt", url: str | None = None) -> Article:
    """Make an article of this text."""
    sentences = tuple(Sentence(start, end, 0) for start, end in split_sentences(text))
    title = text.splitlines()[0]
    return Article(text, sentences, title, "first line", path, source="The Ansley Gazette", url=url)


def plain(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Read the file as any program would: with TinyDB as it is."""
    with TinyDB(path, access_mode="r") as database:
        return {name: [dict(document) for document in database.table(name)] for name in database.tables()}


def words(notebook: Notebook, annotation: Annotation) -> tuple[str, tuple[str, ...], str]:
    """Return the words an annotation is on, the names of its tags, and its note."""
    return (
        annotation.selector.exact,
        tuple(notebook.tag(tag).name for tag in annotation.tags),
        annotation.note,
    )


def content(notebook: Notebook) -> dict[str, Any]:
    """Return everything the user put in a notebook, to be compared."""
    return {"tags": notebook.tags, "annotations": notebook.annotations()}


def python(script: str, *arguments: str) -> subprocess.Popen[str]:
    """Start another Python process with this script."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )


def make_notebook(path: Path) -> None:
    """Put a notebook with one tagged and noted sentence there."""
    notebook = Notebook.open(path)
    name = notebook.attach(article())
    notebook.put_tag([Target.span(name, 0, 38)], notebook.codebook.create("claim").id)
    notebook.put_note(Target.span(name, 0, 38), "a")
    notebook.close()
    assert notebook.file.last_error is None


def wait_for_writer(notebook: Notebook) -> None:
    """Wait until what was changed is on disk or has failed to be."""
    writer = notebook.file._writer
    with writer._condition:
        writer._condition.wait_for(lambda: writer._started != writer._run)
