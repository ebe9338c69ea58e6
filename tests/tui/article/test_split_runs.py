"""Where tagged words begin and end, in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.helpers import SIZE, press, screen_text

from reader.notebook import Target
from reader.overlap import Place
from reader.tui.app import ReaderApp
from reader.tui.article.layout import Run
from reader.tui.article.split_runs import split_at_tagged_words
from reader.workspace.marks import TaggedWords

if TYPE_CHECKING:
    from reader.workspace.workspace import Workspace

WORDS = st.builds(
    lambda start, length, colour: TaggedWords(start, start + length, colour),
    st.integers(0, 60),
    st.integers(1, 40),
    st.sampled_from(["#112233", "#445566", None]),
)


@given(
    st.text(alphabet="ab é漢👩\u200d👧 ", min_size=1, max_size=40),
    st.integers(0, 60),
    st.lists(WORDS, max_size=4),
)
def test_a_run_is_cut_into_itself_and_the_fewest_words_are_marked(
    text: str, start: int, words: list[TaggedWords]
) -> None:
    pieces = split_at_tagged_words(Run(text, 0, start=start), words)
    assert "".join(piece.text for piece, _ in pieces) == text
    for piece, marked in pieces if len(pieces) > 1 else ():
        for place in range(piece.start, piece.start + len(piece.text)):
            over = [one.end - one.start for one in words if one.start <= place < one.end]
            assert (marked.end - marked.start if marked else None) == min(over, default=None)


def marked(app: ReaderApp) -> list[tuple[str, str]]:
    """The words on the screen that are underlined on a colour, and the colour."""
    strips = app.screen._compositor.render_strips()[3:-2]
    return [
        (one.text, one.style.bgcolor.name)
        for strip in strips
        for one in strip
        if one.style and one.style.underline and one.style.bgcolor
    ]


def words(workspace: Workspace, first: str, last: str) -> Target:
    text = workspace.articles[0].text
    start = text.index(first)
    return Target.span(workspace.annotations.ids[0], start, text.index(last, start) + len(last))


async def test_words_are_marked_in_the_colour_of_their_tag_as_long_as_they_have_it(
    workspace: Workspace,
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t c l a i m enter")
        assert marked(app) == [], "the chip of a whole sentence says it"
        await press(pilot, "j v h h 1")
        colour = workspace.notebook.tags[0].colour.lower()
        found = marked(app)
        assert found
        assert {one for _, one in found} == {colour}
        said = " ".join(text for text, _ in found)
        assert workspace.annotations.on(Place(0, 1))[-1].selector.exact == said
        await press(pilot, "u")
        assert marked(app) == []


async def test_a_range_is_marked_where_it_begins_and_ends_amid_sentences(workspace: Workspace) -> None:
    tag = workspace.notebook.codebook.create("claim")
    workspace.notebook.put_tag(
        [words(workspace, "three hours", "Ada Brill"), words(workspace, "harbour", "June.")], tag.id
    )
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE):
        assert [text.strip() for text, _ in marked(app)] == [
            "three hours",
            "for a tug.",
            "“Nobody told us",
            "anything,” said Ada Brill",
            "harbour office will publish a",
            "report in June.",
        ]


async def test_whole_sentences_of_a_range_have_no_mark(workspace: Workspace) -> None:
    tag = workspace.notebook.codebook.create("claim")
    workspace.notebook.put_tag([words(workspace, "Forty", "June.")], tag.id)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        assert marked(app) == []
        for number in (2, 3, 4):
            await press(pilot, "j")
            said = "".join(strip.text for strip in app.screen._compositor.render_strips()[-2:-1])
            assert f"A {number}/4 · claim (A 2–4)" in said


@pytest.mark.parametrize("theme", ["reader-dark", "reader-light", "nord", "no colour"])
async def test_no_look_of_tagged_words_is_that_of_a_hit_or_of_shared_words(
    workspace: Workspace, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    workspace.notebook.put_tag(
        [words(workspace, "to Inner", "aground")], workspace.notebook.codebook.create("claim").id
    )
    app = ReaderApp(workspace, theme="reader-dark" if theme == "no colour" else theme)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j slash f e r r y enter j")
        looks: dict[str, tuple[bool, str]] = {}
        for strip in app.screen._compositor.render_strips()[3:6]:
            for one in strip:
                for word in ("ferry", "Inner", "Friday"):
                    if word in one.text and one.style and one.style.bgcolor:
                        looks.setdefault(word, (bool(one.style.underline), one.style.bgcolor.name))
        assert len(set(looks.values())) == len(looks) == 3
        assert looks["Inner"][0], "underlined"
        assert not looks["ferry"][0]


async def test_the_help_says_what_is_underlined_on_a_colour(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 90)) as pilot:
        await press(pilot, "question_mark")
        assert "In the text underlined on a colour: words with a tag or a note of their own." in screen_text(
            app
        )
