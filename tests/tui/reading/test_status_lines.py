"""What the status line says of the sentence at hand, whatever the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook import Target
from reader.overlap import Overlap, Place
from reader.overlap.results.matches import Matches
from reader.overlap.results.model import pack_place
from reader.tui.reading.status_lines import sentence_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.overlap import MatchKind
    from reader.workspace.workspace import Workspace

SURE = (0.9, 0.8, 0.7, 0.6, 0.5)
POSSIBLE = (0.24, 0.22, 0.2)


@pytest.fixture
def many(lay: Callable[..., Workspace]) -> Callable[..., Workspace]:
    """Nine articles, the first sentence with matches of these scores in the others."""

    def laid(*scores: float) -> Workspace:
        workspace = lay(*(f"Account {number} of the storm. Gulls watched it." for number in range(9)))
        others = range(1, len(scores) + 1)
        places = [pack_place(number, 0) for number in (0, *others)]
        kinds: list[MatchKind] = ["paraphrase"] * len(scores)
        workspace.set_overlap(
            Overlap(Matches(places=places, a=[0] * len(scores), b=others, scores=scores, kinds=kinds))
        )
        return workspace

    return laid


@pytest.mark.parametrize(
    ("scores", "room", "said"),
    [
        (SURE[:2], 76, "A 1/2 · paraphrase with B 1 (0.90), C 1 (0.80)"),
        (SURE[:2] + POSSIBLE, 76, "A 1/2 · paraphrase with B 1 (0.90), C 1 (0.80) and 3 possible"),
        (POSSIBLE, 76, "A 1/2 · possibly paraphrase with B 1 (0.24) and 2 more"),
        (POSSIBLE[:1], 76, "A 1/2 · possibly paraphrase with B 1 (0.24)"),
        (
            SURE[:4] + POSSIBLE,
            200,
            "A 1/2 · paraphrase with B 1 (0.90), C 1 (0.80), D 1 (0.70), E 1 (0.60) and 3 possible",
        ),
        (SURE + POSSIBLE, 76, "A 1/2 · paraphrase with B 1 (0.90), C 1 (0.80), 3 more and 3 possible"),
        (SURE, 60, "A 1/2 · paraphrase with B 1 (0.90), C 1 (0.80) and 3 more"),
        ((), 76, "A 1/2 · only here"),
    ],
)
def test_the_sure_counterparts_are_named_and_the_others_counted(
    scores: tuple[float, ...], room: int, said: str, many: Callable[..., Workspace]
) -> None:
    assert sentence_line(many(*scores), room) == said


def test_a_long_tag_leaves_room_for_what_is_shared(many: Callable[..., Workspace]) -> None:
    workspace = many(*SURE, *POSSIBLE)
    tag = workspace.notebook.codebook.create("as the harbour office told it on the evening of the storm")
    workspace.notebook.put_tag([Target.span(*workspace.annotations.span(Place(0, 0)))], tag.id)
    workspace.refresh_marks([Place(0, 0)])
    line = sentence_line(workspace, 90)
    assert line.endswith("… · paraphrase with B 1 (0.90), 4 more and 3 possible")
    assert line.startswith("A 1/2 · as the harbour office")
    assert len(line) <= 90
