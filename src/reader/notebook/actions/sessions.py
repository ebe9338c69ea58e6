"""Sessions of tagging: queues of sentences that are worked through, kept so that they can be taken up again.

What is done to a session is no step of undo; `Sessions.go_back` goes back by one sentence.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.notebook.model import NotebookError, count_by_tag
from reader.notebook.schema.documents import WrongDocumentError, new_id, utc_now
from reader.notebook.schema.session import Session, progress_document, read_session, session_document
from reader.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from reader.notebook.actions.context import ActionContext
    from reader.notebook.model import Span
    from reader.notebook.schema.documents import Document
    from reader.notebook.schema.session import Outcome


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """What came of a session."""

    done: int
    skipped: int
    left: int
    seconds: float
    annotations: int
    """Those that its coder made or changed meanwhile, in the articles of the queue."""
    tags: Mapping[str, int]
    """How many of these carry each tag, by tag id, the most first."""


class Sessions:
    """The sessions of a notebook. Changing one raises NotebookError when the notebook is read-only.

    `seconds` are those spent since the last call; who shows the session knows when it is paused.
    """

    def __init__(self, context: ActionContext) -> None:
        self._context = context
        self._read: dict[str, tuple[Document, Session]] = {}
        """Sessions by id, with the documents they were read from: a long queue is not read at each key."""

    def all(self) -> tuple[Session, ...]:
        """Return all sessions, oldest first; those that are not right in the file are left out."""
        found = []
        for document in self._context.state.documents["sessions"].values():
            with suppress(WrongDocumentError):  # `reader check` reports it
                found.append(self._session(document))
        return tuple(sorted(found, key=lambda each: each.started))

    def get(self, session_id: str) -> Session:
        """Return the session with this id; NotebookError if there is none."""
        known = self._context.state.documents["sessions"].get(session_id)
        if known is None:
            raise NotebookError("There is no such session in the notebook any more.")
        return self._session(known)

    def paused(self) -> list[Session]:
        """Return the sessions of this coder that have not ended, the one begun last first."""
        mine = (each for each in reversed(self.all()) if each.coder == self._context.coder)
        return [each for each in mine if each.ended is None]

    def start(self, words: str, places: Iterable[Span]) -> Session:
        """Begin a session over these spans, in this order; their articles become part of the notebook."""
        queue = tuple(places)
        left = tuple(range(len(queue)))
        new = Session(new_id(), clean_line(words), self._context.coder, utc_now(), queue, left)
        for article_id in dict.fromkeys(article_id for article_id, _, _ in queue):
            self._context.articles.keep(article_id)
        self._write(session_document(new))
        return new

    def complete(self, session_id: str, seconds: float = 0.0) -> Session:
        """Mark the span at hand as done and go on to the next."""
        return self._pass(session_id, "done", seconds)

    def skip(self, session_id: str, seconds: float = 0.0) -> Session:
        """Mark the span at hand as skipped and go on to the next."""
        return self._pass(session_id, "skipped", seconds)

    def complete_spans(self, session_id: str, spans: Collection[Span], seconds: float = 0.0) -> Session:
        """Mark all that is left of the queue and overlaps one of these spans as done."""
        now = self.get(session_id)
        done = dict.fromkeys(number for number in now.left if _overlaps(now.queue[number], spans))
        passed: list[tuple[int, Outcome]] = [(number, "done") for number in done]
        left = tuple(number for number in now.left if number not in done)
        return self._update(replace(now, left=left, passed=(*now.passed, *passed)), seconds)

    def reopen_spans(self, session_id: str, spans: Collection[Span], seconds: float = 0.0) -> Session:
        """Put back what is done and overlaps one of these spans, each where the queue has it."""
        now = self.get(session_id)
        again = [n for n, how in now.passed if how == "done" and _overlaps(now.queue[n], spans)]
        passed = tuple(each for each in now.passed if each[0] not in again)
        left = list(now.left)
        for number in sorted(again, reverse=True):
            left.insert(next((i for i, other in enumerate(left) if other > number), len(left)), number)
        return self._update(replace(now, left=tuple(left), passed=passed), seconds)

    def postpone(self, session_id: str, seconds: float = 0.0) -> Session:
        """Move the span at hand to the end of what is left."""
        now = self.get(session_id)
        return self._update(replace(now, left=now.left[1:] + now.left[:1]), seconds)

    def move_first(self, session_id: str, number: int, seconds: float = 0.0) -> Session:
        """Move the span with this number in the queue, which is left, to the front: takes `postpone` back."""
        now = self.get(session_id)
        others = tuple(other for other in now.left if other != number)
        return self._update(replace(now, left=(number, *others)), seconds)

    def go_back(self, session_id: str, seconds: float = 0.0) -> Session:
        """Go back to the span that was done or skipped last, if there is one."""
        now = self.get(session_id)
        if now.passed:
            now = replace(now, left=(now.passed[-1][0], *now.left), passed=now.passed[:-1])
        return self._update(now, seconds)

    def add_time(self, session_id: str, seconds: float) -> Session:
        """Add time spent on a session, for example when it is paused."""
        return self._update(self.get(session_id), seconds)

    def finish(self, session_id: str, seconds: float = 0.0) -> Session:
        """End a session, whatever is left of it."""
        return self._update(replace(self.get(session_id), ended=utc_now()), seconds)

    def summary(self, session_id: str) -> SessionSummary:
        """Return what came of a session, at its end or so far."""
        now = self.get(session_id)
        end, articles = now.ended or utc_now(), {article_id for article_id, _, _ in now.queue}
        every = self._context.state.annotations.values()
        there = (each for each in every if each.coder == now.coder and each.article in articles)
        made = [each for each in there if now.started <= each.modified <= end]
        tags = dict(count_by_tag(made).most_common())
        return SessionSummary(now.done, now.skipped, len(now.left), now.seconds, len(made), tags)

    def _pass(self, session_id: str, outcome: Outcome, seconds: float) -> Session:
        now = self.get(session_id)
        if now.left:
            now = replace(now, left=now.left[1:], passed=(*now.passed, (now.left[0], outcome)))
        return self._update(now, seconds)

    def _update(self, session: Session, seconds: float) -> Session:
        """Keep a changed session; only its progress is encoded anew, not its queue."""
        session = replace(session, seconds=session.seconds + max(0.0, seconds))
        document = self._context.state.documents["sessions"][session.id] | progress_document(session)
        self._write(document)
        self._read[session.id] = document, session
        return session

    def _write(self, document: Document) -> None:
        self._context.history.must_be_writable()
        self._context.history.hold_document("sessions", document["id"], document)
        self._context.history.flush()

    def _session(self, document: Document) -> Session:
        there = self._read.get(document["id"])
        if there is None or there[0] is not document:
            there = self._read[document["id"]] = document, read_session(document)
        return there[1]


def _overlaps(place: Span, spans: Collection[Span]) -> bool:
    article, start, end = place
    return any(article == name and start < last and first < end for name, first, last in spans)
