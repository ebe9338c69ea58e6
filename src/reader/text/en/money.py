"""Words that tell what an amount is of, and how it moved."""

from __future__ import annotations

from typing import Final

MONEY_TOPICS: Final[dict[str, str]] = {
    family: kind
    for kind, families in {
        "result": "los profit earnin",
        "income": "revenu sell turnov",
        "pay": "pay salary wage bonu bonus pensio",
        "fine": "fine penalt damag",
        "debt": "debt loan owe owed",
        "tax": "tax",
    }.items()
    for family in families.split()
}
"""Families of words that tell what a sum of money is: pay is not a loss."""

MOTIONS: Final = frozenset(
    """
    ris fall drop increa declin grow climb jump slump plung gain shed cut soar surg tumbl slid slip dip shrank
    """.split()
)
"""Families of verbs that tell how a figure moved, but not what it is of."""
