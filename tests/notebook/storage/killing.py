"""A process that tags, undoes and edits notes until it is killed, and the check of what it leaves behind.

The process says what each change makes of the notebook before that can be on disk, and when it was told that
all is saved. After the kill the file must hold one of the states announced, none older than the last one said
to be saved.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from threading import Event
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB

from reader.articles import Article
from reader.notebook import Notebook, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

State = list[list[Any]]
TEXT = "".join(f"Sentence number {number} of an account that never ends. " for number in range(40)).rstrip()
SPANS = [(start, start + 20) for start in range(0, 400, 10)]


def kill_once(path: Path, seed: int) -> int:
    """Kill a process at work on this notebook, check the file, give how many changes were acknowledged."""
    child = subprocess.Popen([sys.executable, __file__, str(path), str(seed)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(Random(seed).uniform(0.0, 0.25))
    child.kill()
    rest, _ = child.communicate()
    lines = [json.loads(line) for line in (first + rest).splitlines(keepends=True) if line.endswith(b"\n")]
    announced: list[State] = [line for line in lines if isinstance(line, list)]
    saved = max((line for line in lines if isinstance(line, int)), default=0)
    assert _on_disk(path) in announced[saved:]
    return saved


def _on_disk(path: Path) -> State:
    if not path.exists():
        return []
    with TinyDB(path, access_mode="r") as database:
        names = {tag["id"]: tag["name"] for tag in database.table("tags")}
        return _state(
            (document["selector"]["start"], [names[tag] for tag in document["tags"]], document["note"])
            for document in database.table("annotations")
        )


def _state(annotations: Iterable[tuple[int, list[str], str]]) -> State:
    return sorted([start, sorted(tags), note] for start, tags, note in annotations)


def _in_memory(notebook: Notebook) -> State:
    return _state(
        (each.selector.start, [notebook.tag(tag).name for tag in each.tags], each.note)
        for each in notebook.annotations()
    )


class _Worker:
    """Makes changes and says what they are."""

    def __init__(self, path: Path, chance: Random) -> None:
        self._chance = chance
        self._saved = Event()
        self._notebook = Notebook.open(path)
        self._notebook.file.listen(self._saved.set)
        assert not self._notebook.read_only, self._notebook.notices
        article = Article(TEXT, (), "Account", "first line", "account.txt")
        self._article = self._notebook.attach(article)
        self._announced = 0
        self._say()

    def work(self) -> None:
        """Make a change or a few at once, and wait until they are saved."""
        self._saved.clear()
        for _ in range(self._chance.choice((1, 1, 1, 2, 5))):
            with self._notebook.file._writer._condition:  # not on disk before it is announced
                self._change()
                self._announced += 1
                self._say()
        while not self._notebook.file.saved:
            self._saved.wait(0.001)
        sys.stdout.write(f"{self._announced}\n")
        sys.stdout.flush()

    def _change(self) -> None:
        changes: list[Callable[[], object]] = [
            self._tag,
            self._note,
            self._untag,
            self._pair,
            self._rename,
            self._delete,
            self._undo,
            self._undo,
            self._redo,
        ]
        self._chance.choice(changes)()

    def _say(self) -> None:
        sys.stdout.write(json.dumps(_in_memory(self._notebook)) + "\n")
        sys.stdout.flush()

    def _span(self) -> tuple[str, int, int]:
        return self._article, *self._chance.choice(SPANS)

    def _tag(self) -> None:
        name = self._chance.choice(("claim", "figure", "source"))
        tag = self._notebook.codebook.named(name) or self._notebook.codebook.create(name)
        self._notebook.put_tag([Target.span(*self._span())], tag.id)

    def _note(self) -> None:
        self._notebook.put_note(Target.span(*self._span()), "n" * self._chance.randrange(4000))

    def _untag(self) -> None:
        self._notebook.remove(self._notebook.annotations_on(Target.span(*self._span())))

    def _pair(self) -> None:
        tag = self._notebook.codebook.named("claim") or self._notebook.codebook.create("claim")
        self._notebook.put_tag([Target.pair(self._span(), self._span(), "edited")], tag.id)

    def _rename(self) -> None:
        tags = self._notebook.tags
        if tags and self._notebook.codebook.named("renamed") is None:
            self._notebook.codebook.rename(self._chance.choice(tags).id, "renamed")

    def _delete(self) -> None:
        tag = self._notebook.codebook.named("renamed")
        if tag is not None:
            self._notebook.codebook.delete(tag.id)

    def _undo(self) -> None:
        self._notebook.undo()

    def _redo(self) -> None:
        self._notebook.redo()


def _main() -> None:
    worker = _Worker(Path(sys.argv[1]), Random(int(sys.argv[2])))
    while True:
        worker.work()


if __name__ == "__main__":
    _main()
