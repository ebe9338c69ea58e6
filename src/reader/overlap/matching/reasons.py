"""Why two sentences match, in a few words, each of them printed in the sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.overlap.matching.conflicts import other_figures
from reader.overlap.matching.kinds import signs
from reader.overlap.matching.shared_quotes import shared_quotation
from reader.text.meanings import meaning
from reader.text.ngrams import shared_runs
from reader.text.stemming import stem
from reader.text.tokens import normal_form, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.overlap.matching.features import SentenceFeatures
    from reader.text.ngrams import Ngram

MOST_WORDS: Final = 3
LONGEST_QUOTATION: Final = 60
"""Characters of a quotation that are shown."""


class _Printed(NamedTuple):
    """A word as it is printed, without an 's."""

    word: str
    name: bool
    """Whether it has a capital letter inside a sentence."""


def match_reasons(a: SentenceFeatures, b: SentenceFeatures, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Give what the sentences share, strongest first."""
    if a.words == b.words:
        return ("same words" if signs(a) == signs(b) else "same words, but not the same signs (£, $, %, ?)",)
    shared = _shared(a, b)
    rarest = sorted(shared, key=lambda term: (-weights[term], term))
    figures = [shared[term] for term in rarest if term[0].isdecimal()]
    words = [shared[term] for term in rarest if not term[0].isdecimal()]
    found = (
        _quotation(a, b),
        _words_in_a_row(a, b),
        "rare words: " + ", ".join(words[:MOST_WORDS]) if words else "",
        "figures: " + ", ".join(figures[:MOST_WORDS]) if figures else "",
    )
    return tuple(filter(None, found)) or ("common words",)


def _quotation(a: SentenceFeatures, b: SentenceFeatures) -> str:
    quotation = shared_quotation(a, b)
    words = tuple(normal_form(token) for token in tokenize(quotation))
    whole = all(_stand_in(words, statement.words) for statement in (a, b))
    if len(quotation) > LONGEST_QUOTATION:
        quotation = quotation[:LONGEST_QUOTATION].rsplit(" ", 1)[0] + " …"
    return f"{'' if whole else 'nearly the same '}quotation: “{quotation}”" if quotation else ""


def _stand_in(words: Ngram, others: Ngram) -> bool:
    return any(others[start : start + len(words)] == words for start in range(len(others)))


def _words_in_a_row(a: SentenceFeatures, b: SentenceFeatures) -> str:
    longest = max((end - start for start, end in shared_runs(a.words, b.words)), default=0)
    return f"{longest} words in a row" if longest else ""


def _shared(a: SentenceFeatures, b: SentenceFeatures) -> dict[str, str]:
    """The telling terms that both say, in the words they are printed in."""
    printed_a, printed_b = _printed(a), _printed(b)
    both = set(a.content_words).intersection(b.content_words, printed_a, printed_b)
    both -= other_figures(a, b)
    return {term: name for term in both if (name := _named(printed_a[term], printed_b[term]))}


def _printed(statement: SentenceFeatures) -> dict[str, dict[str, _Printed]]:
    """As they are printed: {term: {normal form: printed}}."""
    found: dict[str, dict[str, _Printed]] = {}
    for index, token in enumerate(tokenize(statement.text)):
        word = token.removesuffix("'s").removesuffix("’s")
        form = normal_form(word)
        printed = _Printed(word, name=index > 0 and word[:1].isupper())
        found.setdefault(meaning(stem(form)), {}).setdefault(form, printed)
    return found


def _named(a: Mapping[str, _Printed], b: Mapping[str, _Printed]) -> str:
    """The form that both have, else a form of each; nothing if one is a name: "forced" and "the Force"."""
    for form, printed in a.items():
        if form in b:
            return printed.word
    one, other = next(iter(a.values())), next(iter(b.values()))
    if (one.name and other.word[:1].islower()) or (other.name and one.word[:1].islower()):
        return ""
    return f"{one.word}/{other.word}"
