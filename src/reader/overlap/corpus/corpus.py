"""A folder of thousands of articles: which tell one story, and what else there is on the story of this one.

    with Corpus.open(folder, cache) as corpus:
        corpus.update()
        corpus.stories()

The index can always be made again. So one that is damaged, or of another version, is built again, and where
none can be written it is kept in memory; `notices` says so.
"""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self, TypeVar

from reader.articles import Article, shown_title
from reader.overlap.corpus.cache import index_file, mark_used
from reader.overlap.corpus.fingerprints import sketch_article
from reader.overlap.corpus.index import ArticleEntry, GroupedArticle, Index
from reader.overlap.corpus.searching import find_groups, find_similar
from reader.overlap.corpus.updating import update_index
from reader.overlap.pacing import Progress, ignore_progress

_T = TypeVar("_T")

REBUILT: Final = "The index of the folder was damaged: it has been built again."
IN_MEMORY: Final = "The index of the folder cannot be written: it is kept in memory this time."


@dataclass(frozen=True, slots=True)
class Member(ArticleEntry):
    """An article of a corpus, as part of a story or as like another one; `path` begins with the folder."""

    shared: int
    """How many of its sentences are, word for word or edited, in another article of the story. Of an article
    that is like another one: how many sentences of that one are in this one."""
    strength: float
    """How much it has in common with the others, or with that one; 1 is as good as one sentence that nobody
    else has."""

    @property
    def shown(self) -> str:
        """The title; in brackets when it is made up."""
        return shown_title(self.title, made_up=self.made_up)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about the same event."""

    members: tuple[Member, ...]  # two or more; first those that have most in common with the rest

    @property
    def title(self) -> str:
        """The title of the article that has most in common with the others."""
        return self.members[0].title

    @property
    def shared(self) -> int:
        """How many sentences of its articles are in another of them, all articles together."""
        return sum(member.shared for member in self.members)


class Corpus:
    """A folder and its index. To be used in the thread that opened it."""

    def __init__(self, folder: str | Path, file: Path | None, encoding: str | None = None) -> None:
        """Open the index in a file; None keeps it in memory."""
        self._folder = str(folder)
        self._file = file
        self._encoding = encoding
        self.notices: list[str] = []  # what the user should know of the index, a sentence each
        try:
            self._index = Index(file)
        except (OSError, sqlite3.OperationalError):
            self._index = self._make_in_memory()
        except sqlite3.DatabaseError:
            self._index = self._rebuild()

    @classmethod
    def open(cls, folder: str | Path, cache: Path | None, *, encoding: str | None = None) -> Self:
        """Open the index of a folder, kept in the folder `cache`; None keeps it in memory."""
        file = cache and index_file(folder, cache, encoding)
        corpus = cls(folder, file, encoding)
        if file:
            mark_used(file)
        return corpus

    def __enter__(self) -> Self:
        """Return the corpus, which is closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the index."""
        self.close()

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def update(self, progress: Progress = ignore_progress) -> None:
        """Bring the index up to the articles that are there now.

        Raises ArticleError if the folder cannot be read, and whatever `progress` raises: what was read until
        then is mostly kept.
        """
        self._try(lambda index: update_index(index, self._folder, self._encoding, progress), progress)

    def count(self) -> int:
        """Return how many articles there are."""
        return self._try(Index.count)

    def left_out(self) -> list[str]:
        """Return a sentence on each file that cannot be read."""
        return self._try(lambda index: [file.error for file in index.files().values() if file.error])

    def stories(self, progress: Progress = ignore_progress) -> list[Story]:
        """Return the stories, largest first. Articles that stand alone are in none."""
        return self._try(lambda index: self._stories(index, progress))

    def known_story(self, article: Article) -> Story | None:
        """Return the story of an article of the folder; None as long as the stories are not known."""

        def search(index: Index) -> Story | None:
            stories = self._stories(index, ignore_progress) if index.groups() is not None else []
            return next((one for one in stories if any(_of_one_file(m, article) for m in one.members)), None)

        return self._try(search)

    def more_like(self, article: Article, limit: int = 20) -> list[Member]:
        """Return articles that tell the story of this one, most like it first; not those of its own file."""

        def search(index: Index) -> list[Member]:
            found = {one.article: one for one in find_similar(index, sketch_article(article), 2 * limit + 10)}
            members = [self._member(entry, found[one]) for one, entry in index.entries_of(found).items()]
            return [member for member in members if not _of_one_file(member, article)][:limit]

        return self._try(search)

    def _stories(self, index: Index, progress: Progress) -> list[Story]:
        groups = find_groups(index, progress)
        entries = index.entries()  # by now another process may have taken some out
        there = ([one for one in group if one.article in entries] for group in groups)
        stories = (group for group in there if len(group) > 1)
        return [Story(tuple(self._member(entries[one.article], one) for one in group)) for group in stories]

    def _member(self, entry: ArticleEntry, found: GroupedArticle) -> Member:
        known = asdict(entry) | {"path": str(Path(self._folder, entry.path))}
        return Member(**known, shared=found.shared, strength=round(found.strength, 3))

    def _try(self, work: Callable[[Index], _T], progress: Progress = ignore_progress) -> _T:
        """Do the work; if the index fails, do it with another one, which is brought up to date first."""
        while self._file is not None:
            try:
                return work(self._index)
            except sqlite3.ProgrammingError:
                raise
            except sqlite3.OperationalError:
                self._index.close()
                self._index = self._make_in_memory()
            except sqlite3.DatabaseError:
                self._index.close()
                self._index = self._rebuild()
            update_index(self._index, self._folder, self._encoding, progress)
        return work(self._index)

    def _make_in_memory(self) -> Index:
        """Make an index in memory, when the folder is read-only, the disk full, or the file locked."""
        self.notices.append(IN_MEMORY)
        self._file = None
        return Index(None)

    def _rebuild(self) -> Index:
        assert self._file is not None
        self.notices.append(REBUILT)
        try:
            self._file.unlink(missing_ok=True)
            return Index(self._file)
        except (OSError, sqlite3.Error):
            return self._make_in_memory()


def _of_one_file(member: Member, article: Article) -> bool:
    here, there = os.path.abspath(member.path), os.path.abspath(article.path)  # noqa: PTH100 - links not followed
    return here == there
