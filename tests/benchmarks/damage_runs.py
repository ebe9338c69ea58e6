"""Thousands of ways to damage a notebook: what can be read is there, the file is kept, nothing else happens.

`python tests/benchmarks/damage_runs.py`; takes some minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.notebook.repair.damages import Damages, make
from tests.notebook.repair.test_every_damage import open_and_change, repair


def main() -> int:
    """Do them all; give how many went wrong."""
    wrong = count = 0
    with TemporaryDirectory() as folder:
        make(Path(folder) / "reader.json")
        damages = Damages((Path(folder) / "reader.json").read_bytes())
    for damage in damages:
        for route in (open_and_change, repair):
            count += 1
            with TemporaryDirectory() as folder:
                try:
                    route(Path(folder) / "reader.json", damage)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is told
                    wrong += 1
                    print(f"{damage.what}: {route.__name__}: {error!r:.200}")
    print(f"{count:,} runs, {wrong} wrong.")
    return wrong


if __name__ == "__main__":
    sys.exit(main() > 0)
