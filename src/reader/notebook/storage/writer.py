"""The one thread that puts changes on disk, so that no key press waits for the disk.

Invariant: `saved` is true only when everything handed over is on disk. What could not be written stays in the
queue; it is tried again with the next change and by `finish`.

Every method may be called from a signal handler, wherever the handler interrupted this code. Therefore the
condition's lock is reentrant; nobody waits for a thread that may not have been started yet; and a thread that
was started twice for the same run does the work once.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING

from reader.notebook.schema.documents import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DocumentWrite = tuple[str, str, Document | bytes | None]
"""Table, id, and the document that is there from now on, which may be encoded; None: it is removed."""

PAUSE = 0.022
"""Seconds between a change and its writing: the frame that shows the change is painted first."""


class Writer:
    """A queue of changes, and a thread that empties it and lives only while there is something to write.

    A run is the life of one such thread: from the first change handed over until the queue is empty, or holds
    only what has failed. Runs are numbered.
    """

    def __init__(self, write: Callable[[Sequence[DocumentWrite]], None]) -> None:
        self.last_error: str | None = None
        """Why the last attempt failed; None if it succeeded."""
        self.on_settled: Callable[[], object] | None = None
        """Called when everything is on disk or writing has failed."""
        self._write = write
        self._queue: list[DocumentWrite] = []
        self._condition = Condition()
        self._run = 0  # the number of the run under way or, if none is, of the next one
        self._started = -1  # the last run that a thread was started for
        self._working = False
        self._hurried = False  # somebody waits in `finish`: no pause

    @property
    def saved(self) -> bool:
        """Whether everything handed over is on disk."""
        return not self._queue

    def put(self, writes: Sequence[DocumentWrite]) -> None:
        """Hand over changes; they reach the disk together."""
        with self._condition:
            self._queue.extend(writes)
            if self._queue and self._started != self._run:
                self._start_thread()

    def finish(self) -> None:
        """Wait until everything is on disk or has failed once more."""
        with self._condition:
            self._hurried = True
            self._condition.notify_all()
            self._condition.wait_for(lambda: not self._working)
            if self._queue:
                run = self._run
                self._start_thread()
                self._condition.wait_for(lambda: self._run > run)
            self._hurried = False

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Write nothing inside: the database belongs to this thread."""
        with self._condition:
            self._condition.wait_for(lambda: not self._working)
            yield

    def _start_thread(self) -> None:
        """Start a thread for the next run; of several started for one run, the first to begin does it."""
        run = self._run
        # Not a daemon: an interpreter that exits without `close` still waits for the write.
        Thread(target=self._work, args=(run,), name="notebook writer", daemon=False).start()
        self._started = run

    def _work(self, run: int) -> None:
        with self._condition:
            if self._working or self._run != run:
                return
            self._working = True
        try:
            failed = 0
            while batch := self._next_batch(failed):
                failed = self._write_batch(batch)
        except BaseException:
            self._end_run()
            raise

    def _next_batch(self, failed: int) -> tuple[DocumentWrite, ...]:
        """Return the whole queue after a pause, or end the run if it holds only what has failed.

        :param failed: how many changes at the front of the queue could not be written just now.
        """
        with self._condition:
            if len(self._queue) <= failed:
                self._end_run()
                return ()
            self._condition.wait_for(lambda: self._hurried, PAUSE)
            return tuple(self._queue)

    def _end_run(self) -> None:
        with self._condition:
            self._working = False
            self._run += 1
            self._condition.notify_all()

    def _write_batch(self, batch: Sequence[DocumentWrite]) -> int:
        """Write the batch, call the listener, and return how many changes of it could not be written."""
        error = None
        try:
            self._write(batch)
        except Exception as caught:  # noqa: BLE001 — whatever it was, the user must know that it is not saved
            error = str(caught) or repr(caught)
        with self._condition:
            self.last_error = error
            if error is None:
                del self._queue[: len(batch)]
        listener = self.on_settled
        if listener is not None and (self.saved or error is not None):
            with suppress(BaseException):  # a listener may fail or be gone; the queue must be written anyway
                listener()
        return 0 if error is None else len(batch)
