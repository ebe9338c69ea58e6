"""A codebook as a small file that people read and change, so that a team can start from the same one.

It is TOML rather than YAML: the standard library reads it and says in which line it is wrong, and a tag
called `no` or `1.10` stays what it is.

    [[tag]]
    name = "claim/figure"
    colour = "#2083DF"
    digit = 1
    description = "A number that somebody else could check."

Only the name must be there. What nothing is known of is refused: it may be a name spelt wrong, and what
it says would be lost.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.articles import clean_line, clean_text
from reader.notebook.model import NotebookError, WouldReplaceError, display_path
from reader.notebook.schema.documents import is_colour
from reader.notebook.storage.atomic_file import replace_file
from reader.notebook.tag_names import normal_tag_name
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.notebook.model import Tag

LARGEST = 1_000_000
"""Bytes."""

_TOP = "# A codebook of reader: tags, with their parents before a slash.\n"
_FIELDS = ("name", "colour", "digit", "description")

_STRING_OR_COMMENT = re.compile(
    r'"""(?s:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"'
    r"|'''(?s:.)*?'''|'[^'\n]*'|#.*"
)


@dataclass(frozen=True, slots=True)
class TagEntry:
    """What a file says of a tag; nothing and None: it does not say."""

    name: str
    colour: str = ""
    digit: int | None = None
    description: str = ""


def read(path: Path) -> list[TagEntry]:
    """Give the tags in a file.

    :raises NotebookError: it cannot be read, or is no codebook.
    """
    return _read(path)[1]


def _read(path: Path) -> tuple[str, list[TagEntry]]:
    """The same, with the text of the file before them."""
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except (OSError, ValueError) as error:
        raise NotebookError(f"{display_path(path)} cannot be read: {_reason(error)}.") from None
    if content is None:
        raise NotebookError(f"{display_path(path)} is too large for a codebook.")
    try:
        said = content.decode("utf-8-sig")
        return said, entries(said)
    except ValueError as error:  # also what tomllib and decode raise
        raise NotebookError(f"{display_path(path)} is not a codebook: {clean_line(str(error))}.") from None


def entries(text: str) -> list[TagEntry]:
    """Give the tags in a text.

    :raises ValueError: it is no codebook; str() says why.
    """
    document = tomllib.loads(text)
    tables = document.pop("tag", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ValueError("each tag begins with [[tag]]")
    if document:
        raise ValueError(f"“{next(iter(document))}” means nothing there, each tag begins with [[tag]]")
    found = [_entry(number, table) for number, table in enumerate(tables, 1)]
    _must_differ(found)
    return found


def _must_differ(entries: Iterable[TagEntry]) -> None:
    """Raise ValueError when two have one name, or one digit."""
    names: set[str] = set()
    pinned: dict[int, str] = {}
    for entry in entries:
        if entry.name.casefold() in names:
            raise ValueError(f"there are two tags “{entry.name}”")
        names.add(entry.name.casefold())
        if entry.digit in pinned:
            raise ValueError(f"“{pinned[entry.digit]}” and “{entry.name}” have the same digit, {entry.digit}")
        if entry.digit is not None:
            pinned[entry.digit] = entry.name


def write(path: Path, tags: Iterable[Tag], *, replace: bool = False, ours: str = "") -> str:
    """Put the tags in a file, all or none, and give what it holds; one that is no codebook is kept as it is.

    :param replace: another codebook that is there.
    :param ours: what we put there ourselves, which may go.
    :raises WouldReplaceError: there is one.
    :raises NotebookError: it was not written.
    """
    new = text(tags)
    if path.exists():
        there, found = _read(path)
        if not replace and there.strip() not in ("", new.strip(), ours.strip()):
            more = " and comments" if _has_comments(there) else ""
            raise WouldReplaceError(path, counted(len(found), "tag") + more)
    try:
        replace_file(path, [new.encode()], like=path)
    except (OSError, ValueError) as error:
        raise NotebookError(f"{display_path(path)} cannot be written: {_reason(error)}.") from None
    return new


def _has_comments(text: str) -> bool:
    """Whether somebody has written any into this TOML."""
    found = _STRING_OR_COMMENT.finditer(text.replace(_TOP, ""))
    return any(each[0].startswith("#") for each in found)


def text(tags: Iterable[Tag]) -> str:
    """Give the tags as TOML."""
    return _TOP + "".join(f"\n[[tag]]\n{''.join(_lines(tag))}" for tag in tags)


def _lines(tag: Tag) -> Iterable[str]:
    yield f"name = {_string(tag.name)}\n"
    yield f"colour = {_string(tag.colour)}\n"
    if tag.digit is not None:
        yield f"digit = {tag.digit}\n"
    if tag.description:
        yield f"description = {_string(tag.description)}\n"


def _string(value: str) -> str:
    """Give a basic string of TOML; what is clean has nothing that JSON writes otherwise."""
    return json.dumps(value, ensure_ascii=False)


def _entry(number: int, table: dict[str, Any]) -> TagEntry:
    name, colour, digit = (table.get(key) for key in ("name", "colour", "digit"))
    description = table.get("description", "")
    if not isinstance(name, str) or not normal_tag_name(name):
        raise ValueError(f"tag {number} has no name")
    unknown = next((field for field in table if field not in _FIELDS), None)
    if unknown is not None:
        raise ValueError(f"“{unknown}” of “{normal_tag_name(name)}” is none of {', '.join(_FIELDS)}")
    if colour is not None and not is_colour(colour):
        raise ValueError(f"the colour of “{normal_tag_name(name)}” is not one such as #2083DF")
    if digit is not None and (type(digit) is not int or not 1 <= digit <= 9):
        raise ValueError(f"the digit of “{normal_tag_name(name)}” is not one from 1 to 9")
    if not isinstance(description, str):
        raise ValueError(  # noqa: TRY004 - like the others
            f"the description of “{normal_tag_name(name)}” is no text"
        )
    return TagEntry(normal_tag_name(name), colour or "", digit, clean_text(description).strip())


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or clean_line(str(error))
