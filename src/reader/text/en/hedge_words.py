"""Words by which a writer does not vouch for what is said."""

from __future__ import annotations

from typing import Final

_KNOWING: Final = (
    "police|officers|detectives|investigators|inspectors|prosecutors|officials|authorities|doctors|experts"
    "|scientists|researchers|analysts|observers|critics|witnesses|residents|many|some|insiders|sources"
)

HEDGES: Final = (
    r"reportedly|allegedly|apparently|purportedly|supposedly|seemingly|ostensibly|possibly|perhaps|probably"
    r"|presumably|unconfirmed|alleged|suspected|rumou?red"
    r"|(?:is|are|was|were|be|been|being|it’s|it's) (?:widely |now |also )?"
    r"(?:understood|thought|believed|said|reported|alleged|suspected|feared|rumou?red|claimed) to"
    r"(?! (?:the|a|an|police|officers|reporters|journalists|his|her|their|its)\b)"
    r"|(?:widely |now |also )?(?:understood|thought|believed|said|reported|alleged|suspected|feared|rumou?red"
    r"|claimed) to(?= (?:be|have)\b)"
    rf"|(?:{_KNOWING}) (?:now |also )?(?:believed?|think|thought|suspect(?:ed)?|fear(?:ed)?)"
    r"(?: that)?(?! in\b)"
    r"|(?:it (?:is|was|’s|'s) )?too (?:early|soon) to (?:say|tell|know)(?: (?:what|why|how|who|if|whether))?"
    r"|(?:it (?:is|was|’s|'s) )?(?:not (?:yet )?(?:clear|known|confirmed)|unclear)"
    r"(?: (?:what|why|how|who|if|whether|when))?"
    r"|(?:is|was) (?:widely |now )?(?:understood|thought|believed|reported|alleged|feared|rumou?red|claimed)"
    r"(?! to\b)(?: that)?"
    r"|(?:appears?|appeared|seems?|seemed) to|(?-i:may|might|could)(?= (?:also |well )?(?:be|have)\b)"
    r"(?: (?:also |well )?(?:be|have))?|(?-i:may|might)"
    r"|(?:an? |one |the )?(?:\w+ )?(?:sources?|insiders?) (?:says?|said|claim(?:s|ed)?)"
    r"|claim(?:s|ed|ing)?(?= (?:that|to have|to be|he|she|they|it|the|there)\b)|claimed(?=[.,:;]|$)"
    r"|according to (?:\w+ )?(?:sources?|insiders?|aides?|friends?|reports?|rumou?rs?)"
    r"|reports (?:say|said|suggest(?:ed)?)(?: that)?"
    r"|so-called|it seems"
)
"""A pattern of the words by which a writer does not vouch for what is said."""
