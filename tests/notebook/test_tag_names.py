from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from reader.notebook import Notebook


@pytest.mark.parametrize(
    ("given", "kept"),
    [(" claim / figure ", "claim/figure"), ("/a//b/", "a/b"), ("and/or", "and/or"), ("a\x1bb", "a␛b")],
)
def test_a_name_is_kept_in_one_form(notebook: Notebook, given: str, kept: str) -> None:
    tag = notebook.codebook.create(given)
    assert tag.name == kept
    assert notebook.codebook.named(given.upper()) == tag
