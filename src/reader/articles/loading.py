"""Load articles: read a file within bounds, let its format make drafts, and make an article of each draft.

Invariant: whatever is at the path, the outcome is a list of at least one article, or an ArticleError whose
sentence is safe to print; never more than `LARGEST` bytes are read.
"""

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from reader.articles.boilerplate import find_boilerplate, is_boilerplate
from reader.articles.decoding import DecodingError
from reader.articles.draft import Draft
from reader.articles.errors import ArticleError
from reader.articles.formats import format_of
from reader.articles.model import Article, Sentence, TitleFrom
from reader.articles.titles import first_line_title, title_of_first_words
from reader.text.cleaning import clean, clean_line
from reader.text.sentences import split_sentences

LARGEST = 16_000_000  # bytes of a file
_TOO_MUCH = f"more than reader opens ({LARGEST / 1e6:.0f} MB)"


def load(path: str | Path, *, encoding: str | None = None) -> list[Article]:
    """Return the articles in a file (`-`: standard input), in `encoding` if given. Raises ArticleError."""
    name = str(path)
    return load_bytes(_read(name), name, encoding=encoding)


def load_bytes(data: bytes, path: str = "-", *, encoding: str | None = None) -> list[Article]:
    """Return the articles in the bytes of a file; the suffix of `path` tells their format.

    Raises ArticleError.
    """
    try:
        drafts = format_of(path)(data, encoding)
    except DecodingError as error:
        raise ArticleError(path, str(error)) from None
    articles = [article for draft in drafts if (article := _article(draft, path))]
    if not articles:
        raise ArticleError(path, "holds no words" if data.strip() else "is empty")
    return articles


def from_text(
    text: str,
    *,
    title: str,
    path: str,
    source: str | None = None,
    author: str | None = None,
    date: str | None = None,
    url: str | None = None,
) -> Article:
    """Return the article of a text that was cleaned before, as a notebook keeps it."""
    boilerplate = find_boilerplate(text.split("\n"))
    sentences = _sentences(text, boilerplate)
    return Article(text, sentences, title, "front matter", path, source, author, date, url, kept=True)


def _read(path: str) -> bytes:
    try:
        if path == "-":
            if sys.stdin is None:  # the program was started with it closed
                raise ArticleError(path, "is closed")
            return _read_bounded(sys.stdin.buffer, path)
        found = Path(path).stat()
        if stat.S_ISDIR(found.st_mode):
            raise ArticleError(path, "is a folder, not an article")
        if found.st_size > LARGEST:
            raise ArticleError(path, f"{found.st_size / 1e6:.1f} MB is {_TOO_MUCH}")
        with Path(path).open("rb") as file:
            return _read_bounded(file, path)
    except FileNotFoundError:
        raise ArticleError(path, "no such file") from None
    except PermissionError:
        raise ArticleError(path, "may not be read: permission denied") from None
    except OSError as error:
        raise ArticleError(path, f"cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise ArticleError(path, "is not a valid file name") from None


def _read_bounded(file: BinaryIO, path: str) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ArticleError(path, f"holds {_TOO_MUCH}")
    return data


def _article(draft: Draft, path: str) -> Article | None:
    """Return the article of a draft, or None if it has no words."""
    cleaned = clean(draft.text)
    if not cleaned.text.strip():
        return None
    lines = cleaned.text.split("\n")
    boilerplate = find_boilerplate(lines)
    title, title_from = _title(draft, lines, boilerplate)
    return Article(
        text=cleaned.text,
        sentences=_sentences(cleaned.text, boilerplate),
        title=title,
        title_from=title_from,
        path=path,
        source=_line_or_none(draft.source),
        author=_line_or_none(draft.author),
        date=_line_or_none(draft.date),
        url=_line_or_none(draft.url),
        notices=draft.notices + cleaned.notices,
    )


def _line_or_none(value: str | None) -> str | None:
    return clean_line(value or "") or None


def _title(draft: Draft, lines: list[str], boilerplate: set[int]) -> tuple[str, TitleFrom]:
    if title := _line_or_none(draft.title):
        return title, "front matter"
    if (heading := _line_or_none(draft.heading)) and not is_boilerplate(heading):
        return heading, "heading"
    shown = [(index, line.strip()) for index, line in enumerate(lines) if line.strip()]
    prose = [line for index, line in shown if index not in boilerplate]
    if title := first_line_title(prose):
        return title, "first line"
    return title_of_first_words(prose[0] if prose else shown[0][1]), "first words"


def _sentences(text: str, boilerplate: set[int]) -> tuple[Sentence, ...]:
    """Return the sentences of a text; `boilerplate` has the indices of its boilerplate lines."""
    sentences: list[Sentence] = []
    line = paragraph = last_end = 0
    for start, end in split_sentences(text):
        if crossed := text.count("\n", last_end, start):
            line += crossed
            paragraph += bool(sentences)
        sentences.append(Sentence(start, end, paragraph, line in boilerplate))
        last_end = end
    return tuple(sentences)
