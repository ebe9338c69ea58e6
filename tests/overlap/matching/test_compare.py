"""What is found, in which kind, and what is not."""

from __future__ import annotations

import pytest
from tests.overlap.helpers import article, best_match, find_match

from reader.overlap import POSSIBLE, SURE, Place, compare, format_score

HARBOUR = article(
    "A fishing boat sank off Corran Head on Tuesday after striking a submerged rock.",
    "All seven crew members were lifted to safety by a coastguard helicopter.",
    "“We were in the water for twenty minutes and I thought nobody would come,” skipper Ada Murchie said.",
    "The harbour authority said it would review the charts of the northern channel.",
    "Fuel was seen on the beach at Lennet, where volunteers laid booms.",
)
RIVAL = article(
    "Volunteers laid booms on the beach at Lennet, where fuel was seen on Wednesday.",
    "A coastguard helicopter lifted the seven members of the crew to safety.",
    "A fishing boat sank off Corran Head on Tuesday after striking a submerged rock.",
    "Skipper Ada Murchie recalled the wait: “We were in the water for twenty minutes and I thought nobody "
    "would come.”",
    "Ticket prices for the village fair will not rise this summer, its committee decided.",
)


def test_copies_are_found_in_any_order_and_are_verbatim() -> None:
    found = find_match(compare([HARBOUR, RIVAL]), (0, 0), (1, 2))
    assert found is not None
    assert (found.kind, found.score, found.reason, found.sure) == ("verbatim", 1.0, ("same words",), True)


def test_a_quotation_framed_in_two_ways_is_edited() -> None:
    found = find_match(compare([HARBOUR, RIVAL]), (0, 2), (1, 3))
    assert found is not None
    assert found.sure
    assert found.kind == "edited"
    assert found.reason[0].startswith("quotation: “We were in the water for twenty minutes")


def test_a_paraphrase_is_sure_and_says_which_words_are_shared() -> None:
    found = find_match(compare([HARBOUR, RIVAL]), (0, 1), (1, 1))
    assert found is not None
    assert found.sure
    assert found.kind == "paraphrase"
    assert any("coastguard" in reason for reason in found.reason)


def test_what_was_compared_before_is_compared_as_if_it_were_new() -> None:
    before = compare([HARBOUR, RIVAL])
    hidden = article(*map(RIVAL.sentence_text, range(len(RIVAL.sentences))), boilerplate=[2])
    moved = compare([hidden, HARBOUR, RIVAL])
    assert find_match(moved, (1, 0), (2, 2))
    assert not find_match(moved, (0, 2), (1, 0))
    assert compare([HARBOUR, RIVAL]) == before


@pytest.mark.parametrize(("score", "shown"), [(0.2499, "0.24"), (0.29, "0.29"), (1.0, "1.00"), (0.0, "0.00")])
def test_a_score_is_shown_rounded_down(score: float, shown: str) -> None:
    assert format_score(score) == shown


def test_what_only_one_article_says_matches_nothing() -> None:
    overlap = compare([HARBOUR, RIVAL])
    assert not overlap.matches_of(Place(0, 3))
    assert not overlap.matches_of(Place(1, 4))


def test_the_other_end_of_a_match() -> None:
    found = best_match(HARBOUR, RIVAL)
    assert found.other(found.a) == found.b
    assert found.other(found.b) == found.a


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“Trade with the U.K. will resume,” the envoy wrote.",
            '" Trade with the UK will resume, " the envoy wrote.',
        ),
        (
            "The envoy’s ship left at 6.15am with 30,000 letters.",
            "The envoy's ship left at 6:15am with 30000 letters.",
        ),
        ("THE ENVOY RETURNED TO PORT LATE", "The envoy returned to port late."),
    ],
)
def test_marks_case_and_dots_make_no_difference(one: str, other: str) -> None:
    assert best_match(article(one), article(other)).kind == "verbatim"


TIDES = "“The tide tables that we were given last winter were wrong by the better part of an hour,”"


@pytest.mark.parametrize(
    "frame", ["she told reporters.", "Murchie confirmed.", "", "skipper Ada Murchie said."]
)
def test_how_the_speaker_is_named_makes_no_difference_to_a_long_quotation(frame: str) -> None:
    one, other = article(f"{TIDES} Ada Murchie said."), article(f"{TIDES} {frame}")
    assert best_match(one, other).kind == "verbatim"


@pytest.mark.parametrize(
    "frame",
    [
        "Tom Lasky said.",
        "the mayor said.",
        "Ada Murchie reportedly said.",
        "Ada Murchie never said.",
        "Ada Murchie said before she was arrested.",
        "Ada Murchie denied.",
    ],
)
def test_another_speaker_or_a_doubt_about_a_quotation_makes_it_edited(frame: str) -> None:
    one, other = article(f"{TIDES} Ada Murchie said."), article(f"{TIDES} {frame}")
    assert best_match(one, other).kind == "edited"


