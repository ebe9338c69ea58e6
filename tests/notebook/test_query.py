from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.notebook.helpers import article
from tests.notebook.prose import HARBOUR, QUAY

from reader.articles import load
from reader.notebook import Notebook, Target
from reader.notebook.actions import tagging
from reader.notebook.model import count_by_tag
from reader.notebook.query import (
    Query,
    StoryCounts,
    count_by_article,
    count_by_coder,
    count_tags_by_story,
    find_annotations,
)

if TYPE_CHECKING:
    from pathlib import Path

HURT = "Nine others were treated on the quay and sent home."


def targets(harbour: str, quay: str) -> list[Target]:
    title, hurt = (harbour, 0, 38), (quay, QUAY.index(HURT), QUAY.index(HURT) + len(HURT))
    return [
        Target.span(*title),
        Target.span(quay, 0, 12),
        Target.whole(harbour),
        Target.pair(title, hurt),
        Target.absence((quay, 0, 12), harbour),
    ]


@pytest.fixture
def filled(path: Path, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """Notes called a to e, made by two coders on five days, on two articles."""
    made = [("ada", "claim"), ("bob", "claim/figure"), ("ada", "source"), ("ada", "claim"), ("bob", "source")]
    for number, (coder, tag) in enumerate(made):
        monkeypatch.setattr(tagging, "utc_now", lambda day=10 + number: f"2031-10-{day}T09:00:00Z")
        notebook = Notebook.open(path, coder=coder)
        harbour = notebook.attach(article(HARBOUR, "harbour.txt"))
        quay = notebook.attach(article(QUAY, "quay.txt"))
        target = targets(harbour, quay)[number]
        notebook.put_tag([target], (notebook.codebook.named(tag) or notebook.codebook.create(tag)).id)
        notebook.put_note(target, "abcde"[number])
        notebook.close()
    again = Notebook.open(path, coder="eve")
    again.attach(article(HARBOUR, "harbour.txt"))
    again.attach(article(QUAY.replace("Nine", "Ten"), "quay.txt"))
    return again


def ids(notebook: Notebook) -> tuple[str, str]:
    """The ids of the two articles."""
    harbour, quay = dict.fromkeys(each.article for each in notebook.annotations())
    return (harbour, quay) if notebook.article(harbour).text == HARBOUR else (quay, harbour)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "abcde"),
        ({"coders": ["bob"]}, "be"),
        ({"noted": True, "kinds": ("pair",)}, "d"),
        ({"since": "2031-10-12"}, "cde"),
        ({"until": "2031-10-12"}, "abc"),
        ({"since": "2031-10-11T10", "until": "2031-10-13"}, "cd"),
        ({"until": "2031"}, "abcde"),
        ({"verdicts": ("changed", "lost")}, "d"),
        ({"verdicts": ("exact",), "kinds": ("span", "article")}, "abc"),
        ({"kinds": ("pair", "absence")}, "de"),
        ({"text": "STRIKES ferry"}, "ad"),
        ({"text": "ten others"}, "d"),
        ({"text": "nine others"}, "d"),
        ({"text": "figure"}, "b"),
        ({"text": "nowhere to be seen"}, ""),
        ({"tags": ["gone"]}, ""),
        ({"articles": []}, ""),
    ],
)
def test_annotations_are_found_by_what_is_asked(filled: Notebook, asked: dict[str, Any], found: str) -> None:
    assert "".join(sorted(each.note for each in find_annotations(filled, Query(**asked)))) == found
    filled.close()


def test_tags_include_those_below_and_pairs_are_of_both_articles(filled: Notebook) -> None:
    claim, figure = filled.tags[0].id, filled.tags[1].id
    harbour, quay = ids(filled)
    for query, found in (
        (Query(tags=[claim]), "abd"),
        (Query(tags=[figure]), "b"),
        (Query(articles=[harbour]), "acde"),
        (Query(articles=[quay]), "bde"),
        (Query(articles=[quay], tags=[claim], coders=["ada"]), "d"),
    ):
        assert "".join(sorted(each.note for each in find_annotations(filled, query))) == found
    filled.close()


def test_counts(filled: Notebook) -> None:
    claim, figure, source = (tag.id for tag in filled.tags)
    harbour, quay = ids(filled)
    everything = filled.annotations()
    assert count_by_tag(everything) == {claim: 2, figure: 1, source: 2}
    assert count_by_article(everything) == {harbour: 4, quay: 3}
    for name, count in count_by_article(everything).items():
        assert len(find_annotations(filled, Query(articles=[name]))) == count
    assert count_by_coder(everything) == {"ada": 3, "bob": 2}
    filled.codebook.create("never used")
    table = count_tags_by_story(filled, {"the ferry": [harbour], "nothing": []})
    assert [tag.name for tag in table.tags] == ["claim", "claim/figure", "source"]
    assert table.rows == (
        StoryCounts("the ferry", 3, (2, 0, 1)),
        StoryCounts("nothing", 0, (0, 0, 0)),
        StoryCounts("", 2, (0, 1, 1)),
    )
    assert count_tags_by_story(filled, {"both": [harbour, quay]}, Query(coders=["bob"])).rows == (
        StoryCounts("both", 2, (1, 1)),
    )
    filled.close()


def test_a_row_counts_annotations_not_their_tags(notebook: Notebook) -> None:
    name = notebook.attach(article(HARBOUR))
    for tag in ("claim", "figure"):
        notebook.put_tag([Target.span(name, 0, 38)], notebook.codebook.create(tag).id)
    notebook.put_note(Target.span(name, 39, 50), "only a note")
    assert count_tags_by_story(notebook, {"the ferry": [name]}).rows == (StoryCounts("the ferry", 2, (1, 1)),)
    assert count_tags_by_story(notebook, {}, Query(noted=True)).rows == (StoryCounts("", 1, ()),)


def test_an_article_can_be_had_when_its_file_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text("---\nsource: The Gazette\nurl: https://gazette.example/1\n---\n" + HARBOUR)
    (loaded,) = load(file)
    notebook = Notebook.open(tmp_path / "reader.json")
    name = notebook.attach(loaded)
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.close()
    file.unlink()
    again = Notebook.open(tmp_path / "reader.json")
    stored = again.articles.restore(again.annotations()[0].article)
    assert (stored.text, stored.sentences, stored.title, stored.source, stored.url) == (
        loaded.text, loaded.sentences, loaded.title, loaded.source, loaded.url,
    )  # fmt: skip
    assert again.attach(stored) == name
    with pytest.raises(KeyError):
        again.articles.restore("nowhere")
    again.close()
