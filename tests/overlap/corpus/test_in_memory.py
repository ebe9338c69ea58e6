"""Articles at hand, grouped into stories without an index."""

from __future__ import annotations

from tests.overlap.corpus.helpers import edited, sentences

from reader.articles import Article, load_bytes
from reader.overlap.corpus.in_memory import group_in_memory


def article(number: int, said: list[str]) -> Article:
    return load_bytes(" ".join(said).encode(), f"{number}.txt")[0]


def story(seed: int, size: int) -> list[list[str]]:
    common = sentences(seed, 12)
    return [
        [*sentences(seed * 100 + number), *common[number : number + 4], *map(edited, common[4:6])]
        for number in range(size)
    ]


def test_stories_come_largest_first_and_what_is_alone_last() -> None:
    told = [*story(1, 2), *story(2, 3), sentences(77, 9)]
    found = group_in_memory([article(number, said) for number, said in enumerate(told)])
    assert [sorted(group) for group in found] == [[2, 3, 4], [0, 1], [5]]


def test_nothing_and_one_article() -> None:
    assert group_in_memory([]) == []
    assert group_in_memory([article(0, sentences(1))]) == [[0]]
