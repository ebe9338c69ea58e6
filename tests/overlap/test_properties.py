"""What holds whatever the articles say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.overlap.helpers import article

from reader.overlap import POSSIBLE, Place, compare
from reader.overlap.differences.alignment import word_edits
from reader.text.tokens import token_spans

if TYPE_CHECKING:
    from reader.articles.model import Article

WORDS = st.sampled_from(
    [
        *(
            "the",
            "a",
            "first",
            "second",
            "said",
            "Murchie",
            "Lennet",
            "boat",
            "boats",
            "sank",
            "rescue",
            "harbour",
        ),
        *(
            "on",
            "Tuesday",
            "he",
            "not",
            "beach",
            "7",
            "seven",
            "30,000",
            "“",
            "”",
            '"',
            ",",
            "U.K.",
            "дом",
            "東京",
        ),
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    sentences = draw(st.lists(SENTENCES, min_size=1, max_size=5))
    return article(*sentences, boilerplate=draw(st.lists(st.integers(0, 4), max_size=1)))


STORIES = st.lists(articles(), min_size=2, max_size=3)


@given(STORIES)
def test_scores_are_ranked_and_boilerplate_is_never_matched(story: list[Article]) -> None:
    matches = compare(story, floor=0).matches
    assert all(0 < match.score <= 1 for match in matches)
    assert [m.score for m in matches] == sorted((m.score for m in matches), reverse=True)
    for match in matches:
        assert match.a.article < match.b.article
        assert match.reason
        for place in (match.a, match.b):
            assert not story[place.article].sentences[place.sentence].boilerplate


@given(STORIES)
def test_the_order_of_the_articles_makes_no_difference(story: list[Article]) -> None:
    def found(articles: list[Article], place: dict[int, int]) -> dict[frozenset[Place], tuple[str, float]]:
        return {
            frozenset(Place(place[p.article], p.sentence) for p in (m.a, m.b)): (m.kind, round(m.score, 9))
            for m in compare(articles, floor=0).matches
        }

    last = len(story) - 1
    there = {index: index for index in range(len(story))}
    back = {index: last - index for index in range(len(story))}
    assert found(story, there) == found(story[::-1], back)


@given(SENTENCES, STORIES)
def test_an_identical_sentence_is_verbatim(sentence: str, story: list[Article]) -> None:
    if not token_spans(sentence):
        return
    both = [article(sentence, "Rain."), *story, article("Snow.", sentence)]
    found = [m for m in compare(both).matches if (m.a, m.b) == (Place(0, 0), Place(len(both) - 1, 1))]
    assert [match.kind for match in found] == ["verbatim"]
    assert found[0].score >= POSSIBLE


@given(SENTENCES, st.sampled_from(["not", "allegedly", "may", "Navy", "9"]), st.integers(0, 9))
def test_a_word_of_meaning_put_in_anywhere_is_never_verbatim(sentence: str, word: str, place: int) -> None:
    words = sentence.split()
    changed = " ".join([*words[:place], word, *words[place:]])
    quoted = {"“", "”", '"'} & set(words)
    if not quoted:
        matches = compare([article(sentence, "Rain."), article("Snow.", changed)], floor=0).matches
        assert "verbatim" not in {match.kind for match in matches}


@given(STORIES, st.sampled_from([0.1, 0.17, 0.25, 0.6]))
def test_the_index_agrees_with_the_matches(story: list[Article], threshold: float) -> None:
    overlap = compare(story, floor=0)
    for number, told in enumerate(story):
        for index in range(len(told.sentences)):
            place = Place(number, index)
            expected = [m for m in overlap.matches if place in {m.a, m.b} and m.score >= threshold]
            assert overlap.matches_of(place, threshold) == expected


@given(STORIES)
def test_every_sentence_is_in_at_most_one_cluster(story: list[Article]) -> None:
    places = [place for cluster in compare(story).clusters() for place in cluster]
    assert len(places) == len(set(places))


@given(st.one_of(st.text(max_size=60), SENTENCES), st.one_of(st.text(max_size=60), SENTENCES))
def test_changes_cover_the_words_of_both_texts_in_order(a: str, b: str) -> None:
    found = word_edits(a, b)
    for text, stretches in ((a, [change.a for change in found]), (b, [change.b for change in found])):
        words = token_spans(text)
        edges = [edge for stretch in stretches for edge in stretch]
        assert edges == sorted(edges)
        assert all(any(start <= w and e <= end for start, end in stretches) for w, e in words)
        assert all(
            start == end or {start, end} <= {edge for word in words for edge in word}
            for start, end in stretches
        )


@settings(max_examples=25)
@given(
    st.lists(st.text(max_size=40), min_size=1, max_size=4),
    st.lists(st.text(max_size=40), min_size=1, max_size=4),
)
def test_any_text_can_be_compared(one: list[str], other: list[str]) -> None:
    for match in compare([article(*one), article(*other)], floor=0).matches:
        assert match.reason
