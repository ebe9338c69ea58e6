"""A folder of thousands of articles: which tell one story, and what else there is on the story of this one.

    with Corpus.open(folder, cache) as corpus:
        corpus.update()
        corpus.stories()

The index can always be made again. So one that is damaged, or of another version, is made anew, and where
none can be written it is kept in memory; `notices` says so.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from hashlib import blake2b
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, TypeVar

from reader.articles import Article, ArticleError, find_article_files, load, shown_title
from reader.overlap.corpus.article_similarity import FAINT, MOST_STANDING, Postings, similar_articles
from reader.overlap.corpus.cache import index_file, use
from reader.overlap.corpus.fingerprints import sketch_article
from reader.overlap.corpus.grouping import group_articles
from reader.overlap.corpus.index import ArticleEntry, GroupedArticle, Index, IndexedFile
from reader.overlap.corpus.near_duplicates import copies_by_leader, find_near_duplicates, shared_sentences
from reader.overlap.pacing import gc_paused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.overlap.corpus.article_similarity import ArticleSimilarity
    from reader.overlap.corpus.fingerprints import ArticleSketch

    Progress = Callable[[int, int], None]
    """Called with how many of how many are done."""

_Result = TypeVar("_Result")


def _quiet(_done: int, _of: int) -> None:
    """Tell nobody."""


_BATCH: Final = 2_000
"""Files that are put into the index at once."""
MADE_ANEW: Final = "The index of the folder was damaged: it is made anew."
IN_MEMORY: Final = "The index of the folder cannot be written: it is made for this once."


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a corpus, as part of a story or as like another one."""

    path: str
    """To be opened: the folder as it was given, and the way from there."""
    number: int
    """Among the articles of its file, from 0."""
    title: str
    made_up: bool
    """The title is the first words of the text."""
    source: str | None
    date: str | None
    sentences: int
    """Without boilerplate."""
    shared: int
    """How many of its sentences stand, word for word or edited, in another article of the story; or how many
    of the sentences of the article that was asked about stand in this one."""
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

    members: tuple[Member, ...]
    """Two or more; first those that have most in common with the rest."""

    @property
    def title(self) -> str:
        """That of the article which has most in common with the others."""
        return self.members[0].title

    @property
    def shared(self) -> int:
        """How many sentences of its articles stand in another of them, all articles together."""
        return sum(member.shared for member in self.members)


