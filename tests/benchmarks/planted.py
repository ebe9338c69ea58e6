"""A corpus with stories planted in it, always the same one, of words that mean nothing.

Words are drawn as in a language (Zipf), and a story has a few names of its own. What traps grouping is
planted too: a line that every article of an outlet ends with, an agency's line in very many, round-ups of two
stories. A formulaic corpus has about a hundred content words: any two in a row are in very many articles.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from tests.benchmarks.material import FRAME, SYLLABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

WORDS: Final = 20_000
OUTLETS: Final = 20
LARGEST: Final = 12
"""Articles of the largest stories."""
TAKEN: Final = (1, 6)
"""Sentences that an article of a story takes from one that came before it, at least and at most."""
EDITED: Final = 0.5
CHANGED: Final = 0.25
"""Words that are changed in an edited sentence, at most."""
SLOTS: Final = 8
FILLERS: Final = 12
"""Words for each slot of a formula: about a hundred content words in all."""
FORMS: Final = 4
FIGURE: Final = "#"


@dataclass(slots=True)
class Planted:
    """Texts, and which of them belong together."""

    texts: list[str] = field(default_factory=list)
    stories: list[list[int]] = field(default_factory=list)
    """The numbers of the articles of each; round-ups and single articles are in none."""
    partners: list[tuple[int, int, str]] = field(default_factory=list)
    """Two articles of which the second took from the first, and whether verbatim or edited."""
    roundups: list[int] = field(default_factory=list)

    def write(self, folder: Path) -> list[str]:
        """Write each text to a file, `0.txt` and so on; return the paths."""
        paths = [folder / f"{number}.txt" for number in range(len(self.texts))]
        for path, text in zip(paths, self.texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return list(map(str, paths))


class Writer:
    """Writes sentences of one invented language."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.words = ["".join(self.draw.choices(SYLLABLES, k=self.draw.randint(2, 4))) for _ in range(WORDS)]
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(WORDS)))

    def sentence(self, names: list[str], topic: Sequence[str] = ()) -> str:
        """Return a sentence of frame words and others at random, with some names and words of the topic."""
        picked = iter(self.draw.choices(self.words, cum_weights=self._weights, k=24))
        words = [self._word(picked, names, topic) for _ in range(self.draw.randint(12, 24))]
        return " ".join(words).capitalize() + "."

    def edited(self, sentence: str) -> str:
        """Return the sentence with some words changed, dropped or put in."""
        words = sentence.rstrip(".").split(" ")
        for _ in range(self.draw.randint(1, max(1, int(len(words) * CHANGED)))):
            at = self.draw.randrange(1, len(words))
            words[at : at + self.draw.choice((0, 1, 1))] = self.draw.choice(
                ([], [self.draw.choice(self.words)])
            )
        return " ".join(words) + "."

    def _word(self, picked: Iterator[str], names: list[str], topic: Sequence[str]) -> str:
        if names and self.draw.random() < 0.08:
            return self.draw.choice(names)
        if topic and self.draw.random() < 0.2:
            return self.draw.choice(topic)
        return self.draw.choice(FRAME) if self.draw.random() < 0.45 else next(picked)


class Formulas(Writer):
    """Writes as of markets, weather and matches: few words, in few forms, with figures."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._slots = [self.draw.sample(self.words, FILLERS) for _ in range(SLOTS)]
        self._forms = [self._form() for _ in range(FORMS)]

    def sentence(self, names: list[str], topic: Sequence[str] = ()) -> str:  # noqa: ARG002 - names are few too
        """Return one of the forms, filled in."""
        form = self.draw.choice(self._forms)
        return " ".join(self._filler(slot) for slot in form).capitalize() + "."

    def _form(self) -> list[int | str]:
        """Slots with frame words between, and now and then a word that is always there; a figure last."""
        form: list[int | str] = []
        for slot in self.draw.sample(range(SLOTS), SLOTS - 2):
            form += [self.draw.choice(FRAME), slot]
        return [*form, self.draw.choice(self.words), FIGURE]

    def _filler(self, slot: int | str) -> str:
        if slot == FIGURE:
            return str(self.draw.randint(2, 90))
        return slot if isinstance(slot, str) else self.draw.choice(self._slots[slot])


def plant_corpus(count: int, sentences: int = 30, *, seed: int = 1, formulaic: bool = False) -> Planted:
    """Return so many articles of so many sentences: half in stories of 2 to 12, one in 50 a round-up.

    In a formulaic corpus all words are in hundreds of articles.
    """
    writer = Formulas(seed) if formulaic else Writer(seed)
    draw = writer.draw
    planted = Planted()
    bodies: list[list[str]] = []
    while len(bodies) < count:
        kind = draw.random()
        if kind < 0.15:
            size = min(draw.randint(2, LARGEST), count - len(bodies))
            if size > 1:
                planted.stories.append(list(range(len(bodies), len(bodies) + size)))
            bodies += _story(writer, planted, len(bodies), size, sentences)
        elif kind < 0.17 and len(planted.stories) > 2:
            planted.roundups.append(len(bodies))
            bodies.append(_roundup(writer, planted, bodies, sentences))
        else:
            bodies.append([writer.sentence([]) for _ in range(sentences)])
    _end_with_outlets_lines(writer, bodies)
    order = list(range(count))
    draw.shuffle(order)
    return _shuffled(planted, bodies, order)


def _story(writer: Writer, planted: Planted, first: int, size: int, sentences: int) -> Iterator[list[str]]:
    """Articles that take from one another, each from up to three that came before it."""
    names = writer.draw.sample(writer.words, 6)
    told: list[list[str]] = []
    for number in range(size):
        body = [writer.sentence(names) for _ in range(sentences)]
        free = writer.draw.sample(range(sentences - 1), sentences - 1)
        for other in writer.draw.sample(range(number), min(3, number)):
            kind = "edited" if writer.draw.random() < EDITED else "verbatim"
            for taken in writer.draw.sample(told[other][:-1], writer.draw.randint(*TAKEN)):
                body[free.pop()] = writer.edited(taken) if kind == "edited" else taken
            planted.partners.append((first + other, first + number, kind))
        told.append(body)
        yield body


def _roundup(writer: Writer, planted: Planted, bodies: list[list[str]], sentences: int) -> list[str]:
    """An article made of two stories."""
    body = [writer.sentence([]) for _ in range(sentences)]
    places = iter(range(sentences - 1))
    for story in writer.draw.sample(planted.stories[:-1], 2):
        source = bodies[writer.draw.choice(story)]
        for taken in writer.draw.sample(source[:-1], min(6, len(source) // 3)):
            body[next(places)] = taken
    return body


def _end_with_outlets_lines(writer: Writer, bodies: list[list[str]]) -> None:
    lines = [writer.sentence([]) for _ in range(OUTLETS)]
    agency = writer.sentence([])
    for body in bodies:
        body[-1] = writer.draw.choice(lines)
        if writer.draw.random() < 0.1:
            body[0] = agency


def _shuffled(planted: Planted, bodies: list[list[str]], order: list[int]) -> Planted:
    texts = [""] * len(order)
    for number, place in enumerate(order):
        body = bodies[number]
        texts[place] = "\n\n".join(" ".join(body[i : i + 2]) for i in range(0, len(body), 2))
    return Planted(
        texts,
        [sorted(order[number] for number in story) for story in planted.stories],
        [(order[a], order[b], kind) for a, b, kind in planted.partners],
        [order[number] for number in planted.roundups],
    )
