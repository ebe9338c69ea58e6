"""The Python examples of the README run as they stand there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.+?)```", README, re.DOTALL)
_NAMED = re.compile(r"`(reader\.[\w.]+)`\s+has\s+(.+?)(?:;|\.\s)", re.DOTALL)


def _named() -> Iterator[tuple[str, str]]:
    """Each module that the README names with what it has: (module, name)."""
    for module, things in _NAMED.findall(README):
        for thing in re.findall(r"`(\w+)(?:\([^`]*\))?`", re.split(r"`reader\.", things)[0]):
            yield module, thing


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in re.findall(r"\"([\w-]+\.(?:txt|md))\"", example):
        (tmp_path / name).write_text("The old ferry sank off Lennet on Tuesday morning.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize(("module", "name"), sorted(_named()))
def test_what_the_readme_names_is_there(module: str, name: str) -> None:
    assert hasattr(__import__(module, fromlist=[name]), name)


def test_there_are_examples() -> None:
    assert EXAMPLES
    assert ("reader.overlap.results.consensus", "matrix") in set(_named())
