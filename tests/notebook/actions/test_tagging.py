from __future__ import annotations

import pytest
from tests.notebook.helpers import article, words
from tests.notebook.prose import QUAY

from reader.notebook import Notebook, NotebookError, Target

FIRST = (0, 38)  # the title of the article


def test_a_tag_on_a_sentence_is_there_at_once(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    assert notebook.put_tag([Target.span(name, *FIRST)], tag.id)
    there = next(iter(notebook.annotations_on(Target.span(name, *FIRST))), None)
    assert there is not None
    assert words(notebook, there) == ("Ferry strikes harbour wall in Velmouth", ("claim",), "")
    assert there.selector.quote.prefix == ""
    assert there.selector.quote.suffix == "\nA passenger ferry struck the in"
    assert there.verdict == "exact"


def test_tagging_twice_changes_nothing(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    assert notebook.put_tag([Target.span(name, *FIRST)], tag.id)
    assert not notebook.put_tag([Target.span(name, *FIRST)], tag.id)
    notebook.undo()
    assert notebook.annotations() == ()


def test_several_tags_and_a_note_are_one_annotation(notebook: Notebook) -> None:
    name = notebook.attach(article())
    for word in ("claim", "figure"):
        notebook.put_tag([Target.span(name, *FIRST)], notebook.codebook.create(word).id)
    notebook.put_note(Target.span(name, *FIRST), "Says who?\nAsk.")
    assert [words(notebook, each)[1:] for each in notebook.annotations(name)] == [
        (("claim", "figure"), "Says who?\nAsk.")
    ]


def test_an_empty_note_takes_the_annotation_with_it_unless_it_has_tags(notebook: Notebook) -> None:
    name = notebook.attach(article())
    notebook.put_note(Target.span(name, *FIRST), "a")
    notebook.put_note(Target.span(name, *FIRST), " \n ")
    assert notebook.annotations() == ()
    notebook.put_tag([Target.span(name, *FIRST)], notebook.codebook.create("claim").id)
    notebook.put_note(Target.span(name, *FIRST), "a")
    notebook.put_note(Target.span(name, *FIRST), "")
    assert len(notebook.annotations()) == 1


def test_untag_takes_tags_and_note_off_exactly_this_span(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    notebook.put_tag([Target.span(*span) for span in [(name, 0, 38), (name, 0, 5)]], tag.id)
    notebook.put_note(Target.span(name, 0, 38), "a")
    assert notebook.remove(notebook.annotations_on(Target.span(name, 0, 38)))
    assert not notebook.remove(notebook.annotations_on(Target.span(name, 0, 38)))
    assert [each.selector.exact for each in notebook.annotations()] == ["Ferry"]


def test_annotations_come_by_place(notebook: Notebook) -> None:
    name, other = notebook.attach(article()), notebook.attach(article(QUAY, "quay.txt"))
    tag = notebook.codebook.create("claim")
    notebook.put_tag(
        [Target.span(*span) for span in [(name, 20, 30), (other, 4, 9), (name, 0, 5), (name, 0, 2)]], tag.id
    )
    spans = [(each.selector.start, each.selector.end) for each in notebook.annotations(name)]
    assert spans == [(0, 2), (0, 5), (20, 30)]
    assert len(notebook.annotations()) == 4


def test_a_tag_that_is_not_there_is_refused_in_a_sentence(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    assert tag.id in notebook.codebook
    notebook.undo()
    assert tag.id not in notebook.codebook
    target = Target.span(name, *FIRST)
    with pytest.raises(NotebookError, match=r"There is no such tag in the notebook any more\."):
        notebook.put_tag([target], tag.id)
    with pytest.raises(NotebookError, match=r"There is no such tag in the notebook any more\."):
        notebook.remove_tag(notebook.annotations_on(target), tag.id)
    assert notebook.annotations() == ()


def test_controls_in_names_and_notes_are_made_visible(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("a\x1b]52;c;x\x07\u202eb")
    notebook.put_note(Target.span(name, 0, 5), "one\x1b[2J\r\ntwo")
    assert tag.name == "a␛]52;c;x␇b"
    assert notebook.annotations()[0].note == "one␛[2J\ntwo"


def test_a_span_outside_of_the_text_is_a_mistake(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag = notebook.codebook.create("claim")
    for start, end in ((5, 5), (-1, 3), (0, 10**6)):
        with pytest.raises(ValueError, match="not a span"):
            notebook.put_tag([Target.span(name, start, end)], tag.id)
    assert notebook.annotations() == ()
