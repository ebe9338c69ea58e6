"""The workspace: which articles are open, where the reader is in each, and what is known of every sentence.

The state of the reading screen, without anything of Textual: widgets ask it what to show, the screen tells it
what the reader did. It brings overlap and notebook together, which do not know each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap import Match, Overlap, Place
from reader.workspace.comparison import Comparison, rank_of
from reader.workspace.filter_state import FilterState
from reader.workspace.filters import ALL, FilterSource, SentenceFilter, filter_for_key
from reader.workspace.labels import article_letter, article_notices
from reader.workspace.marks import SentenceMark
from reader.workspace.open_annotations import OpenAnnotations
from reader.workspace.saved_state import ViewSettings
from reader.workspace.search import Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.articles import Article
    from reader.notebook import Notebook
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.workspace.selection import Selection
    from reader.workspace.visible import VisibleSentences

THRESHOLDS = (0.05, 0.40)  # the lowest and the highest score that the reader can ask for


class Workspace:
    """The open articles with one cursor each, side by side in columns; one column is at hand."""

    def __init__(
        self,
        articles: Sequence[Article],
        notebook: Notebook,
        notices: Iterable[str] = (),
        anchorings: Sequence[Anchoring] = (),
    ) -> None:
        self.articles = tuple(articles)
        self.sentence_count = sum(len(article.sentences) for article in self.articles)
        self.annotations = OpenAnnotations(self.articles, notebook, anchorings)
        self.comparison = Comparison(self.articles)
        self.search = Search(self.articles)
        self.filter_state = FilterState(self.articles)
        self.view = ViewSettings()
        self.selection: Selection | None = None
        self.column = 0
        self.cursors = [0] * len(self.articles)  # the number of the sentence at hand in each article
        self.cursor_rows: list[int | None] = [None] * len(self.articles)
        """The line of its column in which each cursor stood, where that is known."""
        self.counterpart_round: tuple[Place, ...] = ()
        """The sentence that a round of counterparts began with, and those it goes through."""
        self.notices = (*notices, *article_notices(self.articles), *notebook.notices)
        """What the reader must be told before reading, a sentence each."""
        self.notices_shown = frozenset(self.notices)
        """What the reader has been told, in this workspace and those before it."""
        self.reviews_shown = 0  # how many places waited to be reviewed when the reader was told last
        self._marks: dict[Place, SentenceMark] = {}

    @property
    def notebook(self) -> Notebook:
        """What the reader adds to the articles."""
        return self.annotations.notebook

    @property
    def place(self) -> Place:
        """The sentence at hand."""
        return Place(self.column, self.cursors[self.column])

    @property
    def article(self) -> Article:
        """The article at hand."""
        return self.articles[self.column]

    @property
    def visible(self) -> VisibleSentences:
        """The sentences that the filter shows of the article at hand."""
        return self.filter_state.shown[self.column]

    @property
    def origin(self) -> Place:
        """The sentence that the other columns are aligned to: in a round of counterparts, where it began."""
        return self.counterpart_round[0] if self.counterpart_round else self.place

    def text(self, place: Place) -> str:
        """Return the words of a sentence."""
        return self.articles[place.article].sentence_text(place.sentence)

    def matches(self, place: Place) -> list[Match]:
        """Return the matches of a sentence at the threshold, best first."""
        return self.comparison.overlap.matches_of(place, self.view.threshold)

    def mark(self, place: Place) -> SentenceMark:
        """Return all that a sentence carries on the screen."""
        if (mark := self._marks.get(place)) is None:
            mark = self._marks[place] = self._make_mark(place)
        return mark

    def chips(self, place: Place) -> tuple[str, ...]:
        """Return what is written behind a sentence."""
        mark = self._marks.get(place)
        return tuple(chip.text for chip in (mark.chips if mark else self.annotations.chips(place)))

    def put_cursors(self, column: int, sentences: Sequence[int]) -> None:
        """Put all the cursors where they once were, as far as the articles still reach."""
        for number, sentence in enumerate(sentences[: len(self.articles)]):
            self.cursors[number] = min(max(sentence, 0), len(self.articles[number].sentences) - 1)
        self.column = min(max(column, 0), len(self.articles) - 1)

    def go_to(self, place: Place, *, counterpart_round: tuple[Place, ...] = ()) -> None:
        """Put the cursor on a sentence; a folded one is unfolded with its paragraph.

        `counterpart_round` is the round that this is a step of; any other round ends.
        """
        self.counterpart_round = counterpart_round
        if not self.filter_state.holds(place):
            self.filter_state.unfold_paragraph(place)
        self.column, self.cursors[place.article] = place.article, place.sentence
        if self.selection is not None:
            here = self.selection.article == place.article
            self.selection = self.selection.extended_to(self.article, place.sentence) if here else None

    def select(self) -> None:
        """Begin a range at the sentence at hand."""
        from reader.workspace.selection import Selection  # noqa: PLC0415 - not needed for the first frame

        self.selection = Selection.of_sentence(self.column, self.article, self.place.sentence)

    def apply_filter(self, chosen: SentenceFilter) -> bool:
        """Show what a filter finds. Returns False, and changes nothing, when it finds nothing."""
        self.counterpart_round = ()
        return self._show(chosen)

    def set_overlap(self, overlap: Overlap, articles: Sequence[Article] | None = None) -> None:
        """Take the overlap of the open articles, or of `articles`: see `Comparison.set`."""
        self.comparison.set(overlap, articles or self.articles)
        self.refresh()

    def set_overlap_from(self, other: Workspace) -> None:
        """Take over what is known in the workspace that was shown before: see `Comparison.set_from`."""
        if other.comparison.known:
            self.comparison.set_from(other.comparison)
            self.refresh()

    def move_threshold(self, steps: int) -> None:
        """Show fewer (1) or more (-1) matches, in steps of a hundredth."""
        low, high = THRESHOLDS
        threshold = min(max(self.view.threshold + steps / 100, low), high)
        self.view = self.view._replace(threshold=round(threshold, 2))
        self.refresh()

    def use_notebook(self, notebook: Notebook) -> list[Place]:
        """Go on with the same notebook file read again; return the sentences that it changes."""
        changed = self.annotations.use_notebook(notebook)
        self.refresh()
        return changed

    def finish_reanchoring(self, task: ReanchorTask) -> list[str]:
        """Take what was found again in an article that has changed; return the new notices about it."""
        self.annotations.finish_reanchoring(task)
        notices = [notice for notice in self.notebook.notices if notice not in self.notices_shown]
        self.notices_shown |= set(notices)
        return notices

    def refresh_marks(self, places: Iterable[Place]) -> None:
        """Make the marks of these sentences anew when they are asked for: their annotations have changed."""
        for place in places:
            self._marks.pop(place, None)

    def refresh(self) -> None:
        """Make all marks anew, and filter again: other matches are shown, or other annotations."""
        self._marks.clear()
        self.refresh_filter()

    def refresh_filter(self) -> None:
        """Filter again where other matches are shown or the tag is gone; show all when nothing is found."""
        wanted = filter_for_key(self.view.filter, self.notebook)
        if wanted.key == self.filter_state.filter.key and not wanted.of_matches:
            self.filter_state.filter = wanted  # the same tag may have a new name
        elif not self._show(wanted):
            self._show(ALL)

    def _show(self, chosen: SentenceFilter) -> bool:
        source = FilterSource(self.articles, self.annotations, self.comparison, self.view.threshold)
        if not self.filter_state.choose(chosen, source):
            return False
        self.view = self.view._replace(filter=chosen.key)
        self.column = self.filter_state.move_cursors(self.column, self.cursors)
        return True

    def _make_mark(self, place: Place) -> SentenceMark:
        matches = sorted(self.matches(place), key=lambda m: (-rank_of(m.kind, sure=m.sure), m.a, m.b))
        everything = self.annotations.on(place)
        annotations = [annotation for annotation in everything if annotation.kind == "span"]
        tags = dict.fromkeys(tag for annotation in annotations for tag in annotation.tags)
        mine, span = self.notebook.is_mine, self.annotations.span(place)
        noted = (one for one in annotations if one.note)
        first = min(noted, key=lambda one: (not mine(one), one.span != span), default=None)
        return SentenceMark(
            kind=matches[0].kind if matches else None,
            possible=bool(matches) and not matches[0].sure,
            letters="".join(map(article_letter, dict.fromkeys(m.other(place).article for m in matches))),
            tags=tuple(map(self.notebook.tag, tags)),
            note=first.note if first else "",
            own=any(map(mine, everything)),
            chips=self.annotations.chips(place),
            words=tuple(self.annotations.tagged_words(place, annotations)),
            changed=any(annotation.worst == "changed" for annotation in everything),
            boilerplate=self.articles[place.article].sentences[place.sentence].boilerplate,
        )
