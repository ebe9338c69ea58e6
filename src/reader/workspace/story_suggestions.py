"""What the list to choose from offers besides files: the stories of a folder, more of the story at hand.

These run behind the screen, on a thread of their own; `tell` is given a line on how far they are, and what it
raises ends them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.articles import ArticleError, clean_line
from reader.overlap.corpus.cache import index_file
from reader.overlap.corpus.corpus import Corpus
from reader.workspace.paths import cache_path

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from reader.articles import Article
    from reader.overlap.corpus.corpus import Member, Story
    from reader.overlap.pacing import Progress

    Tell = Callable[[str], None]

BEST: Final = 8
"""Articles of a story that are opened at once: more cannot be read side by side."""
MORE: Final = 50
"""Articles that are offered as alike to one; to them come the others of its story."""
ORDER: Final = "most alike first: shared sentences, rare ones most, and rare words"


@dataclass(frozen=True, slots=True)
class ReadingSuggestion:
    """Something to choose."""

    label: str
    """Safe to show."""
    paths: tuple[str, ...]
    """The files it opens, best first."""
    words: str
    """What is looked through for what was typed."""
    note: str = ""
    """What to tell the reader when it is opened."""


@dataclass(frozen=True, slots=True)
class ReadingSuggestions:
    """What there is to choose, and a line about it."""

    rows: tuple[ReadingSuggestion, ...]
    summary: str


def stories_in(folder: str, encoding: str | None, tell: Tell) -> ReadingSuggestions:
    """The stories of a folder, largest first. Raises ArticleError."""
    with Corpus.open(folder, cache_path(), encoding=encoding) as corpus:
        corpus.update(_counting(tell, "Looking for stories: {} of {} articles read"))
        stories = corpus.stories(_counting(tell, "Looking for stories: {} of {} articles compared"))
        told = sum(len(story.members) for story in stories)
        many = "1 story" if len(stories) == 1 else f"{len(stories):,} stories"
        summary = f"{many} in {told:,} of {corpus.count():,} articles"
        return ReadingSuggestions(tuple(map(_story_row, stories)), " · ".join([summary, *corpus.notices]))


def more_of(
    article: Article, without: Collection[str], encoding: str | None, tell: Tell
) -> ReadingSuggestions:
    """More of the story of an article, from the folder that it comes from, but not these files.

    Raises ArticleError.
    """
    if article.path == "-":
        raise ArticleError("-", "comes from no folder, so there is none to look for more in")
    folder = home_of(article.path)
    with Corpus.open(folder, cache_path(), encoding=encoding) as corpus:
        corpus.update(_counting(tell, "Looking for more: {} of {} articles read"))
        taken = {os.path.abspath(path) for path in without}  # noqa: PTH100 - links are not followed
        likes = _others(corpus.more_like(article, MORE + len(without)), taken)[:MORE]
        taken |= {os.path.abspath(like.path) for like in likes}  # noqa: PTH100
        story = corpus.known_story(article)
        others = _others(story.members, taken) if story else []
        rows = (*map(_like_row, likes), *map(_other_row, others))
        about = f"“{article.shown}” in {clean_line(folder)}"
        summary = f"{len(rows)} more, {ORDER} · of {about}" if rows else f"There is no more of {about}"
        return ReadingSuggestions(rows, " · ".join([summary, *corpus.notices]))


def home_of(path: str) -> str:
    """The folder to look for more in: the nearest that has an index, else the one that the file is in."""
    folder, *above = Path(path).absolute().parents
    known = (one for one in (folder, *above) if index_file(one, cache_path()).exists())
    return str(next(known, folder))


def _counting(tell: Tell, words: str) -> Progress:
    return lambda done, of: tell(words.format(f"{done:,}", f"{of:,}"))


def _story_row(story: Story) -> ReadingSuggestion:
    """A story; says when not all its articles are opened."""
    paths, count = _best(story.members, BEST), len(story.members)
    opened = sum(member.path in paths for member in story.members)
    title, many, note = story.members[0].shown, f"{count} articles", ""
    if opened < count:
        many += f", {opened} at once"
        note = f"{opened} of {count} articles are open, m offers the other {count - opened}: {title}"
    return ReadingSuggestion(f"▸ {many} · {title}", paths, " ".join(map(_words, story.members)), note)


def _others(members: Iterable[Member], taken: Collection[str]) -> list[Member]:
    return [one for one in members if os.path.abspath(one.path) not in taken]  # noqa: PTH100 - as above


def _like_row(like: Member) -> ReadingSuggestion:
    return _row(like, f"{like.shared} shared" if like.shared else "in other words")


def _other_row(member: Member) -> ReadingSuggestion:
    """An article that is of the same story through others."""
    return _row(member, "alike to others of the story")


def _row(member: Member, why: str) -> ReadingSuggestion:
    known = [part for part in (member.source, member.date) if part]
    label = " · ".join([member.shown, *known, why, clean_line(Path(member.path).name)])
    return ReadingSuggestion(label, (member.path,), _words(member))


def _words(member: Member) -> str:
    return " ".join([member.title, member.source or "", member.date or "", clean_line(member.path)])


def _best(members: Iterable[Member], most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.path for member in members))[:most]
