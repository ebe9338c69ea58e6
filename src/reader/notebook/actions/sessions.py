"""Sittings of tagging: a queue of places that is worked through, kept so that it can be taken up again.

What is done in a session is no step of undo; `back` goes back by one place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.articles import clean_line
from reader.notebook.model import NotebookError
from reader.notebook.schema.documents import WrongDocumentError, new_id, utc_now
from reader.notebook.schema.session import Session, progress, read_session, session_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from reader.notebook.actions.context import ActionContext
    from reader.notebook.model import Annotation, Span
    from reader.notebook.schema.documents import Document
    from reader.notebook.schema.session import Passed


@dataclass(frozen=True, slots=True)
class SessionSummary:
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

    def __init__(self, context: ActionContext) -> None:
        self._context = context
        self._read: dict[str, tuple[Document, Session]] = {}
        """Sessions by id, with the documents they were read from: a long queue is not read at each key."""

    def all(self) -> tuple[Session, ...]:
        """Give all sessions, oldest first; what is not right in the file is left out."""
        found = []
        for document in self._context.state.documents["sessions"].values():
            try:
                found.append(self._session(document))
            except WrongDocumentError:
                continue  # `check` tells of it
        return tuple(sorted(found, key=lambda each: each.started))

    def get(self, session_id: str) -> Session:
        """Give a session. Raises NotebookError: there is none of this id."""
        known = self._context.state.documents["sessions"].get(session_id)
        if known is None:
            raise NotebookError("There is no such session in the notebook any more.")
        return self._session(known)

    def paused(self) -> list[Session]:
        """Give the sessions of this coder that can be taken up again, the one begun last first."""
        mine = (each for each in reversed(self.all()) if each.coder == self._context.coder)
        return [each for each in mine if each.ended is None]

    def start(self, words: str, places: Iterable[Span]) -> Session:
        """Begin a session over these places, in this order; their articles are kept in the notebook."""
        queue = tuple(places)
        new = Session(
            id=new_id(),
            words=clean_line(words),
            coder=self._context.coder,
            queue=queue,
            left=tuple(range(len(queue))),
            passed=(),
            started=utc_now(),
            ended=None,
            seconds=0.0,
        )
        self._context.opened.must_be_writable()
        for article_id in dict.fromkeys(article_id for article_id, _, _ in queue):
            self._context.articles.keep(article_id)
        self._put(new.id, session_document(new))
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
        return self._keep(replace(self.get(session_id), ended=utc_now()), seconds)

    def summary(self, session_id: str) -> SessionSummary:
        """Say what came of a session, at its end or so far."""
        now = self.get(session_id)
        made = [each for each in self._context.state.annotations.values() if _is_of(each, now)]
        tags = Counter(tag for annotation in made for tag in annotation.tags)
        return SessionSummary(
            now.done, now.skipped, len(now.left), now.seconds, len(made), dict(tags.most_common())
        )

    def _pass(self, session_id: str, how: Passed, seconds: float) -> Session:
        now = self.get(session_id)
        if now.left:
            now = replace(now, left=now.left[1:], passed=(*now.passed, (now.left[0], how)))
        return self._keep(now, seconds)

    def _keep(self, session: Session, seconds: float) -> Session:
        self._context.opened.must_be_writable()
        session = replace(session, seconds=session.seconds + max(0.0, seconds))
        known = self._context.state.documents["sessions"][session.id]
        now = known | progress(session)
        self._read[session.id] = now, session
        self._put(session.id, now)
        return session

    def _put(self, session_id: str, document: Document) -> None:
        self._context.history.hold_document("sessions", session_id, document)
        self._context.history.flush()

    def _session(self, document: Document) -> Session:
        there = self._read.get(document["id"])
        if there is None or there[0] is not document:
            there = self._read[document["id"]] = document, read_session(document)
        return there[1]


def _touches(place: Span, spans: Collection[Span]) -> bool:
    article, start, end = place
    return any(article == name and start < last and first < end for name, first, last in spans)


def _is_of(annotation: Annotation, session: Session) -> bool:
    end = session.ended or utc_now()
    return (
        annotation.coder == session.coder
        and session.started <= annotation.modified <= end
        and any(annotation.article == article_id for article_id, _, _ in session.queue)
    )
