"""Laying a desk anew: with more articles, with fewer, in another order.

The places in the articles that stay are kept. What they share is taken over when the new desk is shown (see
`Desk.take_from`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.workspace.labels import MOST
from reader.workspace.workspace import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.articles import Article
    from reader.notebook.anchoring.reanchor import Anchoring


def with_articles(
    desk: Desk,
    articles: Sequence[Article],
    notices: Iterable[str] = (),
    anchorings: Sequence[Anchoring] = (),
) -> Desk:
    """A desk with these articles, as many as can be open; those of the one there is lie as they lay."""
    laid = Desk(articles[:MOST], desk.notebook, notices, anchorings)
    laid.view = desk.view
    laid.column = min(desk.column, len(laid.articles) - 1)
    for number, article in enumerate(laid.articles):
        before = next((n for n, known in enumerate(desk.articles) if known is article), None)
        if before is not None:
            laid.cursors[number], laid.rows[number] = desk.cursors[before], desk.rows[before]
            laid.column = number if before == desk.column else laid.column
    laid.search.look_for(desk.search.query, laid.added.notes() if desk.search.query else ())
    laid.notices = tuple(notice for notice in laid.notices if notice not in desk.told)
    laid.told |= desk.told
    laid.waited = desk.waited
    return laid


def with_more(desk: Desk, articles: Iterable[Article], notices: Iterable[str] = ()) -> Desk:
    """A desk on which these lie beside the ones there are; the same is at hand."""
    return with_articles(desk, (*desk.articles, *articles), notices)


class PutAway(NamedTuple):
    """An article that was closed, and where it lay."""

    article: Article
    column: int
    sentence: int
    row: int | None


def put_away(desk: Desk) -> PutAway:
    """The article at hand, as it can be laid there again."""
    column = desk.column
    return PutAway(desk.article, column, desk.cursors[column], desk.rows[column])


def with_one(desk: Desk, one: PutAway) -> Desk:
    """A desk on which an article that was put away lies where it lay, and is at hand."""
    laid = with_articles(desk, (*desk.articles[: one.column], one.article, *desk.articles[one.column :]))
    laid.column = min(one.column, len(laid.articles) - 1)
    laid.cursors[laid.column], laid.rows[laid.column] = one.sentence, one.row
    return laid


def without(desk: Desk, article: int) -> Desk:
    """A desk without one of the articles, of which there must be two or more."""
    return with_articles(desk, desk.articles[:article] + desk.articles[article + 1 :])


def exchanged(
    desk: Desk, articles: Mapping[int, tuple[Article, int]], anchorings: Sequence[Anchoring] = ()
) -> Desk:
    """A desk on which these lie in the places of others, each with the sentence its cursor is on."""
    now = [articles[n][0] if n in articles else article for n, article in enumerate(desk.articles)]
    laid = with_articles(desk, now, anchorings=anchorings)
    for number, (_, sentence) in articles.items():
        laid.cursors[number], laid.rows[number] = sentence, desk.rows[number]
    laid.column = desk.column
    return laid


def moved(desk: Desk, by: int) -> Desk | None:
    """A desk on which the article at hand lies further on (1) or back (-1); None at the edge."""
    there = desk.column + by
    if not 0 <= there < len(desk.articles):
        return None
    articles = list(desk.articles)
    articles.insert(there, articles.pop(desk.column))
    return with_articles(desk, articles)
