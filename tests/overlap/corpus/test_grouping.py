"""Grouping articles into stories: what belongs together is, and traps do not chain."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.overlap.corpus.helpers import WORDS, edited, sentences, write

from reader.articles import load
from reader.overlap.corpus.article_similarity import ArticleSimilarity
from reader.overlap.corpus.corpus import Corpus
from reader.overlap.corpus.grouping import group_articles

if TYPE_CHECKING:
    from collections.abc import Callable

DISCLAIMER = sentences(1000, 3)
"""What an outlet prints under every article."""


def groups(folder: Path) -> list[list[str]]:
    """The names of the articles of each story."""
    with Corpus.open(folder, None) as corpus:
        corpus.update()
        return [sorted(Path(member.path).stem for member in story.members) for story in corpus.stories()]


def story(folder: Path, name: str, seed: int, size: int, *more: list[str]) -> list[str]:
    """Articles that have sentences of a common account, some edited; gives their names."""
    common = sentences(seed, 12)
    for number in range(size):
        taken = common[2 * number : 2 * number + 6] or common[:6]
        own = [*sentences(seed * 100 + number), *taken[:3], *map(edited, taken[3:])]
        write(folder, f"{name}{number}.txt", own, *more)
    return [f"{name}{number}" for number in range(size)]


def test_stories_are_found_largest_first(tmp_path: Path) -> None:
    small, large = story(tmp_path, "small", 1, 2), story(tmp_path, "large", 2, 4)
    for number in range(5):
        write(tmp_path, f"alone{number}.txt", sentences(500 + number, 15))
    assert groups(tmp_path) == [large, small]


def test_a_line_under_every_article_makes_no_story(tmp_path: Path) -> None:
    names = story(tmp_path, "a", 1, 3, DISCLAIMER), story(tmp_path, "b", 2, 3, DISCLAIMER)
    for number in range(12):
        write(tmp_path, f"alone{number}.txt", sentences(500 + number, 15), DISCLAIMER)
    assert groups(tmp_path) == list(names)


def test_a_block_of_lines_of_an_outlet_makes_no_story(tmp_path: Path) -> None:
    names = story(tmp_path, "a", 1, 3), story(tmp_path, "b", 2, 3)
    for outlet in range(4):
        for number in range(10):
            block = sentences(2000 + outlet, 6)
            write(
                tmp_path,
                f"{outlet}-{number}.txt",
                sentences(500 + 10 * outlet + number, 15),
                block,
                DISCLAIMER,
            )
    assert groups(tmp_path) == list(names)


def test_an_article_about_two_stories_does_not_join_them(tmp_path: Path) -> None:
    a, b = story(tmp_path, "a", 1, 3), story(tmp_path, "b", 2, 3)
    write(tmp_path, "roundup.txt", sentences(1, 12)[:6], sentences(2, 12)[:6], sentences(900))
    found = groups(tmp_path)
    assert [[name for name in names if name != "roundup"] for names in found] in ([a, b], [b, a])


def test_what_is_counted(tmp_path: Path) -> None:
    common = sentences(1, 12)
    write(tmp_path, "a.txt", [*sentences(2, 5), *common[:4]])
    write(tmp_path, "b.txt", [*common[:4], *common[6:8]])
    write(tmp_path, "c.txt", [*sentences(3, 5), *common[6:8]])
    with Corpus.open(tmp_path, None) as corpus:
        corpus.update()
        [found] = corpus.stories()
    assert {Path(m.path).stem: (m.shared, m.sentences) for m in found.members} == {
        "a": (4, 9),
        "b": (6, 6),
        "c": (2, 7),
    }
    assert Path(found.members[0].path).stem == "b", "what has most in common with the rest comes first"
    assert found.shared == 12
    assert found.title == found.members[0].title


SLOTS = [WORDS[start : start + 12] for start in range(0, 120, 12)]
"""The words for each place of a sentence where all are made in one way, as in reports on markets."""


def report(seed: int, count: int = 12) -> list[str]:
    draw = Random(seed)
    return [" ".join(map(draw.choice, SLOTS)).capitalize() + "." for _ in range(count)]


def changed(sentence: str) -> str:
    """One word of it changed."""
    words = sentence.split(" ")
    return " ".join([*words[:4], "quickly", *words[5:]])


@pytest.mark.parametrize("taken", [str, changed], ids=["verbatim", "edited"])
def test_stories_where_all_is_written_in_the_same_few_words(
    tmp_path: Path, taken: Callable[[str], str]
) -> None:
    for number in range(250):
        write(tmp_path, f"alone{number}.txt", report(number))
    common = report(1000)
    for number in range(3):
        write(
            tmp_path, f"story{number}.txt", [*report(2000 + number), *map(taken, common[number : number + 6])]
        )
    write(tmp_path, "story3.txt", [*report(2003), *common])
    assert groups(tmp_path) == [[f"story{number}" for number in range(4)]]


def wire(folder: Path, seed: int, outlets: int) -> list[str]:
    """An agency's text in many outlets, a line of each above, the end cut off in some; gives their names."""
    text = sentences(seed, 20)
    for number in range(outlets):
        write(folder, f"wire{number}.txt", sentences(seed * 1000 + number, 1), text[: 20 - number % 4])
    return [f"wire{number}" for number in range(outlets)]


def test_a_text_in_many_outlets_and_those_who_took_from_it_are_one_story(tmp_path: Path) -> None:
    names = wire(tmp_path, 1, 10)
    for number in range(3):
        taken = sentences(1, 20)[4 * number : 4 * number + 4]
        write(tmp_path, f"own{number}.txt", sentences(700 + number, 12), taken)
    [told] = groups(tmp_path)
    assert told == sorted([*names, "own0", "own1", "own2"])


