"""Details that only one sentence has, and the words that no other difference has reported."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reader.overlap.differences.difference import Difference
from reader.overlap.differences.disagreements import unmatched
from reader.overlap.differences.facts import Facts, SentencePair
from reader.overlap.differences.omissions import find_omissions
from reader.overlap.differences.rewording import changed_stretches, find_rewordings
from reader.overlap.extraction.dates import may_be_same_date, same_date, year_of_day
from reader.overlap.extraction.names import is_mentioned
from reader.overlap.extraction.quantities import with_noun
from reader.overlap.extraction.quantity import same_quantity
from reader.text.en.calendar_words import NIGHTS
from reader.text.tokenized import TokenizedSentence

_POSSESSIVE: Final = re.compile("['’]s?$")


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure, time, date, place or name that only one sentence has."""

    about: str
    shown: range  # numbers of its words

    def is_within(self, words: range) -> bool:
        """Whether all its words are among some words."""
        return words.start <= self.shown.start and self.shown.stop <= words.stop

    def printed(self, words: TokenizedSentence) -> str:
        """Return it as printed, without the 's of a possessive."""
        return _POSSESSIVE.sub("", words.text_of(self.shown))


def find_details_and_words(pair: SentencePair) -> list[Difference]:
    """Return the details that only one sentence has, then changed words with the details inside them."""
    a, b = pair.a, pair.b
    for facts in (a, b):
        facts.reported.update(word for each in facts.quantities if each.definite for word in each.core)
    of_a, of_b = _details(a, b), _details(b, a)
    a.details.update(word for detail in of_a for word in detail.shown)
    b.details.update(word for detail in of_b for word in detail.shown)
    changes = list(find_rewordings(pair) if pair.edited else find_omissions(pair))
    changed: list[Difference] = []
    for words_a, words_b in changes:
        detailed = any(one.is_within(words_a) for one in of_a) or any(one.is_within(words_b) for one in of_b)
        changed.append(wording_difference(pair, words_a, words_b, detailed=detailed))
    left_a = [detail for detail in of_a if not any(detail.is_within(words) for words, _ in changes)]
    left_b = [detail for detail in of_b if not any(detail.is_within(words) for _, words in changes)]
    for detail_a, detail_b in _in_place(pair, left_a, left_b) if pair.edited else ():
        left_a.remove(detail_a)
        left_b.remove(detail_b)
        printed = detail_a.printed(a.words), detail_b.printed(b.words)
        changed.append(Difference("replaced", *printed, detail_a.about))
    alone = [Difference("detail", detail.printed(a.words), "", detail.about) for detail in left_a]
    alone += [Difference("detail", "", detail.printed(b.words), detail.about) for detail in left_b]
    return [*alone, *sorted(changed, key=lambda difference: difference.type != "detail")]


def wording_difference(
    pair: SentencePair, words_a: range, words_b: range, about: str = "", *, detailed: bool = False
) -> Difference:
    """Return the difference of words that were dropped, added or replaced."""
    a, b = pair.a.words.text_of(words_a), pair.b.words.text_of(words_b)
    if a and b:
        return Difference("replaced", a, b, about)
    return Difference("detail" if detailed else "dropped" if a else "added", a, b, about)


def _details(facts: Facts, other: Facts) -> list[Detail]:
    """Return the details that the other sentence does not have and no difference has reported, in order."""
    words = facts.words
    found = [
        Detail("time" if quantity.dimension == "clock" else "figure", with_noun(words, quantity))
        for quantity in unmatched(facts.quantities, other.quantities, same_quantity)
        if not quantity.is_trivial
    ]
    found += [
        Detail("time" if date.relative and words.form(date.shown[0]) in NIGHTS else "date", date.shown)
        for date in unmatched(facts.dates, other.dates, may_be_same_date)
    ]
    found += [Detail("date", year) for year in _years(facts, other)]
    found += [
        Detail("place" if name.is_place else "name", name.shown)
        for name in facts.names
        if not is_mentioned(name, other.words)
    ]
    unique = {words.text_of(detail.shown): detail for detail in reversed(found)}.values()
    left = [
        detail
        for detail in unique
        if facts.reported.isdisjoint(detail.shown)
        and not any(detail is not larger and detail.is_within(larger.shown) for larger in unique)
    ]
    return sorted(left, key=lambda detail: detail.shown.start)


def _years(facts: Facts, other: Facts) -> Iterator[range]:
    """Yield the years of days that the other sentence names without any year: only the days are the same."""
    if any(date.year for date in other.dates):
        return
    for date in facts.dates:
        year = year_of_day(facts.words, date)
        if year and any(same_date(date, each) for each in other.dates):
            facts.reported.difference_update(year)
            yield year


def _in_place(
    pair: SentencePair, details_a: Sequence[Detail], details_b: Sequence[Detail]
) -> Iterator[tuple[Detail, Detail]]:
    """Yield the names and places of which one stands where the other stood."""
    for stretch_a, stretch_b in changed_stretches(pair.a.words, pair.b.words):
        here_a = [detail for detail in details_a if detail.is_within(stretch_a)]
        here_b = [detail for detail in details_b if detail.is_within(stretch_b)]
        if len(here_a) == len(here_b) == 1 and {here_a[0].about, here_b[0].about} <= {"name", "place"}:
            yield here_a[0], here_b[0]
