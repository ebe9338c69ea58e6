"""Renew what the pages in docs/ show of the program: the pictures of its screens, and the tables of its keys.

    python tools/renew_docs.py             # the tables and all pictures
    python tools/renew_docs.py review      # the tables and one picture

Each picture is taken of the real app, on the sample articles, with a notebook that is made for it.
The text that a picture is about must be on the screen: otherwise this fails, and writes no picture.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from reader.articles import find_article_files, load
from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.keys.keymap import Keymap
from reader.tui.keys.page_keys import TABLES
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.pilot import Pilot

ROOT = Path(__file__).parents[1]
SAMPLES = [Path(path) for path in find_article_files(ROOT / "data")]
PICTURES = ROOT / "docs" / "pictures"
KEY_PAGE = ROOT / "docs" / "configuration.md"
KEYS_OF_THE_SCREEN = re.compile(r"(<!-- keys -->\n).*?(<!-- end of keys -->)", re.DOTALL)
KEYS_OF_PAGES = re.compile(r"(<!-- keys of pages -->\n).*?(<!-- end of keys -->)", re.DOTALL)
NOW = "2031-10-17T09:00:00Z"
PATIENCE = 20
"""Seconds to wait for what a picture is about."""

CODEBOOK = {
    "claim": "Something that is said to be so.",
    "claim/figure": "A number that somebody else could look up.",
    "claim/cause": "Why it happened, as somebody tells it.",
    "figure changed": "Two accounts have different numbers.",
    "hedge dropped": "“Reportedly” and the like are missing in another account.",
    "quote": "Somebody speaks.",
    "quote/unnamed": "Who speaks is not told.",
    "omitted": "Another account does not say it.",
}
TAGGED = {
    "claim": [(0, 0), (1, 1), (2, 1), (2, 2)],
    "claim/figure": [(0, 1), (0, 11), (1, 8), (2, 6)],
    "claim/cause": [(0, 3), (0, 9), (1, 7)],
    "hedge dropped": [(0, 3)],
    "quote": [(0, 6), (0, 7), (1, 5), (2, 7)],
    "quote/unnamed": [(2, 8), (2, 9)],
}
EVENTS = {
    "mill": (
        "Fire destroys the paper mill at Lower Oxley",
        "The paper mill at Lower Oxley burned to the ground on Sunday night.",
        "Sixty firefighters fought the flames until dawn, and the river was closed to boats.",
        "The mill, which employed 140 people, had been sold to a Dutch company in spring.",
    ),
    "lynx": (
        "Lynx is seen in the Harrow hills again",
        "A lynx was filmed in the Harrow hills on Thursday, the first in eleven years.",
        "A forester had put up the camera to count deer beside a stream.",
        "Sheep farmers ask who will pay when lambs are taken.",
    ),
}
OTHERS = {
    "choir.txt": ("A choir that sings to cows", "Milk yields rose by a tenth at the farm, its owner says."),
    "clock.txt": ("The clock that runs backwards", "Nobody in the village remembers when it began to do so."),
}


@dataclass(frozen=True)
class Picture:
    """What is opened, which keys are pressed, and what must be on the screen then."""

    keys: str
    """In Textual's names, with blanks between them."""
    shows: str
    size: tuple[int, int] = (110, 32)
    pace: float = 0
    """Seconds between two keys: a session shows how fast one is."""
    articles: Sequence[int] = (0, 1)
    """Which of the sample articles, from 0."""
    prepare: Callable[[Path, Sequence[int]], ReaderApp] | None = None
    """Makes the app in a folder of its own; without it, the articles are opened with the codebook."""


def open_app(folder: Path, articles: Sequence[int]) -> ReaderApp:
    """Open sample articles with the codebook, and nothing tagged."""
    notebook = Notebook.open(folder / "reader.json", coder="ada")
    for name, description in CODEBOOK.items():
        notebook.codebook.describe(notebook.codebook.create(name).id, description)
    return ReaderApp(Workspace([load(SAMPLES[number])[0] for number in articles], notebook))


def open_new(folder: Path, articles: Sequence[int]) -> ReaderApp:
    """Open sample articles with an empty notebook."""
    return ReaderApp(
        Workspace(
            [load(SAMPLES[number])[0] for number in articles],
            Notebook.open(folder / "reader.json", coder="ada"),
        )
    )


def open_tagged(folder: Path, articles: Sequence[int]) -> ReaderApp:
    """Open sample articles with tags, a note, a pair and an absence."""
    app = open_app(folder, articles)
    assert app.workspace is not None
    add_annotations(app.workspace)
    return app


def add_annotations(workspace: Workspace) -> None:
    """Put tags and a note on sentences, as far as their articles are open, and tag a pair and an absence."""
    notebook, annotations = workspace.notebook, workspace.annotations
    names = {tag.name: tag.id for tag in notebook.tags}
    for name, places in TAGGED.items():
        spans = [annotations.span(Place(*place)) for place in places if place[0] < len(workspace.articles)]
        notebook.put_tag([Target.span(*span) for span in spans], names[name])
    pair = Target.pair(annotations.span(Place(0, 0)), annotations.span(Place(1, 1)))
    notebook.put_tag([pair], names["figure changed"])
    notebook.put_tag([Target.absence(annotations.span(Place(0, 2)), annotations.ids[1])], names["omitted"])
    notebook.put_note(Target.span(*annotations.span(Place(0, 3))), "Who told them? Ask the harbour office.")


