"""Decode bytes: by their byte order mark, else as UTF-8, else as Windows-1252 with a notice of the guess.

Invariant: decoded text has line feeds for line ends and no byte order mark; it is not cleaned yet.
"""

import codecs
from typing import NamedTuple

from reader.text.cleaning import unify_line_ends

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a zip archive, or a document of an office program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old office program"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_SAMPLE = 65_536  # bytes from the start, in which binary data is looked for
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b"))

GUESSED = "Not UTF-8: read as Windows-1252; --encoding names another."


class DecodingError(Exception):
    """The bytes are not text, or not in the encoding named; `str()` says why, to be put after a file name."""


class Decoded(NamedTuple):
    """A text, and notices: what its reader should know of how it was decoded."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of `data` in the `encoding` that the user names, if any. Raises DecodingError."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise DecodingError(f"is not text (it looks like {what})")
    if encoding is None:
        encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is not None:
        return Decoded(unify_line_ends(_decode_as(data, encoding)))
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=_CONTROLS))
    if b"\x00" in sample or (controls > 16 and controls > len(sample) // 10):
        raise DecodingError("is not text (it holds binary data)")
    try:
        return Decoded(unify_line_ends(data.decode()))
    except UnicodeDecodeError:
        return Decoded(unify_line_ends(data.decode("cp1252", "replace")), (GUESSED,))


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeError):
            raise DecodingError(f"is not {encoding.removesuffix('-sig').upper()}") from None
        raise DecodingError(f"cannot be read as {encoding}: there is no such encoding") from None
    return text.removeprefix("\ufeff")
