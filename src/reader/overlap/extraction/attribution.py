"""Find who says the quotation in a sentence, and with which verb; compare the quotations of two sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, Literal

from reader.overlap.extraction.quotes import split_at_quotes
from reader.text.en.grammar import DETERMINERS
from reader.text.en.speech import (
    ANONYMOUS,
    BEFORE_PARTICIPLES,
    CIRCUMSTANCES,
    DESCRIBING,
    NEUTRAL,
    OFFICES,
    REPORTING,
    SIDELESS,
    SPEAKER_PRONOUNS,
    TITLES,
)
from reader.text.en.stopwords import STOPWORDS
from reader.text.ngrams import RUN_LENGTH, shared_runs
from reader.text.tokenized import TokenizedSentence

WHOLE: Final = 0.8  # part of a quotation that the other sentence must have
LONGEST: Final = 10  # words of a speaker, at most, with everything that describes them
BESIDE: Final = 6  # words between a verb and the quotation after it, at most
_APPOSITION: Final = frozenset({"who", "which", "whose", "a", "an", "the", "aged"})
"""First words of what describes a speaker: "Ada Brill, a baker, said"."""
_IN_NAME: Final = TITLES | {"of"}  # in the name of a speaker: "the head of the Mr Fish chain"
_UNNAMED: Final = SPEAKER_PRONOUNS | DETERMINERS  # first words of a speaker without a name
_SET_OFF: Final = frozenset(",.!?…")  # marks at the end of a quotation that make it speech: “No,” she said


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says the quotation in a sentence; words are given as ranges of their numbers."""

    words: TokenizedSentence
    speaker: range
    verb: range

    @property
    def speaker_forms(self) -> frozenset[str]:
        """The words of the speaker in normal form."""
        return frozenset(self.words.forms[word] for word in self.speaker)

    @property
    def is_pronoun(self) -> bool:
        """Whether the speaker is only "she"."""
        return not self.speaker_forms.isdisjoint(SPEAKER_PRONOUNS)


def share_quotation(a: TokenizedSentence, b: TokenizedSentence) -> bool:
    """Whether two sentences have a quotation in common, in whole or nearly; a short one must be speech."""
    return share_long_quotation(a, b) or not _speech(a).isdisjoint(_speech(b))


def share_long_quotation(a: TokenizedSentence, b: TokenizedSentence) -> bool:
    """Whether one sentence has, in whole or nearly, a quotation of the other of more than a word or two."""
    quotations = [(other, quotation) for one, other in ((a, b), (b, a)) for quotation in _quotations(one)]
    return any(_contains(other.forms, quotation) for other, quotation in quotations)


def quote_related_speech(a: TokenizedSentence, b: TokenizedSentence) -> bool:
    """Whether both sentences quote speech, right beside its speaker, with content words in common."""
    pairs = product(_quotations(a), _quotations(b))
    related = any(not set(one) & set(other) <= STOPWORDS for one, other in pairs)
    return related and _quotes_speech(a) and _quotes_speech(b)


@lru_cache(maxsize=4096)
def find_attribution(words: TokenizedSentence) -> Attribution | None:
    """Return who says the longest quotation in a sentence; None if the sentence does not say."""
    found = [each for stretch in _stretches(words, quoted=False) for each in _attributions(words, stretch)]
    quotation = _longest_quotation(words)

    def distance(attribution: Attribution) -> int:
        verb = attribution.verb.start
        if not quotation:
            return verb
        if verb < quotation.start:
            return quotation.start - verb
        set_off = not _SET_OFF.isdisjoint(words.gap_before(quotation.stop))
        # Without a mark between them, a verb after a quotation is not its own: it comes last.
        return verb - quotation.stop + (0 if set_off else len(words))

    return min(found, key=distance, default=None)


def mentions_somebody(words: TokenizedSentence) -> bool:
    """Whether the words outside the quotations name somebody, who may be a speaker with an unknown verb."""
    unquoted = [word for stretch in _stretches(words, quoted=False) for word in stretch]
    if unquoted and _is_name(words, unquoted[0]):
        return True
    inside = [word for word in unquoted if word and words.is_capitalized(word)]
    return not {words.form(word) for word in inside} <= STOPWORDS - SPEAKER_PRONOUNS


