"""Times of a notebook of 20,000 annotations.

python -m pytest tests/benchmarks/test_notebook_speed.py --benchmark-enable
"""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from tests.benchmarks.notebook_size import SENTENCES, article, fill, lines

from reader.notebook import Notebook, Target
from reader.notebook.model import count_by_tag
from reader.notebook.query import Finder, Query, count_by_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

ANNOTATIONS = 20_000
ROUNDS = 30


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A notebook of 20,000 annotations; of 400 where no times are taken."""
    path = tmp_path_factory.mktemp("large") / "reader.json"
    enabled = request.config.getoption("benchmark_enable") or request.config.getoption("benchmark_only")
    fill(path, ANNOTATIONS if enabled else 2 * SENTENCES)
    return path


@pytest.fixture
def spans(large: Path) -> Iterator[tuple[Notebook, Event, Iterator[tuple[str, int, int]]]]:
    """The large notebook, told when it is saved, and the sentences of an article new to it."""
    saved = Event()
    notebook = Notebook.open(large)
    notebook.file.listen(saved.set)
    new = article(10_000)
    name = notebook.attach(new)
    yield notebook, saved, iter([(name, start, end) for start, end in lines(new.text)])
    notebook.close()
    assert notebook.file.last_error is None


Work = tuple[Notebook, Event, "Iterator[tuple[str, int, int]]"]


def test_opening(benchmark: BenchmarkFixture, large: Path) -> None:
    def open_it() -> None:
        Notebook.open(large, read_only=True)

    benchmark.pedantic(open_it, rounds=5)  # type: ignore[no-untyped-call]


def test_from_the_key_until_the_tag_is_on_disk(benchmark: BenchmarkFixture, spans: Work) -> None:
    notebook, saved, places = spans
    tag = notebook.codebook.create("disk")
    assert notebook.save()

    def tag_it() -> None:
        saved.clear()
        assert notebook.put_tag([Target.span(*next(places))], tag.id)
        assert saved.wait(10)

    benchmark.pedantic(tag_it, rounds=ROUNDS, warmup_rounds=2)  # type: ignore[no-untyped-call]


def test_undoing_6667_tags_at_once(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path / "reader.json")
    every = [article(number) for number in range(34)]
    places = [(notebook.attach(each), *span) for each in every for span in lines(each.text)]
    notebook.put_tag([Target.span(*span) for span in places[:6_667]], notebook.codebook.create("claim").id)

    def undo_it() -> None:
        assert notebook.undo()

    def done_again() -> None:
        if not notebook.annotations():
            notebook.redo()
        assert notebook.save()

    benchmark.pedantic(undo_it, setup=done_again, rounds=5)  # type: ignore[no-untyped-call]
    notebook.close()


def test_the_time_a_tag_takes_of_the_screen(benchmark: BenchmarkFixture, spans: Work) -> None:
    notebook, _, places = spans
    tag = notebook.codebook.create("key")

    def settle() -> None:
        assert notebook.save()

    def tag_it() -> None:
        assert notebook.put_tag([Target.span(*next(places))], tag.id)

    benchmark.pedantic(tag_it, setup=settle, rounds=ROUNDS)  # type: ignore[no-untyped-call]
    assert notebook.undo()


def test_a_letter_typed_in_the_list_of_everything(benchmark: BenchmarkFixture, large: Path) -> None:
    """All annotations have the word: no letter makes them fewer."""
    notebook = Notebook.open(large, read_only=True)
    finder = Finder(notebook, notebook.annotations())
    assert len(finder.find(Query(text="c"))) == len(notebook.annotations())

    def before() -> None:
        finder.find(Query(text="comm"))

    def type_on() -> None:
        found = finder.find(Query(text="commi"))
        count_by_tag(found)
        count_by_article(found)

    benchmark.pedantic(type_on, setup=before, rounds=ROUNDS)  # type: ignore[no-untyped-call]
