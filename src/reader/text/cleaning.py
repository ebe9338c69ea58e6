"""The one way text enters reader: whatever comes out of here is safe to put on a terminal.

Invariant: the result is NFC, its only control character is the line feed, and it holds no surrogate, no
bidirectional control and no character that hides. Cleaning twice changes nothing. Clean *after* all decoding:
entities, JSON and YAML escapes carry control characters too.

The rules follow Unicode Technical Reports 36 and 39, CVE-2021-42574 (bidirectional controls) and what
`bat --sanitize` and `less` learned. Words after an escape character always stay: an unterminated sequence
must not swallow a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal, NamedTuple
from unicodedata import category, normalize

_Kind = Literal["hidden", "control", "damaged"]

_DONE: dict[_Kind, str] = {
    "hidden": "taken out of the text",
    "control": "made visible",
    "damaged": "replaced by �",
}

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{4,}")

_JOINERS = re.compile("[\u200c\u200d]+")

_SHOWN_FORMATS = re.compile(  # of the category of format characters, yet seen or needed: numbers, quadrats
    "[\u200c\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]"
)
_HIDDEN_OTHERS = re.compile(  # of other categories, yet unseen: fillers, supplementary variation selectors
    "[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\U000e0000-\U000e0fff]"
)


class Cleaned(NamedTuple):
    """A cleaned text, and what the reader of it should know: a sentence for each kind of thing changed."""

    text: str
    notices: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Give the text as the invariant of this module wants it, several lines and all."""
    text = normalize("NFC", text.replace("\t", " "))
    alphabet = "".join(set(text))  # a long text has few characters: what is not among them needs no search
    if _LINE_ENDS.search(alphabet):
        text = unify_line_ends(text)
    unwanted = {character: kind for character in alphabet if (kind := _kind(character))}
    counts: Counter[_Kind] = Counter()
    if unwanted:
        counts = _count(text, unwanted)
        table = {ord(character): _stand_in(character, kind) for character, kind in unwanted.items()}
        text = normalize("NFC", text.translate(table))
    if _JOINERS.search(alphabet):
        joined = _JOINERS.sub(_needed_joiner, text)
        counts["hidden"] += len(text) - len(joined)
        text = joined
    return Cleaned(_trim(text, alphabet), _notices(counts))


def clean_text(text: str) -> str:
    """Give a text of several lines, cleaned: a note, an excerpt."""
    return clean(text).text


def clean_line(text: str) -> str:
    """Give a text of one line, cleaned: a title, a file name, a tag. Runs of blanks become one space."""
    return " ".join(clean(text).text.split())


def unify_line_ends(text: str) -> str:
    """Give the text with line feeds for every kind of line end."""
    return _LINE_ENDS.sub("\n", text)


def _kind(character: str) -> _Kind | None:
    """Tell why a character is unwanted; line ends are unified by now, whatever they were."""
    match category(character):
        case "Cc" if character not in "\n\r\v\f\x85":
            return "control"
        case "Cf" if not _SHOWN_FORMATS.match(character):
            return "hidden"
        case "Cs":
            return "damaged"
        case "Cn" if _is_noncharacter(ord(character)):
            return "damaged"
    return "hidden" if _HIDDEN_OTHERS.match(character) else None


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def _stand_in(character: str, kind: _Kind) -> str:
    if kind == "hidden":
        return ""
    if kind == "control" and character < " ":
        return chr(0x2400 + ord(character))  # the block of control pictures: ␛ for escape
    return "␡" if character == "\x7f" else "\ufffd"


def _count(text: str, unwanted: dict[str, _Kind]) -> Counter[_Kind]:
    counts: Counter[_Kind] = Counter()
    for character, count in Counter(text).items():
        if character in unwanted:
            counts[unwanted[character]] += count
    return counts


def _notices(counts: Counter[_Kind]) -> tuple[str, ...]:
    return tuple(_notice(counts[kind], kind, done) for kind, done in _DONE.items() if counts[kind])


def _notice(count: int, kind: _Kind, done: str) -> str:
    return f"1 {kind} character was {done}." if count == 1 else f"{count:,} {kind} characters were {done}."


def _needed_joiner(run: re.Match[str]) -> str:
    """Give the first joiner of a run if a character beside it takes shape by it, else nothing."""
    text, start, end = run.string, run.start(), run.end()
    return text[start] if _is_shaped(text[start - 1 : start]) or _is_shaped(text[end : end + 1]) else ""


def _is_shaped(character: str) -> bool:
    """Tell what joiners shape; beside a Latin letter, a blank or punctuation they only hide."""
    return character >= "\u0300" and not ("\u2000" <= character < "\u2070" or character in "\u1680\u3000")


def _trim(text: str, alphabet: str) -> str:
    blanks = {" ", *filter(str.isspace, alphabet)} - {"\n"}
    if any(f"{blank}\n" in text for blank in blanks):
        text = "\n".join(map(str.rstrip, text.split("\n")))
    if "\n\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n\n", text)
    return text.rstrip().strip("\n")
