"""The notebook: the tags and notes of one file, and what can be done to them.

Every action changes the memory at once and is handed to the writer thread together with its step of undo.
A notebook is meant to be used from one thread.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from reader.notebook.actions.context import ActionContext
from reader.notebook.anchoring.registry import ArticleRegistry
from reader.notebook.coders import coder_name
from reader.notebook.file import NotebookFile
from reader.notebook.history.steps import read_steps
from reader.notebook.history.undo import History
from reader.notebook.model import SPANS
from reader.notebook.opening import open_file
from reader.notebook.state.lazy_documents import encode_large_tables
from reader.notebook.state.state import NotebookState
from reader.notebook.storage.lock import Lock

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from reader.articles import Article
    from reader.notebook.actions.codebook import Codebook
    from reader.notebook.actions.review import Review
    from reader.notebook.actions.sessions import Sessions
    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.notebook.conflict import FileConflict
    from reader.notebook.history.steps import Step
    from reader.notebook.model import Annotation, Span, StoredArticle, Tag, Target, TargetKind
    from reader.notebook.opening import OpenedFile


class Notebook:
    """The tags and annotations of one file; made by `Notebook.open(path)`.

    Articles have the ids that `attach` returns, tags the ids of the codebook. A span is an article id, start
    and end in code points of its text. Every change raises NotebookError while `read_only` is true, and when
    a tag is not in the notebook any more.

    Its parts: `codebook` (the tags themselves), `history` (undo), `review` (annotations to look at after an
    article changed), `sessions` (queues of sentences to tag), `articles` (which articles the notebook knows),
    `file` (whether all is on disk), `conflict` (another program has changed the file).
    """

    def __init__(self, opened: OpenedFile, coder: str, texts: Collection[str] = ()) -> None:
        self.path = opened.path
        self.coder = coder
        """Who is at work: new annotations carry this name."""
        self.file = NotebookFile(opened)
        self._opened = opened
        self._state, steps, is_right = _read(opened, texts)
        if not is_right and not opened.newer:
            opened.repair_with_first_change()
            self._state, steps, _ = _read(opened, texts)
        last_number = max(map(int, opened.tables.get("history", {})), default=0)
        self.history = History(self._state, steps, last_number, opened.must_be_writable, self.file.put)
        self.articles = ArticleRegistry(self._state, self.history)
        self._context = ActionContext(self._state, self.articles, self.history, coder)

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, coder: str | None = None, texts: Collection[str] = ()
    ) -> Self:
        """Open the notebook at `path`; a missing file is made with the first change.

        :param read_only: take no lock and repair nothing.
        :param coder: who is at work; by default `$READER_CODER`, else the name of the user.
        :param texts: texts of articles that are in memory already; equal ones are not kept a second time.
        :raises NotebookError: the file cannot be read, or is not a notebook.
        """
        return cls(open_file(path, read_only=read_only), coder_name(coder), texts)

    def reopened(self) -> Self | None:
        """Open the file again if another process held it and has changed it or let go of it; else None.

        Takes a moment; may run on any thread. NotebookError if the file cannot be read any more.
        """
        opened = self._opened
        if opened.holder is None or (opened.is_as_read() and Lock.is_held(opened.path)):
            return None
        texts = [article.text for article in self._state.articles.values()]
        return type(self).open(self.path, coder=self.coder, texts=texts)

    @property
    def read_only(self) -> bool:
        """Whether every change is refused; a notice says why."""
        return self._opened.read_only is not None

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user must be told, a sentence each; `attach` may add to it."""
        return (*self._opened.notices, *self.articles.notices)

    def save(self) -> bool:
        """Wait until everything is on disk or saving has failed once more; return whether it is on disk."""
        return self.file.save()

    def close(self) -> None:
        """Save and let go of the file, whether it could be saved or not; nothing can be changed any more.

        May be called again, also by a signal handler in the middle of this or of a change.
        """
        self.file.close()

    # The parts that the first frame does not need are imported when they are used.

    @cached_property
    def codebook(self) -> Codebook:
        """The tags themselves: make, rename, move, merge, delete, pin, load and save them."""
        from reader.notebook.actions.codebook import Codebook  # noqa: PLC0415

        return Codebook(self._context)

    @cached_property
    def review(self) -> Review:
        """The annotations to look at after their article changed, and what can be done about them."""
        from reader.notebook.actions.review import Review  # noqa: PLC0415

        return Review(self._context)

    @cached_property
    def sessions(self) -> Sessions:
        """Sessions of tagging: queues of sentences that are worked through, also over several days."""
        from reader.notebook.actions.sessions import Sessions  # noqa: PLC0415

        return Sessions(self._context)

    @cached_property
    def conflict(self) -> FileConflict:
        """What to do when another program has changed the file; its `path` is None while none has."""
        from reader.notebook.conflict import FileConflict  # noqa: PLC0415

        return FileConflict(self.path, self.file, self._state, self.history)

    # What is in the notebook

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags by name, each followed by those below it."""
        return self._state.all_tags()

    def tag(self, tag_id: str) -> Tag:
        """Return the tag with this id; KeyError if there is none."""
        return self._state.tags[tag_id]

    def article(self, article_id: str) -> StoredArticle:
        """Return an article that is in the notebook or attached; KeyError if it is neither."""
        return self.articles.article(article_id)

    def annotations(self, article_id: str | None = None) -> tuple[Annotation, ...]:
        """Return the annotations of an article by place, or of all articles in turn; lost ones too."""
        articles = self._state.articles if article_id is None else (article_id,)
        return tuple(each for article in articles for each in self._state.in_article(article))

    def annotations_on(self, target: Target) -> tuple[Annotation, ...]:
        """Return the annotations on exactly this target: one of each coder, and one of each origin."""
        return tuple(self._state.on(target.key))

    def annotations_at(
        self, article_id: str, start: int, end: int, *, kinds: tuple[TargetKind, ...] = SPANS
    ) -> tuple[Annotation, ...]:
        """Return the annotations that share a code point with this span, by place; lost ones share none.

        A pair is at both its sides, an absence at what is said; a whole article is at no place: use
        `annotations_on(Target.whole(article_id))`.
        """
        return tuple(self._state.overlapping((article_id, start, end), kinds))

    def is_mine(self, annotation: Annotation) -> bool:
        """Whether the coder at work made it, or nobody knows who did; the coder may add to it then."""
        return self._context.is_mine(annotation)

    # What the user does

    def attach(
        self, article: Article, *, in_background: bool = False, anchorings: Sequence[Anchoring] = ()
    ) -> str:
        """Return the id of an article: the one it has in the file, maybe with an older text, or a new one.

        It is the article with the same text, if path or address agree too or its file was moved; else an
        earlier text from the same address, then from the same path: its annotations are looked for in the
        new text and say so in their `verdict`, and a notice sums it up. Two articles that are open at once
        never have one id. Attaching writes nothing.

        :param in_background: of a long article whose text has changed, only note down what must be looked
            for. It has an id for the time being, no annotations, and a task in `articles.reanchor_tasks`.
        :param anchorings: from one text to another, as far as they are known already.
        """
        return self.articles.attach(article, in_background=in_background, anchorings=anchorings)

    def put_tag(self, targets: Iterable[Target], tag_id: str, *, origin: Span | None = None) -> int:
        """Put a tag on any number of targets, as one step of undo; return on how many it was not yet.

        It joins the tags that this coder has on the target. What other coders have there is not touched.

        :param origin: the sentence that the tag is copied from, for "this sentence and its counterparts";
            annotations made so are separate ones that keep where they came from.
        """
        from reader.notebook.actions import tagging  # noqa: PLC0415

        return tagging.put_tag(self._context, targets, tag_id, origin)

    def put_note(self, target: Target, note: str) -> None:
        """Write this coder's note on a target, as one step of undo.

        An empty note takes the note off, and with it an annotation that has no tags.
        """
        from reader.notebook.actions import tagging  # noqa: PLC0415

        tagging.put_note(self._context, target, note)

    def remove(self, annotations: Iterable[Annotation]) -> int:
        """Remove annotations, tags and notes, as one step of undo; return how many there were."""
        from reader.notebook.actions import tagging  # noqa: PLC0415

        return tagging.remove(self._context, annotations)

    def remove_tag(self, annotations: Iterable[Annotation], tag_id: str) -> int:
        """Take one tag off annotations, as one step of undo; return how many had it."""
        from reader.notebook.actions import tagging  # noqa: PLC0415

        return tagging.remove_tag(self._context, annotations, tag_id)

    def undo(self) -> str | None:
        """Take back the last step and return its words; None if there is none."""
        return self.history.undo()

    def redo(self) -> str | None:
        """Do the step undone last again and return its words; None if there is none."""
        return self.history.redo()


def _read(opened: OpenedFile, texts: Collection[str]) -> tuple[NotebookState, list[Step], bool]:
    """Return what the file holds, and whether all of it is right."""
    state = NotebookState(texts)
    encode_large_tables(opened.tables)
    wrong = state.load(opened.tables)
    steps, wrong_steps = read_steps(opened.tables.get("history", {}))
    return state, steps, not wrong + wrong_steps and state.fits()
