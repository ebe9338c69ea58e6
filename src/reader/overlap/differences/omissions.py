"""Phrases that one sentence has and the other, which was written anew, leaves out."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from reader.overlap.differences.clauses import (
    MOST_AFTER,
    MOST_BEFORE,
    STOPS,
    clauses,
    cut_out,
    is_clause_edge,
    with_governing_word,
    without_first,
    without_last,
)
from reader.overlap.differences.facts import Facts, SentencePair
from reader.text.content_words import is_content_word
from reader.text.en.grammar import LEANING, LINKING, NEGATIONS
from reader.text.en.stopwords import STOPWORDS
from reader.text.tokenized import TokenizedSentence

PHRASE: Final = 4  # new content words that make any phrase worth reporting
CLAUSE: Final = 3  # words that make a whole clause worth reporting, if one of them is new


def find_omissions(pair: SentencePair) -> list[tuple[range, range]]:
    """Return the phrases that only one sentence has; the range of the other sentence is empty."""
    of_a = [(phrase, range(0)) for phrase in _left_out(pair.a, pair.b)]
    return of_a + [(range(0), phrase) for phrase in _left_out(pair.b, pair.a)]


def _left_out(facts: Facts, other: Facts) -> Iterator[range]:
    """Yield the clauses, and the long parts of clauses, of which the other sentence has no content word."""
    words, stems = facts.words, frozenset(other.words.stems)
    in_both = {word for word, stem in enumerate(words.stems) if stem in stems}
    shared = {word for word in in_both if words.forms[word] not in STOPWORDS}
    content = {word for word, stem in enumerate(words.stems) if is_content_word(stem)}
    new = content - shared - facts.reported - facts.details
    for phrases in _adjacent_phrases(words, shared | facts.reported):
        together = range(phrases[0].start, phrases[-1].stop)
        for phrase in [together] if _is_worth_reporting(words, together, new) else phrases:
            if _is_worth_reporting(words, phrase, new):
                whole = _with_rest_of_clause(words, _trimmed(words, phrase), shared)
                yield with_governing_word(words, whole, in_both)


def _adjacent_phrases(words: TokenizedSentence, known: AbstractSet[int]) -> list[list[range]]:
    """Return the phrases without known words; phrases that follow each other are in one list."""
    found: list[list[range]] = []
    for clause in clauses(words):
        for piece in cut_out(clause, known):
            phrase = _whole_phrases(words, piece, clause)
            goes_on = found and found[-1][-1].stop == phrase.start
            if phrase and goes_on and STOPS.isdisjoint(words.gap_before(phrase.start)):
                found[-1].append(phrase)
            elif phrase:
                found.append([phrase])
    return found


def _is_worth_reporting(words: TokenizedSentence, phrase: range, new: AbstractSet[int]) -> bool:
    """Whether a phrase is long, or denies something new, or is a whole clause."""
    count = sum(word in new for word in phrase)
    if count >= PHRASE or not count or len(phrase) < CLAUSE:
        return count >= PHRASE
    negation = next((word for word in phrase if words.forms[word] in NEGATIONS), phrase.stop)
    if any(word in new for word in range(negation, phrase.stop)):
        return True
    end = without_last(words, phrase).stop
    return is_clause_edge(words, phrase.start) and is_clause_edge(words, end)


def _whole_phrases(words: TokenizedSentence, piece: range, clause: range) -> range:
    """Return a piece without parts of phrases that were cut through: "seeker", where both have "asylum"."""
    start, stop = piece.start, piece.stop
    while clause.start < start < stop:
        form = words.forms[start]
        if form in STOPWORDS or form.endswith(("ly", "ed")):  # may begin something new after a noun
            break
        start += 1
    while stop > start and stop < clause.stop and words.forms[stop - 1] not in STOPWORDS:
        stop -= 1
    phrase = range(start, stop)
    if start > clause.start:
        phrase = without_first(words, phrase, LEANING)
    return phrase if stop == clause.stop else without_last(words, phrase)


def _trimmed(words: TokenizedSentence, phrase: range) -> range:
    """Return a phrase without linking words before it, and without the lead-in to a quotation after it."""
    phrase = without_first(words, phrase, LINKING)
    finished = without_last(words, phrase)
    if finished == phrase:
        return phrase
    near_end = [word for word in finished[CLAUSE:] if finished.stop - word <= CLAUSE]
    edges = [word for word in near_end if is_clause_edge(words, word)]
    return range(finished.start, edges[-1]) if edges else finished


def _with_rest_of_clause(words: TokenizedSentence, phrase: range, shared: AbstractSet[int]) -> range:
    """Return a phrase with the few words of its clause before and after it, if none of them is shared."""
    start, stop = phrase.start, phrase.stop
    for clause in clauses(words) if phrase else ():
        before, after = range(clause.start, start), range(stop, clause.stop)
        if start in clause and len(before) <= MOST_BEFORE and shared.isdisjoint(before):
            start = clause.start
        if stop - 1 in clause and len(after) <= MOST_AFTER and shared.isdisjoint(after):
            stop = clause.stop
    return without_first(words, range(start, stop), LINKING)
