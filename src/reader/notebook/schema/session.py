"""A session of tagging: a queue of spans, and how far it has been worked through.

In the table `sessions` of the file each is `id`, `words` (what the queue is), `coder`, `started`, `ended` (or
null), `seconds` spent, `queue` (runs of `article` and `spans`, each start and end), `left` (numbers in the
queue, in the order to come) and `passed` (each a number and "done" or "skipped"). A span that was lost with
a change of its article is 0, 0 and not left.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import isfinite
from typing import TYPE_CHECKING, Literal, get_args

from reader.notebook.schema.documents import WrongDocumentError
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from reader.notebook.model import Span
    from reader.notebook.schema.documents import Document

Outcome = Literal["done", "skipped"]
_OUTCOMES: dict[str, Outcome] = {outcome: outcome for outcome in get_args(Outcome)}


@dataclass(frozen=True, slots=True)
class Session:
    """A session of tagging over one queue; it may take several days."""

    id: str
    words: str
    """What the queue is, as in "untagged sentences of 3 articles"."""
    coder: str
    started: str
    """ISO 8601, UTC; likewise `ended`."""
    queue: tuple[Span, ...]
    left: tuple[int, ...]
    """Numbers in the queue, in the order to come; the first is at hand."""
    passed: tuple[tuple[int, Outcome], ...] = ()
    """Numbers in the queue with what became of them, in the order in which they were passed."""
    ended: str | None = None
    seconds: float = 0.0
    """Spent so far."""

    @property
    def at(self) -> int | None:
        """The number in the queue of the span at hand; None when nothing is left."""
        return self.left[0] if self.left else None

    @property
    def place(self) -> Span | None:
        """The span at hand; None when nothing is left."""
        return self.queue[self.left[0]] if self.left else None

    @property
    def done(self) -> int:
        """The number of spans that are done."""
        return sum(how == "done" for _, how in self.passed)

    @property
    def skipped(self) -> int:
        """The number of spans that were skipped."""
        return len(self.passed) - self.done

    @property
    def share(self) -> float:
        """How much of the queue has been passed, 0–1."""
        every = len(self.left) + len(self.passed)
        return len(self.passed) / every if every else 1.0

    @property
    def rate(self) -> float:
        """Spans passed in a minute so far; 0 when no time was counted."""
        return 60 * len(self.passed) / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """The time that what is left takes at this rate, in seconds; None when there is no rate yet."""
        return 60 * len(self.left) / self.rate if self.rate else None


def read_session(document: Document) -> Session:
    """Read a session; WrongDocumentError if the document is not one."""
    try:
        queue = tuple(
            (str(run["article"]), int(start), int(end))
            for run in document["queue"]
            for start, end in run["spans"]
        )
        ended = document.get("ended")
        found = Session(
            id=document["id"],
            words=clean_line(document["words"]),
            coder=clean_line(document.get("coder", "")),
            started=clean_line(document["started"]),
            queue=queue,
            left=tuple(map(int, document["left"])),
            passed=tuple((int(number), _OUTCOMES[how]) for number, how in document["passed"]),
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
    """Return the document of a session."""
    runs = groupby(session.queue, key=lambda span: span[0])
    queue = [{"article": name, "spans": [[start, end] for _, start, end in spans]} for name, spans in runs]
    fields = {"id": session.id, "words": session.words, "coder": session.coder, "started": session.started}
    return {**fields, "queue": queue, **progress_document(session)}


def progress_document(session: Session) -> Document:
    """Return the fields that change while a session is worked through."""
    return {
        "ended": session.ended,
        "seconds": round(session.seconds, 3),
        "left": list(session.left),
        "passed": [list(each) for each in session.passed],
    }
