"""What a file is, and what can be had of it: a notebook, whole or damaged, or a database of another program.

The app, `check` and `merge` all ask here. Documents are looked at by `checkup`.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Any

from reader.notebook.model import display_path
from reader.notebook.schema import codec, shape
from reader.notebook.schema.documents import ASIDE, FIELDS, PROGRAM, TABLES, VERSION, meta_document
from reader.notebook.state.lazy_documents import read_as_written
from reader.notebook.storage.backup import read_backup
from reader.text.phrases import counted

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.schema.documents import Tables


@dataclass(frozen=True, slots=True)
class DetectedFile:
    """What is in a file."""

    tables: Tables = field(repr=False)
    """All our tables in it are tables, and `meta` says of which version they are."""
    ours: bool = True
    """Whether it is a notebook, or nothing yet; else it is of another program."""
    newer: bool = False
    """It is a notebook of a later version, of which only what we know is in `tables`."""
    damage: tuple[str, ...] = ()
    """What is wrong with the file, a sentence each; none: it is whole."""
    backup: str = ""
    """That the backup has more, or was taken instead, a sentence."""


def detect_file_packed(path: Path, content: bytes) -> DetectedFile | None:
    """The same as `detect_file`, but that what is just as we write it comes packed."""
    tables = read_as_written(content)
    if tables is not None and _is_all(content, tables):
        return DetectedFile(tables)
    return detect_file(path, content)


def detect_file(path: Path, content: bytes) -> DetectedFile | None:
    """Tell what the content of the file at `path` is; None: no TinyDB file, nor the rest of one."""
    value = _decoded(content)
    if _is_all(content, value):
        return DetectedFile(value)
    if shape.is_notebook(value) and _is_newer(value):
        return DetectedFile(
            {name: table for name, table in value.items() if shape.is_table(table)}, newer=True
        )
    if value is None or shape.is_notebook(value) or is_blank(value) or holds_ours(value):
        return _of_damaged(path, content, value)
    return DetectedFile(value, ours=False) if shape.is_database(value) else None


def is_blank(value: object) -> bool:
    """Whether this is what TinyDB makes of a database without documents."""
    return isinstance(value, dict) and not any(value.values())


def holds_ours(value: object) -> bool:
    """Whether some of the documents are such as only a notebook has."""
    tables = value.values() if isinstance(value, dict) else ()
    return any(
        isinstance(document, dict) and any(document.keys() >= FIELDS[name] for name in _TELLING)
        for table in tables
        if isinstance(table, dict)
        for document in table.values()
    )


_TELLING = ("tags", "articles", "annotations", "history")


def _decoded(content: bytes) -> Any:
    """Give the value that the content stands for, None if it stands for none."""
    with suppress(ValueError, RecursionError):  # damaged, then
        return codec.decode_json(content) if content.strip() else {}
    return None


def _is_all(content: bytes, value: Any) -> bool:
    """Whether the value is a whole notebook, and all that there is in the content."""
    return _is_whole(value) and not _strays(value) and not shape.has_hidden_documents(content, value)


def _is_whole(value: Any) -> bool:
    return (
        shape.has_notebook_shape(value)
        and shape.is_table(value.get(ASIDE, {}))
        and all(map(_is_ours, _versions(value)))
    )


def _versions(value: Any) -> list[Any]:
    documents = value["meta"].values()
    return [
        each.get("schema") for each in documents if isinstance(each, dict) and each.get("program") == PROGRAM
    ]


def _is_ours(version: Any) -> bool:
    return type(version) is int and 1 <= version <= VERSION


def _is_newer(value: Any) -> bool:
    return any(map(_comes_after, _versions(value)))


def _comes_after(version: Any) -> bool:
    """Whether this is a number, also as a word, above ours; what is no number at all is damage."""
    if isinstance(version, bool) or not isinstance(version, int | float | str):
        return False
    try:
        number = float(version)
    except (ValueError, OverflowError):
        return False
    return isfinite(number) and number > VERSION


def _of_damaged(path: Path, content: bytes, value: Any) -> DetectedFile | None:
    """Give what can be had of a damaged file, or of its backup where nothing can."""
    from reader.notebook.repair import rescue  # noqa: PLC0415 - most files are whole

    copy, backed_up = read_backup(path)
    if is_blank(value) and not backed_up:
        return DetectedFile(value if shape.is_database(value) else {}, ours=True)
    damage: list[str] = []
    tables, rescued = _with_tables(value or {}, damage), rescue.rescue(content)
    if _is_notebook(content, value or rescued):
        tables, rescued = rescue.freed(tables), rescue.freed(rescued)
    if value is None or _ids(rescued) > _ids(tables):
        tables = rescued
        damage = ["The file is damaged.", f"{documents(tables)} of it can be rescued."]
    if not _is_notebook(content, tables) and not backed_up:
        return DetectedFile(tables, ours=False, damage=tuple(damage)) if any(tables.values()) else None
    told = ""
    if shape.count_documents(tables) < shape.count_documents(backed_up):
        what = "holds more" if shape.count_documents(tables) else "was taken instead"
        then = "; `reader merge` makes one of the two" if shape.count_documents(tables) else ""
        told = f"The backup {display_path(copy)} {what}: {shape.count_documents(backed_up):,}{then}."
        tables = tables if shape.count_documents(tables) else backed_up
    return DetectedFile(_with_meta(tables, damage), damage=tuple(damage), backup=told)


def _is_notebook(content: bytes, tables: Tables) -> bool:
    return shape.starts_like_notebook(content) or shape.is_notebook(tables) or holds_ours(tables)


def _with_tables(value: dict[str, Any], damage: list[str]) -> Tables:
    """Give tables for ours that are none: of lists, and of documents without numbers."""
    tables: Tables = dict(value)
    for name in (*TABLES, ASIDE):
        if not shape.is_table(value.get(name, {})):
            damage.append(f"“{name}” in the file is no table; what is whole of it stays.")
            tables[name] = _table(value[name])
    damage += [f"“{display_path(name)}” in the file holds entries of a notebook." for name in _strays(value)]
    return tables


def _strays(value: dict[str, Any]) -> list[str]:
    """Give the names of tables that are not ours, with documents that are."""
    others = (name for name in value if name not in TABLES and name != ASIDE)
    return [name for name in others if holds_ours({name: value[name]})]


def _table(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        right = {key: each for key, each in value.items() if shape.is_document_number(key)}
        return shape.number_documents((each for key, each in value.items() if key not in right), right)
    return shape.number_documents(value if isinstance(value, list) else ())


def _with_meta(tables: Tables, damage: list[str]) -> Tables:
    """Give the tables as those of a notebook of this version, if they do not say so any more."""
    if shape.is_notebook(tables) and all(map(_is_ours, _versions(tables))):
        return tables
    what = "of which version it is" if shape.is_notebook(tables) else "that it is a notebook"
    damage.append(f"The file does not say any more {what}.")
    meta = {number: _of_this_version(document) for number, document in tables.get("meta", {}).items()}
    if not shape.is_notebook({"meta": meta}):
        meta = shape.number_documents([meta_document()], meta)
    return {"meta": meta} | {name: table for name, table in tables.items() if name != "meta"}


def _of_this_version(document: Any) -> Any:
    is_ours = isinstance(document, dict) and document.get("program") == PROGRAM
    return document | {"schema": VERSION} if is_ours else document


def _ids(tables: Tables) -> int:
    """How many documents there are that have an id, those of one id counted once."""
    found = (each for table in tables.values() if isinstance(table, dict) for each in table.values())
    return len({str(each["id"]) for each in found if isinstance(each, dict) and "id" in each})


def documents(tables: Tables) -> str:
    """Say how many documents there are in tables."""
    count = sum(len(table) for table in tables.values() if isinstance(table, dict))
    return f"{counted(count, 'document')} in {counted(len(tables), 'table')}"
