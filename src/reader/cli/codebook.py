"""What `reader codebook` prints and does: the tags, to be read, saved for others, or taken over from them."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from reader.articles import clean_line
from reader.notebook import Notebook, NotebookError, WouldReplaceError
from reader.notebook.query import count_by_tag
from reader.text.phrases import counted


def codebook_text(notebook: Notebook) -> str:
    """A line for each tag: digit, name, how many annotations carry it, what it means."""
    counts = count_by_tag(notebook.annotations())
    width = max((cell_len(tag.name) for tag in notebook.tags), default=0)
    lines = [
        f"{tag.digit or ' '}  {tag.name}{' ' * (width - cell_len(tag.name))}  {counts[tag.id]:>6,}"
        f"  {' '.join(tag.description.split())}".rstrip()
        for tag in notebook.tags
    ]
    return "\n".join(lines) or "The codebook is empty."


def save(notebook: Notebook, path: str, *, force: bool = False) -> str:
    """Write the tags to a file, with `force` in the place of others, and say so. Raises NotebookError."""
    try:
        notebook.codebook.save(Path(path), replace=force)
    except WouldReplaceError as error:
        raise NotebookError(f"{clean_line(path)} has {error.what} already: --force replaces them.") from None
    return f"{counted(len(notebook.tags), 'tag')} saved."


def load(notebook: Notebook, path: str) -> str:
    """Take over the tags of a file, have them on disk, and say how many there were. Raises NotebookError."""
    try:
        added, updated = notebook.codebook.load(Path(path))
    finally:
        notebook.close()
    if not notebook.file.saved:
        raise NotebookError(notebook.file.last_error or "The tags are not saved.")
    return f"{counted(added, 'tag')} added, {updated:,} brought up to date."
