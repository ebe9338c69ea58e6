"""Ways to damage a notebook of some fifty annotations, and what of it must come out of each."""

from __future__ import annotations

import json
import re
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.notebook.helpers import article
from tests.notebook.prose import ARTICLES

from reader.notebook import Notebook, Target
from reader.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VALUES: tuple[Any, ...] = (
    *(None, True, 5, -1, 1.5, 10**30, "", "x", "\x1b[31m\u202e", "\ud83d", float("nan"), float("inf")),
    *([], [1], ["x"], [[]], [None], {}, {"a": 1}),
)
"""Of every kind there is, to stand where they do not belong."""
BLOCK = 4096
_ESSENTIAL = {"id", "selector"}


class Damage(NamedTuple):
    """A damaged file."""

    what: str
    content: bytes
    kept: frozenset[str]
    """The annotations that can be read in it, by their ids."""


def make(path: Path) -> None:
    """Make a notebook with annotations of all kinds on three articles, a session, and steps of undo."""
    notebook = Notebook.open(path)
    names = [notebook.attach(article(text, f"{number}.txt")) for number, text in enumerate(ARTICLES)]
    tags = [notebook.codebook.create(name).id for name in ("claim", "claim/figure", "source", "“odd” [x]")]
    spans = [
        (name, start, end)
        for name, text in zip(names, ARTICLES, strict=True)
        for start, end in split_sentences(text)
    ]
    for number, span in enumerate(spans[:42]):
        notebook.put_tag([Target.span(*span)], tags[number % 4])
        if number % 3 == 0:
            notebook.put_note(Target.span(*span), f'note {number}: "{{and}}", “more”\n"meta": {{')
    notebook.put_tag([Target.pair(spans[i], spans[25 + i], "edited") for i in range(4)], tags[0])
    notebook.put_tag([Target.absence(spans[3], names[1]), Target.whole(names[2])], tags[1])
    notebook.put_tag([Target.span(*spans[43])], tags[2], origin=spans[5])
    notebook.sessions.start("all", spans[:10])
    notebook.codebook.rename(tags[3], "odd")
    for _ in range(2):
        notebook.undo()
    notebook.close()
    assert notebook.file.last_error is None


class Damages:
    """All the damages of one file; of those by chance the same ones each time."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._whole: dict[str, dict[str, Any]] = json.loads(content)
        self._chance = Random(7)
        lines = dict(re.findall(rb'^"(\d+)": (\{"id":"\w+","target".*\}),?$', content, re.MULTILINE))
        documents = self._whole["annotations"]
        self._lines = {documents[number.decode()]["id"]: line for number, line in lines.items()}
        self.all = frozenset(self._lines)
        assert len(documents) == len(self.all)

    def __iter__(self) -> Iterator[Damage]:
        for what, content in self._of_bytes():
            kept = frozenset(name for name, line in self._lines.items() if line in content)
            yield Damage(what, content, kept)
        yield from self._of_tables()
        for table, documents in self._whole.items():
            for number in self._chance.sample(sorted(documents), min(2, len(documents))):
                yield from self._of_document(table, number)

    def _of_bytes(self) -> Iterator[tuple[str, bytes]]:
        content, size, draw = self._content, len(self._content), self._chance.randrange
        for at in range(0, size, 97):
            yield f"cut at {at}", content[:at]
        for _ in range(1_000):
            at = draw(size)
            yield f"a byte at {at}", content[:at] + bytes([draw(256)]) + content[at + 1 :]
        for at in range(0, size, 1024):
            yield f"zeros at {at}", content[:at] + b"\0" * BLOCK + content[at + BLOCK :]
        for _ in range(300):
            at, to, long = draw(size), draw(size), self._chance.choice((100, 512, BLOCK))
            yield f"{long} bytes of {at} again at {to}", content[:to] + content[at : at + long] + content[to:]
            yield f"{long} bytes of {at} gone", content[:at] + content[at + long :]

    def _of_tables(self) -> Iterator[Damage]:
        whole = self._whole
        for name, table in whole.items():
            kept = self.all if name != "annotations" else frozenset()
            for value in VALUES:
                yield self._damage(f"{value!r} for {name}", whole | {name: value}, kept)
            documents = list(table.values())
            yield self._damage(f"a list for {name}", whole | {name: documents}, self.all)
            odd = {f"x{number}": document for number, document in table.items()}
            yield self._damage(f"odd numbers in {name}", whole | {name: odd}, self.all)
            renamed = {f"x{key}" if key == name else key: value for key, value in whole.items()}
            yield self._damage(f"another name for {name}", renamed, self.all)
            for other in whole:
                swapped = whole | {name: whole[other], other: table}
                yield self._damage(f"{name} and {other} exchanged", swapped, self.all)

    def _of_document(self, table: str, number: str) -> Iterator[Damage]:
        document = self._whole[table][number]
        rest = self.all - {document["id"]} if table == "annotations" else self.all
        for value in VALUES:
            yield self._with(f"{value!r} for {table} {number}", table, number, value, rest)
        for key in (*document, "target", "other", "origin", "was", "differences"):
            kept = rest if key in _ESSENTIAL else self.all
            without = {name: value for name, value in document.items() if name != key}
            yield self._with(f"no {key} in {table} {number}", table, number, without, kept)
            for value in VALUES:
                if (table, key) == ("meta", "schema") and value in (5, 10**30):
                    continue  # a later version: only read
                changed = document | {key: value}
                yield self._with(f"{value!r} for {key} of {table} {number}", table, number, changed, kept)

    def _with(self, what: str, table: str, number: str, document: Any, kept: frozenset[str]) -> Damage:
        return self._damage(what, self._whole | {table: self._whole[table] | {number: document}}, kept)

    def _damage(self, what: str, whole: dict[str, Any], kept: frozenset[str]) -> Damage:
        return Damage(what, json.dumps(whole).encode(), kept)
