"""Whether a file is whole and what it says fits together, and how it is put right.

Invariant: nothing is thrown away. What cannot be put right goes to the table `aside`, and the file as it was
is kept beside it. A TinyDB file of another program is only looked at as JSON: documents by number.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import backup, codec, disk, history, merging, migration, rescue, schema
from .anchoring import Anchoring
from .lock import Lock, LockedError
from .model import Anchor, NotebookError, StoredArticle, shown
from .opening import exists
from .wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from .model import Annotation
    from .schema import Document, Tables

ASIDE = "aside"
_MISSING = "An article that is missing from this notebook"
_ONE = {
    "tags": "tag",
    "articles": "article",
    "annotations": "annotation",
    "sessions": "session",
    "history": "step of undo",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a file."""

    problems: tuple[str, ...]
    """A sentence each; none: all is well."""
    summary: str
    """What is in the file, a sentence."""
    tables: Tables = field(repr=False)
    """The same, put right."""
    kept: str = ""
    """The name of the file as it was, once it has been put right."""


def check(path: Path, *, repair: bool = False) -> Report:
    """Look through a notebook, or a TinyDB file of another program, and put it right if asked.

    :raises NotebookError: it cannot be read, is no TinyDB file, of a newer version, or open elsewhere.
    """
    path = Path(os.path.realpath(path))
    if not repair:
        return _checked(path)[0]
    _read(path)
    try:
        lock = Lock(path)
    except LockedError as holder:
        raise NotebookError(f"{shown(path.name)} is open in {holder}: it cannot be repaired now.") from None
    except OSError as error:
        raise NotebookError(f"{shown(path)} cannot be locked: {error.strerror or error}.") from None
    try:
        report, content = _checked(path)
        return _put_right(path, report, content) if report.problems else report
    finally:
        lock.release()


def _checked(path: Path) -> tuple[Report, bytes]:
    content = _read(path)
    problems: list[str] = []
    tables = _tables(path, content, problems)
    if not rescue.is_ours(tables):
        return Report(tuple(problems), _documents(tables), tables), content
    if not rescue.is_of_version(tables, schema.VERSION):
        raise NotebookError(f"{shown(path)} was written by a newer version of reader.")
    checkup = _Checkup(migration.migrated(tables)[0])
    checkup.run()
    return Report((*problems, *checkup.problems), _count(checkup.tables), checkup.tables), content


def _read(path: Path) -> bytes:
    try:
        if not exists(path):
            raise NotebookError(f"{shown(path)}: there is no such file.")
        return disk.read(path)[0]
    except OSError as error:
        raise NotebookError(f"{shown(path)} cannot be read: {error.strerror or error}.") from None


def _put_right(path: Path, report: Report, content: bytes) -> Report:
    try:
        aside = disk.beside(path, "damaged")
        disk.replace(aside, [content], like=path)
        disk.replace(path, codec.pieces(report.tables), like=path)
    except OSError as error:
        raise NotebookError(f"{shown(path)} cannot be written: {error.strerror or error}.") from None
    return Report(report.problems, report.summary, report.tables, shown(aside.name))


def _tables(path: Path, content: bytes, problems: list[str]) -> Tables:
    """Give the tables in the file, or what is whole of them."""
    value: Any = None
    try:
        value = codec.loads(content) if content.strip() else {}
    except (ValueError, RecursionError):
        problems.append("The file is damaged.")
    copy, backed_up = backup.read(path)
    if value is None or (value == {} and backed_up):
        value = _rescued(path, content, (copy, backed_up), problems)
    whole = isinstance(value, dict) and all(map(rescue.is_table, value.values()))
    if not whole and not (rescue.is_sound(value) and rescue.is_table(value.get(ASIDE, {}))):
        raise NotebookError(f"{shown(path)} is no TinyDB file.")
    if not rescue.is_ours(value) and (rescue.is_fragment(content) or _holds_ours(value)):
        problems.append("The file does not say any more that it is a notebook.")
        value = {"meta": {"1": schema.meta_document()}} | {k: v for k, v in value.items() if k != "meta"}
    tables: Tables = value
    return tables


