"""`reader --plain`: the articles in words, for screen readers and pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

import pytest

from reader.articles import load
from reader.cli.main import main
from reader.notebook import Notebook, Target
from reader.workspace.saved_state import SavedState, write_state

if TYPE_CHECKING:
    from reader.articles import Article

A = """---
title: Ferry aground
source: The Harbour Post
author: Nell Arkwright
date: 3 May
---
The ferry to Inner Skell reportedly ran aground at 6.15am on Friday. Nobody was hurt.

Forty passengers waited three hours for a tug.

READ MORE: Ten piers to think twice about
"""
B = """Gulls watched from the pier on the last day of the market and were not impressed by any of it at all.

The ferry to Inner Skell ran aground at 6.15am on Friday. Sixty passengers waited three hours for a tug.
"""


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    (tmp_path / "a.txt").write_text(A)
    (tmp_path / "b.txt").write_text(B)
    return [str(tmp_path / name) for name in ("a.txt", "b.txt")]


def plain(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["--plain", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def after(lines: list[str], name: str) -> list[str]:
    """A numbered sentence and what is told of it, up to the next one."""
    start = next(number for number, line in enumerate(lines) if line.startswith((f"{name}. ", f"{name}, ")))
    rest = lines[start + 1 :]
    letter = name.split(maxsplit=1)[0]
    end = next((n for n, line in enumerate(rest) if not line or line.startswith(f"{letter} ")), len(rest))
    return [lines[start], *rest[:end]]


def test_an_article_under_its_heading(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    lines = plain(capsys, *two)
    assert lines[:3] == [
        "2 articles",
        "A: Ferry aground, The Harbour Post",
        f"B: no title, begins {load(two[1])[0].title}, {two[1]}",
    ]
    start = lines.index("Article A: Ferry aground")
    assert lines[start + 1 : start + 8] == [
        "Source: The Harbour Post",
        "Author: Nell Arkwright",
        "Date: 3 May",
        f"File: {two[0]}",
        "Length: 4 sentences, 23 words, about 1 minute",
        "Shared: 67% of its sentences",
        "",
    ]
    assert "Source: unknown" in lines
    assert "Date: unknown" in lines


def test_after_a_sentence_comes_what_it_shares_and_the_facts_that_differ(
    two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = plain(capsys, *two)
    assert after(lines, "A 1") == [
        "A 1. The ferry to Inner Skell reportedly ran aground at 6.15am on Friday.",
        "Edited with B 2.",
        "Differs from B 2: hedged only in A: “reportedly”.",
    ]
    assert after(lines, "A 2") == ["A 2. Nobody was hurt."], "of what only one says nothing is told"
    assert after(lines, "B 3")[-1] == (
        "Differs from A 3: figures disagree: “Sixty passengers” in B, “Forty passengers” in A."
    )
    assert after(lines, "A 4") == [
        "A 4, not part of the article. READ MORE: Ten piers to think twice about",
    ]


def test_paragraphs_are_apart_and_nothing_is_wrapped(
    two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = plain(capsys, *two)
    first = lines.index("A 2. Nobody was hurt.")
    assert lines[first + 1] == ""
    assert lines[first + 2].startswith("A 3. ")
    assert any(len(line) > 100 for line in lines)


def test_no_sign_stands_for_a_word(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    printed = "\n".join(plain(capsys, *samples))
    kept = set("".join(article.text for path in samples for article in load(path)))
    ours = set(printed) - kept
    assert not {sign for sign in ours if category(sign) in {"So", "Cc", "Sk"}} - {"\n"}


def test_all_matches_of_a_kind_are_told_together_in_order(
    samples: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = plain(capsys, *samples)
    assert after(lines, "A 2")[1] == "Paraphrase with B 3, C 2 and D 9."
    assert after(lines, "A 5")[1] == "Verbatim with C 6, paraphrase with B 5 and D 10."
    assert after(lines, "A 4")[2:] == ["Differs from B 4 and C 3: hedged only in A: “reportedly”."]
    assert any("possibly" in line for line in lines)


def annotated(notebook: Notebook, article: Article) -> None:
    """A tag and a note on the first sentence, a tag over the second and third."""
    name = notebook.attach(article)
    first, second, third = article.sentences[:3]
    tag = notebook.codebook.create("eye witness")
    notebook.put_tag([Target.span(name, first.start, first.end)], tag.id)
    notebook.put_tag([Target.span(name, first.start, first.end)], notebook.codebook.create("claim").id)
    notebook.put_note(Target.span(name, first.start, first.end), "Ask:\nwho was there?")
    notebook.put_tag([Target.span(name, second.start, third.end)], tag.id)
    notebook.close()


def test_tags_and_notes_come_from_the_notebook(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(two[0]).with_name("mine.json")
    annotated(Notebook.open(path), load(two[0])[0])
    before = path.read_bytes()
    lines = plain(capsys, *two, "--notes", str(path))
    assert after(lines, "A 1")[-2:] == ["Tags: eye witness, claim", "Note: Ask: who was there?"]
    assert after(lines, "A 2")[-1] == "Tag on A 2 to A 3: eye witness"
    assert after(lines, "A 3")[-1] == "Tagged as A 2."
    assert path.read_bytes() == before
    assert "Tags:" not in "\n".join(plain(capsys, *two)), "another notebook"


def test_a_tag_on_words_names_them_and_a_note_on_a_range_is_told_once(
    two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = Notebook.open(Path(two[0]).with_name("reader.json"))
    (a,) = load(two[0])
    name, text = notebook.attach(a), a.text
    tug, hurt, three = text.index("a tug"), text.index("hurt"), text.index(" passengers")
    tag = notebook.codebook.create("claim").id
    notebook.put_tag([Target.span(name, tug, tug + len("a tug"))], tag)
    notebook.put_note(Target.span(name, 0, a.sentences[2].end), "One of three.")
    notebook.put_tag([Target.span(name, hurt, three)], tag)
    notebook.close()
    lines = plain(capsys, *two)
    assert after(lines, "A 1")[-1] == "Note on A 1 to A 3: One of three."
    assert after(lines, "A 2")[1:] == ["Tag on “hurt. Forty” of A 2 to A 3: claim", "Noted as A 1."]
    assert after(lines, "A 3")[-3:] == ["Tag on “a tug”: claim", "Noted as A 1.", "Tagged as A 2."]
    assert sum("One of three." in line for line in lines) == 1


def test_of_several_coders_each_is_named(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    path, (a,) = Path(two[0]).with_name("reader.json"), load(two[0])
    for coder in ("ella", "finn"):
        notebook = Notebook.open(path, coder=coder)
        span = Target.span(notebook.attach(a), a.sentences[1].start, a.sentences[1].end)
        tag = notebook.tags[0] if notebook.tags else notebook.codebook.create("claim")
        notebook.put_tag([span], tag.id)
        notebook.put_note(span, f"Seen by {coder}.")
        notebook.close()
    tags, *notes = after(plain(capsys, *two), "A 2")[1:]
    assert tags in {"Tags: claim (ella), claim (finn)", "Tags: claim (finn), claim (ella)"}
    assert sorted(notes) == ["Note (ella): Seen by ella.", "Note (finn): Seen by finn."]


def test_what_is_on_an_article_a_pair_or_an_absence(
    two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = Notebook.open(Path(two[0]).with_name("reader.json"))
    (a,), (b,) = map(load, two)
    names = notebook.attach(a), notebook.attach(b)
    first, second, other = a.sentences[0], a.sentences[1], b.sentences[1]
    span = (names[0], first.start, first.end)
    tag = notebook.codebook.create("hedge").id
    notebook.put_tag([Target.pair(span, (names[1], other.start, other.end), "edited")], tag)
    notebook.put_note(Target.absence((names[0], second.start, second.end), names[1]), "Why\nnot?")
    notebook.put_tag([Target.whole(names[1])], tag)
    notebook.close()
    lines = plain(capsys, *two)
    assert after(lines, "A 1")[-1] == "Tag, with B 2: hedge"
    assert after(lines, "B 2")[-1] == "Tag, with A 1: hedge"
    assert after(lines, "A 2") == ["A 2. Nobody was hurt.", "Note, missing from B: Why not?"]
    assert lines.index("Tag on the article: hedge") > lines.index("Source: unknown")
    assert after(plain(capsys, two[0]), "A 1")[-1] == f"Tag, with “({b.title})”: hedge"


def test_the_notebook_beside_the_articles_while_a_reader_has_it_open(
    two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(two[0]).with_name("reader.json")
    annotated(Notebook.open(path), load(two[0])[0])
    holding = Notebook.open(path)
    assert "Tags: eye witness, claim" in plain(capsys, *two)
    assert not holding.read_only
    holding.close()


def test_a_text_that_has_changed_since(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(two[0]).with_name("reader.json")
    annotated(Notebook.open(path), load(two[0])[0])
    Path(two[0]).write_text(A.replace("reportedly ran aground", "is thought to have run aground"))
    assert main(["--plain", *two]) == 0
    printed, told = capsys.readouterr()
    assert after(printed.splitlines(), "A 1")[-1] == "The text has changed since it was tagged or noted."
    assert "“Ferry aground” has changed" in told


def test_no_notebook_is_made(two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none" / "mine.json"
    plain(capsys, *two, "--notes", str(path))
    assert not path.parent.exists()


def test_a_foreign_notebook_is_one_sentence(
    two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "eggs.json").write_text('["eggs"]')
    assert main(["--plain", *two, "--notes", str(tmp_path / "eggs.json")]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_one_article_has_nothing_to_share(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    lines = plain(capsys, two[0])
    assert lines[0] == "Article A: Ferry aground"
    assert not any(line.startswith("Shared") for line in lines)


def test_more_articles_than_letters_and_a_file_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(28):
        (tmp_path / f"{number}.txt").write_text(f"Article {number} says something. And something else.")
    (tmp_path / "bad.txt").write_bytes(b"")
    assert main(["--plain", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("26 articles\n")
    assert "Article Z: " in out
    assert sorted(line.split(":")[1] for line in err.splitlines()) == [" Left out", " Left out"]
    assert "bad.txt: is empty" in err


def test_a_named_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--plain", str(tmp_path / "no\x1b]0;x\x07.txt")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "no such file" in err
    assert "\x1b" not in err


def test_notices_go_to_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_bytes("Geese \x1b[31mcrossed the café.".encode("cp1252"))
    assert main(["--plain", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    assert "A 1. Geese ␛[31mcrossed the café." in out
    assert err.count("reader: A: ") == 2


def test_without_files_it_is_what_was_open_last(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert plain(capsys)[0] == "4 articles", "at first the samples"
    write_state(SavedState(articles=tuple(two)))
    assert plain(capsys)[:2] == ["2 articles", "A: Ferry aground, The Harbour Post"]


READER = [sys.executable, "-m", "reader", "--plain"]


def test_from_standard_input_into_a_pipe_that_is_closed(samples: list[str]) -> None:
    run = subprocess.run(
        ["/bin/sh", "-c", '"$@" | head -n 1', "sh", *READER, "-", *samples * 2],
        input=A.encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert run.stdout == b"5 articles\n"
    assert run.stderr == b""


def test_no_terminal_and_no_utf8(two: list[str]) -> None:
    environ = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "TERM": "dumb"}
    run = subprocess.run(
        [*READER, *two], stdin=subprocess.DEVNULL, capture_output=True, env=environ, check=True
    )
    assert b"Edited with B 2." in run.stdout
    assert run.stdout.isascii()


def test_nothing_of_the_screen_is_imported() -> None:
    check = "import sys, reader.cli.plain; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