def test_a_report_with_one_word_quoted_is_no_quotation() -> None:
    said = "She said she “respects” the pilots of Lennet and promised them a new lighthouse by the spring."
    found = best_match(article(said), article(said.replace("She said she", "Lasky said he")))
    assert found.kind == "edited"


def test_he_is_not_she() -> None:
    assert best_match(article(f"{TIDES} she said."), article(f"{TIDES} he said.")).kind == "edited"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("was towed", "was not towed"),
        ("Government", "Navy"),
        ("Friday", "Tuesday"),
        ("had confirmed", "had allegedly confirmed"),
        ("must", "may"),
        ("£1.8", "$1.8"),
        ("£1.8", "£2.8"),
        ("confirmed.", "confirmed?"),
        ("a few", "few"),
        (", the Government had confirmed", ""),
    ],
)
def test_a_change_of_meaning_is_never_verbatim(old: str, new: str) -> None:
    text = (
        "The barge was towed to the yard on Friday and a few owners must pay £1.8 million, the Government "
        "had confirmed."
    )
    found = best_match(article(text), article(text.replace(old, new)))
    assert found.kind == "edited"
    assert found.sure


@pytest.mark.parametrize(("old", "new"), [("that lay", "which lay"), ("said that the", "said the")])
def test_a_word_without_meaning_leaves_it_verbatim(old: str, new: str) -> None:
    text = "The pilot of the tug that lay at the quay said that the barge had lost its steering in the fog."
    assert best_match(article(text), article(text.replace(old, new))).kind == "verbatim"


def test_a_reason_names_words_as_they_are_printed_in_both() -> None:
    found = best_match(
        article("Wardens deported the news vendor to Lennet after Border Force checks.", "Oats were sown."),
        article("The deportation to Lennet was new and forced on a vendor.", "Geese left early."),
    )
    assert set(found.reason[0].removeprefix("rare words: ").split(", ")) == {
        "deported/deportation",
        "Lennet",
        "vendor",
    }


def test_a_sign_that_was_changed_is_told() -> None:
    found = best_match(
        article("The repair of the bridge cost £1.8 million."),
        article("The repair of the bridge cost $1.8 million."),
    )
    assert found.reason == ("same words, but not the same signs (£, $, %, ?)",)


def test_a_quotation_that_was_changed_is_not_called_the_same() -> None:
    changed = TIDES.replace("wrong", "right")
    found = best_match(article(f"{TIDES} Ada Murchie said."), article(f"{changed} Ada Murchie said."))
    assert found.kind == "edited"
    assert found.reason[0].startswith("nearly the same quotation: “")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The first sentence of a file.", "Here is another sentence, for a test."),
        ("It will carry prams, but no cars.", "Cars will have to wait for the bridge."),
        ("Ottoline Vance sold the boat.", "Ottoline Vance has two sons."),
        ("Engineers are paid for six weeks.", "“Bread does not keep for six weeks,” she said."),
    ],
)
def test_one_thing_in_common_is_never_sure(one: str, other: str) -> None:
    a, b = article(one, "Oats were sown."), article(other, "Geese left early.")
    assert not compare([a, b]).matches_of(Place(0, 0), SURE)


def test_one_thing_is_enough_where_nothing_else_is_said() -> None:
    found = best_match(
        article("We will appeal.", "Oats grow."), article("They have appealed.", "Geese left.")
    )
    assert found.sure
    assert found.kind == "paraphrase"


def test_a_word_that_is_put_in_makes_it_edited() -> None:
    plain = article("The mayor took the money of the bridge fund in March.")
    hedged = article("The mayor allegedly took the money of the bridge fund in March.")
    found = best_match(plain, hedged)
    assert found.kind == "edited"
    assert SURE <= found.score < 1
    assert found.reason[0] == "9 words in a row"


def test_a_quotation_contained_in_a_longer_sentence_is_edited_and_sure() -> None:
    short = article("“The bridge was never safe,” he said.", "The lake froze in January.")
    long = article(
        "Years after the first complaint about loose bolts, and before a crowd that had waited for most of a "
        "wet afternoon outside the old mill, engineer Tom Lasky repeated that “the bridge was never safe” "
        "and sat down.",
        "Swans left the lake.",
    )
    found = find_match(compare([short, long]), (0, 0), (1, 0))
    assert found is not None
    assert found.sure
    assert found.kind == "edited"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It comes as dairy farmers count their cows.", "It comes as pilots threaten to walk out."),
        (
            "The Home Office confirmed the date on Thursday.",
            "The Home Office said on Thursday that visas cost more.",
        ),
        ("He said no.", "She said yes."),
    ],
)
def test_news_formulas_are_no_match(one: str, other: str) -> None:
    a = article(one, "Orchards in the valley were pruned early.", "A kestrel nests in the tower.")
    b = article(other, "The museum bought a Flemish altarpiece.", "Tram drivers wear new coats.")
    assert not compare([a, b]).matches_of(Place(0, 0))


