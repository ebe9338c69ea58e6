"""What `reader compare` prints and does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import pytest

from reader.articles import load
from reader.cli.main import main
from reader.overlap.differences.difference import DifferenceType

if TYPE_CHECKING:
    from pathlib import Path


TYPES = set(get_args(DifferenceType))


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


def test_one_article_cannot_be_compared(samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", samples[0]) == 2
    assert "two or more" in capsys.readouterr().err


@pytest.mark.parametrize("score", ["2", "-1", "much", "nan"])
def test_a_score_that_is_none(score: str, samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *samples, "--threshold", score) == 2
    assert "0 to 1" in capsys.readouterr().err
