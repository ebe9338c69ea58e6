"""What all tests share: how they run, a home of their own, the sample articles, snapshots of the screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

if TYPE_CHECKING:
    from collections.abc import Generator

    from syrupy.assertion import SnapshotAssertion
    from syrupy.types import SerializableData

SAMPLES = Path(__file__).parents[1] / "data"
MOST_WORKERS = 8

# No times are asserted: not that of an example, nor that of making one up.
settings.register_profile("reader", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reader")


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    """Two workers a core, for two thirds of the time is waiting for screens.

    None for single files, which are done before workers are there, and none to measure in.
    """
    cores = yield
    single = all(Path(name.partition("::")[0]).is_file() for name in config.args)
    return 0 if single or config.getoption("benchmark_enable") else min(2 * cores, MOST_WORKERS)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of the user's is read or written."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder))
    # Readline, which pytest imports, sets the last two for all that is started.
    for name in ("READER_NOTES", "NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def samples() -> list[str]:
    """The paths of the sample articles."""
    return [str(path) for path in sorted(SAMPLES.iterdir())]


class ScreenExtension(SingleFileSnapshotExtension):
    """A screen as an SVG file that can be looked at."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: SerializableData, **_: object) -> str:
        """Replace what Rich makes up anew for each picture."""
        return re.sub(r"terminal-\d+", "terminal-0", str(data))


@pytest.fixture
def screen(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compare `app.export_screenshot()` with the stored picture."""
    return snapshot.use_extension(ScreenExtension)
