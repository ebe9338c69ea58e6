from __future__ import annotations

import io
import os
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles import Article, ArticleError, Sentence, load, load_bytes
from reader.articles.loading import LARGEST

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "A ferry is late\n\nThe ferry left at noon. It came back. Nobody was told why it had been so late.\n"


def refusal(path: str | Path, encoding: str | None = None) -> str:
    with pytest.raises(ArticleError) as caught:
        load(path, encoding=encoding)
    return str(caught.value)


def test_an_article_and_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(
        "---\nsource: The Bell\ndate: 4 May\n---\n" + TEXT + "READ MORE: The vote\n", encoding="utf-8"
    )
    (article,) = load(path)
    assert article == Article(
        text=TEXT + "READ MORE: The vote",
        sentences=(
            Sentence(0, 15, 0),
            Sentence(17, 40, 1),
            Sentence(41, 54, 1),
            Sentence(55, 95, 1),
            Sentence(96, 115, 2, boilerplate=True),
        ),
        title="A ferry is late",
        title_from="first line",
        path=str(path),
        source="The Bell",
        date="4 May",
    )
    assert article.words == 21


def test_where_titles_come_from() -> None:
    assert load_bytes(b"---\ntitle: Ferry\n---\nIt left.")[0].title_from == "front matter"
    assert load_bytes(b"# Ferry\n\nIt left.", "a.md")[0].title_from == "heading"
    assert load_bytes(TEXT.encode())[0].title_from == "first line"
    assert load_bytes(b"It left. It came back.")[0].title_from == "first words"
    assert load_bytes(b"## Most read\n\n- One\n\nIt left at noon.", "a.md")[0].title == "It left at noon."


def test_everything_shown_is_clean() -> None:
    data = (
        '---\ntitle: "Fer\\x1b[31mry\\u202e"\nauthor: A\u200bnn\x1b\n---\nIt \x1b]52;c;left\u202e.'.encode()
    )
    (article,) = load_bytes(data)
    assert article.title == "Fer␛[31mry"
    assert article.author == "Ann␛"
    assert article.text == "It ␛]52;c;left."
    assert article.notices == (
        "1 hidden character was taken out of the text.",
        "1 control character was made visible.",
    )


def test_a_guessed_encoding_is_told() -> None:
    (article,) = load_bytes("It cost 30 €.".encode("cp1252"))
    assert article.text == "It cost 30 €."
    assert article.notices == ("Not UTF-8: read as Windows-1252; --encoding names another.",)


def test_an_encoding_overrides(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("Паром ушёл.".encode("koi8-r"))
    assert load(path, encoding="koi8-r")[0].text == "Паром ушёл."
    assert refusal(path, "klingon") == f"{path}: cannot be read as klingon: there is no such encoding."
    assert refusal(path, "utf-8") == f"{path}: is not UTF-8."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        ("\ufeff".encode(), "holds no words"),
        ("\u200b\u202e".encode(), "holds no words"),
        (b"---\ntitle: Nothing else\n---\n", "holds no words"),
        (b"%PDF-1.7", "is not text (it looks like a PDF)"),
        (bytes(range(256)), "is not text (it holds binary data)"),
    ],
)
def test_files_without_an_article(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert refusal(path) == f"{path}: {reason}."


def test_paths_without_a_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == f"{tmp_path}/gone.txt: no such file."
    assert refusal(tmp_path) == f"{tmp_path}: is a folder, not an article."
    assert refusal("") == "(no name): is a folder, not an article."
    assert refusal("a\0b") == "a␀b: is not a valid file name."
    assert refusal("x" * 5000).endswith(": cannot be read: File name too long.")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert refusal(tmp_path / "loop.txt").endswith(
        "loop.txt: cannot be read: Too many levels of symbolic links."
    )
    (tmp_path / "a.txt").write_text("It left.")
    assert refusal(tmp_path / "a.txt" / "b.txt").endswith("b.txt: cannot be read: Not a directory.")


def test_control_sequences_in_a_name_are_shown_not_sent(tmp_path: Path) -> None:
    message = refusal(tmp_path / "a\x1b[31m\nb\u202e.txt")
    assert message == f"{tmp_path}/a␛[31m b.txt: no such file."
    assert refusal(os.fsdecode(b"caf\xe9.txt")) == "caf�.txt: no such file."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It left.")
    path.chmod(0)
    assert refusal(path) == f"{path}: may not be read: permission denied."


def test_size_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    os.truncate(path, 100 * 1024 * 1024)
    assert refusal(path) == f"{path}: 104.9 MB is more than reader opens (16 MB)."
    assert refusal("/dev/zero") == "/dev/zero: holds more than reader opens (16 MB)."


def test_a_pipe_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=("It left.",))
    writer.start()
    assert load(path)[0].text == "It left."
    writer.join()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It left. It came back.")))
    (article,) = load("-")
    assert article.path == "-"
    assert len(article.sentences) == 2
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-") == "standard input: is closed."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert refusal("-") == "standard input: is empty."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" " * (LARGEST + 1))))
    assert refusal("-") == "standard input: holds more than reader opens (16 MB)."


def test_a_long_article_keeps_its_paragraphs() -> None:
    (article,) = load_bytes(b"One. Two.\n\n\nThree.\nFour. Five.\n\nMost read\nA headline\n\nSix.")
    assert [sentence.paragraph for sentence in article.sentences] == [0, 0, 1, 2, 2, 3, 4, 5]
    assert [sentence.boilerplate for sentence in article.sentences] == [False] * 5 + [True, True, False]


@given(
    st.binary() | st.text("-t:y\n.A #*>`[]()<!&\x1b\u202e").map(str.encode),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_any_bytes_give_an_article_or_one_sentence(data: bytes, name: str) -> None:
    text = text_or_refusal(data, name)
    assert text
    assert "\x1b" not in text


def text_or_refusal(data: bytes, name: str) -> str:
    try:
        (article,) = load_bytes(data, name)
    except ArticleError as error:
        return str(error)
    assert article.title
    assert article.sentences
    return article.text
