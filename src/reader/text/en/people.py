"""Words for people who are counted, and what becomes of them."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = frozenset(
    """
    people residents inhabitants islanders villagers citizens locals persons men women children pupils
    students passengers migrants refugees workers employees staff jobs protesters demonstrators victims
    patients soldiers troops police officers households families homes customers spectators fans supporters
    voters members boys girls teenagers civilians tourists guests marchers survivors hostages inmates
    teachers nurses doctors farmers sailors fishermen miners
    """.split()
)
"""Words that accounts change for each other when they count heads."""

SOME_PEOPLE: Final = frozenset("man woman child boy girl teenag boys girls".split())
"""Families of those that are only some of the people counted: three men and a woman are four people."""

CASUALTIES: Final = frozenset(
    "injured wounded hurt dead missing arrested detained accused survivors rescued unharmed".split()
)
"""What people are called by their fate: three of the injured."""

FATES: Final[dict[str, str]] = {
    family: fate
    for fate, families in {
        "dead": "die kill fatal fatall drown",
        "hurt": "hurt injur injury wound",
        "missing": "miss",
        "saved": "rescu surviv save",
        "held": "arrest detain",
    }.items()
    for family in families.split()
}
"""Families of words that tell what became of people: the dead are not the wounded."""
