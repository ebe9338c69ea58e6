"""Finding an annotation again when the text of its article has changed.

Invariant: what is not found is `lost` and keeps its selector; it is never put on what merely stands nearest.
Verdicts: `exact`, the same words between the same neighbours; `moved`, the same words elsewhere; `changed`,
what corresponds to them, in other words.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from reader.notebook.anchoring.alignment import MINIMUM, Alignment, similarity, words, words_in
from reader.notebook.model import Selector, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.notebook.anchoring.alignment import PlacedWord


SAME = 0.3
"""The share of the shorter text, by words, that must be in the other for both to be one article."""

_TELLING = 4
"""Words a quotation must have to be known by itself, without what stood around it."""

_SCATTERED = 2
"""How many times longer a part of a text may have become and be one part still."""

_LEFT = 1 / 5
"""The share of the words of several sentences that must be there still, in one piece."""

_FORMS = str.maketrans("“”„‟«»‘’‚‹›\n", '""""""\'\'\'\'\' ')

AnchorResult = tuple[Selector, Verdict]
"""Where it is in the new text, and how it was found; a lost one as it was."""

FoundSpan = tuple[int, int, bool]
"""Start and end in the new text, and whether it is between the neighbours it had."""


def find_anchoring(old_text: str, new_text: str, known: Iterable[Anchoring]) -> Anchoring:
    """Give the anchoring from one text to the other: one that is known already, or a new one."""
    found = (each for each in known if each.is_between(old_text, new_text))
    return next(found, None) or Anchoring(old_text, new_text)


class Anchoring:
    """From one text to another, for any number of selectors. What was found once is known from then on."""

    def __init__(self, old_text: str, new_text: str) -> None:
        self._old = old_text
        self._new = new_text
        self._known: dict[Selector, AnchorResult] = {}
        self._known_again: dict[tuple[Selector, Selector], AnchorResult] = {}

    def is_between(self, old_text: str, new_text: str) -> bool:
        """Whether it is from this text to that one."""
        return (self._old, self._new) == (old_text, new_text)

    @cached_property
    def shared(self) -> float:
        """How much of the shorter text is in the other, as a share of its words, 0–1."""
        return 1.0 if self._old == self._new else self._alignment.shared

    @property
    def is_of_one_article(self) -> bool:
        """Whether the texts share enough to be an earlier and a later one of the same article."""
        return self.shared >= SAME

    @property
    def reworded(self) -> bool:
        """Whether the words of the texts are others."""
        return words(self._old) != words(self._new)

    def anchor(self, selector: Selector) -> AnchorResult:
        """Give the selector in the new text and how it was found; a lost one as it was."""
        found = self._known.get(selector)
        if found is None:
            found = self._known[selector] = self._anchor(selector)
        return found

    def _anchor(self, selector: Selector) -> AnchorResult:
        known = self._old[selector.start : selector.end] == selector.exact
        if known and self._old == self._new:
            return selector, "exact"
        own = self._alignment.old.sentences_in(selector.start, selector.end) if known else range(0)
        found = self._by_place(selector.start, selector.end, own) or self._by_words(selector, own)
        if found is None:
            return selector, "lost"
        start, end, in_order = found
        new = Selector.of(self._new, start, end)
        if words(new.exact) != words(selector.exact):
            return new, "changed"
        return new, "exact" if in_order else "moved"

    def again(self, was: Selector, last: Selector, *, lost: bool) -> AnchorResult:
        """Give what an annotation was on first, if that is in the new text once more, else as `anchor`.

        Between the same neighbours it is `exact`: all is as it was. Of several such places it is the very one
        where it was, since a text is often put back.

        :param last: where it is in the old text or, when it is lost there, where it was last.
        """
        found = self._known_again.get((was, last))
        if found is None:
            own = range(0) if lost else self._alignment.old.sentences_in(last.start, last.end)
            found = self._known_again[was, last] = self._again(was, self.anchor(last), own)
        return found

    def _again(self, was: Selector, found: AnchorResult, own: range) -> AnchorResult:
        there = self._as_it_was(was, found)
        if there is not None:
            return there, "exact"
        if found[1] != "lost" and words(found[0].exact) == words(was.exact):
            return found
        elsewhere = self._by_words(was, own)
        return found if elsewhere is None else (self._select(elsewhere[0], was), "moved")

    def _as_it_was(self, was: Selector, found: AnchorResult) -> Selector | None:
        """Find it between the neighbours it had, at best where it has been found or where it was."""
        if found[1] != "lost" and has_same_quote(was, found[0]):
            return found[0]
        starts = [start + len(was.prefix) for start in _all("".join(_parts(was)), self._plain)]
        there = [now for start in starts if has_same_quote(was, now := self._select(start, was))]
        there = [now for now in there if now.start == was.start] or there
        return there[0] if len(there) == 1 else None

    def _select(self, start: int, like: Selector) -> Selector:
        return Selector.of(self._new, start, start + len(like.exact))

    @cached_property
    def _plain(self) -> str:
        return _plain(self._new)

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self._old, self._new)

    def _by_place(self, start: int, end: int, sentences: range) -> FoundSpan | None:
        """Follow the sentences of the span into the new text; of several, those that are still together."""
        old, new = self._alignment.old, self._alignment.new
        together = max(self._alignment.runs(sentences), key=old.count, default=())
        if not together or old.count(together) < _LEFT * old.count(sentences):
            return None
        places = [place for index in together if (place := self._alignment.place(index))]
        was, now = _hull(place.old for place in places), _hull(place.new for place in places)
        if new.count(now) * MINIMUM > _SCATTERED * old.count(was):
            return None
        around, region = old.span_of(was), new.span_of(now)
        within = max(start, around[0]), min(end, around[1])
        found = region if within == around else self._within(within, around, region)
        return None if found is None else (*found, all(place.in_order for place in places))

    def _within(
        self, span: tuple[int, int], around: tuple[int, int], region: tuple[int, int]
    ) -> tuple[int, int] | None:
        """Find a part of a sentence in what corresponds to the sentence: as it was, else word by word."""
        exact = self._old[slice(*span)]
        if self._new.count(exact, *region) == 1:
            start = self._new.index(exact, *region)
            return start, start + len(exact)
        before, after = words_in(self._old, *around), words_in(self._new, *region)
        # A sentence that became part of another one begins with another letter.
        matcher = SequenceMatcher(None, _lower(before), _lower(after), autojunk=False)
        kept = [
            block.b + offset
            for block in matcher.get_matching_blocks()
            for offset in range(block.size)
            if span[0] <= before[block.a + offset].start and before[block.a + offset].end <= span[1]
        ]
        if not kept:
            return None
        start, end = self._with_marks(exact, after[kept[0]].start, after[kept[-1]].end, region)
        alike = similarity(words(exact), words(self._new[start:end]))
        return (start, end) if alike >= MINIMUM else None

    def _with_marks(self, exact: str, start: int, end: int, region: tuple[int, int]) -> tuple[int, int]:
        """Take in the quotation marks and stops around the words, if there were some before."""
        while not exact[0].isalnum() and start > region[0] and _is_mark(self._new[start - 1]):
            start -= 1
        while not exact[-1].isalnum() and end < region[1] and _is_mark(self._new[end]):
            end += 1
        return start, end

    def _by_words(self, selector: Selector, own: range) -> FoundSpan | None:
        """Find the very words elsewhere, if there is no doubt which ones are meant.

        :param own: the sentences of the old text they were in; those of other ones are taken.
        """
        exact = _plain(selector.exact)
        starts = _all(exact, self._plain)
        found = [start for start in starts if self._fits(selector, start)]
        found = [start for start in found if self._is_free(exact, start, own)]
        if not found and len(words(exact)) >= _TELLING:
            found = [start for start in starts if self._is_free(exact, start, own)]
        return (found[0], found[0] + len(exact), False) if len(found) == 1 else None

    def _is_free(self, exact: str, start: int, own: range) -> bool:
        """Whether the words here are not those of other sentences of the old text."""
        old, origins = self._alignment.old, self._alignment.origins
        there = self._alignment.new.sentences_in(start, start + len(exact))
        others = [i for j in there for i in origins.get(j, ()) if i not in own]
        return not others or exact not in _plain(self._old[slice(*old.span_of(sorted(others)))])

    def _fits(self, selector: Selector, start: int) -> bool:
        end = start + len(selector.exact)
        before, after = _plain(selector.prefix), _plain(selector.suffix)
        return self._plain.endswith(before, 0, start) and self._plain.startswith(after, end)


def has_same_quote(was: Selector, now: Selector) -> bool:
    """Whether the words and the neighbours are the same."""
    same = (was.prefix, was.exact, was.suffix) == (now.prefix, now.exact, now.suffix)
    return same or _parts(was) == _parts(now)


def _parts(selector: Selector) -> list[str]:
    return [_plain(part) for part in (selector.prefix, selector.exact, selector.suffix)]


def _plain(text: str) -> str:
    """Give a text of the same length in which quotation marks and blanks have one form."""
    return text.translate(_FORMS)


def _lower(words: Iterable[PlacedWord]) -> list[str]:
    return [word.text.lower() for word in words]


def _is_mark(character: str) -> bool:
    return not (character.isalnum() or character.isspace())


def _hull(ranges: Iterable[range]) -> range:
    every = list(ranges)
    return range(min(each.start for each in every), max(each.stop for each in every))


def _all(part: str, text: str) -> list[int]:
    starts, at = [], text.find(part)
    while at >= 0:
        starts.append(at)
        at = text.find(part, at + 1)
    return starts
