"""The codebook as a tree: its rows, and which of them are in sight."""

from dataclasses import dataclass

from reader.notebook import Notebook, Tag
from reader.notebook.model import count_by_tag


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag in the tree."""

    tag: Tag
    depth: int  # how many tags of the codebook it is below
    above: str  # parents that are no tags themselves, each with its slash: to be shown before the name
    annotations: int  # how many carry the tag itself; those that only carry tags below it are not counted

    @property
    def leaf(self) -> str:
        """The last part of the name."""
        return self.tag.name.rpartition("/")[2]


def tag_rows(notebook: Notebook) -> list[TagRow]:
    """Return all tags by name, each followed by those below it."""
    counts = count_by_tag(notebook.annotations())
    rows: list[TagRow] = []
    parents: list[Tag] = []
    for tag in notebook.tags:
        while parents and not tag.name.casefold().startswith(f"{parents[-1].name.casefold()}/"):
            parents.pop()
        start = len(parents[-1].name) + 1 if parents else 0
        above = tag.name[start : tag.name.rfind("/") + 1]
        rows.append(TagRow(tag, len(parents), above, counts[tag.id]))
        parents.append(tag)
    return rows


def rows_in_view(count: int, at: int, top: int, height: int) -> range:
    """Return which of `count` rows are in sight: `at` is, and as far as may be those from `top` on."""
    top = min(max(top, at - height + 1), at, max(0, count - height))
    return range(max(0, top), min(count, max(0, top) + height))
