"""Near-duplicates: one text in many outlets, cut and edited, or a page that was updated again and again.

They are one account, however many there are: what they say stands in one article, not in ten. The longest is
called the leader; a copy is an article that stands nearly whole in a leader.

How much of a text stands in another is estimated from the smallest of their prints (bottom sketches: Broder,
"On the resemblance and containment of documents", 1997).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from reader.overlap.corpus.article_similarity import BLOCK
from reader.overlap.corpus.fingerprints import NEEDED, SAMPLE

NEARLY_WHOLE: Final = 0.75  # part of the prints of a text that must be in another
FEWEST_PRINTS: Final = 6  # prints of a text that must be compared to tell


def find_near_duplicates(samples: Iterable[tuple[int, Sequence[int]]]) -> dict[int, int]:
    """Return the leader of each text that stands nearly whole in a longer one.

    `samples` has the smallest prints of each text, smallest first; the longest text comes first. Prints in
    `BLOCK` leaders are of lines under many articles, and tell nothing.
    """
    leaders: dict[int, Sequence[int]] = {}
    leaders_with: dict[int, list[int]] = defaultdict(list)
    copies: dict[int, int] = {}
    for text, sample in samples:
        own = [one for one in sample if len(leaders_with[one]) < BLOCK]
        common = Counter(leader for one in own for leader in leaders_with[one])
        best = [leader for leader, _ in common.most_common(3)]
        found = next((leader for leader in best if _stands_in(own, sample, leaders[leader])), None)
        if found is not None:
            copies[text] = found
            continue
        leaders[text] = sample
        for one in own:
            leaders_with[one].append(text)
    return copies


def _stands_in(own: Collection[int], sample: Sequence[int], leader: Sequence[int]) -> bool:
    """Whether a text stands nearly whole in a leader.

    A full sample has all prints of its text up to its last one; one that is not full has all there are.
    """
    known = min((full[-1] for full in (sample, leader) if len(full) >= SAMPLE), default=None)
    compared = [one for one in own if known is None or one <= known]
    return len(compared) >= FEWEST_PRINTS and len({*compared} & {*leader}) >= NEARLY_WHOLE * len(compared)


def copies_by_leader(copies: Mapping[int, int]) -> dict[int, list[int]]:
    """Return the copies of each leader."""
    found: dict[int, list[int]] = defaultdict(list)
    for copy, leader in copies.items():
        found[leader].append(copy)
    return found


def shared_sentences(own: Mapping[int, int], other: Mapping[int, int]) -> int:
    """Return the sentences of one text that another has too, as bits; both map prints to sentences."""
    count = Counter(sentence for one, sentence in own.items() if one in other)
    return sum(1 << sentence for sentence, prints in count.items() if prints >= NEEDED)
