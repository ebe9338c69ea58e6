"""A sitting of tagging: a queue of places, and how far it has been worked through.

In the table `sessions` of the file each is `id`, `words` (what the queue is), `coder`, `started`, `ended` (or
null), `seconds` spent, `queue` (runs of `article` and `spans`, each start and end), `left` (numbers in the
queue, in the order to come) and `passed` (each a number and "done" or "skipped"). A place that was lost with
a change of its article is 0, 0 and not left.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import isfinite
from typing import TYPE_CHECKING, Literal

from reader.articles import clean_line
from reader.notebook.schema.documents import WrongDocumentError

if TYPE_CHECKING:
    from reader.notebook.model import Span
    from reader.notebook.schema.documents import Document

Passed = Literal["done", "skipped"]


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting, or several, over one queue."""

    id: str
    words: str
    """What the queue is, as in "untagged sentences of 3 articles"."""
    coder: str
    queue: tuple[Span, ...]
    left: tuple[int, ...]
    """Numbers in the queue, in the order to come; the first is at hand."""
    passed: tuple[tuple[int, Passed], ...]
    """Numbers in the queue, in the order they were passed in."""
    started: str
    """ISO 8601, UTC; likewise `ended`."""
    ended: str | None
    seconds: float
    """Spent so far."""

    @property
    def at(self) -> int | None:
        """The number in the queue of the place at hand; None when nothing is left."""
        return self.left[0] if self.left else None

    @property
    def place(self) -> Span | None:
        """The place at hand; None when nothing is left."""
        return self.queue[self.left[0]] if self.left else None

    @property
    def done(self) -> int:
        """How many places are done."""
        return sum(how == "done" for _, how in self.passed)

    @property
    def skipped(self) -> int:
        """How many places were skipped."""
        return len(self.passed) - self.done

    @property
    def share(self) -> float:
        """How much of the queue is behind, 0–1."""
        every = len(self.left) + len(self.passed)
        return len(self.passed) / every if every else 1.0

    @property
    def rate(self) -> float:
        """Places a minute so far; 0 when nothing is known of it."""
        return 60 * len(self.passed) / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """The time that what is left will take at this rate; None when nothing is known of it."""
        return 60 * len(self.left) / self.rate if self.rate else None


def read_session(document: Document) -> Session:
    """Read a session.

    :raises WrongDocumentError: the document is not one.
    """
    try:
        queue = tuple(
            (str(run["article"]), int(start), int(end))
            for run in document["queue"]
            for start, end in run["spans"]
        )
        passed = tuple((int(number), _how(how)) for number, how in document["passed"])
        ended = document.get("ended")
        found = Session(
            id=document["id"],
            words=clean_line(document["words"]),
            coder=clean_line(document.get("coder", "")),
            queue=queue,
            left=tuple(map(int, document["left"])),
            passed=passed,
            started=clean_line(document["started"]),
            ended=None if ended is None else clean_line(ended),
            seconds=float(document["seconds"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise WrongDocumentError("session") from error
    if not isfinite(found.seconds):
        raise WrongDocumentError("seconds")
    numbers = [*found.left, *(number for number, _ in found.passed)]
    if len(set(numbers)) < len(numbers) or not all(0 <= number < len(queue) for number in numbers):
        raise WrongDocumentError("left, passed")
    return found


def session_document(session: Session) -> Document:
    """Write a session."""
    runs = groupby(session.queue, key=lambda span: span[0])
    return {
        "id": session.id,
        "words": session.words,
        "coder": session.coder,
        "started": session.started,
        "queue": [
            {"article": article_id, "spans": [[start, end] for _, start, end in spans]}
            for article_id, spans in runs
        ],
        **progress(session),
    }


def progress(session: Session) -> Document:
    """Write what changes in a session while it is worked through."""
    return {
        "ended": session.ended,
        "seconds": round(session.seconds, 3),
        "left": list(session.left),
        "passed": [list(each) for each in session.passed],
    }


def _how(how: str) -> Passed:
    if how not in ("done", "skipped"):
        raise ValueError(how)
    return "done" if how == "done" else "skipped"
