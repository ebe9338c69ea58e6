"""What is known of English words. Only paraphrases need it: text that was copied is found in any language."""

from __future__ import annotations

from typing import Final

STOP: Final = frozenset(
    """
    a about above across after again against all almost also although am among an and another any are around as
    at away back be became because become been before began behind being below between both but by came can cannot could
    did do does doing don down during each either else etc even ever every few for from further gave get gets getting
    give go goes going gone got had has have having he her here hers herself him himself his how however i if in
    including instead into is it its itself just least less let like ll made make makes making many may me might more
    most much must my myself near neither never no nor not now of off often on once only onto or other others our
    ours out over own per perhaps put quite rather re s same seem seemed seems she should since so some soon still
    such t take taken takes than that the their theirs them themselves then there therefore these they thing things
    this those though through thus to together too took toward towards under until up upon us use used using ve very
    via was way we well went were what when where whether which while who whom whose why will with within without
    would yet you your yours th st nd rd mr mrs ms dr
    """.split()  # noqa: SIM905 - a word list reads better than a list of words
)
"""Words that make sentences, not statements."""

FORMULA: Final = frozenset(
    """
    said say says saying told tell tells telling added adds add confirmed confirms announced announces announcing
    according reported reports report reportedly statement spokesman spokeswoman spokesperson wrote writes comes
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning evening afternoon night
    day days week weeks month months year years late later early earlier last next recent recently time times
    """.split()  # noqa: SIM905
)
"""The stock of news writing: who said it, and roughly when. It is in every article on every event."""

SAYING: Final = frozenset(
    """
    said say says saying told tell tells added adds adding wrote writes confirmed confirms continued continues
    announced announcing explained stated remarked insisted argued posted replied responded concluded noted
    """.split()  # noqa: SIM905
)
"""Verbs that tell who says what."""

TITLES: Final = frozenset("the a an mr mrs ms dr sir lord lady".split())
"""Small words inside the name of a speaker: "the Home Office", "Mr Hale"."""

NUMBERS: Final = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()  # noqa: SIM905
    )
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}

ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
)

ABBREVIATED: Final = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "thu": "thursday", "thurs": "thursday", "fri": "friday",
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "sgt": "sergeant", "prof": "professor", "dept": "department", "govt": "government",
    "pm": "prime", "pct": "percent", "bn": "billion", "mln": "million", "km": "kilometre", "mph": "mile",
    "usa": "us", "america": "us", "american": "us", "britain": "uk", "british": "uk",
}  # fmt: skip
"""Short forms that house styles disagree on."""

IRREGULAR: Final = {
    form: family
    for family, forms in {
        "buy": "bought", "catch": "caught", "child": "children", "die": "died dead death deaths dying", "drive": "drove driven",
        "fall": "fell fallen", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown flight flights flying",
        "grow": "grew grown growth", "hold": "held", "keep": "kept", "know": "knew known", "lead": "led",
        "leave": "left", "lose": "lost loss losses losing", "man": "men", "meet": "met meeting", "pay": "paid",
        "rise": "rose risen", "run": "ran running", "seek": "sought", "sell": "sold sale sales", "send": "sent",
        "shoot": "shot shooting", "speak": "spoke spoken speech", "steal": "stole stolen", "strike": "struck",
        "swear": "swore sworn", "win": "won winning", "woman": "women", "marry": "marriage married marries",
        "choose": "chose chosen choice", "break": "broke broken", "build": "built", "hit": "hitting",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Forms that cutting the end off does not bring together."""

ENDINGS: Final = (
    ("sses", "ss"),
    ("ies", "y"),
    ("ss", "ss"),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("e", ""),
    ("s", ""),
)
"""Inflections, longest first, and what stays in their place."""
