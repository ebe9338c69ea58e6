"""Titles that are made up of the first words of a text: in brackets wherever they are shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.articles import load_bytes
from reader.cli.commands.notes import notes_json, notes_text
from reader.notebook import Notebook, Target

if TYPE_CHECKING:
    from pathlib import Path

UNTITLED = b"The ferry to Inner Skell ran aground on Friday, the harbour office said late in the evening."
TITLED = b"---\ntitle: Ferry aground\n---\nNobody was hurt."


@pytest.mark.parametrize(("text", "made_up"), [(UNTITLED, True), (TITLED, False)])
def test_a_made_up_title_is_kept_as_one(tmp_path: Path, text: bytes, made_up: bool) -> None:
    (article,) = load_bytes(text, "a.txt")
    shown = f"({article.title})" if made_up else article.title
    book = Notebook.open(tmp_path / "reader.json")
    name = book.attach(article)
    book.put_note(Target.whole(name), "Who said so?")
    book.close()
    again = Notebook.open(tmp_path / "reader.json", read_only=True)
    assert again.article(name).shown == again.articles.restore(name).shown == article.shown == shown
    assert notes_text(again).startswith(f"{shown} (")
    (one,) = json.loads(notes_json(again))["annotations"]
    assert (one["article"]["title"], one["article"]["made_up"]) == (article.title, made_up)


def test_a_notebook_from_before_that_was_kept_is_read(tmp_path: Path) -> None:
    path = tmp_path / "reader.json"
    book = Notebook.open(path)
    name = book.attach(load_bytes(UNTITLED, "a.txt")[0])
    book.put_note(Target.whole(name), "Who said so?")
    book.close()
    file = json.loads(path.read_text(encoding="utf-8"))
    for article in file["articles"].values():
        del article["made_up"]
    path.write_text(json.dumps(file), encoding="utf-8")
    book = Notebook.open(path)
    assert not book.notices
    assert book.article(name).shown == book.article(name).title
    book.close()
