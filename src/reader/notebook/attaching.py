"""Which article of the notebook an open article is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from . import schema
from .model import StoredArticle

if TYPE_CHECKING:
    from reader.articles.model import Article

    from .history import History
    from .state import State
    from .writer import Put


class Attachments:
    """The articles open in this session, by the ids the notebook has for them."""

    def __init__(self, state: State, history: History) -> None:
        self.notices: list[str] = []
        self._state = state
        self._history = history
        self._open: dict[str, StoredArticle] = {}

    def article(self, article_id: str) -> StoredArticle:
        """Give the article, stored or only open; KeyError if it is neither."""
        return self._state.articles.get(article_id) or self._open[article_id]

    def attach(self, article: Article) -> tuple[str, list[Put]]:
        """Give the id of the article, and what is to be written with the next change."""
        found = self._with_text(article.text)
        if found is None:
            found = _stored(article)
        self._open[found.id] = found
        return found.id, []

    def store(self, article_id: str) -> list[Put]:
        """Make the article part of the notebook, because it gets an annotation; give what is to be written."""
        if article_id in self._state.articles:
            return []
        document = schema.article_document(self._open[article_id])
        self._state.put("articles", article_id, document)
        return [("articles", article_id, document)]

    def _with_text(self, text: str) -> StoredArticle | None:
        known = {**self._open, **self._state.articles}
        return next((article for article in known.values() if article.text == text), None)


def _stored(article: Article) -> StoredArticle:
    return StoredArticle(
        id=os.urandom(8).hex(),
        title=article.title,
        text=article.text,
        path=_resolved(article.path),
        source=article.source,
        author=article.author,
        date=article.date,
        url=article.url,
    )


def _resolved(path: str) -> str:
    """Give the path as it is kept: absolute, links followed, and sayable in UTF-8."""
    resolved = path if path == "-" else os.path.realpath(path)
    return resolved.encode("utf-8", "backslashreplace").decode()
