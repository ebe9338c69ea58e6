"""What differs between two sentences that match: first what counts, then the plain words.

Figures that disagree, a hedge on one side only, another speaker, a detail that only one side has; then the
words that were dropped, added or replaced, as far as none of these has told of them. Only the types need
English: words are compared in any language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from reader.overlap import dates, figures, names
from reader.overlap.hedging import hedged, hedges
from reader.overlap.rewording import is_edited, rewording, stretches
from reader.overlap.speakers import frame, is_pronoun, quotes_the_same, same_speaker, same_verb
from reader.overlap.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.overlap.speakers import Frame
    from reader.overlap.wording import Wording

Type = Literal["figure", "hedge", "speaker", "detail", "dropped", "added", "replaced"]
_Found = TypeVar("_Found")

_POSSESSIVE: Final = re.compile("['’]s?$")
_NO_MARKS: Final = str.maketrans("", "", '“”"')
_THROUGHOUT: Final = "throughout"
_BOTH: Final = {
    "figure": "figures disagree",
    "time": "times disagree",
    "date": "dates disagree",
    "speaker": "other speakers",
    "verb": "framed another way",
    "replaced": "replaced",
}
_ONE: Final = {
    "hedge": "hedged only in",
    "speaker": "speaker named only in",
    "detail": "only in",
    "dropped": "words only in",
    "added": "words only in",
}
LONGEST: Final = 90
"""Characters of a side that a sentence for people shows."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what the first sentence has, and what the second has in its place."""

    type: Type
    a: str
    """As printed; nothing where only the second has something."""
    b: str
    about: str = ""
    """Of a figure or a detail: figure, time, date, place or name. Of a speaker: speaker or verb. Of words:
    throughout, where all is in other words."""


@dataclass(frozen=True, slots=True)
class _Side:
    """What was found in one sentence, and which of its words were told of."""

    words: Wording
    figures: Sequence[figures.Figure]
    dates: Sequence[dates.Date]
    names: Sequence[names.Name]
    hedges: Sequence[range]
    told: set[int] = field(default_factory=set)
    """Words that are not to be told of again."""
    noted: set[int] = field(default_factory=set)
    """Words that may be, together with others."""

    def tell(self, words: range) -> str:
        """Take words as told of; gives them as printed."""
        self.told.update(words)
        return self.words.printed(words)

    def note(self, words: range) -> str:
        """Take the words of a detail as noted; gives them as printed."""
        self.noted.update(words)
        return _POSSESSIVE.sub("", self.words.printed(words))


def differences(a: str, b: str) -> list[Difference]:
    """Give what differs between two sentences, what counts most first.

    It is empty only where both have the same words, but for case, quotation marks, the dots of abbreviations
    and the way in which figures and dates are written.
    """
    one, other = _side(a), _side(b)
    if one.words.forms == other.words.forms:
        return []
    found = [
        *_figures(one, other),
        *_hedges(one, other),
        *_speakers(one, other),
        *_details(one, other),
        *_words(one, other),
    ]
    return found or _plainly(one, other)


def in_words(difference: Difference, a: str = "the first", b: str = "the second") -> str:
    """Say a difference to a person; `a` and `b` are what the two sides are called."""
    one, other = _shortened(difference.a), _shortened(difference.b)
    where, only = (a, one) if one else (b, other)
    if difference.about == _THROUGHOUT:
        return "other words throughout"
    if one and other:
        return f"{_BOTH[difference.about or difference.type]}: {one} in {a}, {other} in {b}"
    about = f" ({difference.about})" if difference.type == "detail" else ""
    return f"{_ONE[difference.type]} {where}: {only}{about}"


def _shortened(text: str) -> str:
    """In quotation marks, the middle left out where it is long; nothing stays nothing."""
    line = " ".join(text.split()).translate(_NO_MARKS)
    if len(line) > LONGEST:
        line = f"{line[: LONGEST // 2].rsplit(' ', 1)[0]} … {line[-LONGEST // 2 :].split(' ', 1)[-1]}"
    return f"“{line}”" if line else ""


def _side(text: str) -> _Side:
    return _Side(*_found(text))


@lru_cache(maxsize=4096)
def _found(
    text: str,
) -> tuple[Wording, list[figures.Figure], list[dates.Date], list[names.Name], list[range]]:
    words = wording(text)
    days = dates.dates(words)
    of_dates = {word for date in days for word in date.shown}
    amounts = figures.figures(words, of_dates)
    taken = of_dates.union(*(figure.core for figure in amounts))
    return words, amounts, days, names.names(words, taken), hedges(words)


def _figures(one: _Side, other: _Side) -> Iterator[Difference]:
    """Figures, times and dates that disagree; nothing is said of those only written in another way."""
    for figure, other_figure in _equals(one.figures, other.figures, figures.equal):
        one.tell(figure.amount)
        other.tell(other_figure.amount)
    for date, other_date in _equals(one.dates, other.dates, dates.equal):
        one.tell(date.shown)
        other.tell(other_date.shown)
    for a, b in _pairs(one.figures, other.figures, figures.equal, figures.disagree):
        same_unit = a.counted == b.counted
        one.tell(a.shown if same_unit else range(a.shown.start, a.core.stop))
        other.tell(b.shown if same_unit else range(b.shown.start, b.core.stop))
        about = "time" if a.dimension == "clock" else "figure"
        yield Difference("figure", one.words.printed(a.shown), other.words.printed(b.shown), about)
    for day, other_day in _pairs(one.dates, other.dates, dates.equal, dates.disagree):
        yield Difference("figure", one.tell(day.shown), other.tell(other_day.shown), "date")


