"""The one way text enters reader: whatever comes out of here is safe to put on a terminal.

Invariant: the result is NFC, its only control character is the line feed, and it holds no surrogate, no
bidirectional control and no character that hides. Cleaning twice changes nothing. Clean *after* all decoding:
entities, JSON and YAML escapes carry control characters too.

The list follows Unicode Technical Reports 36 and 39, CVE-2021-42574 (bidirectional controls) and what
`bat --sanitize` and `less` learned. Words after an escape character always stay: an unterminated sequence must
not swallow a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen, joiners, marks and fillers of scripts
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero-width space, all bidirectional controls, operators
    "\u3164\ufeff\uffa0\ufff9-\ufffb"  # fillers, byte order mark, interlinear annotation
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # format controls of shorthand and of musical notation
    "\U000e0000-\U000e0fff"  # tags and supplementary variation selectors
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_DAMAGED = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)

_find_hidden = re.compile(f"[{_HIDDEN}]").findall
_find_controls = re.compile(f"[{_CONTROLS}]").findall
_find_damaged = re.compile(f"[{_DAMAGED}]").findall
_has_unwanted = re.compile(f"[{_HIDDEN}{_CONTROLS}{_DAMAGED}]").search

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{4,}")

# Joiners shape letters and emoji; beside a Latin letter, a blank or punctuation they only hide. One is enough.
_JOINERS = re.compile("[\u200c\u200d]+")
_is_shaped = re.compile("[\u0300-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\U0010ffff]").match


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text, and what the reader of it should know: a sentence for each kind of thing changed."""

    text: str
    notices: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Give the text as the invariant of this module wants it, several lines and all."""
    text = normalize("NFC", text.replace("\t", " "))
    alphabet = "".join(set(text))  # a long text has few characters: what is not among them needs no search
    notices: tuple[str, ...] = ()
    if _LINE_ENDS.search(alphabet):
        text = unify_line_ends(text)
    if _has_unwanted(alphabet):
        notices = _notices(text)
        text = normalize("NFC", text.translate(_replacements))
    if _JOINERS.search(alphabet):
        text = _JOINERS.sub(_needed_joiner, text)
    return Cleaned(_trim(text, alphabet), notices)


def clean_text(text: str) -> str:
    """Give a text of several lines, cleaned: a note, an excerpt."""
    return clean(text).text


def clean_line(text: str) -> str:
    """Give a text of one line, cleaned: a title, a file name, a tag. Line ends and runs of blanks become a space."""
    return " ".join(clean(text).text.split())


def unify_line_ends(text: str) -> str:
    """Give the text with line feeds for every kind of line end."""
    return _LINE_ENDS.sub("\n", text)


def _needed_joiner(run: re.Match[str]) -> str:
    text, start, end = run.string, run.start(), run.end()
    shaped = (start and _is_shaped(text, start - 1)) or _is_shaped(text, end)
    return text[start] if shaped else ""


def _trim(text: str, alphabet: str) -> str:
    if any(f"{blank}\n" in text for blank in {" ", *alphabet} if blank.isspace() and blank != "\n"):
        text = "\n".join(map(str.rstrip, text.split("\n")))
    if "\n\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n\n", text)
    return text.rstrip().strip("\n")


def _notices(text: str) -> tuple[str, ...]:
    found = (
        (len(_find_hidden(text)), "taken out of the text", "hidden character"),
        (len(_find_controls(text)), "made visible", "control character"),
        (len(_find_damaged(text)), "replaced by �", "damaged character"),
    )
    return tuple(_notice(count, what, done) for count, done, what in found if count)


def _notice(count: int, what: str, done: str) -> str:
    return f"1 {what} was {done}." if count == 1 else f"{count:,} {what}s were {done}."


class _Replacements(dict[int, str]):
    """What stands for an unwanted character; every other character stands for itself."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if _find_hidden(character):
            character = ""
        elif code < 0x20 and character != "\n":
            character = chr(0x2400 + code)
        elif code == 0x7F:
            character = "\u2421"
        elif _has_unwanted(character):
            character = "\ufffd"
        self[code] = character
        return character


_replacements = _Replacements()
