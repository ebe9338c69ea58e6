"""Phrases of a sentence that another one, which says the same in other words, leaves out."""

# ruff: noqa: SIM905 - lists of words are read as words

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.text.content_words import is_content_word
from reader.text.en.grammar import AUXILIARIES, GOVERNING, NEGATIONS, SUBORDINATING
from reader.text.en.stopwords import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from reader.text.tokenized import TokenizedSentence

PHRASE: Final = 4
"""Telling words in a row that make a phrase worth telling of, where all is in other words."""
CLAUSE: Final = 3
"""Words that make a clause, from comma to comma, worth telling of, where one of them tells something."""
BEFORE: Final = 5
"""Words of a clause before a phrase, at most, that are told with it."""
BEHIND: Final = 3
"""The same behind it."""

STOPS: Final = frozenset(';:?!…—–()"“”„«»‘’')
"""Not the full stop: inside a sentence it belongs to an abbreviation."""
COMMAS: Final = STOPS | {","}
LEANING: Final = frozenset(
    {
        "of",
        "to",
        "and",
        "or",
        "but",
        "that",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "off",
        "out",
        "am",
        "pm",
    }
)
"""Words that mean little when what stood before them is cut away."""
SHORT_TITLES: Final = frozenset("mr mrs ms dr sen rep gov sir".split())
LEADING_ON: Final = (
    (LEANING - {"up", "out", "off", "am", "pm"})
    | SHORT_TITLES
    | frozenset(
        """
    a an the as from under into than is are was were be been being has have had should would could will may
    must some its their his her our my your this these those who which while after before because if it
    he she they we i
    """.split()
    )
)
"""Words that do not end a phrase."""
LINKING: Final = frozenset({"that", "and", "but", "or"})


def cut(stretch: range, told: AbstractSet[int]) -> list[range]:
    """Give what is left of a stretch without the words that are told of."""
    pieces, start = [], stretch.start
    for word in stretch:
        if word in told:
            pieces.append(range(start, word))
            start = word + 1
    return [piece for piece in (*pieces, range(start, stretch.stop)) if piece]


def left_out(
    words: TokenizedSentence, other: TokenizedSentence, told: AbstractSet[int], noted: AbstractSet[int]
) -> Iterator[range]:
    """Give the phrases of which the other sentence has no telling word: clauses, and long parts of them."""
    there = frozenset(other.stems)
    both = {word for word, term in enumerate(words.stems) if term in there}
    shared = {word for word in both if words.forms[word] not in STOPWORDS}
    new = {word for word, term in enumerate(words.stems) if is_content_word(term)} - shared - told - noted
    for phrases in _joining(words, shared | told):
        together = range(phrases[0].start, phrases[-1].stop)
        for phrase in [together] if _worth_telling(words, together, new) else phrases:
            if _worth_telling(words, phrase, new):
                whole = _within_clause(words, _without_links(words, phrase), shared)
                yield governed(words, whole, both)


def _joining(words: TokenizedSentence, known: AbstractSet[int]) -> list[list[range]]:
    """What is not known of each clause, those together that follow one another."""
    found: list[list[range]] = []
    for clause in _clauses(words):
        for piece in cut(clause, known):
            phrase = _within_phrases(words, piece, clause)
            if phrase and found and found[-1][-1].stop == phrase.start and not _stops(words, phrase.start):
                found[-1].append(phrase)
            elif phrase:
                found.append([phrase])
    return found


def _worth_telling(words: TokenizedSentence, phrase: range, new: AbstractSet[int]) -> bool:
    """A long one, or a whole clause from comma to comma."""
    count = sum(word in new for word in phrase)
    denied = len(phrase) >= CLAUSE and _denies(words, phrase, new)
    bounded = is_edge(words, phrase.start) and is_edge(words, _closed(words, phrase).stop)
    return count >= PHRASE or (count > 0 and (denied or (bounded and len(phrase) >= CLAUSE)))


def _denies(words: TokenizedSentence, phrase: range, new: AbstractSet[int]) -> bool:
    """Whether something new in it is denied: "had not been consulted"."""
    negations = [word for word in phrase if words.forms[word] in NEGATIONS]
    return bool(negations) and any(word in new for word in range(negations[0], phrase.stop))