def compare_speakers(a: Attribution, b: Attribution) -> Literal["same", "other", "unsure"]:
    """Tell whether two speakers are one person.

    A "she" can be anybody with a name. Two names are of one person if the surname is the same. Whether "the
    mayor" is Ada Brill, two sentences do not tell.
    """
    if a.is_pronoun or b.is_pronoun:
        anonymous = not ANONYMOUS.isdisjoint(a.speaker_forms | b.speaker_forms)
        return "other" if anonymous and a.speaker_forms != b.speaker_forms else "same"
    names_a, names_b = _names(a), _names(b)
    if names_a and names_b:
        return "same" if any(_is_one_name(x, y) for x in names_a for y in names_b) else "other"
    return "same" if _distinguishing_stems(a) & _distinguishing_stems(b) else "unsure"


def same_stance(a: Attribution, b: Attribution) -> bool:
    """Whether two verbs take the same side: "said" and "told" do, "said" and "claimed" do not."""
    verbs = {each.words.forms[each.verb[0]] for each in (a, b)}
    return len(verbs) == 1 or verbs <= NEUTRAL | SIDELESS


def _stretches(words: TokenizedSentence, *, quoted: bool) -> list[range]:
    """Return the stretches of words inside quotation marks, or those outside."""
    stretches = split_at_quotes(words.text)
    found = [words.words_within(start, end) for start, end, inside in stretches if inside == quoted]
    return [stretch for stretch in found if stretch]


@lru_cache(maxsize=4096)
def _quotations(words: TokenizedSentence) -> list[tuple[str, ...]]:
    return [words.forms[each.start : each.stop] for each in _stretches(words, quoted=True)]


def _longest_quotation(words: TokenizedSentence) -> range:
    return max(_stretches(words, quoted=True), key=len, default=range(0))


@lru_cache(maxsize=4096)
def _speech(words: TokenizedSentence) -> frozenset[tuple[str, ...]]:
    """Return what is quoted as speech, by the mark or the verb beside it: “No,” she said; not “deal”."""
    text = words.text
    return frozenset(
        words.forms[quotation.start : quotation.stop]
        for start, end, quoted in split_at_quotes(text)
        if quoted
        and (quotation := words.words_within(start, end))
        and (
            text[start:end].rstrip()[-1:] in _SET_OFF
            or text[: start - 1].rstrip()[-1:] in {",", ":"}
            or words.form(quotation.start - 1) in DESCRIBING
        )
    )


def _contains(forms: Sequence[str], quotation: Sequence[str]) -> bool:
    """Whether a sentence has a quotation, in whole or nearly; one content word is not enough."""
    if len(quotation) >= RUN_LENGTH:
        return sum(last - first for first, last in shared_runs(quotation, forms)) >= WHOLE * len(quotation)
    return len(set(quotation) - STOPWORDS) > 1 and f" {' '.join(quotation)} " in f" {' '.join(forms)} "


def _quotes_speech(words: TokenizedSentence) -> bool:
    """Whether a sentence quotes at some length and has a verb of saying near the quotation."""
    attribution, quotation = find_attribution(words), _longest_quotation(words)
    if attribution is None or len(quotation) < RUN_LENGTH:
        return False
    verb = attribution.verb.start
    near = 0 < quotation.start - verb <= BESIDE or 0 <= verb - quotation.stop <= LONGEST
    return near and words.form(verb) in REPORTING


def _attributions(words: TokenizedSentence, stretch: range) -> Iterator[Attribution]:
    """Yield every verb with its speaker in a stretch of words outside quotation marks."""
    for word in stretch:
        if _attributes(words, word):
            verb = range(word, word + 1)
            # "said Ada Brill" only right after the quotation; elsewhere the speaker stands before the verb.
            after = _speaker_after(words, word + 1, stretch) if word == stretch[0] else None
            speaker = after or _speaker_before(words, word, stretch)
        elif _leads_to_speaker(words, word, stretch):
            verb = range(max(word - 1, stretch[0]), word + 1)
            speaker = _speaker_after(words, word + 1, stretch)
        else:
            continue
        if speaker:
            yield Attribution(words, speaker, verb)


