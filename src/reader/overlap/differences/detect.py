"""What differs between two sentences that match: first what counts, then the plain words.

Figures that disagree, a hedge on one side only, another speaker, a detail that only one side has; then the
words that were dropped, added or replaced, as far as none of these has told of them. Only the types need
English: words are compared in any language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from reader.overlap.differences.alignment import edits
from reader.overlap.differences.contradictions import contraries
from reader.overlap.differences.facts import Detail, Side, side
from reader.overlap.differences.omissions import cut
from reader.overlap.differences.quantities_compared import (
    bounded_otherwise,
    disagreeing_dates,
    disagreeing_figures,
    equal_pairs,
    unmatched,
)
from reader.overlap.differences.reversed_roles import turned_round
from reader.overlap.differences.rewording import is_edited, paired, rewording, stretches
from reader.overlap.extraction.attribution import (
    frame,
    is_pronoun,
    likeness,
    names_anyone,
    quotes_at_length,
    quotes_otherwise,
    quotes_the_same,
    same_verb,
)
from reader.overlap.extraction.dates import may_be_same_date, same_date, year_of_day
from reader.overlap.extraction.hedges import hedged_stems
from reader.overlap.extraction.names import is_mentioned
from reader.overlap.extraction.quantities import with_noun
from reader.overlap.extraction.quantity import same_quantity
from reader.text.en.calendar_words import NIGHTS
from reader.text.en.grammar import EMPTY, FUTURES, INTERCHANGED, MODALS, NEGATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.overlap.extraction.attribution import Frame
    from reader.overlap.extraction.quantity import Quantity
    from reader.text.tokenized import TokenizedSentence

Type = Literal["figure", "hedge", "speaker", "detail", "dropped", "added", "replaced"]

_NO_MARKS: Final = str.maketrans("", "", '“”"')
_SIGN: Final = re.compile(r"[?%‰°$€£¥₹₩₽₺₴+±\u2600-\u27bf\U0001f000-\U0001faff]|(?<!\S)[-–−](?=\d)")
"""What carries meaning and is no word."""
_MARKED: Final = re.compile(r"\d+(?:[.,:]\d{1,2}\b){2,}")
"""Figures that are no number: a list, a version, an address."""
THROUGHOUT: Final = "throughout"
ORDER: Final = "order"
ROLES: Final = "roles"
SMALL: Final = "small"
CONTRARY: Final = "contrary"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what the first sentence has, and what the second has in its place."""

    type: Type
    a: str
    """As printed; nothing where only the second has something."""
    b: str
    about: str = ""
    """Of a figure: figure, time, date, currency, or bound, where one is "more than" that. Of a detail:
    figure, time, date, place or name; nothing of a phrase with details in it. Of a speaker: speaker,
    naming, where both may be one, or verb. Of words: name or place, where another stands there; throughout,
    where all is in other words; order; roles, where who does it to whom is turned round; contrary, where one
    denies what the other says; small, where only small words differ."""


def differences(a: str, b: str) -> list[Difference]:
    """Give what differs between two sentences, what counts most first.

    It is empty only where both have the same words, but for case, quotation marks, the dots of abbreviations,
    contractions ("didn't"), British or American spelling, the way in which figures and dates are written,
    "will" and "is to", and whether who says a quotation stands before or behind it.
    """
    one, other = side(a), side(b)
    if one.words.forms == other.words.forms and a.translate(_NO_MARKS) == b.translate(_NO_MARKS):
        return []
    if one.words.forms == other.words.forms:
        return list(_figures(one, other, edited=True)) or _signs(one.words, other.words)
    edited = is_edited(one.words, other.words) or quotes_at_length(one.words, other.words)
    _futures(one, other)
    found = [
        *_turned(one, other),
        *_figures(one, other, edited=edited),
        *_hedges(one, other),
        *_speakers(one, other),
        *(() if edited else _contraries(one, other)),
        *_details_and_words(one, other, edited=edited),
    ]
    return found or _plainly(one, other, edited=edited)


