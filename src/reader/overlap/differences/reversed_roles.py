"""Who does what to whom, as far as the order of words tells: to see where two sentences turn it round."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.text.en.calendar_words import WEEKDAYS
from reader.text.en.speech import SAYING
from reader.text.en.stopwords import STOPWORDS
from reader.text.en.word_forms import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.text.tokenized import TokenizedSentence

NEAR: Final = 5
"""Words beside a verb among which is who does it, and to whom."""
BEING: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
CASES: Final = {"him": "he", "her": "she", "them": "they", "me": "i", "us": "we"}
"""Pronouns as they stand behind a verb."""
ARTICLES: Final = frozenset({"a", "an", "the"})
LATER: Final = frozenset(
    {"on", "in", "at", "over", "for", "after", "with", "from", "during", "as", "when", "while"}
)
"""Words behind a verb with which something else begins."""
ENDINGS: Final = ("ed", "es", "s")
"""Of verbs; those without are known one by one."""

UNCHANGED: Final = frozenset({"hit", "hurt", "beat", "beaten", "cut", "bit", "met", "led", "shot"})
"""Verbs whose past has no ending, beside those that are listed elsewhere."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the words on both sides."""

    verb: str
    """Its family."""
    doer: frozenset[str]
    """Families of the words that tell who does it."""
    done_to: frozenset[str]
    shown: range

    def turned(self, other: Deed) -> bool:
        """Whether each side stands where the other stood."""
        return (
            self.verb == other.verb
            and not self.doer.isdisjoint(other.done_to)
            and not self.done_to.isdisjoint(other.doer)
            and self.doer.isdisjoint(other.doer)
        )


def turned_round(a: TokenizedSentence, b: TokenizedSentence) -> tuple[range, range] | None:
    """Give where the sentences say the same of each other's doers: "Pell beat Lennet", "Lennet beat Pell".

    A passive is read as what it says: "Lennet was beaten by Pell" turns nothing round.
    """
    ones, others = _deeds(a), _deeds(b)
    found = [
        (one.shown, other.shown)
        for one in ones
        for other in others
        if one.turned(other) and not _said(one, others) and not _said(other, ones)
    ]
    return found[0] if found else None


def _said(deed: Deed, deeds: Sequence[Deed]) -> bool:
    """Whether one of these is the same deed by the same."""
    return any(
        deed.verb == other.verb
        and not deed.doer.isdisjoint(other.doer)
        and not deed.done_to.isdisjoint(other.done_to)
        for other in deeds
    )


@lru_cache(maxsize=4096)
def _deeds(words: TokenizedSentence) -> tuple[Deed, ...]:
    return tuple(_found(words))


def _found(words: TokenizedSentence) -> Iterator[Deed]:
    for word in range(1, len(words) - 1):
        if not _is_verb(words, word):
            continue
        passive = words.form(word - 1) in BEING and words.form(word + 1) == "by"
        before, behind = _beside(words, word, -1), _beside(words, word, 1)
        one, other = _families(words, before), _families(words, behind)
        if one and other and one.isdisjoint(other):
            first = before[-1] - (words.form(before[-1] - 1) in ARTICLES)
            shown = range(first, behind[-1] + 1)
            yield Deed(words.stems[word], *((other, one) if passive else (one, other)), shown)


def _is_verb(words: TokenizedSentence, word: int) -> bool:
    form = words.form(word)
    if words.capital(word) or form in STOPWORDS or not form.isalpha():
        return False
    return form.endswith(ENDINGS) or form in IRREGULAR or form in UNCHANGED or form in SAYING


def _beside(words: TokenizedSentence, verb: int, step: int) -> list[int]:
    """The words on one side of a verb, outwards, up to a comma, another verb's helper or the end."""
    found: list[int] = []
    word = verb + step
    while 0 <= word < len(words) and len(found) < NEAR:
        stopped = words.before(word if step > 0 else word + 1).strip()
        if stopped or (step > 0 and words.form(word) in LATER):
            break
        found.append(word)
        word += step
    while found and not _tells(words, found[-1]):
        found.pop()
    return found


def _tells(words: TokenizedSentence, word: int) -> bool:
    form = words.form(word)
    return _is_us(words, word) or form in {*CASES, *CASES.values()} or form not in STOPWORDS | WEEKDAYS


def _is_us(words: TokenizedSentence, word: int) -> bool:
    """The country."""
    return words.form(word) == "us" and words.capital(word)


def _families(words: TokenizedSentence, places: Sequence[int]) -> frozenset[str]:
    return frozenset(
        "us" if _is_us(words, word) else CASES.get(words.forms[word], _family(words, word))
        for word in places
        if _tells(words, word)
    )


def _family(words: TokenizedSentence, word: int) -> str:
    return words.stems[word].removesuffix("'s")
