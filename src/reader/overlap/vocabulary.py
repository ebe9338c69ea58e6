"""What is known of English words that the differences of a match need.

Comparing, and so the first frame, needs `lexicon` only; this is loaded when differences are asked for.
"""

# ruff: noqa: SIM905 - lists of words are read as words

from __future__ import annotations

from typing import Final

from reader.overlap.lexicon import DAYS, SAYING

EMPTY: Final = frozenset(
    """
    a an the of to and that which who is are was were be been being am has have had having do does did it
    its this these those he she they him her them his their i me we us you my our your as s t re ve ll d m
    """.split()
)
"""Words whose change alone changes nothing that an editor would want to hear of."""

NEGATIONS: Final = frozenset("no not nor never neither none nobody nothing without cannot n't".split())
"""Small words that turn a statement round."""

SCALES: Final[dict[str, int]] = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
"""Words behind a number that multiply it."""

QUALIFIERS: Final = frozenset(
    """
    about around some nearly almost roughly approximately over under exactly just only least most up to
    more less fewer than at as many
    """.split()
)
"""Words before a figure that say how exact it is."""

_UNITS: Final[dict[str, dict[float, str]]] = {
    "clockwork": {1: "second seconds sec secs", 60: "minute minutes min mins", 3600: "hour hours hr hrs"},
    "calendar": {1: "day days", 7: "week weeks", 30.4: "month months", 365.25: "year years"},
    "length": {
        1: "metre metres meter meters m",
        0.01: "cm centimetres centimeters",
        1000: "km kilometre kilometres kilometer kilometers",
        1609: "mile miles",
        0.305: "foot feet ft",
        0.914: "yard yards",
        0.0254: "inch inches",
    },
    "weight": {1: "kg kilograms kilos kilo", 1000: "tonne tonnes ton tons", 0.454: "pound-weight lb lbs"},
    "percent": {1: "percent pct"},
    "degrees": {1: "degree degrees"},
    "speed": {1: "mph", 0.621: "kph kmh"},
}
UNITS: Final[dict[str, tuple[str, float]]] = {
    form: (dimension, factor)
    for dimension, rows in _UNITS.items()
    for factor, forms in rows.items()
    for form in forms.split()
}
"""Form → what is measured, and how many of the smallest unit it is."""

CURRENCIES: Final[dict[str, str]] = {
    "pounds": "£", "pound": "£", "dollars": "$", "dollar": "$", "euros": "€", "euro": "€",
}  # fmt: skip
"""Words behind a number that make it money."""

PEOPLE: Final = frozenset(
    """
    people residents inhabitants islanders villagers citizens locals persons men women children pupils
    students passengers migrants refugees workers employees staff jobs protesters demonstrators victims
    patients soldiers troops police officers households families homes customers spectators fans
    """.split()
)
"""Words that accounts change for each other when they count heads."""

WEEKDAYS: Final = DAYS
MONTHS: Final = tuple(
    "january february march april may june july august september october november december".split()
)
RELATIVE_DAYS: Final = frozenset("today yesterday tomorrow tonight overnight".split())
"""Days that only the date of the article tells."""

HEDGES: Final = (
    r"reportedly|allegedly|apparently|purportedly|supposedly|seemingly|ostensibly|possibly|perhaps|probably"
    r"|presumably|unconfirmed|alleged|suspected|rumou?red"
    r"|(?:(?:is|are|was|were|be|been|being|it’s|it's) )?(?:widely |now |also )?"
    r"(?:understood|thought|believed|said|reported|alleged|suspected|feared|rumou?red|claimed) to"
    r"|(?:is|was) (?:widely |now )?(?:understood|thought|believed|reported|alleged|feared|rumou?red|claimed)"
    r"(?: that)?"
    r"|(?:appears?|appeared|seems?|seemed) to|(?-i:may|might|could)(?= (?:also |well )?(?:be|have)\b)"
    r"(?: (?:also |well )?(?:be|have))?|(?-i:may|might)"
    r"|(?:an? |one |the )?(?:\w+ )?(?:sources?|insiders?) (?:says?|said|claim(?:s|ed)?)"
    r"|claim(?:s|ed|ing)?(?= (?:that|to have|to be|he|she|they|it|the|there)\b)|claimed(?=[.,:;]|$)"
    r"|so-called|it seems"
)
"""A pattern of the words by which a writer does not vouch for what is said."""

REPORTING: Final = SAYING | frozenset(
    """
    admitted admits asked asks boasted claimed claims commented complained conceded confessed cried
    declared demanded denied exclaimed fumed joked lamented laughed pleaded promised recalled raged
    revealed shouted shrugged sighed snapped stormed stressed suggested urged vowed warned warns writes
    """.split()
)
"""All verbs that can frame a quotation."""

NEUTRAL: Final = frozenset(
    """
    said say says saying told tell tells added adds adding wrote writes asked asks continued continues posted
    concluded replied responded stated remarked commented recalled
    """.split()
)
"""Verbs that frame a quotation and take no side."""

PRONOUNS: Final = frozenset("he she they it i we who".split())
ANONYMOUS: Final = frozenset("source sources insider insiders friend friends".split())
"""Speakers who are kept nameless: not the person that a "she" stands for."""

OFFICES: Final = frozenset(
    """
    mr mrs ms miss dr sir lord lady dame professor prof president prime minister secretary chancellor
    government council councillor leader mayor judge justice captain chief director party state
    parliament department ministry office court king queen prince princess senator governor home foreign
    business high general police baker boss manager chairman chairwoman spokesman spokeswoman god
    first second
    """.split()
)
"""Words with a capital that name an office, not who holds it."""

PLACED_BY: Final = frozenset(
    "in at near off outside inside across around into through towards toward over".split()
)
"""Words after which a name is that of a place."""
LED_BY: Final = frozenset("from to on".split())
"""Words after which it may be."""
