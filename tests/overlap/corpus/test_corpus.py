"""The index of a folder: what it finds, how it follows changes, what it survives."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.overlap.corpus.helpers import edited, sentences, write

from reader.articles import ArticleError, load
from reader.overlap.corpus.cache import KEPT, index_file
from reader.overlap.corpus.corpus import IN_MEMORY, REBUILT, Corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten articles on ten events; 1 has two sentences of 0, and 2 has two of 0 in other words."""
    folder = tmp_path / "articles"
    texts = [sentences(seed) for seed in range(10)]
    texts[1][4:6] = texts[0][2:4]
    texts[2][7:9] = map(edited, texts[0][6:8])
    for number, text in enumerate(texts):
        write(folder, f"{number}.txt", text)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def likes(corpus: Corpus, path: Path) -> list[tuple[str, int]]:
    """The names of the files like this one, and how many sentences they share."""
    return [(Path(like.path).name, like.shared) for like in corpus.more_like(load(path)[0])]


def found(folder: Path, cache: Path | None, name: str = "0.txt") -> tuple[list[tuple[str, int]], list[str]]:
    """What is found from nothing, and the notices."""
    with Corpus.open(folder, cache) as corpus:
        corpus.update()
        return likes(corpus, folder / name), corpus.notices


BOTH = [("1.txt", 2), ("2.txt", 2)]


def test_verbatim_and_edited_partners_are_found(folder: Path, cache: Path) -> None:
    assert found(folder, cache) == (BOTH, [])
    assert found(folder, cache, "1.txt")[0] == [("0.txt", 2)]
    assert found(folder, cache, "5.txt")[0] == []


def test_case_quotes_and_small_words_do_not_matter(folder: Path, cache: Path) -> None:
    text = (folder / "0.txt").read_text(encoding="utf-8")
    write(folder, "loud.txt", [f"“{text.upper()}”"])
    assert ("loud.txt", 10) in found(folder, cache)[0]


def test_an_article_from_elsewhere_can_be_asked_about(folder: Path, cache: Path, tmp_path: Path) -> None:
    elsewhere = write(tmp_path, "mine.txt", [*sentences(77), *sentences(0)[2:4]])
    with Corpus.open(folder, cache) as corpus:
        corpus.update()
        assert likes(corpus, elsewhere)[:2] == [("0.txt", 2), ("1.txt", 2)]
        assert len(corpus.more_like(load(elsewhere)[0], limit=1)) == 1


def test_what_is_told_of_an_article(folder: Path, cache: Path) -> None:
    text = " ".join(sentences(0))
    (folder / "told.md").write_text(
        f"---\ntitle: A title\nsource: The Paper\ndate: 3 May\n---\n\n{text}\n\nREAD MORE: Other things\n"
    )
    with Corpus.open(folder, cache) as corpus:
        corpus.update()
        like = corpus.more_like(load(folder / "0.txt")[0])[0]
    assert (like.title, like.source, like.date, like.made_up) == ("A title", "The Paper", "3 May", False)
    assert (like.sentences, like.shared, like.path) == (10, 10, str(folder / "told.md"))


def test_only_what_has_changed_is_read_again(folder: Path, cache: Path) -> None:
    steps: list[tuple[int, int]] = []
    with Corpus.open(folder, cache) as corpus:
        corpus.update(lambda done, of: steps.append((done, of)))
        assert steps == [(n, 10) for n in range(1, 11)]
        steps.clear()
        corpus.update(lambda done, of: steps.append((done, of)))
        assert steps == []
        os.utime(folder / "3.txt", ns=(1, 1))
        write(folder, "4.txt", sentences(0))
        corpus.update(lambda done, of: steps.append((done, of)))
        assert steps == [(1, 2), (2, 2)]
        assert likes(corpus, folder / "0.txt")[0] == ("4.txt", 10)
    with Corpus.open(folder, cache) as corpus:
        steps.clear()
        corpus.update(lambda done, of: steps.append((done, of)))
        assert steps == []


