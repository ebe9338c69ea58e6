"""The overview that `reader compare` prints above the matches: who shares how much, what all of them say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.overlap.results.consensus import article_shares, find_consensus, share_matrix
from reader.workspace.labels import article_letter, sentence_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.articles import Article
    from reader.overlap import Overlap
    from reader.overlap.results.consensus import Consensus, Share, Statement


def summary(articles: Sequence[Article], overlap: Overlap, threshold: float) -> list[str]:
    """The matrix, then what all, most, some and only one of the articles say, as lines."""
    found = find_consensus(articles, overlap, threshold)
    return [*_matrix(articles, overlap, threshold), *_groups(articles, found), *_alone(articles, found)]


def _matrix(articles: Sequence[Article], overlap: Overlap, threshold: float) -> Iterator[str]:
    letters = [article_letter(number) for number in range(len(articles))]
    by_pair, by_any = share_matrix(articles, overlap, threshold), article_shares(articles, overlap, threshold)
    numbers = range(len(articles))
    rows = [["", *letters, "any"]]
    for row in numbers:
        cells = ["·" if row == column else _cell(by_pair[row, column]) for column in numbers]
        rows.append([letters[row], *cells, _cell(by_any[row])])
    width = max(len(cell) for row in rows for cell in row) + 1
    yield "What the article of the row shares with that of the column: sentences/words, in percent"
    for first, *others in rows:
        yield f"  {first:1}" + "".join(cell.rjust(width) for cell in others)


def _cell(share: Share) -> str:
    return f"{share.sentences:.0%}/{share.words:.0%}".replace("%", "")


def _groups(articles: Sequence[Article], found: Consensus) -> Iterator[str]:
    """What all, most and some say, one sentence for each."""
    everyone = "Both" if len(articles) == 2 else f"All {len(articles)}"
    groups = ((everyone, found.by_all), ("Most", found.by_most), ("Some", found.by_some))
    for who, statements in groups:
        if statements or who == everyone:
            yield from ("", f"{who} say{_things(len(statements))}")
            yield from (_representative(articles, statement) for statement in statements)


def _things(count: int) -> str:
    return " 1 thing" if count == 1 else f" {count} things" if count else " nothing"


def _representative(articles: Sequence[Article], statement: Statement) -> str:
    place = statement.representative
    letters = "".join(map(article_letter, statement.articles))
    text = " ".join(articles[place.article].sentence_text(place.sentence).split())
    return f"  {letters}  {text} ({sentence_name(place)})"


def _alone(articles: Sequence[Article], found: Consensus) -> Iterator[str]:
    """How many sentences each article has for itself."""
    yield ""
    counts = (
        f"{article_letter(number)} {len(places)} of {sum(not each.boilerplate for each in article.sentences)}"
        for number, (places, article) in enumerate(zip(found.by_one, articles, strict=True))
    )
    yield f"Sentences that only one has: {', '.join(counts)}"
