"""Damage a notebook in thousands of ways: what can be read in it must be found, and the file must be kept.

    python tests/benchmarks/damage_runs.py [EVERY]

All of them take some minutes; with EVERY = 10 one in ten is tried. Prints each failure; the exit code is 1 if
there was one.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.notebook.repair.damages import Damages, make
from tests.notebook.repair.test_every_damage import open_and_change, repair


def main() -> int:
    """Try the damages; return how many runs failed."""
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    failed = count = 0
    with TemporaryDirectory() as folder:
        make(Path(folder) / "reader.json")
        damages = Damages((Path(folder) / "reader.json").read_bytes())
    for damage in islice(damages, 0, None, every):
        for check in (open_and_change, repair):
            count += 1
            with TemporaryDirectory() as folder:
                try:
                    check(Path(folder) / "reader.json", damage)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is printed
                    failed += 1
                    print(f"{damage.what}: {check.__name__}: {error!r:.200}")
    print(f"{count:,} runs, {failed} failed.")
    return failed


if __name__ == "__main__":
    sys.exit(main() > 0)
