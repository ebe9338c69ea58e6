"""Two coders on the same sentences: each has their own tags and notes, beside those of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conftest import laid
from tests.tui.helpers import annotations_by_age, press, screen_text

from reader.notebook import Notebook
from reader.overlap import Place
from reader.tui.app import ReaderApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.workspace.workspace import Workspace

SIZE = (140, 40)
TEXTS = (
    "The ferry to Inner Skell ran aground at 6.15am on Friday. Gulls watched it.",
    "The ferry to Inner Skell ran aground at 6.15am on Friday.",
    "Bread is dear.",
)


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """A workspace of one coder; the one before has left it."""
    books: list[Notebook] = []

    def workspace(coder: str) -> Workspace:
        for book in books:
            book.close()
        books.append(Notebook.open(tmp_path / "reader.json", coder=coder))
        return laid(books[-1], *TEXTS)

    yield workspace
    books[-1].close()


async def do(workspace: Workspace, keys: str) -> str:
    """Press keys; give what is on the screen then."""
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, keys)
        return screen_text(app)


def coders(workspace: Workspace) -> list[str]:
    return sorted(one.coder for one in annotations_by_age(workspace) if one.tags)


@pytest.mark.parametrize(
    ("keys", "each"),
    [
        ("1", 1),
        ("t c enter", 1),
        ("t c l enter", 1),
        ("t 1", 1),
        ("a 1", 2),
        ("a t c enter", 2),
        ("v j 1", 1),
        ("w b d 1", 1),
        ("p 1", 1),
        ("A c 1", 1),
        ("T c enter", 1),
        ("T 1", 1),
    ],
)
async def test_a_tag_of_another_stands_in_nobodys_way(
    keys: str, each: int, sit: Callable[[str], Workspace]
) -> None:
    workspace = sit("ann")
    workspace.notebook.codebook.create("claim")
    await do(workspace, keys)
    workspace = sit("bob")
    await do(workspace, keys)
    assert coders(workspace) == ["ann"] * each + ["bob"] * each


async def test_whose_a_tag_is_stands_behind_it(sit: Callable[[str], Workspace]) -> None:
    workspace = sit("ann")
    workspace.notebook.codebook.create("claim")
    await do(workspace, "1 g n m i n e enter")
    text = await do(sit("bob"), "1 g")
    assert "[claim (ann)]" in text
    assert "[claim]" in text
    assert "✎ mine (ann)" in text


async def test_each_writes_a_note_of_their_own(sit: Callable[[str], Workspace]) -> None:
    workspace = sit("ann")
    await do(workspace, "n m i n e enter")
    workspace = sit("bob")
    await do(workspace, "n s o enter")
    assert sorted((one.coder, one.note) for one in annotations_by_age(workspace)) == [
        ("ann", "mine"),
        ("bob", "so"),
    ]


async def test_what_is_taken_off_is_ones_own(sit: Callable[[str], Workspace]) -> None:
    workspace = sit("ann")
    workspace.notebook.codebook.create("claim")
    await do(workspace, "1")
    workspace = sit("bob")
    text = await do(workspace, "1 g x")
    assert "“claim” off A 1 · what is of ann stays · u brings it back" in text
    assert coders(workspace) == ["ann"]
    await do(workspace, "t enter t enter")
    assert coders(workspace) == ["ann"], "Enter put bob's on, and took bob's off"


async def test_what_is_of_others_is_taken_off_only_when_that_is_meant(
    sit: Callable[[str], Workspace],
) -> None:
    workspace = sit("ann")
    workspace.notebook.codebook.create("claim")
    await do(workspace, "1")
    workspace = sit("bob")
    assert "All on A 1 is of ann. Take it off all the same?  y yes  Esc no" in await do(workspace, "x")
    await do(workspace, "x z")
    assert coders(workspace) == ["ann"]
    text = await do(workspace, "x y")
    assert not annotations_by_age(workspace)
    assert "“claim” off A 1 · u brings it back" in text
    await do(workspace, "u")
    assert coders(workspace) == ["ann"]


async def test_an_undo_says_whose_it_was(sit: Callable[[str], Workspace]) -> None:
    workspace = sit("ann")
    workspace.notebook.codebook.create("claim")
    await do(workspace, "1")
    workspace = sit("bob")
    text = await do(workspace, "1 u")
    assert "Undone: tag “claim” on “" in text
    text = await do(workspace, "u")
    assert "Undone: tag “claim” on “The ferry to Inner Skell…”, of ann" in text
    assert not coders(workspace)


async def test_what_another_has_tagged_is_untagged(sit: Callable[[str], Workspace]) -> None:
    workspace = sit("ann")
    workspace.notebook.codebook.create("claim")
    await do(workspace, "1 1")
    workspace = sit("bob")
    await do(workspace, "G left_square_bracket")
    assert workspace.place == Place(0, 0)
    assert "Untagged: 4 of 4 sentences" in await do(workspace, "f u")
    text = await do(workspace, "s u enter 1")
    assert "2/4" in text
    (session,) = workspace.notebook.sessions.paused()
    assert (session.done, session.skipped) == (1, 1), "what is of ann does not make it done"


async def test_the_last_tag_is_remembered_for_each(sit: Callable[[str], Workspace]) -> None:
    workspace = sit("ann")
    workspace.notebook.codebook.create("claim")
    workspace.notebook.codebook.create("figure")
    await do(workspace, "2 1 n s o enter")
    workspace = sit("bob")
    assert "No tag to repeat yet" in await do(workspace, "full_stop")
    await do(workspace, "2")
    workspace = sit("ann")
    await do(workspace, "G full_stop")
    assert [tag.name for tag in workspace.mark(Place(0, 1)).tags] == ["claim"]


async def test_what_was_used_last_is_the_coder_s_own(sit: Callable[[str], Workspace]) -> None:
    workspace = sit("ada")
    for name in ("alpha", "beta", "gamma"):
        workspace.notebook.codebook.create(name)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1 3")
    workspace = sit("bob")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G t")
        assert sorted(("alpha", "beta", "gamma"), key=screen_text(app).rindex) == ["alpha", "beta", "gamma"]
        await press(pilot, "escape 2 k t")
        assert sorted(("alpha", "beta", "gamma"), key=screen_text(app).rindex) == ["beta", "alpha", "gamma"]