def _attributes(words: TokenizedSentence, word: int) -> bool:
    """Whether a word attributes the quotation, unlike "who asked not to be named", "announcing the news"."""
    form = words.form(word)
    says = form in REPORTING or form in DESCRIBING or (form == "put" and words.form(word + 1) == "it")
    return says and not form.endswith("ing") and words.form(word - 1) not in BEFORE_PARTICIPLES


def _leads_to_speaker(words: TokenizedSentence, word: int, stretch: range) -> bool:
    """Whether the speaker follows: "according to", "in the words of", "was described by"."""
    before, form = words.form(word - 1), words.form(word)
    if word - 1 not in stretch:
        return form == "by" and not DESCRIBING.isdisjoint(words.forms[:word])
    passive = form == "by" and (before in REPORTING or before in DESCRIBING)
    return passive or (before, form) in {("according", "to"), ("words", "of")}


def _speaker_before(words: TokenizedSentence, verb: int, stretch: range) -> range:
    """Return the speaker before a verb: Ada Brill in "when asked, Ada Brill, a baker, later said"."""
    last = verb - 1
    while last >= stretch[0] and words.form(last) in CIRCUMSTANCES:
        last -= 1
    cuts = [
        word
        for word in range(stretch[0] + 1, last + 1)
        if words.gap_before(word).strip() in {",", ";", ":", "."}
        and words.form(word - 1) not in TITLES | OFFICES
    ]
    parts = [range(a, b) for a, b in zip([stretch[0], *cuts], [*cuts, last + 1], strict=True)]
    closed = any("," in words.gap_before(word) for word in range(last + 1, verb + 1))
    while closed and len(parts) > 1 and words.form(parts[-1][0]) in _APPOSITION:
        parts.pop()
    if closed and len(parts) > 1 and parts[-2][-1] - parts[-2][0] < LONGEST // 2:
        return range(parts[-2][0], parts[-1][-1] + 1)
    return parts[-1] if len(parts[-1]) <= LONGEST else range(0)


def _speaker_after(words: TokenizedSentence, first: int, stretch: range) -> range:
    """Return the speaker that begins at a word, and the name after it: "the mayor, Ada Brill"."""
    if first not in stretch or words.gap_before(first) != " ":
        return range(0)
    stop = _end_of_speaker(words, first, stretch)
    named = any(words.is_capitalized(word) for word in range(first, stop))
    if not named and stop in stretch and words.gap_before(stop) == ", " and words.is_capitalized(stop):
        end = _end_of_speaker(words, stop, stretch)
        stop = end if all(words.is_capitalized(word) for word in range(stop, end)) else stop
    return range(first, stop) if named or words.form(first) in _UNNAMED else range(0)


def _end_of_speaker(words: TokenizedSentence, first: int, stretch: range) -> int:
    """Return the first word after a speaker: "on" in "said Ada Brill on Friday"."""
    ends = STOPWORDS - _IN_NAME
    stop = first + 1
    while stop in stretch and words.gap_before(stop) in {" ", "-", ". "} and words.form(stop) not in ends:
        stop += 1
    return stop


def _distinguishing_stems(attribution: Attribution) -> frozenset[str]:
    """Return the stems that tell one speaker from another: those of an office only if there is no name."""
    words = attribution.words
    speaker = [word for word in attribution.speaker if words.form(word) not in STOPWORDS]
    speaker = [word for word in speaker if not words.form(word).endswith("'s")] or speaker
    names = [word for word in speaker if words.form(word) not in OFFICES]
    return frozenset(words.stems[word] for word in names or speaker)


def _is_name(words: TokenizedSentence, word: int) -> bool:
    form = words.form(word)
    return words.is_capitalized(word) and form not in OFFICES | STOPWORDS and not form.endswith("'s")


def _names(attribution: Attribution) -> list[tuple[str, ...]]:
    """Return the names of a speaker: words with capitals in a row, without offices and places."""
    words = attribution.words
    found: list[list[str]] = [[]]
    for word in attribution.speaker:
        if _is_name(words, word) and words.form(word - 1) not in {"of", "in", "from", "at"}:
            found[-1].append(words.forms[word])
        elif found[-1]:
            found.append([])
    return [tuple(name) for name in found if name]


def _is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the surname is the same, or one name is a single word of the other."""
    shorter, longer = sorted((one, other), key=len)
    return one[-1] == other[-1] or (len(shorter) == 1 and shorter[0] in longer)
