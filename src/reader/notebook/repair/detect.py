"""What a file is: a notebook, whole or damaged, a TinyDB database of another program, or neither.

Opening, `reader check` and `reader merge` all decide here. Single documents are looked at in `repair.tables`.
"""

from __future__ import annotations

from contextlib import suppress
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.notebook.model import display_path
from reader.notebook.schema import codec, shape
from reader.notebook.schema.documents import ASIDE, FIELDS, PROGRAM, TABLES, VERSION, meta_document
from reader.notebook.state.lazy_documents import read_as_written
from reader.notebook.storage.backup import read_backup
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.notebook.schema.documents import Document, Tables

_UNMISTAKABLE = ("tags", "articles", "annotations", "history")
"""Tables whose documents have fields that only a notebook has together."""


class DetectedFile(NamedTuple):
    """What is in a file."""

    tables: Tables
    """All our tables in it are tables, and `meta` says of which version they are."""
    ours: bool = True
    """Whether it is a notebook, or has no documents yet; else it is of another program."""
    newer: bool = False
    """Whether it is a notebook of a later version; `tables` holds only what this version knows."""
    damage: tuple[str, ...] = ()
    """What is wrong with the file, a sentence each; empty if it is whole."""
    backup: str = ""
    """A sentence that the backup holds more, or was taken instead; empty if neither."""


def detect_file(path: Path, content: bytes, *, lazy: bool = False) -> DetectedFile | None:
    """Return what the content of the file at `path` is; None if it is no TinyDB file nor the rest of one.

    :param lazy: large tables may be returned with their documents still encoded; see `lazy_documents`.
    """
    if lazy and (tables := read_as_written(content)) and _is_whole(content, tables):
        return DetectedFile(tables)
    value = _decode(content)
    if _is_whole(content, value):
        return DetectedFile(value)
    if shape.is_notebook(value) and any(map(_is_later, _versions(value))):
        tables = {name: table for name, table in value.items() if shape.is_table(table)}
        return DetectedFile(tables, newer=True)
    if value is None or shape.is_notebook(value) or _is_blank(value) or _holds_ours(value):
        return _detect_damaged(path, content, value)
    return DetectedFile(value, ours=False) if shape.is_database(value) else None


def describe_tables(tables: Tables) -> str:
    """Return how many documents there are, as in "3 documents in 2 tables"."""
    count = sum(len(table) for table in tables.values() if isinstance(table, dict))
    return f"{counted(count, 'document')} in {counted(len(tables), 'table')}"


def _decode(content: bytes) -> Any:
    """Return the value that the content stands for; None if it is damaged."""
    try:
        return codec.decode_json(content) if content.strip() else {}
    except (ValueError, RecursionError):
        return None


def _is_whole(content: bytes, value: Any) -> bool:
    """Return whether the value is a notebook of this version or an earlier one, with nothing damaged."""
    return (
        shape.has_notebook_shape(value)
        and shape.is_table(value.get(ASIDE, {}))
        and all(map(_is_known, _versions(value)))
        and not _foreign_tables_with_ours(value)
        and not shape.has_hidden_documents(content, value)
    )


def _is_blank(value: object) -> bool:
    """Return whether this is what TinyDB makes of a database without documents."""
    return isinstance(value, dict) and not any(value.values())


def _holds_ours(value: object) -> bool:
    """Return whether some of the documents are such as only a notebook has."""
    every = _documents(value) if isinstance(value, dict) else ()
    return any(document.keys() >= FIELDS[name] for document in every for name in _UNMISTAKABLE)


def _foreign_tables_with_ours(value: dict[str, Any]) -> list[str]:
    """Return the names of tables that are not ours and hold documents that are."""
    others = (name for name in value if name not in TABLES and name != ASIDE)
    return [name for name in others if _holds_ours({name: value[name]})]


def _versions(value: Any) -> list[Any]:
    documents = [each for each in value["meta"].values() if isinstance(each, dict)]
    return [document.get("schema") for document in documents if document.get("program") == PROGRAM]


