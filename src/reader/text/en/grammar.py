"""Small words that bear on what stands beside them: negations, auxiliaries, conjunctions."""

from __future__ import annotations

from typing import Final

EMPTY: Final = frozenset(
    """
    a an the of to and that which who is are was were be been being am has have had having do does did it
    its this these those he she they him her them his their i me we us you my our your as s t re ve ll d m
    """.split()
)
"""Words whose change alone changes nothing that an editor would want to hear of."""

INTERCHANGED: Final = frozenset({"in", "at", "on"})
"""Words that accounts change for each other before a place or a day."""

NEGATIONS: Final = frozenset("no not nor never neither none nobody nothing without cannot n't".split())
"""Small words that turn a statement round."""

GOVERNING: Final = NEGATIONS | frozenset("few fewer little hardly scarcely barely only almost".split())
"""Small words without which what follows reads as something else."""

SUBORDINATING: Final = frozenset(
    """
    that who which whose where when while after before as because but if since although though until despite
    amid
    """.split()
)
"""Words that begin a clause."""

MODALS: Final = frozenset("may might could can".split())

AUXILIARIES: Final = MODALS | frozenset("did does do had has have is are was were will would should".split())
"""Verbs before a "not"."""

FUTURES: Final = (("is", "going", "to"), ("are", "going", "to"), ("is", "to"), ("are", "to"), ("will",))
"""Ways to say that something is to come, longest first, which accounts change for each other."""
