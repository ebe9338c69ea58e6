"""An article as lines with some sentences folded: laws."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reader.articles import load_bytes
from reader.tui.article.folded_layout import FoldedLayout
from reader.tui.article.layout import ArticleLayout
from reader.workspace.visible import VisibleSentences, fold_label

if TYPE_CHECKING:
    from reader.articles import Article

PARAGRAPHS = st.lists(st.integers(1, 4), min_size=1, max_size=8)


def article(paragraphs: list[int]) -> Article:
    """So many sentences in each paragraph, each of a few words with its number."""
    numbers = iter(range(100))
    lines = [
        " ".join(f"Sentence {next(numbers)} has some words." for _ in range(count)) for count in paragraphs
    ]
    return load_bytes("\n".join(["Nobody was told of this at the time.", *lines]).encode(), "a.txt")[0]


@st.composite
def folded(draw: st.DrawFn) -> FoldedLayout:
    """An article of a few paragraphs, some of it folded, with some chips."""
    one = article(draw(PARAGRAPHS))
    numbers = st.sets(st.integers(0, len(one.sentences) - 1))
    chipped = draw(numbers)
    whole = ArticleLayout(
        one, draw(st.integers(8, 60)), lambda sentence: ("[chip]",) if sentence in chipped else ()
    )
    return FoldedLayout(whole, VisibleSentences(draw(numbers), len(one.sentences)))


@given(folded())
def test_what_is_shown_stands_there_once_and_in_order(layout: FoldedLayout) -> None:
    runs = [run for y in range(layout.height) for run in layout.line(y).runs]
    words = "".join(run.text for run in runs if run.chip is None and not run.blank)
    expected = "".join(layout.article.sentence_text(sentence) for sentence in layout.visible.sentences)
    assert words.replace(" ", "") == expected.replace(" ", "")
    assert sorted({run.sentence for run in runs}) == list(layout.visible.sentences)


@given(folded())
def test_folds_hold_all_the_rest_and_belong_to_no_sentence(layout: FoldedLayout) -> None:
    lines = [layout.line(y) for y in range(layout.height)]
    held = [sentence for line in lines for sentence in line.folded]
    assert sorted([*held, *layout.visible.sentences]) == list(range(len(layout.article.sentences)))
    assert all(line.owner is None and not line.runs for line in lines if line.folded)
    assert not any(one.folded and after.folded for one, after in pairwise(lines))


@given(folded())
def test_every_sentence_knows_its_lines(layout: FoldedLayout) -> None:
    for sentence in range(len(layout.article.sentences)):
        for y in layout.lines_of_sentence(sentence):
            line = layout.line(y)
            assert sentence in line.folded or sentence in {run.sentence for run in line.runs}


@given(folded())
def test_pointing_anywhere_finds_a_sentence_that_is_shown(layout: FoldedLayout) -> None:
    if layout.visible:
        assert all(layout.sentence_at(y) in layout.visible for y in range(-1, layout.height + 1))


@given(folded())
def test_runs_know_where_in_the_article_they_begin(layout: FoldedLayout) -> None:
    for run in (run for y in range(layout.height) for run in layout.line(y).runs if run.chip is None):
        text = layout.article.text
        assert text[run.start : run.start + len(run.text)] == run.text or run.blank


@given(folded())
def test_what_is_not_folded_is_laid_out_as_ever(layout: FoldedLayout) -> None:
    whole = ArticleLayout(layout.article, layout.width, layout.chips)
    count = len(layout.article.sentences)
    again = FoldedLayout(whole, VisibleSentences(range(count), count))
    assert [again.line(y) for y in range(again.height)] == [whole.line(y) for y in range(whole.height)]


def test_a_fold_goes_over_paragraphs_and_a_blank_line_parts_it_from_the_next() -> None:
    text = b"One is here. Two is not.\nNor is three.\nFour is. Five is not. Six is."
    one = load_bytes(text, "a.txt")[0]
    layout = FoldedLayout(ArticleLayout(one, 40, lambda _: ()), VisibleSentences((0, 3, 5), 6))
    lines = [layout.line(y) for y in range(layout.height)]
    assert ["".join(run.text for run in line.runs) for line in lines] == [
        "One is here.",
        "",
        "",
        "Four is.",
        "",
        "Six is.",
    ]
    assert [len(line.folded) for line in lines] == [0, 2, 0, 0, 1, 0]


def test_a_chip_on_a_folded_sentence_is_there_when_it_is_unfolded() -> None:
    chips: dict[int, tuple[str, ...]] = {}
    one = article([3])
    whole = ArticleLayout(one, 60, lambda sentence: chips.get(sentence, ()))
    layout = FoldedLayout(whole, VisibleSentences((0, 1), 4))
    chips[3] = ("[late]",)
    assert not layout.update_chips([3])
    assert any(run.text == "[late]" for y in range(whole.height) for run in whole.line(y).runs)


@given(st.integers(1, 10_000), st.integers(1, 60))
def test_the_words_of_a_fold_fit(count: int, width: int) -> None:
    words = fold_label(count, width)
    assert len(words) <= width
    assert words.startswith("⋯")


def test_the_words_of_a_fold() -> None:
    assert [fold_label(12, width) for width in (40, 15, 5, 1)] == [
        "⋯ 12 sentences folded",
        "⋯ 12 folded",
        "⋯ 12",
        "⋯",
    ]
    assert fold_label(1, 40) == "⋯ 1 sentence folded"


@given(st.sets(st.integers(0, 30), min_size=1), st.integers(0, 30))
def test_the_nearest_is_shown_and_none_is_nearer(sentences: set[int], sentence: int) -> None:
    nearest = VisibleSentences(sentences, 31).nearest(sentence)
    assert nearest in sentences
    assert abs(nearest - sentence) == min(abs(one - sentence) for one in sentences)


@given(st.sets(st.integers(0, 30), min_size=1), st.data(), st.integers(-40, 40))
def test_steps_stay_among_what_is_shown(sentences: set[int], data: st.DataObject, by: int) -> None:
    shown = VisibleSentences(sentences, 31)
    here = data.draw(st.sampled_from(sorted(sentences)))
    there = shown.step(here, by)
    between = [one for one in sentences if min(here, there) <= one <= max(here, there)]
    assert there in shown
    assert len(between) == abs(by) + 1 or there in {min(sentences), max(sentences)}
