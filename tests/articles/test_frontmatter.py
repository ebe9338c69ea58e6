from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.draft import Draft
from reader.articles.frontmatter import _SIMPLE, _line_entries, _yaml_entries, take_front_matter


def test_it_is_taken_out_and_read() -> None:
    text = "---\ntitle: A title\nsource: The Bell\nauthor: Ann One\ndate: 2031-05-04\nurl: https://a.b/c\n---\nText.\n"
    assert take_front_matter(text) == Draft(
        "Text.\n",
        title="A title",
        source="The Bell",
        author="Ann One",
        date="2031-05-04",
        url="https://a.b/c",
    )


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Title: Capital key", "title", "Capital key"),
        ("headline: Other word", "title", "Other word"),
        ("outlet: The Bell", "source", "The Bell"),
        ("publisher: The Bell", "source", "The Bell"),
        ("authors: [Ann One, Bo Two]", "author", "Ann One, Bo Two"),
        ("authors:\n  - Ann One\n  - Bo Two", "author", "Ann One, Bo Two"),
        ("by: Ann One", "author", "Ann One"),
        ("published: 4 May", "date", "4 May"),
        ("link: https://a.b", "url", "https://a.b"),
        ('title: "Quoted: with # signs"', "title", "Quoted: with # signs"),
        ("title: 'It''s here'", "title", "It's here"),
        ('title: "caf\\u00e9 \\x1b"', "title", "café \x1b"),
        ("title: >\n  folded\n  lines", "title", "folded lines"),
        ("title: Foo: bar", "title", "Foo: bar"),
        ('title: Foo: "bar"', "title", 'Foo: "bar"'),
        ("title: [unclosed", "title", "[unclosed"),
        ("title: # only a comment", "title", None),
        ("title:\ntitle: second", "title", None),
        ("title: yes", "title", "yes"),
        ("title: {a: {b: c}}", "title", ""),
        ('title: "\\UFFFFFFFF"', "title", "\\UFFFFFFFF"),
    ],
)
def test_values(line: str, field: str, value: str | None) -> None:
    draft = take_front_matter(f"---\n{line}\n---\nText.")
    assert draft.text == "Text."
    assert (getattr(draft, field) or None) == (value or None)


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.",
        "---\nA rule above, and no second one.",
        "---\nProse between rules.\n---\nMore.",
        "---\n---\nText.",
        "----\ntitle: four dashes\n----\nText.",
        " ---\ntitle: a blank before\n---\nText.",
        "---\ntitle: too long\n" + "x: y\n" * 4000 + "---\nText.",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert take_front_matter(text) == Draft(text)


def test_aliases_are_not_followed() -> None:
    laughs = "".join(f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 10)}]\n" for i in range(1, 10))
    draft = take_front_matter(f"---\nk0: &k0 [ha, ha]\n{laughs}title: *k9\nauthor: *k0\n---\nText.")
    assert draft == Draft("Text.", author="ha, ha", title=None)


def test_deep_nesting_is_no_danger() -> None:
    assert take_front_matter(f"---\ntitle: {'[' * 10_000}\n---\nText.").text == "Text."


def test_values_are_bounded() -> None:
    title = take_front_matter(f"---\ntitle: {'word ' * 2000}\n---\nText.").title
    assert title is not None
    assert len(title) == 1000


line = st.from_regex(
    r"[A-Za-z][A-Za-z0-9_-]{0,5}:[ ]{1,2}[a-zA-Z0-9:#'\" \[\]{},&*!|>%@`?.-]{1,15}", fullmatch=True
)


@given(st.lists(line, min_size=1, max_size=3))
def test_without_yaml_it_reads_the_same(lines: list[str]) -> None:
    body = "\n".join(lines) + "\n"
    if re.fullmatch(_SIMPLE, body):
        assert _line_entries(body) == _yaml_entries(body)


def test_simple_front_matter_matches_the_pattern() -> None:
    assert re.fullmatch(
        _SIMPLE, 'title: A bridge, closed\nurl: https://a.b/c\n\ndate: 4 May 2031\nby: "A: B"\n'
    )
