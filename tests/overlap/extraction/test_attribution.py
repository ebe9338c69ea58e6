"""Who says the quotation in a sentence."""

from __future__ import annotations

import pytest

from reader.overlap.extraction.attribution import compare_speakers, find_attribution, same_stance
from reader.text.tokenized import tokenized_sentence


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("“We lost it all,” said Ada Brill on Friday.", "Ada Brill", "said"),
        ("Ada Brill, a baker, has since said: “We lost it all.”", "Ada Brill", "said"),
        ("It was “a loss for us all”, according to Ada Brill.", "Ada Brill", "according to"),
        ("“We lost it all,” said the mayor, Ada Brill.", "the mayor, Ada Brill", "said"),
    ],
)
def test_speaker_and_verb(text: str, speaker: str, verb: str) -> None:
    words = tokenized_sentence(text)
    found = find_attribution(words)
    assert found is not None
    assert (words.text_of(found.speaker), words.text_of(found.verb)) == (speaker, verb)


def test_a_quotation_without_a_speaker() -> None:
    assert find_attribution(tokenized_sentence("“We lost it all.”")) is None


@pytest.mark.parametrize(
    ("one", "other", "speakers"),
    [
        ("Ada Brill", "Mrs Brill", "same"),
        ("Ada Brill", "she", "same"),
        ("Ada Brill", "Tom Oakes", "other"),
        ("she", "the source", "other"),
        ("the mayor", "Ada Brill", "unsure"),
    ],
)
def test_comparing_speakers(one: str, other: str, speakers: str) -> None:
    a, b = (find_attribution(tokenized_sentence(f"“We lost it all,” {who} said.")) for who in (one, other))
    assert a is not None
    assert b is not None
    assert compare_speakers(a, b) == speakers
    assert same_stance(a, b)
