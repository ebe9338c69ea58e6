"""What is remembered from one start to the next: what was open, where the reader was, how it was shown.

When it cannot be read or written, reader starts and ends without it.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, NamedTuple, Self

from reader.overlap import POSSIBLE
from reader.workspace.paths import state_path


class ViewSettings(NamedTuple):
    """How the reader wants to see the articles."""

    threshold: float = POSSIBLE  # the lowest score of a match that is shown, 0–1
    aligned: bool = True  # the other columns follow the sentence at hand
    alone: bool = False  # one column is shown alone, the others as tabs
    numbers: bool = False  # the sentences are numbered
    focus: bool = False  # all but the paragraph at hand is dimmed
    width: int = 80  # the longest line, in cells
    differences: bool = False  # the differences pane is open
    pane: int = 0  # lines of the differences pane; 0: as many as suit the screen
    filter: str = "a"  # the key of the filter: a letter, or # and the id of a tag

    def for_other_articles(self) -> Self:
        """Return the settings without those that were made for these articles."""
        return self._replace(threshold=POSSIBLE, alone=False, differences=False, filter="a")


class SavedState(NamedTuple):
    """What was open last, and how."""

    articles: tuple[str, ...] = ()  # absolute paths
    column: int = 0
    sentences: tuple[int, ...] = ()  # the sentence at hand in each article
    rows: tuple[int, ...] = ()  # the line of the screen in which it stood, from the top of its column
    theme: str = "reader-dark"
    view: ViewSettings = ViewSettings()
    notebook: str = ""  # absolute path of the one that was used
    kept: tuple[str, ...] = ()
    """For each article its id in the notebook, if it was opened from there and not from its file, else ""."""


def read_state() -> SavedState:
    """Return what was remembered; the defaults where there is nothing that can be used."""
    try:
        content = state_path().read_bytes()
        import json  # noqa: PLC0415 - at the first start there is nothing to be read

        return _state(json.loads(content))
    except (OSError, ArithmeticError, AttributeError, ValueError, LookupError, TypeError, RecursionError):
        return SavedState()


def write_state(state: SavedState) -> None:
    """Remember the state; do nothing where it cannot be written."""
    import json  # noqa: PLC0415 - not needed for the first frame

    path = state_path()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(state._asdict() | {"view": state.view._asdict()}))


def _state(values: Mapping[str, Any]) -> SavedState:
    """Return the state from its JSON; what an earlier version did not remember has its default."""
    view, first = values.get("view", {}), ViewSettings()._asdict()
    return SavedState(
        articles=tuple(map(str, values["articles"])),
        kept=tuple(map(str, values.get("kept", ()))),
        column=int(values["column"]),
        sentences=tuple(map(int, values["sentences"])),
        rows=tuple(map(int, values.get("rows", ()))),
        theme=str(values["theme"]),
        view=ViewSettings(**{name: type(value)(view.get(name, value)) for name, value in first.items()}),
        notebook=str(values.get("notebook", "")),
    )
