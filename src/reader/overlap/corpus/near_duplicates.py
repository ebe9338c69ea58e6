"""Near copies: one text in many outlets, cut and edited; a page that was brought up to date again and again.

They are one account, however many there are: what they say stands in one article, not in ten. The longest is
called the leader, and a copy is what stands nearly whole in a leader.

How much of a text stands in another is estimated from the smallest of their prints (bottom sketches: Broder,
"On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from reader.overlap.corpus.article_similarity import BLOCK
from reader.overlap.corpus.fingerprints import NEEDED, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    Prints = Mapping[int, int]
    """Print → the index of a sentence that has it."""

NEARLY: Final = 0.75
"""Part of a text's prints from which on it stands nearly whole in another."""
FEWEST: Final = 6
"""Prints of a text that must be compared to tell."""


def find_near_duplicates(samples: Iterable[tuple[int, Sequence[int]]]) -> dict[int, int]:
    """Give of each text that stands nearly whole in a longer one, its leader.

    `samples` has the smallest prints of each text, smallest first; the longest text comes first. Prints in
    `BLOCK` leaders are of lines under many articles, and tell nothing.
    """
    leaders: dict[int, Sequence[int]] = {}
    pointing: dict[int, list[int]] = defaultdict(list)
    copies: dict[int, int] = {}
    for text, sample in samples:
        own = [found for found in sample if len(pointing[found]) < BLOCK]
        common = Counter(leader for found in own for leader in pointing[found])
        best = [one for one, _ in common.most_common(3)]
        leader = next((one for one in best if _stands_in(own, sample, leaders[one])), None)
        if leader is not None:
            copies[text] = leader
            continue
        leaders[text] = sample
        for found in own:
            pointing[found].append(text)
    return copies


def _stands_in(own: Collection[int], sample: Sequence[int], leader: Sequence[int]) -> bool:
    """Samples know all prints up to their last, or all there are if they are not full."""
    known = min((full[-1] for full in (sample, leader) if len(full) >= SAMPLE), default=None)
    compared = [found for found in own if known is None or found <= known]
    return len(compared) >= FEWEST and len({*compared} & {*leader}) >= NEARLY * len(compared)


def copies_by_leader(copies: Mapping[int, int]) -> dict[int, list[int]]:
    """Give of each leader its copies."""
    found: dict[int, list[int]] = defaultdict(list)
    for copy, leader in copies.items():
        found[leader].append(copy)
    return found


def shared_sentences(own: Prints, other: Prints) -> int:
    """The sentences of one text that another has too, as bits."""
    count = Counter(sentence for found, sentence in own.items() if found in other)
    return sum(1 << sentence for sentence, prints in count.items() if prints >= NEEDED)
