from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning import clean, clean_line, clean_text

NASTY = (
    "\x00\x07\x08\t\n\v\f\r\x1b\x7f\x80\x85\x9b\u00a0\u00ad\u034f\u061c\u1160\u200b\u200c\u200d\u200e\u200f"
    "\u2000\u2028\u2029\u202e\u2060\u2066\u2069\u3000\ufeff\ufffb\ufffe\ufdd0\ud800\U000e0041\U000e0100"
    " ae\u0301\u0915\u094d😀\ufe0f"
)
BIDIRECTIONAL_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
any_text = st.text(st.characters() | st.sampled_from(NASTY))


@given(any_text)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean(once).text == once
    assert clean(once).notices == ()
    assert clean_line(clean_line(text)) == clean_line(text)


@given(any_text)
def test_nothing_that_acts_or_hides_comes_through(text: str) -> None:
    cleaned = clean_text(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    for character in cleaned:
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(character) not in BIDIRECTIONAL_CONTROLS
        assert character not in "\u200b\u2060\ufeff\u200e\u200f\u061c\u00ad"
    assert "\n" not in clean_line(text)


@given(any_text)
def test_the_lines_are_tidy(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned == cleaned.strip("\n")
    assert "\n\n\n\n" not in cleaned
    assert all(line == line.rstrip() for line in cleaned.split("\n"))


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        (
            "one\r\ntwo\rthree\vfour\ffive\x85six\u2028seven\u2029eight",
            "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight",
        ),
        ("a\tb", "a b"),
        ("a\tb\x1b", "a b␛"),
        ("\x1b]52;c;words stay", "␛]52;c;words stay"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "�31m"),
        ("\ud800\ufffe\ufdd0", "���"),
        ("pay\u202elap\u202c \u2066now\u2069\u200b\u2060\ufeff\u00ad", "paylap now"),
        ("flag\U000e0067\U000e007f", "flag"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("in\u200dvisible \u200c“q\u200d”", "invisible “q”"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("a  \nb\u00a0\n\n\n\n\n\nc\n \n", "a\nb\n\n\nc"),
        ("  \n\n  indented", "  indented"),
    ],
)
def test_what_becomes_of_it(dirty: str, cleaned: str) -> None:
    assert clean_text(dirty) == cleaned


def test_a_line_stays_one_line() -> None:
    assert clean_line("  A title\r\nin two \u2028 lines\t\x1b[31m ") == "A title in two lines ␛[31m"
    assert clean_line("\u200b \n") == ""


def test_notices_say_what_was_done_and_how_often() -> None:
    assert clean("plain “text” – naïve\r\n").notices == ()
    assert clean("a\u200bb\u202ec\u200dd").notices == ("3 hidden characters were taken out of the text.",)
    assert clean("\x1b[31m" * 1200).notices == ("1,200 control characters were made visible.",)
    assert clean("\ud800\x9b\ufeff").notices == (
        "1 hidden character was taken out of the text.",
        "1 control character was made visible.",
        "1 damaged character was replaced by �.",
    )
