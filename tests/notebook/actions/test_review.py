from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.notebook.helpers import article, content
from tests.notebook.prose import HARBOUR, QUAY

from reader.notebook import Notebook, NotebookError, Target

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook import Annotation, Span
    from reader.notebook.actions.review import ReviewItem

BOATS = "Three fishing boats were moved as a precaution."
MAYOR = "She thanked the volunteers who had brought blankets and tea to the quay."
CALM = "Colleagues described her as calm and exact."
HURT = "Nine others were treated on the quay and sent home."
EDITED = HARBOUR.replace("Three fishing", "Four fishing").replace(MAYOR, "").replace("Two", "Two")


def span(notebook: Notebook, article_id: str, words: str) -> Span:
    start = notebook.article(article_id).text.index(words)
    return article_id, start, start + len(words)


@pytest.fixture
def reviewed(path: Path) -> Notebook:
    """A notebook in which a note is changed, one lost, one exact, and one side of a pair changed."""
    notebook = Notebook.open(path)
    harbour, quay = notebook.attach(article()), notebook.attach(article(QUAY, "quay.txt"))
    for words in (MAYOR, BOATS, CALM):
        notebook.put_note(Target.span(*span(notebook, harbour, words)), words[:5])
    pair = Target.pair(span(notebook, quay, HURT), span(notebook, harbour, BOATS))
    notebook.put_note(pair, "pair")
    notebook.put_note(Target.absence(span(notebook, quay, HURT), harbour), "absence")
    notebook.close()
    again = Notebook.open(path)
    again.attach(article(EDITED))
    again.attach(article(QUAY, "quay.txt"))
    return again


def waiting(notebook: Notebook) -> list[tuple[str, str]]:
    return [(item.annotation.note, item.verdict) for item in notebook.review.items()]


def item_of(notebook: Notebook, note: str) -> ReviewItem:
    return next(item for item in notebook.review.items() if item.annotation.note == note)


def noted(notebook: Notebook, note: str) -> Annotation:
    return next(each for each in notebook.annotations() if each.note == note)


def test_all_that_is_not_exact_waits_with_the_old_words_and_the_new_place(reviewed: Notebook) -> None:
    assert waiting(reviewed) == [
        ("absence", "changed"),
        ("Three", "changed"),
        ("pair", "changed"),
        ("She t", "lost"),
    ]
    changed, lost = item_of(reviewed, "pair"), item_of(reviewed, "She t")
    assert changed.second
    assert changed.new is not None
    assert (changed.old.exact, changed.new.exact) == (BOATS, BOATS.replace("Three", "Four"))
    assert (lost.old.exact, lost.new) == (MAYOR, None)
    reviewed.close()


def test_what_is_accepted_waits_no_more(reviewed: Notebook) -> None:
    before = content(reviewed)
    assert reviewed.review.accept(reviewed.review.items()) == 3
    assert waiting(reviewed) == [("She t", "lost")]
    there = noted(reviewed, "Three")
    assert (there.selector.exact, there.verdict, there.was) == (BOATS.replace("Three", "Four"), "exact", None)
    assert reviewed.undo() == "accepted: notes on 3 places"
    assert content(reviewed) == before
    reviewed.close()


def test_what_was_put_on_a_wrong_place_can_be_moved(reviewed: Notebook) -> None:
    before = content(reviewed)
    lost, pair = item_of(reviewed, "She t"), item_of(reviewed, "pair")
    there = span(reviewed, lost.article, CALM)
    reviewed.review.move(lost, *there[1:])
    reviewed.review.move(pair, *there[1:])
    assert (noted(reviewed, "She t").span, noted(reviewed, "She t").verdict) == (there, "exact")
    assert noted(reviewed, "pair").spans[1] == there
    assert waiting(reviewed) == [("absence", "changed"), ("Three", "changed")]
    with pytest.raises(NotebookError, match="whole article"):
        reviewed.review.move(item_of(reviewed, "absence"), 0, 5)
    with pytest.raises(ValueError, match="not a span"):
        reviewed.review.move(item_of(reviewed, "Three"), 5, 5)
    assert reviewed.undo() == "moved: note on the pair of “Nine others were…”"
    assert reviewed.undo() == "moved: note on “Colleagues described her as…”"
    assert content(reviewed) == before
    reviewed.close()


def test_what_is_lost_can_be_kept_so_until_its_words_come_back(reviewed: Notebook, path: Path) -> None:
    assert reviewed.review.keep_lost([item_of(reviewed, "She t"), item_of(reviewed, "Three")]) == 2
    assert reviewed.review.keep_lost([item_of(reviewed, "absence")]) == 0
    assert waiting(reviewed) == [("absence", "changed"), ("pair", "changed")]
    assert noted(reviewed, "Three").selector.exact == BOATS
    reviewed.close()
    again = Notebook.open(path)
    again.attach(article(EDITED.replace("calm", "quiet")))
    assert ("She t", "lost") not in waiting(again)
    again.attach(article(HARBOUR))
    assert {each.note: each.worst for each in again.annotations()} == {
        "She t": "exact", "Three": "exact", "Colle": "exact", "pair": "exact", "absence": "changed",
    }  # fmt: skip
    assert not noted(again, "Three").reviewed
    again.close()


def test_a_review_can_be_taken_back_after_the_text_has_changed_again(reviewed: Notebook, path: Path) -> None:
    reviewed.review.accept(reviewed.review.items())
    reviewed.close()
    again = Notebook.open(path)
    again.attach(article("A new line on top.\n" + EDITED))
    assert again.undo() == "accepted: notes on 3 places"
    item = item_of(again, "Three")
    assert item.new is not None
    assert (item.old.exact, item.new.exact) == (BOATS, BOATS.replace("Three", "Four"))
    assert again.article(item.article).text[item.new.start :].startswith("Four fishing")
    assert again.redo()
    there = noted(again, "Three")
    assert again.article(there.article).text[there.selector.start :].startswith("Four fishing")
    again.close()
