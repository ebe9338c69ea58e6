"""Split text into sentences.

Invariant: the spans are in order, cover every character that is not blank exactly once, begin and end with
such a character, and never reach over a line end. Quotations are split inside, so that each of their
sentences can be matched.

A sentence ends at a mark (`.`, `?`, `!`, `…` and those of other scripts) with the closing quotes and brackets
after it, then a blank; what stands on both sides decides. The ends of Chinese and Japanese need no blank.
"""

import re
from collections.abc import Iterator
from functools import cache

from reader.text.en.sentence_words import (
    ABBREVIATIONS,
    AFTER_CLOCK,
    AFTER_ORDINALS,
    BEFORE_NUMBERS,
    NEVER_LAST,
    SHORT_MONTHS,
    SPEAKING,
    STARTERS,
)

_OPENERS = r"\"'“‘„‚«‹»›(\[{¿¡"
_CLOSERS = r"[\"'”’“‘»›)\]}]"
_WIDE_CLOSERS = "[」』”’）)»]"

_LINE = re.compile(r"\S[^\n]*")
# The pattern begins with one character of a set, which is searched for fast: a third of the time.
_END = re.compile(
    r"(?P<mark>[.!?…‽؟۔।॥።։。！？｡])(?:"
    r"(?<=[^。！？｡])(?<![.!?…].)(?P<more>[.!?…‽؟۔।॥።։]*+)"
    rf"(?P<close>{_CLOSERS}*(?:\[\d{{1,3}}\])*"  # with the number of a footnote
    rf"(?:[\u00a0\u2009\u200a\u202f]{_CLOSERS}+)?(?:[ ][\"”»](?=\s|$))?)"  # « … » has blanks inside
    r"(?:\s+|(?<=[”»])(?=[A-Z“«]))"  # the blank after a closing quote is sometimes forgotten
    r"|(?<=[。！？｡])(?<![。！？｡].)"
    rf"(?P<wide>[。！？｡]*+)(?:{_WIDE_CLOSERS}++(?![とっ、，])|(?![」』”’）)»、，]))\s*)"
)
_NEXT_WORD = re.compile(rf"[{_OPENERS}\s]*(?P<word>[^\W\d_]+)?(?P<dot>\.)?")
_LAST_TOKEN = re.compile(rf"[^\s{_OPENERS}/–—-]+\Z")
_LONGEST_TOKEN = 12
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]")  # U.K. and J. without the last dot
_CLOCK = re.compile(r"[\d.:]*[ap]\.m", re.IGNORECASE)
_ABBREVIATED = NEVER_LAST | ABBREVIATIONS | SHORT_MONTHS
_ITEM_NUMBER = re.compile(r"[\d.]{1,6}|[^\W\d_]")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a cleaned text: start and end in code points, end excluded."""
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        end = line.start() + len(line[0].rstrip())
        spans.extend(_split_line(text, line.start(), end))
    return spans


def _split_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        if match.end() < end and (match["wide"] is not None or _is_end(text, start, match)):
            yield start, start + len(text[start : match.end()].rstrip())
            start = match.end()
    yield start, end


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a mark before a blank ends the sentence that begins at `start`."""
    after = text[match.end()]
    following = _NEXT_WORD.match(text, match.end())
    assert following is not None  # every part of it is optional
    word = following["word"] or ""
    if match["mark"] == "." and not match["more"]:
        last = _LAST_TOKEN.search(text[max(start, match.start() - _LONGEST_TOKEN) : match.start()])
        token = last[0] if last else ""
        if word[:1].islower():  # only a quotation or a bracket begins small
            return after in _OPENERS and not match["close"] and not _is_abbreviation(token)
        numbers_an_item = bool(_ITEM_NUMBER.fullmatch(text, start, match.start()))
        return _is_end_after(token, word + (following["dot"] or ""), after, first=numbers_an_item)
    if word[:1].islower() or after in ".…–—":
        return False
    if word in STARTERS or not match["close"]:
        return True
    return not _speaker().match(text, match.end())


def _is_abbreviation(token: str) -> bool:
    return token in _ABBREVIATED or bool(_INITIALS.fullmatch(token))


def _is_end_after(token: str, word: str, after: str, *, first: bool) -> bool:
    """Whether a full stop between `token` and `word` ends a sentence, if `word` is no lower-case word.

    `after` is the character after the blank. `first` says that all before the full stop is the number of an
    item, as in a list.
    """
    if token in NEVER_LAST or after in ".…" or first:
        return False
    if token in BEFORE_NUMBERS:
        return not after.isdigit()
    if token.isdigit():
        return len(token) > 2 or word not in AFTER_ORDINALS
    if _CLOCK.fullmatch(token):
        return word.rstrip(".") not in AFTER_CLOCK and not after.isdigit()
    if token == "I":  # noqa: S105 - a word, not a secret
        return not word.endswith(".")
    return not _is_abbreviation(token) or word in STARTERS


@cache
def _speaker() -> re.Pattern[str]:
    """Return the pattern of a name and a verb of saying; compiled when needed, which is seldom."""
    return re.compile(rf"(?:[A-Z][\w'’-]*\.? ){{1,4}}(?:{SPEAKING})\b")
