"""What the list to choose from offers besides files: the stories of a folder, more of the story at hand.

Both take a while and run on a thread of their own. `tell` is given a line on how far they are; what it raises
ends them.
"""

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from reader.articles import Article, ArticleError
from reader.overlap.corpus.cache import index_file
from reader.overlap.corpus.corpus import Corpus, Member, Story
from reader.overlap.pacing import Progress
from reader.text.cleaning import clean_line
from reader.text.phrases import counted
from reader.workspace.paths import cache_path

Tell = Callable[[str], None]

BEST: Final = 8  # articles of a story that are opened at once: more cannot be read side by side
MORE: Final = 50  # articles that are offered as alike to one; the others of its story come after them
ORDER: Final = "most alike first: shared sentences, rare ones most, and rare words"


class ReadingSuggestion(NamedTuple):
    """Something to open: a story, or an article."""

    label: str  # safe to show
    paths: tuple[str, ...]  # the files it opens, best first
    words: str  # what is looked through for what was typed
    note: str = ""  # what to tell the reader when it is opened


class ReadingSuggestions(NamedTuple):
    """What there is to open, and a line about it."""

    rows: tuple[ReadingSuggestion, ...]
    summary: str


def stories_in(folder: str, encoding: str | None, tell: Tell) -> ReadingSuggestions:
    """Return the stories of a folder, largest first. Raises ArticleError."""
    with Corpus.open(folder, cache_path(), encoding=encoding) as corpus:
        corpus.update(_progress(tell, "Looking for stories: {} of {} articles read"))
        stories = corpus.stories(_progress(tell, "Looking for stories: {} of {} articles compared"))
        grouped = sum(len(story.members) for story in stories)
        summary = f"{counted(len(stories), 'story', 'stories')} in {grouped:,} of {corpus.count():,} articles"
        return ReadingSuggestions(tuple(map(_story_row, stories)), " · ".join([summary, *corpus.notices]))


def more_of(
    article: Article, without: Collection[str], encoding: str | None, tell: Tell
) -> ReadingSuggestions:
    """Return more of the story of an article, from the folder it comes from, but not the files `without`.

    Raises ArticleError.
    """
    if article.path == "-":
        raise ArticleError("-", "comes from no folder, so there is none to look for more in")
    folder = home_of(article.path)
    with Corpus.open(folder, cache_path(), encoding=encoding) as corpus:
        corpus.update(_progress(tell, "Looking for more: {} of {} articles read"))
        taken = {os.path.abspath(path) for path in without}  # noqa: PTH100 - links are not followed
        alike = _others(corpus.more_like(article, MORE + len(without)), taken)[:MORE]
        taken |= {os.path.abspath(member.path) for member in alike}  # noqa: PTH100
        story = corpus.known_story(article)
        others = _others(story.members, taken) if story else []
        rows = [
            *(_row(one, f"{one.shared} shared" if one.shared else "in other words") for one in alike),
            *(_row(one, "alike to others of the story") for one in others),
        ]
        about = f"“{article.shown}” in {clean_line(folder)}"
        summary = f"{len(rows)} more, {ORDER} · of {about}" if rows else f"There is no more of {about}"
        return ReadingSuggestions(tuple(rows), " · ".join([summary, *corpus.notices]))


def home_of(path: str) -> str:
    """Return the folder to look for more in: the nearest with an index, else the one that the file is in."""
    folder, *above = Path(path).absolute().parents
    known = (one for one in (folder, *above) if index_file(one, cache_path()).exists())
    return str(next(known, folder))


def _progress(tell: Tell, words: str) -> Progress:
    return lambda done, of: tell(words.format(f"{done:,}", f"{of:,}"))


def _others(members: Iterable[Member], taken: Collection[str]) -> list[Member]:
    return [one for one in members if os.path.abspath(one.path) not in taken]  # noqa: PTH100 - as above


def _story_row(story: Story) -> ReadingSuggestion:
    """Return the row of a story; it says when not all the articles are opened."""
    count = len(story.members)
    paths = tuple(dict.fromkeys(member.path for member in story.members))[:BEST]
    opened = sum(member.path in paths for member in story.members)
    title, many, note = story.members[0].shown, f"{count} articles", ""
    if opened < count:
        many += f", {opened} at once"
        note = f"{opened} of {count} articles are open, m offers the other {count - opened}: {title}"
    return ReadingSuggestion(f"▸ {many} · {title}", paths, " ".join(map(_words, story.members)), note)


def _row(member: Member, why: str) -> ReadingSuggestion:
    parts = (member.shown, member.source, member.date, why, clean_line(Path(member.path).name))
    return ReadingSuggestion(" · ".join(filter(None, parts)), (member.path,), _words(member))


def _words(member: Member) -> str:
    return " ".join([member.title, member.source or "", member.date or "", clean_line(member.path)])
