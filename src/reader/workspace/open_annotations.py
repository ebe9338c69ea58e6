"""What the notebook has on the open articles: annotations by sentence, sentences by annotation, chips."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.text.phrases import shorten
from reader.workspace.labels import article_letter, sentence_name
from reader.workspace.marks import CODER, NOTE_CHIP, TAG_CHIP, Chip, TaggedWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.articles import Article
    from reader.notebook import Annotation, Notebook, Span, Tag, TargetKind
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.notebook.anchoring.reanchor import Anchoring

_KINDS: tuple[TargetKind, ...] = ("span", "pair", "absence")
"""What is on sentences; the rest is on a whole article."""


class OpenAnnotations:
    """A notebook with the articles that are open; places follow the order of these."""

    def __init__(
        self,
        articles: Sequence[Article],
        notebook: Notebook,
        anchorings: Sequence[Anchoring] = (),
        *,
        in_background: bool = True,
    ) -> None:
        self._articles = articles
        self.notebook = notebook
        self.ids = [
            notebook.attach(article, in_background=in_background, anchorings=anchorings)
            for article in articles
        ]

    def use_notebook(self, notebook: Notebook) -> list[Place]:
        """Go on with the same notebook file read again; return the sentences that it changes."""
        from reader.notebook.query import changed_spans  # noqa: PLC0415 - not needed for the first frame

        before, self.notebook = self.notebook, notebook
        self.ids = [notebook.attach(article, in_background=True) for article in self._articles]
        return self.places(changed_spans(before, notebook))

    def finish_reanchoring(self, task: ReanchorTask) -> None:
        """Take what was found again in an article that has changed."""
        settled = self.notebook.articles.finish_reanchoring(task)
        self.ids = [settled if known == task.article.id else known for known in self.ids]

    def letter(self, article_id: str) -> str:
        """Return the letter of an open article; "" when it is not open."""
        return article_letter(self.ids.index(article_id)) if article_id in self.ids else ""

    # From sentences to the notebook

    def span(self, place: Place) -> Span:
        """Return the span of a sentence in the notebook."""
        sentence = self._articles[place.article].sentences[place.sentence]
        return self.ids[place.article], sentence.start, sentence.end

    def on(self, place: Place) -> tuple[Annotation, ...]:
        """Return what is on a sentence, on words of it, or on a range or a pair that it is part of."""
        return self.notebook.annotations_at(*self.span(place), kinds=_KINDS)

    def is_untagged(self, place: Place) -> bool:
        """Return whether a sentence, not boilerplate, has no tag of the coder at work."""
        boilerplate = self._articles[place.article].sentences[place.sentence].boilerplate
        return not boilerplate and not any(one.tags and self.notebook.is_mine(one) for one in self.on(place))

    # From the notebook to sentences

    def places(self, spans: Iterable[Span]) -> list[Place]:
        """Return the sentences of the open articles in which these spans lie."""
        found = []
        for article_id, start, end in spans:
            for number in (n for n, known in enumerate(self.ids) if known == article_id):
                found += [Place(number, each) for each in self._articles[number].sentences_in(start, end)]
        return found

    def annotated_spans(self) -> list[Span]:
        """Return the spans of all annotations, in these articles or in others."""
        return [span for annotation in self.notebook.annotations() for span in annotation.spans]

    def annotated_places(self) -> list[Place]:
        """Return the sentences that carry anything, some more than once."""
        return self.places(self.annotated_spans())

    def with_tag(self, tag: Tag) -> list[Place]:
        """Return the sentences that carry a tag or one below it, in reading order."""
        family = self.notebook.codebook.family(tag.id)
        on = {place: self.on(place) for place in self.annotated_places()}
        return sorted(place for place, those in on.items() if any(family & {*one.tags} for one in those))

    def sentence_notes(self) -> list[tuple[Place, str]]:
        """Return all the notes on sentences of the open articles."""
        noted = [one for article in self.ids for one in self.notebook.annotations(article) if one.note]
        return [(place, one.note) for one in noted for place in self.places(one.spans)]

    # What the text shows of them

    def chips(self, place: Place) -> tuple[Chip, ...]:
        """Return the chips of a sentence: tags and notes, each with what it is on if not the sentence."""
        return tuple(self._chips(place, self.on(place)))

    def chip_texts(self, article: int) -> dict[int, tuple[str, ...]]:
        """Return the texts of all chips of an article, by sentence: faster than one by one."""
        here, end = self.ids[article], len(self._articles[article].text)
        carried: defaultdict[int, dict[str, Annotation]] = defaultdict(dict)
        for one in self.notebook.annotations_at(here, 0, end, kinds=_KINDS):
            for span in one.spans:
                if span[0] == here:
                    for sentence in self._articles[article].sentences_in(*span[1:]):
                        carried[sentence][one.id] = one
        return {
            sentence: tuple(chip.text for chip in self._chips(Place(article, sentence), those.values()))
            for sentence, those in carried.items()
        }

    def _chips(self, place: Place, annotations: Iterable[Annotation]) -> Iterator[Chip]:
        _, _, end = self.span(place)
        # A range is shown behind its last sentence only.
        shown = [one for one in annotations if one.kind != "span" or one.selector.end <= end]
        for annotation in shown:
            for tag in map(self.notebook.tag, annotation.tags):
                yield _chip(shorten(tag.name, TAG_CHIP) + self.target_suffix(place, annotation), tag.colour)
        for annotation in shown:
            if annotation.note:
                note = f"✎ {shorten(annotation.note, NOTE_CHIP)}{self.target_suffix(place, annotation)}"
                yield _chip(note, None)

    def tagged_words(self, place: Place, annotations: Iterable[Annotation]) -> Iterator[TaggedWords]:
        """Yield the words of a sentence that are tagged or noted; a range has some at its ends."""
        _, start, end = self.span(place)
        for annotation in annotations:
            selector = annotation.selector
            if start < selector.start or selector.end < end:
                colour = self.notebook.tag(annotation.tags[0]).colour if annotation.tags else None
                yield TaggedWords(max(selector.start, start), min(selector.end, end), colour)

    def target_suffix(self, place: Place, annotation: Annotation) -> str:
        """Return what an annotation is on besides exactly this sentence, and the coder if it is another."""
        return self._target_suffix(self.span(place), annotation) + self.coder_suffix(annotation)

    def coder_suffix(self, annotation: Annotation) -> str:
        """Return who made an annotation, when that is not the coder at work: ` (ann)`."""
        return "" if self.notebook.is_mine(annotation) else f" ({shorten(annotation.coder, CODER)})"

    def _target_suffix(self, span: Span, annotation: Annotation) -> str:
        article, start, end = span
        selector = annotation.selector
        if annotation.kind == "pair" and annotation.other is not None:
            here, there = annotation.spans[0], annotation.spans[-1]
            other = there if here[0] == article and start <= here[1] < end else here
            found = self.places([(other[0], other[1], other[1] + 1)])
            return f" ⇄ {sentence_name(found[0]) if found else 'another article'}"
        if annotation.kind == "absence" and annotation.other is not None:
            return f" · {self.letter(annotation.other.article) or 'another article'}"
        if selector.start < start:
            return " …"
        if selector.end < end or selector.start > start:
            return f": {shorten(selector.exact, NOTE_CHIP)}"
        return ""


def _chip(text: str, colour: str | None) -> Chip:
    return Chip(f"[{text}]".replace(" ", "\u00a0"), colour)
