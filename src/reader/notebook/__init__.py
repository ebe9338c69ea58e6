"""What the user adds to articles: annotations, codebook, undo, and the file that keeps them.

The front door is `Notebook.open(path)`; what tags and notes are put on is a `Target`.
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
