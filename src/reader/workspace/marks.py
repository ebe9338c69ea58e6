"""What a sentence carries on the screen: what it shares, and what the reader has added to it."""

from typing import NamedTuple

from reader.notebook import Tag
from reader.overlap import MatchKind

TAG_CHIP = 24
NOTE_CHIP = 28
CODER = 12
"""Characters of a tag, of a note or of the words a tag is on, and of a coder's name, that the text shows."""


class Chip(NamedTuple):
    """A short label behind a sentence, for a tag or a note; no line breaks in it."""

    text: str
    colour: str | None = None  # of the tag; a note has none


class TaggedWords(NamedTuple):
    """Words of a sentence, less than all of it, that carry a tag or a note of their own."""

    start: int
    end: int
    """In code points of the article; of a range that goes on in another sentence, what lies in this one."""
    colour: str | None  # of the first tag; a note has none


class SentenceMark(NamedTuple):
    """All that a sentence carries on the screen."""

    kind: MatchKind | None = None  # of its best match; None when it has no match
    possible: bool = False  # the best match is not a sure one
    letters: str = ""  # of the other articles that share it
    tags: tuple[Tag, ...] = ()  # on the sentence, on words of it, or on a range that it is in
    note: str = ""  # the coder's own, else that of another; one on exactly the sentence comes first
    own: bool = False  # the coder at work has added something, to it alone or together with other sentences
    chips: tuple[Chip, ...] = ()
    words: tuple[TaggedWords, ...] = ()
    changed: bool = False  # the text has changed since the reader tagged or noted it
    boilerplate: bool = False

    def chip(self, number: int) -> Chip:
        """Return one of the chips; an empty one if it was taken off after its line was drawn."""
        return self.chips[number] if number < len(self.chips) else Chip("")
