"""Who says a quotation, and with which verb it is framed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.overlap.copying import RUN, runs
from reader.overlap.lexicon import FORMULA, STOP, TITLES
from reader.overlap.speech import stretches
from reader.overlap.vocabulary import ANONYMOUS, NEUTRAL, OFFICES, PRONOUNS, REPORTING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.overlap.wording import Wording

WHOLE: Final = 0.8
"""Part of a quotation that the other sentence must have."""
LONGEST: Final = 10
"""Words of a speaker, at most, with all that is said of them."""

CIRCUMSTANCES: Final = (STOP | FORMULA) - PRONOUNS - {"spokesman", "spokeswoman", "spokesperson", "statement"}
"""Words between a speaker and the verb: "Ada Brill has since said"."""
TELLING_MORE: Final = frozenset({"who", "which", "whose", "a", "an", "the", "aged"})
"""Words with which something more is told of a speaker: "Ada Brill, a baker, said"."""
INSIDE: Final = TITLES | {"of"}
"""Small words inside the name of a speaker: "said the head of the Mr Fish chain"."""
BEFORE_PARTICIPLES: Final = frozenset({"who", "which", "was", "were", "being", "been", "be", "is", "to"})
"""Behind these a verb of saying tells of the speaker or of something else."""

_SET_OFF: Final = frozenset(",.!?…")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a quotation: who says it, and the verb."""

    speaker: range
    verb: range


def quotes_the_same(a: Wording, b: Wording) -> bool:
    """Whether the sentences share a quotation, in whole or nearly; a short one must be speech."""
    return quotes_at_length(a, b) or not _said(a).isdisjoint(_said(b))


def quotes_at_length(a: Wording, b: Wording) -> bool:
    """Whether they share more than a few words."""
    return any(_quoted_in(one, other) for one, other in ((a, b), (b, a)))


def frame(words: Wording) -> Frame | None:
    """Give who says the quotation in a sentence; None where that is not said."""
    return next(_frames(words), None)


def same_speaker(a: Wording, one: Frame, b: Wording, other: Frame) -> bool:
    """Whether the speakers may be one person: a name is shared, or one is only "she"."""
    names = _who(a, one), _who(b, other)
    if is_pronoun(a, one) or is_pronoun(b, other):
        return not any(who & ANONYMOUS for who in names) or names[0] == names[1]
    return bool(_telling(a, one) & _telling(b, other))


def is_pronoun(words: Wording, framing: Frame) -> bool:
    """Whether the speaker is only "she"."""
    return not _who(words, framing).isdisjoint(PRONOUNS)


def same_verb(a: Wording, one: Frame, b: Wording, other: Frame) -> bool:
    """Whether both verbs take the same side: "said" and "told", but not "said" and "claimed"."""
    verbs = {a.forms[one.verb[0]], b.forms[other.verb[0]]}
    return len(verbs) == 1 or verbs <= NEUTRAL


def _quoted_in(one: Wording, other: Wording) -> bool:
    return any(_contains(other.forms, said) for said in _quotations(one))


@lru_cache(maxsize=4096)
def _quotations(words: Wording) -> list[tuple[str, ...]]:
    """What a sentence quotes, in normal form."""
    quoted = [words.within(start, end) for start, end, quoted in stretches(words.text) if quoted]
    return [words.forms[said.start : said.stop] for said in quoted if said]


@lru_cache(maxsize=4096)
def _said(words: Wording) -> frozenset[tuple[str, ...]]:
    """What is quoted as speech, set off by a comma or a colon: “No,” she said; not “deal”."""
    text = words.text
    return frozenset(
        words.forms[said.start : said.stop]
        for start, end, quoted in stretches(text)
        if quoted
        and (said := words.within(start, end))
        and (text[start:end].rstrip()[-1:] in _SET_OFF or text[: start - 1].rstrip()[-1:] in {",", ":"})
    )


def _contains(forms: Sequence[str], quotation: Sequence[str]) -> bool:
    """Whether a sentence has a quotation, in whole or nearly; a word or two are no quotation."""
    if len(quotation) >= RUN:
        return sum(last - first for first, last in runs(quotation, forms)) >= WHOLE * len(quotation)
    return len(set(quotation) - STOP) > 1 and f" {' '.join(quotation)} " in f" {' '.join(forms)} "


def _frames(words: Wording) -> Iterator[Frame]:
    for start, end, quoted in stretches(words.text):
        around = range(0) if quoted else words.within(start, end)
        for word in around:
            if _frames_it(words, word):
                behind = _behind(words, word, around)
                speaker = behind or _before(words, word, around)
                if speaker:
                    yield Frame(speaker, range(word, word + 1))


def _frames_it(words: Wording, word: int) -> bool:
    """Whether the word is a verb of saying, not "who asked not to be named" or "announcing the news"."""
    form = words.form(word)
    return form in REPORTING and not form.endswith("ing") and words.form(word - 1) not in BEFORE_PARTICIPLES


def _before(words: Wording, verb: int, around: range) -> range:
    """As in "Ada Brill, a baker, later said" and "Asked about it, Ada Brill said"."""
    last = verb - 1
    while last >= around[0] and words.form(last) in CIRCUMSTANCES:
        last -= 1
    cuts = [
        word
        for word in range(around[0] + 1, last + 1)
        if words.before(word).strip() in {",", ";", ":", "."} and words.form(word - 1) not in TITLES | OFFICES
    ]
    chunks = [range(a, b) for a, b in zip([around[0], *cuts], [*cuts, last + 1], strict=True)]
    closed = "," in words.before(last + 1)
    while closed and len(chunks) > 1 and words.form(chunks[-1][0]) in TELLING_MORE:
        chunks.pop()
    if closed and len(chunks) > 1 and chunks[-2][-1] - chunks[-2][0] < LONGEST // 2:
        return range(chunks[-2][0], chunks[-1][-1] + 1)
    return chunks[-1] if chunks and len(chunks[-1]) <= LONGEST else range(0)


def _behind(words: Wording, verb: int, around: range) -> range:
    """As in "said Ada Brill, a baker": only where the frame begins with the verb."""
    first = verb + 1
    if verb != around[0] or first not in around or words.before(first) != " ":
        return range(0)
    last = first
    while last + 1 in around and words.before(last + 1) in {" ", "-", ". "} and not _ends(words, last + 1):
        last += 1
    named = any(words.capital(word) for word in range(first, last + 1))
    return range(first, last + 1) if named or words.form(first) in STOP else range(0)


def _ends(words: Wording, word: int) -> bool:
    """Where the speaker ends and the circumstances begin: "said Ada Brill on Friday"."""
    return words.form(word) in STOP - INSIDE


def _who(words: Wording, framing: Frame) -> frozenset[str]:
    return frozenset(words.forms[word] for word in framing.speaker)


def _telling(words: Wording, framing: Frame) -> frozenset[str]:
    """The words that tell one speaker from another; an office only where there is no name."""
    speaker = [word for word in framing.speaker if words.form(word) not in STOP]
    speaker = [word for word in speaker if not words.form(word).endswith("'s")] or speaker
    names = [word for word in speaker if words.form(word) not in OFFICES]
    return frozenset(words.terms[word] for word in names or speaker)
