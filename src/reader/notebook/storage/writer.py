"""The one thread that puts changes on disk, so that no key waits for one.

Invariant: `saved` is true only when everything handed over is on disk. What could not be written stays in the
queue, and is tried again with the next change and on `finish`.

All may be called from a signal handler, whatever the handler interrupts: the lock is one that its thread may
take twice, nobody waits for a thread that may not have been started, and one run at a time is at work.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING

from reader.notebook.schema.documents import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DocumentWrite = tuple[str, str, Document | None]
"""Table, id, and the document that is there now; None: there is none."""

PAUSE = 0.022
"""Seconds between a change and its writing: the frame that shows it is painted first."""


class Writer:
    """A queue of changes, and the thread that empties it and lives only while there is something to do."""

    def __init__(self, write: Callable[[Sequence[DocumentWrite]], None]) -> None:
        self.last_error: str | None = None
        self._write = write
        self._on_settled: Callable[[], None] | None = None
        self._queue: list[DocumentWrite] = []
        self._condition = Condition()
        self._run = 0  # the number of the run at work or, if none is, of the next one
        self._called = -1  # the run that a thread was called for last
        self._working = False
        self._hurried = False

    @property
    def saved(self) -> bool:
        """Whether everything handed over is on disk."""
        return not self._queue

    def listen(self, on_settled: Callable[[], None] | None) -> None:
        """Have this called when everything is on disk, and when writing has failed; None: nobody."""
        self._on_settled = on_settled

    def put(self, writes: Sequence[DocumentWrite]) -> None:
        """Hand over changes; they reach the disk together."""
        with self._condition:
            self._queue.extend(writes)
            if self._queue and self._called != self._run:
                self._call()

    def finish(self) -> None:
        """Wait until everything is on disk or has failed once more."""
        with self._condition:
            self._hurried = True
            self._condition.notify_all()
            self._condition.wait_for(lambda: not self._working)
            if self._queue:
                run = self._run
                self._call()
                self._condition.wait_for(lambda: self._run > run)
            self._hurried = False

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Write nothing inside: another thread may be about to try again."""
        with self._condition:
            self._condition.wait_for(lambda: not self._working)
            yield

    def _call(self) -> None:
        """Call a thread for the next run; of several called for it, the first one does it."""
        run = self._run
        # Not a daemon: an interpreter that leaves without `close` still waits for the write.
        Thread(target=self._work, args=(run,), name="notebook writer", daemon=False).start()
        self._called = run

    def _work(self, run: int) -> None:
        with self._condition:
            if self._working or self._run != run:
                return
            self._working = True
        try:
            tried = 0
            while batch := self._next(tried):
                tried = self._settle(batch, self._try(batch))
        except BaseException:
            self._leave()
            raise

    def _next(self, tried: int) -> tuple[DocumentWrite, ...]:
        """Give the whole queue if it holds more than was tried in vain; else nothing: the run is over."""
        with self._condition:
            if len(self._queue) <= tried:
                self._leave()
                return ()
            self._condition.wait_for(lambda: self._hurried, PAUSE)
            return tuple(self._queue)

    def _leave(self) -> None:
        with self._condition:
            self._working = False
            self._run += 1
            self._condition.notify_all()

    def _settle(self, batch: Sequence[DocumentWrite], error: str | None) -> int:
        """Take what is on disk out of the queue, tell, and give how many stay that were tried."""
        with self._condition:
            self.last_error = error
            if error is None:
                del self._queue[: len(batch)]
        listener = self._on_settled
        if listener is not None and (self.saved or error is not None):
            with suppress(BaseException):  # who listened may be gone; what is in the queue must be written
                listener()
        return 0 if error is None else len(batch)

    def _try(self, batch: Sequence[DocumentWrite]) -> str | None:
        try:
            self._write(batch)
        except Exception as error:  # noqa: BLE001 — whatever it was, the user must know that it is not saved
            return str(error) or repr(error)
        return None
