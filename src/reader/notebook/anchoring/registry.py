"""Which article of the notebook an open article is, and its annotations when its text has changed.

Invariants: an annotation only ever goes from a text to a later one of the same article. Whether it is the
same is told by what the texts share, never by address or path alone; nor by the text alone, since several
outlets print what an agency wrote. Two articles open at once are two articles.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles import from_text
from reader.notebook.history.steps import step_document
from reader.notebook.model import NotebookError, StoredArticle, display_path
from reader.notebook.schema.documents import article_document, new_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.articles import Article
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.notebook.history.undo import History
    from reader.notebook.model import Verdict
    from reader.notebook.schema.documents import Document
    from reader.notebook.state.state import NotebookState

LONG = 30_000
"""Code points of a text; what is on a shorter one is found again at once."""


class ArticleRegistry:
    """The articles open in this session, by the ids the notebook has for them."""

    def __init__(self, state: NotebookState, history: History) -> None:
        self._state = state
        self._history = history
        self._open: dict[str, StoredArticle] = {}
        self._refused: dict[str, str] = {}
        self._changed: dict[str, str] = {}
        self._tasks: dict[str, ReanchorTask] = {}

    @property
    def reanchor_tasks(self) -> tuple[ReanchorTask, ...]:
        """The open articles whose annotations are still to be found again."""
        return tuple(self._tasks.values())

    @property
    def notices(self) -> list[str]:
        """Say which articles with annotations have changed, or are not in their files any more."""
        return [*self._changed.values(), *self._not_found()]

    def _not_found(self) -> list[str]:
        return [
            f"“{self._state.articles[name].shown}” has annotations, but {path} holds another text now; "
            "they stay with the old one."
            for name, path in self._refused.items()
            if name not in self._open and name in self._state.articles
        ]

    def article(self, article_id: str) -> StoredArticle:
        """Give the article, stored or only open; KeyError if it is neither."""
        return self._state.articles.get(article_id) or self._open[article_id]

    def attach(
        self, article: Article, *, in_background: bool = False, anchorings: Sequence[Anchoring] = ()
    ) -> str:
        """Return the id of the article; see `Notebook.attach`.

        :param in_background: only note down what must be found again, if that takes long: a task is
            in `reanchor_tasks` then.
        :param anchorings: from one text to another, as far as they are known already.
        """
        return self._attach(_stored(article), anchorings, in_background=in_background)

    def finish_reanchoring(self, task: ReanchorTask) -> str:
        """Put on the new text what a task has found; return the id that the article has from now on."""
        name = task.article.id
        if self._tasks.pop(name, None) is None:
            return name
        del self._open[name]
        return self._attach(task.article, task.anchorings, in_background=False)

    def _attach(self, now: StoredArticle, anchorings: Sequence[Anchoring], *, in_background: bool) -> str:
        known = self._with_text(now)
        if known is not None:
            self._state.share_text(known.id, now.text)
            self._learn_moved_path(known, now)
        elif candidates := self._candidates(now):
            if in_background and len(now.text) > LONG:
                self._put_off(now, candidates, anchorings)
            elif (found := self._earlier(now, candidates, anchorings)) is not None:
                known, anchoring = found
                self._carry_over(known, now._replace(id=known.id), anchoring)
        name = now.id if known is None else known.id
        self._open[name] = now._replace(id=name)
        return name

    def restore(self, article_id: str) -> Article:
        """Make an article of the text that the notebook keeps, for when its file is gone.

        Attached again it has this id. KeyError if the notebook does not know it.
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
        """Make the article part of the notebook, with its first annotation; it is written with that.

        :raises NotebookError: it may be there under another id, as soon as what is on it has been found.
        """
        if article_id in self._state.articles:
            return
        if article_id in self._tasks:
            raise NotebookError("What is on this article is being found again in its new text: one moment.")
        self._history.hold_document("articles", article_id, article_document(self._open[article_id]))

    def _with_text(self, now: StoredArticle) -> StoredArticle | None:
        known = self._open | self._state.articles
        same = [
            article
            for article in known.values()
            if article.text == now.text and self._is_free(article, now) and _is_same(article, now)
        ]
        return max(same, key=lambda each: (each.path == now.path, each.url == now.url), default=None)

    def _is_free(self, known: StoredArticle, now: StoredArticle) -> bool:
        """Whether it is not open already, as another article."""
        there = self._open.get(known.id)
        return there is None or (there.path, there.url) == (now.path, now.url)

    def _learn_moved_path(self, known: StoredArticle, now: StoredArticle) -> None:
        """Learn the new path of an article whose file is not where it was."""
        document = self._state.documents["articles"].get(known.id)
        if document is None or now.path in ("-", known.path) or os.path.exists(known.path):  # noqa: PTH110
            return
        self._history.hold_document("articles", known.id, document | {"path": now.path})

    def _put_off(
        self, now: StoredArticle, candidates: Sequence[StoredArticle], anchorings: Sequence[Anchoring]
    ) -> None:
        from reader.notebook.anchoring.background import ReanchorTask  # noqa: PLC0415 — most texts have not changed

        self._tasks[now.id] = ReanchorTask(now, candidates, anchorings, self._state, self._history)

    def _earlier(
        self, now: StoredArticle, candidates: Sequence[StoredArticle], anchorings: Sequence[Anchoring]
    ) -> tuple[StoredArticle, Anchoring] | None:
        """Find the article this was before its text changed."""
        from reader.notebook.anchoring.reanchor import find_anchoring  # noqa: PLC0415 — likewise

        best: tuple[StoredArticle, Anchoring] | None = None
        for known in candidates:
            anchoring = find_anchoring(known.text, now.text, anchorings)
            if not anchoring.is_of_one_article:
                self._refused[known.id] = now.path
            elif best is None or anchoring.shared > best[1].shared:
                best = known, anchoring
        return best

    def _candidates(self, now: StoredArticle) -> list[StoredArticle]:
        """Give the articles that this may have been: those from the same address, or from the same path."""
        stored = [known for known in self._state.articles.values() if self._is_free(known, now)]
        same_address = [known for known in stored if now.url and known.url == now.url]
        same_path = [known for known in stored if now.path != "-" and known.path == now.path]
        return same_address or same_path

    def _carry_over(self, known: StoredArticle, now: StoredArticle, anchoring: Anchoring) -> None:
        """Put the article, its annotations and those in the history on the new text."""
        from reader.notebook.anchoring import documents as carrying  # noqa: PLC0415 — likewise

        documents = self._state.documents
        writes: list[tuple[str, str, Document]] = [
            ("articles", known.id, documents["articles"][known.id] | article_document(now))
        ]
        for name, document in documents["annotations"].items():
            carried = carrying.reanchor_annotation(document, known.id, anchoring)
            if carried is not document:
                writes.append(("annotations", name, carried))
        for name, document in documents["sessions"].items():
            carried = carrying.reanchor_session(document, known.id, known.text, anchoring)
            if carried is not document:
                writes.append(("sessions", name, carried))
        for table, name, document_now in writes:
            self._history.hold_document(table, name, document_now)
        self._tell_of_change(known.id)
        steps = self._history.steps.revise(
            lambda changes: carrying.reanchor_changes(changes, known.id, anchoring)
        )
        self._history.hold([("history", str(step.number), step_document(step)) for step in steps])

    def _tell_of_change(self, article_id: str) -> None:
        verdicts = Counter(self._verdicts_in(article_id))
        elsewhere, lost = verdicts["moved"] + verdicts["changed"], verdicts["lost"]
        said = []
        if elsewhere:
            said.append(_counted(elsewhere, "annotation was", "annotations were") + " moved or changed")
        if lost:
            are = ("is", "are") if said else ("annotation is", "annotations are")
            them = "it" if lost == 1 else "them"
            said.append(f"{_counted(lost, *are)} lost (kept in the notebook; `reader notes` lists {them})")
        self._changed.pop(article_id, None)
        if said:
            title = self._state.articles[article_id].shown
            self._changed[article_id] = f"“{title}” has changed: {', '.join(said)}."

    def _verdicts_in(self, article_id: str) -> Iterator[Verdict]:
        for annotation in self._state.annotations.values():
            if annotation.article == article_id:
                yield annotation.verdict
            if annotation.other is not None and annotation.other.article == article_id:
                yield annotation.other.verdict


def _is_same(known: StoredArticle, now: StoredArticle) -> bool:
    """Whether an article of the same text is the same: from there, from a pipe, or its file was moved."""
    if "-" in (known.path, now.path) or known.path == now.path or (now.url and known.url == now.url):
        return True
    differ = any(a and b and a != b for a, b in ((known.url, now.url), (known.source, now.source)))
    return not differ and not os.path.exists(known.path)  # noqa: PTH110


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _stored(article: Article) -> StoredArticle:
    return StoredArticle(
        id=new_id(),
        title=article.title,
        made_up=article.made_up,
        text=article.text,
        path=_resolved(article.path),
        source=article.source,
        author=article.author,
        date=article.date,
        url=article.url,
    )


def _resolved(path: str) -> str:
    """Give the path as it is kept: absolute, links followed, cleaned and sayable in UTF-8."""
    resolved = path if path == "-" else os.path.realpath(path)
    return display_path(resolved.encode("utf-8", "backslashreplace").decode())