def _rescued(path: Path, content: bytes, copy: tuple[str, Tables], problems: list[str]) -> Tables:
    """Give what is whole in a damaged file, or else what is in its backup."""
    found, (name, backed_up) = rescue.rescue(content), copy
    problems.append(f"{_documents(found)} of it can be rescued.")
    if _documents_in(found) < _documents_in(backed_up):
        problems.append(f"The backup {shown(name)} holds more: {_documents(backed_up)}.")
        found = found if _documents_in(found) else backed_up
    if not _documents_in(found):
        raise NotebookError(f"{shown(path)} is damaged, or no TinyDB file; nothing in it can be rescued.")
    return found


def _holds_ours(tables: Tables) -> bool:
    """Whether some of the documents are such as only a notebook has."""
    return any(
        merging.is_sound(table, document)
        for table in ("annotations", "articles")
        for document in tables.get(table, {}).values()
    )


class _Checkup:
    """Looks through the tables of a notebook, tells what is wrong, and puts it right in `tables`."""

    def __init__(self, tables: Tables) -> None:
        self.tables: Tables = {name: {} for name in (*merging.TABLES, "history")}
        self.tables |= {
            name: dict(table) if isinstance(table, dict) else table for name, table in tables.items()
        }
        self.problems: list[str] = []

    def run(self) -> None:
        """Do it."""
        for table in (*merging.TABLES, "history"):
            self._set_aside(table)
        self._make_one_of_tags()
        self._free_digits()
        self._stand_in_for_articles()
        tags = {tag["id"] for tag in self.tables["tags"].values()}
        texts = {article["id"]: article["text"] for article in self.tables["articles"].values()}
        self._mend(partial(_with_known_tags, tags), "carries a tag that is gone", "carry tags that are gone")
        self._mend(
            partial(_without_lost_origin, texts),
            "came from an article that is gone",
            "came from articles that are gone",
        )
        self._mend(
            partial(_at_its_words, texts),
            "is not at the words it says; they were looked for in the article",
            "are not at the words they say; these were looked for in the articles",
        )

    def _tell(self, count: int, table: str, one: str, many: str) -> None:
        if count:
            self.problems.append(f"{counted(count, _ONE[table])} {one if count == 1 else many}.")

    def _set_aside(self, table: str) -> None:
        """Take out what is no document of this table, or the second of one id."""
        known: set[str] = set()
        wrong = {}
        for number, document in self.tables[table].items():
            if _is_sound(table, document) and document["id"] not in known:
                known.add(document["id"])
            else:
                wrong[number] = document
        aside = self.tables.setdefault(ASIDE, {}) if wrong else {}
        for number, document in wrong.items():
            del self.tables[table][number]
            aside[str(max(map(int, aside), default=0) + 1)] = {"table": table, "document": document}
        what = f"not as it should be; it goes to the table “{ASIDE}”"
        self._tell(
            len(wrong),
            table,
            f"is {what}",
            f"are {what.replace('it should', 'they should').replace('it goes', 'they go')}",
        )

    def _make_one_of_tags(self) -> None:
        names = Counter(tag["name"].casefold() for tag in self.tables["tags"].values())
        double = sum(names.values()) - len(names)
        if double:
            self._replace(merging.with_one_tag_a_name(merging.by_id(self.tables)))
        self._tell(
            double, "tags", "has the name of another one: they are one", "have names of others: they are one"
        )

    def _free_digits(self) -> None:
        documents = merging.by_id(self.tables)
        before = [tag.get("digit") for tag in documents["tags"].values()]
        merging.free_digits(documents["tags"])
        after = [tag.get("digit") for tag in documents["tags"].values()]
        changed = sum(a != b for a, b in zip(before, after, strict=True))
        if changed:
            self._replace(documents)
        self._tell(changed, "tags", "is pinned to the digit of another one", "are pinned to digits of others")

    def _replace(self, documents: merging.Documents) -> None:
        for table in ("tags", "annotations"):
            numbers = {document["id"]: number for number, document in self.tables[table].items()}
            self.tables[table] = {numbers[i]: document for i, document in documents[table].items()}

    def _stand_in_for_articles(self) -> None:
        """Make an article of the words that are known of one that is gone, so that they can be seen."""
        articles = self.tables["articles"]
        known = {article["id"] for article in articles.values()}
        words: dict[str, list[str]] = {}
        for document in self.tables["annotations"].values():
            for anchor in _anchors(schema.annotation(document)):
                if anchor.article not in known:
                    words.setdefault(anchor.article, []).append(anchor.selector.exact)
        for number, (article_id, parts) in enumerate(words.items(), max(map(int, articles), default=0) + 1):
            text = "\n".join(dict.fromkeys(filter(None, parts))) or _MISSING
            stand_in = StoredArticle(article_id, _MISSING, text, "-")
            articles[str(number)] = schema.article_document(stand_in)
        self._tell(
            len(words),
            "articles",
            "is missing; the words tagged and noted in it stand for it",
            "are missing; the words tagged and noted in them stand for them",
        )

    def _mend(self, mend: Callable[[Document], Document], one: str, many: str) -> None:
        annotations = self.tables["annotations"]
        mended = {number: mend(document) for number, document in annotations.items()}
        changed = sum(mended[number] is not document for number, document in annotations.items())
        self.tables["annotations"] = mended
        self._tell(changed, "annotations", one, many)


