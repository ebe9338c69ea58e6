"""The program that measures matches on labelled events runs on an event of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("quality.py")
EVENT = {
    "event": "ferry",
    "articles": {
        "1": {
            "paragraphs": [["The ferry ran aground at Lennet on Monday."], ["Oats were sown.", "Geese left."]]
        },
        "2": {"paragraphs": [["Bread is dear.", "The ferry ran aground at Lennet on Monday."]]},
    },
    "pairs": [{"a": "1", "b": "2", "links": {"V": [[0, 1]], "I": [[1, 0]]}}],
}


def test_the_measures_of_an_event(tmp_path: Path) -> None:
    (tmp_path / "events.json").write_text(json.dumps([EVENT]), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, str(PROGRAM), "--data", str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "AP 1.000  best F1 1.000  (1 links in 5 pairs)" in ran.stdout
    assert "precision among the 1 sure: 1.000" in ran.stdout
