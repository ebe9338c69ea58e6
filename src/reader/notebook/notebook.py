"""The notebook: what the user does, what is there, and whether it is on disk.

Every action changes the memory at once and is handed to the writer thread with its step of history. Meant to
be called from one thread.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Self

from reader.articles import Article, from_text
from reader.notebook import opening
from reader.notebook.actions.context import ActionContext
from reader.notebook.anchoring.registry import ArticleRegistry
from reader.notebook.coders import coder_name
from reader.notebook.history.journal import Journal
from reader.notebook.history.steps import History, read_history
from reader.notebook.model import SPANS, Annotation, NotebookError, StoredArticle, Tag
from reader.notebook.saving import Saving
from reader.notebook.state.lazy_documents import pack
from reader.notebook.state.state import NotebookState
from reader.notebook.storage.lock import Lock

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from reader.notebook.actions.codebook import Codebook
    from reader.notebook.actions.review import Review
    from reader.notebook.actions.sessions import Sessions
    from reader.notebook.actions.tagging import Tagging
    from reader.notebook.anchoring.background import ReanchorTask
    from reader.notebook.anchoring.reanchor import Anchoring
    from reader.notebook.merge.files import MergePlan
    from reader.notebook.model import Span, Target, TargetKind


class Notebook:
    """The tags and annotations of one file; `open` makes one.

    Every change is refused with a NotebookError while `read_only` is true. Articles go by the ids
    that `attach` gives, tags by theirs; a span is an article id, start and end in code points of its text.
    """

    def __init__(self, opened: opening.OpenedFile, coder: str, texts: Collection[str] = ()) -> None:
        self.path = opened.path
        self._opened = opened
        self._state = NotebookState()
        self._history = History()
        self._load(texts)
        self._registry = ArticleRegistry(self._state, self._history)
        self._saving = Saving(opened)
        self._journal = Journal(self._state, self._history, self._saving.put)
        self._ledger = ActionContext(opened, self._state, self._registry, self._journal, coder)

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, coder: str | None = None, texts: Collection[str] = ()
    ) -> Self:
        """Open the notebook at `path`; a missing file is a new one, made with the first change.

        :param read_only: only look: takes no lock, repairs nothing.
        :param coder: who is at work; else `$READER_CODER`, else the name of the user.
        :param texts: of articles that are open already; the same ones are not kept a second time.
        :raises NotebookError: it cannot be read, or is not a notebook.
        """
        return cls(opening.open_file(path, read_only=read_only), coder_name(coder), texts)

    @property
    def coder(self) -> str:
        """Who is at work: new annotations carry this name."""
        return self._ledger.coder

    @property
    def read_only(self) -> bool:
        """Whether every change will be refused; a notice says why."""
        return self._opened.read_only is not None

    @property
    def holder(self) -> str | None:
        """Who has the file open, if that is why it can only be read here."""
        return self._opened.holder

    def again(self) -> Self | None:
        """Open the file again, if somebody else held it and has changed it or let go of it; else None.

        Takes a moment; may be called from any thread.

        :raises NotebookError: it cannot be read any more.
        """
        opened = self._opened
        if opened.holder is None or (opened.is_as_read() and Lock.is_held(opened.path)):
            return None
        texts = [article.text for article in self._state.articles.values()]
        return type(self).open(self.path, coder=self.coder, texts=texts)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user must be told, a sentence each; `attach` may add to it."""
        return (*self._opened.notices, *self._registry.notices)

    @property
    def saved(self) -> bool:
        """Whether everything is on disk."""
        return self._saving.saved

    @property
    def last_error(self) -> str | None:
        """Why saving failed last, a sentence. It is tried again at the next change and on `close`."""
        return self._saving.last_error

    def listen(self, on_settled: Callable[[], None] | None) -> None:
        """Have this called, from the writer's thread, when everything is on disk or saving has failed.

        It must not wait; what it raises is dropped. None: nobody listens any more.
        """
        self._saving.listen(on_settled)

    def save(self) -> bool:
        """Wait until everything is on disk or has failed once more; give whether it is on disk."""
        return self._saving.finish()

    def close(self) -> None:
        """Save, then let go of the file, saved or not; nothing can be changed any more.

        May be called again, also by a signal handler in the middle of this or of a change.
        """
        self._saving.close()

    # What is there

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags by name, each followed by those below it."""
        return self._state.all_tags()

    def tag(self, tag_id: str) -> Tag:
        """Give the tag with this id; KeyError if there is none."""
        return self._state.tags[tag_id]

    def has_tag(self, tag_id: str) -> bool:
        """Whether there is a tag with this id."""
        return tag_id in self._state.tags

    def family(self, tag_id: str) -> frozenset[str]:
        """Give the ids of this tag and of those below it: what is asked of a tag is asked of these."""
        return frozenset((tag_id, *(tag.id for tag in self.codebook.below(tag_id))))

    @property
    def touched(self) -> tuple[Span, ...]:
        """Where the last change, undo or redo changed something; of pairs both sides, of an article 0–0."""
        return self._journal.touched

    @property
    def touched_codebook(self) -> bool:
        """Whether the last change, undo or redo changed tags themselves: names, colours, digits."""
        return self._journal.touched_codebook

    @property
    def turned_codebook(self) -> bool:
        """Whether the last undo or redo was of a step on tags themselves, whatever carries them."""
        return self._journal.turned_codebook

    @property
    def touched_coders(self) -> frozenset[str]:
        """Whose annotations the last change, undo or redo changed; nothing is: not known."""
        return self._journal.touched_coders

    @property
    def last_put(self) -> str | None:
        """The id of the tag that this coder put on something last; None when no step of undo knows of one."""
        return self._tagging.last_put(self._history)

    @cached_property
    def codebook(self) -> Codebook:
        """What can be done to the tags themselves: make, rename, move, merge, delete, pin, load and save."""
        from reader.notebook.actions.codebook import Codebook  # noqa: PLC0415 — not on the start-up path

        return Codebook(self._ledger)

    @cached_property
    def review(self) -> Review:
        """What did not come out exact when an article changed, and what can be done about it."""
        from reader.notebook.actions.review import Review  # noqa: PLC0415 — likewise

        return Review(self._ledger)

    @cached_property
    def sessions(self) -> Sessions:
        """Sittings of tagging: queues of places that are worked through, also over several days."""
        from reader.notebook.actions.sessions import Sessions  # noqa: PLC0415 — likewise

        return Sessions(self._ledger)

    def tag_on(self, digit: int) -> Tag | None:
        """Give the tag pinned to this digit."""
        return next((tag for tag in self.tags if tag.digit == digit), None)

    def article(self, article_id: str) -> StoredArticle:
        """Give what is known of an article, stored or attached; KeyError if it is neither."""
        return self._registry.article(article_id)

    def stored(self, article_id: str) -> Article:
        """Give an article from the text that the notebook keeps, for when its file is gone.

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

    def annotations(self, article_id: str | None = None) -> tuple[Annotation, ...]:
        """Give the annotations of an article by place, or of all article by article; lost ones too."""
        articles = self._state.articles if article_id is None else (article_id,)
        return tuple(each for article in articles for each in self._state.in_article(article))

    def on(self, target: Target) -> tuple[Annotation, ...]:
        """Give the annotations on exactly this target: one for each coder, one more for each origin."""
        return tuple(self._state.on(target.key))

    def overlapping(
        self, article_id: str, start: int, end: int, *, kinds: tuple[TargetKind, ...] = SPANS
    ) -> tuple[Annotation, ...]:
        """Give the annotations that share a code point with this span, by place; lost ones share none.

        :param kinds: of the targets. A pair is at both its sides, an absence at what is said; a whole article
            is at no place: `on(Target.whole(article_id))`.
        """
        return tuple(self._state.overlapping((article_id, start, end), kinds))

    def is_mine(self, annotation: Annotation) -> bool:
        """Whether the coder at work made it, or nobody knows who did: then they add to it."""
        return self._ledger.is_mine(annotation)

    # What the user does

    def attach(
        self, article: Article, *, in_background: bool = False, anchorings: Sequence[Anchoring] = ()
    ) -> str:
        """Give the id of the article: the one it has in the file, maybe with another text, or a new one.

        It is the one with the same text, if path or address agree too or the file was moved; else an earlier
        text from the same address, then from the same path: its annotations are found again in the new one
        and say so in their `verdict`, and a notice sums it up. Two articles open at once never have one id.
        Nothing is written for it.

        :param in_background: of a long article whose text has changed only take down what must be found
            again. It has an id for the time being, without annotations, and is in `reanchor_tasks`.
        :param anchorings: from one text to another, as far as they are known already.
        """
        article_id, writes = self._registry.attach(
            article, in_background=in_background, anchorings=anchorings
        )
        self._journal.hold(writes)
        return article_id

    @property
    def reanchor_tasks(self) -> tuple[ReanchorTask, ...]:
        """What must be found again in articles attached `in_background`: let each `run`, on any thread."""
        return self._registry.reanchor_tasks

    def finish_reanchoring(self, task: ReanchorTask) -> str:
        """Have the annotations of an article attached `in_background`; give the id it has from now on."""
        article_id, writes = self._registry.finish_reanchoring(task)
        self._journal.hold(writes)
        return article_id

    def step(self, words: str) -> AbstractContextManager[None]:
        """Make all that is done inside one step of undo, which these words will name."""
        return self._journal.step(words)

    def create_tag(self, name: str) -> Tag:
        """Make a tag; the same as `codebook.create`."""
        return self.codebook.create(name)

    def put_tag(self, targets: Iterable[Target], tag_id: str, *, origin: Span | None = None) -> int:
        """Put a tag on any number of targets in one step of undo; give on how many it was not yet.

        It joins the tags that this coder has on the target. What other coders have there is not touched.

        :param origin: the sentence it is copied from, for "the same on all its counterparts"; what is made
            so is an annotation of its own that says so.
        :raises NotebookError: there is no such tag.
        """
        return self._tagging.put_tag(targets, tag_id, origin)

    def put_note(self, target: Target, note: str) -> None:
        """Write this coder's note on a target; an empty one takes it off, and what has no tag with it."""
        self._tagging.set_note(target, note)

    def remove(self, annotations: Iterable[Annotation]) -> int:
        """Take annotations off, tags and notes, in one step of undo; give how many there were."""
        return self._tagging.remove(tuple(annotations))

    def remove_tag_from(self, annotations: Iterable[Annotation], tag_id: str) -> int:
        """Take one tag off annotations in one step of undo; give how many had it.

        :raises NotebookError: there is no such tag.
        """
        return self._tagging.remove_tag(tuple(annotations), tag_id)

    def undo(self) -> str | None:
        """Take back the last step and say in words what it was; None if there is none."""
        self._ledger.must_be_writable()
        return self._journal.undo()

    def redo(self) -> str | None:
        """Do the last step taken back again and say in words what it was; None if there is none."""
        self._ledger.must_be_writable()
        return self._journal.redo()

    @property
    def conflict(self) -> Path | None:
        """Where what is here was put because another program has changed the file; None while nobody has.

        `merge` is to be offered then. Until it is done nothing is written to the file.
        """
        return self._saving.conflict

    def plan_merge(self) -> MergePlan:
        """Find what `merge` would do, which takes seconds in a large notebook.

        On any thread, as long as nothing is changed meanwhile, nor before it is given to `merge`. It raises
        what `merge` does.
        """
        from reader.notebook.merge.files import plan_merge  # noqa: PLC0415 — hardly ever needed

        self._ledger.must_be_writable()
        self._saving.finish()
        with self._saving.in_conflict() as database:
            return plan_merge(self._opened.path, database, self._state)

    def merge(self, found: MergePlan | None = None) -> None:
        """Take in what another program has put in the file, and write both; see `merging.merged`.

        It is one step of undo. The file of the other program stays as the backup; what was put beside it is
        taken away once all is on disk.

        :param found: by `plan_merge`.
        :raises StrangeFileError: the file is no notebook any more: `keep_mine` is to be offered.
        :raises NotebookError: there is no conflict.
        """
        from reader.notebook.merge.files import apply_merge  # noqa: PLC0415 — likewise

        found = found or self.plan_merge()
        with self._saving.in_conflict() as database:
            apply_merge(found, database, self._journal)

    def keep_mine(self) -> Path:
        """Put what is here in the place of a file that is no notebook any more; give where that is kept.

        :raises NotebookError: there is no conflict, or it cannot be done.
        """
        from reader.notebook.merge.files import set_aside_foreign_file  # noqa: PLC0415 — likewise

        self._ledger.must_be_writable()
        self._saving.finish()
        with self._saving.in_conflict() as database:
            aside = set_aside_foreign_file(self._opened.path, database)
        if not self.save():
            raise NotebookError(self.last_error or "")
        return aside

    def keep_copy(self, folders: Iterable[Path]) -> Path | None:
        """Write all that is here to the first of these folders that takes it, since the file does not.

        To be called when `save` has failed, before `close`. None: no folder takes it, or there is no need:
        nothing was changed, or it stands beside the file.
        """
        return self._saving.keep_copy(folders)

    @cached_property
    def _tagging(self) -> Tagging:
        from reader.notebook.actions.tagging import Tagging  # noqa: PLC0415 — not on the start-up path

        return Tagging(self._ledger)

    # The file

    def _load(self, texts: Collection[str]) -> None:
        opened = self._opened
        if not self._take_in(texts) and not opened.newer:
            opened.put_right()
            self._take_in(texts)

    def _take_in(self, texts: Collection[str]) -> bool:
        """Take in what the file holds; give whether all of it is as it should be."""
        self._state = NotebookState(texts)
        pack(self._opened.tables)
        wrong = self._state.load(self._opened.tables)
        self._history, wrong_steps = read_history(self._opened.tables.get("history", {}))
        return not wrong + wrong_steps and self._state.fits()
