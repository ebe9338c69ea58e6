"""`reader --plain`: the articles one after the other, all that the screen shows told in words.

For screen readers, braille and pipes: a line is a sentence or says one thing of it, none is wrapped, and no
sign stands for a word. What is told of a sentence comes after it, what matters most first.
"""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.articles import Article
from reader.cli.output import print_notices, print_text
from reader.cli.plain_annotations import PlainAnnotations
from reader.notebook import Notebook
from reader.overlap import POSSIBLE, Match, Place, compare
from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import KEY_TYPES, describe_difference
from reader.overlap.results.consensus import article_shares
from reader.text.cleaning import clean_line
from reader.text.phrases import counted, in_one_line, listed
from reader.workspace.labels import article_letter, article_notices, by_verdict, sentence_name
from reader.workspace.opening_articles import (
    find_articles,
    last_opened,
    open_articles,
    with_notebook_articles,
)
from reader.workspace.paths import notebook_path
from reader.workspace.saved_state import SavedState, read_state


def print_plain(paths: Sequence[str], *, notes: str | None, encoding: str | None) -> int:
    """Print these articles, or those that were open last; return the exit code.

    The notebook is only read, and need not be there. Raises ArticleError, NotebookError, OutputError.
    """
    state = SavedState() if paths else read_state()
    asked = find_articles(paths) if paths else last_opened(state)
    notes = notes or os.environ.get("READER_NOTES") or state.notebook or None
    opened = open_articles(asked, encoding)
    files = [article.path for article in opened.articles]
    notebook = Notebook.open(notebook_path(notes, files), read_only=True)
    opened = with_notebook_articles(opened, asked, notebook)
    text = plain_text(opened.articles, notebook)
    print_notices([*opened.left_out, *article_notices(opened.articles), *notebook.notices])
    print_text(text)
    return 0


def plain_text(articles: Sequence[Article], notebook: Notebook) -> str:
    """Return every article under its heading, with what is shared, tagged and noted after each sentence."""
    return "\n".join(_PlainText(articles, notebook).lines())


class _PlainText:
    """Makes the lines, from the articles and what is known of their sentences."""

    def __init__(self, articles: Sequence[Article], notebook: Notebook) -> None:
        self._articles = articles
        self._annotations = PlainAnnotations(articles, notebook)
        self._overlap = compare(articles, floor=POSSIBLE)
        self._shares = article_shares(articles, self._overlap)

    def lines(self) -> Iterator[str]:
        if len(self._articles) > 1:
            yield f"{len(self._articles)} articles"
            for number, article in enumerate(self._articles):
                yield f"{article_letter(number)}: {_title(article)}, {article.source or _file(article)}"
            yield ""
        for number, article in enumerate(self._articles):
            yield from ("", "") if number else ()
            yield from self._heading(number)
            for _, paragraph in groupby(enumerate(article.sentences), key=lambda each: each[1].paragraph):
                yield ""
                for index, _sentence in paragraph:
                    yield from self._sentence(Place(number, index))

    def _heading(self, number: int) -> Iterator[str]:
        article = self._articles[number]
        yield f"Article {article_letter(number)}: {_title(article)}"
        yield f"Source: {article.source or 'unknown'}"
        if article.author:
            yield f"Author: {article.author}"
        yield f"Date: {article.date or 'unknown'}"
        yield f"File: {_file(article)}"
        words = f"{counted(article.words, 'word')}, about {counted(article.minutes, 'minute')}"
        yield f"Length: {counted(len(article.sentences), 'sentence')}, {words}"
        if len(self._articles) > 1:
            yield f"Shared: {self._shares[number].sentences:.0%} of its sentences"
        yield from self._annotations.on_article(number)

    def _sentence(self, place: Place) -> Iterator[str]:
        boilerplate = self._articles[place.article].sentences[place.sentence].boilerplate
        remark = ", not part of the article" if boilerplate else ""
        yield f"{sentence_name(place)}{remark}. {self._words(place)}"
        if matches := self._overlap.matches_of(place):
            kinds = by_verdict(place, matches)
            shared = ", ".join(
                f"{kind} with {_listed([other for other, _ in found])}" for kind, found in kinds.items()
            )
            yield f"{shared[0].upper()}{shared[1:]}."
            yield from self._facts(place, matches)
        yield from self._annotations.on_sentence(place)

    def _facts(self, place: Place, matches: Sequence[Match]) -> Iterator[str]:
        """Yield which facts differ in sentences that surely say the same; the same facts once."""
        found: dict[str, list[Place]] = {}
        for other in (match.other(place) for match in matches if match.sure):
            letters = article_letter(place.article), article_letter(other.article)
            every = differences(self._words(place), self._words(other))
            facts = "; ".join(describe_difference(one, *letters) for one in every if one.type in KEY_TYPES)
            if facts:
                found.setdefault(facts, []).append(other)
        yield from (f"Differs from {_listed(places)}: {facts}." for facts, places in found.items())

    def _words(self, place: Place) -> str:
        return in_one_line(self._articles[place.article].sentence_text(place.sentence))


def _title(article: Article) -> str:
    return f"no title, begins {article.title}" if article.made_up else article.title


def _file(article: Article) -> str:
    return "standard input" if article.path == "-" else clean_line(article.path)


def _listed(places: Sequence[Place]) -> str:
    return listed(map(sentence_name, sorted(places)))
