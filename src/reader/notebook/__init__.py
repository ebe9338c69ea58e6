"""Tags and notes on articles, their codebook and undo, and the TinyDB file that keeps them.

`Notebook.open(path)` opens a notebook; tags and notes are put on a `Target`. A tag becomes bytes on disk in
`actions.tagging`, `history.undo` (one step of undo), `state` (in memory) and `storage.writer` (in the file).
"""

from reader.notebook.model import (
    Anchor,
    Annotation,
    KeptDifference,
    NotebookError,
    Selector,
    Span,
    StoredArticle,
    StrangeFileError,
    Tag,
    Target,
    TargetKind,
    Verdict,
    WouldReplaceError,
)
from reader.notebook.notebook import Notebook

__all__ = [
    "Anchor",
    "Annotation",
    "KeptDifference",
    "Notebook",
    "NotebookError",
    "Selector",
    "Span",
    "StoredArticle",
    "StrangeFileError",
    "Tag",
    "Target",
    "TargetKind",
    "Verdict",
    "WouldReplaceError",
]
