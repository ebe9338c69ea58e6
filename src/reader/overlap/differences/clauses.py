"""Clauses and phrases of a sentence, told apart by punctuation marks and function words.

They are given as ranges of words.
"""

from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import Final

from reader.text.en.grammar import AUXILIARIES, GOVERNING, NEGATIONS, SUBORDINATING, UNFINISHED
from reader.text.tokenized import TokenizedSentence

MOST_BEFORE: Final = 5  # words of a clause before a phrase, at most, that are shown with it
MOST_AFTER: Final = 3  # words of a clause after a phrase, at most, that are shown with it
STOPS: Final = frozenset(';:?!…—–()"“”„«»‘’')
"""Marks between statements; a full stop inside a sentence belongs to an abbreviation."""
COMMAS: Final = STOPS | {","}


def cut_out(stretch: range, words: AbstractSet[int]) -> list[range]:
    """Return the parts of a stretch that are left when some words are cut out."""
    parts, start = [], stretch.start
    for word in stretch:
        if word in words:
            parts.append(range(start, word))
            start = word + 1
    return [part for part in (*parts, range(start, stretch.stop)) if part]


def is_clause_edge(words: TokenizedSentence, word: int) -> bool:
    """Whether a punctuation mark or the edge of the sentence is before a word."""
    return word in {0, len(words)} or not COMMAS.isdisjoint(words.gap_before(word))


@lru_cache(maxsize=4096)
def clauses(words: TokenizedSentence) -> list[range]:
    """Return the clauses of a sentence: they begin after a mark, or with a word like "that" or "because"."""
    starts = [
        word for word, form in enumerate(words.forms) if form in SUBORDINATING or is_clause_edge(words, word)
    ]
    return [range(first, last) for first, last in pairwise([*starts, len(words)])]


def without_first(words: TokenizedSentence, phrase: range, forms: AbstractSet[str]) -> range:
    """Return a phrase without those of the forms that it begins with."""
    while phrase and words.forms[phrase[0]] in forms:
        phrase = phrase[1:]
    return phrase


def without_last(words: TokenizedSentence, phrase: range, forms: AbstractSet[str] = UNFINISHED) -> range:
    """Return a phrase without those of the forms that it ends with: "a move hailed as an"."""
    while phrase and words.forms[phrase[-1]] in forms:
        phrase = phrase[:-1]
    return phrase


def with_governing_word(words: TokenizedSentence, phrase: range, shared: AbstractSet[int]) -> range:
    """Return a phrase with an unshared word before it that changes its meaning: "few pilots will lose"."""
    for word in range(phrase.start - 1, max(-1, phrase.start - 1 - MOST_BEFORE), -1):
        if not phrase or is_clause_edge(words, word + 1):
            break
        if words.forms[word] in GOVERNING and word not in shared:
            return range(word, phrase.stop)
    negated = len(phrase) > 1 and words.forms[phrase[0]] in NEGATIONS
    return range(phrase.start - (negated and words.form(phrase.start - 1) in AUXILIARIES), phrase.stop)
