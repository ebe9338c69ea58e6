"""The values every other room speaks of: an article and its sentences.

Offsets are code points into `Article.text`, start included, end excluded. The text was cleaned once, on the
way in (see `cleaning`), and never changes afterwards; owning that once is the point of this room.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

WORDS_A_MINUTE = 238
"""Silent reading of English prose (Brysbaert, "How many words do we read per minute?", 2019)."""
_START, _END = attrgetter("start"), attrgetter("end")
TitleFrom = Literal["front matter", "heading", "first line", "first words"]


def shown_title(title: str, *, made_up: bool) -> str:
    """Give a title as it is shown everywhere: in brackets when it is made up."""
    return f"({title})" if made_up else title


class Sentence(NamedTuple):
    """The unit of reading, matching and tagging."""

    start: int
    end: int
    paragraph: int
    """0-based; sentences of one number stand in one line of the text."""
    boilerplate: bool = False
    """On the page but not of the article: shown dimmed, no part of the overlap."""


@dataclass(frozen=True)
class Article:
    """One text and what is known of it. What is not known is None, never guessed from the file."""

    text: str
    """Cleaned: NFC, one kind of line end, no control characters."""
    sentences: tuple[Sentence, ...]
    title: str
    title_from: TitleFrom
    """`first words`: there was no title, this one is made up from the start of the text."""
    path: str
    """Where it was read from, as given (so not safe to show: clean it first); `-` is standard input."""
    source: str | None = None
    author: str | None = None
    date: str | None = None
    """As written by the source."""
    url: str | None = None
    notices: tuple[str, ...] = ()
    """What the reader of this article should know of its loading, a sentence each."""
    kept: bool = False
    """It comes from a text that was kept, not from the file at `path`."""

    @property
    def made_up(self) -> bool:
        """Whether the title is the first words of the text."""
        return self.title_from == "first words"

    @property
    def shown(self) -> str:
        """The title; in brackets when it is made up."""
        return shown_title(self.title, made_up=self.made_up)

    def sentence_text(self, index: int) -> str:
        """The words of the sentence with this index."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that a code point is in, else of the next one.

        Behind the last one it is how many there are.
        """
        return bisect_right(self.sentences, offset, key=_END)

    def sentences_in(self, start: int, end: int) -> range:
        """The indices of the sentences that share a code point with a span."""
        first = self.sentence_at(start)
        return range(first, bisect_left(self.sentences, end, first, key=_START))

    @cached_property
    def words(self) -> int:
        """How many words the article has, boilerplate left out."""
        return sum(
            len(self.sentence_text(i).split()) for i, s in enumerate(self.sentences) if not s.boilerplate
        )

    @property
    def minutes(self) -> int:
        """How many minutes it takes to read, about; at least one."""
        return max(1, round(self.words / WORDS_A_MINUTE))
