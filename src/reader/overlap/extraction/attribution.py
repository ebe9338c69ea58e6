"""Who says a quotation, and with which verb it is framed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from reader.overlap.extraction.quotes import split_at_quotes
from reader.text.en.speech import ANONYMOUS, DESCRIBING, NEUTRAL, OFFICES, REPORTING, SPEAKER_PRONOUNS, TITLES
from reader.text.en.stopwords import NEWS_FORMULA, STOPWORDS
from reader.text.ngrams import RUN_LENGTH, shared_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.text.tokenized import TokenizedSentence

WHOLE: Final = 0.8
"""Part of a quotation that the other sentence must have."""
LONGEST: Final = 10
"""Words of a speaker, at most, with all that is said of them."""

BESIDE: Final = 6
"""Words between a verb and the quotation that it leads to, at most."""
ALIKE: Final = 1
"""Telling words that two quotations have in common, at least, to be set side by side."""

CIRCUMSTANCES: Final = (
    (STOPWORDS | NEWS_FORMULA) - SPEAKER_PRONOUNS - {"spokesman", "spokeswoman", "spokesperson", "statement"}
)
"""Words between a speaker and the verb: "Ada Brill has since said"."""
TELLING_MORE: Final = frozenset({"who", "which", "whose", "a", "an", "the", "aged"})
"""Words with which something more is told of a speaker: "Ada Brill, a baker, said"."""
INSIDE: Final = TITLES | {"of"}
"""Small words inside the name of a speaker: "said the head of the Mr Fish chain"."""
DETERMINERS: Final = SPEAKER_PRONOUNS | frozenset("the a an its his her their our one another some".split())  # noqa: SIM905
"""With these a speaker begins who is not named."""
BEFORE_PARTICIPLES: Final = frozenset({"who", "which", "was", "were", "being", "been", "be", "is", "to"})
"""Behind these a verb of saying tells of the speaker or of something else."""
SIDELESS: Final = frozenset("described describes called calls spoke speaks put according words by".split())  # noqa: SIM905
"""Verbs, and words before a speaker, that take no side either."""

_SET_OFF: Final = frozenset(",.!?…")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a quotation: who says it, and the verb."""

    speaker: range
    verb: range


def quotes_the_same(a: TokenizedSentence, b: TokenizedSentence) -> bool:
    """Whether the sentences share a quotation, in whole or nearly; a short one must be speech."""
    return quotes_at_length(a, b) or not _said(a).isdisjoint(_said(b))


def quotes_at_length(a: TokenizedSentence, b: TokenizedSentence) -> bool:
    """Whether they share more than a few words."""
    return any(_quoted_in(one, other) for one, other in ((a, b), (b, a)))


@lru_cache(maxsize=4096)
def frame(words: TokenizedSentence) -> Frame | None:
    """Give who says the quotation in a sentence; None where that is not said."""
    return next(_frames(words), None)


def names_anyone(words: TokenizedSentence) -> bool:
    """Whether somebody is named outside the quotations, who may have said them in words we do not know."""
    return any(
        word and words.capital(word) and words.form(word) not in STOPWORDS - SPEAKER_PRONOUNS
        for start, end, quoted in split_at_quotes(words.text)
        if not quoted
        for word in words.within(start, end)
    ) or any(_is_name(words, word) for word in _unquoted(words)[:1])


def quotes_otherwise(a: TokenizedSentence, b: TokenizedSentence) -> bool:
    """Whether both sentences give speech, not the same but like it, each right beside who says it."""
    alike = any(
        len((set(one) & set(other)) - STOPWORDS) >= ALIKE
        for one in _quotations(a)
        for other in _quotations(b)
    )
    return alike and _gives_speech(a) and _gives_speech(b)


def _gives_speech(words: TokenizedSentence) -> bool:
    framing = frame(words)
    longest = max(_quoted(words), key=len, default=range(0))
    if framing is None or len(longest) < RUN_LENGTH or words.form(framing.verb[0]) not in REPORTING:
        return False
    before, behind = longest.start - framing.verb.start, framing.verb.start - longest.stop
    return 0 < before <= BESIDE or 0 <= behind <= LONGEST


