"""New workspaces from an open one: with more articles, with fewer, in another order.

The cursors in the articles that stay are kept. What the articles share is taken over when the new workspace
is shown: see `Workspace.set_overlap_from`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.workspace.labels import MAX_ARTICLES
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.articles import Article
    from reader.notebook.anchoring.reanchor import Anchoring


class ClosedArticle(NamedTuple):
    """An article that was closed, and where it was."""

    article: Article
    column: int
    sentence: int
    row: int | None


def with_articles(
    workspace: Workspace,
    articles: Sequence[Article],
    notices: Iterable[str] = (),
    anchorings: Sequence[Anchoring] = (),
) -> Workspace:
    """Return a workspace with these articles, as many as can be open; cursors stay where they were."""
    new = Workspace(articles[:MAX_ARTICLES], workspace.notebook, notices, anchorings)
    new.view = workspace.view
    new.column = min(workspace.column, len(new.articles) - 1)
    numbers = {id(article): number for number, article in enumerate(workspace.articles)}
    for number, article in enumerate(new.articles):
        if (before := numbers.get(id(article))) is not None:
            new.cursors[number] = workspace.cursors[before]
            new.cursor_rows[number] = workspace.cursor_rows[before]
            new.column = number if before == workspace.column else new.column
    if query := workspace.search.query:
        new.search.look_for(query, new.annotations.sentence_notes())
    new.notices = tuple(notice for notice in new.notices if notice not in workspace.notices_shown)
    new.notices_shown |= workspace.notices_shown
    new.reviews_shown = workspace.reviews_shown
    return new


def without_article(workspace: Workspace, article: int) -> Workspace:
    """Return a workspace without one of the articles, of which there must be two or more."""
    return with_articles(workspace, workspace.articles[:article] + workspace.articles[article + 1 :])


def closed_article(workspace: Workspace) -> ClosedArticle:
    """Return the article at hand, with all that it takes to open it again in its place."""
    column = workspace.column
    return ClosedArticle(workspace.article, column, workspace.cursors[column], workspace.cursor_rows[column])


def with_reopened(workspace: Workspace, closed: ClosedArticle) -> Workspace:
    """Return a workspace with a closed article where it was, and at hand."""
    articles = list(workspace.articles)
    articles.insert(closed.column, closed.article)
    new = with_articles(workspace, articles)
    new.column = min(closed.column, len(new.articles) - 1)
    new.cursors[new.column], new.cursor_rows[new.column] = closed.sentence, closed.row
    return new


def with_replaced(
    workspace: Workspace, articles: Mapping[int, tuple[Article, int]], anchorings: Sequence[Anchoring] = ()
) -> Workspace:
    """Return a workspace with other articles in some places, each with the sentence its cursor is on."""
    now = [articles[n][0] if n in articles else article for n, article in enumerate(workspace.articles)]
    new = with_articles(workspace, now, anchorings=anchorings)
    for number, (_, sentence) in articles.items():
        new.cursors[number], new.cursor_rows[number] = sentence, workspace.cursor_rows[number]
    new.column = workspace.column
    return new


def with_moved(workspace: Workspace, by: int) -> Workspace | None:
    """Return a workspace with the article at hand further on (1) or back (-1); None at the edge."""
    there = workspace.column + by
    if not 0 <= there < len(workspace.articles):
        return None
    articles = list(workspace.articles)
    articles.insert(there, articles.pop(workspace.column))
    return with_articles(workspace, articles)
