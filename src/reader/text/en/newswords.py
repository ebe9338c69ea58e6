"""What is known of English words that the differences of a match need.

Comparing, and so the first frame, needs `lexicon` only; this is loaded when differences are asked for.
"""

from __future__ import annotations

from typing import Final

from reader.text.en.stopwords import DAYS, SAYING

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

SCALES: Final[dict[str, int]] = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
"""Words behind a number that multiply it."""

ORDERED: Final[dict[str, int]] = {
    form: number
    for number, form in enumerate(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """.split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}
"""Words that give a place in an order."""

PARTS: Final[dict[str, float]] = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
VULGAR: Final[dict[str, float]] = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5}
"""Signs for a part."""

ABOVE: Final = frozenset("over least exceeding above".split())
BELOW: Final = frozenset("under almost nearly most up below".split())
QUALIFIERS: Final = (
    ABOVE
    | BELOW
    | frozenset(
        "about around some roughly approximately exactly just only to more less fewer than at as many".split()
    )
)
"""Words before a figure that say how exact it is."""

SUBORDINATING: Final = frozenset(
    """
    that who which whose where when while after before as because but if since although though until despite
    amid
    """.split()
)
"""Words that begin a clause."""

_UNITS: Final[dict[str, dict[float, str]]] = {
    "duration": {
        1: "second seconds sec secs",
        60: "minute minutes min mins",
        3600: "hour hours hr hrs",
        86_400: "day days",
        604_800: "week weeks",
        2_629_800: "month months",
        31_557_600: "year years",
        315_576_000: "decade decades",
    },
    "length": {
        1: "metre meter meters m",
        0.01: "cm centimeters",
        1000: "km kilometer kilometers",
        1609: "mile miles",
        0.305: "foot feet ft",
        0.914: "yard yards",
        0.0254: "inch inches",
    },
    "weight": {1: "kg kilograms kilos kilo", 1000: "tonne tonnes ton tons", 0.454: "pound-weight lb lbs"},
    "percent": {1: "percent pct"},
    "degrees": {1: "degree degrees c celsius centigrade"},
    "area": {1: "hectare hectares", 0.405: "acre acres"},
    "volume": {1: "litre liter liters", 0.001: "ml milliliters"},
    "speed": {1: "mph", 0.621: "kph kmh"},
}
UNITS: Final[dict[str, tuple[str, float]]] = {
    form: (dimension, factor)
    for dimension, rows in _UNITS.items()
    for factor, forms in rows.items()
    for form in forms.split()
}
"""Form → what is measured, and how many of the smallest unit it is."""

LABELS: Final = frozenset(
    "number category level phase stage route exit junction gate platform flight room grade type page".split()
)
"""Words before a figure that numbers them: Category 2, exit 14."""
LOSING: Final = frozenset({"los", "defeat", "beaten"})
"""Families of words before a score that is told from the side that has less."""

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

CURRENCIES: Final[dict[str, str]] = {
    "pounds": "£", "pound": "£", "dollars": "$", "dollar": "$", "euros": "€", "euro": "€", "yen": "¥",
    "rupees": "₹", "roubles": "₽", "rubles": "₽", "lira": "₺", "hryvnias": "₴",
}  # fmt: skip
"""Words behind a number that make it money."""
HUNDREDTHS: Final[dict[str, str]] = {"p": "£", "pence": "£", "cents": "$"}
"""And those of the small coin."""

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
OF_THEM: Final = frozenset(
    "injured wounded hurt dead missing arrested detained accused survivors rescued unharmed".split()
)
"""What people are called by their fate: three of the injured."""
MOTIONS: Final = frozenset(
    """
    ris fall drop increa declin grow climb jump slump plung gain shed cut soar surg tumbl slid slip dip shrank
    """.split()
)
"""Families of verbs that tell how a figure moved, but not what it is of."""
MONEY: Final[dict[str, str]] = {
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

_OPPOSED: Final = """
    leav return, evacua return, open clos, open shut, ris fall, increa decrea, increa fall, accept reject,
    approv reject, win los, start end, begin end, began end, allow ban, convic acquit, guilty innoce,
    suppor oppos, deny admit, deni admit, deny confir, deni confir, arrest releas, profit los, gain los,
    hire sack, aliv die, find miss, succe fail
"""
OPPOSITES: Final[dict[str, set[str]]] = {}
"""Family → families of the opposite words."""
for _one, _other in map(str.split, _OPPOSED.split(",")):
    OPPOSITES.setdefault(_one, set()).add(_other)
    OPPOSITES.setdefault(_other, set()).add(_one)
SOME_PEOPLE: Final = frozenset("man woman child boy girl teenag boys girls".split())
"""Families of those that are only some of the people counted: three men and a woman are four people."""
TIMES: Final[dict[str, int]] = {"twice": 2, "thrice": 3}
VOTES: Final = frozenset("votes goals points runs games sets frames".split())
"""What the two sides of a score have."""

_DEMONYMS: Final = """
    britain british, england english, scotland scottish, wales welsh, ireland irish, france french,
    netherlands dutch, spain spanish, denmark danish, greece greek, turkey turkish, poland polish,
    switzerland swiss, china chinese, finland finnish, sweden swedish, norway norwegian, belgium belgian,
    afghanistan afghan, pakistan pakistani, thailand thai, argentina argentine, portugal portuguese,
    germany german germans, iceland icelandic, hungary hungarian, europe european, philippines filipino
"""
OF_A_COUNTRY: Final[dict[str, str]] = {
    form: country for country, *forms in map(str.split, _DEMONYMS.split(",")) for form in (country, *forms)
}
"""Countries and what is of them."""

WEEKDAYS: Final = DAYS
MONTHS: Final = tuple(
    "january february march april may june july august september october november december".split()
)
DECADES: Final = tuple("twenties thirties forties fifties sixties seventies eighties nineties".split())
RELATIVE_DAYS: Final = frozenset("today yesterday tomorrow tonight overnight".split())
"""Days that only the date of the article tells."""
NIGHTS: Final = frozenset({"tonight", "overnight"})
"""Those that tell the time of day."""

MODALS: Final = frozenset("may might could can".split())
HELPING: Final = MODALS | frozenset("did does do had has have is are was were will would should".split())
"""Verbs before a "not"."""
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

FUTURES: Final = (("is", "going", "to"), ("are", "going", "to"), ("is", "to"), ("are", "to"), ("will",))
"""Ways to say that something is to come, longest first, which accounts change for each other."""

REPORTING: Final = SAYING | frozenset(
    """
    admitted admits asked asks boasted claimed claims commented complained conceded confessed cried
    declared demanded denied exclaimed fumed joked lamented laughed pleaded promised recalled raged
    revealed shouted shrugged sighed snapped stormed stressed suggested urged vowed warned warns writes
    """.split()
)
"""All verbs that can frame a quotation."""
DESCRIBING: Final = frozenset(
    """
    described describes called calls branded brands dubbed dubs labeled labels hailed hails praised praises
    accused accuses blamed blames spoke speaks condemned condemns denounced denounces dismissed dismisses
    criticized criticizes attacked blasted slammed likened referred refers compared voiced expressed cited
    welcomed mocked explained insisted argued quipped thought considered
    """.split()
)
"""Verbs whose object may be quoted: she called it “a disgrace”."""

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

PLACED_BY: Final = frozenset("in near off outside inside across around into through towards toward".split())
"""Words after which a name is that of a place."""
HELD: Final = frozenset(
    """
    share shares stake stakes stock stocks investor investors investment confidence trust faith belief bonds
    """.split()
)
"""Words behind which "in" leads to a body: shares in Brill."""
BODIES: Final = frozenset(
    """
    air airlines airways bank holdings group union alliance party club united fc rovers association
    corporation company inc plc ltd institute agency authority commission committee
    """.split()
)
"""Last words of the name of a body, which is no place."""
LED_BY: Final = frozenset("from to for".split())
MOVING: Final = frozenset(
    """
    man woman boy girl family flight flights train trains bus road route way journey trip ferry ferries boat
    came come coming went go going flew fly flown flying sailed sailing traveled traveling drove fled
    returned return deported deport moved back arrived left sent brought taken transferred extradited
    """.split()
)
"""Words, people aside, after which one of these leads to a place: "back to Lennet", "a man from Lennet"."""
