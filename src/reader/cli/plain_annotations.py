"""What tags and notes the articles carry, in the words of `reader --plain`: on what they are, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook import Target
from reader.overlap import Place
from reader.text.phrases import unquoted
from reader.workspace.labels import article_letter, sentence_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.articles import Article
    from reader.notebook import Annotation, Notebook, Span


class PlainAnnotations:
    """The articles by their ids in the notebook, and what is on them."""

    def __init__(self, articles: Sequence[Article], notebook: Notebook) -> None:
        self._articles = articles
        self._notebook = notebook
        self._ids = [notebook.attach(article) for article in articles]
        coders = {annotation.coder for annotation in notebook.annotations()}
        self._named = not coders <= {notebook.coder, ""}
        """Somebody else has coded too: each is named."""

    def to_article(self, number: int) -> Iterator[str]:
        """What is on an article as a whole."""
        found = self._notebook.annotations_on(Target.whole(self._ids[number]))
        yield from self._tags_and_notes((" on the article", one) for one in found)

    def to_sentence(self, place: Place) -> Iterator[str]:
        """What is on a sentence, on words of it, or begins in it; of what began before only where that is."""
        sentence = self._articles[place.article].sentences[place.sentence]
        span = (self._ids[place.article], sentence.start, sentence.end)
        found = self._notebook.annotations_at(*span, kinds=("span", "pair", "absence"))
        sides = [(one, _side(one, span)) for one in found]
        places = [(one, side, self._first_and_last(side)) for one, side in sides]
        begun = [(one, side) for one, side, (first, _) in places if first == place]
        yield from self._tags_and_notes((self._target(one, side), one) for one, side in begun)
        before = [(first, one) for one, _, (first, _) in places if first != place]
        for first in dict.fromkeys(first for first, _ in before):
            yield f"{_done([one for at, one in before if at == first])} as {sentence_name(first)}."
        if any(each.verdict == "changed" for each in found):
            yield "The text has changed since it was tagged or noted."

    def _tags_and_notes(self, found: Iterable[tuple[str, Annotation]]) -> Iterator[str]:
        on: dict[str, list[Annotation]] = {}
        for target, annotation in found:
            on.setdefault(target, []).append(annotation)
        for target, those in on.items():
            tags = dict.fromkeys(
                self._notebook.tag(tag).name + self._by(one) for one in those for tag in one.tags
            )
            if tags:
                yield f"{'Tag' if len(tags) == 1 else 'Tags'}{target}: {', '.join(tags)}"
            yield from (f"Note{target}{self._by(one)}: {in_one_line(one.note)}" for one in those if one.note)

    def _by(self, annotation: Annotation) -> str:
        return f" ({annotation.coder or 'coder unknown'})" if self._named else ""

    def _target(self, annotation: Annotation, side: Span) -> str:
        """What it is on, besides a whole sentence of an open article."""
        where, other = self._extent(side), annotation.other
        if other is None:
            return where
        if annotation.kind == "absence":
            return f"{where}, missing from {self._known_as(other.article)}"
        there = other.span if annotation.span == side else annotation.span
        return f"{where}, with {self._known_as(*there[:2])}"

    def _extent(self, side: Span) -> str:
        """Nothing for a whole sentence; else the words, or from which sentence to which, or both."""
        first, last = self._first_and_last(side)
        article = self._articles[first.article]
        whole = article.sentences[first.sentence].start, article.sentences[last.sentence].end
        over = "" if first == last else f"{sentence_name(first)} to {sentence_name(last)}"
        words = "" if whole == side[1:] else f"“{unquoted(article.text[side[1] : side[2]])}”"
        return f" on {' of '.join(filter(None, [words, over]))}" if words or over else ""

    def _first_and_last(self, side: Span) -> tuple[Place, Place]:
        article, start, end = side
        number = self._ids.index(article)
        within = self._articles[number].sentences_in(start, end)
        return Place(number, within[0]), Place(number, within[-1])

    def _known_as(self, article: str, start: int | None = None) -> str:
        """The letter of an article, and the number of the sentence there; a title where it is not open."""
        if article not in self._ids:
            return f"“{self._notebook.article(article).shown}”"
        number = self._ids.index(article)
        return (
            article_letter(number)
            if start is None
            else sentence_name(Place(number, self._articles[number].sentence_at(start)))
        )


def in_one_line(text: str) -> str:
    """The text with single blanks and no line breaks."""
    return " ".join(text.split())


def _side(annotation: Annotation, span: Span) -> Span:
    """The side of it that is on this span."""
    article, start, end = span
    return next(one for one in annotation.spans if one[0] == article and one[1] < end and start < one[2])


def _done(annotations: Sequence[Annotation]) -> str:
    tagged, noted = any(one.tags for one in annotations), any(one.note for one in annotations)
    return "Tagged and noted" if tagged and noted else "Tagged" if tagged else "Noted"
