"""The command line, run in this process: what it prints and how it exits."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from reader import __version__
from reader.articles import load
from reader.cli.main import main
from reader.notebook import Notebook, Target

if TYPE_CHECKING:
    from pathlib import Path


TYPES = {"figure", "hedge", "speaker", "detail", "dropped", "added", "replaced"}


def run(*arguments: str) -> int:
    """The exit code, also where argparse leaves by itself."""
    try:
        return main(arguments)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 1


@pytest.fixture
def compared(samples: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert run("compare", *samples, "--format", "json") == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"reader {__version__}\n"


def test_json_has_exactly_the_promised_fields(compared: dict[str, Any]) -> None:
    assert set(compared) == {"articles", "matches", "clusters"}
    for article, name in zip(compared["articles"], "ABCD", strict=True):
        assert article["id"] == name
        assert list(article) == [
            "id", "path", "title", "title_from", "source", "author", "date", "text", "sentences",
        ]  # fmt: skip
        assert all(set(sentence) == {"start", "end", "furniture"} for sentence in article["sentences"])
    for match in compared["matches"]:
        assert set(match) == {"a", "b", "kind", "score", "sure", "reason", "differences"}
        for difference in match["differences"]:
            assert set(difference) == {"type", "a", "b"}
            assert difference["type"] in TYPES
            assert difference["a"] or difference["b"]
        assert match["kind"] in {"verbatim", "edited", "paraphrase"}
        assert 0 < match["score"] <= 1
        assert set(match["a"]) == set(match["b"]) == {"article", "sentence"}
    assert all(len(cluster) > 1 for cluster in compared["clusters"])


def test_offsets_count_code_points_of_the_text(compared: dict[str, Any], samples: list[str]) -> None:
    article = load(samples[0])[0]
    ours = compared["articles"][0]
    assert ours["text"] == article.text
    first = ours["sentences"][0]
    assert ours["text"][first["start"] : first["end"]].startswith("A gravel barge struck")


def test_the_threshold_lists_more_or_less(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    counts = []
    for threshold in ("0", "0.1", "0.25", "1"):
        assert run("compare", *samples[:2], "--format", "json", "--threshold", threshold) == 0
        matches = json.loads(capsys.readouterr().out)["matches"]
        assert all(match["score"] >= float(threshold) for match in matches)
        counts.append(len(matches))
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 2 * counts[2]


def test_text_shows_kinds_letters_and_the_changed_words(
    samples: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", *samples) == 0
    printed = capsys.readouterr().out
    assert (
        "A  Barge jams Skell bridge open and cuts off island (The Wendhaven Courier, 14 October 2031)"
        in printed
    )
    assert "verbatim" in printed
    assert "[-reportedly-]" in printed, "the hedge that was dropped"
    assert "B 4" in printed


def test_text_begins_with_an_overview(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *samples) == 0
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    head = next(number for number, line in enumerate(lines) if line.split() == [*"ABCD", "any"])
    for row, letter in enumerate("ABCD"):
        cells = lines[head + 1 + row].split()
        assert cells[0] == letter
        assert cells[1 + row] == "·"
        assert len(cells) == 6
    assert "All 4 say 5 things" in printed
    assert "Sentences that only one has: A " in printed


def test_what_some_say_is_listed(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *samples) == 0
    lines = capsys.readouterr().out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("Some say"))
    count = int(lines[start].split()[2])
    assert all(len(line.split()[0]) == 2 for line in lines[start + 1 : start + 1 + count])
    assert lines[start + 1 + count] == ""


def test_two_articles_have_no_most(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *samples[:2]) == 0
    printed = capsys.readouterr().out
    assert "Both say" in printed
    assert "Most say" not in printed


def test_text_tells_the_differences_in_words(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *samples) == 0
    printed = capsys.readouterr().out
    assert "  - figures disagree: “2,300 people” in A, “some 2,500 residents” in B" in printed
    assert "  - hedged only in A: “reportedly”" in printed
    assert "  - other speakers: “she” in A, “the source” in C" in printed


def test_titles_are_printed_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "---\ntitle: '[red]Geese[/] [@click=app.quit]x[/]'\n---\nSeven geese crossed the weir at Lennet.\n"
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(text)
    assert run("compare", *map(str, paths)) == 0
    assert "[red]Geese[/] [@click=app.quit]x[/]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"", "is empty"),
        (b"\x00\x01\x02" * 50, "is not text"),
        (b"%PDF-1.7\n\x00", "PDF"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    content: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad\x1b]0;x\x07.txt"
    if content is not None:
        path.write_bytes(content)
    for command in (["compare", str(path), str(path)], [str(path)]):
        assert run(*command) == 2
        error = capsys.readouterr().err
        assert said in error
        assert error.startswith("reader: ")
        assert error.count("\n") == 1
        assert "\x1b" not in error


def test_one_article_cannot_be_compared(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", samples[0]) == 2
    assert "two or more" in capsys.readouterr().err


def test_an_unknown_encoding(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *samples, "--encoding", "klingon") == 2
    assert "klingon" in capsys.readouterr().err


@pytest.mark.parametrize("score", ["2", "-1", "much", "nan"])
def test_a_score_that_is_none(score: str, samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *samples, "--threshold", score) == 2
    assert "0 to 1" in capsys.readouterr().err


def test_an_unknown_option_is_one_clean_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--colour\x1b]0;x\x07") == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "\x1b" not in error


def test_no_terminal(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*samples) == 2
    assert "there is no terminal" in capsys.readouterr().err


def test_a_folder_without_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run(str(tmp_path / "empty")) == 2
    assert "no articles" in capsys.readouterr().err


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


def test_no_notebook_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("notes", "--notes", str(tmp_path / "none.json")) == 2
    assert "no notebook" in capsys.readouterr().err


def test_a_foreign_file_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "shopping.json"
    path.write_text('["eggs"]')
    assert run("notes", "--notes", str(path)) == 2
    assert "not a reader notebook" in capsys.readouterr().err
    assert path.read_text() == '["eggs"]'


BARGE = "The {0} barge struck the swing bridge at Skell before dawn on Tuesday and jammed it half open."
FERRY = "Ferries will carry {0} passengers, schoolchildren first, until engineers have measured the pier."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three articles on a barge, two of them by known outlets, and one on something else."""
    folder = tmp_path / "corpus"
    (folder / "more").mkdir(parents=True)
    ours = f"{BARGE.format('gravel')} {FERRY.format('morning')}"
    (folder / "a.md").write_text(f"---\ntitle: Bridge jammed\nsource: The Wire\ndate: 3 May\n---\n\n{ours}\n")
    (folder / "b.txt").write_text(f"Nobody slept. {ours}\n")
    (folder / "more" / "c.txt").write_text(f"{BARGE.format('laden')} Cod was cheap at the market.\n")
    (folder / "d.txt").write_text("Bakers are short of flour, yeast and patience after the winter storms.\n")
    return folder


