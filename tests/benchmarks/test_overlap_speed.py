"""How long comparing takes: three articles, as at start-up, and ten of one event.

Run with `pytest tests/benchmarks --benchmark-enable`.
"""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from reader.articles.model import Article, Sentence
from reader.overlap import Overlap, compare
from reader.overlap.lexicon import STOP

SENTENCES = 30
SMALL_WORDS = sorted(STOP)[:60]


@pytest.mark.parametrize("articles", [3, 10])
def test_comparing_the_articles_of_one_event(benchmark: Any, articles: int) -> None:
    event = one_event(articles)
    overlap: Overlap = benchmark(compare, event)
    assert {match.kind for match in overlap.matches} == {"verbatim", "edited", "paraphrase"}


def one_event(articles: int) -> list[Article]:
    """Articles that share names and half of their facts, each fact copied or reworded."""
    random = Random(7)
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
