"""The lines above an article."""

from __future__ import annotations

import pytest

from reader.tui.article.header import short_date


@pytest.mark.parametrize(
    ("date", "short"),
    [
        ("Wednesday 15 October 2031, 6.30am", "15 Oct 2031"),
        ("Wednesday 15 October", "15 Oct"),
        ("October 5, 2031", "5 Oct 2031"),
        ("2031-10-15", "2031-10-15"),
        ("gestern", "gestern"),
    ],
)
def test_a_date_is_short_in_the_header(date: str, short: str) -> None:
    assert short_date(date) == short
