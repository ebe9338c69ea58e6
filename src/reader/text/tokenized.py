"""A sentence as its words, each with where it stands, for those who look for something in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reader.text.stemming import stem
from reader.text.tokens import normal_form, token_spans

SIGNS: Final = "£$€¥₹₩₽₺₴"
SIGNED: Final = re.compile(rf"(?P<minus>(?<![^\s(“\"‘'])[-−–])?(?P<money>[{SIGNS}]?)$")
"""What stands before a number."""
_CONTRACTED: Final = re.compile(
    r"(?P<negated>can|won|shan|\w+(?=n't))(?:n)?'t|(?P<before>\w+)'(?P<ending>ll|re|ve|m|d|s)"
)
_WHOLE: Final = {"won": "will", "shan": "shall"}
_ENDINGS: Final = {"ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would", "s": "is"}
_BEFORE_IS: Final = frozenset("he she it that there what who where here how".split())  # noqa: SIM905
"""Words behind which an 's is no possessive."""
_BRITISH: Final = re.compile(
    r"(?P<our>(?<=\w{3})our(?=(?:s|ed|ing|er|ers|able|hood|hoods|al|ful)?$))"
    r"|(?P<re>(?<=[bt])re(?=s?$))|(?P<ise>(?<=\w{3})is(?=(?:e|es|ed|ing|ation|ations)$))"
    r"|(?P<ll>(?<=\w{4})ll(?=(?:ed|ing|er|ers)$))"
)
_AMERICAN: Final = {"our": "or", "re": "er", "ise": "iz", "ll": "l"}
_AS_IT_IS: Final = frozenset("promise promised promises".split())  # noqa: SIM905
"""Words that others look up."""
_LONG: Final = 6
"""Letters from which on a word is spelled in one of two ways: harbour, not four."""
_HAD: Final = frozenset("had been got become gone done seen taken given lost".split())  # noqa: SIM905
"""Words before which a 'd is "had"."""
_HAS: Final = frozenset("been had got become".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True, eq=False)
class TokenizedSentence:
    """The words of a sentence, in order; other modules speak of them by their numbers.

    A contraction is two words in one place: "didn't" is "did not". "No 10" is "Number 10". The spelling
    is American.
    Two are equal only if they are one object, so that what was found in a sentence is soon found again.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    """In code points."""
    forms: tuple[str, ...]
    """In normal form."""
    stems: tuple[str, ...]
    """Their families."""

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.spans)

    def printed(self, words: range) -> str:
        """The text from the first of these words to the last, its signs included."""
        if not words:
            return ""
        start, end = self.spans[words[0]][0], self.spans[words[-1]][1]
        start -= len("".join(self.signs(words[0])))
        return self.text[start : end + (self.text[end : end + 1] == "%")]

    def signs(self, word: int) -> tuple[str, str]:
        """The minus and the sign of money before a word."""
        start = self.spans[word][0]
        found = SIGNED.search(self.text[max(0, start - 3) : start])
        if found is None or not self.forms[word][0].isdecimal():
            return "", ""
        return found["minus"] or "", found["money"]

    def form(self, word: int) -> str:
        """The word in normal form; nothing outside the sentence."""
        return self.forms[word] if 0 <= word < len(self) else ""

    def before(self, word: int) -> str:
        """What stands between this word and the one before it, or after the last word."""
        start = self.spans[word - 1][1] if word else 0
        return self.text[start : self.spans[word][0]] if word < len(self) else self.text[start:]

    def capital(self, word: int) -> bool:
        """Whether the word is printed with a capital."""
        return self.text[self.spans[word][0]].isupper()

    def within(self, start: int, end: int) -> range:
        """The words that stand between two places of the text."""
        inside = [word for word, (first, last) in enumerate(self.spans) if start <= first and last <= end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)


@lru_cache(maxsize=4096)
def tokenized_sentence(text: str) -> TokenizedSentence:
    """Give the words of a sentence."""
    found = [
        (place, form) for place in token_spans(text) for form in _expanded(normal_form(text[slice(*place)]))
    ]
    places = tuple(place for place, _ in found)
    forms = [form for _, form in found]
    for word in range(len(forms) - 1):
        behind = forms[word + 1]
        if forms[word] in {"no", "nos", "number"} and behind[0].isdecimal():
            forms[word] = "number"
        elif forms[word] == "is" and (behind in _HAS) and "is" not in text[slice(*places[word])].casefold():
            forms[word] = "has"
        elif (
            forms[word] == "would"
            and (behind in _HAD or behind.endswith("ed"))
            and _is_short(text, places[word])
        ):
            forms[word] = "had"
    return TokenizedSentence(text, places, tuple(forms), tuple(map(stem, forms)))


def _is_short(text: str, place: tuple[int, int]) -> bool:
    return text[slice(*place)].casefold().endswith(("'d", "’d"))


@lru_cache(maxsize=1 << 14)
def _spelled(form: str) -> str:
    """In American spelling, whatever the house style: harbor, center, realize, traveled."""
    if form in _AS_IT_IS:
        return form
    return _BRITISH.sub(lambda found: _AMERICAN[str(found.lastgroup)], form)


def _expanded(form: str) -> tuple[str, ...]:
    """The two words of a contraction."""
    if form == "cannot":
        return "can", "not"
    if len(form) >= _LONG:
        form = _spelled(form)
    found = _CONTRACTED.fullmatch(form) if "'" in form else None
    if found is None:
        return (form,)
    if found["negated"]:
        return _WHOLE.get(found["negated"], found["negated"]), "not"
    before, ending = found["before"], found["ending"]
    if ending == "s":
        return (before, "us") if before == "let" else (before, "is") if before in _BEFORE_IS else (form,)
    return before, _ENDINGS[ending]
