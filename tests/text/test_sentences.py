"""Sentence boundaries: each case is a text with `|` where a sentence ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning import clean_text
from reader.text.sentences import split_sentences

CASES = [
    # Plain ends.
    "The ferry left. | It came back. | Why? | Nobody knew! | So it goes.",
    "No full stop at the end of the line",
    "First line\n | Second line without an end\n | \n | Third. | Fourth",
    "It cost 3.50 crowns. | The next one cost 4.75.",
    "They met in 2024. | In 2025 they parted. | 30 people came.",
    "He left (she stayed). | (Nobody minded.) | Then it rained.",
    "One end.[3] | Another one.[12] | The last.",
    # Abbreviations and initials.
    "U.K. officials said so. | The U.K. returned the boat on Thursday.",
    "He was born in the U.K. | The minister was not.",
    "A deal between the U.S. and the U.K. Government failed. | It will be tried again.",
    "“We love the U.K.” | But they left for the U.S. | They never came back.",
    "It left at 6.15am on Friday. | It left at 6.15 a.m. on Friday. | It left at 6 a.m. Friday.",
    "Doors opened at 7 p.m. | Police arrived at 8 p.m. | Nothing else happened until 9 p.m. GMT.",
    "The hearing ended at 6.15pm. | Mr Justice Hale agreed.",
    "Mr Justice Hale, Mr. Rook and Dr. Finch met Prof. Lark. | Mrs. Wren did not.",
    "The house at No. 10 is empty. | Nos. 4 and 5 are not. | See p. 12 for a map.",
    "Did she agree? | She said no. | He did too.",
    "It opened on Jan. 5 and shut on Sept. 30. | The next one is in Feb. | That is late.",
    "J. K. Marrow and J.R. Tamsin wrote it with George W. Plover. | A. Reed read it.",
    "So do I. | My aunt does not.",
    "Take fruit, e.g. pears, i.e. what grows here. | E.g. Marrow pears are good.",
    "Pears, plums, etc. | All were ripe; figs, etc. were not.",
    "Bell vs. Marrow Ltd. was heard by Marrow Inc. lawyers. | Marrow Corp. | The end.",
    "She has a Ph.D. in law. | He has none.",
    "Read www.example.org or https://example.org/a.b?c=d. | Then write to a.b@example.org.",
    "1. The first point. | It is short.\n | 2. The second point.",
    "St. Mary's is old. | She lives in Main St. | The church is near.",
    "Sgt. Marrow and Lt. Gov. Rook met Mr. and Mrs. Bell. | They left.",
    "He lives in Washton, D.C. | The D.C. area is large.",
    "Rev. Dr. A. B. Reed met Gov. J. P. Reed Jr. and left. | He met Reed Jr. | He left.",
    "She eats pears, e.g., in May. | Take vitamin C. | It helps.",
    "The minister left No. 10. | The next was No. 5. | Then p. 5. | The last.",
    "It opens at 3 p.m. Monday. | Come at 10 a.m. | Two people did.",
    "It grew in the 1990s. | In 1911. | Barge 737. | The end.",
    "It cost $3.5bn. | €2 was too much. | £4 was paid. | #harbour",
    # Dots that go on.
    "A step forward... | Given the challenges, it is one.",
    "A step forward… | Given the challenges, it is one.",
    "Well... maybe not. | Well… maybe.",
    "He wrote . . . and wrote. | The end.",
    # Quotations.
    "He said: “It is a first step. | It sends a message: we will act.” | Then he left.",
    'He said: "It is a first step. | It sends a message." | But he later added: "We need more.',
    "“Why now?” he asked. | “No!” she cried. | “Fine.” | “Good.”",
    "“Why now?” Mrs Bell asked. | “Why not?” | The mayor left.",
    "'It is over.' | 'Not yet.' | The crowd said: 'Well.'",
    "It was called the “one in, one out” deal. | “one in” meant one. | Nobody laughed.",
    "Er sagte: „Das ist gut. | Es reicht.“ | Dann ging er am 5. Mai nach Hause. | „Wirklich?“ | Ja.",
    "Il a dit : « C’est bien. | Ça suffit. » | Puis il partit. | «Oui.» | «Non.»",
    "They said “stop.”| The driver did not.",
    'He said " wait. " | Then he left.',
    'He said, "Stop." | "Why?" she asked. | "Because I say so!" | She left.',
    "He left. | “...and then it fell.” | He stayed.",
    "“We won… | We lost.” | Then: silence.",
    "“Yes!” said the man. | “Maybe?” Dr. Roe asked.",
    "A man (he asked “why?” twice) left. | [The court agreed.] | So did she.",
    "In the U.S. he is known. | U.S. “one in, one out” rules.",
    # Other scripts and signs.
    "他走了。|她没有走！|为什么？|没有人知道。",
    "「行きます。」と彼は言った。|「はい。」|静かだった。|とても！",
    "هل وصلت؟ | نعم. | انتهى الأمر۔ | شكرا",
    "वह चला गया। | वह नहीं गई। | क्यों?",
    "• One point. | It is short.\n | • Another point\n | - A third",
    "Lo dijo la Sra. Pilar Ocaña. | La Dra. Ruiz no fue. | Il Dott. Bruni tace.",
    "Éric est parti. | Ève est restée. | Она ушла. | Он остался.",
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    expected = [part.strip() for part in case.split("|") if part.strip()]
    text = re.sub(r" ?\| ?(?=\n)|(?<=\n) ?\| ?", "", case).replace(" | ", " ").replace("|", "")
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_blank_text_has_no_sentences() -> None:
    assert split_sentences("") == []
    assert split_sentences(" \n \n") == []


@given(st.text() | st.text("Aa. \n?!…\"“”«»'()1。」、•I"))
def test_spans_cover_all_that_is_not_blank_once_and_in_order(text: str) -> None:
    text = clean_text(text)
    spans = split_sentences(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    for start, end in spans:
        assert text[start:end] == text[start:end].strip()
        assert text[start:end]
        assert "\n" not in text[start:end]
