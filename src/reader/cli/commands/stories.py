"""`reader stories`: which articles of a folder tell one story, for people and for programs.

The JSON form is documented in docs/cli.md; what it holds and how it is called is a promise.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from string import ascii_uppercase
from typing import Any

from reader.articles import ArticleError
from reader.cli.output import print_notices, print_text
from reader.cli.parser import add_encoding, add_format
from reader.overlap.corpus.corpus import Corpus, Member, Story
from reader.overlap.pacing import Progress
from reader.text.cleaning import clean_line
from reader.text.phrases import counted
from reader.workspace.paths import cache_path

DESCRIPTION = "Print which articles of a folder tell one story, by what they share; largest first."
MOST_NOTICES = 10  # files that cannot be read are named on standard error up to so many


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be typed after `reader stories`."""
    parser.add_argument("folder", metavar="FOLDER", help="a folder of articles, with the folders in it")
    add_format(parser)
    add_encoding(parser)


def run(options: Namespace) -> int:
    """Bring the index of the folder up to date and print its stories. Raises ArticleError, OutputError."""
    folder = options.folder
    with _progress_bars() as progress, Corpus.open(folder, cache_path(), encoding=options.encoding) as corpus:
        corpus.update(progress("Reading"))
        count, left_out = corpus.count(), corpus.left_out()
        if not count:
            raise ArticleError(folder, left_out[0] if left_out else "there are no articles in this folder")
        stories = corpus.stories(progress("Grouping"))
    notices = [*corpus.notices, *(f"Left out: {sentence}" for sentence in left_out)]
    more = len(notices) - MOST_NOTICES
    print_notices([*notices[:MOST_NOTICES], *([f"… and {more:,} more."] if more > 0 else [])])
    as_json = options.format == "json"
    print_text(stories_json(folder, count, stories, left_out) if as_json else stories_text(count, stories))
    return 0


def stories_text(count: int, stories: Sequence[Story]) -> str:
    """Return each story with its articles, largest first."""
    grouped = sum(len(story.members) for story in stories)
    many = counted(len(stories), "story", "stories")
    lines = [f"{counted(count, 'article')}: {grouped:,} in {many}, {count - grouped:,} alone"]
    for number, story in enumerate(stories, start=1):
        lines += ["", f"{number}  {story.members[0].shown} · {counted(len(story.members), 'article')}"]
        lines += [_line(place, member) for place, member in enumerate(story.members)]
    return "\n".join(lines)


def stories_json(folder: str, count: int, stories: Sequence[Story], left_out: Sequence[str]) -> str:
    """Return the stories as `{"folder", "articles", "alone", "stories", "left_out"}`, in ASCII."""
    grouped = sum(len(story.members) for story in stories)
    value = {
        "folder": folder,
        "articles": count,
        "alone": count - grouped,
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
    known = ", ".join(filter(None, (member.source, member.date)))
    title = f"{member.shown} ({known})" if known else member.shown
    shared = f"{member.shared} of {member.sentences} sentences shared"
    return f"   {_id(place):2} {title} · {shared} · {clean_line(member.path)}"


def _id(place: int) -> str:
    """Return the id of an article in its story: A, B … Z, 27, 28."""
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def _member_object(place: int, member: Member) -> dict[str, Any]:
    return {
        "id": _id(place),
        "path": member.path,
        "number": member.number,
        "title": member.title,
        "made_up": member.made_up,
        "source": member.source,
        "date": member.date,
        "sentences": member.sentences,
        "shared": member.shared,
    }


@contextmanager
def _progress_bars() -> Iterator[Callable[[str], Progress]]:
    """Give a function that adds a bar by its name; bars are drawn only if standard error is a terminal."""
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