def open_changed(folder: Path, articles: Sequence[int]) -> ReaderApp:
    """Open articles of which the second has changed since it was tagged."""
    files = [folder / SAMPLES[number].name for number in articles]
    for number, file in zip(articles, files, strict=True):
        file.write_bytes(SAMPLES[number].read_bytes())
    app = open_app(folder, articles)
    assert app.workspace is not None
    notebook = app.workspace.notebook
    workspace = Workspace([load(file)[0] for file in files], notebook)
    add_annotations(workspace)
    text = files[1].read_text(encoding="utf-8")
    notebook.close()
    text = text.replace("some 2,500 residents", "more than 2,400 residents")
    text = text.replace("without charge", "on bail")
    text = text.replace(
        '"We were warned, and we did not act quickly enough," said Idris Pell, who', "Idris Pell"
    )
    files[1].write_text(text, encoding="utf-8")
    return ReaderApp(
        Workspace([load(file)[0] for file in files], Notebook.open(folder / "reader.json", coder="ada"))
    )


def open_folder(folder: Path, _: Sequence[int]) -> ReaderApp:
    """Open the list of a folder: three events by several outlets, and articles that stand alone."""
    articles = folder / "coverage"
    articles.mkdir()
    for path in SAMPLES:
        (articles / path.name).write_bytes(path.read_bytes())
    for event, (title, *sentences) in EVENTS.items():
        for number, outlet in enumerate(("Courier", "Wire", "Ledger")):
            told = sentences[number:] + sentences[:number]
            (articles / f"{event}-{outlet.lower()}.txt").write_text(
                f"---\ntitle: {title}\nsource: The {outlet}\n---\n{' '.join(told)}\n", encoding="utf-8"
            )
    for name, (title, text) in OTHERS.items():
        (articles / name).write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    return ReaderApp(None, find_article_files(articles), folder=str(articles))


SCENES = {
    "reading": Picture(
        "j j j t h e d g e space d r o p p e d enter j j n A s k space h i m enter k k d",
        "hedged only in A",
        size=(132, 40),
        articles=(0, 1, 2),
        prepare=open_new,
    ),
    "differences": Picture("j j j j j j j j j d", "1.8 million", articles=(0, 2)),
    "filter": Picture("f d", "folded", articles=(0, 2)),
    "tag-picker": Picture("j t f i g", "new tag", size=(100, 26)),
    "codebook": Picture("C j", "A number that", size=(100, 22), prepare=open_tagged),
    "session": Picture("1 1 s u 1 enter 1 2 1", "a minute", pace=2.5),
    "heat-map": Picture("H", "closes", size=(100, 22), articles=(0, 1, 2, 3)),
    "who-says-what": Picture("S", "All 4 say", size=(110, 30), articles=(0, 1, 2, 3)),
    "annotations": Picture("E", "13 annotations", prepare=open_tagged),
    "review": Picture("R j", "to review", size=(110, 28), prepare=open_changed),
    "stories": Picture("", "3 stories", size=(100, 26), prepare=open_folder),
    "help": Picture("question_mark", "These keys", size=(120, 46)),
}


async def take(picture: Picture, folder: Path) -> str:
    """Return the screen after the keys, as SVG."""
    app = (picture.prepare or open_app)(folder, picture.articles)
    async with app.run_test(size=picture.size) as pilot:
        for key in picture.keys.split():
            await pilot.press(key)
            await pilot.pause(picture.pace)
        await wait_for(pilot, picture.shows)
        await wait_for(pilot, lambda: app.workspace is None or app.workspace.notebook.file.saved)
        await pilot.pause()
        svg = app.export_screenshot(title="reader")
    if app.workspace is not None:
        app.workspace.notebook.close()
    return re.sub(r"terminal-\d+", "reader", svg)


async def wait_for(pilot: Pilot[None], what: str | Callable[[], bool]) -> None:
    """Wait for a text on the screen, or for a state; fail with what is shown instead."""
    for _ in range(PATIENCE * 100):
        shown = "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())  # noqa: SLF001
        if what in shown if isinstance(what, str) else what():
            return
        await pilot.pause(0.01)
    raise SystemExit(f"“{what}” is not on the screen:\n{shown}")


def key_table(rows: Sequence[tuple[str, str]]) -> str:
    """Return keys and what they do as a Markdown table."""
    return "\n".join(["| key | does |", "|---|---|", *(f"| `{keys}` | {does} |" for keys, does in rows), ""])


def with_keys(page: str) -> str:
    """Return the page with the tables of the keys between their markers."""
    keymap = Keymap()
    screen = "\n".join(f"### {group}\n\n{key_table(rows)}" for group, rows in keymap.help_groups())
    pages = "\n".join(
        f"### {table.title} (`[keys.{table.name}]`)\n\n{key_table(keymap.help_rows(table.rows))}"
        for table in TABLES.values()
    )
    page = KEYS_OF_THE_SCREEN.sub(lambda found: f"{found[1]}\n{screen}\n{found[2]}", page)
    return KEYS_OF_PAGES.sub(lambda found: f"{found[1]}\n{pages}\n{found[2]}", page)


def stop_the_clock() -> None:
    """Let everything be tagged at one time, and no cursor blink: only the screen changes a picture."""
    Input._toggle_cursor = lambda _field: None  # type: ignore[method-assign]  # noqa: SLF001
    for name, module in list(sys.modules.items()):
        if name.startswith("reader.notebook.") and hasattr(module, "utc_now"):
            vars(module)["utc_now"] = lambda: NOW


def main(names: Sequence[str]) -> None:
    """Write the tables, and the pictures of these names, or all."""
    if unknown := set(names) - set(SCENES):
        sys.exit(f"There is no picture {', '.join(sorted(unknown))}; there are {', '.join(SCENES)}.")
    stop_the_clock()
    KEY_PAGE.write_text(with_keys(KEY_PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    for name in names or SCENES:
        with tempfile.TemporaryDirectory() as folder:
            svg = asyncio.run(take(SCENES[name], Path(folder)))
        (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
