"""What the notebook has on the open articles: what is on a sentence, and on which sentences something is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.workspace.labels import article_letter, sentence_name
from reader.workspace.marks import SentenceContext, chips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.articles import Article
    from reader.notebook import Annotation, Notebook, Span, Tag, TargetKind
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.workspace.marks import Chip

_KINDS: tuple[TargetKind, ...] = ("span", "pair", "absence")
"""What is on sentences; the rest is on a whole article."""


class OpenAnnotations:
    """A notebook, open at some articles; places and names follow their order in the workspace."""

    def __init__(
        self, articles: Sequence[Article], notebook: Notebook, anchorings: Sequence[Anchoring] = ()
    ) -> None:
        self._articles = articles
        self.notebook = notebook
        self.ids = [
            notebook.attach(article, in_background=True, anchorings=anchorings) for article in articles
        ]
        """What the notebook calls the articles."""

    def use_notebook(self, notebook: Notebook) -> list[Place]:
        """Go on with this notebook, the same file read again; give the sentences that it changes."""
        from reader.notebook.query import changed_spans  # noqa: PLC0415 - not needed for the first frame

        before, self.notebook = self.notebook, notebook
        self.ids = [notebook.attach(article, in_background=True) for article in self._articles]
        return self.places(changed_spans(before, notebook))

    def finish_reanchoring(self, task: ReanchorTask) -> None:
        """Have what was found again in an article that has changed."""
        settled = self.notebook.articles.finish_reanchoring(task)
        self.ids = [settled if known == task.article.id else known for known in self.ids]

    def letter(self, article_id: str) -> str:
        """What an open article is called on the screen; nothing when it is not open."""
        return article_letter(self.ids.index(article_id)) if article_id in self.ids else ""

    # From sentences to the notebook

    def span(self, place: Place) -> Span:
        """Where the notebook keeps what belongs to a sentence."""
        sentence = self._articles[place.article].sentences[place.sentence]
        return self.ids[place.article], sentence.start, sentence.end

    def on(self, place: Place) -> tuple[Annotation, ...]:
        """What is on a sentence, on words of it, on a range that it is in, or on it together with others."""
        return self.notebook.annotations_at(*self.span(place), kinds=_KINDS)

    def is_untagged(self, place: Place) -> bool:
        """Whether a sentence of the article has no tag of the coder at work; others code for themselves."""
        boilerplate = self._articles[place.article].sentences[place.sentence].boilerplate
        mine = self.notebook.is_mine
        return not boilerplate and not any(one.tags and mine(one) for one in self.on(place))

    def context(self, place: Place) -> SentenceContext:
        """What it takes to say what an annotation on a sentence is on."""
        article, start, end = self.span(place)
        return SentenceContext(start, end, article, self.notebook.tag, self.notebook.is_mine, self._called)

    # From the notebook to sentences

    def places(self, spans: Iterable[Span]) -> list[Place]:
        """The sentences of the open articles in which these spans of the notebook lie."""
        found = []
        for article_id, start, end in spans:
            for number in (n for n, known in enumerate(self.ids) if known == article_id):
                found += [Place(number, each) for each in self._articles[number].sentences_in(start, end)]
        return found

    def annotated_spans(self) -> list[Span]:
        """Where there is anything in the notebook, in these articles or in others."""
        return [span for annotation in self.notebook.annotations() for span in annotation.spans]

    def annotated_places(self) -> list[Place]:
        """The sentences that carry anything, some more than once."""
        return self.places(self.annotated_spans())

    def chips(self, place: Place) -> Iterator[Chip]:
        """What is written behind a sentence."""
        return chips(self.on(place), self.context(place))

    def all_chips(self, article: int) -> dict[int, tuple[str, ...]]:
        """The same for all the sentences of an article that carry anything: faster than one by one."""
        here, end = self.ids[article], len(self._articles[article].text)
        carried: defaultdict[int, dict[str, Annotation]] = defaultdict(dict)
        for one in self.notebook.annotations_at(here, 0, end, kinds=_KINDS):
            for span in one.spans:
                if span[0] == here:
                    for sentence in self._articles[article].sentences_in(*span[1:]):
                        carried[sentence][one.id] = one
        return {
            sentence: tuple(
                chip.text for chip in chips(those.values(), self.context(Place(article, sentence)))
            )
            for sentence, those in carried.items()
        }

    def with_tag(self, tag: Tag) -> list[Place]:
        """The sentences that carry a tag or one below it, in their order."""
        family = self.notebook.codebook.family(tag.id)
        on = {place: self.on(place) for place in self.annotated_places()}
        return sorted(place for place, those in on.items() if any(family & {*one.tags} for one in those))

    def sentence_notes(self) -> list[tuple[Place, str]]:
        """All the notes on sentences of the open articles."""
        noted = [one for article in self.ids for one in self.notebook.annotations(article) if one.note]
        return [(place, one.note) for one in noted for place in self.places(one.spans)]

    def _called(self, article_id: str, start: int | None) -> str:
        """What an article, or a sentence of it, is called on the screen."""
        open_as = self.letter(article_id)
        if start is None or not open_as:
            return open_as or "another article"
        return sentence_name(self.places([(article_id, start, start + 1)])[0])
