"""The one thread that puts changes on disk, so that no key waits for one.

Invariant: `saved` is true only when everything handed over is on disk. What could not be written stays in the
queue, and is tried again with the next change and on `finish`.
"""

from __future__ import annotations

from threading import Condition, Event, Thread, current_thread
from typing import TYPE_CHECKING

from .schema import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Put = tuple[str, str, Document | None]
"""Table, id, and the document that is there now; None: there is none."""

PAUSE = 0.022
"""Seconds between a change and its writing: the frame that shows it is painted first."""


class Writer:
    """A queue of changes, and the thread that empties it and lives only while there is something to do."""

    def __init__(
        self,
        write: Callable[[Sequence[Put]], None],
        on_saved: Callable[[], None] | None = None,
    ) -> None:
        self.last_error: str | None = None
        self._write = write
        self._on_saved = on_saved
        self._on_settled: Callable[[], None] | None = None
        self._queue: list[Put] = []
        self._condition = Condition()
        self._thread: Thread | None = None
        self._hurry = Event()

    @property
    def saved(self) -> bool:
        """Whether everything handed over is on disk."""
        return not self._queue

    def listen(self, on_settled: Callable[[], None]) -> None:
        """Have this called when everything is on disk, and when writing has failed."""
        self._on_settled = on_settled

    def put(self, puts: Sequence[Put]) -> None:
        """Hand over changes; they reach the disk together."""
        with self._condition:
            self._queue.extend(puts)
            if self._thread is None and self._queue:
                # Not a daemon: an interpreter that leaves without `close` still waits for the write.
                self._thread = Thread(target=self._work, name="notebook writer", daemon=False)
                self._thread.start()

    def finish(self) -> None:
        """Wait until everything is on disk or has failed once more."""
        self._hurry.set()
        self._wait()
        if self._queue:
            self.put(())
            self._wait()
        self._hurry.clear()

    def _wait(self) -> None:
        with self._condition:
            self._condition.wait_for(lambda: self._thread is None)

    def _work(self) -> None:
        try:
            tried = 0
            while batch := self._next(tried):
                tried = self._settle(batch, self._try(batch))
        finally:
            self._leave()

    def _next(self, tried: int) -> tuple[Put, ...]:
        """Give the whole queue if it holds more than was tried in vain; else nothing: the thread is over."""
        with self._condition:
            if len(self._queue) <= tried:
                self._leave()
                return ()
        self._hurry.wait(PAUSE)
        with self._condition:
            return tuple(self._queue)

    def _leave(self) -> None:
        with self._condition:
            if self._thread is current_thread():
                self._thread = None
            self._condition.notify_all()

    def _settle(self, batch: Sequence[Put], error: str | None) -> int:
        """Take what is on disk out of the queue, tell, and give how many stay that were tried."""
        with self._condition:
            self.last_error = error
            if error is None:
                del self._queue[: len(batch)]
        if self.saved and self._on_saved is not None:
            self._on_saved()
        if (self.saved or error is not None) and self._on_settled is not None:
            self._on_settled()
        return 0 if error is None else len(batch)

    def _try(self, batch: Sequence[Put]) -> str | None:
        try:
            self._write(batch)
        except Exception as error:  # noqa: BLE001 — whatever it was, the user must know that it is not saved
            return str(error) or repr(error)
        return None
