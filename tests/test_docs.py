"""Every Python example of the pages runs as it stands, on small articles about an invented event."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = [
    pytest.param(example, id=f"{page.name}-{number}")
    for page in PAGES
    for number, example in enumerate(re.findall(r"```python\n(.+?)```", page.read_text("utf-8"), re.DOTALL))
]
ACCOUNTS = (
    """\
Source: Wendhaven Courier
Date: 3 May 2031

Old ferry sinks off Lennet

The old ferry sank off Lennet on Tuesday morning, the harbour master said.
All 112 passengers were brought ashore before noon by two fishing boats.
The cause is not known yet.
""",
    """\
Source: Daily Ledger

Ferry lost off Lennet

The old ferry sank off Lennet on Tuesday morning, the harbour master said.
All 121 passengers were reportedly brought ashore before noon by two fishing boats.
""",
    """\
Source: Northern Wire

Passengers saved near Lennet

Two fishing boats brought all 112 passengers ashore before noon.
The old ferry sank off Lennet on Tuesday morning, the harbour master said.
The line had warned of the weather.
""",
)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "coverage").mkdir()
    names = re.findall(r"\"([\w./-]+\.(?:txt|md))\"", example)
    for number, name in enumerate(dict.fromkeys(["coverage/courier.txt", "coverage/ledger.txt", *names])):
        (tmp_path / name).write_text(ACCOUNTS[number % len(ACCOUNTS)], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "example", "exec"), {})
    assert capsys.readouterr().out.strip()


def test_there_are_examples() -> None:
    assert EXAMPLES
