"""Why two sentences match, in a few words, each of them printed in the sentences."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from reader.overlap.matching.conflicts import unrelated_figures
from reader.overlap.matching.features import SentenceFeatures
from reader.overlap.matching.kinds import signs_in
from reader.overlap.matching.shared_quotes import longest_common_quotation
from reader.text.meanings import meaning
from reader.text.ngrams import shared_runs
from reader.text.stemming import stem
from reader.text.tokens import normal_form, tokenize

MOST_WORDS: Final = 3
LONGEST_QUOTATION: Final = 60  # characters of a quotation that are shown


class _PrintedForm(NamedTuple):
    """A form of a stem as printed, without a possessive 's."""

    word: str
    is_name: bool  # whether it has a capital letter inside a sentence


def match_reasons(a: SentenceFeatures, b: SentenceFeatures, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return what the sentences share, strongest first."""
    if a.words == b.words:
        same = signs_in(a) == signs_in(b)
        return ("same words" if same else "same words, but not the same signs (£, $, %, ?)",)
    printed_a, printed_b = _printed_forms(a), _printed_forms(b)
    both = set(a.content_words).intersection(b.content_words, printed_a, printed_b) - unrelated_figures(a, b)
    shared = {stem: shown for stem in both if (shown := _shown_form(printed_a[stem], printed_b[stem]))}
    rarest = sorted(shared, key=lambda stem: (-weights[stem], stem))
    figures = [shared[stem] for stem in rarest if stem[0].isdecimal()]
    words = [shared[stem] for stem in rarest if not stem[0].isdecimal()]
    longest = max((end - start for start, end in shared_runs(a.words, b.words)), default=0)
    found = (
        _quotation(a, b),
        f"{longest} words in a row" if longest else "",
        "rare words: " + ", ".join(words[:MOST_WORDS]) if words else "",
        "figures: " + ", ".join(figures[:MOST_WORDS]) if figures else "",
    )
    return tuple(filter(None, found)) or ("common words",)


def _quotation(a: SentenceFeatures, b: SentenceFeatures) -> str:
    quotation = longest_common_quotation(a, b)
    if not quotation:
        return ""
    words = tuple(map(normal_form, tokenize(quotation)))
    whole = all(f" {' '.join(words)} " in f" {' '.join(one.words)} " for one in (a, b))
    if len(quotation) > LONGEST_QUOTATION:
        quotation = quotation[:LONGEST_QUOTATION].rsplit(" ", 1)[0] + " …"
    return f"{'' if whole else 'nearly the same '}quotation: “{quotation}”"


def _printed_forms(sentence: SentenceFeatures) -> dict[str, dict[str, _PrintedForm]]:
    """Return the printed words of a sentence as {stem: {normal form: printed form}}."""
    found: dict[str, dict[str, _PrintedForm]] = {}
    for index, token in enumerate(tokenize(sentence.text)):
        word = token.removesuffix("'s").removesuffix("’s")
        form = normal_form(word)
        printed = _PrintedForm(word, is_name=index > 0 and word[:1].isupper())
        found.setdefault(meaning(stem(form)), {}).setdefault(form, printed)
    return found


def _shown_form(a: Mapping[str, _PrintedForm], b: Mapping[str, _PrintedForm]) -> str:
    """Return the form of both, else a form of each; "" if only one is a name: "forced" and "the Force"."""
    for form, printed in a.items():
        if form in b:
            return printed.word
    one, other = next(iter(a.values())), next(iter(b.values()))
    if (one.is_name and other.word[:1].islower()) or (other.is_name and one.word[:1].islower()):
        return ""
    return f"{one.word}/{other.word}"
