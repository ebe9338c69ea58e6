"""What `import reader` gives: names that are imported when they are used."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import reader

SOURCE = ast.parse(Path(reader.__file__).read_text("utf-8"))


def test_all_names_are_there_and_listed() -> None:
    assert set(reader.__all__) <= set(dir(reader))
    for name in reader.__all__:
        assert getattr(reader, name) is not None


def test_type_checkers_see_the_same_names_from_the_same_modules() -> None:
    (block,) = (node for node in SOURCE.body if isinstance(node, ast.If))
    imports = {
        node.module: sorted(name.name for name in node.names)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }
    assert imports == {module: sorted(names) for module, names in reader._NAMES.items()}
    assert sorted(reader.__all__) == sorted([*reader._MODULES, "__version__"])


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        reader.nothing  # noqa: B018


def test_nothing_is_imported_before_it_is_used() -> None:
    code = "import sys, reader; print(*(name for name in sys.modules if name.startswith('reader')))"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["reader"]


def test_using_all_of_it_loads_no_textual() -> None:
    code = (
        "import sys, reader; from reader import *; print('textual' in sys.modules or 'rich' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "False"
