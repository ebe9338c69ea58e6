"""Sittings of tagging: a queue of places that is worked through, kept so that it can be taken up again.

What is done in a session is no step of undo; `back` goes back by one place. In the table `sessions` of the
file each is `id`, `words` (what the queue is), `coder`, `started`, `ended` (or null), `seconds` spent,
`queue` (runs of `article` and `spans`, each start and end), `left` (numbers in the queue, in the order to
come) and `passed` (each a number and "done" or "skipped"). A place that was lost with a change of its article
is 0, 0 and not left.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from math import isfinite
from typing import TYPE_CHECKING, Literal

from reader.articles import clean_line
from reader.notebook.coding.ledger import new_id
from reader.notebook.documents import schema
from reader.notebook.model import NotebookError, Selector

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from reader.notebook.anchoring.spans import Anchoring
    from reader.notebook.coding.ledger import Ledger
    from reader.notebook.documents.schema import Document
    from reader.notebook.model import Annotation, Span

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


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a session."""

    done: int
    skipped: int
    left: int
    seconds: float
    annotations: int
    """That its coder made or changed meanwhile, in the articles of the queue."""
    tags: Mapping[str, int]
    """How many of these carry each tag, by tag id, the most first."""


class Sessions:
    """The sessions of a notebook. What changes one raises NotebookError when the notebook is only read.

    Seconds are those spent since the last call; who shows the session knows when it is paused.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read: dict[str, tuple[Document, Session]] = {}
        """Sessions by id, with the documents they were read from: a long queue is not read at each key."""

    def all(self) -> tuple[Session, ...]:
        """Give all sessions, oldest first; what is not right in the file is left out."""
        found = []
        for document in self._ledger.state.documents["sessions"].values():
            try:
                found.append(self._session(document))
            except schema.WrongDocumentError:
                continue  # `check` tells of it
        return tuple(sorted(found, key=lambda each: each.started))

    def get(self, session_id: str) -> Session:
        """Give a session. Raises NotebookError: there is none of this id."""
        known = self._ledger.state.documents["sessions"].get(session_id)
        if known is None:
            raise NotebookError("There is no such session in the notebook any more.")
        return self._session(known)

    def paused(self) -> list[Session]:
        """Give the sessions of this coder that can be taken up again, the one begun last first."""
        mine = (each for each in reversed(self.all()) if each.coder == self._ledger.coder)
        return [each for each in mine if each.ended is None]

    def start(self, words: str, places: Iterable[Span]) -> Session:
        """Begin a session over these places, in this order; their articles are kept in the notebook."""
        queue = tuple(places)
        new = Session(
            id=new_id(),
            words=clean_line(words),
            coder=self._ledger.coder,
            queue=queue,
            left=tuple(range(len(queue))),
            passed=(),
            started=schema.now(),
            ended=None,
            seconds=0.0,
        )
        self._ledger.must_be_writable()
        for article_id in dict.fromkeys(article_id for article_id, _, _ in queue):
            self._ledger.journal.hold(self._ledger.attachments.store(article_id))
        self._ledger.journal.put("sessions", new.id, document(new))
        return new

    def done(self, session_id: str, seconds: float = 0.0) -> Session:
        """The place at hand is done; go on to the next."""
        return self._pass(session_id, "done", seconds)

    def cover(self, session_id: str, spans: Collection[Span], seconds: float = 0.0) -> Session:
        """All the places left that one of these spans touches are done."""
        now = self.get(session_id)
        covered = dict.fromkeys(number for number in now.left if _touches(now.queue[number], spans))
        passed: list[tuple[int, Passed]] = [(number, "done") for number in covered]
        left = tuple(number for number in now.left if number not in covered)
        return self._keep(replace(now, left=left, passed=(*now.passed, *passed)), seconds)

    def take_back(self, session_id: str, spans: Collection[Span], seconds: float = 0.0) -> Session:
        """The places done that one of these spans touches are not: they come where the queue has them."""
        now = self.get(session_id)
        again = [n for n, how in now.passed if how == "done" and _touches(now.queue[n], spans)]
        passed = tuple(each for each in now.passed if each[0] not in again)
        left = list(now.left)
        for number in sorted(again, reverse=True):
            left.insert(next((i for i, other in enumerate(left) if other > number), len(left)), number)
        return self._keep(replace(now, left=tuple(left), passed=passed), seconds)

    def skip(self, session_id: str, seconds: float = 0.0) -> Session:
        """Leave the place at hand out; go on to the next."""
        return self._pass(session_id, "skipped", seconds)

    def later(self, session_id: str, seconds: float = 0.0) -> Session:
        """Put the place at hand behind all that is left."""
        now = self.get(session_id)
        return self._keep(replace(now, left=now.left[1:] + now.left[:1]), seconds)

    def sooner(self, session_id: str, number: int, seconds: float = 0.0) -> Session:
        """Put a place that is left, by its number in the queue, before all others: `later` taken back."""
        now = self.get(session_id)
        others = tuple(other for other in now.left if other != number)
        return self._keep(replace(now, left=(number, *others)), seconds)

    def back(self, session_id: str, seconds: float = 0.0) -> Session:
        """Go back to the place passed last, if there is one."""
        now = self.get(session_id)
        if now.passed:
            now = replace(now, left=(now.passed[-1][0], *now.left), passed=now.passed[:-1])
        return self._keep(now, seconds)

    def spend(self, session_id: str, seconds: float) -> Session:
        """Take down time that was spent, as when pausing."""
        return self._keep(self.get(session_id), seconds)

    def finish(self, session_id: str, seconds: float = 0.0) -> Session:
        """End a session, whatever is left; `paused` does not give it any more."""
        return self._keep(replace(self.get(session_id), ended=schema.now()), seconds)

    def summary(self, session_id: str) -> Summary:
        """Say what came of a session, at its end or so far."""
        now = self.get(session_id)
        made = [each for each in self._ledger.state.annotations.values() if _is_of(each, now)]
        tags = Counter(tag for annotation in made for tag in annotation.tags)
        return Summary(now.done, now.skipped, len(now.left), now.seconds, len(made), dict(tags.most_common()))

    def _pass(self, session_id: str, how: Passed, seconds: float) -> Session:
        now = self.get(session_id)
        if now.left:
            now = replace(now, left=now.left[1:], passed=(*now.passed, (now.left[0], how)))
        return self._keep(now, seconds)

    def _keep(self, session: Session, seconds: float) -> Session:
        self._ledger.must_be_writable()
        session = replace(session, seconds=session.seconds + max(0.0, seconds))
        known = self._ledger.state.documents["sessions"][session.id]
        now = known | _progress(session)
        self._read[session.id] = now, session
        self._ledger.journal.put("sessions", session.id, now)
        return session

    def _session(self, document: Document) -> Session:
        there = self._read.get(document["id"])
        if there is None or there[0] is not document:
            there = self._read[document["id"]] = document, session(document)
        return there[1]


def _touches(place: Span, spans: Collection[Span]) -> bool:
    article, start, end = place
    return any(article == name and start < last and first < end for name, first, last in spans)


def _is_of(annotation: Annotation, session: Session) -> bool:
    end = session.ended or schema.now()
    return (
        annotation.coder == session.coder
        and session.started <= annotation.modified <= end
        and any(annotation.article == article_id for article_id, _, _ in session.queue)
    )


def session(document: Document) -> Session:
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
        raise schema.WrongDocumentError("session") from error
    if not isfinite(found.seconds):
        raise schema.WrongDocumentError("seconds")
    numbers = [*found.left, *(number for number, _ in found.passed)]
    if len(set(numbers)) < len(numbers) or not all(0 <= number < len(queue) for number in numbers):
        raise schema.WrongDocumentError("left, passed")
    return found


def document(session: Session) -> Document:
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
        **_progress(session),
    }


def _progress(session: Session) -> Document:
    """Write what changes in a session while it is worked through."""
    return {
        "ended": session.ended,
        "seconds": round(session.seconds, 3),
        "left": list(session.left),
        "passed": [list(each) for each in session.passed],
    }


def carried(known: Document, article_id: str, old_text: str, anchoring: Anchoring) -> Document:
    """Give the session with its places in the new text of an article; the same document if it has none there.

    A document that is no session stays as it is.
    """
    try:
        before = session(known)
    except schema.WrongDocumentError:
        return known
    queue = list(before.queue)
    for number, (article, start, end) in enumerate(before.queue):
        if article == article_id and 0 <= start < end <= len(old_text):
            selector, verdict = anchoring.anchor(Selector.of(old_text, start, end))
            queue[number] = (article, *((0, 0) if verdict == "lost" else (selector.start, selector.end)))
    if tuple(queue) == before.queue:
        return known
    left = tuple(number for number in before.left if queue[number][2])
    return known | document(replace(before, queue=tuple(queue), left=left))


def _how(how: str) -> Passed:
    if how not in ("done", "skipped"):
        raise ValueError(how)
    return "done" if how == "done" else "skipped"