def _futures(one: Side, other: Side) -> None:
    """Take "will" and "is to" as the same, where one side has the one and the other the other."""
    of_one, of_other = _future(one.words), _future(other.words)
    if of_one and of_other and len(of_one) != len(of_other):
        one.tell(of_one)
        other.tell(of_other)


@lru_cache(maxsize=4096)
def _future(words: TokenizedSentence) -> range:
    for word in range(len(words)):
        for future in FUTURES:
            if words.forms[word : word + len(future)] == future:
                return range(word, word + len(future))
    return range(0)


def _turned(one: Side, other: Side) -> Iterator[Difference]:
    """Who did what to whom, where it is the other way round."""
    if turned := turned_round(one.words, other.words):
        yield Difference("replaced", one.tell(turned[0]), other.tell(turned[1]), ROLES)


def _figures(one: Side, other: Side, *, edited: bool) -> Iterator[Difference]:
    """Figures, times and dates that disagree; nothing is said of those only written in another way."""
    for figure, other_figure in equal_pairs(one.figures, other.figures, same_quantity):
        one.tell(figure.number)
        other.tell(other_figure.number)
    for date, other_date in equal_pairs(one.dates, other.dates, same_date):
        one.tell(date.shown)
        other.tell(other_date.shown)
    aligned = edits(one.words.forms, other.words.forms) if edited else None
    for a, b in disagreeing_figures(one.words, one.figures, other.words, other.figures, aligned):
        yield Difference("figure", one.tell(a.shown), other.tell(b.shown), _what(a, b))
    for a, b in bounded_otherwise(one.figures, other.figures):
        yield Difference("figure", one.tell(a.shown), other.tell(b.shown), "bound")
    for day, other_day in disagreeing_dates(one.words, one.dates, other.words, other.dates, edited=edited):
        yield Difference("figure", one.tell(day.shown), other.tell(other_day.shown), "date")


def _what(a: Quantity, b: Quantity) -> str:
    if a.dimension == "clock":
        return "time"
    return "currency" if a.dimension != b.dimension and a.is_money and b.is_money else "figure"


def _hedges(one: Side, other: Side) -> Iterator[Difference]:
    """Hedges on one side only, of something that both say."""
    if one.hedges and other.hedges:
        return
    of_one, of_other = _shared_hedges(one, other), _shared_hedges(other, one)
    for hedge in of_one:
        yield Difference("hedge", one.tell(hedge), "")
    for hedge in of_other:
        yield Difference("hedge", "", other.tell(hedge))


def _shared_hedges(one: Side, other: Side) -> list[range]:
    modal = not MODALS.isdisjoint(other.words.forms)
    return [
        hedge
        for hedge in one.hedges
        if not hedged_stems(one.words, hedge).isdisjoint(other.words.stems)
        and not (modal and one.words.forms[hedge[0]] in MODALS)
    ]


def _speakers(one: Side, other: Side) -> Iterator[Difference]:
    """Who says a quotation that both have, and how it is framed; of two quotations, whether two do."""
    a, b = frame(one.words), frame(other.words)
    if not quotes_the_same(one.words, other.words):
        if a and b and quotes_otherwise(one.words, other.words):
            yield from _other_speakers(one, a, other, b)
    elif a and b:
        yield from _two_frames(one, a, other, b)
    elif a and not is_pronoun(one.words, a) and not names_anyone(other.words):
        one.tell(a.verb)
        yield Difference("speaker", one.tell(a.speaker), "", "speaker")
    elif b and not is_pronoun(other.words, b) and not names_anyone(one.words):
        other.tell(b.verb)
        yield Difference("speaker", "", other.tell(b.speaker), "speaker")


def _other_speakers(one: Side, a: Frame, other: Side, b: Frame) -> Iterator[Difference]:
    if likeness(one.words, a, other.words, b) == "other":
        one.tell(a.verb)
        other.tell(b.verb)
        yield Difference("speaker", one.tell(a.speaker), other.tell(b.speaker), "speaker")


