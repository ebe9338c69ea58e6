"""Markdown (CommonMark) as plain text, without its markup."""

import re
from collections.abc import Iterable
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.articles.decoding import decode
from reader.articles.draft import Draft
from reader.articles.frontmatter import take_front_matter

_FIRST_BLOCKS = 3  # a heading in these heads the article; a later one heads a part of it

_HIDDEN_HTML = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, encoding: str | None) -> list[Draft]:
    """Return the one article of a Markdown file. Raises DecodingError."""
    decoded = decode(data, encoding)
    draft = take_front_matter(decoded.text)
    tokens = MarkdownIt("commonmark").parse(draft.text)
    return [draft._replace(text=_plain(tokens), heading=_heading(tokens), notices=decoded.notices)]


def _heading(tokens: list[Token]) -> str | None:
    """Return the first heading of level 1, or one of a lower level near the top."""
    blocks = [index for index, token in enumerate(tokens) if token.type in ("inline", "fence", "code_block")]
    for position, index in enumerate(blocks):
        opening = tokens[index - 1]
        if opening.type == "heading_open" and (opening.tag == "h1" or position < _FIRST_BLOCKS):
            return _inline(tokens[index].children or [])
    return None


def _plain(tokens: list[Token]) -> str:
    """Return the text: blocks a blank line apart, and each item of a list on a line of its own."""
    parts: list[str] = []
    lists: list[str] = []  # the open lists, each by the type of its token
    mark, gap = "", "\n\n"
    for token in tokens:
        if token.type.endswith("_list_open"):
            gap = "\n" if lists else "\n\n"
            lists.append(token.type)
        elif token.type.endswith("_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            mark = "• " if lists[-1] == "bullet_list_open" else f"{token.info}. "
        elif words := _words(token):
            parts.append((gap if lists else "\n\n") + mark + words)
            mark, gap = "", "\n"
    return "".join(parts)


def _words(token: Token) -> str:
    if token.type == "inline":
        return _inline(token.children or [])
    if token.type == "html_block":
        return _without_tags(token.content)
    return token.content.rstrip("\n") if token.type in ("fence", "code_block") else ""


def _inline(tokens: Iterable[Token]) -> str:
    return "".join(map(_piece, tokens))


def _piece(token: Token) -> str:
    if token.type == "image":
        return _inline(token.children or [])
    if token.type == "html_inline":
        return "\n" if _BREAK.fullmatch(token.content) else ""
    return {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)


def _without_tags(html: str) -> str:
    text = _TAG.sub("", _BREAK.sub("\n", _HIDDEN_HTML.sub("", html)))
    return "\n".join(line for line in map(str.strip, unescape(text).split("\n")) if line)