def likeness(
    a: TokenizedSentence, one: Frame, b: TokenizedSentence, other: Frame
) -> Literal["same", "other", "unsure"]:
    """Tell whether the speakers are one: two names are of one person where the surname is the same.

    A "she" may be anybody; "the mayor" may be Ada Brill, for all that two sentences tell.
    """
    speakers = _who(a, one), _who(b, other)
    if is_pronoun(a, one) or is_pronoun(b, other):
        nameless = any(who & ANONYMOUS for who in speakers)
        return "other" if nameless and speakers[0] != speakers[1] else "same"
    names, others = _people(a, one), _people(b, other)
    if names and others:
        return "same" if any(_one_name(x, y) for x in names for y in others) else "other"
    return "same" if _telling(a, one) & _telling(b, other) else "unsure"


def is_pronoun(words: TokenizedSentence, framing: Frame) -> bool:
    """Whether the speaker is only "she"."""
    return not _who(words, framing).isdisjoint(SPEAKER_PRONOUNS)


def same_verb(a: TokenizedSentence, one: Frame, b: TokenizedSentence, other: Frame) -> bool:
    """Whether both verbs take the same side: "said" and "told", but not "said" and "claimed"."""
    verbs = {a.forms[one.verb[0]], b.forms[other.verb[0]]}
    return len(verbs) == 1 or verbs <= NEUTRAL | SIDELESS


def _quoted_in(one: TokenizedSentence, other: TokenizedSentence) -> bool:
    return any(_contains(other.forms, said) for said in _quotations(one))


@lru_cache(maxsize=4096)
def _quotations(words: TokenizedSentence) -> list[tuple[str, ...]]:
    """What a sentence quotes, in normal form."""
    quoted = [words.within(start, end) for start, end, quoted in split_at_quotes(words.text) if quoted]
    return [words.forms[said.start : said.stop] for said in quoted if said]


@lru_cache(maxsize=4096)
def _said(words: TokenizedSentence) -> frozenset[tuple[str, ...]]:
    """What is quoted as speech, set off by a comma or a colon, or described: “No,” she said; not “deal”."""
    text = words.text
    return frozenset(
        words.forms[said.start : said.stop]
        for start, end, quoted in split_at_quotes(text)
        if quoted
        and (said := words.within(start, end))
        and (
            text[start:end].rstrip()[-1:] in _SET_OFF
            or text[: start - 1].rstrip()[-1:] in {",", ":"}
            or words.form(said.start - 1) in DESCRIBING
        )
    )


def _contains(forms: Sequence[str], quotation: Sequence[str]) -> bool:
    """Whether a sentence has a quotation, in whole or nearly; a word or two are no quotation."""
    if len(quotation) >= RUN_LENGTH:
        return sum(last - first for first, last in shared_runs(quotation, forms)) >= WHOLE * len(quotation)
    return len(set(quotation) - STOPWORDS) > 1 and f" {' '.join(quotation)} " in f" {' '.join(forms)} "


def _frames(words: TokenizedSentence) -> Iterator[Frame]:
    """Those behind a quotation that is set off first, then from the quotation backwards, then any other."""
    found = [framing for stretch in _around(words) for framing in _framing(words, stretch)]
    longest = max(_quoted(words), key=len, default=range(0))
    yield from sorted(found, key=lambda framing: _distance(words, framing, longest))


def _quoted(words: TokenizedSentence) -> list[range]:
    """The stretches of words that are quoted."""
    found = (words.within(start, end) for start, end, quoted in split_at_quotes(words.text) if quoted)
    return [span for span in found if span]


def _around(words: TokenizedSentence) -> list[range]:
    """The stretches of words that are not quoted."""
    return [words.within(start, end) for start, end, quoted in split_at_quotes(words.text) if not quoted]


def _unquoted(words: TokenizedSentence) -> list[int]:
    return [word for stretch in _around(words) for word in stretch]


def _distance(words: TokenizedSentence, framing: Frame, quotation: range) -> int:
    """How far a verb is from the quotation; one behind it is its own only where a comma sets it off."""
    if not quotation:
        return framing.verb.start
    if framing.verb.start < quotation.start:
        return quotation.start - framing.verb.start
    set_off = not _SET_OFF.isdisjoint(words.before(quotation.stop))
    return framing.verb.start - quotation.stop + (0 if set_off else len(words))


def _framing(words: TokenizedSentence, around: range) -> Iterator[Frame]:
    for word in around:
        if _frames_it(words, word):
            verb = range(word, word + 1)
            speaker = _behind(words, word, around) or _before(words, word, around)
        elif _leads_to_speaker(words, word, around):
            verb, speaker = range(max(word - 1, around[0]), word + 1), _named_behind(words, word + 1, around)
        else:
            continue
        if speaker:
            yield Frame(speaker, verb)


