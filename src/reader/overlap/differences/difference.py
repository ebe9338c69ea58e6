"""A difference between the two sentences of a match: its types, and how it is said to a person."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

DifferenceType = Literal["figure", "hedge", "speaker", "detail", "dropped", "added", "replaced"]

SUGGESTED_TAGS: Final[dict[DifferenceType, str]] = {
    "figure": "figure changed",
    "hedge": "hedge changed",
    "speaker": "attribution changed",
    "detail": "detail dropped",
    "dropped": "words dropped",
    "added": "words added",
    "replaced": "words changed",
}
"""All types, what counts most first, with the tag that is suggested for a pair that differs so."""
KEY_TYPES: Final[frozenset[DifferenceType]] = frozenset({"figure", "hedge", "speaker"})
"""Types that count in a paraphrase too, where a detail or words on one side only are in nearly every pair."""
LONGEST: Final = 150  # characters of one side that are shown to a person
NO_QUOTATION_MARKS: Final = str.maketrans("", "", '“”"')


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what the first sentence has, and what the second has in its place."""

    type: DifferenceType
    a: str  # as printed; empty if only the second sentence has something
    b: str
    about: str = ""  # a key of `PHRASES`, more exact than the type, or empty


class Phrase(NamedTuple):
    """How a difference is said to a person."""

    both: str = ""  # if both sentences have words; `{both}` stands for the words and where they are
    one: str = ""  # if only one sentence, `{side}`, has `{words}`


PHRASES: Final[dict[str, Phrase]] = {
    "figure": Phrase("figures disagree: {both}"),
    "time": Phrase("times disagree: {both}"),
    "date": Phrase("dates disagree: {both}"),
    "currency": Phrase("other currencies: {both}"),
    # Only one side has "more than" or "nearly" before the figure.
    "bound": Phrase("figures not equally exact: {both}"),
    "hedge": Phrase(one="hedged only in {side}: {words}"),
    "speaker": Phrase("other speakers: {both}", "speaker named only in {side}: {words}"),
    # Both may be one person: "the mayor" and "Ada Brill".
    "naming": Phrase("speaker given as: {both}"),
    # Only one of the verbs takes a side: "said" and "claimed".
    "verb": Phrase("framed another way: {both}"),
    "detail": Phrase(one="only in {side}: {words}"),
    "name": Phrase("other names: {both}"),
    "place": Phrase("other places: {both}"),
    # Who did it to whom: "Pell beat Lennet" and "Lennet beat Pell".
    "roles": Phrase("turned round: {both}"),
    "contrary": Phrase("may contradict: {both}"),
    "dropped": Phrase(one="words only in {side}: {words}"),
    "added": Phrase(one="words only in {side}: {words}"),
    "replaced": Phrase("replaced: {both}"),
    "small": Phrase("only small words: {both}", "only small words: {words} in {side}"),
    "order": Phrase("the same, in another order", "the same, in another order"),
    "throughout": Phrase("other words throughout", "other words throughout"),
}
"""How a difference is said, by what it is about, or by its type where that says enough."""


def describe_difference(difference: Difference, a: str = "the first", b: str = "the second") -> str:
    """Say a difference to a person; `a` and `b` are what the two sentences are called."""
    words_a, words_b = _quoted(difference.a), _quoted(difference.b)
    phrase = PHRASES[difference.about or difference.type]
    if words_a and words_b:
        return phrase.both.format(both=f"{words_a} in {a}, {words_b} in {b}")
    side, words = (a, words_a) if words_a else (b, words_b)
    kind = f" ({difference.about})" if difference.type == "detail" and difference.about else ""
    return (phrase.one or PHRASES[difference.type].one).format(side=side, words=words) + kind


def _quoted(text: str) -> str:
    """Put words in quotation marks, and leave out the middle of a long text; empty stays empty."""
    line = " ".join(text.split()).translate(NO_QUOTATION_MARKS)
    if len(line) > LONGEST:
        line = f"{line[: LONGEST // 2].rsplit(' ', 1)[0]} … {line[-LONGEST // 2 :].split(' ', 1)[-1]}"
    return f"“{line}”" if line else ""
