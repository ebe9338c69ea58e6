"""Several accounts of one story, side by side: what they share, what was changed, what only one says.

What Python programs use is here, as `reader.load(path)` and `reader.compare(articles)`: see docs/python.md.
`import reader` imports none of it: each name is imported when it is used (PEP 562).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.articles import Article, ArticleError, Sentence, find_article_files, load
    from reader.notebook import Anchor, Annotation, Notebook, NotebookError, Selector, Tag, Target
    from reader.notebook.query import Query, find_annotations
    from reader.overlap import Match, Overlap, Place, compare
    from reader.overlap.corpus.corpus import Corpus, Member, Story
    from reader.overlap.differences.detect import differences
    from reader.overlap.differences.difference import Difference, describe_difference
    from reader.overlap.results.consensus import (
        Consensus,
        Share,
        Statement,
        article_shares,
        find_consensus,
        share_matrix,
    )

__version__ = "0.1.0"

__all__ = [
    "Anchor",
    "Annotation",
    "Article",
    "ArticleError",
    "Consensus",
    "Corpus",
    "Difference",
    "Match",
    "Member",
    "Notebook",
    "NotebookError",
    "Overlap",
    "Place",
    "Query",
    "Selector",
    "Sentence",
    "Share",
    "Statement",
    "Story",
    "Tag",
    "Target",
    "__version__",
    "article_shares",
    "compare",
    "describe_difference",
    "differences",
    "find_annotations",
    "find_article_files",
    "find_consensus",
    "load",
    "share_matrix",
]

_NAMES = {
    "reader.articles": ("Article", "ArticleError", "Sentence", "find_article_files", "load"),
    "reader.notebook": ("Anchor", "Annotation", "Notebook", "NotebookError", "Selector", "Tag", "Target"),
    "reader.notebook.query": ("Query", "find_annotations"),
    "reader.overlap": ("Match", "Overlap", "Place", "compare"),
    "reader.overlap.corpus.corpus": ("Corpus", "Member", "Story"),
    "reader.overlap.differences.detect": ("differences",),
    "reader.overlap.differences.difference": ("Difference", "describe_difference"),
    "reader.overlap.results.consensus": (
        "Consensus",
        "Share",
        "Statement",
        "article_shares",
        "find_consensus",
        "share_matrix",
    ),
}
"""For each module, the names that are imported from it; the imports for type checkers above are the same."""
_MODULES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a name of `__all__` when it is used for the first time."""
    if name not in _MODULES:
        raise AttributeError(f"module 'reader' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return value


def __dir__() -> list[str]:
    """Return the names of `__all__`, also those not imported yet."""
    return sorted(set(globals()) | set(__all__))