def test_a_text_in_very_many_outlets_is_a_story_and_more_of_it_is_found(tmp_path: Path) -> None:
    names = wire(tmp_path, 1, 230)
    write(tmp_path, "own.txt", sentences(700, 12), sentences(1, 20)[:4])
    for number in range(9):
        write(tmp_path, f"alone{number}.txt", sentences(500 + number, 15))
    assert groups(tmp_path) == [sorted(["own", *names])]
    with Corpus.open(tmp_path, None) as corpus:
        corpus.update()
        [own] = (
            like for like in corpus.more_like(load(tmp_path / "wire7.txt")[0], 300) if "own" in like.path
        )
        likes = corpus.more_like(load(tmp_path / "own.txt")[0])
    assert own.shared == 4
    assert len(likes) == 20
    assert {like.shared for like in likes} == {4}


def test_a_page_that_is_brought_up_to_date_is_one_story(tmp_path: Path) -> None:
    page: list[str] = []
    for number in range(12):
        page = [*sentences(300 + number, 3), *page]
        write(tmp_path, f"page{number:02}.txt", page)
    assert groups(tmp_path) == [[f"page{number:02}" for number in range(12)]]


def test_two_events_on_one_topic_are_two_stories(tmp_path: Path) -> None:
    background = sentences(3000, 3)
    for event in (1, 2):
        text = sentences(event, 16)
        for number in range(3):
            write(tmp_path, f"{event}-copy{number}.txt", sentences(event * 100 + number, 1), text, background)
        for number in range(3):
            taken = text[4 * number : 4 * number + 5]
            write(tmp_path, f"{event}-own{number}.txt", sentences(event * 500 + number, 9), taken, background)
    for number in range(8):
        write(tmp_path, f"alone{number}.txt", sentences(900 + number, 15))
    both = [[f"{event}-{kind}{n}" for kind in ("copy", "own") for n in range(3)] for event in (1, 2)]
    assert sorted(groups(tmp_path)) == both


def test_copies_stand_behind_other_accounts(tmp_path: Path) -> None:
    wire(tmp_path, 1, 5)
    for number in range(3):
        taken = sentences(1, 20)[4 * number : 4 * number + 4]
        write(tmp_path, f"own{number}.txt", sentences(700 + number, 12), taken)
    with Corpus.open(tmp_path, None) as corpus:
        corpus.update()
        [told] = corpus.stories()
    names = [Path(member.path).stem for member in told.members]
    assert sorted(names[1:4]) == ["own0", "own1", "own2"]
    assert {(Path(m.path).stem, m.shared) for m in told.members} >= {
        ("wire0", 20),
        ("wire3", 17),
        ("own1", 4),
    }


def test_the_sample_articles_are_one_story(samples: list[str]) -> None:
    [names] = groups(Path(samples[0]).parent)
    assert len(names) == 4


def test_nothing_in_nothing(tmp_path: Path) -> None:
    assert groups(tmp_path) == []
    write(tmp_path, "one.txt", sentences(1))
    assert groups(tmp_path) == []


def links(pairs: dict[tuple[int, int], float]) -> dict[tuple[int, int], ArticleSimilarity]:
    return {
        pair: ArticleSimilarity(strength) for (a, b), strength in pairs.items() for pair in ((a, b), (b, a))
    }


@pytest.mark.parametrize(("size", "between"), [(2, 1), (3, 1), (6, 1), (6, 2)])
def test_an_article_or_two_never_join_two_groups(size: int, between: int) -> None:
    one, other = range(size), range(size, 2 * size)
    pairs = {(a, b): 9.0 for group in (one, other) for a in group for b in group if a < b}
    pairs |= {(a, 2 * size + number): 8.0 for a in (*one, *other) for number in range(between)}
    found = group_articles(links(pairs))
    assert len(found) == 2
    assert not any(set(one) & set(group) and set(other) & set(group) for group in found)


def test_two_groups_that_are_a_little_alike_throughout_are_two_stories() -> None:
    """As two floods are: the same words for the same things, and no more than that."""
    within = {(a, b): 3.0 for group in (range(4), range(4, 8)) for a in group for b in group if a < b}
    between = {(a, b): 0.7 for a in range(4) for b in range(4, 8)}
    assert sorted(map(sorted, group_articles(links(within | between)))) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    loose = dict.fromkeys(within, 1.0)
    assert len(group_articles(links(loose | between))) == 1, "within a looser story it is enough"


PAIRS = st.dictionaries(
    st.sampled_from([(a, b) for a, b in permutations(range(9), 2) if a < b]), st.floats(0.2, 20), max_size=30
)


@given(PAIRS)
def test_groups_are_apart_and_hang_together(pairs: dict[tuple[int, int], float]) -> None:
    found = group_articles(links(pairs))
    members = [a for group in found for a in group]
    assert len(members) == len(set(members))
    assert [len(group) for group in found] == sorted(map(len, found), reverse=True)
    for group in found:
        assert len(group) > 1
        assert all(any((min(a, b), max(a, b)) in pairs for b in group) for a in group)


@given(PAIRS)
def test_much_evidence_is_enough_by_itself(pairs: dict[tuple[int, int], float]) -> None:
    if pairs:
        best = max(pairs.values())
        assert bool(group_articles(links(pairs))) == (best**2 / (1 + best**2) >= 0.4)
