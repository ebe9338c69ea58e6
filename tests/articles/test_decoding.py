from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.decoding import GUESSED, DecodingError, decode

TEXT = "“Naïve” – 30 €\nsecond line"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_what_bytes_say_they_are(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text == TEXT
    assert decoded.notices == ()


def test_what_is_not_utf8_is_windows_1252_and_said_to_be() -> None:
    decoded = decode(TEXT.encode("cp1252"))
    assert decoded.text == TEXT
    assert decoded.notices == (GUESSED,)
    assert decode(b"caf\xe9 \x81").text == "café �"


def test_a_named_encoding_overrides() -> None:
    assert decode("Привет".encode("koi8-r"), "koi8-r").text == "Привет"
    assert decode(TEXT.encode("utf-16-le"), "utf-16-le").text == TEXT
    assert decode(codecs.BOM_UTF8 + TEXT.encode(), "utf-8").text == TEXT
    assert decode(b"caf\xe9", "latin-1").notices == ()


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (b"x", "utf-9", "cannot be read as utf-9: there is no such encoding"),
        (b"x", "rot13", "cannot be read as rot13: there is no such encoding"),
        (b"x", "a\0b", "cannot be read as a\0b: there is no such encoding"),
        (b"caf\xe9", "utf-8", "is not UTF-8"),
        (b"caf\xe9", "ascii", "is not ASCII"),
        (codecs.BOM_UTF16_LE + b"odd", None, "is not UTF-16"),
        (b"%PDF-1.7 ...", None, "is not text (it looks like a PDF)"),
        (
            b"PK\x03\x04...",
            None,
            "is not text (it looks like a zip archive, or a document of an office program)",
        ),
        (b"\x89PNG\r\n\x1a\n", "latin-1", "is not text (it looks like a PNG picture)"),
        (b"text\x00more", None, "is not text (it holds binary data)"),
        (b"\x01\x02\x03\x04" * 30, None, "is not text (it holds binary data)"),
    ],
)
def test_what_cannot_be_read(data: bytes, encoding: str | None, reason: str) -> None:
    with pytest.raises(DecodingError) as caught:
        decode(data, encoding)
    assert str(caught.value) == reason


def test_a_stray_control_character_is_still_text() -> None:
    assert decode(b"a\x01b \x1b[31mred\x1b[0m").text == "a\x01b \x1b[31mred\x1b[0m"


@given(st.binary(), st.sampled_from([None, "utf-8", "utf-16", "cp1252", "idna", "hex", "punycode"]))
def test_any_bytes_give_text_or_a_reason(data: bytes, encoding: str | None) -> None:
    assert "\r" not in text_or_reason(data, encoding)


def text_or_reason(data: bytes, encoding: str | None) -> str:
    try:
        return decode(data, encoding).text
    except DecodingError as error:
        return str(error)