def test_stories(corpus: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stories", str(corpus)) == 0
    printed, told = capsys.readouterr()
    assert told == "", "no bar where there is no terminal"
    lines = printed.splitlines()
    assert lines[0] == "4 articles: 3 in 1 story, 1 alone"
    assert lines[2].startswith("1  ")
    assert lines[2].endswith(" · 3 articles")
    assert f"Bridge jammed (The Wire, 3 May) · 2 of 2 sentences shared · {corpus / 'a.md'}" in printed
    assert len(list((home / "reader" / "corpora").iterdir())) == 1, "one file in the cache"


def test_stories_as_json(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "bad.txt").write_bytes(b"")
    assert run("stories", str(corpus), "--format", "json") == 0
    printed, told = capsys.readouterr()
    assert "Left out: " in told
    found = json.loads(printed)
    assert list(found) == ["folder", "articles", "alone", "stories", "left_out"]
    assert (found["folder"], found["articles"], found["alone"]) == (str(corpus), 4, 1)
    assert len(found["left_out"]) == 1
    [story] = found["stories"]
    assert list(story) == ["title", "shared", "articles"]
    assert [article["id"] for article in story["articles"]] == ["A", "B", "C"]
    for article in story["articles"]:
        assert list(article) == [
            "id", "path", "number", "title", "made_up", "source", "date", "sentences", "shared",
        ]  # fmt: skip
    wire = next(article for article in story["articles"] if article["source"])
    assert wire["title"] == "Bridge jammed"
    assert wire["path"] == str(corpus / "a.md")
    assert (wire["shared"], wire["sentences"], wire["made_up"], wire["date"]) == (2, 2, False, "3 May")


@pytest.mark.parametrize("what", ["missing", "empty", "file"])
def test_no_folder_of_articles(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x\x1b]0;y\x07"
    if what == "empty":
        path.mkdir()
    elif what == "file":
        path.write_text("An article, not a folder.")
    assert run("stories", str(path)) == 2
    error = capsys.readouterr().err
    assert error.startswith("reader: ")
    assert error.count("\n") == 1
    assert "\x1b" not in error


def test_stories_of_a_file_whose_name_is_not_utf8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / os.fsdecode(b"bad\xff.txt")).write_text("The bridge is shut. The ferry is late.")
    for _ in range(2):
        assert run("stories", str(folder)) == 0
        assert "1 alone" in capsys.readouterr().out