def _hedges(one: _Side, other: _Side) -> Iterator[Difference]:
    """Hedges on one side only, of something that both say."""
    of_one, of_other = _shared_hedges(one, other), _shared_hedges(other, one)
    if of_one and of_other:
        return
    for hedge in of_one:
        yield Difference("hedge", one.tell(hedge), "")
    for hedge in of_other:
        yield Difference("hedge", "", other.tell(hedge))


def _shared_hedges(one: _Side, other: _Side) -> list[range]:
    return [hedge for hedge in one.hedges if not hedged(one.words, hedge).isdisjoint(other.words.terms)]


def _speakers(one: _Side, other: _Side) -> Iterator[Difference]:
    """Who says a quotation that both have, and how it is framed."""
    if not quotes_the_same(one.words, other.words):
        return
    a, b = frame(one.words), frame(other.words)
    if a and b:
        yield from _two_frames(one, a, other, b)
    elif a and not is_pronoun(one.words, a):
        one.tell(a.verb)
        yield Difference("speaker", one.tell(a.speaker), "", "speaker")
    elif b and not is_pronoun(other.words, b):
        other.tell(b.verb)
        yield Difference("speaker", "", other.tell(b.speaker), "speaker")


def _two_frames(one: _Side, a: Frame, other: _Side, b: Frame) -> Iterator[Difference]:
    """Another speaker; or the same one, framed with a verb that takes another side."""
    verbs = one.tell(a.verb), other.tell(b.verb)
    if not same_speaker(one.words, a, other.words, b):
        yield Difference("speaker", one.tell(a.speaker), other.tell(b.speaker), "speaker")
        return
    if is_pronoun(one.words, a) or not is_pronoun(other.words, b):
        one.tell(a.speaker)
    if is_pronoun(other.words, b) or not is_pronoun(one.words, a):
        other.tell(b.speaker)
    if not same_verb(one.words, a, other.words, b):
        yield Difference("speaker", *verbs, "verb")


def _details(one: _Side, other: _Side) -> Iterator[Difference]:
    """Figures, dates, places and names that only one side has."""
    for about, words in _only_in(one, other):
        yield Difference("detail", one.note(words), "", about)
    for about, words in _only_in(other, one):
        yield Difference("detail", "", other.note(words), about)


def _only_in(one: _Side, other: _Side) -> list[tuple[str, range]]:
    """What kind of detail, and its words; nothing that was told of already, and nothing twice."""
    found = [
        ("time" if figure.dimension == "clock" else "figure", figure.shown)
        for figure in _unmatched(one.figures, other.figures, figures.equal)
        if not figure.weak
    ]
    found += [("date", date.shown) for date in _unmatched(one.dates, other.dates, _may_be)]
    found += [
        ("place" if name.place else "name", name.shown)
        for name in one.names
        if not names.known(name, other.words)
    ]
    new = {one.words.printed(words): (about, words) for about, words in reversed(found)}
    return sorted(
        ((about, words) for about, words in new.values() if one.told.isdisjoint(words)),
        key=lambda detail: detail[1].start,
    )


def _may_be(a: dates.Date, b: dates.Date) -> bool:
    """Whether one date may be the other: nobody can tell by the sentences what Tuesday or yesterday was."""
    return dates.equal(a, b) or a.relative or (a.is_day and b.is_day and not dates.disagree(a, b))


def _words(one: _Side, other: _Side) -> Iterator[Difference]:
    told, noted = (one.told, other.told), (one.noted, other.noted)
    for change in rewording(one.words, other.words, told, noted, edited=_edited(one, other)):
        yield _reworded(one, other, change)


def _plainly(one: _Side, other: _Side) -> list[Difference]:
    """Every change of an edited text, small words too; of one written anew that it is."""
    if not _edited(one, other):
        return [Difference("replaced", one.words.text, other.words.text, _THROUGHOUT)]
    return [
        _reworded(one, other, (a, b))
        for a, b in stretches(one.words, other.words)
        if not (one.told.issuperset(a) and other.told.issuperset(b))
    ]


def _edited(one: _Side, other: _Side) -> bool:
    return is_edited(one.words, other.words) or quotes_the_same(one.words, other.words)


def _reworded(one: _Side, other: _Side, change: tuple[range, range]) -> Difference:
    a, b = one.words.printed(change[0]), other.words.printed(change[1])
    return Difference("replaced" if a and b else "dropped" if a else "added", a, b)


def _equals(
    ones: Sequence[_Found], others: Sequence[_Found], equal: Callable[[_Found, _Found], bool]
) -> list[tuple[_Found, _Found]]:
    return [(a, b) for a in ones for b in others if equal(a, b)]


def _unmatched(
    ones: Iterable[_Found], others: Sequence[_Found], equal: Callable[[_Found, _Found], bool]
) -> list[_Found]:
    return [a for a in ones if not any(equal(a, b) for b in others)]


def _pairs(
    ones: Sequence[_Found],
    others: Sequence[_Found],
    equal: Callable[[_Found, _Found], bool],
    disagree: Callable[[_Found, _Found], bool],
) -> Iterator[tuple[_Found, _Found]]:
    """Those that disagree, each with one, of those that have no equal."""
    left = _unmatched(others, ones, equal)
    for a in _unmatched(ones, others, equal):
        b = next((b for b in left if disagree(a, b)), None)
        if b is not None:
            left.remove(b)
            yield a, b