def test_a_second_one_is_not_the_first_one() -> None:
    first = "The first hostage was freed at dawn near the river crossing."
    rest = ("Markets were calm.", "A vigil began in the square.")
    second = best_match(
        article(first, *rest), article("A second hostage was freed by guards at noon.", "Snow fell.")
    )
    same = best_match(
        article(first, *rest), article("The first hostage was freed by guards at noon.", "Snow fell.")
    )
    assert second.score < same.score / 1.3


def test_other_people_in_the_same_frame_are_no_match() -> None:
    a = article(
        "Alan Reeve, 34, of Dunmore, was jailed for six years for burglary.",
        "Piotr Zielak, 41, of Ashby, was jailed for nine years for fraud.",
    )
    b = article("Piotr Zielak, 41, got nine years for fraud.", "Alan Reeve, 34, got six years for burglary.")
    overlap = compare([a, b])
    assert [m.b for m in overlap.matches_of(Place(0, 0))] == [Place(1, 1)]
    assert [m.b for m in overlap.matches_of(Place(0, 1))] == [Place(1, 0)]


def test_who_says_it_is_not_what_is_said() -> None:
    a = article("“We sold the ferry in spring,” Ada Murchie of the Lennet Trust said.", "Oats were sown.")
    b = article("“Nobody asked the islanders,” Ada Murchie of the Lennet Trust said.", "Geese left.")
    assert not compare([a, b]).matches_of(Place(0, 0), SURE)


def test_figures_that_disagree_count_against_a_pair() -> None:
    told = article("The blaze destroyed 40 barns.", "Nothing else happened.")
    same = best_match(told, article("Some 40 barns were lost in a blaze, owners believe.", "Rain fell."))
    other = best_match(told, article("Some 90 barns were lost in a blaze, owners believe.", "Rain fell."))
    assert other.score < same.score


def test_number_words_and_word_families_meet() -> None:
    found = best_match(
        article("Three climbers were rescued from the glacier.", "The hut is closed."),
        article("The rescue of 3 climbers on a glacier took a night.", "Bread is dear."),
    )
    assert found.sure
    assert "figures: Three/3" in found.reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "A probe into the jail at Corran was ordered.",
            "Lennet wants an investigation of Corran prison.",
            "jail/prison",
        ),
        ("The vessel hit a motorist on the slipway.", "A driver was hit by the boat.", "vessel/boat"),
    ],
)
def test_words_that_mean_the_same_meet_and_are_named(one: str, other: str, reason: str) -> None:
    found = best_match(article(one, "Oats were sown."), article(other, "Geese left early."))
    assert found.sure
    assert reason in found.reason[0]


@pytest.mark.parametrize(
    ("said", "denied"), [("rose", "fell"), ("supported", "opposed"), ("was allowed", "was banned")]
)
def test_opposite_statements_count_against_a_pair(said: str, denied: str) -> None:
    told = article(f"The herring quota {said} in the harbour assembly.", "Oats were sown.")
    same = best_match(told, article(f"Herring quota {said}, the assembly heard.", "Geese left early."))
    other = best_match(told, article(f"Herring quota {denied}, the assembly heard.", "Geese left early."))
    assert other.score < same.score


def test_who_says_both_contradicts_nobody() -> None:
    both = "The quota for herring rose and the one for cod fell."
    plain = best_match(article(both, "Oats were sown."), article("The herring quota rose.", "Geese left."))
    other = best_match(article(both, "Oats were sown."), article("The herring quota fell.", "Geese left."))
    assert plain.score == other.score


ELSEWHERE = (
    "Nurses at the county hospital voted for a strike over pay.",
    "Talks with the trust broke down after four hours.",
    "The union wants eight per cent and a longer break at night.",
    "Surgeons fear that operations will be put off until spring.",
    "A hundred volunteers carried soup to the pickets.",
)


def test_two_words_in_common_are_not_sure_between_articles_on_different_events() -> None:
    ours = "Volunteers carried sandbags to the pier below the chapel."
    theirs = "Soup was carried to the pickets by a hundred volunteers."
    told = article(*(HARBOUR.sentence_text(i) for i in range(4)), ours)
    one_event = compare([told, article(*(HARBOUR.sentence_text(i) for i in range(4)), theirs)])
    strange = compare([told, article(*ELSEWHERE)])
    assert one_event.matches_of(Place(0, 4), SURE)
    assert not strange.matches_of(Place(0, 4), SURE)


