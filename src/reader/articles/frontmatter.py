"""Front matter: the title, source and date of an article, between two `---` lines at its top.

Invariant: values are short strings. They are never evaluated, never nested, and aliases are not followed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.draft import Draft
from reader.text.cleaning import clean_text

if TYPE_CHECKING:
    import yaml

_LONGEST = 16_384  # characters; PyYAML is slow, and real front matter is not longer
_LONGEST_VALUE = 1_000

# Compiled when used: most files have no front matter.
_BLOCK = r"(?s)---[ \t]*\n(?P<body>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
_ENTRY = r"(?m)^(?P<key>[A-Za-z][\w -]*?):(?:[ \t]+(?P<value>.*))?$"
# Lines that mean the same to YAML as to the pattern above: most front matter need not be parsed as YAML.
_SIMPLE = r"(?:[A-Za-z][\w-]*: +(?:\"[^\"\\\t\n]*\" *|[^\W_](?:[^:#\t\n]|:(?=\S)|(?<=\S)#)*)\n|\n)*"
_QUOTED = r"([\"'])(.*)\1"


def take_front_matter(text: str) -> Draft:
    """Return a draft of the text without its front matter, and with its values; the whole text if none."""
    block = re.match(_BLOCK, text[:_LONGEST]) if text.startswith("---") else None
    if block is None or not re.search(_ENTRY, block["body"]):
        return Draft(text)
    entries = _entries(block["body"])

    def first(*keys: str) -> str | None:
        return next((entries[key][:_LONGEST_VALUE] for key in keys if entries.get(key)), None)

    return Draft(
        text[block.end() :],
        title=first("title", "headline"),
        source=first("source", "outlet", "publisher", "publication", "site"),
        author=first("author", "authors", "by", "byline"),
        date=first("date", "published"),
        url=first("url", "link", "permalink"),
    )


def _entries(body: str) -> dict[str, str]:
    """Return the values by key, in lower case; of a repeated key the first value."""
    pairs = _line_entries(body) if re.fullmatch(_SIMPLE, body) else _yaml_entries(body)
    return {key.strip().lower(): value for key, value in reversed(pairs)}


def _line_entries(body: str) -> list[tuple[str, str]]:
    found = ((entry["key"], (entry["value"] or "").strip()) for entry in re.finditer(_ENTRY, body))
    return [(key, quoted[2] if (quoted := re.fullmatch(_QUOTED, value)) else value) for key, value in found]


def _yaml_entries(body: str) -> list[tuple[str, str]]:
    """Return the entries of the body as YAML, or line by line if that is not valid (`title: Foo: bar`)."""
    import yaml  # noqa: PLC0415 - slow to import and seldom needed

    try:
        root = yaml.compose(clean_text(body), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return _line_entries(body)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return [(key.value, _joined(value)) for key, value in pairs if isinstance(key, yaml.ScalarNode)]


def _joined(node: yaml.Node) -> str:
    """Return the string of a node, or those of a list; what is nested deeper is left out."""
    parts = node.value if isinstance(node.value, list) else [node]
    return ", ".join(part.value for part in parts if isinstance(getattr(part, "value", None), str))
