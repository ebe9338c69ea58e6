from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notebook.helpers import make_notebook, plain, words
from tests.notebook.prose import HARBOUR, QUAY
from tinydb import TinyDB

from reader.cli.main import main
from reader.notebook import Notebook, NotebookError
from reader.notebook.repair.report import check_file

if TYPE_CHECKING:
    from collections.abc import Callable

Raw = dict[str, Any]


def check(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    """Give the exit code and what was printed."""
    code = main(["check", *options, str(path)])
    captured = capsys.readouterr()
    assert all(line.isprintable() for line in (captured.out + captured.err).splitlines())
    return code, captured.out or captured.err


def beside(path: Path) -> list[Path]:
    return sorted(each for each in path.parent.iterdir() if "damaged" in each.name)


def test_a_whole_notebook_is_fine_and_left_alone(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = whole.read_bytes()
    for options in ((), ("--repair",)):
        assert check(whole, capsys, *options) == (
            0,
            "reader.json is whole: 2 tags, 2 articles, 5 annotations, 1 session, 6 steps of undo.\n",
        )
    assert whole.read_bytes() == before
    assert beside(whole) == []


def first(raw: Raw, table: str) -> Raw:
    found: Raw = raw[table]["1"]
    return found


DAMAGE: dict[str, tuple[Callable[[Raw], object], str]] = {
    "no colour": (lambda raw: first(raw, "tags").pop("colour"), "1 tag had something (colour)"),
    "no place": (lambda raw: first(raw, "annotations").pop("selector"), "1 annotation is not as it should"),
    "a bad step": (lambda raw: first(raw, "history").pop("words"), "1 step of undo had something (words)"),
    "a bad session": (lambda raw: first(raw, "sessions").pop("queue"), "1 session is not as it should be"),
    "twice": (lambda raw: raw["tags"].update({"9": first(raw, "tags")}), "1 tag is not as it should be"),
    "one name": (lambda raw: first(raw, "tags").update(name="FIGURE"), "1 tag has the name of another one"),
    "one digit": (lambda raw: first(raw, "tags").update(digit=2), "1 tag is pinned to the digit of another"),
    "no article": (lambda raw: raw["articles"].pop("2"), "1 article is missing; the words tagged"),
    "no tag": (lambda raw: raw["tags"].pop("2"), "1 tag was missing and was made anew: “figure”."),
    "other text": (
        lambda raw: first(raw, "articles").update(text="A line.\n" + HARBOUR),
        "2 annotations are not at the words they say",
    ),
    "too short a text": (lambda raw: first(raw, "articles").update(text="A"), "2 annotations are not at the"),
    "no origin": (
        lambda raw: raw["annotations"]["5"]["origin"].update(article="gone"),
        "1 annotation came from an article that is gone.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DAMAGE)
def test_what_does_not_fit_is_told_and_put_right(
    whole: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    damage, problem = DAMAGE[what]
    raw = json.loads(whole.read_text())
    damage(raw)
    whole.write_text(json.dumps(raw))
    before = whole.read_bytes()
    code, output = check(whole, capsys)
    assert (code, whole.read_bytes(), beside(whole)) == (1, before, [])
    assert problem in output
    assert "Nothing was changed; `reader check --repair reader.json`" in output
    code, output = check(whole, capsys, "--repair")
    (kept,) = beside(whole)
    assert (code, kept.read_bytes()) == (1, before)
    assert kept.name in output
    assert check(whole, capsys)[0] == 0
    again = Notebook.open(whole)
    assert again.notices == ()
    while again.undo():
        pass
    again.close()


@pytest.mark.parametrize("other", [5, None, "x", [1]])
def test_what_another_program_has_there_need_be_no_table(whole: Path, other: object) -> None:
    raw = json.loads(whole.read_text())
    raw["annotations"]["1"]["tags"].append("a tag that is gone")  # to be put right
    whole.write_text(json.dumps(raw | {"other": other}))
    notebook = Notebook.open(whole)
    notebook.codebook.create("new")
    notebook.close()
    assert (notebook.file.last_error, len(notebook.annotations())) == (None, 5)
    assert json.loads(whole.read_text())["other"] == other


def test_a_document_within_another_is_freed_though_every_line_is_one_of_ours(whole: Path) -> None:
    lines = whole.read_bytes().split(b"\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(b'"annotations"')) + 1
    lines[at : at + 2] = [lines[at].removesuffix(b"},") + b"," + lines[at + 1].removesuffix(b",") + b"},"]
    whole.write_bytes(b"\n".join(lines))
    notebook = Notebook.open(whole)
    notebook.close()
    assert len(notebook.annotations()) == 5


def test_what_cannot_be_put_right_is_set_aside(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = json.loads(whole.read_text())
    wrong = raw["annotations"]["1"] | {"selector": 5}
    raw["annotations"]["1"] = wrong
    whole.write_text(json.dumps(raw))
    check(whole, capsys, "--repair")
    assert plain(whole)["aside"] == [{"table": "annotations", "document": wrong}]
    assert len(plain(whole)["annotations"]) == 4


def test_words_are_found_where_they_are_and_of_a_missing_article_they_stay(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = json.loads(whole.read_text())
    raw["articles"]["1"]["text"] = "A line.\n" + HARBOUR
    del raw["articles"]["2"]
    whole.write_text(json.dumps(raw))
    check(whole, capsys, "--repair")
    again = Notebook.open(whole)
    claim = next(each for each in again.annotations() if each.note == "a")
    assert (claim.verdict, claim.selector.start) == ("moved", 8)
    assert words(again, claim)[0] == HARBOUR[:38]
    stand_in = next(each for each in again.annotations() if each.kind == "absence").article
    assert QUAY[:37] in again.article(stand_in).text
    again.close()


@pytest.mark.parametrize("ending", [b'old", "tags": []}}}', b"}"])
def test_a_damaged_notebook_is_rescued(
    whole: Path, ending: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    whole.write_bytes(whole.read_bytes() + ending)
    code, output = check(whole, capsys)
    assert (code, "The file is damaged." in output) == (1, True)
    assert check(whole, capsys, "--repair")[0] == 1
    assert check(whole, capsys)[0] == 0
    assert len(plain(whole)["annotations"]) == 5


def test_a_notebook_that_does_not_say_so_any_more_and_has_something_odd_in_it_is_one(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = json.loads(whole.read_text())
    whole.write_text(json.dumps({"odd": None, **raw}))
    assert check(whole, capsys)[0] == 0
    whole.write_text(json.dumps({"mxta": raw.pop("meta"), **raw}))
    code, output = check(whole, capsys, "--repair")
    assert (code, "does not say any more that it is a notebook" in output) == (1, True)
    assert check(whole, capsys)[0] == 0
    again = Notebook.open(whole)
    assert (len(again.annotations()), again.notices) == (5, ())
    again.close()


def test_the_broken_file_of_another_program_is_rescued(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with TinyDB(path) as database:
        for number in range(20):
            database.insert({"number": number})
            database.table("other things").insert({"a": {"1": {"b": number}}})
    assert check(path, capsys) == (0, "reader.json is whole: 40 documents in 2 tables.\n")
    content = path.read_bytes()
    path.write_bytes(content[:-30])
    code, output = check(path, capsys, "--repair")
    assert (code, beside(path)[0].read_bytes()) == (1, content[:-30])
    assert "39 documents in 2 tables of it can be rescued." in output
    with TinyDB(path, access_mode="r") as database:
        assert [each["number"] for each in database] == list(range(20))
        assert len(database.table("other things")) == 19
    assert check(path, capsys)[0] == 0


def test_the_rest_of_an_older_file_of_another_program_is_cut_off(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with TinyDB(path) as database:
        database.insert_multiple({"number": number} for number in range(3))
    content = path.read_bytes()
    path.write_bytes(content + b'"3": {"number": "old"}, "4": {"number": "old"}}}')
    assert check(path, capsys, "--repair")[0] == 1
    assert json.loads(path.read_bytes()) == json.loads(content)


def test_an_emptied_notebook_is_taken_from_its_backup(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert whole.with_name("reader.json.bak").exists()
    whole.write_bytes(b"")
    code, output = check(whole, capsys, "--repair")
    assert (code, "The backup reader.json.bak was taken instead" in output) == (1, True)
    assert check(whole, capsys)[0] == 0
    assert len(plain(whole)["annotations"]) == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"[1, 2]", "is no TinyDB file"),
        (b'{"a": 5}', "is no TinyDB file"),
        (b"Dear diary", "nothing in it can be rescued"),
        (b"\0" * 100, "nothing in it can be rescued"),
        (b'{"meta": {"1": {"program": "reader", "schema": 99}}}', "newer version"),
    ],
)
def test_what_cannot_be_checked_is_told_in_a_sentence(
    path: Path, content: bytes, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(content)
    for options in ((), ("--repair",)):
        code, output = check(path, capsys, *options)
        assert (code, problem in output, path.read_bytes()) == (2, True, content)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_is_not_there_or_in_use_is_told(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path / "missing.json", capsys)[0] == 2
    assert check(tmp_path / "missing.json", capsys, "--repair")[0] == 2
    assert check(tmp_path, capsys)[0] == 2
    assert not (tmp_path / "missing.json.lock").exists()
    notebook = Notebook.open(whole)
    assert check(whole, capsys)[0] == 0
    code, output = check(whole, capsys, "--repair")
    assert (code, "cannot be repaired now" in output) == (2, True)
    notebook.close()


@settings(max_examples=80)
@given(data=st.data())
def test_whatever_the_damage_a_repaired_file_is_whole_and_the_damaged_one_kept(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reader.json"
        make_notebook(path)
        content = path.read_bytes()
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(
            st.integers(start, min(len(content), start + data.draw(st.sampled_from([3, 99, 10**6]))))
        )
        junk = data.draw(st.binary(max_size=9) | st.sampled_from([b"5", b"null", b"[]", b'"x"', b"-1"]))
        damaged = content[:start] + junk + content[end:]
        path.write_bytes(damaged)
        try:
            report = check_file(path, repair=True)
        except NotebookError:
            assert path.read_bytes() == damaged
            return
        if report.problems:
            assert [each.read_bytes() for each in beside(path)] == [damaged]
        assert check_file(path).problems == ()
        if b'"program"' in path.read_bytes():
            notebook = Notebook.open(path, read_only=True)
            assert notebook.notices == ()
