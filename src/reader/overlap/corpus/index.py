"""The index of a folder of articles: one SQLite file, which can be thrown away and made again.

Which prints and subjects (`fingerprints`) stand in which article, and what is known of their files.
Every change is one transaction, so that two processes at once and a killed one leave an index that is whole.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from reader.overlap.corpus.fingerprints import ArticleSketch

VERSION: Final = 4
"""Of the tables and of what is in them: another one means another way of making prints."""
PATIENCE: Final = 60.0
"""Seconds to wait for another process that is writing."""
_TABLES: Final = {
    "files": "id INTEGER PRIMARY KEY, path BLOB UNIQUE, mtime INTEGER, size INTEGER, digest BLOB, error TEXT",
    "articles": "id INTEGER PRIMARY KEY, file INTEGER, number INTEGER, title TEXT, made_up INTEGER,"
    " source TEXT, date TEXT, sentences INTEGER, prints INTEGER, sample BLOB",
    "prints": "print INTEGER, article INTEGER, sentence INTEGER, PRIMARY KEY (print, article)",
    "subjects": "subject INTEGER, article INTEGER, PRIMARY KEY (subject, article)",
    "copies": "article INTEGER PRIMARY KEY, leader INTEGER",
    "groups": "place INTEGER PRIMARY KEY, story INTEGER, article INTEGER, shared INTEGER, strength REAL",
}
_ENTRIES: Final = (
    "SELECT articles.id, path, number, title, made_up, source, date, sentences"
    " FROM articles JOIN files ON file = files.id"
)
_LOOKED: Final = -1
"""In place of an article: groups or near copies were looked for, even if there are none."""
_LEADERS: Final = "article NOT IN (SELECT article FROM copies)"
"""Near copies count once: as the first of them."""


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """A file as it was when it was read."""

    path: str
    """Within the folder."""
    mtime: int
    """In nanoseconds."""
    size: int
    """In bytes."""
    digest: bytes = b""
    """Of the articles in it."""
    error: str | None = None
    """Why it holds no articles, a sentence."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """What is told of an article without opening it."""

    path: str
    number: int
    """Among the articles of its file, from 0."""
    title: str
    made_up: bool
    """The title is the first words of the text."""
    source: str | None
    date: str | None
    sentences: int
    """Without boilerplate."""


@dataclass(frozen=True, slots=True)
class GroupedArticle:
    """An article in a story, as they were found last."""

    article: int
    """Its number in the index."""
    shared: int
    """How many of its sentences stand in the others."""
    strength: float


class Index:
    """An open index. Its methods raise `sqlite3.Error` when the file is damaged or cannot be written."""

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path or ":memory:", timeout=PATIENCE, isolation_level=None)
        try:
            self._db.execute("PRAGMA cache_size = -65536")  # 64 MB
            self._db.execute("PRAGMA synchronous = NORMAL")
            if not self._is_ours():
                self._make()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def files(self) -> dict[str, IndexedFile]:
        """What is known of the files, by path."""
        rows = self._db.execute("SELECT path, mtime, size, digest, error FROM files")
        return {os.fsdecode(path): IndexedFile(os.fsdecode(path), *rest) for path, *rest in rows}

    def put(self, read: Sequence[tuple[IndexedFile, Sequence[tuple[ArticleEntry, ArticleSketch]]]]) -> None:
        """Take in files that are new or changed, with their articles."""
        if not read:
            return
        with self._change():
            self._drop([file.path for file, _ in read])
            self._forget_findings()
            prints: list[tuple[int, int, int]] = []
            subjects: list[tuple[int, int]] = []
            for file, articles in read:
                file_id = self._add_file(file)
                for entry, sketch in articles:
                    article = self._add_article(file_id, entry, sketch)
                    prints += ((found, article, sentence) for found, sentence in sketch.prints.items())
                    subjects += ((subject, article) for subject in sketch.subjects)
            prints.sort()  # in the order of the table: many times as fast
            subjects.sort()
            self._db.executemany("INSERT OR IGNORE INTO prints VALUES (?, ?, ?)", prints)
            self._db.executemany("INSERT OR IGNORE INTO subjects VALUES (?, ?)", subjects)

    def touch(self, files: Sequence[IndexedFile]) -> None:
        """Take in that files have new times but the same articles."""
        if not files:
            return
        rows = [(file.mtime, file.size, os.fsencode(file.path)) for file in files]
        with self._change():
            self._db.executemany("UPDATE files SET mtime = ?, size = ? WHERE path = ?", rows)

    def remove(self, paths: Sequence[str]) -> None:
        """Forget files."""
        with self._change():
            self._drop(paths)
            self._forget_findings()

    def entries(self) -> dict[int, ArticleEntry]:
        """All articles by their numbers in the index."""
        return {row[0]: _entry(row) for row in self._db.execute(_ENTRIES)}

    def count(self) -> int:
        """How many articles there are."""
        found: int = self._db.execute("SELECT count(*) FROM articles").fetchone()[0]
        return found

    def prints(self, most: int) -> Iterator[tuple[array[int], array[int]]]:
        """For each print in two to `most` leaders: those articles, and the sentence in each."""
        rows = self._db.execute(
            f"SELECT group_concat(article), group_concat(sentence) FROM prints WHERE {_LEADERS}"  # noqa: S608 - ours
            " GROUP BY print HAVING count(*) BETWEEN 2 AND ?",
            (most,),
        )
        return ((_numbers(articles), _numbers(sentences)) for articles, sentences in rows)

    def subjects(self) -> Iterator[array[int]]:
        """For each subject: the leaders that are about it."""
        rows = self._db.execute(
            f"SELECT group_concat(article) FROM subjects WHERE {_LEADERS} GROUP BY subject"  # noqa: S608 - ours
        )
        return (_numbers(articles) for (articles,) in rows)

    def with_print(self, found: int, most: int) -> list[int]:
        """The leaders that have this print, at most so many."""
        query = f"SELECT article FROM prints WHERE print = ? AND {_LEADERS} LIMIT ?"  # noqa: S608 - ours
        rows = self._db.execute(query, (found, most))
        return [row[0] for row in rows]

    def about(self, subject: int, most: int) -> list[int]:
        """The leaders that are about this, at most so many."""
        query = f"SELECT article FROM subjects WHERE subject = ? AND {_LEADERS} LIMIT ?"  # noqa: S608 - ours
        rows = self._db.execute(query, (subject, most))
        return [row[0] for row in rows]

    def having(self, found: int, articles: Sequence[int]) -> list[int]:
        """Those of the articles that have this print."""
        marks = ", ".join("?" * len(articles))
        rows = self._db.execute(
            f"SELECT article FROM prints WHERE print = ? AND article IN ({marks})",  # noqa: S608 - ours
            (found, *articles),
        )
        return [row[0] for row in rows]

    def prints_of(self, articles: Collection[int]) -> dict[int, dict[int, int]]:
        """For each of the articles: print → sentence. Goes through all prints."""
        found: dict[int, dict[int, int]] = {article: {} for article in articles}
        for print_, article, sentence in self._db.execute("SELECT print, article, sentence FROM prints"):
            if article in found:
                found[article][print_] = sentence
        return found

    def samples(self) -> Iterator[tuple[int, array[int]]]:
        """For each article its smallest prints, smallest first; that with most prints first."""
        rows = self._db.execute(
            "SELECT articles.id, sample FROM articles JOIN files ON file = files.id"
            " ORDER BY prints DESC, path, number"
        )
        return ((article, array("q", sample)) for article, sample in rows)

    def copies(self) -> dict[int, int] | None:
        """Of each near copy its leader, as kept; None when articles have come or gone since."""
        found = dict(self._db.execute("SELECT article, leader FROM copies"))
        return found if found.pop(_LOOKED, None) else None

    def keep_copies(self, copies: Mapping[int, int], state: tuple[int, int]) -> None:
        """Keep the near copies found in this state."""
        with self._change():
            if self.state() == state:
                self._db.execute("DELETE FROM copies")
                self._db.executemany(
                    "INSERT INTO copies VALUES (?, ?)", [(_LOOKED, _LOOKED), *copies.items()]
                )

    def entries_of(self, articles: Iterable[int]) -> dict[int, ArticleEntry]:
        """These articles by their numbers in the index."""
        one = f"{_ENTRIES} WHERE articles.id = ?"
        rows = [self._db.execute(one, (article,)).fetchone() for article in articles]
        return {row[0]: _entry(row) for row in rows if row}

    def state(self) -> tuple[int, int]:
        """Another one when articles have come or gone, by this process or another."""
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        return version, self._db.total_changes

    def groups(self) -> list[list[GroupedArticle]] | None:
        """The groups as they were kept; None when articles have come or gone since."""
        rows = self._db.execute(
            "SELECT story, article, shared, strength FROM groups ORDER BY place"
        ).fetchall()
        if not rows:
            return None
        stories: dict[int, list[GroupedArticle]] = {}
        for story, *rest in rows[1:]:
            stories.setdefault(story, []).append(GroupedArticle(*rest))
        return list(stories.values())

    def keep(self, groups: Sequence[Sequence[GroupedArticle]], state: tuple[int, int]) -> None:
        """Keep the groups found in this state. The first row only says that they were looked for."""
        rows = [(n, one.article, one.shared, one.strength) for n, group in enumerate(groups) for one in group]
        with self._change():
            if self.state() == state:
                self._db.execute("DELETE FROM groups")
                self._db.executemany(
                    "INSERT INTO groups (story, article, shared, strength) VALUES (?, ?, ?, ?)",
                    [(_LOOKED, _LOOKED, 0, 0.0), *rows],
                )

    def _is_ours(self) -> bool:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        return version == VERSION and self._names() == set(_TABLES)

    def _names(self) -> set[str]:
        rows = self._db.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        return {row[0] for row in rows}

    def _make(self) -> None:
        """Make the tables, in place of others that may be there."""
        with self._change():
            if self._is_ours():  # another process was faster
                return
            for name in self._names():
                self._db.execute(f'DROP TABLE "{name}"')
            for name, columns in _TABLES.items():
                rowid = " WITHOUT ROWID" if name in {"prints", "subjects"} else ""
                self._db.execute(f"CREATE TABLE {name} ({columns}){rowid}")
            self._db.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Everything or nothing; one process at a time."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _forget_findings(self) -> None:
        self._db.execute("DELETE FROM groups")
        self._db.execute("DELETE FROM copies")

    def _drop(self, paths: Sequence[str]) -> None:
        """Prints are kept in the order of prints: those without an article are found by going through all."""
        known = [
            path
            for path in map(os.fsencode, paths)
            if self._db.execute("SELECT 1 FROM files WHERE path = ?", (path,)).fetchone()
        ]
        if not known:
            return
        rows = [(path,) for path in known]
        self._db.executemany("DELETE FROM articles WHERE file = (SELECT id FROM files WHERE path = ?)", rows)
        self._db.executemany("DELETE FROM files WHERE path = ?", rows)
        for table in ("prints", "subjects"):
            self._db.execute(f"DELETE FROM {table} WHERE article NOT IN (SELECT id FROM articles)")  # noqa: S608 - ours

    def _add_file(self, file: IndexedFile) -> int | None:
        row = (os.fsencode(file.path), file.mtime, file.size, file.digest, file.error)
        return self._db.execute(
            "INSERT INTO files (path, mtime, size, digest, error) VALUES (?, ?, ?, ?, ?)", row
        ).lastrowid

    def _add_article(self, file: int | None, entry: ArticleEntry, sketch: ArticleSketch) -> int:
        told = (entry.number, entry.title, entry.made_up, entry.source, entry.date, entry.sentences)
        article = self._db.execute(
            "INSERT INTO articles (file, number, title, made_up, source, date, sentences, prints, sample)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (file, *told, len(sketch.prints), array("q", sketch.sample).tobytes()),
        ).lastrowid
        assert article is not None
        return article


def _entry(row: tuple[Any, ...]) -> ArticleEntry:
    _, path, number, title, made_up, source, date, sentences = row
    return ArticleEntry(os.fsdecode(path), number, title, bool(made_up), source, date, sentences)


def _numbers(joined: str) -> array[int]:
    return array("q", map(int, joined.split(",")))