def _clauses(words: TokenizedSentence) -> list[range]:
    """From comma to comma, and before words that begin a clause."""
    return [
        range(first, last)
        for part in _between(words, COMMAS)
        for first, last in pairwise(
            [part.start, *(word for word in part[1:] if words.form(word) in SUBORDINATING), part.stop]
        )
    ]


def is_edge(words: TokenizedSentence, word: int) -> bool:
    """Whether a clause ends before a word."""
    return word in {0, len(words)} or not COMMAS.isdisjoint(words.before(word))


def _stops(words: TokenizedSentence, word: int) -> bool:
    return not STOPS.isdisjoint(words.before(word))


def _within_phrases(words: TokenizedSentence, piece: range, clause: range) -> range:
    """Without the rest of a phrase that was cut through: "seeker", where both have "asylum"."""
    start, stop = piece.start, piece.stop
    while clause.start < start < stop and not _goes_on(words.forms[start]):
        start += 1
    while stop > start and stop < clause.stop and words.forms[stop - 1] not in STOPWORDS:
        stop -= 1
    phrase = range(start, stop)
    while start > clause.start and phrase and words.forms[phrase[0]] in LEANING:
        phrase = phrase[1:]
    return phrase if stop == clause.stop else _closed(words, phrase)


def _goes_on(form: str) -> bool:
    """Whether a word may begin something after a noun: a small word, an adverb, a verb in the past."""
    return form in STOPWORDS or form.endswith(("ly", "ed"))


def _without_links(words: TokenizedSentence, phrase: range) -> range:
    """Without "that" and "and" before it, and what leads to a quotation behind it: "a move hailed as an"."""
    while phrase and words.forms[phrase[0]] in LINKING:
        phrase = phrase[1:]
    closed = _closed(words, phrase)
    if closed == phrase:
        return phrase
    commas = [word for word in closed[CLAUSE:] if closed.stop - word <= CLAUSE and is_edge(words, word)]
    return range(closed.start, commas[-1]) if commas else closed


def _within_clause(words: TokenizedSentence, phrase: range, shared: AbstractSet[int]) -> range:
    """With the few words before it, and behind it, that make it a clause and are not shared."""
    start, stop = phrase.start, phrase.stop
    for clause in _clauses(words):
        before, behind = range(clause.start, start), range(stop, clause.stop)
        if phrase and start in clause and len(before) <= BEFORE and shared.isdisjoint(before):
            start = clause.start
        if phrase and stop - 1 in clause and len(behind) <= BEHIND and shared.isdisjoint(behind):
            stop = clause.stop
    return _linked(words, range(start, stop))


def _linked(words: TokenizedSentence, phrase: range) -> range:
    while phrase and words.forms[phrase[0]] in LINKING:
        phrase = phrase[1:]
    return phrase


def governed(words: TokenizedSentence, phrase: range, told: AbstractSet[int]) -> range:
    """Give it with the word before it that turns it round: "few pilots will lose their jobs"."""
    for word in range(phrase.start - 1, max(-1, phrase.start - 1 - BEFORE), -1):
        if not phrase or not COMMAS.isdisjoint(words.before(word + 1)):
            break
        if words.forms[word] in GOVERNING and word not in told:
            return range(word, phrase.stop)
    helped = (
        len(phrase) > 1
        and words.forms[phrase[0]] in NEGATIONS
        and words.form(phrase.start - 1) in AUXILIARIES
    )
    return range(phrase.start - 1, phrase.stop) if helped else phrase


def _closed(words: TokenizedSentence, phrase: range) -> range:
    while phrase and words.forms[phrase[-1]] in LEADING_ON:
        phrase = phrase[:-1]
    return phrase


@lru_cache(maxsize=4096)
def _between(words: TokenizedSentence, marks: frozenset[str]) -> list[range]:
    """The stretches of words between such marks."""
    stretches, start = [], 0
    for word in range(1, len(words) + 1):
        if word == len(words) or (not marks.isdisjoint(words.before(word))):
            stretches.append(range(start, word))
            start = word
    return stretches