def test_removed_and_changed_files_are_forgotten(folder: Path, cache: Path) -> None:
    with Corpus.open(folder, cache) as corpus:
        corpus.update()
        (folder / "1.txt").unlink()
        write(folder, "2.txt", sentences(99))
        corpus.update()
        assert likes(corpus, folder / "0.txt") == []
        assert corpus.count() == 9
    [file] = cache.iterdir()
    with sqlite3.connect(file) as db:
        kept = db.execute("SELECT count(DISTINCT article) FROM prints").fetchone()[0]
    db.close()
    assert kept == 9, "nothing of what is gone is left behind"


def test_the_same_after_any_changes_as_from_nothing(folder: Path, cache: Path, tmp_path: Path) -> None:
    found(folder, cache)
    (folder / "9.txt").rename(folder / "new.txt")
    write(folder, "5.txt", sentences(0)[:3], sentences(5))
    with Corpus.open(folder, cache) as corpus:
        corpus.update()
        updated = [likes(corpus, path) for path in sorted(folder.iterdir())]
    with Corpus.open(folder, tmp_path / "another") as corpus:
        corpus.update()
        assert [likes(corpus, path) for path in sorted(folder.iterdir())] == updated


def test_stories_are_grouped_again_only_after_a_change(folder: Path, cache: Path) -> None:
    steps: list[int] = []

    def told(corpus: Corpus) -> list[list[str]]:
        corpus.update()
        stories = corpus.stories(lambda done, _of: steps.append(done))
        return [sorted(Path(member.path).stem for member in story.members) for story in stories]

    with Corpus.open(folder, cache) as corpus:
        assert told(corpus) == [["0", "1", "2"]]
        before = corpus.stories()
        assert steps == list(range(1, 11))
    with Corpus.open(folder, cache) as corpus:
        steps.clear()
        assert told(corpus) == [["0", "1", "2"]]
        assert corpus.stories() == before
        assert steps == []
        write(folder, "3.txt", sentences(5))
        assert told(corpus) == [["0", "1", "2"], ["3", "5"]]
        (folder / "0.txt").unlink()
        assert told(corpus) == [["3", "5"]]
        (folder / "5.txt").unlink()
        assert told(corpus) == []
        steps.clear()
        assert told(corpus) == []
        assert steps == [], "that there are none is known too"


