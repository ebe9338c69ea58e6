"""Where things live: the notebook, the samples, the cache, the configuration and what is remembered.

Data (the notebook) is the user's and precious. State (what was open) is a convenience. The cache (indexes of
folders) can always be made again.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import platformdirs

NOTEBOOK_NAME = "reader.json"


def notebook_path(option: str | None, articles: Sequence[str]) -> Path:
    """Return the notebook of `option`, of `$READER_NOTES`, beside an article, or the user's own."""
    if named := option or os.environ.get("READER_NOTES"):
        return Path(os.path.expanduser(named))  # noqa: PTH111 - an unknown user is no error
    beside = [Path(path).parent / NOTEBOOK_NAME for path in articles if path != "-"]
    own = platformdirs.user_data_path("reader", appauthor=False) / NOTEBOOK_NAME
    return next((path for path in beside if os.path.exists(path)), own)  # noqa: PTH110 - raises nothing


def fallback_folders() -> tuple[Path, ...]:
    """Return where a notebook is saved that cannot be written in its place: the first that can be written."""
    from tempfile import gettempdir  # noqa: PLC0415 - not for what only prints

    return (platformdirs.user_data_path("reader", appauthor=False), Path.home(), Path(gettempdir()))


def cache_path() -> Path:
    """Return the folder of the indexes of folders; all in it can be thrown away."""
    return platformdirs.user_cache_path("reader", appauthor=False) / "corpora"


def samples_folder() -> Path:
    """Return the folder of the sample articles: in the package when installed, `data/` in a checkout."""
    packaged = Path(__file__).parents[1] / "samples"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "data"


def state_path() -> Path:
    """Return the file that remembers what was open."""
    return platformdirs.user_state_path("reader", appauthor=False) / "state.json"


def crash_report_path() -> Path:
    """Return the file that says what happened when reader had to stop because of a fault of its own."""
    return state_path().with_name("fault.txt")
