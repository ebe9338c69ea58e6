"""The list of everything, stories and tags, and going to what is not open; on real files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import FERRY
from tests.tui.helpers import press, screen_text, wait_until, wait_until_done
from textual.widgets import Input

from reader.articles import load
from reader.notebook import Notebook, Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.dialogs.line_dialog import LineField
from reader.tui.pages import annotation_lines
from reader.tui.pages.annotations import AnnotationsScreen
from reader.tui.reading.screen import ReadingScreen
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SIZE = (120, 40)


@pytest.fixture
def filled_notebook(files: list[Path], tmp_path: Path) -> Path:
    """A notebook on all three: two coders, a pair, an absence, notes."""
    path = tmp_path / "reader.json"
    for coder, tag, note in (("ann", "claim", ""), ("bob", "figure changed", "Two hours or three?")):
        book = Notebook.open(path, coder=coder)
        workspace = Workspace([article for file in files for article in load(file)], book)
        name = book.codebook.create(tag).id
        a, b, c = (workspace.annotations.span(Place(number, 1)) for number in range(3))
        book.put_tag([Target.span(*a), Target.pair(a, b)] if note else [Target.span(*c)], name)
        if note:
            book.put_note(Target.span(*b), note)
            book.put_tag(
                [Target.absence(a, workspace.annotations.ids[2]), Target.whole(workspace.annotations.ids[0])],
                name,
            )
        else:
            book.put_note(Target.span(*workspace.annotations.span(Place(2, 0))), "Since when?")
        book.close()
    return path


@pytest.fixture
def open_workspace(filled_notebook: Path, files: list[Path]) -> Iterator[Callable[..., Workspace]]:
    """Some of the articles, by number, with the notebook."""
    books = []

    def lay(*numbers: int) -> Workspace:
        books.append(Notebook.open(filled_notebook, coder="ann"))
        return Workspace([article for n in numbers for article in load(files[n])], books[-1])

    yield lay
    for book in books:
        book.close()


def rows(app: ReaderApp) -> list[str]:
    """The rows on the page."""
    assert isinstance(app.screen, AnnotationsScreen)
    lines = screen_text(app).splitlines()[3:]
    return [line[1:].rstrip() for line in lines[: lines.index("─" * SIZE[0])] if line.strip()]


async def type_in(app: ReaderApp, text: str) -> None:
    app.screen.query_one(LineField).value = text


async def test_all_annotations_with_counts_by_tag_and_article(
    open_workspace: Callable[..., Workspace],
) -> None:
    app = ReaderApp(open_workspace(0, 1, 2))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        text = screen_text(app)
        assert "7 annotations   figure changed  4    claim  1" in text
        assert "A (The ferry to" in text
        assert "by bob 5   by ann 2" in text
        assert len(rows(app)) == 7
        assert [row.split()[:2] for row in rows(app)][-2:] == [["C", "1"], ["C", "2"]]
        assert "1/7" in text


async def test_a_pair_counts_for_both_its_articles(open_workspace: Callable[..., Workspace]) -> None:
    app = ReaderApp(open_workspace(0, 1, 2))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        await type_in(app, "article:C")
        await pilot.pause()
        line = screen_text(app).splitlines()[2]
        assert [part.split()[-1] for part in re.split("  +", line.strip())[:2]] == ["3", "1"]
        assert line.strip().startswith("C ")
        assert "by ann 2   by bob 1" in line
        await type_in(app, "article:C coder:ann")
        await pilot.pause()
        assert " by " not in screen_text(app).splitlines()[2]


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("passengers", 3),
        ("TUG waited", 3),
        ("two hours", 1),
        ("tag:claim", 1),
        ("tag:fig", 4),
        ('tag:"figure changed" passengers', 3),
        ("coder:bob", 5),
        ("coder:ann tag:claim", 1),
        ("article:C", 3),
        ("article:b since:2020", 2),
        ("since:2020-01 until:2021", 0),
        ("is:pair", 1),
        ("is:absence", 1),
        ("is:article", 1),
        ("is:note", 2),
        ("is:words", 0),
        ("is:sentence", 4),
        ("is:range", 0),
        ("verdict:ex", 7),
        ("verdict:lost", 0),
        ("tag:", 7),
        ("text:passengers", 3),
        ("text:since", 0),
        ("text:aground text:friday", 2),
        ("date:20", 7),
        ("date:2019-12", 0),
        ("since:2019-1", 7),
    ],
)
async def test_what_is_typed_narrows_it(
    open_workspace: Callable[..., Workspace], typed: str, count: int
) -> None:
    app = ReaderApp(open_workspace(0, 1, 2))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        await type_in(app, typed)
        await pilot.pause()
        assert len(rows(app)) == count
        assert ("7 annotations" if count == 7 else f"{count} of 7 annotations") in screen_text(app)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("tag:zzz", "No tag has “zzz” in its name"),
        ("article:zzz", "No article has “zzz” in source or title"),
        ("coder:zzz", "No coder is called “zzz”"),
        ("since:friday", "“friday” is no date: a day is written as in 2031-10-14"),
        ("since:2031-13", "“2031-13” is no date"),
        ("until:2031-02-30", "“2031-02-30” is no date"),
        ("date:14-10-2031", "“14-10-2031” is no date"),
        ("since:2031-9", "“2031-9” is no date"),
        ("verdict:wrong", "A verdict is one of exact, moved, changed, lost"),
        ("is:green", "is: takes one of words, sentence, range, pair, absence, article, note"),
        ("green", "Nothing fits"),
    ],
)
async def test_what_finds_nothing_says_why(
    open_workspace: Callable[..., Workspace], typed: str, why: str
) -> None:
    app = ReaderApp(open_workspace(0))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        await type_in(app, typed)
        await pilot.pause()
        assert why in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AnnotationsScreen), "there is nothing to go to"


@pytest.mark.parametrize("numbers", [(0,), (1,)], ids=["open", "not open"])
async def test_what_is_on_words_and_on_ranges(
    open_workspace: Callable[..., Workspace], numbers: tuple[int, ...]
) -> None:
    book = open_workspace(0).notebook
    first, second = (sentence for sentence in open_workspace(0).articles[0].sentences[:2])
    (name,) = {one.article for one in book.annotations() if one.kind == "article"}
    for start, end in (
        (first.start + 4, first.end),
        (first.start, second.end),
        (first.start, second.end - 1),
    ):
        book.put_tag([Target.span(name, start, end)], book.tags[0].id)
    book.close()
    app = ReaderApp(open_workspace(*numbers))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        for typed, count in (("is:words", 2), ("is:range", 2), ("is:words is:range", 1), ("is:sentence", 4)):
            await type_in(app, typed)
            await pilot.pause()
            assert len(rows(app)) == count, typed


async def test_rows_say_how_far_they_reach_and_whose_they_are(
    open_workspace: Callable[..., Workspace],
) -> None:
    workspace = open_workspace(0)
    book = workspace.notebook
    (_, start, _), (name, _, end) = (
        workspace.annotations.span(Place(0, 0)),
        workspace.annotations.span(Place(0, 1)),
    )
    book.put_tag([Target.span(name, start, end), Target.span(name, start, end - 1)], book.tags[0].id)
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "E")
        await type_in(app, "is:range")
        await pilot.pause()
        words, whole = (line for line in screen_text(app).splitlines() if "A 1–2   " in line)
        assert "“The ferry" in words
        assert "The ferry" in whole
        assert "“" not in whole
        assert "words of A 1–2 · exact" in screen_text(app)
        await type_in(app, "coder:bob")
        await pilot.pause()
        found = re.findall(r"^ A \d.*?(\w+) *$", screen_text(app), re.MULTILINE)
        assert set(found) == {"bob"}


async def test_counts_that_there_is_no_room_for_are_not_dropped_silently(
    open_workspace: Callable[..., Workspace],
) -> None:
    workspace = open_workspace(0)
    for number in range(9):
        tag = workspace.notebook.codebook.create(f"very long name {number}")
        workspace.notebook.put_tag([Target.span(*workspace.annotations.span(Place(0, 0)))], tag.id)
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "E")
        assert screen_text(app).splitlines()[1].rstrip().endswith("…")


async def test_enter_goes_to_the_sentence_and_escape_nowhere(
    open_workspace: Callable[..., Workspace],
) -> None:
    workspace = open_workspace(0, 1, 2)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E escape")
        assert workspace.place == Place(0, 0)
        await press(pilot, "E f l o u r enter")
        assert app.workspace is workspace
        assert workspace.place == Place(2, 0)
        await press(pilot, "E end i s : a r t i c l e enter")
        assert workspace.place == Place(0, 0)


async def test_an_article_that_is_not_open_is_opened_beside_from_its_file(
    open_workspace: Callable[..., Workspace], files: list[Path]
) -> None:
    app = ReaderApp(open_workspace(0))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E f l o u r")
        await press(pilot, "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert app.workspace is not None
        assert [article.path for article in app.workspace.articles] == [str(files[0]), str(files[2])]
        assert app.workspace.place == Place(1, 0)
        assert "Opened beside: B" in screen_text(app)
        assert "from the notebook" not in screen_text(app)


@pytest.mark.parametrize(
    ("text", "why"), [(None, "the file is gone"), ("Oats grew well.", "the file holds another text now")]
)
async def test_it_comes_from_the_notebook_when_the_file_does_not_have_it(
    open_workspace: Callable[..., Workspace], files: list[Path], text: str | None, why: str
) -> None:
    if text is None:
        files[2].unlink()
    else:
        files[2].write_text(text)
    app = ReaderApp(open_workspace(0))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "E f l o u r enter")
        await wait_until(pilot, lambda: f"B: from the notebook: {why}" in screen_text(app))
        assert app.workspace is not None
        assert app.workspace.place == Place(1, 0)
        assert app.workspace.article.text == FERRY[2]
        text = screen_text(app)
        assert "Bakers on the island" in text
        assert "Since when?" in text, "its notes are there"


async def test_both_sides_of_a_pair_are_opened(open_workspace: Callable[..., Workspace]) -> None:
    app = ReaderApp(open_workspace(2))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E i s : p a i r enter")
        await pilot.pause()
        assert app.workspace is not None
        assert len(app.workspace.articles) == 3
        assert app.workspace.place == Place(1, 1)
        assert "Opened beside: B, C" in screen_text(app)


async def test_what_is_typed_ahead_is_for_the_article_that_is_opened(
    open_workspace: Callable[..., Workspace],
) -> None:
    app = ReaderApp(open_workspace(0))
    async with app.run_test(size=SIZE) as pilot:
        for key in ("E", *"flour", "enter", "j", "1"):
            app.simulate_key(key)
        await wait_until_done(app)
        await pilot.pause()
        assert app.workspace is not None
        claim = app.workspace.notebook.codebook.named("claim")
        assert claim in app.workspace.mark(Place(1, 1)).tags
        assert claim not in app.workspace.mark(Place(0, 1)).tags


async def test_when_no_more_fit_it_says_so(open_workspace: Callable[..., Workspace], tmp_path: Path) -> None:
    book = open_workspace(0).notebook
    for number in range(26):
        (tmp_path / f"other{number}.txt").write_text(f"Mill {number} stood still all day.")
    workspace = Workspace([a for n in range(26) for a in load(tmp_path / f"other{n}.txt")], book)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E f l o u r enter")
        await pilot.pause()
        assert "26 articles are open, no more fit: Ctrl+W closes one" in screen_text(app)
        assert app.workspace is workspace


async def test_stories_and_tags(open_workspace: Callable[..., Workspace]) -> None:
    app = ReaderApp(open_workspace(0))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E tab")
        text = screen_text(app)
        assert "Stories × tags" in text
        assert "articles grouped by what they share" in text
        assert "claim" in text
        assert "figure changed" in text
        totals = [int(line.split()[-3]) for line in text.splitlines()[2:-1] if line.strip()]
        assert sum(totals) == 7
        await press(pilot, "l")
        assert " claim " not in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, AnnotationsScreen)
        await press(pilot, "c o d e r : a n n tab")
        assert "only coder:ann" in screen_text(app)
        assert "figure changed" not in screen_text(app)
        await press(pilot, "enter")
        assert app.screen.query_one(LineField).value == "coder:ann"


async def test_an_empty_notebook_says_how_to_begin(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        assert "Nothing is tagged or noted yet: t tags" in screen_text(app)


async def test_markup_in_tags_and_notes_is_shown_as_it_is(workspace: Workspace) -> None:
    span = workspace.annotations.span(Place(0, 0))
    workspace.notebook.put_tag([Target.span(*span)], workspace.notebook.codebook.create("[red]x[/]").id)
    workspace.notebook.put_note(Target.span(*span), "[@click=app.quit]away[/]")
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        assert "[red]x[/]" in rows(app)[0]
        assert "✎ [@click=app.quit]away[/]" in screen_text(app)


async def test_one_key_clears_a_field_wherever_in_it_one_is(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(0, 1, 2)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        for before, after in (("E", "escape"), ("t", "escape"), ("C n", "escape escape")):
            await press(pilot, f"{before} f e r home right ctrl+u x")
            assert app.screen.query_one(Input).value == "x"
            await press(pilot, after)
        await press(pilot, "E")
        every = rows(app)
        await press(pilot, "f e r r y z ctrl+u")
        assert rows(app) == every
        assert "^U clear" in screen_text(app)


async def test_a_long_note_is_scrolled_by_keys(open_workspace: Callable[..., Workspace]) -> None:
    workspace = open_workspace(0, 1, 2)
    workspace.notebook.put_note(
        Target.span(*workspace.annotations.span(Place(0, 0))),
        "\n".join(f"line {n} of the note" for n in range(40)),
    )
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "E ctrl+home down")
        assert "line 2 of the note" in screen_text(app)
        assert "line 30 of the note" not in screen_text(app)
        for _ in range(12):
            await pilot.press("shift+down")
        assert "line 39 of the note" in screen_text(app)
        await press(pilot, "ctrl+y shift+up")
        assert "line 39 of the note" not in screen_text(app)
        await press(pilot, "down up")
        assert "line 2 of the note" in screen_text(app), "another one begins at its top"


@pytest.mark.parametrize("width", [80, 120, 200])
async def test_all_words_begin_in_one_cell_however_long_the_tags_are(
    width: int, open_workspace: Callable[..., Workspace]
) -> None:
    workspace = open_workspace(0, 1, 2)
    name = workspace.notebook.codebook.create(
        "a tag with a name that goes on longer than most rows have room for"
    ).id
    workspace.notebook.put_tag([Target.span(*workspace.annotations.span(Place(0, 0)))], name)
    app = ReaderApp(workspace)
    async with app.run_test(size=(width, 40)) as pilot:
        await press(pilot, "E")
        lines = screen_text(app).splitlines()[3:11]
        said = ("The ferry to", "Forty pass", "A tug reached", "(The ferry", "“Nobody told", "Bakers on")
        starts = {line.index(words) for line in lines for words in said if f" {words}" in line[16:]}
        assert len(starts) == 1
        assert 14 < starts.pop() < width // 2
        (line,) = (line for line in lines if "a tag with" in line)
        assert "…  The ferry" in line or "… The ferry" in line


async def test_names_of_articles_are_cut_only_where_there_is_no_room(
    tmp_path: Path, lay: Callable[..., Workspace]
) -> None:
    first = "The Weekly Messenger of the Outer Isles and the Sound"
    texts = [f"---\nsource: {name}\n---\nA ferry sank on Friday.\n" for name in (first, "Post")]
    paths = [tmp_path / f"{number}.md" for number in range(2)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    book = Notebook.open(tmp_path / "names.json")
    workspace = Workspace([article for path in paths for article in load(path)], book)
    book.put_tag(
        [Target.span(*workspace.annotations.span(Place(n, 0))) for n in range(2)],
        book.codebook.create("x").id,
    )
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "E")
        assert f"A {first} 1   B Post 1" in screen_text(app)
        await pilot.resize_terminal(44, 24)
        await pilot.pause()
        line = screen_text(app).splitlines()[2]
        assert line.startswith(" A The Weekly Messenger")
        assert "… 1   B Post 1" in line
    book.close()


@given(st.lists(st.integers(0, 60), max_size=12), st.integers(0, 300))
def test_names_share_the_room_there_is(lengths: list[int], room: int) -> None:
    longest = annotation_lines.longest_fitting(lengths, room)
    assert sum(min(length, longest) for length in lengths) <= room
    cut = [length for length in lengths if length > longest]
    assert not cut or sum(min(length, longest + 1) for length in lengths) > room, "no more would fit"
