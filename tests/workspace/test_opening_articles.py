"""From arguments to articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import ArticleError
from reader.workspace.labels import MAX_ARTICLES
from reader.workspace.opening_articles import OpenRequest, find_articles, open_articles


def written(folder: Path, count: int) -> list[str]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"Article {path.stem} says something. And something else.")
    return [str(path) for path in paths]


def test_a_folder_brings_its_articles_in_natural_order(tmp_path: Path) -> None:
    written(tmp_path, 8)
    asked = find_articles([str(tmp_path)])
    assert [Path(path).name for path in asked.files] == [f"{n}.txt" for n in range(8)]
    assert not asked.choose


def test_more_than_eight_in_a_folder_are_chosen_from(tmp_path: Path) -> None:
    written(tmp_path, 9)
    assert find_articles([str(tmp_path)]).choose


def test_what_is_named_one_by_one_is_meant(tmp_path: Path) -> None:
    paths = written(tmp_path, 12)
    assert not find_articles(paths).choose
    assert len(open_articles(find_articles(paths)).articles) == 12
    assert find_articles(written(tmp_path, MAX_ARTICLES + 1)).choose


def test_the_same_file_twice_is_one_article(tmp_path: Path) -> None:
    path = written(tmp_path, 1)[0]
    assert find_articles([path, path]).files == (path,)


def test_one_bad_file_among_found_ones_is_left_out_and_told(tmp_path: Path) -> None:
    paths = written(tmp_path, 2)
    Path(paths[0]).write_bytes(b"\x00" * 100)
    opened = open_articles(find_articles([str(tmp_path)]))
    assert [article.path for article in opened.articles] == paths[1:]
    assert opened.left_out[0].startswith("Left out: ")
    with pytest.raises(ArticleError):
        open_articles(find_articles(paths))


def test_nothing_but_bad_files(tmp_path: Path) -> None:
    path = written(tmp_path, 1)[0]
    Path(path).write_bytes(b"")
    with pytest.raises(ArticleError, match="empty"):
        open_articles(OpenRequest((path,)))
