"""Where things live, and what is remembered from one start to the next.

Data (the notebook) is the user's and precious; state (what was open) is a convenience: when it cannot be read
or written, reader starts and ends without it. The cache (indexes of folders) can always be made again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import platformdirs

from reader.overlap import POSSIBLE

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTEBOOK_NAME = "reader.json"


class ViewSettings(NamedTuple):
    """How the reader wants to see the articles."""

    threshold: float = POSSIBLE
    """The lowest score of a match that is shown, 0–1."""
    aligned: bool = True
    """The other columns follow the sentence at hand."""
    alone: bool = False
    """One column alone, the others as tabs."""
    numbers: bool = False
    """The sentences are numbered."""
    focus: bool = False
    """All but the paragraph at hand is dimmed."""
    width: int = 80
    """The longest line, in cells."""
    differences: bool = False
    """The differences pane is open."""
    pane: int = 0
    """Lines that the reader wants it to have; 0: as many as suit the screen."""
    filter: str = "a"
    """The key of the filter: a letter, or # and the id of a tag."""

    def elsewhere(self) -> ViewSettings:
        """What of this holds for other articles too."""
        return self._replace(threshold=POSSIBLE, alone=False, differences=False, filter="a")


class SavedState(NamedTuple):
    """What was open last, and how."""

    articles: tuple[str, ...] = ()
    """Absolute paths."""
    column: int = 0
    sentences: tuple[int, ...] = ()
    """The sentence at hand in each article."""
    rows: tuple[int, ...] = ()
    """The line of the screen in which it stood, from the top of its column."""
    theme: str = "reader-dark"
    view: ViewSettings = ViewSettings()
    notebook: str = ""
    """Absolute path of the one that was used."""
    kept: tuple[str, ...] = ()
    """For each article its id in the notebook, if it was opened from there and not from its file, else ""."""


def notebook_path(option: str | None, articles: Sequence[str]) -> Path:
    """The notebook to use: `--notes`, `$READER_NOTES`, `reader.json` beside the articles, the user's own."""
    named = option or os.environ.get("READER_NOTES")
    if named:
        return Path(os.path.expanduser(named))  # noqa: PTH111 - an unknown user is no error
    beside = [Path(path).parent / NOTEBOOK_NAME for path in articles if path != "-"]
    own = platformdirs.user_data_path("reader", appauthor=False) / NOTEBOOK_NAME
    return next((path for path in beside if os.path.exists(path)), own)  # noqa: PTH110 - raises nothing


def fallback_folders() -> tuple[Path, ...]:
    """Where a notebook is kept that cannot be written where it belongs: the first of these that takes it."""
    from tempfile import gettempdir  # noqa: PLC0415 - not for what only prints

    return (platformdirs.user_data_path("reader", appauthor=False), Path.home(), Path(gettempdir()))


def cache_path() -> Path:
    """Where the indexes of folders are kept; all in it can be thrown away."""
    return platformdirs.user_cache_path("reader", appauthor=False) / "corpora"


def samples_folder() -> Path:
    """The folder of the sample articles: within the package when installed, `data/` in a checkout."""
    packaged = Path(__file__).parents[1] / "samples"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "data"


def crash_report_path() -> Path:
    """The file that says what happened when reader had to stop because of a fault of its own."""
    return _state_path().with_name("fault.txt")


def read_state() -> SavedState:
    """What was remembered; the defaults where there is nothing that can be used."""
    try:
        content = _state_path().read_bytes()
        import json  # noqa: PLC0415 - at the first start there is nothing to be read

        return _state(json.loads(content))
    except (OSError, ArithmeticError, ValueError, LookupError, TypeError, RecursionError):
        return SavedState()


def write_state(state: SavedState) -> None:
    """Remember this."""
    import json  # noqa: PLC0415

    path = _state_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(state._asdict() | {"view": state.view._asdict()}))
    except OSError:
        return


def _state(values: dict[str, Any]) -> SavedState:
    return SavedState(
        articles=tuple(str(path) for path in values["articles"]),
        kept=tuple(str(name) for name in values.get("kept", ())),
        column=int(values["column"]),
        sentences=tuple(int(number) for number in values["sentences"]),
        rows=tuple(int(number) for number in values.get("rows", ())),
        theme=str(values["theme"]),
        view=_view(values.get("view", {})),
        notebook=str(values.get("notebook", "")),
    )


def _view(values: dict[str, Any]) -> ViewSettings:
    """What an earlier reader did not remember is as it is at first."""
    first = ViewSettings()._asdict()
    return ViewSettings(**{name: type(value)(values.get(name, value)) for name, value in first.items()})


def _state_path() -> Path:
    return platformdirs.user_state_path("reader", appauthor=False) / "state.json"
