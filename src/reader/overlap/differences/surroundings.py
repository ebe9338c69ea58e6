"""The words around a quantity, a date or a word: they tell whether two of them are about one thing."""

from typing import Final

from reader.overlap.extraction.quantity import MONEY, Quantity
from reader.text.en.calendar_words import WEEKDAYS
from reader.text.en.grammar import SUBORDINATING
from reader.text.en.money import MONEY_TOPICS, MOTIONS
from reader.text.en.people import FATES
from reader.text.tokenized import SIGNS, TokenizedSentence

NEAR: Final = 6  # words on each side that tell what a quantity is about
_INSIDE_CLAUSE: Final = frozenset({"", "%", *SIGNS})  # what may stand between two words of one clause


def nearby_stems(words: TokenizedSentence, shown: range) -> frozenset[str]:
    """Return the stems of the content words near some words, in their clause."""
    return words.content_stems(_nearby(words, shown))


def may_be_about_same(
    a: TokenizedSentence, shown_a: range, b: TokenizedSentence, shown_b: range, *, edited: bool
) -> bool:
    """Whether the words around two quantities or dates allow that they are about one thing.

    In an edited text they do, unless one is about the dead and the other about the hurt. In a text written
    anew they must have a content word in common.
    """
    near_a, near_b = nearby_stems(a, shown_a), nearby_stems(b, shown_b)
    if not (near_a and near_b):  # nothing else stands in the clause
        rest_a, rest_b = set(range(len(a))).difference(shown_a), set(range(len(b))).difference(shown_b)
        return edited or not a.content_stems(rest_a).isdisjoint(b.content_stems(rest_b))
    fates_a, fates_b = _fates(a, shown_a), _fates(b, shown_b)
    if fates_a and fates_b and fates_a.isdisjoint(fates_b):
        return False
    return edited or not near_a.isdisjoint(near_b)


def may_have_same_subject(a: TokenizedSentence, one: Quantity, b: TokenizedSentence, other: Quantity) -> bool:
    """Whether two amounts may be of one thing: not of Brill's shares and Oakes's, nor of pay and a loss.

    Two percentages must have a word for what they are of in common.
    """
    before_a, before_b = _before_in_clause(a, one.shown), _before_in_clause(b, other.shown)
    if one.dimension in MONEY | {"percent"} and other.dimension in MONEY | {"percent"}:
        names_a, names_b = _name_stems(a, before_a), _name_stems(b, before_b)
        if names_a and names_b and names_a.isdisjoint(names_b):
            return False
    stems_a, stems_b = a.content_stems(before_a), b.content_stems(before_b)
    if one.is_money and other.is_money:
        topics_a = {MONEY_TOPICS[stem] for stem in stems_a if stem in MONEY_TOPICS}
        topics_b = {MONEY_TOPICS[stem] for stem in stems_b if stem in MONEY_TOPICS}
        return not (topics_a and topics_b) or not topics_a.isdisjoint(topics_b)
    if not one.dimension == other.dimension == "percent":
        return True
    of_a, of_b = stems_a - MOTIONS, stems_b - MOTIONS
    if of_a and of_b:
        return not of_a.isdisjoint(of_b)
    return not (of_a or of_b) or not nearby_stems(a, one.shown) & nearby_stems(b, other.shown) <= MOTIONS


def _name_stems(words: TokenizedSentence, places: range) -> frozenset[str]:
    """Return the stems of words with a capital, apart from weekdays and the first word of the sentence."""
    capitals = (word for word in places if word and words.is_capitalized(word))
    return words.content_stems(word for word in capitals if words.forms[word] not in WEEKDAYS)


def _begins_clause(words: TokenizedSentence, word: int) -> bool:
    return words.forms[word] in SUBORDINATING or words.gap_before(word).strip(" -–") not in _INSIDE_CLAUSE


def _before_in_clause(words: TokenizedSentence, shown: range) -> range:
    first = shown.start
    while first > 0 and not _begins_clause(words, first):
        first -= 1
    return range(first, shown.start)


def _nearby(words: TokenizedSentence, shown: range) -> list[int]:
    first, last = shown.start, shown.stop
    while first > max(0, shown.start - NEAR) and not _begins_clause(words, first):
        first -= 1
    while last < min(len(words), shown.stop + NEAR) and not _begins_clause(words, last):
        last += 1
    return [word for word in range(first, last) if word not in shown]


def _fates(words: TokenizedSentence, shown: range) -> frozenset[str]:
    """Return what became of the people who are counted, by the nearest words that say so."""

    def distance(word: int) -> int:
        return shown.start - word if word < shown.start else word - shown.stop + 1

    found = [word for word in _nearby(words, shown) if words.stems[word] in FATES]
    nearest = min(map(distance, found), default=0)
    return frozenset(FATES[words.stems[word]] for word in found if distance(word) == nearest)
