"""Front matter: what is said of an article between two `---` lines at its top.

Invariant: values are short strings, never evaluated and never followed into each other (no aliases, no nesting).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 16_384  # characters; PyYAML is slow, and no honest front matter is longer
_LONGEST_VALUE = 1_000

_BLOCK = re.compile(r"---[ \t]*\n(?P<body>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"""(?P<key>[A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(?P<value>.*))?$""", re.MULTILINE)

_FIELDS = {
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "publication", "site"),
    "author": ("author", "authors", "by", "byline"),
    "date": ("date", "published"),
    "url": ("url", "link", "permalink"),
}


def take_front_matter(text: str) -> Draft:
    """Give the text without its front matter, and what that said; the whole text if it has none."""
    block = _BLOCK.match(text, 0, _LONGEST) if text.startswith("---") else None
    if block is None or not _ENTRY.search(block["body"]):
        return Draft(text)
    entries = _entries(block["body"])
    found = {field: _first(entries, keys) for field, keys in _FIELDS.items()}
    return Draft(text[block.end() :], **found)


def _first(entries: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((entries[key] for key in keys if entries.get(key)), None)


def _entries(body: str) -> dict[str, str]:
    import yaml  # noqa: PLC0415 - slow to import, and most articles have no front matter

    try:
        pairs = list(_yaml_entries(body))
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        pairs = [(entry["key"], (entry["value"] or "").strip(" \t\"'")) for entry in _ENTRY.finditer(body)]
    return {key.strip().lower(): value[:_LONGEST_VALUE] for key, value in reversed(pairs)}


def _yaml_entries(body: str) -> Iterator[tuple[str, str]]:
    import yaml  # noqa: PLC0415 - as above

    root = yaml.compose(body, Loader=yaml.BaseLoader)
    if not isinstance(root, yaml.MappingNode):
        raise yaml.YAMLError
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode):
            parts = value.value if isinstance(value, yaml.SequenceNode) else [value]
            yield key.value, ", ".join(part.value for part in parts if isinstance(part, yaml.ScalarNode))
