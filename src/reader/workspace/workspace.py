"""The workspace: which articles lie open, where the reader is in each, and what is known of every sentence.

The state of the reading screen, without anything of Textual: widgets ask it what to show, the screen tells it
what the reader did. It brings together what the rooms below do not know of each other: overlap and notebook.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from reader.overlap import Match, Overlap, Place
from reader.workspace.filters import FilterState
from reader.workspace.key_differences import KeyDifferences
from reader.workspace.labels import article_letter
from reader.workspace.marks import SentenceMark, chips, tagged_words
from reader.workspace.open_annotations import OpenAnnotations
from reader.workspace.paths_and_state import ViewSettings
from reader.workspace.search import Search
from reader.workspace.sharing_ranks import rank_of, ranks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.articles import Article
    from reader.notebook import Notebook, Tag
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.workspace.filters import SentenceFilter
    from reader.workspace.selection import Selection
    from reader.workspace.visible import VisibleSentences

THRESHOLDS = (0.05, 0.40)
"""The lowest and the highest score that the reader can ask for."""


class Workspace:
    """The open articles with one cursor each; one column has the reader's attention."""

    def __init__(
        self,
        articles: Sequence[Article],
        notebook: Notebook,
        notices: Iterable[str] = (),
        anchorings: Sequence[Anchoring] = (),
    ) -> None:
        self.articles = tuple(articles)
        self.annotations = OpenAnnotations(self.articles, notebook, anchorings)
        self.overlap = Overlap()
        self.compared = False
        """Whether the overlap is that of exactly these articles."""
        self.known: frozenset[int] = frozenset()
        """The articles of which it is known what they share, if only with some of the others."""
        self.column = 0
        self.cursors = [0] * len(self.articles)
        self.rows: list[int | None] = [None] * len(self.articles)
        """The line of its column in which each cursor stood, where that is known."""
        self.view = ViewSettings()
        self.filter_state = FilterState(self.articles)
        self.search = Search(self.articles)
        self.key_differences = KeyDifferences(self.text)
        self.selection: Selection | None = None
        self.notices = (
            *notices,
            *(f"{article_letter(n)}: {notice}" for n, a in enumerate(self.articles) for notice in a.notices),
            *notebook.notices,
        )
        """What the reader must be told before reading, a sentence each."""
        self.told = frozenset(self.notices)
        """What the reader has been told, here and on the workspaces before this one."""
        self.waited = 0
        """How many places waited to be reviewed when the reader was told last."""
        self._marks: dict[Place, SentenceMark] = {}
        self._shares: dict[int, float] = {}
        self._ranks: list[bytes] = []
        self._round: list[Place] = []

    def use(self, notebook: Notebook) -> list[Place]:
        """Go on with this notebook, the same file read again; give the sentences that it changes."""
        changed = self.annotations.use(notebook)
        self._look_again()
        return changed

    @property
    def notebook(self) -> Notebook:
        """What the reader adds to the articles."""
        return self.annotations.notebook

    # What is where

    @property
    def threshold(self) -> float:
        """The lowest score of a match that is shown, 0–1."""
        return self.view.threshold

    @property
    def place(self) -> Place:
        """The sentence at hand."""
        return Place(self.column, self.cursors[self.column])

    @property
    def article(self) -> Article:
        """The article at hand."""
        return self.articles[self.column]

    def text(self, place: Place) -> str:
        """The words of a sentence."""
        return self.articles[place.article].sentence_text(place.sentence)

    def matches(self, place: Place) -> list[Match]:
        """The matches of a sentence at the threshold, best first."""
        return self.overlap.matches_of(place, self.threshold)

    def best(self, place: Place, article: int) -> Place | None:
        """The best sure counterpart of a sentence in one of the articles."""
        others = (match.other(place) for match in self.matches(place) if match.sure)
        return next((other for other in others if other.article == article), None)

    def mark(self, place: Place) -> SentenceMark:
        """What the sentence carries."""
        mark = self._marks.get(place)
        if mark is None:
            mark = self._marks[place] = self._look_up(place)
        return mark

    def chips(self, place: Place) -> tuple[str, ...]:
        """What is written behind the sentence."""
        mark = self._marks.get(place)
        return tuple(chip.text for chip in (mark.chips if mark else self.annotations.chips(place)))

    def ranks(self, article: int) -> bytes:
        """For each sentence of an article the best that it shares: see `overview.rank`."""
        if not self._ranks:
            self._ranks = ranks(self.articles, self.overlap.matches, self.threshold)
        return self._ranks[article]

    def shared(self, article: int) -> float:
        """How much of an article at least one other one surely says too: sentences of sentences, 0–1."""
        share = self._shares.get(article)
        if share is None:
            own = sum(not sentence.boilerplate for sentence in self.articles[article].sentences)
            held = sum(rank > 1 for rank in self.ranks(article))
            share = self._shares[article] = held / own if own else 0.0
        return share

    # Moving

    def put_cursors(self, column: int, sentences: Sequence[int]) -> None:
        """Put all the cursors where they once were, as far as the articles still reach."""
        for number, sentence in enumerate(sentences[: len(self.articles)]):
            self.cursors[number] = min(max(sentence, 0), len(self.articles[number].sentences) - 1)
        self.column = min(max(column, 0), len(self.articles) - 1)

    def go(self, place: Place) -> None:
        """Put the cursor on a sentence; a round of counterparts ends."""
        self._round = []
        self._set(place)

    def apply_filter(self, chosen: SentenceFilter) -> bool:
        """Show what a filter finds; False, and nothing changes, when it finds nothing."""
        self._round = []
        return self.filter_state.choose(self, chosen)

    @property
    def shown(self) -> VisibleSentences:
        """What is shown of the article at hand; the cursor moves over nothing else."""
        return self.filter_state.shown[self.column]

    def move(self, by: int) -> None:
        """Move by so many sentences, not past the ends."""
        self._to(self.shown.step(self.place.sentence, by))

    def move_paragraph(self, by: int) -> None:
        """To the start of the next paragraph (1), or of this one and then of the one before (-1)."""
        ahead = self.shown.ahead(self.place.sentence, by)
        number = self._paragraph(self.place.sentence if by > 0 or not ahead else ahead[0])
        if by > 0:
            self._to(next((i for i in ahead if self._paragraph(i) != number), self.shown.sentences[-1]))
        else:
            *_, first = self.place.sentence, *takewhile(lambda i: self._paragraph(i) == number, ahead)
            self._to(first)

    def top(self) -> None:
        """To the first sentence that is shown."""
        self._to(self.shown.sentences[0])

    def end(self) -> None:
        """To the last sentence that is shown."""
        self._to(self.shown.sentences[-1])

    def move_column(self, by: int, *, around: bool = False) -> None:
        """To another column of which anything is shown; at the edge stay, or go around."""
        columns = [column for column, shown in enumerate(self.filter_state.shown) if shown]
        position = columns.index(self.column) + by
        position = position % len(columns) if around else min(max(position, 0), len(columns) - 1)
        column = columns[position]
        self.go(Place(column, self.cursors[column]))

    def move_overlap(self, by: int) -> bool:
        """To the next (1) or previous (-1) sentence that another article shares; False when there is none."""
        return self._move_to(by, lambda place: self.mark(place).kind is not None)

    def move_untagged(self, by: int) -> bool:
        """To the next (1) or previous (-1) one without a tag of the coder; False when there is none."""
        return self._move_to(by, self.annotations.is_untagged)

    def carrying(self, tag: Tag) -> Place | None:
        """The next sentence that carries a tag or one below it, in this article and then in the next ones."""
        found = self.annotations.carrying(tag)
        return next((place for place in found if place > self.place), found[0] if found else None)

    def _move_to(self, by: int, wanted: Callable[[Place], bool]) -> bool:
        ahead = self.shown.ahead(self.place.sentence, by)
        found = next((i for i in ahead if wanted(Place(self.column, i))), None)
        if found is None:
            return False
        self._to(found)
        return True

    def counterpart(self) -> tuple[int, int] | None:
        """Go to the next counterpart, through all of them in every open article, and back to where it began.

        Gives which one this is and how many there are; 0 is the sentence it began with. None: it has none.
        """
        if self.place not in self._round:
            others = sorted({match.other(self.place) for match in self.matches(self.place)})
            if not others:
                return None
            self._round = [self.place, *others]
        number = (self._round.index(self.place) + 1) % len(self._round)
        self._set(self._round[number])
        return number, len(self._round) - 1

    @property
    def origin(self) -> Place:
        """The sentence that the other columns are aligned to: in a round of counterparts, where it began."""
        return self._round[0] if self._round else self.place

    def align(self) -> list[Place]:
        """Move the cursors of the other columns to the counterparts of the sentence at hand; gives those.

        A counterpart that is folded stays folded: `counterpart` goes there and unfolds it.
        """
        if not self.view.aligned:
            return []
        origin = self.origin
        found = [
            self.best(origin, article) for article in range(len(self.articles)) if article != self.column
        ]
        places = [place for place in found if place is not None and self.filter_state.holds(place)]
        for place in places:
            self.cursors[place.article] = place.sentence
        return places

    def _paragraph(self, sentence: int) -> int:
        return self.article.sentences[sentence].paragraph

    def _to(self, sentence: int) -> None:
        self.go(Place(self.column, sentence))

    def _set(self, place: Place) -> None:
        """Put the cursor on a sentence; a folded one is unfolded with its paragraph."""
        if not self.filter_state.holds(place):
            self.filter_state.unfold_around(self.articles, place)
        self.column, self.cursors[place.article] = place.article, place.sentence
        if self.selection is not None:
            here = self.selection.article == place.article
            self.selection = self.selection.to(self.article, place.sentence) if here else None

    def select(self) -> None:
        """Begin a range at the sentence at hand."""
        from reader.workspace.selection import Selection  # noqa: PLC0415 - not needed for the first frame

        self.selection = Selection.of(self.column, self.article, self.place.sentence)

    # Overlap

    @property
    def sentences(self) -> int:
        """How many sentences lie in the workspace."""
        return sum(len(article.sentences) for article in self.articles)

    def take(self, overlap: Overlap) -> None:
        """Take in the overlap of the articles, once it is known."""
        self.take_of(self.articles, overlap)

    def take_of(self, articles: Sequence[Article], overlap: Overlap) -> None:
        """Take in the overlap of some of the articles, or of more than these, in whatever order they lay."""
        lay = {id(article): number for number, article in enumerate(articles)}
        order = [lay.get(id(article)) for article in self.articles]
        same = order == list(range(len(articles)))
        self.overlap = overlap if same else overlap.rearranged(order)
        self.known = frozenset(number for number, was in enumerate(order) if was is not None)
        self.compared = len(articles) == len(order) == len(self.known)
        self._look_again()

    def take_from(self, workspace: Workspace) -> None:
        """Take over what is known in another workspace: all, when only the order is another one.

        When an article comes or goes, all must be compared anew, since words weigh what they weigh among the
        articles that are open; as long as that goes on, this is shown.
        """
        if workspace.known:
            unknown = {
                id(article) for n, article in enumerate(workspace.articles) if n not in workspace.known
            }
            self.take_of(workspace.articles, workspace.overlap)
            self.known = frozenset(n for n in self.known if id(self.articles[n]) not in unknown)
            self.compared = self.compared and workspace.compared

    def move_threshold(self, steps: int) -> None:
        """Show fewer (1) or more (-1) matches, in steps of a hundredth."""
        low, high = THRESHOLDS
        threshold = round(min(max(self.threshold + steps / 100, low), high), 2)
        self.view = replace(self.view, threshold=threshold)
        self._look_again()

    def _look_again(self) -> None:
        self._marks.clear()
        self._shares.clear()
        self._ranks.clear()
        self.filter_state.again(self)

    # Annotations

    def finish_reanchoring(self, task: ReanchorTask) -> list[str]:
        """Have what was found again in an article that has changed; gives what must be told of it."""
        self.annotations.finish_reanchoring(task)
        told = [notice for notice in self.notebook.notices if notice not in self.told]
        self.told |= set(told)
        return told

    def forget(self, places: Iterable[Place]) -> None:
        """Look these sentences up again: their annotations have changed."""
        for place in places:
            self._marks.pop(place, None)

    def _look_up(self, place: Place) -> SentenceMark:
        matches = _ranked(self.matches(place))
        letters = "".join(map(article_letter, dict.fromkeys(match.other(place).article for match in matches)))
        everything, around = self.annotations.on(place), self.annotations.around(place)
        annotations = [annotation for annotation in everything if annotation.kind == "span"]
        tags = dict.fromkeys(tag for annotation in annotations for tag in annotation.tags)
        mine = self.notebook.is_mine
        own = [annotation for annotation in everything if mine(annotation)]
        span = self.annotations.span(place)
        noted = (one for one in annotations if one.note)
        notes = sorted(noted, key=lambda one: (not mine(one), one.span != span))
        return SentenceMark(
            kind=matches[0].kind if matches else None,
            possible=bool(matches) and not matches[0].sure,
            letters=letters,
            tags=tuple(map(self.notebook.tag, tags)),
            note=notes[0].note if notes else "",
            own=bool(own),
            chips=tuple(chips(everything, around)),
            words=tuple(tagged_words(annotations, around)),
            changed=any(annotation.worst == "changed" for annotation in everything),
            boilerplate=self.articles[place.article].sentences[place.sentence].boilerplate,
        )


def _ranked(matches: Iterable[Match]) -> list[Match]:
    """Those of the best kind first, and of each kind in the order of the articles."""
    return sorted(matches, key=lambda match: (-rank_of(match.kind, sure=match.sure), match.a, match.b))
