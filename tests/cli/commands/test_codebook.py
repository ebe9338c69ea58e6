"""What `reader codebook` prints and does."""

from __future__ import annotations

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


def test_a_codebook_is_printed_saved_and_loaded(
    samples: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, yours, file = (str(tmp_path / name) for name in ("mine.json", "yours.json", "team.toml"))
    notebook = Notebook.open(tmp_path / "mine.json")
    name = notebook.attach(load(samples[0])[0])
    tag = notebook.codebook.create("claim/figure")
    notebook.codebook.describe(tag.id, "A number that\ncould be checked.")
    notebook.put_tag([Target.span(*span) for span in [(name, 0, 5), (name, 6, 9)]], tag.id)
    notebook.codebook.pin(notebook.codebook.create("tone").id, None)
    notebook.close()

    assert run("codebook", "--notes", mine) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1  claim/figure       2  A number that could be checked.",
        "   tone               0",
    ]
    assert run("codebook", "--notes", mine, "--save", file) == 0
    assert capsys.readouterr().out == "2 tags saved.\n"
    for said in ("2 tags added, 0 brought up to date.\n", "0 tags added, 0 brought up to date.\n"):
        assert run("codebook", "--notes", yours, "--load", file) == 0
        assert capsys.readouterr().out == said
    assert run("codebook", "--notes", yours) == 0
    assert "1  claim/figure       0  A number" in capsys.readouterr().out
    ours = "# agreed in spring\n[[tag]]\nname = 'tone'\n"
    (tmp_path / "team.toml").write_text(ours)
    assert run("codebook", "--notes", mine, "--save", file) == 2
    assert "has 1 tag and comments already: --force replaces them." in capsys.readouterr().err
    assert (tmp_path / "team.toml").read_text() == ours
    assert run("codebook", "--notes", mine, "--save", file, "--force") == 0
    capsys.readouterr()
    for alone in (["--force"], ["--load", file, "--force"]):
        assert run("codebook", "--notes", mine, *alone) == 2
        told = "reader codebook: --force is only for --save; reader codebook --help tells more.\n"
        assert capsys.readouterr() == ("", told)
    assert "claim/figure" in (tmp_path / "team.toml").read_text()


def test_a_codebook_that_cannot_be_used_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes, file = tmp_path / "reader.json", tmp_path / "team.toml"
    assert run("codebook", "--notes", str(notes)) == 2
    assert "no notebook yet" in capsys.readouterr().err
    file.write_text("[[tag]]\nname = 5\n")
    assert run("codebook", "--notes", str(notes), "--load", str(file)) == 2
    assert "team.toml is not a codebook: tag 1 has no name." in capsys.readouterr().err
    assert not notes.exists()
    notebook = Notebook.open(notes)
    notebook.codebook.create("claim")
    assert run("codebook", "--notes", str(notes), "--save", str(file)) == 2
    assert file.read_text() == "[[tag]]\nname = 5\n"
    file.write_text("[[tag]]\nname = 'tone'\n")
    capsys.readouterr()
    assert run("codebook", "--notes", str(notes), "--load", str(file)) == 2, "it is in use"
    assert "Traceback" not in capsys.readouterr().err
    notebook.close()
    assert run("codebook", "--load", str(file), "--save", str(file)) == 2
