"""What reader prints for articles and a notebook of ours, to the letter: nothing changes unseen."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reader.cli.main import main

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

HERE = Path(__file__).parent
SAMPLES = Path(__file__).parents[2] / "data"
COMMANDS = {
    "compare-json": "compare articles --format json",
    "compare-text": "compare articles",
    "compare-all": "compare articles --format json --threshold 0",
    "compare-samples-json": "compare samples --format json",
    "compare-samples-text": "compare samples",
    "stories-json": "stories . --format json",
    "stories-text": "stories .",
    "notes-json": "notes --notes reader.json --format json",
    "notes-text": "notes --notes reader.json",
    "codebook": "codebook --notes reader.json",
    "plain": "--plain articles --notes reader.json",
    "plain-samples": "--plain samples --notes none.json",
    "check": "check reader.json",
}


class TextExtension(SingleFileSnapshotExtension):
    """A text file that can be read."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


@pytest.mark.parametrize("name", COMMANDS)
def test_output(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    snapshot: SnapshotAssertion,
) -> None:
    shutil.copytree(HERE / "articles", tmp_path / "articles")
    shutil.copytree(SAMPLES, tmp_path / "samples")
    shutil.copy(HERE / "reader.json", tmp_path)
    monkeypatch.chdir(tmp_path)
    code = main(COMMANDS[name].split())
    out, err = capsys.readouterr()
    shown = f"exit code {code}\n{err}{out}".replace(str(tmp_path), "FOLDER")
    assert shown == snapshot.use_extension(TextExtension)
