"""What `reader notes` prints and does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.articles import load
from reader.cli.main import main
from reader.notebook import Notebook, Target

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def run(*arguments: str) -> int:
    """The exit code, also where argparse leaves by itself."""
    try:
        return main(arguments)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 1


def test_notes(samples: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.json"
    notebook = Notebook.open(path)
    article = load(samples[0])[0]
    name = notebook.attach(article)
    sentence = article.sentences[1]
    notebook.put_tag([Target.span(name, sentence.start, sentence.end)], notebook.codebook.create("figure").id)
    notebook.put_note(Target.span(name, sentence.start, sentence.end), "Check:\nwho measured?")
    notebook.close()

    assert run("notes", "--notes", str(path)) == 0
    printed = capsys.readouterr().out
    assert "Barge jams Skell bridge open and cuts off island (The Wendhaven Courier)" in printed
    assert "[figure] The Petrel Star, 62 metres long" in printed
    assert "    who measured?" in printed

    assert run("notes", "--notes", str(path), "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    [annotation] = found["annotations"]
    assert annotation["tags"] == ["figure"]
    assert annotation["exact"] == article.sentence_text(1)
    assert (annotation["start"], annotation["end"]) == (sentence.start, sentence.end)
    assert annotation["article"]["title"] == article.title


def test_no_notebook_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("notes", "--notes", str(tmp_path / "none.json")) == 2
    assert "no notebook" in capsys.readouterr().err
