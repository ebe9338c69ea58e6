"""The values that every other package uses: an article and its sentences.

Offsets are code points in `Article.text`, start included, end excluded. The text is cleaned once, when it is
loaded (`reader.text.cleaning`), and never changes afterwards.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

WORDS_A_MINUTE = 238
"""Speed of silent reading of English prose (Brysbaert, "How many words do we read per minute?", 2019)."""
_START, _END = attrgetter("start"), attrgetter("end")
TitleFrom = Literal["front matter", "heading", "first line", "first words"]


def shown_title(title: str, *, made_up: bool) -> str:
    """Return a title as it is shown everywhere: in brackets when it is made up."""
    return f"({title})" if made_up else title


class Sentence(NamedTuple):
    """The unit of reading, matching and tagging."""

    start: int
    end: int
    paragraph: int  # from 0; sentences of one paragraph stand in one line of the text
    boilerplate: bool = False  # on the page but not of the article: dimmed, and no part of the overlap


@dataclass(frozen=True)
class Article:
    """One text and what its source says of it. What is not known is None, never guessed from the file."""

    text: str  # clean: NFC, line feeds for line ends, no other control characters
    sentences: tuple[Sentence, ...]
    title: str
    title_from: TitleFrom  # with `first words` there was none, and it is made up
    path: str  # as given by the user, so not safe to print before it is cleaned; `-` is standard input
    source: str | None = None
    author: str | None = None
    date: str | None = None  # as written by the source
    url: str | None = None
    notices: tuple[str, ...] = ()  # what its reader should know of how it was loaded, a sentence each
    kept: bool = False  # the text comes from a notebook, not from the file at `path`

    @property
    def made_up(self) -> bool:
        """Whether the title is the first words of the text."""
        return self.title_from == "first words"

    @property
    def shown(self) -> str:
        """The title; in brackets when it is made up."""
        return shown_title(self.title, made_up=self.made_up)

    def sentence_text(self, index: int) -> str:
        """Return the text of the sentence with this index."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that a code point is in, else of the next one.

        Behind the last sentence, return the number of sentences.
        """
        return bisect_right(self.sentences, offset, key=_END)

    def sentences_in(self, start: int, end: int) -> range:
        """Return the indices of the sentences that share a code point with a span."""
        first = self.sentence_at(start)
        return range(first, bisect_left(self.sentences, end, first, key=_START))

    @cached_property
    def words(self) -> int:
        """How many words the article has, boilerplate left out."""
        texts = (self.sentence_text(i) for i, one in enumerate(self.sentences) if not one.boilerplate)
        return sum(len(text.split()) for text in texts)

    @property
    def minutes(self) -> int:
        """About how many minutes it takes to read the article; at least one."""
        return max(1, round(self.words / WORDS_A_MINUTE))
