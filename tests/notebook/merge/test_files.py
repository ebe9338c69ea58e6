"""Two files merged into a third, and an open notebook merged with its file that was changed outside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, content, make_notebook, plain, wait_for_writer
from tests.notebook.merge.test_documents import fill, tables

from reader.cli.main import main
from reader.notebook import Notebook, NotebookError, StrangeFileError, Target
from reader.notebook.merge.files import merge_files
from reader.notebook.repair.report import check_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.notebook.storage.writer import DocumentWrite


def merge(capsys: pytest.CaptureFixture[str], *arguments: Path | str) -> tuple[int, str]:
    code = main(["merge", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out or captured.err


def test_two_notebooks_are_merged_into_a_third(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, out = tmp_path / "other.json", tmp_path / "c.json"
    make_notebook(other)
    assert merge(capsys, whole, other, "-o", out) == (
        0,
        f"{out}: 6 annotations of 5 and 1, 2 tags, 2 articles.\n",
    )
    assert check_file(out).problems == ()
    code, output = merge(capsys, whole, other, "-o", out)
    assert (code, output) == (2, f"reader: {out} is there already; nothing was written.\n")


def test_a_notebook_can_take_in_another_and_is_kept_as_the_backup(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    make_notebook(other)
    before = whole.read_bytes()
    assert merge(capsys, whole, other, "-o", whole)[0] == 0
    assert len(plain(whole)["annotations"]) == 6
    assert whole.with_name("reader.json.bak").read_bytes() == before
    notebook = Notebook.open(whole)
    code, output = merge(capsys, whole, other, "-o", whole)
    assert (code, "is open in process" in output) == (2, True)
    notebook.close()


@pytest.mark.parametrize("content", [b"", b"{}", b'{"meta": {"1": {"program": "reader", "sche'])
def test_with_nothing_or_the_rest_of_something_all_of_the_other_is_there(
    whole: Path, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(content)
    for number, pair in enumerate(((whole, other), (other, whole))):
        code, output = merge(capsys, *pair, "-o", tmp_path / f"{number}.json")
        assert (code, "5 annotations of" in output) == (0, True)
        assert check_file(tmp_path / f"{number}.json").problems == ()
    assert other.read_bytes() == content


def test_what_cannot_be_merged_is_told(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    for theirs in (None, "[1]", '{"meta": {"1": {"program": "reader", "schema": 99}}}'):
        if theirs is not None:
            other.write_text(theirs)
        assert merge(capsys, whole, other, "-o", tmp_path / "c.json")[0] == 2
    assert not (tmp_path / "c.json").exists()
    make_notebook(tmp_path / "ok.json")
    assert merge(capsys, whole, tmp_path / "ok.json", "-o", tmp_path / "no" / "c.json")[0] == 2


def conflicting(path: Path) -> Notebook:
    """A notebook with something new, whose file another one has changed meanwhile."""
    make_notebook(path)
    copy = path.with_name("copy.json")
    copy.write_bytes(path.read_bytes())
    fill(copy, "bob", ("figure", "figure"))
    notebook = Notebook.open(path, coder="ada")
    path.write_bytes(copy.read_bytes())
    name = notebook.attach(article())
    notebook.put_tag([Target.span(name, 10, 20)], notebook.codebook.create("source").id)
    wait_for_writer(notebook)
    return notebook


def test_a_file_changed_by_another_program_is_merged_when_asked(path: Path) -> None:
    notebook = conflicting(path)
    conflict = notebook.conflict.path
    assert conflict is not None
    theirs = path.read_bytes()
    before = content(notebook)
    notebook.conflict.merge()
    assert notebook.save()
    assert (notebook.conflict.path, notebook.file.last_error, conflict.exists()) == (None, None, False)
    assert {tag.name for tag in notebook.tags} == {"claim", "figure", "source"}
    assert len(notebook.annotations()) == 4
    assert path.with_name("reader.json.bak").read_bytes() == theirs
    left = content(notebook)
    assert notebook.undo() == "merged with the file of another program"
    assert content(notebook) == before
    notebook.redo()
    notebook.close()
    again = Notebook.open(path)
    assert content(again) == left
    assert again.notices == ()
    again.close()


def test_a_merge_is_handed_over_in_one_piece(path: Path) -> None:
    notebook = conflicting(path)
    copy = path.with_name("other.json")
    copy.write_bytes(path.read_bytes())
    other = Notebook.open(copy, coder="bob")
    session = other.sessions.start("titles", [(other.attach(article()), 0, 38)])
    other.close()
    path.write_bytes(copy.read_bytes())
    pieces: list[set[str]] = []
    hand_over = notebook.history._hand_over

    def noted(writes: Sequence[DocumentWrite]) -> None:
        pieces.append({table for table, _, _ in writes})
        hand_over(writes)

    notebook.history._hand_over = noted
    notebook.conflict.merge()
    assert [piece for piece in pieces if piece] == [{"sessions", "tags", "annotations", "history"}]
    assert notebook.sessions.get(session.id).words == "titles"
    assert notebook.save()
    notebook.close()


def test_what_was_saved_in_this_sitting_survives_an_older_file_that_comes_back(path: Path) -> None:
    make_notebook(path)
    older = path.read_bytes()
    notebook = Notebook.open(path, coder="ada")
    name = notebook.attach(article())
    tag = notebook.codebook.create("source").id
    notebook.put_tag([Target.span(name, 10, 20)], tag)
    assert notebook.save()
    path.write_bytes(older.replace(b'"claim"', b'"claims"'))
    notebook.put_tag([Target.span(name, 30, 40)], tag)
    wait_for_writer(notebook)
    notebook.conflict.merge()
    assert notebook.save()
    assert {tag.name for tag in notebook.tags} == {"claims", "source"}
    spans = {annotation.span[1:] for annotation in notebook.annotations()}
    assert {(10, 20), (30, 40)} <= spans
    notebook.close()


def test_what_they_took_away_and_what_is_not_ours_is_respected(path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    raw = tables(path)
    raw["annotations"] = {"7": {"id": "odd"}}
    raw["theirs"] = {"1": {"a": 1}}
    path.write_text(json.dumps(raw))
    notebook.codebook.create("source")
    wait_for_writer(notebook)
    notebook.conflict.merge()
    notebook.close()
    assert notebook.file.last_error is None
    now = tables(path)
    assert now["theirs"] == {"1": {"a": 1}}
    assert now["annotations"] == {}
    assert [each["document"] for each in now["aside"].values()] == [{"id": "odd"}]
    assert {tag["name"] for tag in now["tags"].values()} == {"claim", "source"}


def test_there_is_nothing_to_merge_without_a_conflict_or_with_what_is_no_notebook(path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    with pytest.raises(NotebookError, match="was not changed by another program"):
        notebook.conflict.merge()
    path.write_text("[1]")
    notebook.codebook.create("source")
    wait_for_writer(notebook)
    with pytest.raises(NotebookError, match="is not a reader notebook"):
        notebook.conflict.merge()
    assert notebook.conflict.path is not None
    notebook.close()
    assert path.read_text() == "[1]"


@pytest.mark.parametrize(
    "content", ["[1]", "Dear diary", "\0" * 999, '{"meta": {"1": {"program": "reader", "schema": 9}}}']
)
def test_a_strange_file_is_kept_and_ours_takes_its_place(path: Path, content: str) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    path.write_text(content)
    path.with_name("reader.json.bak").unlink(missing_ok=True)
    notebook.codebook.create("source")
    wait_for_writer(notebook)
    with pytest.raises(StrangeFileError):
        notebook.conflict.merge()
    aside = notebook.conflict.keep_mine()
    assert (aside.read_text(), notebook.file.saved, notebook.conflict.path) == (content, True, None)
    assert {tag["name"] for tag in plain(path)["tags"]} == {"claim", "source"}
    notebook.codebook.create("after")
    notebook.close()
    assert notebook.file.last_error is None
    assert {each.name for each in path.parent.iterdir()} == {"reader.json", aside.name}


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 0.9])
def test_what_a_damaged_file_has_lost_nobody_has_taken_away(path: Path, share: float) -> None:
    fill(path, "ada", ("claim", "figure", "source"))
    notebook = Notebook.open(path)
    there = content(notebook)
    cut = path.read_bytes()[: int(path.stat().st_size * share)]
    path.write_bytes(cut)
    notebook.undo()
    notebook.redo()
    wait_for_writer(notebook)
    notebook.conflict.merge()
    assert content(notebook) == there
    notebook.close()
    assert notebook.file.last_error is None
    assert cut in [each.read_bytes() for each in path.parent.iterdir()]
    again = Notebook.open(path)
    assert (content(again), again.notices) == (there, ())
    again.close()


def test_a_thousand_steps_can_be_undone_after_taking_in_another_file(path: Path) -> None:
    make_notebook(path)
    notebook = Notebook.open(path)
    name = notebook.annotations()[0].article
    for number in range(1_000):
        notebook.put_note(Target.span(name, 0, 38), f"note {number}")
    assert notebook.save()
    raw = tables(path)
    raw["tags"]["9"] = raw["tags"]["1"] | {"id": "theirs", "name": "theirs", "digit": None}
    path.write_text(json.dumps(raw))
    notebook.put_note(Target.span(name, 0, 38), "last")
    wait_for_writer(notebook)
    notebook.conflict.merge()
    assert notebook.codebook.named("theirs")
    steps = 0
    while notebook.undo():
        steps += 1
    assert steps >= 1_002
    assert notebook.annotations() == ()
    notebook.close()
    assert notebook.file.last_error is None


def test_a_merge_waits_for_nobody_who_writes_where_it_writes(path: Path, tmp_path: Path) -> None:
    """It has the lock before it reads: what is written meanwhile would be lost."""
    make_notebook(path)
    other = tmp_path / "other.json"
    make_notebook(other)
    notebook = Notebook.open(path)
    with pytest.raises(NotebookError, match="is open in process"):
        merge_files(path, other, path)
    notebook.codebook.create("figure")
    notebook.close()
    before = other.read_bytes()
    holder = Notebook.open(other)
    merge_files(path, other, path)
    assert {tag["name"] for tag in plain(path)["tags"]} == {"claim", "figure"}
    holder.codebook.create("theirs")
    holder.close()
    assert holder.file.last_error is None
    assert other.with_name("other.json.bak").read_bytes() == before
