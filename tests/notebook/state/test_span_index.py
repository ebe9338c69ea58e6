from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.helpers import article

from reader.notebook import Notebook, Target

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda span: (span[0], span[0] + span[1]))


def test_what_overlaps_a_span_is_found_by_place(notebook: Notebook) -> None:
    name = notebook.attach(article())
    for start, end in ((0, 38), (0, 5), (30, 60), (39, 45), (100, 120)):
        notebook.put_note(Target.span(name, start, end), f"{start}–{end}")
    assert [each.note for each in notebook.annotations_at(name, 5, 39)] == ["0–38", "30–60"]
    assert [each.note for each in notebook.annotations_at(name, 39, 45)] == ["30–60", "39–45"]
    assert notebook.annotations_at(name, 60, 100) == ()
    assert notebook.annotations_at("another", 0, 100) == ()


@settings(max_examples=60)
@given(there=st.lists(SPANS, max_size=12, unique=True), gone=st.sets(st.integers(0, 11)), span=SPANS)
def test_overlapping_gives_all_that_share_a_character(
    there: list[tuple[int, int]], gone: set[int], span: tuple[int, int]
) -> None:
    with TemporaryDirectory() as folder:
        notebook = Notebook.open(Path(folder) / "reader.json")
        name = notebook.attach(article())
        for start, end in there:
            notebook.put_note(Target.span(name, start, end), "x")
        for number in gone & set(range(len(there))):
            notebook.remove(notebook.annotations_on(Target.span(name, *there[number])))
        expected = [
            each
            for each in notebook.annotations(name)
            if each.selector.start < span[1] and span[0] < each.selector.end
        ]
        assert list(notebook.annotations_at(name, *span)) == expected
        notebook.close()
