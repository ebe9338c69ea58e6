"""How stories with near-duplicates are grouped: `python tests/benchmarks/near_duplicates.py [ARTICLES …]`.

Events come in pairs on one topic (two floods, two matches of one club). The two share the words of the topic,
some names and an outlet's lines on what went before, and yet they are two stories. An event is told by an
agency's text in up to thirty outlets, each of which cuts and edits it a little; by a page that is updated
again and again; and by accounts that took from it. One agency's text is in 300 articles.

Prints how many events are one story, and how many of the pairs that were grouped belong together.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.benchmarks.planted import Planted, Writer  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

BACKGROUND: Final = 3
"""Sentences on what went before, in most articles of an outlet on the topic."""
EVERYWHERE: Final = 300
"""Outlets that have one agency's text."""


def plant_near_duplicates(articles: int, *, seed: int = 1) -> Planted:
    """Return about so many articles: half on events in pairs, half on nothing that others tell."""
    writer = Writer(seed)
    planted = Planted()
    bodies: list[list[str]] = []
    if articles > 2 * EVERYWHERE:
        text = _account(writer, [], writer.draw.sample(writer.words, 6), 20)
        _plant(planted, bodies, [_cut(writer, text) for _ in range(EVERYWHERE)])
    while len(bodies) < articles / 2:
        topic, common = writer.draw.sample(writer.words, 40), writer.draw.sample(writer.words, 3)
        background = [writer.sentence(common, topic) for _ in range(BACKGROUND)]
        for _ in range(2):
            names = [*common, *writer.draw.sample(writer.words, 6)]
            details = [*topic, *writer.draw.sample(writer.words, 20)]
            _plant(planted, bodies, list(_event(writer, details, names, background)))
    bodies += [_account(writer, [], [], 25) for _ in range(max(0, articles - len(bodies)))]
    planted.texts = [
        "\n\n".join(" ".join(body[i : i + 2]) for i in range(0, len(body), 2)) for body in bodies
    ]
    return planted


def _plant(planted: Planted, bodies: list[list[str]], event: list[list[str]]) -> None:
    planted.stories.append(list(range(len(bodies), len(bodies) + len(event))))
    bodies += event


def _event(writer: Writer, topic: list[str], names: list[str], background: list[str]) -> Iterator[list[str]]:
    draw = writer.draw
    agency = _account(writer, topic, names, 25)
    told = [_cut(writer, agency) for _ in range(draw.choice((2, 10, 30)))]
    page = _account(writer, topic, names, 6)
    for _ in range(draw.choice((0, 8))):
        page = [*_account(writer, topic, names, draw.randint(1, 5)), *page, draw.choice(agency)]
        told.append(page)
    for _ in range(draw.randint(2, 5)):
        own = _account(writer, topic, names, 20)
        taken = draw.sample(agency, draw.randint(3, 6))
        told.append([*own, *(writer.edited(one) if draw.random() < 0.5 else one for one in taken)])
    for body in told:
        yield [*body, *background] if draw.random() < 0.6 else body


def _account(writer: Writer, topic: list[str], names: list[str], sentences: int) -> list[str]:
    return [writer.sentence(names, topic) for _ in range(sentences)]


def _cut(writer: Writer, text: list[str]) -> list[str]:
    """Return a text as an outlet prints it: a sentence of its own first, some edited, the end maybe cut."""
    draw = writer.draw
    kept = text[: draw.randint(len(text) * 2 // 3, len(text))]
    edited = set(draw.sample(range(len(kept)), draw.randint(0, 4)))
    return [
        writer.sentence([]),
        *(writer.edited(one) if place in edited else one for place, one in enumerate(kept)),
    ]


def report(planted: Planted, groups: list[list[int]]) -> str:
    """Return how many events are one story, how many stories are one event, and the part of right pairs."""
    event_of = {article: number for number, event in enumerate(planted.stories) for article in event}
    alone = count(len(planted.stories))
    group_of = {article: number for number, group in enumerate(groups) for article in group}
    whole = sum(len({group_of.get(a, -a - 1) for a in event}) == 1 for event in planted.stories)
    events = [Counter(event_of.get(a, next(alone)) for a in group) for group in groups]
    pure = sum(len(counted) == 1 for counted in events)
    pairs = sum(_pairs(len(group)) for group in groups)
    right = sum(_pairs(n) for counted in events for n in counted.values())
    there = sum(_pairs(len(event)) for event in planted.stories)
    return (
        f"{len(planted.texts):,} articles, {len(planted.stories)} events, {len(groups)} stories:"
        f" {whole} events whole, {pure} stories of one event;"
        f" pairs {right / max(1, pairs):.1%} right, {right / there:.1%} of the planted"
    )


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def main() -> None:
    """Group corpora of the sizes that are asked for."""
    from reader.overlap.corpus.corpus import Corpus

    for articles in map(int, sys.argv[1:] or ["100", "1000", "10000"]):
        with tempfile.TemporaryDirectory() as folder, Corpus.open(folder, None) as found:
            planted = plant_near_duplicates(articles)
            planted.write(Path(folder))
            found.update()
            stories = found.stories()
            print(report(planted, [[int(Path(m.path).stem) for m in story.members] for story in stories]))


if __name__ == "__main__":
    main()
