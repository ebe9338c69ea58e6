"""From what stands on the command line to articles: folders are searched, what cannot be read is told."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.articles import Article, ArticleError, find_article_files, load
from reader.workspace.labels import MAX_ARTICLES
from reader.workspace.paths import samples_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook import Notebook
    from reader.workspace.saved_state import SavedState

AT_A_GLANCE = 8  # more articles than these, when a folder brings them, are chosen from first


class OpenRequest(NamedTuple):
    """What the user asked to read."""

    files: tuple[str, ...]
    named: frozenset[str] = frozenset()
    """Those that were named one by one, so that they must be there; a folder brought the others."""
    choose: bool = False  # there are too many to open at once: ask which
    kept: tuple[tuple[int, str], ...] = ()
    """Where among them articles of the notebook go, and their ids there; see `with_notebook_articles`."""


class OpenedArticles(NamedTuple):
    """The articles that could be read, and a sentence on each file that could not."""

    articles: tuple[Article, ...]
    left_out: tuple[str, ...] = ()


def find_articles(paths: Sequence[str]) -> OpenRequest:
    """Return the article files at these paths; a folder stands for its articles. Raises ArticleError."""
    folders = {path for path in paths if path != "-" and os.path.isdir(path)}  # noqa: PTH112 - raises nothing
    found = (_in_folder(path) if path in folders else [path] for path in paths)
    files = dict.fromkeys(chain.from_iterable(found))
    most = AT_A_GLANCE if folders else MAX_ARTICLES
    return OpenRequest(tuple(files), frozenset(paths) - folders, choose=len(files) > most)


def last_opened(state: SavedState) -> OpenRequest:
    """Return what was open last; the samples when nothing of it is there any more."""
    kept = tuple((number, name) for number, name in enumerate(state.kept) if name)
    from_notebook = {number for number, _ in kept}
    files = tuple(path for number, path in enumerate(state.articles) if number not in from_notebook)
    there = kept or any(os.path.exists(path) for path in files)  # noqa: PTH110 - raises nothing
    return OpenRequest(files, kept=kept) if there else find_articles([str(samples_folder())])


def open_articles(asked: OpenRequest, encoding: str | None = None) -> OpenedArticles:
    """Read the files; those that a folder brought are left out when they cannot be read.

    Those of the notebook come later. Raises ArticleError for a file that was named, and when nothing at all
    can be read.
    """
    articles: list[Article] = []
    errors: list[ArticleError] = []
    for path in asked.files:
        try:
            articles += load(path, encoding=encoding)
        except ArticleError as error:
            if path in asked.named:
                raise
            errors.append(error)
    if not articles and not asked.kept:
        raise errors[0]
    left_out = [f"Left out: {error}" for error in errors]
    if len(articles) > MAX_ARTICLES:
        left_out.append(f"Left out: all after the first {MAX_ARTICLES} articles.")
    return OpenedArticles(tuple(articles[:MAX_ARTICLES]), tuple(left_out))


def with_notebook_articles(opened: OpenedArticles, asked: OpenRequest, notebook: Notebook) -> OpenedArticles:
    """Return what was read with the articles that are kept in the notebook, each in its place."""
    articles, left_out = list(opened.articles), list(opened.left_out)
    for place, name in asked.kept:
        try:
            article, why = reopen_article(notebook, name)
        except KeyError:
            left_out.append("Left out: an article that was opened from the notebook is not in it any more.")
        else:
            articles.insert(place, replace(article, notices=(why,)) if why else article)
    if not articles:
        articles += open_articles(find_articles([str(samples_folder())])).articles
    return OpenedArticles(tuple(articles[:MAX_ARTICLES]), tuple(left_out))


def reopen_article(notebook: Notebook, article_id: str) -> tuple[Article, str]:
    """Return an article that the notebook knows; and why it is not from its file, "" if it is.

    Raises KeyError if the notebook does not know it.
    """
    known, why = notebook.article(article_id), ""
    if known.path == "-":
        why = "it was read from standard input"
    else:
        try:
            there = load(known.path)
        except ArticleError:
            gone = not os.path.exists(known.path)  # noqa: PTH110 - raises nothing
            why = "the file is gone" if gone else "the file cannot be read"
        else:
            for article in there:
                if article.text == known.text:
                    return article, ""
            why = "the file holds another text now"
    return notebook.articles.restore(article_id), f"from the notebook: {why}"


def _in_folder(path: str) -> list[str]:
    if files := find_article_files(path):
        return files
    raise ArticleError(path, "there are no articles in this folder")
