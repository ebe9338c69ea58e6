"""What has become of articles whose file has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import Article, load, load_bytes
from reader.workspace.reload import ReloadedFile, UpdatedArticle, match_articles, reload_file

FERRY = """The ferry to Inner Skell ran aground at dawn on Friday.

Forty passengers waited three hours for a tug. “Nobody told us anything,” said Ada Brill, a baker.

The harbour office will publish a report in June."""


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "ferry.txt"
    file.write_text(FERRY)
    return str(file)


def changed(path: str, text: str) -> UpdatedArticle:
    """What the one article of the file becomes with this text."""
    [old] = load(path)
    Path(path).write_text(text)
    news = reload_file(path, [old])
    [renewal] = news.updated
    assert (renewal.old, renewal.new.text, news.gone) == (old, text, ())
    return renewal


def test_a_file_that_was_only_touched(path: str) -> None:
    articles = load(path)
    Path(path).write_text(FERRY)
    assert reload_file(path, articles) == ReloadedFile(path)


def test_a_sentence_is_found_behind_a_new_paragraph(path: str) -> None:
    renewal = changed(path, f"Gulls watched from the pier. It was cold.\n\n{FERRY}")
    assert [renewal.new_sentence(number) for number in range(4)] == [2, 3, 4, 5]


def test_a_sentence_is_found_where_it_has_moved(path: str) -> None:
    first, middle, last = FERRY.split("\n\n")
    renewal = changed(path, f"{last}\n\n{middle}\n\n{first}")
    assert [renewal.new_sentence(number) for number in range(4)] == [3, 1, 2, 0]


def test_a_sentence_that_was_rewritten(path: str) -> None:
    renewal = changed(
        path, FERRY.replace("Forty passengers waited three hours", "Some forty passengers waited for hours")
    )
    assert [renewal.new_sentence(number) for number in range(4)] == [0, 1, 2, 3]


def test_of_a_sentence_that_is_gone_the_one_before(path: str) -> None:
    renewal = changed(path, FERRY.replace(" “Nobody told us anything,” said Ada Brill, a baker.", ""))
    assert [renewal.new_sentence(number) for number in range(4)] == [0, 1, 1, 2]


def test_another_text_altogether_keeps_the_number_as_far_as_it_reaches(path: str) -> None:
    renewal = changed(path, "Oats grew well. So did barley.")
    assert [renewal.new_sentence(number) for number in range(4)] == [0, 1, 1, 1]


def test_only_what_is_known_of_it_has_changed(path: str) -> None:
    [old] = load(path)
    Path(path).write_text(f"---\nsource: The Harbour Post\n---\n{FERRY}")
    news = reload_file(path, [old])
    assert news.updated[0].new.source == "The Harbour Post"
    assert news.updated[0].new_sentence(2) == 2


@pytest.mark.parametrize(
    ("content", "said"), [(None, "no such file"), (b"", "is empty"), (b"\0" * 99, "text")]
)
def test_a_file_that_cannot_be_read_any_more(path: str, content: bytes | None, said: str) -> None:
    articles = load(path)
    Path(path).unlink() if content is None else Path(path).write_bytes(content)
    news = reload_file(path, articles)
    assert said in news.trouble
    assert (news.gone, news.updated) == (tuple(articles), ())


def of_several(*texts: tuple[str, str]) -> list[Article]:
    """Articles as a file that holds several gives them."""
    return [load_bytes(f"---\ntitle: {title}\n---\n{text}".encode(), "many.txt")[0] for title, text in texts]


GEESE, OATS = ("Geese", "Seven geese crossed the weir at noon."), ("Oats", "Oats grew well. So did barley.")
BREAD = ("Bread", "The island is short of flour, yeast and patience.")


def test_of_several_in_a_file_only_those_that_changed() -> None:
    old = of_several(GEESE, OATS, BREAD)
    new = of_several(BREAD, ("Oats", "Oats grew well. Rye did not."), GEESE, ("More", "And one more."))
    news = match_articles("many.txt", old, new)
    assert [(one.old, one.new) for one in news.updated] == [(old[1], new[1])]
    assert news.gone == ()


def test_several_with_other_titles_are_known_by_their_words() -> None:
    old = of_several(GEESE, OATS)
    new = of_several(("Cereals", f"{OATS[1]} Rye did not."), ("Birds", f"{GEESE[1]} Nobody minded."))
    news = match_articles("many.txt", old, new)
    assert [(one.old, one.new) for one in news.updated] == [(old[0], new[1]), (old[1], new[0])]


def test_one_of_several_that_is_gone() -> None:
    old = of_several(GEESE, OATS)
    news = match_articles("many.txt", old, of_several(GEESE))
    assert (news.updated, news.gone, news.trouble) == ((), (old[1],), "")
