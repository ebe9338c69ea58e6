"""Which tags are suggested for what was typed, and in which order."""

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from reader.notebook import Tag
from reader.notebook.tag_names import normal_tag_name
from reader.text.cleaning import clean_line

EXACT, SLIP, NO_FIT = 0, 5, 6
"""Ranks: the very name, a name that may have been mistyped, a name that does not fit."""
LONG = 4  # letters from which on a word may have been mistyped


class TagChoice(NamedTuple):
    """A row of the tag picker: a tag that exists, or the name of a new one."""

    tag: Tag | None
    name: str


TOP: Final = TagChoice(None, "")  # the choice of no tag as the parent: what is at the top is below none


class TagOptions(NamedTuple):
    """The tags that can be chosen, and what is known about the target they are for."""

    tags: Sequence[Tag]  # each followed by those below it
    present: Collection[Tag] = ()  # those that are on the target already: choosing one takes it off
    recent: Sequence[Tag] = ()  # those that were chosen last, the last one first
    suggested: Sequence[str] = ()  # names that suit the target
    subject: str = ""  # the target in words
    over: Mapping[Tag, str] = {}  # those on something that lies over the target, and on what


def suggest_tags(options: TagOptions, typed: str) -> list[TagChoice]:
    """Return the choices for what was typed, best first.

    Names that begin with it come first, then those with words that do, then those with words that begin with
    its letters (`cf`, `claim/figure`), then those that contain it, then those that it may be a slip of the
    finger for. After a slash only that tag counts and what is below it. Of equals those that were chosen last
    come first. Tags that are present come behind the others, and never for a slip: Enter would take them off.
    As long as nothing is typed, the suggested names come before all others.

    The choice of a new tag comes last; but first where tags stand below a name that was typed in full and is
    no tag itself (`claim`, there being `claim/figure`): it is in the codebook letter by letter, so no slip.
    """
    name = normal_tag_name(typed)
    wanted = name.casefold() + ("/" if clean_line(typed).strip().endswith("/") else "")
    present, recent = options.present, {tag: number for number, tag in enumerate(options.recent)}
    ranks = {tag: _rank(tag.name.casefold(), wanted) for tag in options.tags}
    found = [tag for tag, rank in ranks.items() if rank < (SLIP if tag in present else NO_FIT)]
    found.sort(key=lambda tag: (bool(wanted) and tag in present, ranks[tag], recent.get(tag, len(recent))))
    choices = [TagChoice(tag, tag.name) for tag in found]
    if not wanted:
        there = {choice.name: choice for choice in choices}
        suggested = [there.get(name, TagChoice(None, name)) for name in options.suggested]
        return [*suggested, *(one for one in choices if one.name not in options.suggested)]
    names = [tag.name.casefold() for tag in options.tags]
    if not name or name.casefold() in names:
        return choices
    new = [TagChoice(None, name)]
    is_parent = any(each.startswith(f"{wanted}/") for each in names)
    return [*new, *choices] if is_parent else [*choices, *new]


def _rank(name: str, typed: str) -> int:
    """Return how well a name fits, `EXACT` to `NO_FIT`."""
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
    """Return whether the typed words begin words of the name, in their order: `cl fi`, `claim/figure`."""
    words = iter(_words(name))
    return all(any(word.startswith(start) for word in words) for start in _words(typed))


def _is_slip(name: str, typed: str) -> bool:
    """Return whether one typed word has one letter wrong, missing or too many, or two letters exchanged.

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
