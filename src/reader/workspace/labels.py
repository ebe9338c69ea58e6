"""What articles, sentences and matches are called wherever they are named: `B`, `B 7`, edited with B 7."""

from collections.abc import Iterable
from string import ascii_uppercase

from reader.articles import Article
from reader.overlap import Match, Place
from reader.text.cleaning import clean_line

MAX_ARTICLES = 26  # articles open at once: each has a letter


def article_letter(article: int) -> str:
    """Return A, B, C … for the articles by number."""
    return ascii_uppercase[article % MAX_ARTICLES]


def article_notices(articles: Iterable[Article]) -> list[str]:
    """Return what must be told of articles, each with its letter: `B: the file is gone`."""
    return [f"{article_letter(n)}: {notice}" for n, each in enumerate(articles) for notice in each.notices]


def sentence_name(place: Place) -> str:
    """Return `B 7` for the seventh sentence of the second article."""
    return f"{article_letter(place.article)} {place.sentence + 1}"


def range_name(first: Place, last: Place) -> str:
    """Return `B 7–9` for sentences of one article, from the first to the last; `B 7` for a single one."""
    return sentence_name(first) if first == last else f"{sentence_name(first)}–{last.sentence + 1}"


def file_name(article: Article) -> str:
    """Return the name of an article's file without its folder."""
    return "standard input" if article.path == "-" else clean_line(article.path.rsplit("/", 1)[-1])


def by_verdict(place: Place, matches: Iterable[Match]) -> dict[str, list[tuple[Place, Match]]]:
    """Return the counterparts of a sentence with their matches, by kind in words: `possibly edited`."""
    found: dict[str, list[tuple[Place, Match]]] = {}
    for match in matches:
        found.setdefault(match.verdict, []).append((match.other(place), match))
    return found
