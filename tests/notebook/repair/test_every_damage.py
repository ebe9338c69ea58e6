"""Whatever is done to a file: what can be read in it is there, and the file is kept as it was."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article
from tests.notebook.repair.damages import Damages, make

from reader.notebook import Notebook, Target
from reader.notebook.repair.report import check_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.notebook.repair.damages import Damage

EVERY = 101
"""Of the thousands of damages; `python tests/benchmarks/damage_runs.py` does them all."""


@pytest.fixture(scope="module")
def damages(tmp_path_factory: pytest.TempPathFactory) -> Damages:
    path = tmp_path_factory.mktemp("whole") / "reader.json"
    make(path)
    return Damages(path.read_bytes())


def assert_is_kept(path: Path, damage: Damage) -> None:
    assert damage.content in [each.read_bytes() for each in path.parent.iterdir()], damage.what


def open_and_change(path: Path, damage: Damage) -> None:
    """Open a damaged file as the app does, look at everything, change something, and take it back."""
    path.write_bytes(damage.content)
    notebook = Notebook.open(path)
    found = notebook.annotations()
    assert not damage.kept - {each.id for each in found}, damage.what
    assert all(each in notebook.annotations_on(Target.of(each)) for each in found if each.worst != "lost"), (
        damage.what
    )
    notebook.sessions.all()
    notebook.put_note(Target.span(notebook.attach(article()), 1, 9), "after")
    for _ in range(3):
        notebook.undo()
    notebook.redo()
    notebook.close()
    assert notebook.file.last_error is None, damage.what
    assert_is_kept(path, damage)


def repair(path: Path, damage: Damage) -> None:
    """Have `check` tell of a damaged file and put it right; then there is nothing to tell."""
    path.write_bytes(damage.content)
    problems = check_file(path).problems
    assert path.read_bytes() == damage.content
    assert check_file(path, repair=True).problems == problems, damage.what
    assert check_file(path).problems == (), damage.what
    notebook = Notebook.open(path, read_only=True)
    assert (notebook.notices, not damage.kept - {each.id for each in notebook.annotations()}) == ((), True)
    assert_is_kept(path, damage)


def test_what_can_be_read_is_there_and_the_file_is_kept(damages: Damages, tmp_path: Path) -> None:
    for number, damage in enumerate(islice(damages, 0, None, EVERY)):
        for route in (open_and_change, repair):
            folder = tmp_path / f"{number}-{route.__name__}"
            folder.mkdir()
            try:
                route(folder / "reader.json", damage)
            except Exception as error:
                raise AssertionError(f"{damage.what}: {route.__name__}") from error
