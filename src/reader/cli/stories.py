"""What `reader stories` does: bring the index of a folder up to date, group its articles, print the groups.

The JSON form is documented in the README; what it holds and how it is called is a promise.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager, suppress
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from reader.articles import ArticleError, clean_line
from reader.overlap.corpus.corpus import Corpus
from reader.workspace.paths_and_state import cache_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.overlap.corpus.corpus import Member, Progress, Story

MOST_TOLD = 10
"""Files that cannot be read are named on standard error up to so many."""


def show(folder: str, encoding: str | None, *, as_json: bool) -> str:
    """The stories in a folder; what there is to tell besides goes to standard error. Raises ArticleError."""
    with _bar() as task, Corpus.open(folder, cache_path(), encoding=encoding) as corpus:
        corpus.update(task("Reading"))
        count, left_out = corpus.count(), corpus.left_out()
        if not count:
            raise ArticleError(
                folder, "there are no articles in this folder" if not left_out else left_out[0]
            )
        stories = corpus.stories(task("Grouping"))
    _tell([*corpus.notices, *(f"Left out: {sentence}" for sentence in left_out)])
    return stories_json(folder, count, stories, left_out) if as_json else stories_text(count, stories)


def stories_text(count: int, stories: Sequence[Story]) -> str:
    """Each story with its articles, largest first."""
    told = sum(len(story.members) for story in stories)
    lines = [f"{_many(count, 'article')}: {told:,} in {_many(len(stories), 'story')}, {count - told:,} alone"]
    for number, story in enumerate(stories, start=1):
        lines += ["", f"{number}  {story.members[0].shown} · {_many(len(story.members), 'article')}"]
        lines += [_line(place, member) for place, member in enumerate(story.members)]
    return "\n".join(lines)


def stories_json(folder: str, count: int, stories: Sequence[Story], left_out: Sequence[str]) -> str:
    """The same as `{"folder", "articles", "alone", "stories", "left_out"}`, in ASCII."""
    told = sum(len(story.members) for story in stories)
    value = {
        "folder": folder,
        "articles": count,
        "alone": count - told,
        "stories": [
            {
                "title": story.title,
                "shared": story.shared,
                "articles": [_member_object(place, member) for place, member in enumerate(story.members)],
            }
            for story in stories
        ],
        "left_out": list(left_out),
    }
    return json.dumps(value, indent=1)


def _line(place: int, member: Member) -> str:
    known = ", ".join(part for part in (member.source, member.date) if part)
    parts = [
        f"{member.shown} ({known})" if known else member.shown,
        f"{member.shared} of {member.sentences} sentences shared",
    ]
    return f"   {_name(place):2} {' · '.join([*parts, clean_line(member.path)])}"


def _name(place: int) -> str:
    """What an article of a story is called: A, B … Z, 27, 28."""
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def _member_object(place: int, member: Member) -> dict[str, Any]:
    return {
        "id": _name(place),
        "path": member.path,
        "number": member.number,
        "title": member.title,
        "made_up": member.made_up,
        "source": member.source,
        "date": member.date,
        "sentences": member.sentences,
        "shared": member.shared,
    }


def _many(count: int, what: str) -> str:
    words = what if count == 1 else f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count:,} {words}"


def _tell(sentences: Sequence[str]) -> None:
    """Say these on standard error; that it is closed or full is no reason not to print the stories."""
    more = [f"… and {len(sentences) - MOST_TOLD:,} more."] if len(sentences) > MOST_TOLD else []
    with suppress(OSError):
        for sentence in [*sentences[:MOST_TOLD], *more]:
            print(f"reader: {sentence}", file=sys.stderr, flush=True)


@contextmanager
def _bar() -> Iterator[Callable[[str], Progress]]:
    """Give what makes a progress bar of this name: on standard error, and only if that is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _name: lambda _done, _of: None
        return
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.progress import Progress as Bars  # noqa: PLC0415

    with Bars(console=Console(stderr=True), transient=True) as bars:

        def task(name: str) -> Progress:
            number = bars.add_task(name, total=None)
            return lambda done, of: bars.update(number, completed=done, total=of)

        yield task
