"""Laying a workspace anew: with more articles, with fewer, in another order.

The places in the articles that stay are kept. What they share is taken over when the new workspace is
shown (see
`Workspace.take_from`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.workspace.labels import MAX_ARTICLES
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.articles import Article
    from reader.notebook.anchoring.reanchor import Anchoring


def with_articles(
    workspace: Workspace,
    articles: Sequence[Article],
    notices: Iterable[str] = (),
    anchorings: Sequence[Anchoring] = (),
) -> Workspace:
    """A workspace with these articles, as many as can be open; those of the one there is lie as they lay."""
    laid = Workspace(articles[:MAX_ARTICLES], workspace.notebook, notices, anchorings)
    laid.view = workspace.view
    laid.column = min(workspace.column, len(laid.articles) - 1)
    for number, article in enumerate(laid.articles):
        before = next((n for n, known in enumerate(workspace.articles) if known is article), None)
        if before is not None:
            laid.cursors[number], laid.cursor_rows[number] = (
                workspace.cursors[before],
                workspace.cursor_rows[before],
            )
            laid.column = number if before == workspace.column else laid.column
    laid.search.look_for(
        workspace.search.query, laid.annotations.sentence_notes() if workspace.search.query else ()
    )
    laid.notices = tuple(notice for notice in laid.notices if notice not in workspace.notices_shown)
    laid.notices_shown |= workspace.notices_shown
    laid.reviews_shown = workspace.reviews_shown
    return laid


def with_more(workspace: Workspace, articles: Iterable[Article], notices: Iterable[str] = ()) -> Workspace:
    """A workspace on which these lie beside the ones there are; the same is at hand."""
    return with_articles(workspace, (*workspace.articles, *articles), notices)


class ClosedArticle(NamedTuple):
    """An article that was closed, and where it lay."""

    article: Article
    column: int
    sentence: int
    row: int | None


def closed_article(workspace: Workspace) -> ClosedArticle:
    """The article at hand, as it can be laid there again."""
    column = workspace.column
    return ClosedArticle(workspace.article, column, workspace.cursors[column], workspace.cursor_rows[column])


def with_reopened(workspace: Workspace, one: ClosedArticle) -> Workspace:
    """A workspace on which an article that was put away lies where it lay, and is at hand."""
    laid = with_articles(
        workspace, (*workspace.articles[: one.column], one.article, *workspace.articles[one.column :])
    )
    laid.column = min(one.column, len(laid.articles) - 1)
    laid.cursors[laid.column], laid.cursor_rows[laid.column] = one.sentence, one.row
    return laid


def without(workspace: Workspace, article: int) -> Workspace:
    """A workspace without one of the articles, of which there must be two or more."""
    return with_articles(workspace, workspace.articles[:article] + workspace.articles[article + 1 :])


def with_replaced(
    workspace: Workspace, articles: Mapping[int, tuple[Article, int]], anchorings: Sequence[Anchoring] = ()
) -> Workspace:
    """A workspace on which these lie in the places of others, each with the sentence its cursor is on."""
    now = [articles[n][0] if n in articles else article for n, article in enumerate(workspace.articles)]
    laid = with_articles(workspace, now, anchorings=anchorings)
    for number, (_, sentence) in articles.items():
        laid.cursors[number], laid.cursor_rows[number] = sentence, workspace.cursor_rows[number]
    laid.column = workspace.column
    return laid


def with_moved(workspace: Workspace, by: int) -> Workspace | None:
    """A workspace on which the article at hand lies further on (1) or back (-1); None at the edge."""
    there = workspace.column + by
    if not 0 <= there < len(workspace.articles):
        return None
    articles = list(workspace.articles)
    articles.insert(there, articles.pop(workspace.column))
    return with_articles(workspace, articles)
