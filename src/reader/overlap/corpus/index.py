"""The index of a folder of articles: one SQLite file, which can be thrown away and made again.

It has which prints and subjects (`fingerprints`) are in which article, and what is known of their files.
Every change is one transaction, so that two processes at once, or a killed one, leave an index that is whole.
"""

import os
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from reader.overlap.corpus.fingerprints import ArticleSketch

VERSION: Final = 4  # of the tables and of what is in them: to be raised when prints are made in another way
PATIENCE: Final = 60.0  # seconds to wait for another process that is writing
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
_SEARCHED: Final = -1  # in place of an article: groups or copies were searched for, even if there are none
_LEADERS: Final = "article NOT IN (SELECT article FROM copies)"  # near-duplicates count once: as their leader


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """A file as it was when it was read."""

    path: str  # within the folder
    mtime: int  # in nanoseconds
    size: int  # in bytes
    digest: bytes = b""  # of the articles in it
    error: str | None = None  # why it holds no articles, a sentence


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """What the index knows of an article without opening its file."""

    path: str  # within the folder
    number: int  # among the articles of its file, from 0
    title: str
    made_up: bool  # the title is the first words of the text
    source: str | None
    date: str | None
    sentences: int  # without boilerplate


@dataclass(frozen=True, slots=True)
class GroupedArticle:
    """An article in a story."""

    article: int  # its number in the index
    shared: int  # how many of its sentences are in the other articles of the story
    strength: float


