from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.notebook.actions.tags import NAMES, assert_is_one_step, id_of, names, tags_of_annotations
from tests.notebook.helpers import content

from reader.notebook import Notebook, NotebookError, Tag, WouldReplaceError
from reader.notebook.actions import codebook_file
from reader.notebook.colours import PALETTE
from reader.notebook.tag_names import normal_tag_name
from reader.text.cleaning import clean_text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_codebook_goes_to_another_notebook_by_a_file(filled: Notebook, tmp_path: Path) -> None:
    filled.codebook.describe(id_of(filled, "claim"), 'Says "so".\nIn two lines \\ naïve 🐝')
    filled.codebook.pin(id_of(filled, "claimant"), None)
    file = tmp_path / "codes.toml"
    filled.codebook.save(file)
    other = Notebook.open(tmp_path / "other.json")
    assert_is_one_step(other, lambda: other.codebook.load(file), "codebook of 5 tags loaded")
    said = [(tag.name, tag.colour, tag.digit, tag.description) for tag in filled.tags]
    assert [(tag.name, tag.colour, tag.digit, tag.description) for tag in other.tags] == said
    assert other.codebook.load(file) == (0, 0)
    other.close()


def test_loading_adds_and_updates_by_name_and_takes_nothing_away(filled: Notebook, tmp_path: Path) -> None:
    file = tmp_path / "codes.toml"
    file.write_text(
        '[[tag]]\nname = "CLAIM"\ndescription = "New."\n\n[[tag]]\nname = "tone / angry"\ndigit = 2\n'
        '[[tag]]\nname = "source"\n'
    )
    before = tags_of_annotations(filled)
    assert filled.codebook.load(file) == (1, 1)
    assert names(filled) == [*NAMES, "tone/angry"]
    assert filled.tags[0].description == "New."
    assert (filled.codebook.pinned_to(1), filled.codebook.pinned_to(2)) == (filled.tags[0], filled.tags[-1])
    assert tags_of_annotations(filled) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tag", "is not a codebook: Expected '='"),
        ("tag = 5", r"each tag begins with \[\[tag\]\]"),
        ("[[tag]]\ncolour = '#000000'", "tag 1 has no name"),
        ("[[tag]]\nname = ' / '", "tag 1 has no name"),
        ("[[tag]]\nname = 'a'\ncolour = 'red'", "the colour of “a”"),
        ("[[tag]]\nname = 'a'\ndigit = 0", "the digit of “a”"),
        ("[[tag]]\nname = 'a'\ndigit = true", "the digit of “a”"),
        ("[[tag]]\nname = 'a'\ndescription = []", "the description of “a”"),
        ("[[tag]]\nname = 'a'\n[[tag]]\nname = 'A'", "there are two tags “A”"),
        ("[[tags]]\nname = 'a'", r"“tags” means nothing there, each tag begins with \[\[tag\]\]"),
        ("[[tag]]\nname = 'a'\ncolor = '#000000'", "“color” of “a” is none of name, colour, digit"),
        (
            "[[tag]]\nname = 'a'\ndigit = 1\n[[tag]]\nname = 'b'\ndigit = 1",
            "“a” and “b” have the same digit, 1",
        ),
        ("\x1b]0;x\x07 = 1", "is not a codebook"),
        ("x = '" + "y" * 1_000_000 + "'", "too large"),
        ("\udcff", "is not a codebook"),
    ],
)
def test_what_is_no_codebook_is_refused_and_never_written_over(
    filled: Notebook, tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "codes.toml"
    file.write_bytes(text.encode(errors="surrogateescape"))
    before = file.read_bytes(), content(filled)
    for do in (filled.codebook.load, filled.codebook.save):
        with pytest.raises(NotebookError, match=said) as refused:
            do(file)
        assert str(refused.value).isprintable()
    assert (file.read_bytes(), content(filled)) == before


def test_a_codebook_that_cannot_be_read_or_written_is_told(notebook: Notebook, tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match="cannot be read: No such file"):
        notebook.codebook.load(tmp_path / "missing.toml")
    with pytest.raises(NotebookError, match="cannot be written: No such file"):
        notebook.codebook.save(tmp_path / "missing" / "codes.toml")
    with pytest.raises(NotebookError, match="cannot be read"):
        notebook.codebook.save(tmp_path)


def test_a_saved_codebook_is_brought_up_to_date(notebook: Notebook, tmp_path: Path) -> None:
    file = tmp_path / "codes.toml"
    for name in ("a", "b"):
        notebook.codebook.create(name)
        notebook.codebook.save(file, replace=True)
        notebook.codebook.save(file)  # as it is
    assert [entry.name for entry in codebook_file.read_codebook(file)[0]] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[[tag]]\nname = 'tone'", "1 tag already"),
        ('[[tag]]\nname = \'a#b\'\ndescription = "say \\"#\\""', "1 tag already"),
        ("[[tag]] # ours\nname = 'tone'", "1 tag and comments already"),
        ("# Don't forget: agreed in spring", "0 tags and comments already"),
    ],
)
def test_another_codebook_is_replaced_only_when_that_is_meant(
    filled: Notebook, tmp_path: Path, text: str, what: str
) -> None:
    file = tmp_path / "codes.toml"
    file.write_text(text)
    with pytest.raises(WouldReplaceError, match=what):
        filled.codebook.save(file)
    assert file.read_text() == text
    filled.codebook.save(file, replace=True)
    assert [entry.name for entry in codebook_file.read_codebook(file)[0]] == list(NAMES)
    filled.codebook.save(file)


@given(
    tags=st.lists(
        st.builds(
            Tag,
            st.just("t"),
            st.text(min_size=1).map(normal_tag_name).filter(bool),
            st.sampled_from(PALETTE),
            st.none() | st.integers(1, 9),
            st.text().map(lambda text: clean_text(text).strip()),
        ),
        unique_by=(lambda tag: tag.name.casefold(), lambda tag: tag.digit or tag.name),
    )
)
def test_a_codebook_file_says_what_it_was_given(tags: list[Tag]) -> None:
    said = codebook_file.parse_codebook(codebook_file.codebook_text(tags))
    assert [(each.name, each.colour, each.digit, each.description) for each in said] == [
        (tag.name, tag.colour, tag.digit, tag.description) for tag in tags
    ]
