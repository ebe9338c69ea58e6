"""How good the matches are, measured on labelled events: `python tests/benchmarks/quality.py --data FOLDER`.

Every `*.json` of the folder is a list of events. An event has `event`, its name; `articles`, a map of names
to `paragraphs`, which are lists of sentences; and `pairs` of two article names with `links`: code → list of
[i, j], the sentences counted from 0 over all paragraphs. The codes are V verbatim, E edited, P paraphrase,
with ~ for a part; I is ignored; every other pair of sentences is a negative. The labelled texts belong to
others and are not in the repository.

All articles of an event are compared at once. With `--baselines` the same pairs are scored by libraries as
well.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.articles.model import Article, Sentence
from reader.overlap import POSSIBLE, SURE, MatchKind, Place, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Scored = dict[tuple[Place, Place], tuple[float, MatchKind | None]]
    Scorer = Callable[[Sequence[Article]], Scored]

KINDS: dict[str, MatchKind] = {
    "V": "verbatim",
    "E": "edited",
    "E~": "edited",
    "P": "paraphrase",
    "P~": "paraphrase",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of sentences with our score and kind, and the code of the annotator; None is no link."""

    score: float
    kind: MatchKind | None
    code: str | None


def main() -> None:
    """Print the measures of every event and of all together."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the labelled events")
    parser.add_argument(
        "--baselines", action="store_true", help="score with libraries too; needs the extra bench"
    )
    asked = parser.parse_args()
    everything = []
    for event in _events(asked.data):
        judged = _judge(event, _ours)
        everything += judged
        print(f"{event['event'][:20]:20}  {_ranking(judged)}")
    print(f"{'all':20}  {_ranking(everything)}\n")
    print(_recall(everything))
    print(_precision(everything))
    if asked.baselines:
        _print_baselines(asked.data)


def _print_baselines(folder: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from tests.benchmarks.baselines import BASELINES

    print()
    for name, scorer in BASELINES.items():
        scored = _plain(scorer)
        try:
            judged = [pair for event in _events(folder) for pair in _judge(event, scored)]
        except ModuleNotFoundError as missing:
            sys.exit(f"{name} needs {missing.name}: pip install -e '.[bench]'")
        print(f"{name:20}  {_ranking(judged)}")


def _plain(scorer: Callable[[Sequence[Article]], dict[tuple[Place, Place], float]]) -> Scorer:
    """Return a scorer that gives no kinds."""
    return lambda articles: {pair: (score, None) for pair, score in scorer(articles).items()}


def _events(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))


def _ours(articles: Sequence[Article]) -> Scored:
    return {(match.a, match.b): (match.score, match.kind) for match in compare(articles, floor=0).matches}


def _judge(event: dict[str, Any], scorer: Scorer) -> list[Judged]:
    names = list(event["articles"])
    found = scorer([_article(event["articles"][name]["paragraphs"]) for name in names])
    sentences = {name: sum(map(len, event["articles"][name]["paragraphs"])) for name in names}
    judged = []
    for pair in event["pairs"]:
        a, b = names.index(pair["a"]), names.index(pair["b"])
        codes = {(i, j): code for code, links in pair["links"].items() for i, j in links}
        for i in range(sentences[pair["a"]]):
            for j in range(sentences[pair["b"]]):
                if codes.get((i, j)) != "I":
                    score, kind = found.get((Place(a, i), Place(b, j)), (0.0, None))
                    judged.append(Judged(score, kind, codes.get((i, j))))
    return judged


def _article(paragraphs: Sequence[Sequence[str]]) -> Article:
    """Build an article from sentences that are split already."""
    text, sentences = "", []
    for number, paragraph in enumerate(paragraphs):
        for words in paragraph:
            text += "\n" if text else ""
            sentences.append(Sentence(len(text), len(text) + len(words), number))
            text += words
    return Article(text, tuple(sentences), "", "first words", "-")


def _ranking(judged: Sequence[Judged]) -> str:
    """Return the average precision over all pairs, and the best F1 at any threshold."""
    ranked = sorted(judged, key=lambda pair: -pair.score)
    links = sum(pair.code is not None for pair in ranked)
    hits, precisions, best = 0, 0.0, 0.0
    for count, pair in enumerate(ranked, start=1):
        if pair.code is not None:
            hits += 1
            precisions += hits / count
        best = max(best, 2 * hits / (count + links))
    return f"AP {precisions / links:.3f}  best F1 {best:.3f}  ({links} links in {len(ranked)} pairs)"


def _recall(judged: Sequence[Judged]) -> str:
    lines = ["recall   sure   possible   of"]
    for code in KINDS:
        scores = [pair.score for pair in judged if pair.code == code]
        sure, possible = (sum(score >= limit for score in scores) for limit in (SURE, POSSIBLE))
        total = max(1, len(scores))
        lines.append(f"{code:6} {sure / total:6.2f} {possible / total:10.2f} {len(scores):5}")
    return "\n".join(lines)


def _precision(judged: Sequence[Judged]) -> str:
    sure = [pair for pair in judged if pair.score >= SURE]
    links = [pair for pair in judged if pair.code is not None and pair.score >= POSSIBLE]
    right = sum(pair.kind == KINDS[pair.code] for pair in links if pair.code)
    true = sum(pair.code is not None for pair in sure)
    return (
        f"precision among the {len(sure)} sure: {true / max(1, len(sure)):.3f}\n"
        f"kind right among the {len(links)} links found: {right / max(1, len(links)):.3f}"
    )


if __name__ == "__main__":
    main()
