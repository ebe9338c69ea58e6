"""The samples load, and what is planted in them for a newcomer to find is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import Article, find_article_files, load

FOLDER = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    return [article for path in find_article_files(FOLDER) for article in load(path)]


def sentences(article: Article, *, boilerplate: bool = False) -> list[str]:
    return [article.sentence_text(i) for i, s in enumerate(article.sentences) if s.boilerplate == boilerplate]


def says(article: Article, *wordings: str) -> bool:
    return all(any(wording in sentence for sentence in sentences(article)) for wording in wordings)


def test_four_outlets_in_order(samples: list[Article]) -> None:
    assert [(article.source, article.title_from) for article in samples] == [
        ("The Wendhaven Courier", "front matter"),
        ("Northern Wire", "first line"),
        ("The Daily Ledger", "front matter"),
        ("Tidewater Review", "heading"),
    ]
    assert all(14 <= len(sentences(article)) <= 22 for article in samples)
    assert all(article.notices == () for article in samples)


def test_boilerplate(samples: list[Article]) -> None:
    courier, wire, ledger, review = (sentences(article, boilerplate=True) for article in samples)
    assert len(courier) == 1
    assert wire == []
    assert [line.split()[0] for line in ledger[:3]] == ["READ", "READ", "You"]
    assert len(ledger) == 8
    assert review[0] == "More from Tidewater Review"
    assert len(review) == 3


def test_word_for_word(samples: list[Article]) -> None:
    courier, _, ledger, review = samples
    shared = "A 54-year-old man was questioned by harbour police and released without charge."
    assert shared in sentences(courier)
    assert shared in sentences(ledger)
    shared = "The bridge, built in 1911, is the oldest of its kind on the coast."
    assert shared in sentences(courier)
    assert shared in sentences(review)


def test_word_for_word_but_for_dots_and_quote_marks(samples: list[Article]) -> None:
    courier, wire, *_ = samples
    assert says(courier, "and the HSB asked for it to be replaced before winter.", "from 6am to 10pm,")
    assert says(wire, "and the H.S.B. asked for it to be replaced before winter.", "from 6 a.m. to 10 p.m.,")
    assert says(courier, "“I will not hide behind a report.”")
    assert says(wire, '"I will not hide behind a report."')


def test_edited_and_paraphrased(samples: list[Article]) -> None:
    courier, wire, ledger, _ = samples
    assert says(courier, "“Bread does not keep for six weeks,” she said.")
    assert says(ledger, '"Bread does not keep for six weeks, and neither does my patience," she fumed.')
    assert says(courier, "The work was put off because it would have cost £1.8 million.")
    assert says(wire, "The council postponed the job, citing a price of £1.8 million.")


def test_split_and_merged(samples: list[Article]) -> None:
    courier, wire, ledger, _ = samples
    assert says(courier, "hit the central pier at 5.40am", "Nobody was hurt.")
    assert says(wire, "Nobody was hurt when the 62-meter Petrel Star hit the central pier at 5.40 a.m.,")
    assert says(ledger, "Inspectors found cracks in the bearing", "The HSB wanted it replaced before winter.")


def test_moved_out_of_order(samples: list[Article]) -> None:
    courier, *_, review = samples
    quotation = "“That bridge has been asking for help for years,”"
    assert [says(article, quotation) for article in (courier, review)] == [True, True]
    assert courier.text.index(quotation) > len(courier.text) * 0.9
    assert review.text.index(quotation) < len(review.text) * 0.1


def test_one_quotation_framed_in_several_ways(samples: list[Article]) -> None:
    courier, wire, ledger, review = samples
    assert says(courier, "Idris Pell admitted", "did not act quickly enough,” he said.")
    assert says(wire, 'did not act quickly enough," said Idris Pell')
    assert says(ledger, "Shamefaced council leader Idris Pell confessed:")
    assert says(review, "did not act quickly enough,” he told a full hall on Thursday, though he denied")
    assert says(courier, "“That bridge has been asking for help for years,” she said.")
    assert says(ledger, '"That bridge has been asking for help for years," the source told the Ledger.')


def test_figures_that_disagree(samples: list[Article]) -> None:
    courier, wire, ledger, review = samples
    assert says(courier, "2,300 people", "£1.8 million", "six weeks")
    assert says(wire, "2,500 residents", "£1.8 million", "six weeks")
    assert says(ledger, "2,300 people", "£2.1 million", "eight weeks")
    assert says(review, "2,300 people", "£1.8 million", "£3 million", "six weeks")


def test_a_hedge_dropped(samples: list[Article]) -> None:
    courier, wire, ledger, review = samples
    assert says(courier, "The barge had reportedly lost its steering minutes before the collision.")
    assert says(wire, "The barge had lost its steering minutes before the collision.")
    assert says(ledger, "The barge had lost its steering minutes before the collision.")
    assert says(review, "It is said to have lost its steering")