def _two_frames(one: Side, a: Frame, other: Side, b: Frame) -> Iterator[Difference]:
    """Another speaker; or the same one, framed with a verb that takes another side."""
    hedged_verb = not one.told.isdisjoint(a.verb) or not other.told.isdisjoint(b.verb)
    verbs = one.tell(a.verb), other.tell(b.verb)
    alike = likeness(one.words, a, other.words, b)
    if alike != "same":
        about = "speaker" if alike == "other" else "naming"
        yield Difference("speaker", one.tell(a.speaker), other.tell(b.speaker), about)
        return
    if is_pronoun(one.words, a) or not is_pronoun(other.words, b):
        one.tell(a.speaker)
    if is_pronoun(other.words, b) or not is_pronoun(one.words, a):
        other.tell(b.speaker)
    if not same_verb(one.words, a, other.words, b) and not hedged_verb:
        yield Difference("speaker", *verbs, "verb")


def _contraries(one: Side, other: Side) -> Iterator[Difference]:
    """What one denies, and opposite words; in an edited text they are told as words."""
    found = list(contraries(one.words, other.words))
    for a, b in found[:1]:
        if one.told.isdisjoint(a) and other.told.isdisjoint(b):
            yield Difference("replaced", one.tell(a), other.tell(b), CONTRARY)


def _details_and_words(one: Side, other: Side, *, edited: bool) -> list[Difference]:
    """Details that only one side has, then words; a detail inside words that are told is told with them."""
    for either in (one, other):
        either.told.update(word for figure in either.figures if figure.definite for word in figure.core)
    of_one, of_other = _only_in(one, other), _only_in(other, one)
    for either, details in ((one, of_one), (other, of_other)):
        for detail in details:
            either.noted.update(detail.words)
    told, noted = (one.told, other.told), (one.noted, other.noted)
    changes = list(rewording(one.words, other.words, told, noted, edited=edited))
    said = [_reworded(one, other, change, of_one, of_other) for change in changes]
    left_a = [detail for detail in of_one if not any(detail.within(a) for a, _ in changes)]
    left_b = [detail for detail in of_other if not any(detail.within(b) for _, b in changes)]
    for a, b in _in_place_of(one, left_a, other, left_b) if edited else ():
        left_a.remove(a)
        left_b.remove(b)
        said.append(Difference("replaced", one.printed(a), other.printed(b), a.about))
    alone = [Difference("detail", one.printed(detail), "", detail.about) for detail in left_a]
    alone += [Difference("detail", "", other.printed(detail), detail.about) for detail in left_b]
    return [*alone, *sorted(said, key=lambda difference: difference.type != "detail")]


def _only_in(one: Side, other: Side) -> list[Detail]:
    """Nothing that was told of already, and nothing twice."""
    found = [
        Detail("time" if figure.dimension == "clock" else "figure", with_noun(one.words, figure))
        for figure in unmatched(one.figures, other.figures, same_quantity)
        if not figure.is_trivial
    ]
    found += [
        Detail("time" if date.relative and one.words.form(date.shown[0]) in NIGHTS else "date", date.shown)
        for date in unmatched(one.dates, other.dates, may_be_same_date)
    ]
    found += [Detail("date", year) for year in _years(one, other)]
    found += [
        Detail("place" if name.is_place else "name", name.shown)
        for name in one.names
        if not is_mentioned(name, other.words)
    ]
    new = {one.words.printed(detail.words): detail for detail in reversed(found)}.values()
    return sorted(
        (
            detail
            for detail in new
            if one.told.isdisjoint(detail.words)
            and not any(detail is not other and detail.within(other.words) for other in new)
        ),
        key=lambda detail: detail.words.start,
    )


def _years(one: Side, other: Side) -> Iterator[range]:
    """The years of days that the other side names without one, and nowhere says."""
    for date in one.dates:
        same = [day for day in other.dates if same_date(date, day)]
        year = year_of_day(one.words, date)
        if year and same and not any(day.year for day in other.dates):
            one.told.difference_update(year)
            yield year


