"""A sentence as its words, each with its place, its normal form and its stem, to look for something in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reader.text.en import words
from reader.text.en.stopwords import STOPWORDS
from reader.text.stemming import stem
from reader.text.tokens import normal_form, token_spans

SIGNS: Final = "£$€¥₹₩₽₺₴"  # signs of money
SIGNED: Final = re.compile(rf"(?P<minus>(?<![^\s(“\"‘'])[-−–])?(?P<money>[{SIGNS}]?)$")
"""The end of the text before a number: its minus, and its sign of money."""
_CONTRACTED: Final = re.compile(
    r"(?P<negated>can|won|shan|\w+(?=n't))(?:n)?'t|(?P<before>\w+)'(?P<ending>ll|re|ve|m|d|s)"
)
_WHOLE: Final = {"won": "will", "shan": "shall"}
_ENDINGS: Final = {"ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would", "s": "is"}
_BEFORE_IS: Final = words("he she it that there what who where here how")  # words after which 's is "is"
_BRITISH: Final = re.compile(
    r"(?P<our>(?<=\w{3})our(?=(?:s|ed|ing|er|ers|able|hood|hoods|al|ful)?$))"
    r"|(?P<re>(?<=[bt])re(?=s?$))|(?P<ise>(?<=\w{3})is(?=(?:e|es|ed|ing|ation|ations)$))"
    r"|(?P<ll>(?<=\w{4})ll(?=(?:ed|ing|er|ers)$))"
)
_AMERICAN: Final = {"our": "or", "re": "er", "ise": "iz", "ll": "l"}
_SPELLED_ALIKE: Final = words("promise promised promises")  # with British letters, and looked up often
_SHORTEST_BRITISH: Final = 6  # letters of a word that may have a British spelling: harbour, not four
_HAD: Final = words("had been got become gone done seen taken given lost")  # words before which 'd is "had"
_HAS: Final = words("been had got become")  # words before which 's is "has"


@dataclass(frozen=True, slots=True, eq=False)
class TokenizedSentence:
    """The words of a sentence, in order. Other modules refer to a word by its number.

    A contraction is two words in one place: "didn't" is "did not". "No 10" is "Number 10". The spelling is
    American. Two sentences are equal only if they are one object, so that what was found in one is quickly
    found again.
    """

    text: str
    spans: tuple[tuple[int, int], ...]  # where each word stands, in code points
    forms: tuple[str, ...]  # each word in normal form
    stems: tuple[str, ...]

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.spans)

    def text_of(self, words: range) -> str:
        """Return the text from the first of these words to the last, with the signs of a number."""
        if not words:
            return ""
        start, end = self.spans[words[0]][0], self.spans[words[-1]][1]
        start -= len("".join(self.signs_before(words[0])))
        return self.text[start : end + (self.text[end : end + 1] == "%")]

    def signs_before(self, word: int) -> tuple[str, str]:
        """Return the minus and the sign of money before a word, "" if there are none."""
        start = self.spans[word][0]
        found = SIGNED.search(self.text[max(0, start - 3) : start])
        if found is None or not self.forms[word][0].isdecimal():
            return "", ""
        return found["minus"] or "", found["money"]

    def form(self, word: int) -> str:
        """Return a word in normal form; "" outside the sentence."""
        return self.forms[word] if 0 <= word < len(self) else ""

    def gap_before(self, word: int) -> str:
        """Return the text between a word and the one before it, or that after the last word."""
        start = self.spans[word - 1][1] if word else 0
        return self.text[start : self.spans[word][0]] if word < len(self) else self.text[start:]

    def is_capitalized(self, word: int) -> bool:
        """Whether a word is printed with a capital letter."""
        return self.text[self.spans[word][0]].isupper()

    def content_stems(self, words: Iterable[int]) -> frozenset[str]:
        """Return the stems of those of the words that are no function words."""
        return frozenset(self.stems[word] for word in words if self.forms[word] not in STOPWORDS)

    def words_within(self, start: int, end: int) -> range:
        """Return the words that stand between two places of the text, in code points."""
        inside = [word for word, (first, last) in enumerate(self.spans) if start <= first and last <= end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)


@lru_cache(maxsize=4096)
def tokenized_sentence(text: str) -> TokenizedSentence:
    """Return the words of a sentence; the last few thousand sentences are remembered."""
    found = [(span, form) for span in token_spans(text) for form in _expand(normal_form(text[slice(*span)]))]
    places = tuple(place for place, _ in found)
    forms = [form for _, form in found]
    for word in range(len(forms) - 1):
        behind = forms[word + 1]
        if forms[word] in {"no", "nos", "number"} and behind[0].isdecimal():
            forms[word] = "number"
        elif forms[word] == "is" and (behind in _HAS) and "is" not in text[slice(*places[word])].casefold():
            forms[word] = "has"
        elif forms[word] == "would" and (behind in _HAD or behind.endswith("ed")):
            is_short = text[slice(*places[word])].casefold().endswith(("'d", "’d"))
            forms[word] = "had" if is_short else "would"
    return TokenizedSentence(text, places, tuple(forms), tuple(map(stem, forms)))


@lru_cache(maxsize=1 << 14)
def _american(form: str) -> str:
    """Return a word in American spelling: harbor, center, realize, traveled."""
    if form in _SPELLED_ALIKE:
        return form
    return _BRITISH.sub(lambda found: _AMERICAN[str(found.lastgroup)], form)


def _expand(form: str) -> tuple[str, ...]:
    """Return the two words of a contraction, or the one word in American spelling."""
    if form == "cannot":
        return "can", "not"
    if len(form) >= _SHORTEST_BRITISH:
        form = _american(form)
    found = _CONTRACTED.fullmatch(form) if "'" in form else None
    if found is None:
        return (form,)
    if found["negated"]:
        return _WHOLE.get(found["negated"], found["negated"]), "not"
    before, ending = found["before"], found["ending"]
    if ending == "s":
        return (before, "us") if before == "let" else (before, "is") if before in _BEFORE_IS else (form,)
    return before, _ENDINGS[ending]
