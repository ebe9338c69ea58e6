"""Where undo and redo leave the reader: at what they changed, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.helpers import press, screen_text

from reader.overlap import Place
from reader.tui.app import ReaderApp

if TYPE_CHECKING:
    from reader.workspace.workspace import Workspace

SIZE = (140, 40)


async def test_undo_of_a_new_tag_goes_where_it_was_put(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1 G t t h r e e enter u")
        assert workspace.place == Place(0, 3), "and not to another sentence with a tag"
        assert not workspace.mark(Place(0, 3)).tags
        await press(pilot, "g U")
        assert workspace.place == Place(0, 3)
        assert [tag.name for tag in workspace.mark(Place(0, 3)).tags] == ["three"]


async def test_undo_of_a_step_on_the_codebook_does_not_move(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1 1 G C x y q")
        assert not workspace.notebook.tags
        await press(pilot, "u")
        assert workspace.place == Place(0, 3)
        assert workspace.mark(Place(0, 0)).tags, "it is back where it was"
        await press(pilot, "U")
        assert workspace.place == Place(0, 3)
        assert "Done again: tag “claim” deleted" in screen_text(app)


async def test_undo_of_a_tag_on_all_counterparts_stays_in_the_article(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l G a 1 u")
        assert not any(workspace.mark(place).tags for place in (Place(0, 0), Place(1, 3)))
        assert workspace.place.article == 1


async def test_undo_leaves_the_range_as_it_is(workspace: Workspace) -> None:
    workspace.notebook.codebook.create("claim")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j 1 g v j j u")
        assert not workspace.mark(Place(0, 1)).tags
        text = screen_text(app)
        assert "Undone: tag “claim”" in text
        assert "Range A 1–3" in text
        await press(pilot, "U")
        assert "Range A 1–3" in screen_text(app)
        assert workspace.place == Place(0, 2)
