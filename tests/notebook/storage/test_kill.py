from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from tests.notebook.storage.killing import kill_once

if TYPE_CHECKING:
    from pathlib import Path

RUNS = 30
AT_ONCE = 3


def test_what_was_said_to_be_saved_outlives_kill_9(tmp_path: Path) -> None:
    def kill_often(worker: int) -> int:
        path = tmp_path / f"{worker}.json"
        return sum(kill_once(path, seed) for seed in range(worker, RUNS, AT_ONCE))

    with ThreadPoolExecutor(AT_ONCE) as workers:
        acknowledged = sum(workers.map(kill_often, range(AT_ONCE)))
    assert acknowledged > RUNS  # or nothing was tested
