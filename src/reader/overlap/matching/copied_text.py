"""Find sentences that were copied, whole or in runs of words, by hashes. No language is needed for it."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby, repeat
from typing import Final

from reader.overlap.matching.pairs import Pair
from reader.overlap.pacing import with_pauses

MOST_WITH_RUN: Final = 100  # a run of words in more sentences than this is boilerplate: it points at nothing
MANY_SENTENCES: Final = 6_000  # from so many sentences on, their runs are looked through in parts
PARTS: Final = 64  # parts in which runs are looked through: of 60,000 sentences, about 1 MB at once
MOST_COPIES: Final = 60  # pairs that one sentence, repeated in two articles, may make


class SentenceHashes:
    """The words of many sentences by hash: of each sentence all its words together, and each of its runs.

    There are as many runs as words. Those of long articles are kept in parts, by hash, and each part is
    looked through by itself.
    """

    def __init__(self, sentences: int) -> None:
        """Prepare for so many sentences."""
        parts = PARTS if sentences > MANY_SENTENCES else 1
        self._wholes = array("q")
        self._parts = [(array("q"), array("I")) for _ in range(parts)]
        """Runs, and for each the number of its sentence."""

    def add(self, whole: int, runs: Sequence[int]) -> None:
        """Add the next sentence: the hash of all its words, and the hashes of its runs, each once."""
        number = len(self._wholes)
        self._wholes.append(whole)
        if len(self._parts) == 1:
            hashes, numbers = self._parts[0]
            hashes.extend(runs)
            numbers.extend(repeat(number, len(runs)))
            return
        for run in runs:
            hashes, numbers = self._parts[run % PARTS]
            hashes.append(run)
            numbers.append(number)

    def groups_with_same_words(self) -> Iterator[list[int]]:
        """Yield the numbers of sentences with the same words, a list for each group."""
        parts = [array("I") for _ in self._parts]
        for number, whole in enumerate(self._wholes):
            parts[whole % len(parts)].append(number)
        for part in parts:
            yield from _group_by_key(map(self._wholes.__getitem__, part), part)

    def groups_with_a_run(self) -> Iterator[list[int]]:
        """Yield the numbers of sentences with a common run, a list for each run."""
        for runs, numbers in self._parts:
            yield from _group_by_key(runs, numbers)


def _group_by_key(keys: Iterable[int], numbers: Iterable[int]) -> Iterable[list[int]]:
    """Return the numbers that have a key in common, a list for each key; most keys have one number."""
    first_with: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for key, number in with_pauses(zip(keys, numbers, strict=True)):
        if (first := first_with.setdefault(key, number)) != number:
            groups.setdefault(key, [first]).append(number)
    return groups.values()


def pairs_with_a_run(hashes: SentenceHashes, articles: Sequence[int]) -> Iterator[Pair]:
    """Yield the pairs of sentences of different articles with a common run, once for each run they share."""
    return (
        pair
        for numbers in hashes.groups_with_a_run()
        if len(numbers) <= MOST_WITH_RUN
        for pair in combinations(numbers, 2)
        if articles[pair[0]] != articles[pair[1]]
    )


def exact_copies(same_words: Iterable[Sequence[int]], articles: Sequence[int]) -> set[Pair]:
    """Return the pairs of sentences of different articles among groups with the same words.

    A sentence that both articles repeat over and over is paired in the order in which it stands, each with
    one.
    """
    pairs: set[Pair] = set()
    for numbers in same_words:
        by_article = [list(group) for _, group in groupby(numbers, key=articles.__getitem__)]
        for one, other in combinations(by_article, 2):
            if len(one) * len(other) > MOST_COPIES:
                pairs.update(zip(one, other, strict=False))
            else:
                pairs.update((a, b) for a in one for b in other)
    return pairs