class Corpus:
    """A folder and its index. To be used in the thread that opened it."""

    def __init__(self, folder: str | Path, file: Path | None, encoding: str | None = None) -> None:
        self._folder = str(folder)
        self._file = file
        self._encoding = encoding
        self.notices: list[str] = []
        """What the user should know of the index, a sentence each."""
        self._index = self._opened()

    @classmethod
    def open(cls, folder: str | Path, cache: Path | None, *, encoding: str | None = None) -> Self:
        """Open the index of a folder, kept in the folder `cache`; None keeps it in memory."""
        file = cache and index_file(folder, cache, encoding)
        corpus = cls(folder, file, encoding)
        if file:
            use(file)
        return corpus

    def __enter__(self) -> Self:
        """To be closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the index."""
        self.close()

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def update(self, progress: Progress = _quiet) -> None:
        """Bring the index up to the articles that are there now.

        Raises ArticleError if the folder cannot be read, and whatever `progress` raises: what was read until
        then is mostly kept.
        """
        self._sheltered(lambda: self._update(progress), progress)

    def count(self) -> int:
        """How many articles there are."""

        def counted() -> int:  # of the index there is by then
            return self._index.count()

        return self._sheltered(counted)

    def left_out(self) -> list[str]:
        """A sentence on each file that cannot be read."""
        return self._sheltered(lambda: [file.error for file in self._index.files().values() if file.error])

    def stories(self, progress: Progress = _quiet) -> list[Story]:
        """Group the articles; largest story first. Articles that stand alone are in none."""
        return self._sheltered(lambda: self._stories(progress))

    def known_story(self, article: Article) -> Story | None:
        """Give the story that an article of the folder is in; None as long as the stories are not known."""

        def found() -> Story | None:
            stories = self._stories(_quiet) if self._index.groups() is not None else []
            return next((one for one in stories if any(_of_one_file(m, article) for m in one.members)), None)

        return self._sheltered(found)

    def more_like(self, article: Article, limit: int = 20) -> list[Member]:
        """Give articles that tell the story of this one, most like it first; not those of its own file."""
        return self._sheltered(lambda: self._more_like(article, limit))

    # Reading the folder

    def _update(self, progress: Progress) -> None:
        known = self._index.files()
        here = {path[len(self._folder) :].lstrip(os.sep): path for path in find_article_files(self._folder)}
        gone = [path for path in known if path not in here]
        if gone:
            self._index.remove(gone)
        looked = [self._look(name, path) for name, path in here.items()]
        changed = [file for file in looked if not _same(file, known.get(file.path))]
        for start in range(0, len(changed), _BATCH):
            batch = changed[start : start + _BATCH]
            self._take(batch, known, lambda done, before=start: progress(before + done, len(changed)))  # type: ignore[misc]

    def _look(self, name: str, path: str) -> IndexedFile:
        try:
            found = Path(path).stat()
        except OSError:
            return IndexedFile(name, 0, 0)  # loading it will say why
        return IndexedFile(name, found.st_mtime_ns, found.st_size)

    def _take(
        self, files: Sequence[IndexedFile], known: dict[str, IndexedFile], progress: Callable[[int], None]
    ) -> None:
        """Read files and put them in, also what was read when `progress` wants no more."""
        read: list[tuple[IndexedFile, list[tuple[ArticleEntry, ArticleSketch]]]] = []
        touched: list[IndexedFile] = []
        try:
            for number, seen in enumerate(files, start=1):
                file, articles = self._read(seen)
                before = known.get(file.path)
                if before and not before.error and before.digest == file.digest:
                    touched.append(file)
                else:
                    read.append((file, [(_entry(n, a), sketch_article(a)) for n, a in enumerate(articles)]))
                progress(number)
        finally:
            self._index.put(read)
            self._index.touch(touched)

    def _read(self, file: IndexedFile) -> tuple[IndexedFile, list[Article]]:
        try:
            articles = load(Path(self._folder, file.path), encoding=self._encoding)
        except ArticleError as error:
            return IndexedFile(file.path, file.mtime, file.size, error=str(error)), []
        return IndexedFile(file.path, file.mtime, file.size, _digest(articles)), articles

    # Asking the index

    def _stories(self, progress: Progress) -> list[Story]:
        groups = self._index.groups()
        if groups is None:
            groups = self._group(progress)
        entries = self._index.entries()  # by now another process may have taken some out
        there = ([one for one in group if one.article in entries] for group in groups)
        return [
            Story(tuple(self._member(entries[one.article], one.shared, one.strength) for one in group))
            for group in there
            if len(group) > 1
        ]

    def _group(self, progress: Progress) -> list[list[GroupedArticle]]:
        """Group the articles, and keep the groups for the next time, if anything can be written."""
        copies = self._copies()
        state = self._index.state()
        with gc_paused():
            number = self._index.count() - len(copies)
            postings = Postings(self._index.prints(MOST_STANDING), self._index.subjects(), number)
            pairs = postings.pairs(progress)
            groups = self._with_copies(group_articles(pairs), pairs, copies)
        with suppress(sqlite3.OperationalError):  # read-only, or the disk is full: found anew the next time
            self._index.keep(groups, state)
        return groups

    def _copies(self) -> dict[int, int]:
        """Of each near copy its leader: looked for after every change."""
        copies = self._index.copies()
        if copies is None:
            state = self._index.state()
            self._index.keep_copies(find_near_duplicates(self._index.samples()), state)
            copies = self._index.copies()  # none are kept if another process has changed something meanwhile
        return copies or {}

    def _with_copies(
        self,
        groups: list[list[int]],
        pairs: Mapping[tuple[int, int], ArticleSimilarity],
        copies: Mapping[int, int],
    ) -> list[list[GroupedArticle]]:
        """Put copies to their leaders; count what each article has in common with the others of its group."""
        following = copies_by_leader(copies)
        prints = self._index.prints_of({*copies, *following}) if copies else {}
        in_groups = {article for group in groups for article in group}
        alone = ([leader] for leader in following if leader not in in_groups)
        whole = [_with_counts(group, pairs, following, prints) for group in (*groups, *alone)]
        return sorted(whole, key=lambda group: -len(group))

    def _more_like(self, article: Article, limit: int) -> list[Member]:
        own = sketch_article(article)
        copies = self._copies()
        leaders = self._index.count() - len(copies)
        if not leaders:
            return []  # all are gone
        evidence = self._evidence(own, leaders)
        enough = [other for other, one in evidence.items() if one.shared or one.strength >= FAINT]
        best = sorted(enough, key=lambda other: (-evidence[other].strength, other))
        following = copies_by_leader(copies)
        found = [one for leader in best for one in (leader, *following.get(leader, ()))][: 2 * limit + 10]
        counts = self._shared_with(own, [one for one in found if one in copies])
        counts |= {leader: evidence[leader].shared.bit_count() for leader in best}
        likes = [
            self._member(entry, counts[one], evidence[copies.get(one, one)].strength)
            for one, entry in self._index.entries_of(found).items()
        ]
        return [like for like in likes if not _of_one_file(like, article)][:limit]

    def _evidence(self, own: ArticleSketch, number: int) -> dict[int, ArticleSimilarity]:
        """The evidence for each of so many leaders."""
        most = MOST_STANDING + 1
        sentences: dict[int, list[list[int]]] = {}
        for found, sentence in own.prints.items():
            standing = self._index.with_print(found, most)
            if len(standing) < most:
                sentences.setdefault(sentence, []).append(standing)
        subjects = [self._index.about(subject, most) for subject in own.subjects]
        return similar_articles(sentences, subjects, number)

    def _shared_with(self, own: ArticleSketch, articles: Sequence[int]) -> dict[int, int]:
        """How many sentences each of the articles has of what was asked about."""
        if not articles:
            return {}
        prints: dict[int, dict[int, int]] = {article: {} for article in articles}
        for found, sentence in own.prints.items():
            for article in self._index.having(found, articles):
                prints[article][found] = sentence
        return {one: shared_sentences(common, own.prints).bit_count() for one, common in prints.items()}

    def _member(self, entry: ArticleEntry, shared: int, strength: float) -> Member:
        return Member(
            path=str(Path(self._folder, entry.path)),
            number=entry.number,
            title=entry.title,
            made_up=entry.made_up,
            source=entry.source,
            date=entry.date,
            sentences=entry.sentences,
            shared=shared,
            strength=round(strength, 3),
        )

    # An index that fails

    def _opened(self) -> Index:
        try:
            return Index(self._file)
        except (OSError, sqlite3.OperationalError):
            return self._in_memory()
        except sqlite3.DatabaseError:
            return self._made_anew()

    def _sheltered(self, work: Callable[[], _Result], progress: Progress = _quiet) -> _Result:
        """Do it, with another index if this one fails."""
        while self._file is not None:
            try:
                return work()
            except sqlite3.ProgrammingError:
                raise
            except sqlite3.OperationalError:
                self._index.close()
                self._index = self._in_memory()
            except sqlite3.DatabaseError:
                self._index.close()
                self._index = self._made_anew()
            self._update(progress)
        return work()

    def _in_memory(self) -> Index:
        """The folder is read-only, the disk is full, another process does not let go."""
        self.notices.append(IN_MEMORY)
        self._file = None
        return Index(None)

    def _made_anew(self) -> Index:
        assert self._file is not None
        self.notices.append(MADE_ANEW)
        try:
            self._file.unlink(missing_ok=True)
            return Index(self._file)
        except (OSError, sqlite3.Error):
            return self._in_memory()


