"""Differences in who says a quotation that two sentences share, and in the verb that attributes it."""

from collections.abc import Iterator

from reader.overlap.differences.difference import Difference
from reader.overlap.differences.facts import SentencePair
from reader.overlap.extraction.attribution import (
    Attribution,
    compare_speakers,
    find_attribution,
    mentions_somebody,
    quote_related_speech,
    same_stance,
    share_quotation,
)


def find_other_speakers(pair: SentencePair) -> Iterator[Difference]:
    """Yield another speaker, a speaker only one sentence names, or a verb that takes another side.

    The sentences must share a quotation, or quote related speech of two people.
    """
    a, b = find_attribution(pair.a.words), find_attribution(pair.b.words)
    if not share_quotation(pair.a.words, pair.b.words):
        related = a and b and quote_related_speech(pair.a.words, pair.b.words)
        if a and b and related and compare_speakers(a, b) == "other":
            pair.a.report(a.verb)
            pair.b.report(b.verb)
            yield pair.report("speaker", a.speaker, b.speaker, "speaker")
    elif a and b:
        yield from _of_one_quotation(pair, a, b)
    elif a and not a.is_pronoun and not mentions_somebody(pair.b.words):
        pair.a.report(a.verb)
        yield pair.report("speaker", a.speaker, range(0), "speaker")
    elif b and not b.is_pronoun and not mentions_somebody(pair.a.words):
        pair.b.report(b.verb)
        yield pair.report("speaker", range(0), b.speaker, "speaker")


def _of_one_quotation(pair: SentencePair, a: Attribution, b: Attribution) -> Iterator[Difference]:
    """Yield another speaker, or, if both may be one, another stance of the verb."""
    verb_reported = not pair.a.reported.isdisjoint(a.verb) or not pair.b.reported.isdisjoint(b.verb)
    other_verb = pair.report("speaker", a.verb, b.verb, "verb")
    speakers = compare_speakers(a, b)
    if speakers != "same":
        about = "speaker" if speakers == "other" else "naming"
        yield pair.report("speaker", a.speaker, b.speaker, about)
        return
    # A name in place of a "she" is not reported here: it may be a detail.
    if a.is_pronoun or not b.is_pronoun:
        pair.a.report(a.speaker)
    if b.is_pronoun or not a.is_pronoun:
        pair.b.report(b.speaker)
    if not same_stance(a, b) and not verb_reported:
        yield other_verb