def _frames_it(words: TokenizedSentence, word: int) -> bool:
    """Whether the word is a verb of saying, not "who asked not to be named" or "announcing the news"."""
    form = words.form(word)
    says = form in REPORTING or form in DESCRIBING or (form == "put" and words.form(word + 1) == "it")
    return says and not form.endswith("ing") and words.form(word - 1) not in BEFORE_PARTICIPLES


def _leads_to_speaker(words: TokenizedSentence, word: int, around: range) -> bool:
    """As in "according to Ada Brill", "in the words of Ada Brill", "was described by Ada Brill as"."""
    before, form = words.form(word - 1), words.form(word)
    if word - 1 not in around:
        return form == "by" and not DESCRIBING.isdisjoint(words.forms[:word])
    passive = form == "by" and (before in REPORTING or before in DESCRIBING)
    return passive or (before, form) in {("according", "to"), ("words", "of")}


def _before(words: TokenizedSentence, verb: int, around: range) -> range:
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
    closed = any("," in words.before(word) for word in range(last + 1, verb + 1))
    while closed and len(chunks) > 1 and words.form(chunks[-1][0]) in TELLING_MORE:
        chunks.pop()
    if closed and len(chunks) > 1 and chunks[-2][-1] - chunks[-2][0] < LONGEST // 2:
        return range(chunks[-2][0], chunks[-1][-1] + 1)
    return chunks[-1] if chunks and len(chunks[-1]) <= LONGEST else range(0)


def _behind(words: TokenizedSentence, verb: int, around: range) -> range:
    """As in "said Ada Brill, a baker": only where the frame begins with the verb."""
    return _named_behind(words, verb + 1, around) if verb == around[0] else range(0)


def _named_behind(words: TokenizedSentence, first: int, around: range) -> range:
    """The speaker that begins at a word, and the name behind it: "the mayor, Ada Brill"."""
    if first not in around or words.before(first) != " ":
        return range(0)
    stop = _chunk_end(words, first, around)
    named = any(words.capital(word) for word in range(first, stop))
    if not named and stop in around and words.before(stop) == ", " and words.capital(stop):
        behind = _chunk_end(words, stop, around)
        stop = behind if all(words.capital(word) for word in range(stop, behind)) else stop
    return range(first, stop) if named or words.form(first) in DETERMINERS else range(0)


def _chunk_end(words: TokenizedSentence, first: int, around: range) -> int:
    last = first
    while last + 1 in around and words.before(last + 1) in {" ", "-", ". "} and not _ends(words, last + 1):
        last += 1
    return last + 1


def _ends(words: TokenizedSentence, word: int) -> bool:
    """Where the speaker ends and the circumstances begin: "said Ada Brill on Friday"."""
    return words.form(word) in STOPWORDS - INSIDE


def _who(words: TokenizedSentence, framing: Frame) -> frozenset[str]:
    return frozenset(words.forms[word] for word in framing.speaker)


def _telling(words: TokenizedSentence, framing: Frame) -> frozenset[str]:
    """The words that tell one speaker from another; an office only where there is no name."""
    speaker = [word for word in framing.speaker if words.form(word) not in STOPWORDS]
    speaker = [word for word in speaker if not words.form(word).endswith("'s")] or speaker
    names = [word for word in speaker if words.form(word) not in OFFICES]
    return frozenset(words.stems[word] for word in names or speaker)


def _is_name(words: TokenizedSentence, word: int) -> bool:
    form = words.form(word)
    return words.capital(word) and form not in OFFICES | STOPWORDS and not form.endswith("'s")


def _people(words: TokenizedSentence, framing: Frame) -> list[tuple[str, ...]]:
    """The names of a speaker: words with capitals in a row, without what holds an office or a place."""
    found: list[list[str]] = [[]]
    for word in framing.speaker:
        placed = words.form(word - 1) in {"of", "in", "from", "at"}
        if _is_name(words, word) and not placed:
            found[-1].append(words.forms[word])
        elif found[-1]:
            found.append([])
    return [tuple(name) for name in found if name]


def _one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the surname is the same, or one is a part of the other."""
    shorter, longer = sorted((one, other), key=len)
    return one[-1] == other[-1] or (len(shorter) == 1 and shorter[0] in longer)
