"""Make changes in memory, keep them as steps that can be undone, and hand them to the writer.

Making a change yields the opposite change. Undo and redo are therefore one exchange: make the changes of a
step, and keep their opposites in their place.

Invariants: a step and the documents it changed are handed over together, so that the file never has one
without the other; and nothing is done while the notebook is read-only.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.notebook.history.steps import DocumentChange, Step, step_document
from reader.notebook.schema.documents import WrongDocumentError, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.notebook.model import Annotation, Span
    from reader.notebook.schema.documents import Document
    from reader.notebook.state.state import NotebookState
    from reader.notebook.storage.writer import DocumentWrite


MOST_STEPS = 2_000
"""The oldest steps beyond these are forgotten."""


class History:
    """What was done to a notebook: it can be undone and redone, also after a restart.

    `touched_…` tell what the last change, undo or redo changed. All of these raise NotebookError while the
    notebook is read-only.
    """

    def __init__(
        self,
        state: NotebookState,
        steps: list[Step],
        last_number: int,
        must_be_writable: Callable[[], None],
        hand_over: Callable[[Sequence[DocumentWrite]], None],
    ) -> None:
        """Take over the steps of a file.

        :param last_number: the highest number that a document of the table has, be it a step or not.
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
        """Oldest first; those that were undone, and can be redone, come last."""
        self._done = next((number for number, step in enumerate(steps) if step.undone), len(steps))
        self.must_be_writable = must_be_writable
        """Raises NotebookError, which says why, while the notebook is read-only."""
        self._last_number = max(last_number, steps[-1].number if steps else 0)
        self._state = state
        self._hand_over = hand_over
        self._held: list[DocumentWrite] = []
        self._opposites: list[DocumentChange] | None = None
        """What would take back the step that is being made; None outside of `step`."""

    def done_last_first(self) -> Iterator[Step]:
        """Yield the steps that are done, the last one first."""
        return reversed(self.steps[: self._done])

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """Make one step of undo, named by these words, of all changes made inside, be they steps or not."""
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
        """Take back the last step and return its words; None if there is none."""
        return self._turn(self._done - 1, undone=True)

    def redo(self) -> str | None:
        """Do the step undone last again and return its words; None if there is none."""
        return self._turn(self._done, undone=False)

    # For the actions

    def do(self, words: str, changes: Sequence[DocumentChange]) -> None:
        """Make the changes, as a step named by these words or as part of the step that is being made."""
        self.must_be_writable()
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

    def revise(self, revised: Callable[[tuple[DocumentChange, ...]], tuple[DocumentChange, ...]]) -> None:
        """Replace the changes of each step by a revised version of them, written with the next change."""
        for index, step in enumerate(self.steps):
            before = step.changes
            changes = revised(before)
            if changes != before:
                self.steps[index] = step._replace(held=changes)
                self._held.append(("history", str(step.number), step_document(self.steps[index])))

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
        self._last_number += 1
        step = Step(self._last_number, words, utc_now(), tuple(opposites))
        forgotten = self.steps[self._done :]
        self.steps[self._done :] = [step]
        forgotten += self.steps[:-MOST_STEPS]
        del self.steps[:-MOST_STEPS]
        self._done = len(self.steps)
        self._held += [("history", str(old.number), None) for old in forgotten]
        self._write_step(step)

    def _turn(self, index: int, *, undone: bool) -> str | None:
        self.must_be_writable()
        if not 0 <= index < len(self.steps):
            return None
        step = self.steps[index]
        step = self.steps[index] = step._replace(held=self._exchange(step.changes), undone=undone)
        self._done = index if undone else index + 1
        self.turned_codebook = step.is_of_codebook
        self._write_step(step)
        return step.words

    def _write_step(self, step: Step) -> None:
        self._held.append(("history", str(step.number), step_document(step)))
        self.flush()