def _in_place_of(
    one: Side, details: Sequence[Detail], other: Side, others: Sequence[Detail]
) -> Iterator[tuple[Detail, Detail]]:
    """Names and places of which one stands where the other stood."""
    for stretch_a, stretch_b in stretches(one.words, other.words):
        here_a = [detail for detail in details if detail.within(stretch_a)]
        here_b = [detail for detail in others if detail.within(stretch_b)]
        if len(here_a) == len(here_b) == 1 and {here_a[0].about, here_b[0].about} <= {"name", "place"}:
            yield here_a[0], here_b[0]


def _plainly(one: Side, other: Side, *, edited: bool) -> list[Difference]:
    """Every change of an edited text, small words and signs too; of one written anew that it is."""
    if _untold(one) == _untold(other):
        return []
    if not edited and not _mostly_shared(one, other):
        return [Difference("replaced", one.words.text, other.words.text, THROUGHOUT)]
    changes = [
        change
        for a, b in stretches(one.words, other.words)
        for change in paired((a, cut(a, one.told)), (b, cut(b, other.told)))
    ]
    in_order, other_order = one.telling_words(), other.telling_words()
    if in_order != other_order and sorted(in_order) == sorted(other_order):
        return [Difference("replaced", one.words.text, other.words.text, ORDER)]
    if sorted(_untold(one)) == sorted(_untold(other)):
        return [Difference("replaced", one.words.text, other.words.text, ORDER)]
    telling = [
        (a if _tells(one, a, other) else range(0), b if _tells(other, b, one) else range(0))
        for a, b in changes
        if _tells(one, a, other) or _tells(other, b, one)
    ]
    said = [_reworded(one, other, change, (), ()) for change in telling or changes]
    return said if telling else [replace(change, about=SMALL) for change in said]


def _mostly_shared(one: Side, other: Side) -> bool:
    """Whether the words are the same for the most part, though in another order."""
    words, others = set(one.telling_words()), set(other.telling_words())
    return 2 * len(words & others) >= max(len(words), len(others))


def _tells(side: Side, piece: range, other: Side) -> bool:
    """Whether a piece has a word that counts and that the other side does not have."""
    return any(
        side.words.forms[word] not in (EMPTY | INTERCHANGED) - NEGATIONS
        and side.words.stems[word] not in other.words.stems
        for word in piece
    )


def _untold(side: Side) -> list[str]:
    """The words that are not only written in another way: half the boats, 50 per cent of the boats."""
    return [form for word, form in enumerate(side.words.forms) if word not in side.told and form != "of"]


def _signs(one: TokenizedSentence, other: TokenizedSentence) -> list[Difference]:
    """Signs that are no words and were changed: a question mark, per cent, an emoji."""
    return [
        Difference("replaced" if a and b else "dropped" if a else "added", a, b)
        for (a, signs), (b, other_signs) in zip(_marks(one), _marks(other), strict=True)
        if signs != other_signs
    ]


def _marks(words: TokenizedSentence) -> Iterator[tuple[str, list[str]]]:
    """Each word, with the signs before it, then the last one with those behind it."""
    end = 0
    for _, stop in words.spans:
        text = words.text[end:stop]
        yield text.strip(), [*_SIGN.findall(text), *_MARKED.findall(text)]
        end = stop
    last = words.spans[-1][0] if words.spans else 0
    yield words.text[last:].strip(), _SIGN.findall(words.text[end:])


def _reworded(
    one: Side,
    other: Side,
    change: tuple[range, range],
    of_one: Sequence[Detail],
    of_other: Sequence[Detail],
) -> Difference:
    a, b = one.words.printed(change[0]), other.words.printed(change[1])
    if a and b:
        return Difference("replaced", a, b)
    detailed = any(d.within(change[0]) for d in of_one) or any(d.within(change[1]) for d in of_other)
    return Difference("detail" if detailed else "dropped" if a else "added", a, b)
