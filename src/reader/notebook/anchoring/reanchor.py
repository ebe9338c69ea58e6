"""Finding the place of an annotation again in a changed text.

Invariant: what is not found is `lost` and keeps its selector; it is never put on whatever stands nearest.
Verdicts: `exact`, the same words between the same neighbours; `moved`, the same words elsewhere; `changed`,
other words that correspond to them.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from reader.notebook.anchoring.alignment import Alignment
from reader.notebook.anchoring.words import MIN_SIMILARITY, placed_words, similarity, words
from reader.notebook.model import Selector, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

_MIN_SHARED = 0.3  # of the words of the shorter text must be in the other for both to be one article
_MIN_TELLING_WORDS = 4  # a quotation of so many words is recognised without what stood around it
_MAX_GROWTH = 2  # how many times longer the sentences of an annotation may become and still be one place
_MIN_TOGETHER = 1 / 5  # of the words of several sentences must still be there, in one piece
_FORMS = str.maketrans("“”„‟«»‘’‚‹›\n", '""""""\'\'\'\'\' ')

AnchorResult = tuple[Selector, Verdict]
"""Where an annotation is in the new text and how it was found; a lost one keeps its selector."""

FoundSpan = tuple[int, int, bool]
"""Start and end in the new text, and whether it is between the neighbours it had."""


class Anchoring:
    """Finds selectors of an old text in a new one; each result is computed once and kept."""

    def __init__(self, old_text: str, new_text: str) -> None:
        self.old_text, self.new_text = old_text, new_text
        self._known: dict[Selector, AnchorResult] = {}
        self._known_restored: dict[tuple[Selector, Selector], AnchorResult] = {}

    @cached_property
    def shared(self) -> float:
        """The share of the words of the shorter text that is in the other one too, 0–1."""
        return 1.0 if self.old_text == self.new_text else self._alignment.shared

    @property
    def is_of_one_article(self) -> bool:
        """Whether the texts share enough to be an earlier and a later one of the same article."""
        return self.shared >= _MIN_SHARED

    @property
    def is_reworded(self) -> bool:
        """Whether the words of the texts differ at all."""
        return words(self.old_text) != words(self.new_text)

    def anchor(self, selector: Selector) -> AnchorResult:
        """Return the selector in the new text and how it was found; a lost one as it was."""
        if (result := self._known.get(selector)) is None:
            result = self._known[selector] = self._anchor(selector)
        return result

    def _anchor(self, selector: Selector) -> AnchorResult:
        known = self.old_text[selector.start : selector.end] == selector.exact
        if known and self.old_text == self.new_text:
            return selector, "exact"
        own = self._alignment.old.sentences_in(selector.start, selector.end) if known else range(0)
        found = self._find_by_sentences(selector.start, selector.end, own) or self._find_words(selector, own)
        if found is None:
            return selector, "lost"
        start, end, in_order = found
        new = Selector.of(self.new_text, start, end)
        if words(new.exact) != words(selector.exact):
            return new, "changed"
        return new, "exact" if in_order else "moved"

    def restore(self, first: Selector, last: Selector, *, lost: bool) -> AnchorResult:
        """Anchor an annotation whose text changed before: what it was first on may be back.

        Between the same neighbours it is `exact` then, as if nothing had happened. Of several such places the
        one where it was at first counts, since a text is often put back as it was. If it is not back, the
        result is that of `anchor(last)`.

        :param first: where it was before the first change.
        :param last: where it is in the old text or, if it is lost there, where it was last.
        """
        if (result := self._known_restored.get((first, last))) is None:
            result = self._known_restored[first, last] = self._restore(first, last, lost=lost)
        return result

    def _restore(self, first: Selector, last: Selector, *, lost: bool) -> AnchorResult:
        selector, verdict = self.anchor(last)
        if verdict != "lost" and has_same_quote(first, selector):
            return selector, "exact"
        starts = [
            start + len(first.quote.prefix) for start in _find_all("".join(_plain_quote(first)), self._plain)
        ]
        back = [now for start in starts if has_same_quote(first, now := self._select_like(first, start))]
        back = [now for now in back if now.start == first.start] or back
        if len(back) == 1:
            return back[0], "exact"
        if verdict == "lost" or words(selector.exact) != words(first.exact):
            own = range(0) if lost else self._alignment.old.sentences_in(last.start, last.end)
            if (elsewhere := self._find_words(first, own)) is not None:
                return self._select_like(first, elsewhere[0]), "moved"
        return selector, verdict

    def _select_like(self, selector: Selector, start: int) -> Selector:
        """Select as many code points as this selector has, from `start` in the new text."""
        return Selector.of(self.new_text, start, start + len(selector.exact))

    @cached_property
    def _plain(self) -> str:
        return _plain(self.new_text)

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self.old_text, self.new_text)

    def _find_by_sentences(self, start: int, end: int, sentences: range) -> FoundSpan | None:
        """Follow the sentences of a span into the new text; of those that went apart, the larger part."""
        old, new = self._alignment.old, self._alignment.new
        together = max(self._alignment.runs(sentences), key=old.count_words, default=())
        if not together or old.count_words(together) < _MIN_TOGETHER * old.count_words(sentences):
            return None
        aligned = [self._alignment.aligned[index] for index in together]
        before, after = _hull(each.old for each in aligned), _hull(each.new for each in aligned)
        if new.count_words(after) * MIN_SIMILARITY > _MAX_GROWTH * old.count_words(before):
            return None
        around, region = old.span_of(before), new.span_of(after)
        within = max(start, around[0]), min(end, around[1])
        found = region if within == around else self._find_part(within, around, region)
        return None if found is None else (*found, all(each.in_order for each in aligned))

    def _find_part(
        self, span: tuple[int, int], around: tuple[int, int], region: tuple[int, int]
    ) -> tuple[int, int] | None:
        """Find a part of a sentence in what the sentence has become: letter by letter, else word by word.

        :param around: the span of the sentence in the old text.
        :param region: the span of what it has become in the new text.
        """
        exact = self.old_text[slice(*span)]
        if self.new_text.count(exact, *region) == 1:
            start = self.new_text.index(exact, *region)
            return start, start + len(exact)
        before, after = placed_words(self.old_text, *around), placed_words(self.new_text, *region)
        matcher = SequenceMatcher(None, [w.text for w in before], [w.text for w in after], autojunk=False)
        kept = [
            after[block.b + offset]
            for block in matcher.get_matching_blocks()
            for offset in range(block.size)
            if span[0] <= before[block.a + offset].start and before[block.a + offset].end <= span[1]
        ]
        if not kept:
            return None
        start, end = kept[0].start, kept[-1].end
        # Quotation marks and stops around the words belong to the annotation if they did before.
        while not exact[0].isalnum() and start > region[0] and _is_mark(self.new_text[start - 1]):
            start -= 1
        while not exact[-1].isalnum() and end < region[1] and _is_mark(self.new_text[end]):
            end += 1
        is_similar = similarity(words(exact), words(self.new_text[start:end])) >= MIN_SIMILARITY
        return (start, end) if is_similar else None

    def _find_words(self, selector: Selector, own: range) -> FoundSpan | None:
        """Find the very words anywhere in the new text, if there is no doubt which ones are meant.

        :param own: the sentences of the old text they were in. The same words of another one are not meant.
        """
        before, exact, after = _plain_quote(selector)
        free = [start for start in _find_all(exact, self._plain) if not self._is_of_others(exact, start, own)]
        found = [
            start
            for start in free
            if self._plain.endswith(before, 0, start) and self._plain.startswith(after, start + len(exact))
        ]
        if not found and len(words(exact)) >= _MIN_TELLING_WORDS:
            found = free
        return (found[0], found[0] + len(exact), False) if len(found) == 1 else None

    def _is_of_others(self, exact: str, start: int, own: range) -> bool:
        """Return whether the words at `start` in the new text are those of other sentences of the old one."""
        old, origins = self._alignment.old, self._alignment.origins
        there = self._alignment.new.sentences_in(start, start + len(exact))
        others = [i for j in there for i in origins.get(j, ()) if i not in own]
        return bool(others) and exact in _plain(self.old_text[slice(*old.span_of(sorted(others)))])


def find_anchoring(old_text: str, new_text: str, known: Iterable[Anchoring]) -> Anchoring:
    """Return the anchoring between two texts: one of the known ones if it is there, else a new one."""
    texts = old_text, new_text
    found = (each for each in known if (each.old_text, each.new_text) == texts)
    return next(found, None) or Anchoring(old_text, new_text)


def has_same_quote(a: Selector, b: Selector) -> bool:
    """Return whether two selectors have the same words and neighbours, forms of quotation marks aside."""
    return a.quote == b.quote or _plain_quote(a) == _plain_quote(b)


def _plain_quote(selector: Selector) -> list[str]:
    exact, prefix, suffix = map(_plain, selector.quote)
    return [prefix, exact, suffix]


def _plain(text: str) -> str:
    """Return a text of the same length with one form of quotation marks and blanks."""
    return text.translate(_FORMS)


def _is_mark(character: str) -> bool:
    return not (character.isalnum() or character.isspace())


def _hull(ranges: Iterable[range]) -> range:
    every = list(ranges)
    return range(min(each.start for each in every), max(each.stop for each in every))


def _find_all(part: str, text: str) -> list[int]:
    starts, at = [], text.find(part)
    while at >= 0:
        starts.append(at)
        at = text.find(part, at + 1)
    return starts