def _is_known(version: Any) -> bool:
    return type(version) is int and 1 <= version <= VERSION


def _is_later(version: Any) -> bool:
    """Return whether this is a number above our version, also as a text; what is no number is damage."""
    with suppress(TypeError, ValueError, OverflowError):
        return not isinstance(version, bool) and VERSION < float(version) < inf
    return False


def _detect_damaged(path: Path, content: bytes, value: Any) -> DetectedFile | None:
    """Return what can be had of a damaged file, or its backup where nothing can.

    :param value: what was decoded; None if nothing could be.
    """
    from reader.notebook.repair.rescue import rescue_documents, unnest_documents  # noqa: PLC0415 - rarely needed

    backup_name, backup = read_backup(path)
    if _is_blank(value) and not backup:
        return DetectedFile(value if shape.is_database(value) else {})
    damage: list[str] = []
    tables, rescued = _only_tables(value or {}, damage), rescue_documents(content)
    if _is_notebook(content, value or rescued):
        tables, rescued = unnest_documents(tables), unnest_documents(rescued)
    if value is None or _count_ids(rescued) > _count_ids(tables):
        tables = rescued
        damage = ["The file is damaged.", f"{describe_tables(tables)} of it can be rescued."]
    if not _is_notebook(content, tables) and not backup:
        return DetectedFile(tables, ours=False, damage=tuple(damage)) if any(tables.values()) else None
    notice, count, in_backup = "", shape.count_documents(tables), shape.count_documents(backup)
    if count < in_backup:
        what = "holds more" if count else "was taken instead"
        advice = "; `reader merge` makes one of the two" if count else ""
        notice = f"The backup {display_path(backup_name)} {what}: {in_backup:,}{advice}."
        tables = tables if count else backup
    return DetectedFile(_with_meta(tables, damage), damage=tuple(damage), backup=notice)


def _is_notebook(content: bytes, tables: Tables) -> bool:
    return shape.starts_like_notebook(content) or shape.is_notebook(tables) or _holds_ours(tables)


def _only_tables(value: dict[str, Any], damage: list[str]) -> Tables:
    """Return our tables as tables, where they are lists or have keys that are no numbers; note it."""
    tables: Tables = dict(value)
    for name in (*TABLES, ASIDE):
        entries = value.get(name, {})
        if shape.is_table(entries):
            continue
        damage.append(f"“{name}” in the file is no table; what is whole of it stays.")
        kept: dict[str, Any] = {}
        if isinstance(entries, dict):
            kept = {key: each for key, each in entries.items() if shape.is_document_number(key)}
            entries = [each for key, each in entries.items() if key not in kept]
        tables[name] = shape.number_documents(entries if isinstance(entries, list) else (), kept)
    strays = _foreign_tables_with_ours(value)
    damage += [f"“{display_path(name)}” in the file holds entries of a notebook." for name in strays]
    return tables


def _with_meta(tables: Tables, damage: list[str]) -> Tables:
    """Return the tables with a `meta` that says they are a notebook of this version; note if it did not."""
    is_ours = shape.is_notebook(tables)
    if is_ours and all(map(_is_known, _versions(tables))):
        return tables
    what = "of which version it is" if is_ours else "that it is a notebook"
    damage.append(f"The file does not say any more {what}.")
    meta = dict(tables.get("meta", {}))
    for number, document in meta.items():
        if isinstance(document, dict) and document.get("program") == PROGRAM:
            meta[number] = document | {"schema": VERSION}
    if not is_ours:
        meta = shape.number_documents([meta_document()], meta)
    return {"meta": meta} | {name: table for name, table in tables.items() if name != "meta"}


def _count_ids(tables: Tables) -> int:
    return len({str(document["id"]) for document in _documents(tables) if "id" in document})


def _documents(tables: Tables) -> Iterator[Document]:
    """Yield the documents, also of tables that may be anything."""
    for table in tables.values():
        if isinstance(table, dict):
            yield from (document for document in table.values() if isinstance(document, dict))
