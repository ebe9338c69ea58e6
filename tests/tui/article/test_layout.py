"""An article as lines of a width."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.articles import Article, load_bytes
from reader.tui.article.layout import ArticleLayout, wrap

WORDS = st.text(alphabet="abcdefg é漢字e\u0301👩‍👩‍👧ش-", max_size=200).map(
    lambda text: " ".join(text.split(" "))
)
TEXT = "The ferry was late. It often is.\nNobody minded very much. The gulls did not mind at all.\nThe end."


def article(text: str = TEXT) -> Article:
    return load_bytes(text.encode(), "a.txt")[0]


def lay_out(width: int, text: str = TEXT, chips: dict[int, tuple[str, ...]] | None = None) -> ArticleLayout:
    return ArticleLayout(article(text), width, lambda sentence: (chips or {}).get(sentence, ()))


def line_texts(layout: ArticleLayout) -> list[str]:
    return ["".join(run.text for run in layout.line(y).runs) for y in range(layout.height)]


@given(WORDS, st.integers(2, 60))
def test_every_word_is_kept_in_order_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
    assert all(line == line.strip(" ") for line in lines)


@given(st.lists(st.text(alphabet="abcde", min_size=1, max_size=12)), st.integers(12, 30))
def test_lines_are_filled_before_a_new_one_begins(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = [text[start:end] for start, end in wrap(text, width)]
    for line, after in pairwise(lines):
        assert len(line) + 1 + len(after.split(" ")[0]) > width


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(4, 40), st.sets(st.integers(0, 5)))
def test_paragraphs_without_chips_are_measured_as_all_are(
    paragraphs: list[str], width: int, chipped: set[int]
) -> None:
    one = article("\n".join(["It began.", *(f"{text}. And “so on.” Then on." for text in paragraphs)]))

    def chips(sentence: int) -> tuple[str, ...]:
        return ("[chip]",) if sentence in chipped else ()

    whole, quick = (
        ArticleLayout(one, width, chips),
        ArticleLayout(one, width, chips, dict.fromkeys(chipped, ("[chip]",))),
    )
    sentences = range(len(one.sentences))
    assert whole.height == quick.height
    assert list(map(whole.lines_of_sentence, sentences)) == list(map(quick.lines_of_sentence, sentences))


def test_paragraphs_are_parted_by_a_blank_line_and_sentences_flow() -> None:
    assert line_texts(lay_out(20)) == [
        "The ferry was late.",
        "It often is.",
        "",
        "Nobody minded very",
        "much. The gulls did",
        "not mind at all.",
        "",
        "The end.",
    ]


def test_lists_of_links_stand_together() -> None:
    layout = lay_out(
        40, "Something happened. It was odd.\nREAD MORE: One thing\nREAD MORE: Another\nMore followed then."
    )
    assert line_texts(layout)[2:4] == ["READ MORE: One thing", "READ MORE: Another"]


def test_a_sentence_knows_its_lines() -> None:
    layout = lay_out(20)
    assert [list(layout.lines_of_sentence(sentence)) for sentence in range(5)] == [
        [0],
        [1],
        [3, 4],
        [4, 5],
        [7],
    ]


def test_a_cell_belongs_to_the_sentence_under_it() -> None:
    layout = lay_out(20)
    assert layout.sentence_at(4, 2) == 2
    assert layout.sentence_at(4, 10) == 3
    assert layout.sentence_at(2) == 1, "the blank line belongs to what is above it"
    assert layout.sentence_at(99) == 4


def test_each_sentence_gets_a_gutter_when_lines_allow() -> None:
    layout = lay_out(
        60, "One. Two. Three is a long sentence that goes on for more than just one line of this."
    )
    assert [layout.line(y).owner for y in range(layout.height)] == [0, 2], "no line is left for the second"
    layout = lay_out(20)
    assert [layout.line(y).owner for y in range(3, 6)] == [2, 3, 3]
    assert [layout.line(y).row for y in range(3, 6)] == [0, 0, 1]


def test_chips_stand_behind_their_sentence_and_move_only_what_is_below() -> None:
    chips: dict[int, tuple[str, ...]] = {}
    layout = lay_out(20, chips=chips)
    chips[1] = ("[claim]", "[figure]")
    assert layout.update_chips([1])
    assert line_texts(layout)[:5] == [
        "The ferry was late.",
        "It often",
        "is.\u00a0[claim]\u00a0[figure]",
        "",
        "Nobody minded very",
    ]
    chip = layout.line(2).runs[2]
    assert (chip.text, chip.sentence, chip.chip) == ("[claim]", 1, 0)
    chips[1] = ()
    assert layout.update_chips([1])
    assert line_texts(layout) == line_texts(lay_out(20))
    chips[4] = ("[x]",)
    assert not layout.update_chips([4]), "it found room on the line"


def test_no_chip_begins_a_line_before_the_words_of_the_next_sentence() -> None:
    text = "The ferry was late again. Nobody minded very much."
    for width in range(16, 60):
        layout = lay_out(width, text, chips={0: ("[a\u00a0claim]",)})
        held = [
            line for line in map(layout.line, range(layout.height)) if any(r.chip == 0 for r in line.runs)
        ]
        assert [line.runs[0].chip for line in held] == [None]
    layout = lay_out(10, text, chips={0: ("[a\u00a0claim]",)})
    assert "[a\u00a0claim]" in line_texts(layout), "no line has room for it and a word"


@given(
    st.lists(st.sampled_from(["Gulls.", "A harbourmaster.", "The end of the pier."]), min_size=2, max_size=5),
    st.lists(
        st.lists(st.sampled_from(["[x]", f"[{'a claim ' * 3}]", "[figure ⇄ B 18]"]), max_size=3), min_size=5
    ),
    st.integers(6, 40),
)
def test_no_sentence_follows_a_chip_in_a_line_without_a_word_of_the_chips_own(
    sentences: list[str], named: list[list[str]], width: int
) -> None:
    chips = {
        number: tuple(chip.replace(" ", "\u00a0") for chip in those) for number, those in enumerate(named)
    }
    layout = lay_out(width, " ".join(sentences), chips)
    for line in map(layout.line, range(layout.height)):
        if line.runs and line.runs[0].chip is not None:
            assert {run.sentence for run in line.runs} == {line.runs[0].sentence} == {line.owner}


def test_what_parts_sentences_has_no_look_however_wide_it_is() -> None:
    layout = lay_out(60, "One barge.  Two barges.")
    assert [run.blank for run in layout.line(0).runs] == [False, True, False]
