from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article
from tests.notebook.prose import HARBOUR, QUAY

from reader.notebook import Notebook, NotebookError, Target
from reader.text.sentences import split_sentences

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook import Span


def sentences(notebook: Notebook, text: str = HARBOUR, path: str = "harbour.txt") -> list[Span]:
    name = notebook.attach(article(text, path))
    return [(name, start, end) for start, end in split_sentences(text)]


def test_a_queue_is_worked_through_with_skips_and_laters(notebook: Notebook) -> None:
    places = sentences(notebook)[:4]
    sessions = notebook.sessions
    name = sessions.start("the first four\x1b", places).id
    assert sessions.postpone(name, 2).place == places[1]
    assert sessions.complete(name, 2).place == places[2]
    assert sessions.skip(name, 2).place == places[3]
    now = sessions.complete(name, 2)
    assert (now.words, now.place, now.done, now.skipped, now.seconds) == (
        "the first four␛", places[0], 2, 1, 8.0,
    )  # fmt: skip
    assert (now.share, now.rate) == (0.75, 22.5)
    assert now.seconds_left == pytest.approx(8 / 3)
    assert sessions.go_back(name).place == places[3]
    for _ in range(3):
        now = sessions.complete(name)
    assert (now.place, now.share, now.done, now.skipped) == (None, 1.0, 3, 1)


def test_a_session_is_taken_up_again_after_coming_back(path: Path) -> None:
    notebook = Notebook.open(path, coder="ada")
    places = [*sentences(notebook), *sentences(notebook, QUAY, "quay.txt")]
    started = notebook.sessions.start("all", places)
    notebook.sessions.complete(started.id, 1.5)
    left = notebook.sessions.postpone(started.id, 1)
    notebook.close()
    assert notebook.file.last_error is None
    again = Notebook.open(path, coder="ada")
    assert again.notices == ()
    assert again.sessions.paused() == [left]
    assert sentences(again)[0] == places[0]
    assert again.undo() is None
    again.close()
    other = Notebook.open(path, coder="bob")
    assert (other.sessions.paused(), other.sessions.all()) == ([], (left,))
    other.close()


def test_an_ended_session_says_what_came_of_it(notebook: Notebook) -> None:
    places = sentences(notebook)
    claim, figure = notebook.codebook.create("claim").id, notebook.codebook.create("figure").id
    started = notebook.sessions.start("all", places)
    for tag, place in ((claim, places[0]), (figure, places[0]), (claim, places[1])):
        notebook.put_tag([Target.span(*place)], tag)
    notebook.put_tag([Target.span(*sentences(notebook, QUAY, "quay.txt")[0])], claim)
    notebook.sessions.complete(started.id, 5)
    assert notebook.sessions.finish(started.id, 1).ended
    assert notebook.sessions.paused() == []
    summary = notebook.sessions.summary(started.id)
    assert (summary.done, summary.skipped, summary.left, summary.seconds) == (1, 0, len(places) - 1, 6.0)
    assert (summary.annotations, summary.tags) == (2, {claim: 2, figure: 1})
    with pytest.raises(NotebookError, match="no such session"):
        notebook.sessions.summary("another")


def test_what_spans_touch_is_done_and_taken_back(notebook: Notebook) -> None:
    places = sentences(notebook)[:4]
    sessions = notebook.sessions
    name = sessions.start("the first four", places).id
    (article_id, start, _), (_, _, end) = places[1], places[2]
    inside = (article_id, start + 2, end - 2)
    now = sessions.complete_spans(name, [inside], 3)
    assert (now.left, now.passed, now.seconds) == ((0, 3), ((1, "done"), (2, "done")), 3.0)
    assert sessions.complete_spans(name, [inside, ("another", start, end)]).left == (0, 3)
    sessions.skip(name)
    now = sessions.reopen_spans(name, [places[0], places[2]])
    assert (now.left, now.passed) == ((2, 3), ((1, "done"), (0, "skipped"))), "what was skipped stays so"
    assert sessions.complete_spans(name, places).place is None
    assert sessions.reopen_spans(name, places).left == (1, 2, 3)


def test_several_wait_side_by_side(path: Path) -> None:
    notebook = Notebook.open(path, coder="ada")
    places = sentences(notebook)
    first, second, third = (notebook.sessions.start(words, places) for words in ("one", "two", "three"))
    assert notebook.sessions.finish(second.id).ended
    assert notebook.sessions.paused() == [third, first]
    notebook.close()


def test_a_queue_without_places_is_at_its_end(notebook: Notebook) -> None:
    started = notebook.sessions.start("nothing", [])
    assert (started.place, started.share, started.rate, started.seconds_left) == (None, 1.0, 0.0, None)
    for go_on in (notebook.sessions.complete, notebook.sessions.postpone, notebook.sessions.go_back):
        assert go_on(started.id) == started


def test_the_queue_follows_its_articles(path: Path) -> None:
    notebook = Notebook.open(path)
    places = sentences(notebook)
    notebook.sessions.start("all", places)
    notebook.close()
    gone = HARBOUR[slice(*places[3][1:])]
    again = Notebook.open(path)
    again.attach(article("A line on top.\n" + HARBOUR.replace(gone, "")))
    (now,) = again.sessions.paused()
    assert now.queue[3][1:] == (0, 0)
    assert 3 not in now.left
    text = again.article(places[0][0]).text
    assert [text[start:end] for _, start, end in (now.queue[number] for number in now.left)] == [
        HARBOUR[start:end] for _, start, end in places if HARBOUR[start:end] != gone
    ]
    again.close()


@pytest.mark.parametrize(
    "fields",
    [
        {"queue": 5},
        {"left": [99]},
        {"left": [0, 0]},
        {"passed": [[0, "burnt"]]},
        {"seconds": "x"},
        {"words": None},
    ],
)
def test_a_session_that_is_none_is_left_alone(path: Path, fields: dict[str, object]) -> None:
    notebook = Notebook.open(path)
    notebook.sessions.start("all", sentences(notebook))
    notebook.close()
    raw = json.loads(path.read_text())
    raw["sessions"]["1"] |= fields
    path.write_text(json.dumps(raw))
    again = Notebook.open(path)
    assert again.sessions.all() == ()
    again.attach(article("A line on top.\n" + HARBOUR))
    again.codebook.create("claim")
    again.close()
    assert json.loads(path.read_text())["sessions"]["1"] == raw["sessions"]["1"]


def test_no_session_begins_in_a_notebook_that_is_only_read(path: Path, notebook: Notebook) -> None:
    notebook.sessions.start("all", sentences(notebook))
    notebook.save()
    looking = Notebook.open(path, read_only=True)
    (there,) = looking.sessions.all()
    for change in (
        partial(looking.sessions.start, "x", []),
        partial(looking.sessions.complete, there.id),
        partial(looking.sessions.finish, there.id),
    ):
        with pytest.raises(NotebookError, match="for reading only"):
            change()
