"""Changes made in memory, kept as steps that can be undone, and handed to the writer.

Invariant: a step and the documents it changed are handed over together, so that the file never has one
without the other.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.notebook.history.steps import DocumentChange, Step, step_document
from reader.notebook.schema.documents import WrongDocumentError, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.notebook.history.steps import Exchange, UndoSteps
    from reader.notebook.model import Annotation, Span
    from reader.notebook.schema.documents import Document
    from reader.notebook.state.state import NotebookState
    from reader.notebook.storage.writer import DocumentWrite


class History:
    """What was done to a notebook: it can be undone and redone, also after a restart.

    `touched_…` tell what the last change, undo or redo changed.
    """

    def __init__(
        self,
        state: NotebookState,
        steps: UndoSteps,
        *,
        must_be_writable: Callable[[], None],
        hand_over: Callable[[Sequence[DocumentWrite]], None],
    ) -> None:
        """Keep the steps of an opened notebook.

        :param must_be_writable: raises NotebookError while the notebook is read-only.
        :param hand_over: has the writer put documents in the file.
        """
        self.touched_spans: tuple[Span, ...] = ()
        """Where annotations changed: of a pair both sides, of a whole article 0–0."""
        self.touched_coders: frozenset[str] = frozenset()
        """Whose annotations changed; "" stands for a coder who is not known."""
        self.touched_codebook = False
        """Whether tags themselves changed: names, colours, digits."""
        self.turned_codebook = False
        """Whether the last undo or redo was of a step on tags themselves, not only of what carries them."""
        self.steps = steps
        self._must_be_writable = must_be_writable
        self._state = state
        self._hand_over = hand_over
        self._held: list[DocumentWrite] = []
        self._opposites: list[DocumentChange] | None = None
        """What would take back the step that is being made; None outside of `step`."""

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """Make one step of undo, named by these words, of all changes made inside.

        A step within a step is part of the outer one.
        """
        if self._opposites is not None:
            yield
            return
        self._opposites = []
        try:
            yield
        finally:
            opposites, self._opposites = self._opposites, None
            if opposites:
                self._add_step(words, opposites)

    def undo(self) -> str | None:
        """Take back the last step and return its words; None if there is none.

        :raises NotebookError: the notebook is read-only.
        """
        return self._turn(self.steps.undo)

    def redo(self) -> str | None:
        """Do the step undone last again and return its words; None if there is none.

        :raises NotebookError: the notebook is read-only.
        """
        return self._turn(self.steps.redo)

    # For the actions

    def do(self, words: str, changes: Sequence[DocumentChange]) -> None:
        """Make the changes, as a step named by these words or as part of the step that is being made."""
        if not changes:
            return
        opposites = self._exchange(changes)
        if self._opposites is not None:
            self._opposites[:0] = opposites
        else:
            self._add_step(words, opposites)

    def hold_document(self, table: str, name: str, document: Document) -> None:
        """Put a document in a table, as no step of undo; it is written with the next change."""
        self._held.append((table, name, self._state.put(table, name, document)))

    def hold(self, writes: Sequence[DocumentWrite]) -> None:
        """Have these written with the next change, but not before."""
        self._held += writes

    def flush(self) -> None:
        """Have written what is held."""
        writes, self._held = self._held, []
        self._hand_over(writes)

    def _exchange(self, changes: Sequence[DocumentChange]) -> tuple[DocumentChange, ...]:
        """Make the changes; return their opposites, in the order in which to make those."""
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
                stored = self._state.put(change.table, change.id, document, change.annotation)
            except WrongDocumentError:
                continue  # a step altered by another program; the rest of it still counts
            for annotation in (*before, *self._annotations(change)):
                touched |= dict.fromkeys(annotation.spans)
                coders.add(annotation.coder)
            self._held.append((change.table, change.id, stored))
            opposites.append(opposite)
        self.touched_spans, self.touched_coders = tuple(touched), frozenset(coders)
        return tuple(reversed(opposites))

    def _annotations(self, change: DocumentChange) -> tuple[Annotation, ...]:
        there = self._state.annotations.get(change.id) if change.table == "annotations" else None
        return () if there is None else (there,)

    def _add_step(self, words: str, opposites: Sequence[DocumentChange]) -> None:
        step, gone = self.steps.add(words, utc_now(), tuple(opposites))
        self._held += [("history", str(old.number), None) for old in gone]
        self._write_step(step)

    def _turn(self, turn: Callable[[Exchange], Step | None]) -> str | None:
        self._must_be_writable()
        step = turn(self._exchange)
        if step is None:
            return None
        self.turned_codebook = step.is_of_codebook
        self._write_step(step)
        return step.words

    def _write_step(self, step: Step) -> None:
        self._held.append(("history", str(step.number), step_document(step)))
        self.flush()
