"""Function words by what they do: negations, auxiliaries, conjunctions, pronouns."""

from typing import Final

from reader.text.en import words

EMPTY: Final = words("""
    a an the of to and that which who is are was were be been being am has have had having do does did it
    its this these those he she they him her them his their i me we us you my our your as s t re ve ll d m
""")
"""Words whose change alone no editor would want to hear of."""

INTERCHANGED: Final = frozenset({"in", "at", "on"})  # prepositions before a place or a day

NEGATIONS: Final = words("no not nor never neither none nobody nothing without cannot n't")
"""Words that deny a statement."""

GOVERNING: Final = NEGATIONS | words("few fewer little hardly scarcely barely only almost")
"""Words without which the phrase after them means something else: few pilots, hardly a boat."""

SUBORDINATING: Final = words("""
    that who which whose where when while after before as because but if since although though until despite
    amid
""")
"""Words that begin a clause."""

MODALS: Final = words("may might could can")
AUXILIARIES: Final = MODALS | words("did does do had has have is are was were will would should")
"""Verbs that take a "not" after them."""

FUTURES: Final = (("is", "going", "to"), ("are", "going", "to"), ("is", "to"), ("are", "to"), ("will",))
"""Ways to put a verb in the future, longest first, which accounts use interchangeably."""

BEING: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
ARTICLES: Final = frozenset({"a", "an", "the"})
LINKING: Final = frozenset({"that", "and", "but", "or"})
RELATIVE: Final = frozenset({"who", "which", "whose"})
"""Pronouns that begin a clause, of which a part alone means nothing."""

OBJECT_PRONOUNS: Final = {"him": "he", "her": "she", "them": "they", "me": "i", "us": "we"}
"""Pronouns as the object of a verb, and as its subject."""

DETERMINERS: Final = words("the a an its his her their our one another some")
OWNING: Final = words("the its their his her our")  # words before something that the reader is taken to know

SHORT_TITLES: Final = words("mr mrs ms dr sen rep gov sir")

LEANING: Final = words("of to and or but that in on at by for with off out am pm")
"""Words that mean little when the words before them are cut away."""

UNFINISHED: Final = (
    (LEANING - {"out", "off", "am", "pm"})
    | SHORT_TITLES
    | words("""
        a an the as from under into than is are was were be been being has have had should would could will
        may must some its their his her our my your this these those who which while after before because if
        it he she they we i
    """)
)
"""Words that cannot end a phrase."""

ADVERBIAL: Final = words("on in at over for after with from during as when while")
"""Words after a verb and its object with which something else begins."""
