"""What the user adds to articles: annotations, codebook, undo, and the file that keeps them.

The front door is `Notebook.open(path)`.
"""

from .model import Annotation, NotebookError, Selector, StoredArticle, Tag, Verdict
from .notebook import Notebook

__all__ = ["Annotation", "Notebook", "NotebookError", "Selector", "StoredArticle", "Tag", "Verdict"]
