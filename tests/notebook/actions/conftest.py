"""A notebook with a codebook."""

from __future__ import annotations

import pytest
from tests.notebook.actions.tags import NAMES
from tests.notebook.helpers import article

from reader.notebook import Notebook, Target


@pytest.fixture
def filled(notebook: Notebook) -> Notebook:
    """A notebook with five tags; each is on a word of its own, and all are on one more."""
    name = notebook.attach(article())
    for number, tag in enumerate(NAMES):
        tag_id = notebook.codebook.create(tag).id
        notebook.put_tag(
            [Target.span(*span) for span in [(name, number, number + 1), (name, 30, 40)]], tag_id
        )
    return notebook