def test_articles_are_on_one_event_through_a_third() -> None:
    ours = "Volunteers carried sandbags to the pier below the chapel."
    told = article(*(HARBOUR.sentence_text(i) for i in range(4)), ours)
    both = article(*(HARBOUR.sentence_text(i) for i in range(4)), *ELSEWHERE)
    apart, joined = compare([told, article(*ELSEWHERE)]), compare([told, article(*ELSEWHERE), both])
    alone, beside = find_match(apart, (0, 4), (1, 4)), find_match(joined, (0, 4), (1, 4))
    assert alone is not None
    assert beside is not None
    assert beside.score > alone.score


def test_what_was_copied_is_sure_between_articles_on_different_events() -> None:
    line = "The weather service expects the first snow of the winter on the coast at the weekend."
    strange = compare([article(*ELSEWHERE, line), article(*(RIVAL.sentence_text(i) for i in range(5)), line)])
    assert [match.score for match in strange.matches_of(Place(0, 5), SURE)] == [1.0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Schools will stay shut until Thursday.", "All schools remain closed until Thursday."),
        ("Crews brought 340 people to safety.", "Some 340 people were taken off their roofs."),
    ],
)
def test_a_day_and_an_exact_figure_are_things_in_common(one: str, other: str) -> None:
    rest = [HARBOUR.sentence_text(index) for index in range(3)]
    found = find_match(compare([article(one, *rest), article(other, *rest)]), (0, 0), (1, 0))
    assert found is not None
    assert found.sure


def test_boilerplate_takes_no_part() -> None:
    line = "READ MORE: Seven saved as boat sinks off Corran Head"
    overlap = compare([article(line, "A.", boilerplate=[0]), article(line, "B.", boilerplate=[0])])
    assert overlap.matches == ()


def test_identical_articles_match_sentence_by_sentence() -> None:
    story = article(
        "A fishing boat sank off Corran Head.", "He said no.", "All seven crew members were saved.", "Why?"
    )
    overlap = compare([story, story])
    for index in range(4):
        best = overlap.matches_of(Place(0, index))[0]
        assert (best.b, best.kind, best.score) == (Place(1, index), "verbatim", 1.0)


def test_two_articles_of_one_sentence() -> None:
    story = article("A fishing boat sank off Corran Head.")
    assert best_match(story, story).kind == "verbatim"


def test_boilerplate_does_not_explode() -> None:
    story = article(*["The council said on Monday that the new bridge will open in spring."] * 3000)
    overlap = compare([story, story])
    assert {found.kind for found in overlap.matches} == {"verbatim"}
    assert len(overlap.matches) == 3000
    assert overlap.matches_of(Place(0, 17))[0].b == Place(1, 17)


def test_one_sentence_said_in_two() -> None:
    merged = article(
        "Divers found the anchor on Friday and the owner of the yard gave it to the museum in Lennet.",
        "Geese are early.",
    )
    split = article(
        "Divers found the anchor on Friday.",
        "The owner of the yard gave it to the museum in Lennet.",
        "Oats were sown.",
    )
    found = compare([merged, split]).matches_of(Place(0, 0), SURE)
    assert {m.b for m in found} == {Place(1, 0), Place(1, 1)}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (
            "Die Fähre von Lennet fährt ab Mai wieder jeden Morgen.",
            "Ab Mai fährt die Fähre von Lennet wieder jeden Morgen.",
        ),
        ("Паром из Леннета снова ходит каждое утро.", "Паром из Леннета снова ходит каждое утро в мае."),
        ("五月からフェリーは毎朝運航を再開する。", "フェリーは五月から毎朝運航を再開する。"),
        ("मई से नौका हर सुबह फिर चलेगी।", "नौका मई से हर सुबह फिर चलेगी।"),
    ],
)
def test_any_language_copied_and_edited(text: str, changed: str) -> None:
    other = article("Zebra xylophone quartz.")
    assert best_match(article(text), article(text)).kind == "verbatim"
    found = compare([article(text), other, article(changed)]).matches[0]
    assert found.kind == "edited"
    assert found.sure


def test_no_articles_and_articles_without_words() -> None:
    assert compare([]).matches == ()
    assert compare([HARBOUR]).matches == ()
    assert compare([article("—", "…"), article("—"), HARBOUR]).matches == ()


def test_the_floor() -> None:
    a = article(
        *(HARBOUR.sentence_text(i) for i in range(5)), "A boat race was put off by rain on the coast."
    )
    b = article(*(RIVAL.sentence_text(i) for i in range(5)), "Summer rain fell on the wheat.")
    low = compare([a, b], floor=0).matches
    high = compare([a, b], floor=POSSIBLE).matches
    assert 0 < min(found.score for found in low) < POSSIBLE <= min(found.score for found in high)
    assert set(high) <= set(low)
