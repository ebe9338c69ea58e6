"""A notebook as large as a year of work: for the times, not for the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles import Article
from reader.notebook import Notebook, Target

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = (
    "Sentence {number} of article {article} says that the committee of the harbour met again on Tuesday, "
    "that {number} members were present, and that nothing was decided about the wall before the summer."
)
NOTE = "The figure is not the one in the other account; ask the press office about it. " * 7
SENTENCES = 200


def article(number: int) -> Article:
    """Give an article of 200 sentences."""
    text = "\n".join(SENTENCE.format(number=index, article=number) for index in range(SENTENCES))
    return Article(
        text=text, sentences=(), title=f"Article {number}", title_from="first words", path=f"{number}.txt"
    )


def fill(path: Path, annotations: int) -> None:
    """Make a notebook with this many annotations, each about 1.1 kB in the file."""
    notebook = Notebook.open(path)
    tag = notebook.codebook.create("claim")
    for number in range(annotations // SENTENCES):
        attached = article(number)
        name = notebook.attach(attached)
        spans = lines(attached.text)
        with notebook.history.step("all"):
            notebook.put_tag(
                [Target.span(*span) for span in [(name, start, end) for start, end in spans]], tag.id
            )
            for start, end in spans:
                notebook.put_note(Target.span(name, start, end), NOTE)
    notebook.close()
    assert notebook.file.last_error is None


def lines(text: str) -> list[tuple[int, int]]:
    """Give the spans of the lines of the text."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans
