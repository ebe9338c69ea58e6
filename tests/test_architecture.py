"""The arrows between the rooms run down only, and the rooms below the app know nothing of a screen."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
MAY_IMPORT = {
    "articles": set(),
    "overlap": {"articles"},
    "notebook": {"articles"},
}
IN_NOTEBOOK = ("documents", "file", "memory", "undo", "anchoring", "coding", "merging", "repair")
"""Its folders: each knows only those before it."""


def imported(path: Path) -> set[str]:
    """The full names of the modules that a file imports, at the top or further down."""
    names: set[str] = set()
    package = path.relative_to(SOURCE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            names.update(f"{module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_is_below_it(room: str) -> None:
    files = list((SOURCE / "reader" / room).rglob("*.py"))
    assert files
    for file in files:
        ours = {name.split(".")[1] for name in imported(file) if name.startswith("reader.")}
        assert ours <= {room} | MAY_IMPORT[room], file


@pytest.mark.parametrize("folder", IN_NOTEBOOK)
def test_a_folder_of_the_notebook_knows_only_those_before_it(folder: str) -> None:
    above = IN_NOTEBOOK[IN_NOTEBOOK.index(folder) + 1 :]
    files = list((SOURCE / "reader" / "notebook" / folder).rglob("*.py"))
    assert files
    for file in files:
        ours = {name.split(".")[2] for name in imported(file) if name.startswith("reader.notebook.")}
        assert ours.isdisjoint((*above, "notebook", "query")), file


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_is_used_without_textual(room: str) -> None:
    check = f"import reader.{room}, sys; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_only_the_app_knows_textual() -> None:
    for file in (SOURCE / "reader").rglob("*.py"):
        if "tui" not in file.parts:
            assert not any(name.split(".")[0] == "textual" for name in imported(file)), file


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_what_only_prints_imports_neither_textual_nor_a_room(arguments: list[str]) -> None:
    check = (
        "import sys\nfrom reader.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        "sys.exit(any(name in sys.modules for name in ('textual', 'rich', 'tinydb', 'reader.articles')))"
    )
    assert (
        subprocess.run([sys.executable, "-c", check], check=False, stdout=subprocess.DEVNULL).returncode == 0
    )


def test_the_state_of_the_screens_holds_no_widget_and_paints_nothing() -> None:
    for file in (SOURCE / "reader" / "tui" / "state").rglob("*.py"):
        assert not any(name.split(".")[0] in {"textual", "rich"} for name in imported(file)), file


@pytest.mark.parametrize("room", [*MAY_IMPORT, "tui"])
def test_the_modules_that_the_guide_names_are_there(room: str) -> None:
    guide = (SOURCE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+\.py)`", guide.partition(f"### `{room}/`")[2].partition("\n##")[0]))
    assert named
    assert named <= {path.name for path in (SOURCE / "reader" / room).rglob("*.py")}
