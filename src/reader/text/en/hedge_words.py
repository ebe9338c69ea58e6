"""Hedges: words by which a writer does not vouch for a statement."""

from typing import Final

_SOURCES: Final = (
    "police|officers|detectives|investigators|inspectors|prosecutors|officials|authorities|doctors|experts"
    "|scientists|researchers|analysts|observers|critics|witnesses|residents|many|some|insiders|sources"
)
_SAID: Final = "understood|thought|believed|said|reported|alleged|suspected|feared|rumou?red|claimed"

HEDGES: Final = (
    "reportedly|allegedly|apparently|purportedly|supposedly|seemingly|ostensibly|possibly|perhaps|probably",
    "presumably|unconfirmed|alleged|suspected|rumou?red",
    (
        rf"(?:is|are|was|were|be|been|being|it’s|it's) (?:widely |now |also )?(?:{_SAID}) to"
        r"(?! (?:the|a|an|police|officers|reporters|journalists|his|her|their|its)\b)"
    ),
    rf"(?:widely |now |also )?(?:{_SAID}) to(?= (?:be|have)\b)",
    (
        rf"(?:{_SOURCES}) (?:now |also )?"
        r"(?:believed?|think|thought|suspect(?:ed)?|fear(?:ed)?)(?: that)?(?! in\b)"
    ),
    "(?:it (?:is|was|’s|'s) )?too (?:early|soon) to (?:say|tell|know)(?: (?:what|why|how|who|if|whether))?",
    (
        "(?:it (?:is|was|’s|'s) )?(?:not (?:yet )?(?:clear|known|confirmed)|unclear)"
        "(?: (?:what|why|how|who|if|whether|when))?"
    ),
    (
        "(?:is|was) (?:widely |now )?"
        r"(?:understood|thought|believed|reported|alleged|feared|rumou?red|claimed)(?! to\b)(?: that)?"
    ),
    "(?:appears?|appeared|seems?|seemed) to",
    r"(?-i:may|might|could)(?= (?:also |well )?(?:be|have)\b)(?: (?:also |well )?(?:be|have))?",
    "(?-i:may|might)",
    r"(?:an? |one |the )?(?:\w+ )?(?:sources?|insiders?) (?:says?|said|claim(?:s|ed)?)",
    r"claim(?:s|ed|ing)?(?= (?:that|to have|to be|he|she|they|it|the|there)\b)",
    "claimed(?=[.,:;]|$)",
    r"according to (?:\w+ )?(?:sources?|insiders?|aides?|friends?|reports?|rumou?rs?)",
    "reports (?:say|said|suggest(?:ed)?)(?: that)?",
    "so-called|it seems",
)
"""Patterns, to be tried in this order; upper and lower case are the same but for "May", the month."""
