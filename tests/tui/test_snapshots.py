"""What the screens look like, on the sample articles. `pytest --snapshot-update` takes new pictures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from syrupy.assertion import SnapshotAssertion  # noqa: TC002 - pytest asks for the type of a fixture
from tests.tui.helpers import wait_until

from reader.articles import load
from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.theme.themes import READER_DARK
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = [(80, 24), (120, 40), (200, 50)]
SCREENS = {
    "reading": "o j o",
    "differences": "j j d",
    "picker": "t c l a i m enter j t f i g enter j t c",
    "note": "n W h o space m e a s u r e d question_mark",
    "filtered": "t c l a i m enter j j 1 f o f",
    "searching": "f s slash b r i d g e",
    "help": "question_mark",
    "heat": "H",
}
NOTEBOOK = {"everything": "E", "stories": "E t a g : f i g tab", "review": "R", "moving": "R j m"}
CODES = {
    "claim": "Something that is said to be so.",
    "claim/figure": "A number that somebody else could look up, wherever it stands in the sentence.",
    "claim/figure/money": "",
    "source/named": "Who says it is told by name.",
    "source/unnamed": "",
}


async def picture(app: ReaderApp, size: tuple[int, int], keys: str) -> str:
    async with app.run_test(size=size) as pilot:
        for key in keys.split():
            await pilot.press(key)
        await wait_until(pilot, lambda: app.workspace is None or app.workspace.notebook.file.saved)
        await pilot.pause()
        return app.export_screenshot()


@pytest.fixture(params=["dark", "light", "no colour"])
def theme(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each look; without colour it is the one of the start."""
    if request.param != "no colour":
        return f"reader-{request.param}"
    monkeypatch.setenv("NO_COLOR", "1")
    return READER_DARK.name


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["reading", "differences", "picker", "heat", "help"])
async def test_screens(
    name: str, size: tuple[int, int], theme: str, sample_workspace: Workspace, screen: SnapshotAssertion
) -> None:
    assert await picture(ReaderApp(sample_workspace, theme=theme), size, SCREENS[name]) == screen


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["note", "filtered", "searching"])
async def test_parts(
    name: str, size: tuple[int, int], sample_workspace: Workspace, screen: SnapshotAssertion
) -> None:
    assert await picture(ReaderApp(sample_workspace), size, SCREENS[name]) == screen


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
@pytest.mark.parametrize("keys", ["C j", "t f i g", "t down tab"])
async def test_codebook(
    keys: str, size: tuple[int, int], sample_workspace: Workspace, screen: SnapshotAssertion
) -> None:
    codebook = sample_workspace.notebook.codebook
    for name, description in CODES.items():
        codebook.describe(codebook.create(name).id, description)
    assert await picture(ReaderApp(sample_workspace), size, f"2 2 1 1 4 {keys}") == screen


async def test_on_a_theme_of_textual_gutter_and_underline_carry_it(
    sample_workspace: Workspace, screen: SnapshotAssertion
) -> None:
    assert await picture(ReaderApp(sample_workspace, theme="nord"), (120, 40), SCREENS["reading"]) == screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_list(size: tuple[int, int], theme: str, screen: SnapshotAssertion) -> None:
    paths = [f"/stories/{outlet}/{day}.txt" for outlet in ("courier", "ledger") for day in range(1, 31)]
    app = ReaderApp(None, paths, theme=theme)
    assert await picture(app, size, "l e d g e r space 2 tab tab") == screen


@pytest.fixture
def changed_workspace(
    samples: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workspace]:
    """Two of the sample articles, the second changed since it was tagged, and a notebook on all of them."""
    for name, module in list(sys.modules.items()):
        if name.startswith("reader.notebook.") and hasattr(module, "utc_now"):
            monkeypatch.setattr(module, "utc_now", lambda: "2031-10-14T09:00:00Z")
    files = [tmp_path / Path(path).name for path in samples]
    for path, file in zip(samples, files, strict=True):
        file.write_bytes(Path(path).read_bytes())
    book = Notebook.open(tmp_path / "reader.json", coder="ada")
    workspace = Workspace([article for file in files for article in load(file)], book)
    spans = [
        [workspace.annotations.span(Place(number, sentence)) for sentence in range(8)]
        for number in range(len(files))
    ]
    for tag, first in (("claim", 1), ("claim/figure", 3), ("quote", 6)):
        book.put_tag(
            [
                Target.span(*span)
                for span in [of[sentence] for of in spans for sentence in (first, first + 1)]
            ],
            book.codebook.create(tag).id,
        )
    book.put_tag([Target.pair(spans[0][5], spans[1][5])], book.codebook.create("figure changed").id)
    book.put_tag(
        [
            Target.absence(spans[0][0], workspace.annotations.ids[2]),
            Target.whole(workspace.annotations.ids[1]),
        ],
        book.tags[0].id,
    )
    book.put_note(Target.span(*spans[0][3]), "Who measured this, and when? Ask the harbour office.")
    book.close()
    text = files[1].read_text()
    for sentence in (1, 5):
        said = workspace.text(Place(1, sentence))
        text = text.replace(said, said.replace(" the ", " a "))
    files[1].write_text(text.replace(workspace.text(Place(1, 3)), ""))
    book = Notebook.open(tmp_path / "reader.json", coder="ada")
    yield Workspace([article for file in files[:2] for article in load(file)], book)
    book.close()


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
@pytest.mark.parametrize("name", NOTEBOOK)
async def test_the_notebook(
    name: str, size: tuple[int, int], changed_workspace: Workspace, screen: SnapshotAssertion
) -> None:
    assert await picture(ReaderApp(changed_workspace), size, NOTEBOOK[name]) == screen
