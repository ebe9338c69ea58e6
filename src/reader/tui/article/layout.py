"""An article wrapped to a width: what stands in each line, and in which lines each sentence stands.

Nothing of Textual in here. Widths are cells of the terminal, offsets are code points.

A paragraph is shown as its sentences, each followed by its chips (tags, a note). Only the height of each
paragraph is kept; what a line shows is computed when it is asked for. So an article of 20,000 sentences costs
a few arrays of numbers, not a hundred thousand objects.

| what happens            | what is computed again |
|-------------------------|------------------------|
| another width           | all heights            |
| a chip comes or goes    | the height of one paragraph, the line numbers of all |
| other sentences folded  | paragraphs that are shown in part (see `folded_layout`) |
| scrolling, cursor, style | nothing               |
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, chop_cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.articles.model import Article

WIDEST_CHARACTER = 2  # cells of the widest character: no layout is narrower
GLUE = "\u00a0"  # a blank that does not break: it holds a chip to the last word of its sentence
ChipsOf = Callable[[int], tuple[str, ...]]  # the chips behind a sentence, by its index

# Any character outside scripts that take one cell each: Latin, Greek, Cyrillic, common punctuation.
_NOT_ONE_CELL = re.compile(
    "[^\u0020-\u007e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20b5]"
)


class Run(NamedTuple):
    """A piece of a line that belongs to one sentence."""

    text: str
    sentence: int
    chip: int | None = None  # which chip of the sentence; None for its words and the blank after them
    start: int = 0  # where its words stand in the text of the article, in code points
    blank: bool = False  # it is the space between a sentence and the next one, or its chips


class Line(NamedTuple):
    """One line of the screen. Without runs it is the blank line between two paragraphs, or a fold."""

    runs: tuple[Run, ...] = ()
    owner: int | None = None  # the sentence whose gutter this line carries
    row: int = 0  # which line of its owner's gutter this is, from 0
    folded: range = range(0)  # the sentences that are folded into this line, which has no owner then
    last: bool = False  # it is the last line of its owner's gutter


class ArticleLayout:
    """An article wrapped to a width."""

    def __init__(
        self, article: Article, width: int, chips: ChipsOf, first: Mapping[int, tuple[str, ...]] | None = None
    ) -> None:
        """Wrap an article to a width in cells.

        :param chips: gives the texts of the chips behind a sentence.
        :param first: the chips at first, of all sentences that have any, which saves asking for each.
        """
        self.article = article
        self.width = max(WIDEST_CHARACTER, width)
        self.chips = chips if first is None else lambda sentence: first.get(sentence, ())
        sentences = range(len(article.sentences))
        firsts = (next(group) for _, group in groupby(sentences, self._paragraph_key))
        self._first_sentences = array("L", [*firsts, len(sentences)])
        paragraphs = range(len(self._first_sentences) - 1)
        self._heights = array("L", self._measure(paragraphs, None if first is None else first.keys()))
        self.chips = chips
        self._gaps = bytes(map(self._gap_after, paragraphs))
        self._lines = lru_cache(maxsize=512)(self._lines_of)
        self._count_lines()

    @property
    def height(self) -> int:
        """The number of lines."""
        return self._tops[-1]

    def line(self, y: int) -> Line:
        """Return what stands in line `y`; a line outside the article is blank."""
        if not 0 <= y < self.height:
            return Line()
        paragraph = bisect_right(self._tops, y) - 1
        lines = self._lines(paragraph)
        row = y - self._tops[paragraph]
        return lines[row] if row < len(lines) else Line()

    def lines_of_sentence(self, sentence: int) -> range:
        """Return the lines in which a sentence and its chips stand."""
        paragraph = self._paragraph_number(sentence)
        lines = self._lines(paragraph)
        held = [row for row, line in enumerate(lines) if any(run.sentence == sentence for run in line.runs)]
        top = self._tops[paragraph]
        return range(top + held[0], top + held[-1] + 1)

    def approximate_line(self, sentence: int) -> int:
        """Return about the line in which a sentence begins, without wrapping its paragraph."""
        paragraph = self._paragraph_number(sentence)
        group = self._sentences(paragraph)
        return self._tops[paragraph] + self._heights[paragraph] * (sentence - group[0]) // len(group)

    def sentence_at(self, y: int, x: int = 0) -> int:
        """Return the sentence at a cell of the text; where there is none, the nearest before it."""
        return self._run_at(y, x)[0].sentence

    def offset_at(self, y: int, x: int = 0) -> int:
        """Return the code point at a cell of the text; where there is none, the last before it."""
        run, x = self._run_at(y, x if self.line(y).runs else self.width)
        if run.blank or run.chip is not None:
            return self.article.sentences[run.sentence].end - 1
        cells = accumulate(map(cell_len, run.text))
        return run.start + next((index for index, end in enumerate(cells) if x < end), len(run.text) - 1)

    def _run_at(self, y: int, x: int) -> tuple[Run, int]:
        """Return the run at a cell of the text, or the nearest before it, and the cell within the run."""
        y = min(max(y, 0), self.height - 1)
        while y and not self.line(y).runs:
            y -= 1
        *before, last = self.line(y).runs
        for run in before:
            cells = cell_len(run.text)
            if x < cells:
                return run, x
            x -= cells
        return last, x

    def paragraph_of(self, sentence: int) -> range:
        """Return all the sentences of the paragraph in which a sentence stands."""
        return self._sentences(self._paragraph_number(sentence))

    def paragraph_height(self, sentences: range) -> int | None:
        """Return the height of the paragraph of sentences; None when they are not one whole paragraph."""
        paragraph = self._paragraph_number(sentences.start)
        return self._heights[paragraph] if sentences == self._sentences(paragraph) else None

    def update_chips(self, sentences: Iterable[int]) -> bool:
        """Measure paragraphs again whose chips have changed; return whether the lines below have moved."""
        moved = False
        for paragraph in set(map(self._paragraph_number, sentences)):
            before, self._heights[paragraph] = self._heights[paragraph], self._height(paragraph)
            moved |= self._heights[paragraph] != before
        self._lines.cache_clear()
        if moved:
            self._count_lines()
        return moved

    def _paragraph_number(self, sentence: int) -> int:
        return bisect_right(self._first_sentences, sentence) - 1

    def _sentences(self, paragraph: int) -> range:
        return range(self._first_sentences[paragraph], self._first_sentences[paragraph + 1])

    def _paragraph_key(self, sentence: int) -> int:
        return self.article.sentences[sentence].paragraph

    def _gap_after(self, paragraph: int) -> int:
        """Return the blank lines after a paragraph: one, but none between boilerplate or after the last."""
        after, sentences = self._first_sentences[paragraph + 1], self.article.sentences
        if after == len(sentences):
            return 0
        return 0 if sentences[after - 1].boilerplate and sentences[after].boilerplate else 1

    def _count_lines(self) -> None:
        self._tops: array[int] = array("L", accumulate(map(add, self._heights, self._gaps), initial=0))

    def _measure(self, paragraphs: range, chipped: AbstractSet[int] | None) -> Iterator[int]:
        """Yield the heights of paragraphs; without chips they need not be wrapped."""
        for paragraph in paragraphs:
            bare = chipped is not None and chipped.isdisjoint(self._sentences(paragraph))
            yield self._bare_height(paragraph) if bare else self._height(paragraph)

    def _bare_height(self, paragraph: int) -> int:
        """Return the height without chips: mostly the text stands as it is, and its lines are counted."""
        text = self.article.text
        sentences = self.article.sentences[slice(*self._first_sentences[paragraph : paragraph + 2])]
        start, end = sentences[0].start, sentences[-1].end
        as_it_stands = all(one.end < other.start for one, other in pairwise(sentences))
        if not as_it_stands or _NOT_ONE_CELL.search(text, start, end):
            return self._height(paragraph)
        return len(_line_pattern(self.width).findall(text, start, end)) or 1

    def _height(self, paragraph: int) -> int:
        return len(self._wrap(paragraph))

    def _wrap(self, paragraph: int) -> list[tuple[int, int]]:
        return wrap("".join(run.text for run in self._runs_of(paragraph)), self.width)

    def _runs_of(self, paragraph: int) -> list[Run]:
        """Return the runs of a paragraph as it is shown, not wrapped yet."""
        # After a chip that begins a line so many blanks follow that the next sentence begins a line too.
        runs: list[Run] = []
        text, sentences = self.article.text, self.article.sentences
        end: int | None = None
        apart = False
        for index in self._sentences(paragraph):
            sentence = sentences[index]
            if end is not None:
                between = " " * self.width if apart else text[end : sentence.start] or " "
                runs.append(Run(between, index - 1, start=end, blank=True))
            runs.append(Run(text[sentence.start : sentence.end], index, start=sentence.start))
            chips = list(self._chip_runs(index, runs[-1].text))
            runs += chips
            apart = any(run.text == " " for run in chips)
            end = sentence.end
        return runs

    def _chip_runs(self, sentence: int, words: str) -> Iterator[Run]:
        """Yield the chips of a sentence, glued to its last word where a line has room for both."""
        # A chip that begins a line would seem to belong to the next sentence, which goes on beside it.
        held = -1
        for number, chip in enumerate(self.chips(sentence)):
            held = cell_len(words.rpartition(" ")[2]) if held < 0 else held
            cells = cell_len(chip)
            glued = held + 1 + cells <= self.width
            held = held + 1 + cells if glued else cells
            yield Run(GLUE if glued else " ", sentence, blank=True)
            yield Run(chip, sentence, number)

    def _lines_of(self, paragraph: int) -> tuple[Line, ...]:
        runs = self._runs_of(paragraph)
        return tuple(_with_owners([tuple(_cut(runs, start, end)) for start, end in self._wrap(paragraph)]))


def _with_owners(lines: list[tuple[Run, ...]]) -> Iterator[Line]:
    """Give the gutter of each line to a sentence: the first that has had none yet, else the last one."""
    # So short sentences that begin in one line get a gutter one after the other, as long as there are lines.
    rows: dict[int, int] = {}
    owned = []
    for runs in lines:
        sentences = list(dict.fromkeys(run.sentence for run in runs if not run.blank))
        owner = next((s for s in sentences if s not in rows), sentences[-1])
        rows[owner] = rows.get(owner, -1) + 1
        owned.append((runs, owner, rows[owner]))
    for runs, owner, row in owned:
        yield Line(runs, owner, row, last=row == rows[owner])


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the lines of a paragraph as spans: greedy, broken at blanks; words that are too long are cut.

    Blanks at a break belong to no line. An empty paragraph has one line.
    """
    if _NOT_ONE_CELL.search(text):
        return list(_wrap_cells(text, width)) or [(0, 0)]
    return [match.span() for match in _line_pattern(width).finditer(text)] or [(0, 0)]


@lru_cache(maxsize=64)
def _line_pattern(width: int) -> re.Pattern[str]:
    """Return a pattern of one line of text in which each character takes one cell."""
    return re.compile(rf"[^ ](?:.{{0,{width - 1}}})(?<! )(?= |$)|[^ ]{{{width}}}")


def _wrap_cells(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of text whose characters take none, one or two cells, as `wrap` does."""
    start: int | None = None
    end = used = 0
    for word in re.finditer("[^ ]+", text):
        cells = cell_len(word.group())
        if start is not None and used + word.start() - end + cells > width:
            yield start, end
            start = None
        if start is None:
            start, end, used = word.start(), word.start(), 0
        used += word.start() - end + cells
        end = word.end()
        if used > width:
            *pieces, rest = chop_cells(word.group(), width)
            for piece in pieces:
                yield start, start + len(piece)
                start += len(piece)
            used = cell_len(rest)
    if start is not None:
        yield start, end


def _cut(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    """Yield the parts of runs that lie in a span of the text they make together."""
    position = 0
    for run in runs:
        cut = max(0, start - position)
        text = run.text[cut : max(0, end - position)]
        if text:
            yield run._replace(text=text, start=run.start + cut)
        position += len(run.text)
