"""How long comparing takes: three articles, ten and a hundred of one event, and one article more.

Run with `pytest tests/benchmarks --benchmark-enable`.
"""

from __future__ import annotations

from itertools import count
from random import Random
from typing import Any

import pytest

from reader.articles.model import Article, Sentence
from reader.overlap import Overlap, compare
from reader.text.en.stopwords import STOPWORDS

SENTENCES = 30
SMALL_WORDS = sorted(STOPWORDS)[:60]


@pytest.mark.parametrize("articles", [3, 10, 100])
def test_comparing_the_articles_of_one_event(benchmark: Any, articles: int) -> None:
    """Every round has an event of its own, so that nothing is remembered."""
    seeds = count(7)
    overlap: Overlap = benchmark.pedantic(
        compare, setup=lambda: ((one_event(articles, seed=next(seeds)),), {}), rounds=300 // articles
    )
    assert overlap.matches


def test_comparing_one_article_more(benchmark: Any) -> None:
    seeds = count(7)

    def ten_compared() -> tuple[tuple[list[Article]], dict[str, Any]]:
        event = one_event(11, seed=next(seeds))
        compare(event[:10])
        return (event,), {}

    overlap: Overlap = benchmark.pedantic(compare, setup=ten_compared, rounds=30)
    assert any(match.b.article == 10 for match in overlap.matches)


def one_event(articles: int, *, seed: int = 7) -> list[Article]:
    """Articles that share names and half of their facts, each fact copied or reworded."""
    random = Random(seed)
    words = [_made_up_word(random) for _ in range(6000)]
    facts = [_fact(random, words) for _ in range(2 * SENTENCES)]
    return [_article(random, words, facts) for _ in range(articles)]


def _made_up_word(random: Random) -> str:
    syllables = range(random.randint(2, 4))
    return "".join(random.choice("bcdfghjklmnprstvw") + random.choice("aeiou") for _ in syllables)


def _fact(random: Random, words: list[str]) -> list[str]:
    """About half small words, one in seven a word of the event, the rest as rare as words are (Zipf)."""
    return [
        random.choice(SMALL_WORDS)
        if (chance := random.random()) < 0.45
        else random.choice(words[:40])
        if chance < 0.6
        else words[min(int(random.paretovariate(0.6) * 10), len(words) - 1)]
        for _ in range(random.randint(14, 34))
    ]


def _article(random: Random, words: list[str], facts: list[list[str]]) -> Article:
    text, sentences = "", []
    for number in range(SENTENCES):
        told = list(random.choice(facts)) if random.random() < 0.5 else _fact(random, words)
        for _ in range(int(len(told) * random.choice([0, 0.2, 0.5, 0.7]))):
            told[random.randrange(len(told))] = random.choice(words)
        start = len(text)
        text += " ".join(told).capitalize() + "."
        sentences.append(Sentence(start, len(text), number // 2))
        text += " " if number % 2 == 0 else "\n"
    return Article(text, tuple(sentences), "", "first words", "-")
