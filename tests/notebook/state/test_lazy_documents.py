"""Reading a file line by line: what comes out is what decoding it whole gives, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.notebook.schema import codec
from reader.notebook.schema.documents import TABLES, Tables
from reader.notebook.state.lazy_documents import decode_tables, read_as_written

_words = st.text(max_size=8) | st.sampled_from(['"}', ',\n"2": {', "},", '{"id":"'])
_documents = st.dictionaries(_words, _words | st.integers(0, 9) | st.lists(_words, max_size=2), max_size=3)
_tables = st.dictionaries(
    st.sampled_from(TABLES), st.dictionaries(st.integers(1, 30).map(str), _documents, max_size=4)
)


def _written(tables: Tables) -> bytes:
    return b"".join(codec.encode_tables(tables))


@given(_tables.filter(bool))
def test_what_was_written_is_read_line_by_line(tables: Tables) -> None:
    found = read_as_written(_written(tables))
    assert found is not None
    assert decode_tables(found) == tables


@given(_tables.filter(bool), st.data())
def test_damage_is_left_to_those_who_know_it(tables: Tables, data: st.DataObject) -> None:
    content = bytearray(_written(tables))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(0, 2))] = data.draw(
        st.sampled_from((b"", b"{", b"}", b",", b'"', b"\n", b" ", b"1", b":", b"\xff"))
    )
    found = read_as_written(bytes(content))
    assert found is None or decode_tables(found) == codec.decode_json(bytes(content))


def test_one_number_twice_is_damage() -> None:
    twice = b'{"tags": {\n"1": {"id":"a"},\n"1": {"id":"b"}\n}}\n'
    assert read_as_written(twice) is None


@pytest.mark.parametrize(
    "document", [b'{"id":"a","id":"b"}', b'{"id":"\xed\xa0\x80"}', b'{"id":"\xff"}', b'{"id":"a","n":NaN}']
)
def test_what_we_do_not_write_is_decoded_whole(document: bytes) -> None:
    assert read_as_written(b'{"annotations": {\n"1": ' + document + b"\n}}\n") is None


def test_what_other_programs_have_there_need_be_no_table() -> None:
    tables: Any = {"tags": {"1": {"id": "a"}}, "other": 5, "annotations": [1]}
    assert decode_tables(tables) == tables


def test_a_long_text_is_written_in_parts_and_read_whole() -> None:
    text = 'Müller said: "No\\Yes"\n\t\u2028\U0001f6a2 ' * 9_000
    tables = {"articles": {"1": {"id": "a", "text": text, "url": None}, "2": {}}}
    content = _written(tables)
    assert codec.decode_json(content) == tables
    assert read_as_written(content) == tables
    assert codec.decode_json(_written({"articles": {"1": {"text": "\ud800" * 70_000}}})) == {
        "articles": {"1": {"text": "\ud800" * 70_000}}
    }
