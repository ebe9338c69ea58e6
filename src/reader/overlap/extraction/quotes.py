"""Find what is quoted in a sentence, and the words around it that only tell who says so."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise
from typing import Final

from reader.text.en.speech import DOUBT, HEARERS, PERSONAL_PRONOUNS, SAYING, TITLES
from reader.text.en.stopwords import STOPWORDS
from reader.text.tokens import normal_form, token_spans, tokenize

_MARK: Final = re.compile(r"[“”„«»「」『』\"‘]|(?<=[,.!?…])’")  # any other ’ is an apostrophe
_OPENING: Final = "“„«「『‘"
_NAMELESS: Final = STOPWORDS | SAYING | TITLES | HEARERS
LONGEST_FRAME: Final = 10  # words outside a quotation, at most, that only tell who speaks


def split_at_quotes(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches between quotation marks, which need not be in pairs, as (start, end, quoted)."""
    marks = [(found.start(), _opens(text, found.start())) for found in _MARK.finditer(text)]
    edges = [(-1, False), *marks, (len(text), True)]
    for (start, opened), (end, opens) in pairwise(edges):
        yield start + 1, end, opened or not opens


def _opens(text: str, place: int) -> bool:
    """Whether a mark opens a quotation: a straight one does where a word begins."""
    if text[place] != '"':
        return text[place] in _OPENING
    return text[place + 1 : place + 2].isalnum() and not text[max(0, place - 1) : place].strip()


def attribution_words(text: str, printed: Sequence[str], words: Sequence[str]) -> set[int]:
    """Return the numbers of the words, given as printed and in normal form, that only tell who speaks."""
    if SAYING.isdisjoint(words):
        return set()
    found = set(_names_beside_verbs(printed, words))
    if _MARK.search(text):
        found.update(_frame(text, words))
    return found


def _names_beside_verbs(printed: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Yield the words of names beside a verb of saying: "the Home Office confirmed", "said Ada Murchie"."""
    for index, word in enumerate(words):
        if word in SAYING:
            for beside in (range(index - 1, -1, -1), range(index + 1, len(words))):
                for other in beside:
                    if not (printed[other][0].isupper() or words[other] in TITLES):
                        break
                    yield other


def _frame(text: str, words: Sequence[str]) -> Iterator[int]:
    """Yield the words that attribute a quotation: "…, the owner of the boat told reporters"."""
    for stretch in _unquoted(text):
        if len(stretch) <= LONGEST_FRAME and any(words[index] in SAYING for index in stretch):
            that = (
                place
                for place, (one, other) in enumerate(pairwise(stretch), start=2)
                if words[one] in SAYING and words[other] == "that"
            )
            yield from stretch[: next(that, len(stretch))]  # after "and said that" comes a statement


def _unquoted(text: str) -> Iterator[list[int]]:
    places = token_spans(text)
    for start, end, quoted in split_at_quotes(text):
        if not quoted:
            yield [index for index, place in enumerate(places) if start <= place[0] < end]


def split_quotation(text: str) -> tuple[list[str], list[str]]:
    """Return the words quoted and those that tell who says so; nothing if the text does more than quote."""
    if not _MARK.search(text):
        return [], []
    words = [normal_form(token) for token in tokenize(text)]
    frame = set(_frame(text, words))
    if frame != set(chain.from_iterable(_unquoted(text))):
        return [], []
    return [word for index, word in enumerate(words) if index not in frame], [words[index] for index in frame]


def may_be_one_speaker(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two attributions, in normal form, can name one speaker and differ in nothing else.

    "She said" can be Ada Murchie, and so can an attribution without a name; "the mayor" and "reportedly said"
    say something else.
    """
    return (
        DOUBT & set(a) == DOUBT & set(b)
        and _one_contains_other(PERSONAL_PRONOUNS & set(a), PERSONAL_PRONOUNS & set(b))
        and _one_contains_other(set(a) - _NAMELESS, set(b) - _NAMELESS)
    )


def _one_contains_other(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
    return a <= b or b <= a