def _of_one_file(member: Member, article: Article) -> bool:
    here, there = os.path.abspath(member.path), os.path.abspath(article.path)  # noqa: PTH100 - links not followed
    return here == there


def _with_counts(
    group: Sequence[int],
    pairs: Mapping[tuple[int, int], ArticleSimilarity],
    following: Mapping[int, Sequence[int]],
    prints: Mapping[int, Mapping[int, int]],
) -> list[GroupedArticle]:
    """Count what each article of a group has in common with the others; near copies come behind the rest."""
    leaders, copies = [], []
    for article in group:
        with_others = [pairs[article, b] for b in group if (article, b) in pairs]
        shared = reduce(or_, (evidence.shared for evidence in with_others), 0)
        strength = sum(evidence.strength for evidence in with_others)
        for copy in following.get(article, ()):
            shared |= shared_sentences(prints[article], prints[copy])
            copied = shared_sentences(prints[copy], prints[article])
            copies.append(GroupedArticle(copy, copied.bit_count(), strength))
        leaders.append(GroupedArticle(article, shared.bit_count(), strength))
    return [*leaders, *copies]


def _entry(number: int, article: Article) -> ArticleEntry:
    return ArticleEntry(
        path=article.path,
        number=number,
        title=article.title,
        made_up=article.made_up,
        source=article.source,
        date=article.date,
        sentences=sum(not sentence.boilerplate for sentence in article.sentences),
    )


def _digest(articles: Sequence[Article]) -> bytes:
    told = "\0".join(f"{a.title}\0{a.source}\0{a.date}\0{a.text}" for a in articles)
    return blake2b(told.encode(errors="surrogatepass"), digest_size=16).digest()


def _same(file: IndexedFile, known: IndexedFile | None) -> bool:
    """What could not be read is always looked at again."""
    return known is not None and not known.error and (file.mtime, file.size) == (known.mtime, known.size)