def test_what_cannot_be_read_is_left_out_and_tried_again(folder: Path, cache: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    with Corpus.open(folder, cache) as corpus:
        corpus.update()
        [sentence] = corpus.left_out()
        assert "bad.txt: is not text" in sentence
        write(folder, "bad.txt", sentences(0))
        corpus.update()
        assert corpus.left_out() == []
        assert corpus.count() == 11


def test_a_folder_that_is_none(tmp_path: Path, cache: Path) -> None:
    with Corpus.open(tmp_path / "none", cache) as corpus, pytest.raises(ArticleError):
        corpus.update()


@pytest.mark.parametrize("damage", ["garbage", "cut off", "holes", "empty"])
def test_a_damaged_index_is_made_anew(folder: Path, cache: Path, damage: str) -> None:
    found(folder, cache)
    file = index_file(folder, cache)
    data = bytearray(file.read_bytes())
    if damage == "garbage":
        data = bytearray(b"not a database " * 500)
    elif damage == "cut off":
        del data[len(data) // 2 :]
    elif damage == "holes":
        data[4096:] = b"\xa5" * (len(data) - 4096)
    else:
        data.clear()
    file.write_bytes(data)
    assert found(folder, cache) == (BOTH, [] if damage == "empty" else [REBUILT])
    assert found(folder, cache) == (BOTH, [])


def test_an_index_of_another_version_is_made_anew(folder: Path, cache: Path) -> None:
    found(folder, cache)
    with sqlite3.connect(index_file(folder, cache)) as db:
        db.execute("PRAGMA user_version = 0")
        db.execute("DROP TABLE prints")
        db.execute("CREATE TABLE others (x)")
    db.close()
    assert found(folder, cache) == (BOTH, [])


def test_a_cache_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert found(folder, tmp_path / "file" / "cache") == (BOTH, [IN_MEMORY])
    assert found(folder, None) == (BOTH, [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_index(folder: Path, cache: Path) -> None:
    found(folder, cache)
    cache.chmod(0o500)
    index_file(folder, cache).chmod(0o400)
    write(folder, "1.txt", sentences(88))
    assert found(folder, cache) == ([("2.txt", 2)], [IN_MEMORY])
    cache.chmod(0o700)


def test_two_processes_at_once(folder: Path, cache: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from reader.overlap.corpus.corpus import Corpus\n"
        "corpus = Corpus.open(sys.argv[1], Path(sys.argv[2])); corpus.update()\n"
        "print(corpus.count(), corpus.notices, [len(s.members) for s in corpus.stories()]); corpus.close()"
    )
    for number in range(100, 200):
        write(folder, f"{number}.txt", sentences(number))
    running = [
        subprocess.Popen([sys.executable, "-c", code, folder, cache], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert {process.communicate()[0] for process in running} == {"110 [] [3]\n"}
    likes, notices = found(folder, cache)
    assert (likes[:2], notices) == (BOTH, [])


def test_a_build_that_is_broken_off_goes_on_where_it_was(folder: Path, cache: Path) -> None:
    class Enough(Exception):  # noqa: N818
        pass

    def stop(done: int, _of: int) -> None:
        if done == 4:
            raise Enough

    with Corpus.open(folder, cache) as corpus:
        with pytest.raises(Enough):
            corpus.update(stop)
        assert corpus.count() == 4
    steps: list[int] = []
    with Corpus.open(folder, cache) as corpus:
        corpus.update(lambda _done, of: steps.append(of))
        assert steps == [6] * 6
        assert likes(corpus, folder / "0.txt") == BOTH


def test_the_index_of_a_folder_is_the_same_however_it_is_called(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert index_file("articles", cache) == index_file(f"{folder}/", cache) == index_file(folder, cache)
    assert index_file(folder, cache, "latin-1") != index_file(folder, cache)
    with Corpus.open("articles/", cache) as corpus:
        corpus.update()
        assert [like.path for like in corpus.more_like(load("articles/0.txt")[0])] == [
            str(Path("articles", name)) for name, _ in BOTH
        ]
    shutil.rmtree(cache)


def test_other_scripts(folder: Path, cache: Path) -> None:
    line = "台風九号は火曜日の夜に港の倉庫を襲い、漁船二十三隻が沈んだと市長が述べた。"
    write(folder, "ja-1.txt", [line, "次の日には雨がやみ、学校は平常どおり始まった。"])
    write(folder, "ja-2.txt", ["住民は朝まで公民館で過ごした。", line])
    assert found(folder, cache, "ja-1.txt")[0] == [("ja-2.txt", 1)]


def test_an_index_that_is_not_used_for_long_is_deleted(folder: Path, cache: Path, tmp_path: Path) -> None:
    for name in ("old", "recent"):
        write(tmp_path / name, "a.txt", sentences(1))
        found(tmp_path / name, cache, "a.txt")
        age = KEPT + 60 if name == "old" else KEPT - 60
        file = index_file(tmp_path / name, cache)
        os.utime(file, (file.stat().st_mtime - age,) * 2)
    found(folder, cache)
    assert set(cache.iterdir()) == {index_file(folder, cache), index_file(tmp_path / "recent", cache)}
    found(tmp_path / "recent", cache, "a.txt")
    assert index_file(tmp_path / "recent", cache).stat().st_mtime > folder.stat().st_mtime - 60, "used again"
