"""A notebook that somebody else holds: what they add is seen, and it can be had when they have quit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.notebook.helpers import make_notebook, python

from reader.notebook import Notebook

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from reader.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]))
print("open", flush=True)
for name in sys.stdin:
    notebook.codebook.create(name.strip())
    notebook.save()
    print("saved", flush=True)
notebook.close()
"""


def test_what_the_other_adds_is_seen_and_the_file_can_be_had_when_they_have_quit(path: Path) -> None:
    for there in (False, True):
        if there:
            make_notebook(path)
        other = python(HOLD, str(path))
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "open\n"
        notebook = Notebook.open(path)
        assert str(other.pid) in (notebook.file.holder or "")
        assert notebook.reopened() is None
        other.stdin.write("figure\n")
        other.stdin.flush()
        assert other.stdout.readline() == "saved\n"
        new = notebook.reopened()
        assert new is not None
        assert (new.read_only, new.codebook.named("figure") is not None) == (True, True)
        assert new.reopened() is None
        other.communicate("source\n")
        last = new.reopened()
        assert last is not None
        assert (last.read_only, last.file.holder, last.notices) == (False, None, ())
        assert last.codebook.named("source")
        assert last.reopened() is None
        last.codebook.create("mine")
        for each in (notebook, new, last):
            each.close()
        assert last.file.last_error is None
        path.unlink()


def test_what_is_read_only_for_another_reason_is_not_read_again(path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path, read_only=True)
    assert (notebook.file.holder, notebook.reopened()) == (None, None)
