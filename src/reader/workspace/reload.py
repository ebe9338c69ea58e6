"""What has become of open articles whose file has changed, and where in the new text the reader was.

An article has become the only one that is new in the file, the one with the same title, or the one that
shares most words. What is in a file besides is not opened; what is no longer in it stays open as it was read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.articles import Article, ArticleError, load
from reader.notebook.anchoring.reanchor import Anchoring
from reader.notebook.model import Selector

SAME_WORDS = 0.5
"""The share of the words of the shorter text that the other must have, where titles do not decide."""
NEAR = 50
"""Sentences before the one at hand among which one is looked for that is still there, when it is not."""


@dataclass(frozen=True, slots=True)
class UpdatedArticle:
    """An open article, and what it has become."""

    old: Article
    new: Article
    anchoring: Anchoring  # from the old text to the new one

    def new_sentence(self, number: int) -> int:
        """Return where a sentence of the old text is in the new one; if it is gone, the nearest before it."""
        for earlier in range(number, max(-1, number - NEAR), -1):
            span = self.old.sentences[earlier]
            selector, verdict = self.anchoring.anchor(Selector.of(self.old.text, span.start, span.end))
            if verdict != "lost":
                return min(self.new.sentence_at(selector.start), len(self.new.sentences) - 1)
        return min(number, len(self.new.sentences) - 1)


@dataclass(frozen=True, slots=True)
class ReloadedFile:
    """A file that has changed on disk, read again; with nothing but a path, its articles are as they were."""

    path: str
    updated: tuple[UpdatedArticle, ...] = ()
    gone: tuple[Article, ...] = ()  # open articles that are not in it any more
    trouble: str = ""  # why it could not be read, a sentence; `gone` is then all that is open from it


def reload_file(path: str, open_articles: Sequence[Article], encoding: str | None = None) -> ReloadedFile:
    """Read a file again of which these articles are open."""
    try:
        found = load(path, encoding=encoding)
    except ArticleError as error:
        return ReloadedFile(path, gone=tuple(open_articles), trouble=str(error))
    return match_articles(path, open_articles, found)


def match_articles(path: str, open_articles: Sequence[Article], found: Sequence[Article]) -> ReloadedFile:
    """Return what the open articles of a file have become, of those that are in it now."""
    changed = [article for article in open_articles if article not in found]
    pairs = dict(_pairs(changed, [article for article in found if article not in open_articles]))
    gone = tuple(article for number, article in enumerate(changed) if number not in pairs)
    updated = []
    for number, new in pairs.items():
        anchoring = Anchoring(changed[number].text, new.text)
        _ = anchoring.shared  # compares the texts now, behind the screen, not when a sentence is asked for
        updated.append(UpdatedArticle(changed[number], new, anchoring))
    return ReloadedFile(path, tuple(updated), gone)


def _pairs(changed: Sequence[Article], found: Sequence[Article]) -> Iterator[tuple[int, Article]]:
    """Yield what the changed articles, by number, have become."""
    left = list(found)
    for number, old in enumerate(changed):
        only = left[0] if len(changed) == len(found) == 1 else None
        same_title = next((new for new in left if new.title == old.title), None)
        if new := only or same_title or _most_alike(old, left):
            left.remove(new)
            yield number, new


def _most_alike(old: Article, found: Sequence[Article]) -> Article | None:
    words = set(old.text.split())

    def shared(new: Article) -> float:
        others = set(new.text.split())
        return len(words & others) / min(len(words), len(others))

    best = max(found, key=shared, default=None)
    return best if best is not None and shared(best) >= SAME_WORDS else None
