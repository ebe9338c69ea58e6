"""Clean text, so that it is safe to print on a terminal. All text that enters reader is cleaned here once.

Invariant: the result is NFC, its only control character is the line feed, and it holds no surrogate, no
bidirectional control and no invisible character. Cleaning twice changes nothing. Clean *after* all decoding:
entities and the escapes of JSON and YAML can hold control characters too.

The rules follow Unicode Technical Reports 36 and 39, CVE-2021-42574 (bidirectional controls) and what
`bat --sanitize` and `less` do. Words after an escape character always stay: an unterminated sequence must not
swallow a sentence.
"""

import re
from collections import Counter
from typing import Literal, NamedTuple
from unicodedata import category, normalize

from reader.text.phrases import counted

_Flaw = Literal["hidden", "control", "damaged"]

_REMEDIES: dict[_Flaw, str] = {
    "hidden": "taken out of the text",
    "control": "made visible",
    "damaged": "replaced by �",
}

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{4,}")

_JOINERS = re.compile("[\u200c\u200d]+")

# Format characters that are seen or needed: joiners, signs of numbers, quadrats.
_SHOWN_FORMATS = "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
_SHOWN_FORMATS += "\U000110bd\U000110cd" + "".join(map(chr, range(0x13430, 0x13440)))
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # unseen, besides the variation selectors


class Cleaned(NamedTuple):
    """A cleaned text, and what its reader should know: a sentence for each kind of flaw."""

    text: str
    notices: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Return the text as the invariant of this module wants it, with notices of what was changed."""
    text = normalize("NFC", text.replace("\t", " "))
    alphabet = "".join(set(text))  # a long text has few characters: the others need no search
    if _LINE_ENDS.search(alphabet):
        text = unify_line_ends(text)
    unwanted = {character: flaw for character in alphabet if (flaw := _flaw(character))}
    counts: Counter[_Flaw] = Counter()
    if unwanted:
        for character, count in Counter(text).items():
            if character in unwanted:
                counts[unwanted[character]] += count
        table = {ord(character): _replacement(character, flaw) for character, flaw in unwanted.items()}
        text = normalize("NFC", text.translate(table))
    if _JOINERS.search(alphabet):
        joined = _JOINERS.sub(_needed_joiner, text)
        counts["hidden"] += len(text) - len(joined)
        text = joined
    notices = (
        f"{counted(count, f'{flaw} character was', f'{flaw} characters were')} {done}."
        for flaw, done in _REMEDIES.items()
        if (count := counts[flaw])
    )
    return Cleaned(_trim(text, alphabet), tuple(notices))


def clean_text(text: str) -> str:
    """Return a text of several lines, cleaned: a note, an excerpt; without notices."""
    return clean(text).text


def clean_line(text: str) -> str:
    """Return a text in one line, cleaned: a title, a file name, a tag. Runs of blanks become one space."""
    return " ".join(clean(text).text.split())


def unify_line_ends(text: str) -> str:
    """Return the text with a line feed for every line end of any kind."""
    return _LINE_ENDS.sub("\n", text)


def _flaw(character: str) -> _Flaw | None:
    """Return why a character is unwanted. Line ends are not: they are unified by now."""
    match category(character):
        case "Cc" if character not in "\n\r\v\f\x85":
            return "control"
        case "Cf" if character not in _SHOWN_FORMATS:
            return "hidden"
        case "Cs":
            return "damaged"
        case "Cn" if 0xFDD0 <= (code := ord(character)) <= 0xFDEF or code & 0xFFFE == 0xFFFE:
            return "damaged"  # a noncharacter
    is_selector = "\U000e0000" <= character <= "\U000e0fff"
    return "hidden" if is_selector or character in _FILLERS else None


def _replacement(character: str, flaw: _Flaw) -> str:
    if flaw == "hidden":
        return ""
    if flaw == "control" and character < " ":
        return chr(0x2400 + ord(character))  # the block of control pictures: ␛ for escape
    return "␡" if character == "\x7f" else "\ufffd"


def _needed_joiner(run: re.Match[str]) -> str:
    """Return the first joiner of a run if it shapes a character beside it, else ""."""
    text, start, end = run.string, run.start(), run.end()
    return text[start] if _is_shaped(text[start - 1 : start]) or _is_shaped(text[end : end + 1]) else ""


def _is_shaped(character: str) -> bool:
    """Whether a joiner can shape a character: no Latin letter, blank or punctuation mark."""
    return character >= "\u0300" and not ("\u2000" <= character < "\u2070" or character in "\u1680\u3000")


def _trim(text: str, alphabet: str) -> str:
    blanks = {" ", *filter(str.isspace, alphabet)} - {"\n"}
    if any(f"{blank}\n" in text for blank in blanks):
        text = "\n".join(map(str.rstrip, text.split("\n")))
    if "\n\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n\n", text)
    return text.rstrip().strip("\n")
