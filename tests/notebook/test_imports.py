from __future__ import annotations

from typing import TYPE_CHECKING

from tests.notebook.helpers import make_notebook, python

if TYPE_CHECKING:
    from pathlib import Path

OPEN = """
import sys
from pathlib import Path
from reader.notebook import Notebook
Notebook.open(Path(sys.argv[1])).close()
print(*{module.partition(".")[0] for module in sys.modules})
"""


def loaded(path: Path) -> set[str]:
    """Give what a process has imported that only opened this notebook."""
    child = python(OPEN, str(path))
    said, _ = child.communicate()
    return set(said.split())


def test_opening_a_notebook_imports_no_more_than_it_needs(path: Path) -> None:
    assert loaded(path).isdisjoint({"textual", "rich", "tinydb", "orjson", "difflib"})
    make_notebook(path)
    assert loaded(path).isdisjoint({"textual", "rich", "tinydb", "difflib"})
