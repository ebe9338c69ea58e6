"""Reversed roles: one sentence says that A did something to B, the other that B did it to A."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reader.overlap.differences.difference import Difference
from reader.overlap.differences.facts import SentencePair
from reader.text.en.calendar_words import WEEKDAYS
from reader.text.en.grammar import ADVERBIAL, ARTICLES, BEING, OBJECT_PRONOUNS
from reader.text.en.speech import SAYING
from reader.text.en.stopwords import STOPWORDS
from reader.text.en.word_forms import IRREGULAR, UNCHANGED
from reader.text.tokenized import TokenizedSentence

NEAR: Final = 5  # words on each side of a verb that are searched for its agent and its patient
VERB_ENDINGS: Final = ("ed", "es", "s")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with its agent, who does it, and its patient, to whom it is done; all of them stems."""

    verb: str
    agent: frozenset[str]
    patient: frozenset[str]
    shown: range  # the words from the agent to the patient


def find_reversed_roles(pair: SentencePair) -> Iterator[Difference]:
    """Yield the first place where roles are reversed: "Pell beat Lennet" and "Lennet beat Pell".

    A passive is read for what it means: "Lennet was beaten by Pell" reverses nothing.
    """
    ones, others = _predicates(pair.a.words), _predicates(pair.b.words)
    for one in ones:
        for other in others:
            if _is_reversal(one, other) and not _is_among(one, others) and not _is_among(other, ones):
                yield pair.report("replaced", one.shown, other.shown, "roles")
                return


def _is_reversal(one: Predicate, other: Predicate) -> bool:
    return (
        one.verb == other.verb
        and not one.agent.isdisjoint(other.patient)
        and not one.patient.isdisjoint(other.agent)
        and one.agent.isdisjoint(other.agent)
    )


def _is_among(predicate: Predicate, others: Sequence[Predicate]) -> bool:
    """Whether one of the others has the same verb, agent and patient."""
    return any(
        predicate.verb == other.verb
        and not predicate.agent.isdisjoint(other.agent)
        and not predicate.patient.isdisjoint(other.patient)
        for other in others
    )


@lru_cache(maxsize=4096)
def _predicates(words: TokenizedSentence) -> list[Predicate]:
    """Return the verbs with an agent and a patient, as far as the order of words tells."""
    found = []
    for word in range(1, len(words) - 1):
        if not _is_verb(words, word):
            continue
        before, after = _beside(words, word, -1), _beside(words, word, 1)
        left, right = _participant(words, before), _participant(words, after)
        if left and right and left.isdisjoint(right):
            first = before[-1] - (words.form(before[-1] - 1) in ARTICLES)
            shown = range(first, after[-1] + 1)
            passive = words.form(word - 1) in BEING and words.form(word + 1) == "by"
            agent, patient = (right, left) if passive else (left, right)
            found.append(Predicate(words.stems[word], agent, patient, shown))
    return found


def _is_verb(words: TokenizedSentence, word: int) -> bool:
    form = words.form(word)
    if words.is_capitalized(word) or form in STOPWORDS or not form.isalpha():
        return False
    return form.endswith(VERB_ENDINGS) or form in IRREGULAR or form in UNCHANGED or form in SAYING


def _beside(words: TokenizedSentence, verb: int, step: int) -> list[int]:
    """Return the words on one side of a verb, the nearest first, up to the last that can take part."""
    found: list[int] = []
    word = verb + step
    while 0 <= word < len(words) and len(found) < NEAR:
        stopped = words.gap_before(word if step > 0 else word + 1).strip()
        if stopped or (step > 0 and words.form(word) in ADVERBIAL):
            break
        found.append(word)
        word += step
    while found and not _can_take_part(words, found[-1]):
        found.pop()
    return found


def _can_take_part(words: TokenizedSentence, word: int) -> bool:
    form = words.form(word)
    is_pronoun = form in OBJECT_PRONOUNS or form in OBJECT_PRONOUNS.values()
    return is_pronoun or _is_country_us(words, word) or form not in STOPWORDS | WEEKDAYS


def _is_country_us(words: TokenizedSentence, word: int) -> bool:
    return words.form(word) == "us" and words.is_capitalized(word)


def _participant(words: TokenizedSentence, places: Sequence[int]) -> frozenset[str]:
    """Return the stems of the words that can take part; "him" is turned into "he"."""
    return frozenset(
        "us"
        if _is_country_us(words, word)
        else OBJECT_PRONOUNS.get(words.forms[word], words.stems[word].removesuffix("'s"))
        for word in places
        if _can_take_part(words, word)
    )
