"""What is known of English words. Only paraphrases need it: text that was copied is found in any language."""

from __future__ import annotations

from typing import Final

STOP: Final = frozenset(
    """
    a about above across after again against all almost also although am among an and another any are
    around as at away back be became because become been before began behind being below between both
    but by came can cannot could did do does doing don down during each either else etc even ever every
    few for from further gave get gets getting give go goes going gone got had has have having he her
    here hers herself him himself his how however i if in including instead into is it its itself just
    least less let like ll made make makes making many may me might more most much must my myself near
    neither never no nor not now of off often on once only onto or other others our ours out over own
    per perhaps put quite rather re s same seem seemed seems she should since so some soon still such t
    take taken takes than that the their theirs them themselves then there therefore these they thing
    things this those though through thus to together too took toward towards under until up upon us use
    used using ve very via was way we well went were what when where whether which while who whom whose
    why will with within without would yet you your yours th st nd rd mr mrs ms dr
    """.split()
)
"""Words that make sentences, not statements."""

FORMULA: Final = frozenset(
    """
    said say says saying told tell tells telling added adds add confirmed confirms announced announces
    announcing according reported reports report reportedly statement spokesman spokeswoman spokesperson
    wrote writes comes monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
    morning evening afternoon night day days week weeks month months year years late later early earlier
    last next recent recently time times
    """.split()
)
"""The stock of news writing: who said it, and roughly when. It is in every article on every event."""

DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

SAYING: Final = frozenset(
    """
    said say says saying told tell tells added adds adding wrote writes confirmed confirms continued
    continues announced announcing explained stated remarked insisted argued posted replied responded
    concluded noted
    """.split()
)
"""Verbs that tell who says what."""

TITLES: Final = frozenset("the a an mr mrs ms dr sir lord lady".split())
"""Small words inside the name of a speaker: "the Home Office", "Mr Hale"."""

ORDINALS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())


def _table(rows: str) -> dict[str, str]:
    """Give form → word from rows "word form form, word form"."""
    return {form: word for word, *forms in map(str.split, rows.split(",")) for form in forms}


NUMBERS: Final = _table(
    """
    0 zero, 1 one, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven,
    12 twelve, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen, 19 nineteen,
    20 twenty, 30 thirty, 40 forty, 50 fifty, 60 sixty, 70 seventy, 80 eighty, 90 ninety
    """
)

ABBREVIATED: Final = _table(
    """
    january jan, february feb, march mar, april apr, june jun, july jul, august aug, september sep sept,
    october oct, november nov, december dec, monday mon, tuesday tue tues, thursday thu thurs, friday fri,
    senator sen, representative rep, governor gov, general gen, lieutenant lt, colonel col, sergeant sgt,
    professor prof, department dept, government govt, prime pm, percent pct, billion bn, million mln,
    kilometre km, mile mph, us usa america american, uk britain british
    """
)
"""Short forms that house styles disagree on."""

IRREGULAR: Final = _table(
    """
    break broke broken, build built, buy bought, catch caught, child children, choose chose chosen choice,
    die died dead death deaths dying, drive drove driven, fall fell fallen, fight fought, find found,
    flee fled, fly flew flown flight flights flying, grow grew grown growth, hit hitting, hold held,
    keep kept, know knew known, lead led, leave left, lose lost loss losses losing, man men,
    marry marriage married marries, meet met meeting, pay paid, rise rose risen, run ran running,
    seek sought seeker seekers, sell sold sale sales, send sent, shoot shot shooting,
    speak spoke spoken speech, steal stole stolen, strike struck, swear swore sworn,
    win won winning, woman women
    """
)
"""Forms that cutting the end off does not bring together."""

ENDINGS: Final = {
    "sses": "ss", "ies": "y", "ures": "", "als": "", "ure": "", "ing": "", "al": "", "ss": "ss", "ed": "",
    "es": "", "e": "", "s": "",
}  # fmt: skip
"""Endings of one verb or noun, longest first, and what stays in their place."""

STOCK: Final = frozenset(
    """
    decline declined declines declining comment comments commented
    argue argued argues arguing insist insisted insists explain explained explains
    place places
    """.split()
)
"""What every newsroom writes of every refusal and every opinion, and "took place", "put in place": worth as
little as `FORMULA`."""

HOLLOW: Final = frozenset("the that which whom".split())
"""Words that may come or go and leave a sentence as it was. "A" is none of them: "few" is not "a few"."""

PRONOUNS: Final = frozenset("i we he she they".split())

HEARERS: Final = frozenset(
    "reporters journalists press news conference interview statement email e mail".split()
)
"""To whom and by what way something is said, which names no speaker."""

DOUBT: Final = frozenset(
    """
    not no never nor neither none nobody nothing hardly scarcely barely almost nearly may might could would
    should must can cannot will if unless only reportedly allegedly supposedly apparently seemingly
    purportedly possibly probably perhaps maybe likely falsely wrongly jokingly sarcastically
    after although as because before but despite since though until when while
    am are be been being did do does had has have is was were
    """.split()
)
"""Words in the frame of a quotation that make it say more than who said it: "he never said", "she said when
the police had left"."""

APART: Final = {
    family: tuple(starts)
    for family, *starts in map(
        str.split,
        """
        new news, unit united, good goods, arm arms, mean means, custom customer customs, sign signal,
        cult cultur, press pressur, post postur, past pastur, author authorit, commit committee,
        commun communic communis, compet competen, comple complex, compli complian complim, concer
        concert, conser conservativ, consti constituen, consul consult, contin continen conting,
        contra contrac contras contrar, contro controv, conven convenie, conver conversa, curren
        currenc, depart departm, direct directo, distri district, execut executiv, experi experim, forc
        forced, genera generat, govern governo, hospit hospitali, import importan, intell intellec, intern
        internat internet interna, interv interven intervie, invest investig, milita militan, organi
        organic, partic particl particul, person personn, positi positiv, princi principal, profes
        professo, proper propert, prospe prospec, protes protestan, refere referenc referend, relati
        relativ, respon responsib, secret secretar, securi securiti, statio stationer, subsid
        subsidia, succes successo, transp transpar transpl, univer universit
        """.split(","),
    )
}
"""Beginnings of words that would pass for another family: "news" are not many "new", nor is to "investigate"
to "invest"."""
