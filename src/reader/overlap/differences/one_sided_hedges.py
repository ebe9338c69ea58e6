"""Hedges, like "reportedly", that only one of two sentences has."""

from collections.abc import Iterator

from reader.overlap.differences.difference import Difference
from reader.overlap.differences.facts import Facts, SentencePair
from reader.overlap.extraction.hedges import hedged_stems
from reader.text.en.grammar import MODALS


def find_one_sided_hedges(pair: SentencePair) -> Iterator[Difference]:
    """Yield the hedges that only one sentence has, about something that both say."""
    if pair.a.hedges and pair.b.hedges:
        return
    for hedge in _hedges_of_shared(pair.a, pair.b):
        yield pair.report("hedge", hedge, range(0))
    for hedge in _hedges_of_shared(pair.b, pair.a):
        yield pair.report("hedge", range(0), hedge)


def _hedges_of_shared(facts: Facts, other: Facts) -> list[range]:
    """Return the hedges about something that the other sentence says too, without a "may" for its "might"."""
    other_has_modal = not MODALS.isdisjoint(other.words.forms)
    return [
        hedge
        for hedge in facts.hedges
        if not hedged_stems(facts.words, hedge).isdisjoint(other.words.stems)
        and not (other_has_modal and facts.words.forms[hedge[0]] in MODALS)
    ]