class Index:
    """An open index. Its methods raise `sqlite3.Error` when the file is damaged or cannot be written."""

    def __init__(self, path: Path | None) -> None:
        """Open an index, or make it; None keeps it in memory."""
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path or ":memory:", timeout=PATIENCE, isolation_level=None)
        try:
            self._db.execute("PRAGMA cache_size = -65536")  # 64 MB
            self._db.execute("PRAGMA synchronous = NORMAL")
            if not self._has_our_tables():
                self._make_tables()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # Files

    def files(self) -> dict[str, IndexedFile]:
        """Return what is known of the files, by path."""
        rows = self._db.execute("SELECT path, mtime, size, digest, error FROM files")
        return {os.fsdecode(path): IndexedFile(os.fsdecode(path), *rest) for path, *rest in rows}

    def put_files(
        self, read: Sequence[tuple[IndexedFile, Sequence[tuple[ArticleEntry, ArticleSketch]]]]
    ) -> None:
        """Add files that are new or changed, with their articles."""
        if not read:
            return
        with self._transaction():
            self._delete_files([file.path for file, _ in read])
            prints: list[tuple[int, int, int]] = []
            subjects: list[tuple[int, int]] = []
            for file, articles in read:
                file_id = self._db.execute(
                    "INSERT INTO files (path, mtime, size, digest, error) VALUES (?, ?, ?, ?, ?)",
                    (os.fsencode(file.path), file.mtime, file.size, file.digest, file.error),
                ).lastrowid
                for entry, sketch in articles:
                    article = self._add_article(file_id, entry, sketch)
                    prints += ((one, article, sentence) for one, sentence in sketch.prints.items())
                    subjects += ((subject, article) for subject in sketch.subjects)
            prints.sort()  # in the order of the table: many times as fast
            subjects.sort()
            self._db.executemany("INSERT OR IGNORE INTO prints VALUES (?, ?, ?)", prints)
            self._db.executemany("INSERT OR IGNORE INTO subjects VALUES (?, ?)", subjects)

    def touch_files(self, files: Sequence[IndexedFile]) -> None:
        """Note that files have new times but the same articles."""
        if not files:
            return
        rows = [(file.mtime, file.size, os.fsencode(file.path)) for file in files]
        with self._transaction():
            self._db.executemany("UPDATE files SET mtime = ?, size = ? WHERE path = ?", rows)

    def remove_files(self, paths: Sequence[str]) -> None:
        """Remove files with their articles."""
        with self._transaction():
            self._delete_files(paths)

    # Articles

    def count(self) -> int:
        """Return how many articles there are."""
        return int(self._db.execute("SELECT count(*) FROM articles").fetchone()[0])

    def entries(self) -> dict[int, ArticleEntry]:
        """Return all articles by their numbers in the index."""
        return {row[0]: _entry(row) for row in self._db.execute(_ENTRIES)}

    def entries_of(self, articles: Iterable[int]) -> dict[int, ArticleEntry]:
        """Return those of the articles that are there, by their numbers in the index."""
        one = f"{_ENTRIES} WHERE articles.id = ?"
        rows = [self._db.execute(one, (article,)).fetchone() for article in articles]
        return {row[0]: _entry(row) for row in rows if row}

    def samples(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield each article with its smallest prints, smallest first; the article with most prints first."""
        rows = self._db.execute(
            "SELECT articles.id, sample FROM articles JOIN files ON file = files.id"
            " ORDER BY prints DESC, path, number"
        )
        return ((article, array("q", sample)) for article, sample in rows)

    # Prints and subjects

    def prints(self, most: int) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """Yield for each print that two to `most` leaders have: those articles, and the sentence in each."""
        rows = self._db.execute(
            f"SELECT group_concat(article), group_concat(sentence) FROM prints WHERE {_LEADERS}"  # noqa: S608 - ours
            " GROUP BY print HAVING count(*) BETWEEN 2 AND ?",
            (most,),
        )
        return ((_numbers(articles), _numbers(sentences)) for articles, sentences in rows)

    def prints_of(self, articles: Collection[int]) -> dict[int, dict[int, int]]:
        """Return for each of the articles: print → sentence. Goes through all prints."""
        found: dict[int, dict[int, int]] = {article: {} for article in articles}
        for one, article, sentence in self._db.execute("SELECT print, article, sentence FROM prints"):
            if article in found:
                found[article][one] = sentence
        return found

    def leaders_with_print(self, one: int, most: int) -> list[int]:
        """Return the leaders that have a print, at most so many."""
        return self._column(f"SELECT article FROM prints WHERE print = ? AND {_LEADERS} LIMIT ?", one, most)  # noqa: S608

    def articles_with_print(self, one: int, articles: Sequence[int]) -> list[int]:
        """Return those of the articles that have a print."""
        marks = ", ".join("?" * len(articles))
        query = f"SELECT article FROM prints WHERE print = ? AND article IN ({marks})"  # noqa: S608 - ours
        return self._column(query, one, *articles)

    def subjects(self) -> Iterator[Sequence[int]]:
        """Yield for each subject the leaders that are about it."""
        rows = self._column(f"SELECT group_concat(article) FROM subjects WHERE {_LEADERS} GROUP BY subject")  # noqa: S608
        return map(_numbers, rows)

    def leaders_about(self, subject: int, most: int) -> list[int]:
        """Return the leaders that are about a subject, at most so many."""
        query = f"SELECT article FROM subjects WHERE subject = ? AND {_LEADERS} LIMIT ?"  # noqa: S608 - ours
        return self._column(query, subject, most)

    # What was found, as long as no article comes or goes

    def state(self) -> tuple[int, int]:
        """Return a value that is another one when this process or another has changed the index."""
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        return version, self._db.total_changes

    def copies(self) -> dict[int, int] | None:
        """Return the leader of each near-duplicate; None when articles have come or gone since."""
        found = dict(self._db.execute("SELECT article, leader FROM copies"))
        return found if found.pop(_SEARCHED, None) else None

    def store_copies(self, copies: Mapping[int, int], state: tuple[int, int]) -> None:
        """Store the near-duplicates found in this state, if the index is still in it."""
        with self._transaction():
            if self.state() == state:
                self._db.execute("DELETE FROM copies")
                rows = [(_SEARCHED, _SEARCHED), *copies.items()]
                self._db.executemany("INSERT INTO copies VALUES (?, ?)", rows)

    def groups(self) -> list[list[GroupedArticle]] | None:
        """Return the groups as they were stored; None when articles have come or gone since."""
        query = "SELECT story, article, shared, strength FROM groups ORDER BY place"
        rows = self._db.execute(query).fetchall()
        if not rows:
            return None
        stories: dict[int, list[GroupedArticle]] = {}
        for story, *rest in rows[1:]:  # the first row only says that they were searched for
            stories.setdefault(story, []).append(GroupedArticle(*rest))
        return list(stories.values())

    def store_groups(self, groups: Sequence[Sequence[GroupedArticle]], state: tuple[int, int]) -> None:
        """Store the groups found in this state, if the index is still in it."""
        rows = [(n, one.article, one.shared, one.strength) for n, group in enumerate(groups) for one in group]
        with self._transaction():
            if self.state() == state:
                self._db.execute("DELETE FROM groups")
                self._db.executemany(
                    "INSERT INTO groups (story, article, shared, strength) VALUES (?, ?, ?, ?)",
                    [(_SEARCHED, _SEARCHED, 0, 0.0), *rows],
                )

    def _has_our_tables(self) -> bool:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        return version == VERSION and self._table_names() == set(_TABLES)

    def _table_names(self) -> set[str]:
        return {*self._column("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")}

    def _make_tables(self) -> None:
        """Make the tables, in place of others that may be there."""
        with self._transaction():
            if self._has_our_tables():  # another process was faster
                return
            for name in self._table_names():
                self._db.execute(f'DROP TABLE "{name}"')
            for name, columns in _TABLES.items():
                rowid = " WITHOUT ROWID" if name in {"prints", "subjects"} else ""
                self._db.execute(f"CREATE TABLE {name} ({columns}){rowid}")
            self._db.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Change everything or nothing, one process at a time."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _column(self, query: str, *values: int) -> list[Any]:
        return [row[0] for row in self._db.execute(query, values)]

    def _delete_files(self, paths: Sequence[str]) -> None:
        """Delete files that may be there, their articles, and all that was found.

        Prints are in the order of prints: those without an article are found by going through all of them.
        """
        self._db.execute("DELETE FROM groups")
        self._db.execute("DELETE FROM copies")
        there = "SELECT 1 FROM files WHERE path = ?"
        known = [one for one in zip(map(os.fsencode, paths)) if self._db.execute(there, one).fetchone()]
        if not known:
            return
        self._db.executemany("DELETE FROM articles WHERE file = (SELECT id FROM files WHERE path = ?)", known)
        self._db.executemany("DELETE FROM files WHERE path = ?", known)
        for table in ("prints", "subjects"):
            self._db.execute(f"DELETE FROM {table} WHERE article NOT IN (SELECT id FROM articles)")  # noqa: S608 - ours

    def _add_article(self, file: int | None, entry: ArticleEntry, sketch: ArticleSketch) -> int:
        known = (entry.number, entry.title, entry.made_up, entry.source, entry.date, entry.sentences)
        article = self._db.execute(
            "INSERT INTO articles (file, number, title, made_up, source, date, sentences, prints, sample)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (file, *known, len(sketch.prints), array("q", sketch.sample).tobytes()),
        ).lastrowid
        assert article is not None
        return article


def _entry(row: tuple[Any, ...]) -> ArticleEntry:
    _, path, number, title, made_up, source, date, sentences = row
    return ArticleEntry(os.fsdecode(path), number, title, bool(made_up), source, date, sentences)


def _numbers(joined: str) -> Sequence[int]:
    return array("q", map(int, joined.split(",")))
