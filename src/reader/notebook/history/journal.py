"""Doing changes: in memory at once, in the history as a step, and to the writer in one piece.

Invariant: a step and what it changed are handed over together, so that the file never has one without the
other.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.notebook.history.steps import Do, DocumentChange, History, Step, step_document
from reader.notebook.schema.documents import WrongDocumentError, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.notebook.model import Annotation, Span
    from reader.notebook.schema.documents import Document
    from reader.notebook.state.state import NotebookState
    from reader.notebook.storage.writer import DocumentWrite


class Journal:
    """Does changes and keeps what takes them back."""

    def __init__(
        self, state: NotebookState, history: History, hand_over: Callable[[Sequence[DocumentWrite]], None]
    ) -> None:
        self.touched: tuple[Span, ...] = ()
        self.touched_codebook = False
        self.turned_codebook = False
        self.touched_coders: frozenset[str] = frozenset()
        self._state = state
        self._history = history
        self._hand_over = hand_over
        self._held: list[DocumentWrite] = []
        self._open: list[DocumentChange] | None = None

    def hold(self, writes: Sequence[DocumentWrite]) -> None:
        """Keep what is to be written with the next change, but not for itself."""
        self._held += writes

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """Make one step of all that is done inside; a step within a step is part of it."""
        if self._open is not None:
            yield
            return
        self._open = []
        try:
            yield
        finally:
            opposites, self._open = self._open, None
            if opposites:
                self._record(words, opposites)

    def do(self, words: str, changes: Sequence[DocumentChange]) -> None:
        """Do the changes, as a step of these words unless they are part of another."""
        opposites = self._exchange(changes)
        if self._open is not None:
            self._open[:0] = opposites
        else:
            self._record(words, opposites)

    def put(self, table: str, name: str, document: Document | None) -> None:
        """Put a document there, None takes it away, as no step of undo."""
        self.keep(table, name, document)
        self.flush()

    def keep(self, table: str, name: str, document: Document | None) -> None:
        """Put a document there; it is written with the next change."""
        self._state.put(table, name, document)
        self._held.append((table, name, document))

    def flush(self) -> None:
        """Hand over what is held."""
        writes, self._held = self._held, []
        self._hand_over(writes)

    def undo(self) -> str | None:
        """Take the last step back and give its words; None if there is none."""
        return self._turn(self._history.undo)

    def redo(self) -> str | None:
        """Do the last step taken back again and give its words; None if there is none."""
        return self._turn(self._history.redo)

    def _exchange(self, changes: Sequence[DocumentChange]) -> tuple[DocumentChange, ...]:
        """Do the changes; give their opposites, in the order in which to do those."""
        opposites: list[DocumentChange] = []
        touched: dict[Span, None] = {}
        coders: set[str] = set()
        self.touched_codebook = any(change.table == "tags" for change in changes)
        for change in changes:
            known = self._state.documents[change.table].get(change.id)
            document, opposite = change.on(known)
            if document is known is None:
                continue  # it is not there to be changed; what the file may have of that name is not ours
            before = self._annotations(change)
            try:
                self._state.put(change.table, change.id, document)
            except WrongDocumentError:
                continue  # a step altered by other hands; the rest of it still counts
            for annotation in (*before, *self._annotations(change)):
                touched |= dict.fromkeys(annotation.spans)
                coders.add(annotation.coder)
            self._held.append((change.table, change.id, document))
            opposites.append(opposite)
        self.touched, self.touched_coders = tuple(touched), frozenset(coders)
        return tuple(reversed(opposites))

    def _annotations(self, change: DocumentChange) -> tuple[Annotation, ...]:
        there = self._state.annotations.get(change.id) if change.table == "annotations" else None
        return () if there is None else (there,)

    def _record(self, words: str, opposites: Sequence[DocumentChange]) -> None:
        step, gone = self._history.add(words, utc_now(), tuple(opposites))
        self._held += [("history", str(old.number), None) for old in gone]
        self._close(step)

    def _turn(self, turn: Callable[[Do], Step | None]) -> str | None:
        step = turn(self._exchange)
        if step is None:
            return None
        self.turned_codebook = step.is_of_codebook
        self._close(step)
        return step.words

    def _close(self, step: Step) -> None:
        writes, self._held = self._held, []
        self._hand_over([*writes, ("history", str(step.number), step_document(step))])
