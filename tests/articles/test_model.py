"""Which sentences of an article are where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.articles import from_text

TEXT = "The gate is shut. Why?\n\nNobody says. A notice hangs there, wet.\n"
ARTICLE = from_text(TEXT, title="The gate", path="-")
PLACES = st.integers(0, len(ARTICLE.text))


@given(PLACES, st.integers(1, 30))
def test_the_sentences_of_a_span_are_those_it_shares_a_character_with(start: int, length: int) -> None:
    end = start + length
    sharing = [i for i, s in enumerate(ARTICLE.sentences) if max(s.start, start) < min(s.end, end)]
    assert list(ARTICLE.sentences_in(start, end)) == sharing


@given(PLACES)
def test_between_sentences_it_is_the_next_one(offset: int) -> None:
    ends_later = [i for i, s in enumerate(ARTICLE.sentences) if s.end > offset]
    assert ARTICLE.sentence_at(offset) == min(ends_later, default=len(ARTICLE.sentences))
