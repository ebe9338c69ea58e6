from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.articles import ArticleError, find_article_files


def test_articles_in_natural_order(tmp_path: Path) -> None:
    for name in (
        "10.txt",
        "2.md",
        "B.text",
        "a.MARKDOWN",
        "c/1.txt",
        "picture.png",
        "none",
        ".hidden.txt",
        ".git/x.md",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [str(Path(path).relative_to(tmp_path)) for path in find_article_files(tmp_path)]
    assert found == ["2.md", "10.txt", "a.MARKDOWN", "B.text", "c/1.txt"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert find_article_files(str(tmp_path)) == [f"{tmp_path}/a.txt", f"{tmp_path}/b.txt"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert find_article_files(tmp_path) == []


def test_a_folder_without_articles(tmp_path: Path) -> None:
    assert find_article_files(tmp_path) == []


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"gone: cannot be read: No such file or directory\."):
        find_article_files(tmp_path / "gone")
    (tmp_path / "a.txt").touch()
    with pytest.raises(ArticleError, match=r"a\.txt: cannot be read: Not a directory\."):
        find_article_files(tmp_path / "a.txt")
