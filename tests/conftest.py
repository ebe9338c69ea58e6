"""What all tests share: how they run, a home of their own, articles, snapshots of the screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from syrupy.assertion import SnapshotAssertion
    from syrupy.types import SerializableData

from reader.articles import load, load_bytes
from reader.notebook import Notebook
from reader.overlap import compare
from reader.workspace.workspace import Workspace

SAMPLES = Path(__file__).parents[1] / "data"
MOST_WORKERS = 8
FERRY = (
    """The ferry to Inner Skell ran aground at 6.15am on Friday.

Forty passengers waited three hours for a tug. “Nobody told us anything,” said Ada Brill, a baker.

The harbour office will publish a report in June.""",
    """A tug reached the boat after 3 hours. The ferry to Inner Skell ran aground at 6.15am on Friday.

Gulls watched from the pier.

The ferry to Inner Skell ran aground at 6.15 on Friday, its owner admitted.""",
    """Bakers on the island are short of flour.

“Nobody told us anything,” said Ada Brill, a baker.""",
)

# No times are asserted: not that of an example, nor that of making one up.
settings.register_profile("reader", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reader")


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    """Return how many processes run tests: two a core, since a test of a screen mostly waits.

    Single files run in one process, because they are done before others would have started, and so do
    measurements.
    """
    cores = yield
    single = all(Path(name.partition("::")[0]).is_file() for name in config.args)
    return 0 if single or config.getoption("benchmark_enable") else min(2 * cores, MOST_WORKERS)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home folder of its own, so that nothing of the user's is read or written."""
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
        """Return the picture without the random names that Rich gives to its styles."""
        return re.sub(r"terminal-\d+", "terminal-0", str(data))


@pytest.fixture
def screen(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compare `app.export_screenshot()` with the stored picture."""
    return snapshot.use_extension(ScreenExtension)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    book = Notebook.open(tmp_path / "reader.json")
    yield book
    book.close()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three short accounts of a ferry, as files."""
    paths = [tmp_path / f"{letter}.txt" for letter in "abc"]
    for path, text in zip(paths, FERRY, strict=True):
        path.write_text(text)
    return paths


@pytest.fixture
def workspace(notebook: Notebook) -> Workspace:
    """Three short accounts of a ferry."""
    return laid(notebook, *FERRY)


@pytest.fixture
def sample_workspace(notebook: Notebook, samples: list[str]) -> Workspace:
    """The sample articles."""
    return Workspace([article for path in samples for article in load(path)], notebook)


@pytest.fixture
def lay(notebook: Notebook) -> Callable[..., Workspace]:
    """Put texts in a workspace."""
    return lambda *texts: laid(notebook, *texts)


def laid(notebook: Notebook, *texts: str) -> Workspace:
    articles = [load_bytes(text.encode(), f"{number}.txt")[0] for number, text in enumerate(texts)]
    workspace = Workspace(articles, notebook)
    workspace.set_overlap(compare(articles))
    return workspace
