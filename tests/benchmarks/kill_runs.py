"""Kill a process at work on a notebook a thousand times and check each time what is on disk.

    python tests/benchmarks/kill_runs.py [RUNS]

Prints how many changes were acknowledged; stops at the first that is missing, or file that cannot be read.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.notebook.storage.killing import kill_once

AT_ONCE = 2


def _kill_often(path: Path, seeds: range) -> int:
    return sum(map(kill_once, repeat(path), seeds))


def main() -> None:
    """Run it."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    start = time.perf_counter()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as workers:
        paths = [Path(folder) / f"{worker}.json" for worker in range(AT_ONCE)]
        seeds = [range(worker, runs, AT_ONCE) for worker in range(AT_ONCE)]
        acknowledged = sum(workers.map(_kill_often, paths, seeds))
    seconds = time.perf_counter() - start
    print(f"{runs:,} kills in {seconds:.0f} s: {acknowledged:,} changes acknowledged, none missing")


if __name__ == "__main__":
    main()
