"""The tags and notes of articles in the words of `reader --plain`: on what they are, and whose."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reader.articles import Article
from reader.notebook import Annotation, Notebook, Span, Target
from reader.overlap import Place
from reader.text.phrases import in_one_line, unquoted
from reader.workspace.labels import sentence_name
from reader.workspace.open_annotations import OpenAnnotations


class PlainAnnotations:
    """What a notebook has on some articles, as lines."""

    def __init__(self, articles: Sequence[Article], notebook: Notebook) -> None:
        self._articles = articles
        self._notebook = notebook
        self._open = OpenAnnotations(articles, notebook, in_background=False)
        coders = {annotation.coder for annotation in notebook.annotations()}
        self._several_coders = not coders <= {notebook.coder, ""}

    def on_article(self, number: int) -> Iterator[str]:
        """Yield what is on an article as a whole."""
        found = self._notebook.annotations_on(Target.whole(self._open.ids[number]))
        yield from self._tags_and_notes((" on the article", one) for one in found)

    def on_sentence(self, place: Place) -> Iterator[str]:
        """Yield what is on a sentence or words of it; of a range that began before, only where it began."""
        span = self._open.span(place)
        sides = [(one, _side_at(one, span)) for one in self._open.on(place)]
        begun = [(one, side, self._open.places([side])[0]) for one, side in sides]
        here = [(self._target(one, side), one) for one, side, first in begun if first == place]
        yield from self._tags_and_notes(here)
        before = [(first, one) for one, _, first in begun if first != place]
        for first in dict.fromkeys(first for first, _ in before):
            tagged = any(one.tags for at, one in before if at == first)
            noted = any(one.note for at, one in before if at == first)
            done = "Tagged and noted" if tagged and noted else "Tagged" if tagged else "Noted"
            yield f"{done} as {sentence_name(first)}."
        if any(one.verdict == "changed" for one, _ in sides):
            yield "The text has changed since it was tagged or noted."

    def _tags_and_notes(self, found: Iterable[tuple[str, Annotation]]) -> Iterator[str]:
        named = self._notebook.tag
        on: defaultdict[str, list[Annotation]] = defaultdict(list)
        for target, annotation in found:
            on[target].append(annotation)
        for target, those in on.items():
            if tags := dict.fromkeys(named(tag).name + self._by(one) for one in those for tag in one.tags):
                yield f"{'Tag' if len(tags) == 1 else 'Tags'}{target}: {', '.join(tags)}"
            yield from (f"Note{target}{self._by(one)}: {in_one_line(one.note)}" for one in those if one.note)

    def _by(self, annotation: Annotation) -> str:
        return f" ({annotation.coder or 'coder unknown'})" if self._several_coders else ""

    def _target(self, annotation: Annotation, side: Span) -> str:
        """Return what it is on besides a whole sentence, and what is on the other side."""
        extent, other = self._extent(side), annotation.other
        if other is None:
            return extent
        article, start, _ = other.span if annotation.span == side else annotation.span
        title = f"“{self._notebook.article(article).shown}”"
        if annotation.kind == "absence":
            return f"{extent}, missing from {self._open.letter(article) or title}"
        there = self._open.places([(article, start, start + 1)])
        return f"{extent}, with {sentence_name(there[0]) if there else title}"

    def _extent(self, side: Span) -> str:
        """Return "" for a whole sentence; else the words, or from which sentence to which, or both."""
        places = self._open.places([side])
        first, last = places[0], places[-1]
        article = self._articles[first.article]
        whole = article.sentences[first.sentence].start, article.sentences[last.sentence].end
        over = "" if first == last else f"{sentence_name(first)} to {sentence_name(last)}"
        words = "" if whole == side[1:] else f"“{unquoted(article.text[side[1] : side[2]])}”"
        return f" on {' of '.join(filter(None, [words, over]))}" if words or over else ""


def _side_at(annotation: Annotation, span: Span) -> Span:
    """Return the side of an annotation that is on this span."""
    article, start, end = span
    return next(one for one in annotation.spans if one[0] == article and one[1] < end and start < one[2])
