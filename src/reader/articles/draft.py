"""Drafts: articles as a format found them, before they are cleaned, split into sentences and titled."""

from typing import NamedTuple


class Draft(NamedTuple):
    """One article as a format found it. Its strings need not be clean; what was not found is None."""

    text: str
    title: str | None = None  # given outside the text, as in front matter
    heading: str | None = None  # marked as a title inside the text
    source: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    notices: tuple[str, ...] = ()  # what its reader should know of how it was read, a sentence each
