"""Bring the index of a folder up to the articles that are there now."""

import os
from hashlib import blake2b
from pathlib import Path
from typing import Final

from reader.articles import Article, ArticleError, find_article_files, load
from reader.overlap.corpus.fingerprints import ArticleSketch, sketch_article
from reader.overlap.corpus.index import ArticleEntry, Index, IndexedFile
from reader.overlap.pacing import Progress

_BATCH: Final = 2_000  # files that are put into the index at once


def update_index(index: Index, folder: str, encoding: str | None, progress: Progress) -> None:
    """Read the files that are new or changed, and remove those that are gone.

    Raises ArticleError if the folder cannot be read, and whatever `progress` raises: what was read until then
    is mostly kept.
    """
    known = index.files()
    here = {path[len(folder) :].lstrip(os.sep): path for path in find_article_files(folder)}
    if gone := [path for path in known if path not in here]:
        index.remove_files(gone)
    looked_at = [_stat(name, path) for name, path in here.items()]
    changed = [file for file in looked_at if not _is_unchanged(file, known.get(file.path))]
    for start in range(0, len(changed), _BATCH):
        read: list[tuple[IndexedFile, list[tuple[ArticleEntry, ArticleSketch]]]] = []
        touched: list[IndexedFile] = []
        try:
            for done, seen in enumerate(changed[start : start + _BATCH], start=start + 1):
                file, articles = _read(seen, folder, encoding)
                before = known.get(file.path)
                if before and not before.error and before.digest == file.digest:
                    touched.append(file)
                else:
                    read.append((file, [(_entry(n, a), sketch_article(a)) for n, a in enumerate(articles)]))
                progress(done, len(changed))
        finally:
            index.put_files(read)
            index.touch_files(touched)


def _stat(name: str, path: str) -> IndexedFile:
    try:
        found = Path(path).stat()
    except OSError:
        return IndexedFile(name, 0, 0)  # loading it will say why
    return IndexedFile(name, found.st_mtime_ns, found.st_size)


def _is_unchanged(file: IndexedFile, known: IndexedFile | None) -> bool:
    """Whether a file need not be read again; one that could not be read always is."""
    return known is not None and not known.error and (file.mtime, file.size) == (known.mtime, known.size)


def _read(file: IndexedFile, folder: str, encoding: str | None) -> tuple[IndexedFile, list[Article]]:
    try:
        articles = load(Path(folder, file.path), encoding=encoding)
    except ArticleError as error:
        return IndexedFile(file.path, file.mtime, file.size, error=str(error)), []
    content = "\0".join(f"{a.title}\0{a.source}\0{a.date}\0{a.text}" for a in articles)
    digest = blake2b(content.encode(errors="surrogatepass"), digest_size=16).digest()
    return IndexedFile(file.path, file.mtime, file.size, digest), articles


def _entry(number: int, article: Article) -> ArticleEntry:
    sentences = sum(not sentence.boilerplate for sentence in article.sentences)
    known = article.path, number, article.title, article.made_up, article.source, article.date
    return ArticleEntry(*known, sentences)
