"""Which article of the notebook an open article is, and re-anchoring when its text has changed.

Invariants:
- Annotations only ever go from a text to a later one of the same article.
- Whether two texts are of one article is decided by what they share, never by address or path alone; and not
  by an equal text alone, since several outlets print what an agency wrote.
- Two articles that are open at once are two articles.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles import from_text
from reader.notebook.model import NotebookError, StoredArticle, display_path
from reader.notebook.schema.documents import article_document, new_id
from reader.text.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles import Article
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.notebook.history.undo import History
    from reader.notebook.state.state import NotebookState

LONG_TEXT = 30_000
"""Code points; the annotations of a shorter text are re-anchored at once, without a task."""


class ArticleRegistry:
    """The articles open in this session, by their ids in the notebook."""

    def __init__(self, state: NotebookState, history: History) -> None:
        self._state = state
        self._history = history
        self._open: dict[str, StoredArticle] = {}
        self._refused: dict[str, str] = {}
        """Articles of the notebook, and the path where another article was found in their place."""
        self._changed: dict[str, str] = {}
        """Articles, and the notice that says what a change of their text did to annotations."""
        self._tasks: dict[str, ReanchorTask] = {}

    @property
    def reanchor_tasks(self) -> tuple[ReanchorTask, ...]:
        """Work to be done on another thread: `run` each, then `finish_reanchoring`."""
        return tuple(self._tasks.values())

    @property
    def notices(self) -> list[str]:
        """Sentences on articles with annotations that have changed, or are not in their files any more."""
        articles = self._state.articles
        return [*self._changed.values()] + [
            f"“{articles[name].shown}” has annotations, but {path} holds another text now; "
            "they stay with the old one."
            for name, path in self._refused.items()
            if name not in self._open and name in articles
        ]

    def article(self, article_id: str) -> StoredArticle:
        """Return an article that is stored or open; KeyError if it is neither."""
        return self._state.articles.get(article_id) or self._open[article_id]

    def attach(
        self, article: Article, *, in_background: bool = False, anchorings: Sequence[Anchoring] = ()
    ) -> str:
        """Return the id of the article; see `Notebook.attach`.

        :param in_background: for a long text that has changed, only add a task to `reanchor_tasks`.
        :param anchorings: anchorings between texts that are known already.
        """
        return self._attach(_stored(article), anchorings, in_background=in_background)

    def finish_reanchoring(self, task: ReanchorTask) -> str:
        """Put the annotations where a task has found them; return the id of the article from now on."""
        name = task.article.id
        if self._tasks.pop(name, None) is None:
            return name
        del self._open[name]
        return self._attach(task.article, task.anchorings, in_background=False)

    def _attach(self, now: StoredArticle, anchorings: Sequence[Anchoring], *, in_background: bool) -> str:
        known = self._find_equal(now)
        if known is not None:
            self._state.share_text(known.id, now.text)
            self._update_moved_path(known, now)
        elif candidates := self._find_candidates(now):
            if in_background and len(now.text) > LONG_TEXT:
                from reader.notebook.anchoring.background import ReanchorTask  # noqa: PLC0415 — rarely needed

                self._tasks[now.id] = ReanchorTask(now, candidates, anchorings, self._state, self._history)
            elif (found := self._choose_earlier(now, candidates, anchorings)) is not None:
                known, anchoring = found
                self._replace_text(known, now._replace(id=known.id), anchoring)
        name = now.id if known is None else known.id
        self._open[name] = now._replace(id=name)
        return name

    def restore(self, article_id: str) -> Article:
        """Return an article with the text that the notebook keeps, for when its file is gone.

        Attached again it has the same id. KeyError if the notebook does not know it.
        """
        known = self.article(article_id)
        article = from_text(
            known.text,
            title=known.title,
            path=known.path,
            source=known.source,
            author=known.author,
            date=known.date,
            url=known.url,
        )
        return replace(article, title_from="first words") if known.made_up else article

    def keep(self, article_id: str) -> None:
        """Make an article part of the notebook; it is written together with its first annotation.

        :raises NotebookError: a task may still find that the notebook has it under another id.
        """
        self._history.must_be_writable()
        if article_id in self._state.articles:
            return
        if article_id in self._tasks:
            raise NotebookError("What is on this article is being found again in its new text: one moment.")
        self._history.hold_document("articles", article_id, article_document(self._open[article_id]))

    def _find_equal(self, now: StoredArticle) -> StoredArticle | None:
        """Return the same article with the same text, if there is one; best from the same path."""
        same = [
            known
            for known in (self._open | self._state.articles).values()
            if known.text == now.text and self._is_free(known, now) and _is_same_article(known, now)
        ]
        return max(same, key=lambda each: (each.path == now.path, each.url == now.url), default=None)

    def _is_free(self, known: StoredArticle, now: StoredArticle) -> bool:
        """Return False if the known article is open already as one from elsewhere."""
        there = self._open.get(known.id)
        return there is None or (there.path, there.url) == (now.path, now.url)

    def _update_moved_path(self, known: StoredArticle, now: StoredArticle) -> None:
        document = self._state.documents["articles"].get(known.id)
        if document and now.path not in ("-", known.path) and not os.path.exists(known.path):  # noqa: PTH110
            self._history.hold_document("articles", known.id, document | {"path": now.path})

    def _find_candidates(self, now: StoredArticle) -> list[StoredArticle]:
        """Return the articles that this may have been: those from its address, else those from its path."""
        stored = [known for known in self._state.articles.values() if self._is_free(known, now)]
        same_address = [known for known in stored if now.url and known.url == now.url]
        same_path = [known for known in stored if now.path != "-" and known.path == now.path]
        return same_address or same_path

    def _choose_earlier(
        self, now: StoredArticle, candidates: Sequence[StoredArticle], anchorings: Sequence[Anchoring]
    ) -> tuple[StoredArticle, Anchoring] | None:
        """Return the candidate that shares most with the new text, if any shares enough."""
        from reader.notebook.anchoring.reanchor import find_anchoring  # noqa: PLC0415 — most texts are unchanged

        found = [(known, find_anchoring(known.text, now.text, anchorings)) for known in candidates]
        self._refused |= {known.id: now.path for known, each in found if not each.is_of_one_article}
        earlier = [pair for pair in found if pair[1].is_of_one_article]
        return max(earlier, key=lambda pair: pair[1].shared, default=None)

    def _replace_text(self, known: StoredArticle, now: StoredArticle, anchoring: Anchoring) -> None:
        """Give an article its new text, and re-anchor its annotations, its places in sessions, and undo."""
        from reader.notebook.anchoring.documents import REANCHOR, reanchor_changes  # noqa: PLC0415 — likewise

        documents = self._state.documents
        changed = [("articles", known.id, documents["articles"][known.id] | article_document(now))]
        for table, reanchor in REANCHOR.items():
            for name, document in documents[table].items():
                reanchored = reanchor(document, known.id, anchoring)
                if reanchored is not document:
                    changed.append((table, name, reanchored))
        for table, name, document in changed:
            self._history.hold_document(table, name, document)
        self._note_change(known.id)
        self._history.revise(lambda changes: reanchor_changes(changes, known.id, anchoring))

    def _note_change(self, article_id: str) -> None:
        """Make the notice that says what a change of the text did to annotations; none if nothing."""
        sides = (side for annotation in self._state.annotations.values() for side in annotation.sides)
        verdicts = Counter(side.verdict for side in sides if side.article == article_id)
        changed, lost = verdicts["moved"] + verdicts["changed"], verdicts["lost"]
        parts = []
        if changed:
            parts.append(f"{counted(changed, 'annotation was', 'annotations were')} moved or changed")
        if lost:
            what = f"{lost:,}" if changed else counted(lost, "annotation")
            are, them = ("is", "it") if lost == 1 else ("are", "them")
            parts.append(f"{what} {are} lost (kept in the notebook; `reader notes` lists {them})")
        self._changed.pop(article_id, None)  # the newest notice comes last
        if parts:
            title = self._state.articles[article_id].shown
            self._changed[article_id] = f"“{title}” has changed: {', '.join(parts)}."


def _is_same_article(known: StoredArticle, now: StoredArticle) -> bool:
    """Return whether an article with an equal text is the same one: from there, or its file was moved.

    Standard input (`-`) says nothing about where a text is from.
    """
    if "-" in (known.path, now.path) or known.path == now.path or (now.url and known.url == now.url):
        return True
    differ = any(a and b and a != b for a, b in ((known.url, now.url), (known.source, now.source)))
    return not differ and not os.path.exists(known.path)  # noqa: PTH110


def _stored(article: Article) -> StoredArticle:
    """Return an article under a new id, with its path absolute, links followed, and fit to be shown."""
    path = article.path if article.path == "-" else os.path.realpath(article.path)
    return StoredArticle(
        id=new_id(),
        title=article.title,
        made_up=article.made_up,
        text=article.text,
        path=display_path(path.encode("utf-8", "backslashreplace").decode()),
        source=article.source,
        author=article.author,
        date=article.date,
        url=article.url,
    )
