"""`reader compare`: what articles share and what differs, for people and for programs.

The JSON form is documented in docs/cli.md; what it holds and how it is called is a promise.
"""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from reader.articles import Article, ArticleError
from reader.cli.output import print_notices, print_text
from reader.cli.parser import add_encoding, add_files, add_format, score
from reader.overlap import POSSIBLE, SURE, Match, Overlap, Place, compare, format_score
from reader.overlap.differences.detect import differences
from reader.overlap.differences.difference import describe_difference
from reader.overlap.results.consensus import Consensus, Share, article_shares, find_consensus, share_matrix
from reader.text.cleaning import clean_line
from reader.text.phrases import counted, in_one_line
from reader.workspace.labels import article_letter, sentence_name
from reader.workspace.opening_articles import find_articles, open_articles

DESCRIPTION = "Print what articles share and what differs between them."


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be typed after `reader compare`."""
    add_files(parser, "+")
    add_format(parser)
    lowest = "the lowest score to print, 0 to 1 (default: 0.17)"
    parser.add_argument("--threshold", type=score, metavar="X", help=lowest)
    add_encoding(parser)


def run(options: Namespace) -> int:
    """Print the comparison. Raises ArticleError, OutputError."""
    opened = open_articles(find_articles(options.files), options.encoding)
    print_notices(opened.left_out)
    if len(opened.articles) < 2:
        raise ArticleError(options.files[0], "is only one article; comparing takes two or more")
    make = comparison_json if options.format == "json" else comparison_text
    print_text(make(opened.articles, POSSIBLE if options.threshold is None else options.threshold))
    return 0


def comparison_text(articles: Sequence[Article], threshold: float = POSSIBLE) -> str:
    """Return an overview, then every match in reading order; changed words are marked as wdiff marks them."""
    overlap, matches = _compare(articles, threshold)
    sure = sum(match.sure for match in matches)
    lines = [
        *map(_heading, range(len(articles)), articles),
        "",
        f"{sure} sure matches, {len(matches) - sure} possible",
        "",
        *_overview(articles, overlap, max(threshold, SURE)),
    ]
    for match in sorted(matches, key=lambda match: (match.a, match.b)):
        lines += ["", *_match_lines(articles, match)]
    return "\n".join(lines)


def comparison_json(articles: Sequence[Article], threshold: float = POSSIBLE) -> str:
    """Return the comparison as `{"articles", "matches", "clusters"}`, in ASCII.

    So no character of a path or a title can reach the terminal as anything but an escape.
    """
    overlap, matches = _compare(articles, threshold)
    value = {
        "articles": list(map(_article_object, range(len(articles)), articles)),
        "matches": [_match_object(articles, match) for match in matches],
        "clusters": [list(map(_place_object, each)) for each in overlap.clusters(max(threshold, SURE))],
    }
    return json.dumps(value, indent=1)


def _compare(articles: Sequence[Article], threshold: float) -> tuple[Overlap, list[Match]]:
    overlap = compare(articles, floor=min(threshold, POSSIBLE))
    return overlap, [match for match in overlap.matches if match.score >= threshold]


def _heading(number: int, article: Article) -> str:
    known = ", ".join(filter(None, (article.source, article.date)))
    return f"{article_letter(number)}  {article.shown} ({known or clean_line(article.path)})"


def _match_lines(articles: Sequence[Article], match: Match) -> Iterator[str]:
    """Yield kind, score and reason, the words (changes marked in an edited match), and the differences."""
    from reader.overlap.differences.redline import wdiff  # noqa: PLC0415 - JSON needs none of it

    names = f"{sentence_name(match.a)} ~ {sentence_name(match.b)}"
    yield f"{names}  {match.verdict}, {format_score(match.score)}: {'; '.join(match.reason)}"
    a, b = _texts(articles, match)
    yield from (f"  {a}", f"  {b}") if match.kind == "paraphrase" else (f"  {wdiff(a, b)}",)
    letters = article_letter(match.a.article), article_letter(match.b.article)
    yield from (f"  - {describe_difference(one, *letters)}" for one in differences(a, b))


def _texts(articles: Sequence[Article], match: Match) -> tuple[str, str]:
    a, b = (articles[place.article].sentence_text(place.sentence) for place in (match.a, match.b))
    return a, b


def _overview(articles: Sequence[Article], overlap: Overlap, threshold: float) -> Iterator[str]:
    """Yield the matrix of shares, then what all, most, some and only one of the articles say."""
    found = find_consensus(articles, overlap, threshold)
    yield from _matrix(articles, overlap, threshold)
    yield from _shared_statements(articles, found)
    counts = (
        f"{article_letter(number)} {len(places)} of {sum(not each.boilerplate for each in article.sentences)}"
        for number, (places, article) in enumerate(zip(found.by_one, articles, strict=True))
    )
    yield from ("", f"Sentences that only one has: {', '.join(counts)}")


def _matrix(articles: Sequence[Article], overlap: Overlap, threshold: float) -> Iterator[str]:
    def cell(share: Share) -> str:
        return f"{share.sentences:.0%}/{share.words:.0%}".replace("%", "")

    numbers = range(len(articles))
    by_pair, by_any = share_matrix(articles, overlap, threshold), article_shares(articles, overlap, threshold)
    rows = [["", *map(article_letter, numbers), "any"]]
    for row in numbers:
        cells = ["·" if row == column else cell(by_pair[row, column]) for column in numbers]
        rows.append([article_letter(row), *cells, cell(by_any[row])])
    width = max(len(cell) for row in rows for cell in row) + 1
    yield "What the article of the row shares with that of the column: sentences/words, in percent"
    for first, *others in rows:
        yield f"  {first:1}" + "".join(each.rjust(width) for each in others)


def _shared_statements(articles: Sequence[Article], found: Consensus) -> Iterator[str]:
    """Yield what all, most and some of the articles say, one sentence for each statement."""
    everyone = "Both" if len(articles) == 2 else f"All {len(articles)}"
    for who, statements in ((everyone, found.by_all), ("Most", found.by_most), ("Some", found.by_some)):
        if statements or who == everyone:
            count = len(statements)
            yield from ("", f"{who} say {counted(count, 'thing') if count else 'nothing'}")
        for statement in statements:
            place = statement.representative
            letters = "".join(map(article_letter, statement.articles))
            text = in_one_line(articles[place.article].sentence_text(place.sentence))
            yield f"  {letters}  {text} ({sentence_name(place)})"


def _article_object(number: int, article: Article) -> dict[str, Any]:
    return {
        "id": article_letter(number),
        "path": article.path,
        "title": article.title,
        "title_from": article.title_from,
        "source": article.source,
        "author": article.author,
        "date": article.date,
        "text": article.text,
        "sentences": [
            {"start": s.start, "end": s.end, "furniture": s.boilerplate} for s in article.sentences
        ],
    }


def _match_object(articles: Sequence[Article], match: Match) -> dict[str, Any]:
    return {
        "a": _place_object(match.a),
        "b": _place_object(match.b),
        "kind": match.kind,
        "score": match.score,
        "sure": match.sure,
        "reason": list(match.reason),
        "differences": [
            {"type": one.type, "a": one.a, "b": one.b} for one in differences(*_texts(articles, match))
        ],
    }


def _place_object(place: Place) -> dict[str, Any]:
    return {"article": article_letter(place.article), "sentence": place.sentence}
