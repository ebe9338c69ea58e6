"""Which tags are offered for what was typed, and in which order. No widget in here."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.articles import clean_line
from reader.notebook.tag_names import normal_tag_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reader.notebook import Tag

EXACT, SLIP, NO_FIT = 0, 5, 6
"""Ranks: the very name, one that may have been meant, one that was not."""
LONG = 4
"""Letters from which on a word may have been mistyped."""


class TagChoice(NamedTuple):
    """A row of the picker: a tag that exists, or the name of a new one."""

    tag: Tag | None
    name: str


TOP: Final = TagChoice(None, "")
"""No tag at all: what is at the top is below none."""


class TagOptions(NamedTuple):
    """What a tag can be taken from, and for what."""

    tags: Sequence[Tag]
    """Each followed by those below it."""
    worn: Collection[Tag] = ()
    """Those that are there already."""
    recent: Sequence[Tag] = ()
    """Those that were taken last, the last one first."""
    suggested: Sequence[str] = ()
    """Names that suit what is tagged."""
    subject: str = ""
    """What is tagged, in words."""
    over: Mapping[Tag, str] = {}
    """Those on something that lies over it, and on what."""


def suggest_tags(offer: TagOptions, typed: str) -> list[TagChoice]:
    """The rows for what was typed, best first; the row for a new tag comes last.

    Names that begin with it come first, then those with words that do, then those with words that begin with
    its letters (`cf`, `claim/figure`), then those that contain it, then those that it may be a slip of the
    finger for; after a slash only that tag counts and what is below it.
    Of equals those that were taken last come first. Tags that the sentence wears come behind the others, and
    never for a slip: Enter would take them off. Names that suit what is tagged come before all others as long
    as nothing is typed, as tags or, where there is no such tag, as new ones.

    The row for a new tag comes first where tags stand below a name that was typed in full and is no tag
    itself (`claim`, there being `claim/figure`): it is in the codebook letter by letter, so it is no slip.
    """
    name = normal_tag_name(typed)
    wanted = name.casefold() + ("/" if clean_line(typed).strip().endswith("/") else "")
    worn, recent = offer.worn, list(offer.recent)
    ranks = {tag: _rank(tag.name.casefold(), wanted) for tag in offer.tags}
    found = [tag for tag, rank in ranks.items() if rank < (SLIP if tag in worn else NO_FIT)]
    found.sort(
        key=lambda tag: (
            bool(wanted) and tag in worn,
            ranks[tag],
            recent.index(tag) if tag in recent else len(recent),
        )
    )
    choices = [TagChoice(tag, tag.name) for tag in found]
    if not wanted:
        return [*_suggestions(choices, offer), *(one for one in choices if one.name not in offer.suggested)]
    taken = not name or any(tag.name.casefold() == name.casefold() for tag in offer.tags)
    if taken:
        return choices
    new = [TagChoice(None, name)]
    return [*new, *choices] if _is_parent(offer.tags, wanted) else [*choices, *new]


def _is_parent(tags: Sequence[Tag], typed: str) -> bool:
    """Whether this is the name that others are below of."""
    return any(tag.name.casefold().startswith(f"{typed}/") for tag in tags)


def _suggestions(choices: Sequence[TagChoice], offer: TagOptions) -> list[TagChoice]:
    there = {choice.name: choice for choice in choices}
    return [there.get(name, TagChoice(None, name)) for name in offer.suggested]


def _rank(name: str, typed: str) -> int:
    """How well a name fits, `EXACT` to `NO_FIT`."""
    if name == typed:
        return EXACT
    if name.startswith(typed):
        return 1
    if f"{name}/" == typed if typed.endswith("/") else _begin_words(name, typed):
        return 2
    if typed.isalpha() and _begin_words(name, " ".join(typed)):
        return 3
    if typed in name:
        return 4
    leaf = name.rpartition("/")[2]
    return SLIP if _is_slip(name, typed) or _is_slip(leaf, typed) else NO_FIT


def _words(name: str) -> list[str]:
    return name.replace("/", " ").split()


def _begin_words(name: str, typed: str) -> bool:
    """Whether the words that were typed begin words of the name, in their order: `cl fi`, `claim/figure`."""
    words = iter(_words(name))
    return all(any(word.startswith(start) for word in words) for start in _words(typed))


def _is_slip(name: str, typed: str) -> bool:
    """Whether one word of what was typed is one letter wrong, missing or too many, or has two changed about.

    Short words and figures tell tags apart ("source 1", "quote A"): they are meant as they are typed.
    """
    words, others = _words(name), _words(typed)
    if len(words) != len(others):
        return False
    wrong = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    if len(wrong) != 1 or min(map(len, wrong[0])) < LONG or not all(word.isalpha() for word in wrong[0]):
        return False
    a, b = _without_common_start(*wrong[0])
    a, b = _without_common_start(a[::-1], b[::-1])
    return max(len(a), len(b)) == 1 or (len(a) == len(b) == 2 and a == b[::-1])


def _without_common_start(a: str, b: str) -> tuple[str, str]:
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return a[start:], b[start:]
