"""Differences in function words, order or signs, which are reported only where nothing else differs."""

import re
from collections.abc import Iterator
from typing import Final

from reader.overlap.differences.clauses import cut_out
from reader.overlap.differences.details import wording_difference
from reader.overlap.differences.difference import Difference
from reader.overlap.differences.facts import Facts, SentencePair
from reader.overlap.differences.rewording import INSIGNIFICANT, changed_stretches, paired_pieces
from reader.text.tokenized import TokenizedSentence

_SIGN: Final = re.compile(r"[?%‰°$€£¥₹₩₽₺₴+±\u2600-\u27bf\U0001f000-\U0001faff]|(?<!\S)[-–−](?=\d)")
"""A character with a meaning that is no word: a question mark, a sign of money, an emoji."""
_NO_NUMBER: Final = re.compile(r"\d+(?:[.,:]\d{1,2}\b){2,}")  # a list, a version, an address


def find_small_changes(pair: SentencePair) -> list[Difference]:
    """Return every change of an edited text; of one written anew only that it is in other words or order."""
    a, b = pair.a, pair.b
    left_a, left_b = _unreported(a), _unreported(b)
    if left_a == left_b:
        return []
    content_a, content_b = a.unreported_content(), b.unreported_content()
    longer = max(len(set(content_a)), len(set(content_b)))
    if not pair.edited and 2 * len(set(content_a) & set(content_b)) < longer:
        return [Difference("replaced", a.words.text, b.words.text, "throughout")]
    moved = content_a != content_b and sorted(content_a) == sorted(content_b)
    if moved or sorted(left_a) == sorted(left_b):
        return [Difference("replaced", a.words.text, b.words.text, "order")]
    changes = [
        change
        for one, other in changed_stretches(a.words, b.words)
        for change in paired_pieces(one, cut_out(one, a.reported), other, cut_out(other, b.reported))
    ]
    pieces = [(_significant(a, one, b), _significant(b, other, a)) for one, other in changes]
    significant = [(one, other) for one, other in pieces if one or other]
    about = "" if significant else "small"
    return [wording_difference(pair, one, other, about) for one, other in significant or changes]


def find_changed_signs(pair: SentencePair) -> list[Difference]:
    """Return the signs that were changed beside words that are the same: a question mark, %, an emoji."""
    return [
        Difference("replaced" if a and b else "dropped" if a else "added", a, b)
        for (a, signs_a), (b, signs_b) in zip(_signs(pair.a.words), _signs(pair.b.words), strict=True)
        if signs_a != signs_b
    ]


def _significant(facts: Facts, piece: range, other: Facts) -> range:
    """Return a piece if it has a significant word that the other sentence does not have, else no words."""
    new = [word for word in piece if facts.words.stems[word] not in other.words.stems]
    return piece if any(facts.words.forms[word] not in INSIGNIFICANT for word in new) else range(0)


def _unreported(facts: Facts) -> list[str]:
    """Return the words that are not reported, not even as equal: half the boats, 50 per cent of the boats."""
    forms = enumerate(facts.words.forms)
    return [form for word, form in forms if word not in facts.reported and form != "of"]


def _signs(words: TokenizedSentence) -> Iterator[tuple[str, list[str]]]:
    """Yield each word with the signs before it, then the last word with those after it."""
    end = 0
    for _, stop in words.spans:
        text = words.text[end:stop]
        yield text.strip(), [*_SIGN.findall(text), *_NO_NUMBER.findall(text)]
        end = stop
    last = words.spans[-1][0] if words.spans else 0
    yield words.text[last:].strip(), _SIGN.findall(words.text[end:])
