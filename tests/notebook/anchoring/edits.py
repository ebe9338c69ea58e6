"""Texts changed as editors change them, with the truth of where each sentence went.

A text is paragraphs of sentences, each with its number in the original; -1 is a sentence that was not there.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from random import Random

from reader.text.sentences import split_sentences

Sentence = tuple[int, str]
Paragraphs = list[list[Sentence]]
Edit = Callable[[Paragraphs, Random, Paragraphs], Paragraphs]
"""The text, chance, and another text to take foreign sentences from; gives the text as edited."""

_SYNONYMS = {
    "said": "told reporters",
    "struck": "hit",
    "injuring": "hurting",
    "people": "persons",
    "people,": "persons,",
    "yearly": "annual",
    "warned": "cautioned",
    "harbour": "port",
    "everyone": "everybody",
    "asked": "urged",
    "sent": "dispatched",
    "late": "very late",
    "expected": "due",
    "first": "initial",
    "hurt": "injured",
    "loud": "great",
    "promised": "offered",
    "remain": "are still",
    "fell": "dropped",
    "also": "then",
    "more": "far more",
    "half": "almost half",
    "always": "usually",
    "students": "assistants",
    "three": "four",
    "two": "several",
    "will": "is to",
}


def paragraphs(text: str) -> Paragraphs:
    """Give the sentences of a text by line, numbered from 0."""
    found: Paragraphs = []
    number = 0
    for line in text.splitlines():
        spans = split_sentences(line)
        found.append([(number + i, line[start:end]) for i, (start, end) in enumerate(spans)])
        number += len(spans)
    return found


def text_of(edited: Paragraphs) -> tuple[str, dict[int, tuple[int, int]]]:
    """Give the text, and the span of each sentence that is of the original."""
    spans: dict[int, tuple[int, int]] = {}
    text = ""
    for paragraph in edited:
        for number, sentence in paragraph:
            spans[number] = (len(text), len(text) + len(sentence))
            text += sentence + " "
        text = text.rstrip() + "\n"
    spans.pop(-1, None)
    return text.rstrip("\n"), spans


def typos(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Swap or drop letters in one word out of twelve."""
    return _each(text, lambda sentence: " ".join(_typo(word, chance) for word in sentence.split(" ")))


def inserted_on_top(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Put a paragraph of another text before everything."""
    return [_foreign(chance.choice(other)), *text]


def inserted(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Put three foreign paragraphs somewhere."""
    edited = list(text)
    for _ in range(3):
        edited.insert(chance.randrange(len(edited) + 1), _foreign(chance.choice(other)))
    return edited


def shuffled(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Put all paragraphs in any order."""
    return chance.sample(text, len(text))


def rewritten(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Rewrite one sentence out of three: other words, an opening, a word dropped."""
    return _each(text, lambda sentence: _rewritten(sentence, chance) if chance.random() < 1 / 3 else sentence)


def deleted(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Delete one sentence out of four."""
    return [kept for paragraph in text if (kept := [each for each in paragraph if chance.random() > 1 / 4])]


def requoted(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Use straight quotation marks."""
    return _each(text, lambda sentence: sentence.translate(str.maketrans("“”’", '""\'')))


def joined(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Make one paragraph of two, over and over."""
    return [[*chain.from_iterable(text[index : index + 2])] for index in range(0, len(text), 2)]


def merged(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Make one sentence of the first two of each paragraph; the second begins with another letter then."""
    return [_merged(paragraph, chance) if len(paragraph) > 1 else paragraph for paragraph in text]


def everything(text: Paragraphs, chance: Random, other: Paragraphs) -> Paragraphs:
    """Do several of these at once."""
    for edit in chance.sample(SINGLE, 3):
        text = edit(text, chance, other)
    return text


SINGLE: tuple[Edit, ...] = (
    typos,
    inserted_on_top,
    inserted,
    shuffled,
    rewritten,
    deleted,
    requoted,
    joined,
    merged,
)
EDITS: tuple[Edit, ...] = (*SINGLE, everything)


def _each(text: Paragraphs, change: Callable[[str], str]) -> Paragraphs:
    return [[(number, change(sentence)) for number, sentence in paragraph] for paragraph in text]


def _merged(paragraph: list[Sentence], chance: Random) -> list[Sentence]:
    (first, one), (second, two), *rest = paragraph
    if not one.endswith(".") or not two[0].isalpha():
        return paragraph
    mark, joint = chance.choice(((",", "and"), (",", "but"), (";", "")))
    between = [(-1, joint)] if joint else []
    return [(first, one[:-1] + mark), *between, (second, two[0].lower() + two[1:]), *rest]


def _foreign(paragraph: list[Sentence]) -> list[Sentence]:
    return [(-1, sentence) for _, sentence in paragraph]


def _typo(word: str, chance: Random) -> str:
    if len(word) < 4 or chance.random() > 1 / 12:
        return word
    at = chance.randrange(1, len(word) - 2)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at:],
        )
    )


def _rewritten(sentence: str, chance: Random) -> str:
    words = [_SYNONYMS.get(word, word) for word in sentence.split(" ")]
    if len(words) > 6:
        del words[chance.randrange(2, len(words) - 1)]
    if chance.random() < 1 / 2 and sentence[:1].isupper():
        words[:0] = chance.choice((["Meanwhile,"], ["On", "Wednesday,"], ["According", "to", "him,"]))
    return " ".join(words)
