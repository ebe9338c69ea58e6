from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.notebook.helpers import article
from tests.notebook.prose import HARBOUR

from reader.notebook import Notebook, Tag, Target
from reader.notebook.history import labels
from reader.text.cleaning import clean_line, clean_text


def test_undo_says_on_which_words(notebook: Notebook) -> None:
    name = notebook.attach(article())
    tag, other = (
        notebook.codebook.create("claim"),
        notebook.codebook.create("a name that goes on for a good while"),
    )
    start = HARBOUR.index("“We heard")
    sentence = (name, start, HARBOUR.index("Nobody told"))
    notebook.put_tag([Target.span(*sentence)], tag.id)
    notebook.put_tag([Target.span(*sentence)], other.id)
    notebook.put_note(Target.span(*sentence), "a")
    notebook.remove(notebook.annotations_on(Target.span(*sentence)))
    notebook.undo()
    notebook.remove_tag(notebook.annotations_on(Target.span(*sentence)), tag.id)
    notebook.remove(notebook.annotations_on(Target.span(*sentence)))
    notebook.undo()
    said = []
    while words := notebook.undo():
        said.append(words)
    assert said == [
        "tag “claim” off “We heard a grinding noise…”",
        "note on “We heard a grinding noise…”",
        "tag “a name that goe…” on “We heard a grinding…”",
        "tag “claim” on “We heard a grinding noise…”",
        "new tag “a name that goe…”",
        "new tag “claim”",
    ]


@given(
    name=st.text(min_size=1).filter(lambda name: bool(clean_line(name))),
    text=st.text(min_size=1, max_size=200).map(clean_text).filter(str.strip),
)
def test_what_undo_says_is_one_short_line(name: str, text: str) -> None:
    said = labels.step_label(
        f"{labels.tag_label(Tag('t', clean_line(name), '#000000', None))} off", [("span", text)]
    )
    assert len(said) <= labels.LONGEST
    assert "\n" not in said
    assert said.startswith("tag “")


def test_what_is_taken_off_is_named(notebook: Notebook) -> None:
    name = notebook.attach(article())
    for tag in ("claim", "figure"):
        notebook.put_tag([Target.span(name, 0, 5)], notebook.codebook.create(tag).id)
    notebook.put_note(Target.span(name, 0, 5), "a")
    notebook.remove(notebook.annotations_on(Target.span(name, 0, 5)))
    assert notebook.undo() == "tags and note off “Ferry”"