def _with_known_tags(known: Collection[str], document: Document) -> Document:
    tags = [tag for tag in document["tags"] if tag in known]
    return document if tags == document["tags"] else document | {"tags": tags}


def _without_lost_origin(articles: Collection[str], document: Document) -> Document:
    origin = document.get("origin")
    if origin is None or origin["article"] in articles:
        return document
    return {key: value for key, value in document.items() if key != "origin"}


def _at_its_words(texts: Mapping[str, str], document: Document) -> Document:
    mended = _anchor_at_its_words(document, texts)
    other = document.get("other")
    at_words = None if other is None else _anchor_at_its_words(other, texts)
    return mended if at_words is other else mended | {"other": at_words}


def _anchors(annotation: Annotation) -> Iterator[Anchor]:
    yield Anchor(annotation.article, annotation.selector, annotation.verdict)
    if annotation.other is not None:
        yield annotation.other


def _anchor_at_its_words(document: Document, texts: Mapping[str, str]) -> Document:
    """Give a document that is an anchor at the words it says: there, elsewhere, or lost."""
    if document.get("selector") is None or document.get("verdict") == "lost":
        return document
    text, selector = texts[document["article"]], schema.selector(document["selector"])
    if text[selector.start : selector.end] == selector.exact:
        return document
    found, verdict = Anchoring("", text).anchor(selector)
    was = document.get("was") or document["selector"]
    return document | {"selector": schema.selector_document(found), "verdict": verdict, "was": was}


def _is_sound(table: str, document: object) -> bool:
    if table != "history":
        return merging.is_sound(table, document)
    try:
        history.step(document)
    except schema.WrongDocumentError:
        return False
    return isinstance(document, dict) and isinstance(document.get("id"), str)


def _count(tables: Tables) -> str:
    """Say what is in a notebook."""
    counts = [counted(len(tables.get(table, {})), noun) for table, noun in _ONE.items()]
    return ", ".join(counts)


def _documents_in(tables: Tables) -> int:
    return sum(len(table) for table in tables.values() if isinstance(table, dict))


def _documents(tables: Tables) -> str:
    """Say how many documents there are in tables."""
    return f"{counted(_documents_in(tables), 'document')} in {counted(len(tables), 'table')}"
