"""A codebook as a small file that people read and edit, so that a team can start from the same one.

It is TOML rather than YAML: the standard library reads it and says in which line it is wrong, and a tag
called `no` or `1.10` stays what it is.

    [[tag]]
    name = "claim/figure"
    colour = "#2083DF"
    digit = 1
    description = "A number that somebody else could check."

Only the name must be there. Unknown fields are refused: one may be a known name spelt wrong, and what it says
would be lost.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.notebook.model import NotebookError, WouldReplaceError, display_path
from reader.notebook.schema.documents import is_colour
from reader.notebook.storage.atomic_file import replace_file
from reader.notebook.tag_names import normal_tag_name
from reader.text.cleaning import clean_line, clean_text
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.notebook.model import Tag

LARGEST_FILE = 1_000_000
"""Bytes."""

_FIRST_LINE = "# A codebook of reader: tags, with their parents before a slash.\n"
_FIELDS = ("name", "colour", "digit", "description")

_STRING_OR_COMMENT = re.compile(
    r'"""(?s:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"'
    r"|'''(?s:.)*?'''|'[^'\n]*'|#.*"
)


@dataclass(frozen=True, slots=True)
class TagEntry:
    """What a file says of a tag; a field is empty or None where the file does not say it."""

    name: str
    colour: str = ""
    digit: int | None = None
    description: str = ""


def read_codebook(path: Path) -> tuple[list[TagEntry], str]:
    """Return the tags in a file, and its text; NotebookError if it cannot be read or is no codebook."""
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST_FILE else None
    except (OSError, ValueError) as error:
        raise NotebookError(f"{display_path(path)} cannot be read: {_reason(error)}.") from None
    if content is None:
        raise NotebookError(f"{display_path(path)} is too large for a codebook.")
    try:
        text = content.decode("utf-8-sig")
        return parse_codebook(text), text
    except ValueError as error:  # of ours, of tomllib and of decode
        raise NotebookError(f"{display_path(path)} is not a codebook: {clean_line(str(error))}.") from None


def parse_codebook(text: str) -> list[TagEntry]:
    """Return the tags in the text of a codebook file; ValueError, which says why, if it is none."""
    document = tomllib.loads(text)
    tables = document.pop("tag", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ValueError("each tag begins with [[tag]]")
    if document:
        raise ValueError(f"“{next(iter(document))}” means nothing there, each tag begins with [[tag]]")
    found = [_read_entry(number, table) for number, table in enumerate(tables, 1)]
    names: set[str] = set()
    pinned: dict[int, str] = {}
    for entry in found:
        if entry.name.casefold() in names:
            raise ValueError(f"there are two tags “{entry.name}”")
        names.add(entry.name.casefold())
        if entry.digit and pinned.setdefault(entry.digit, entry.name) != entry.name:
            raise ValueError(f"“{pinned[entry.digit]}” and “{entry.name}” have the same digit, {entry.digit}")
    return found


def write_codebook(path: Path, tags: Iterable[Tag], *, replace: bool = False, ours: str = "") -> str:
    """Write tags to a file, all or none, and return its text. A file that is no codebook is never replaced.

    :param replace: whether another codebook may be replaced.
    :param ours: the text that this program put there, which may be replaced.
    :raises WouldReplaceError: another codebook is there.
    :raises NotebookError: the file could not be written, or is no codebook.
    """
    new = codebook_text(tags)
    if path.exists():
        found, there = read_codebook(path)
        if not replace and there.strip() not in ("", new.strip(), ours.strip()):
            tokens = _STRING_OR_COMMENT.finditer(there.replace(_FIRST_LINE, ""))
            comments = " and comments" if any(each[0].startswith("#") for each in tokens) else ""
            raise WouldReplaceError(path, counted(len(found), "tag") + comments)
    try:
        replace_file(path, [new.encode()], like=path)
    except (OSError, ValueError) as error:
        raise NotebookError(f"{display_path(path)} cannot be written: {_reason(error)}.") from None
    return new


def codebook_text(tags: Iterable[Tag]) -> str:
    """Return tags as the text of a codebook file."""
    lines = [_FIRST_LINE]
    for tag in tags:
        lines.append("\n[[tag]]\n")
        for field in _FIELDS:
            value = getattr(tag, field)
            if value:  # a number or a basic string of TOML: for cleaned text it is what JSON writes
                lines.append(f"{field} = {json.dumps(value, ensure_ascii=False)}\n")
    return "".join(lines)


def _read_entry(number: int, table: dict[str, Any]) -> TagEntry:
    name, colour, digit = table.get("name"), table.get("colour"), table.get("digit")
    description = table.get("description", "")
    if not isinstance(name, str) or not normal_tag_name(name):
        raise ValueError(f"tag {number} has no name")
    name = normal_tag_name(name)
    for field in table:
        if field not in _FIELDS:
            raise ValueError(f"“{field}” of “{name}” is none of {', '.join(_FIELDS)}")
    if colour is not None and not is_colour(colour):
        raise ValueError(f"the colour of “{name}” is not one such as #2083DF")
    if digit is not None and (type(digit) is not int or not 1 <= digit <= 9):
        raise ValueError(f"the digit of “{name}” is not one from 1 to 9")
    if not isinstance(description, str):
        raise ValueError(f"the description of “{name}” is no text")  # noqa: TRY004 - like the others
    return TagEntry(name, colour or "", digit, clean_text(description).strip())


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or clean_line(str(error))
