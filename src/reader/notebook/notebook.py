"""The notebook: what the user does, what is there, and whether it is on disk.

Every action changes the memory at once and is handed to the writer thread with its step of history. Meant to
be called from one thread.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from reader.articles import clean_line, clean_text

from . import history, opening, schema, wording
from .attaching import Attachments
from .colours import next_colour
from .history import Change, History
from .journal import Journal, Span
from .model import Annotation, NotebookError, Selector, StoredArticle, Tag
from .state import State
from .writer import Put, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from reader.articles import Article

    from .database import Database
    from .schema import Document


class Notebook:
    """The tags and annotations of one file; `open` makes one.

    Every change is refused with a NotebookError while `read_only` is true.
    """

    def __init__(self, opened: opening.Opened) -> None:
        self.path = opened.path
        self._opened = opened
        self._database: Database | None = None
        self._closed = False
        self._state = State()
        self._history = History()
        self._load()
        self._attachments = Attachments(self._state, self._history)
        self._writer = Writer(self._write)
        self._journal = Journal(self._state, self._history, self._writer.put)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open the notebook at `path`; a missing file is a new one, made with the first change.

        :param read_only: only look: takes no lock, repairs nothing.
        :raises NotebookError: it cannot be read, or is not a notebook.
        """
        return cls(opening.open_file(path, read_only=read_only))

    @property
    def read_only(self) -> bool:
        """Whether every change will be refused; a notice says why."""
        return self._opened.read_only is not None

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user must be told, a sentence each; `attach` may add to it."""
        return (*self._opened.notices, *self._attachments.notices)

    @property
    def saved(self) -> bool:
        """Whether everything is on disk."""
        return self._writer.saved

    @property
    def last_error(self) -> str | None:
        """Why saving failed last, a sentence. It is tried again at the next change and on `close`."""
        return self._writer.last_error

    def listen(self, on_settled: Callable[[], None] | None) -> None:
        """Have this called, from the writer's thread, when everything is on disk or saving has failed.

        It must not wait; what it raises is dropped. None: nobody listens any more.
        """
        self._writer.listen(on_settled)

    def save(self) -> bool:
        """Wait until everything is on disk or has failed once more; give whether it is on disk."""
        if not self._closed:
            self._writer.finish()
        return self.saved

    def close(self) -> None:
        """Save, then let go of the file, saved or not; nothing can be changed any more.

        May be called again, also by a signal handler in the middle of this or of a change.
        """
        self.save()
        self._closed = True
        self._opened.read_only = f"{self._opened.name} is closed."
        database, self._database = self._database, None
        if database is not None:
            database.close()
        self._opened.release()

    # What is there

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags by name."""
        return tuple(sorted(self._state.tags.values(), key=lambda tag: (tag.name.casefold(), tag.id)))

    def tag(self, tag_id: str) -> Tag:
        """Give the tag with this id; KeyError if there is none."""
        return self._state.tags[tag_id]

    def has_tag(self, tag_id: str) -> bool:
        """Whether there is a tag with this id."""
        return tag_id in self._state.tags

    @property
    def touched(self) -> tuple[Span, ...]:
        """Where the last change, undo or redo changed something."""
        return self._journal.touched

    def tag_named(self, name: str) -> Tag | None:
        """Give the tag of this name, whatever its case."""
        wanted = clean_line(name).casefold()
        return next((tag for tag in self._state.tags.values() if tag.name.casefold() == wanted), None)

    def tag_on(self, digit: int) -> Tag | None:
        """Give the tag pinned to this digit."""
        return next((tag for tag in self.tags if tag.digit == digit), None)

    def article(self, article_id: str) -> StoredArticle:
        """Give what is known of an article, stored or attached; KeyError if it is neither."""
        return self._attachments.article(article_id)

    def annotations(self, article_id: str | None = None) -> tuple[Annotation, ...]:
        """Give the annotations of an article by place, or of all article by article; lost ones too."""
        articles = self._state.articles if article_id is None else (article_id,)
        return tuple(each for article in articles for each in self._state.in_article(article))

    def at(self, article_id: str, start: int, end: int) -> Annotation | None:
        """Give the annotation on exactly this span; a lost one is on none."""
        return next(iter(self._state.at(article_id, start, end)), None)

    def overlapping(self, article_id: str, start: int, end: int) -> tuple[Annotation, ...]:
        """Give the annotations that share a code point with this span, by place; lost ones share none."""
        return tuple(self._state.overlapping(article_id, start, end))

    # What the user does

    def attach(self, article: Article) -> str:
        """Give the id of the article: the one it has in the file, maybe with another text, or a new one.

        It is the one with the same text, if path or address agree too or the file was moved; else an earlier
        text from the same address, then from the same path: its annotations are found again in the new one
        and say so in their `verdict`, and a notice sums it up. Two articles open at once never have one id.
        Nothing is written for it.
        """
        article_id, puts = self._attachments.attach(article)
        self._journal.hold(puts)
        return article_id

    def step(self, words: str) -> AbstractContextManager[None]:
        """Make all that is done inside one step of undo, which these words will name."""
        return self._journal.step(words)

    def create_tag(self, name: str) -> Tag:
        """Make a tag with the next colour, pinned to the first free digit.

        :raises NotebookError: the name is empty or taken.
        """
        self._must_be_writable()
        name = clean_line(name)
        if not name:
            raise NotebookError("A tag needs a name.")
        if (known := self.tag_named(name)) is not None:
            raise NotebookError(f"There is a tag “{known.name}” already.")
        tags = self._state.tags.values()
        digits = set(range(1, 10)) - {tag.digit for tag in tags}
        tag = Tag(_new_id(), name, next_colour(tag.colour for tag in tags), min(digits, default=None))
        self._journal.do(
            f"new {wording.tag(tag)}", [Change("insert", "tags", tag.id, schema.tag_document(tag))]
        )
        return tag

    def tag_sentence(self, article_id: str, start: int, end: int, tag_id: str) -> bool:
        """Put a tag on a span of the text; False if it is there already.

        :raises NotebookError: there is no such tag.
        """
        return self.tag_many([(article_id, start, end)], tag_id) == 1

    def tag_many(self, spans: Iterable[Span], tag_id: str) -> int:
        """Put a tag on several spans in one step; give on how many it was not yet.

        :raises NotebookError: there is no such tag.
        """
        self._must_be_writable()
        tag = self._known_tag(tag_id)
        new = [span for span in dict.fromkeys(spans) if not self._has(span, tag_id)]
        changes = [self._changed(span, tag=tag_id) for span in new]
        if changes:
            self._journal.do(wording.on(wording.tag(tag), [self._words(span) for span in new]), changes)
        return len(changes)

    def untag(self, article_id: str, start: int, end: int) -> bool:
        """Take tags and note off exactly this span; False if there are none."""
        self._must_be_writable()
        there = self._state.at(article_id, start, end)
        if there:
            words = wording.off(wording.parts(there), [there[0].selector.exact])
            self._journal.do(words, [Change("remove", "annotations", each.id, {}) for each in there])
        return bool(there)

    def remove_tag(self, article_id: str, start: int, end: int, tag_id: str) -> bool:
        """Take one tag off exactly this span; False if it is not there.

        :raises NotebookError: there is no such tag.
        """
        self._must_be_writable()
        tag = self._known_tag(tag_id)
        there = next((each for each in self._state.at(article_id, start, end) if tag_id in each.tags), None)
        if there is None:
            return False
        rest = [name for name in self._document(there)["tags"] if name != tag_id]
        if rest or there.note:
            change = Change("set", "annotations", there.id, {"tags": rest, "modified": schema.now()})
        else:
            change = Change("remove", "annotations", there.id, {})
        self._journal.do(wording.off(wording.tag(tag), [there.selector.exact]), [change])
        return True

    def set_note(self, article_id: str, start: int, end: int, note: str) -> None:
        """Write the note of a span; an empty one takes it off, and an annotation without tags with it."""
        self._must_be_writable()
        note = clean_text(note).strip()
        there = self.at(article_id, start, end)
        if note == ("" if there is None else there.note):
            return
        if there is not None and not note and not self._document(there)["tags"]:
            change = Change("remove", "annotations", there.id, {})
        else:
            change = self._changed((article_id, start, end), note=note)
        say = wording.on if note else wording.off
        self._journal.do(say("note", [self._words((article_id, start, end))]), [change])

    def undo(self) -> str | None:
        """Take back the last step and say in words what it was; None if there is none."""
        self._must_be_writable()
        return self._journal.undo()

    def redo(self) -> str | None:
        """Do the last step taken back again and say in words what it was; None if there is none."""
        self._must_be_writable()
        return self._journal.redo()

    # How it is done

    def _must_be_writable(self) -> None:
        if self._opened.read_only is not None:
            raise NotebookError(self._opened.read_only)

    def _known_tag(self, tag_id: str) -> Tag:
        if not self.has_tag(tag_id):
            raise NotebookError("There is no such tag in the notebook any more.")
        return self.tag(tag_id)

    def _words(self, span: Span) -> str:
        article_id, start, end = span
        return self.article(article_id).text[start:end]

    def _document(self, annotation: Annotation) -> Document:
        return self._state.documents["annotations"][annotation.id]

    def _has(self, span: Span, tag_id: str) -> bool:
        return any(tag_id in annotation.tags for annotation in self._state.at(*span))

    def _changed(self, span: Span, *, tag: str | None = None, note: str | None = None) -> Change:
        """Give the change that adds this tag or sets this note, on the annotation there or on a new one."""
        now = schema.now()
        there = self.at(*span)
        if there is not None:
            tags = self._document(there)["tags"]
            fields = {"tags": [*tags, tag]} if tag is not None else {"note": note}
            return Change("set", "annotations", there.id, fields | {"modified": now})
        article_id, start, end = span
        selector = Selector.of(self.article(article_id).text, start, end)
        self._journal.hold(self._attachments.store(article_id))
        tags = () if tag is None else (tag,)
        new = Annotation(_new_id(), article_id, selector, tags, note or "", now, now)
        return Change("insert", "annotations", new.id, schema.annotation_document(new))

    # The file

    def _load(self) -> None:
        wrong = self._state.load(self._opened.tables)
        self._history, wrong_steps = history.read(self._opened.tables.get("history", {}))
        if wrong + wrong_steps:
            self._opened.tell_of_wrong(wrong + wrong_steps)

    def _write(self, puts: Sequence[Put]) -> None:
        """Put changes in the file; called on the writer's thread, which alone touches the database."""
        from .database import Database  # noqa: PLC0415 — TinyDB is first needed now, and off the start-up path

        opened = self._opened
        if self._closed:  # what a signal handler interrupted to close us went on
            raise NotebookError(f"{opened.name} is closed.")
        try:
            if self._database is None:
                self._database = Database(opened.path, opened.tables, opened.stamp, backup=opened.backup)
            self._database.write(puts)
        except OSError as error:
            raise NotebookError(f"{opened.name} could not be saved: {error.strerror or error}.") from error


def _new_id() -> str:
    return os.urandom(8).hex()
