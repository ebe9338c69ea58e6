"""Plain text: front matter is taken off, and lines that were broken at a fixed width are joined again."""

from reader.articles.decoding import decode
from reader.articles.draft import Draft
from reader.articles.frontmatter import take_front_matter
from reader.articles.unwrap import unwrap


def read(data: bytes, encoding: str | None) -> list[Draft]:
    """Return the one article of a plain text file. Raises DecodingError."""
    decoded = decode(data, encoding)
    draft = take_front_matter(decoded.text)
    return [draft._replace(text=unwrap(draft.text), notices=decoded.notices)]
