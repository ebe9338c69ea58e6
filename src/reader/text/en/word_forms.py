"""Forms of a word: abbreviations, irregular forms, endings, and words that only look related."""

from __future__ import annotations

from typing import Final


def _table(rows: str) -> dict[str, str]:
    """Give form → word from rows "word form form, word form"."""
    return {form: word for word, *forms in map(str.split, rows.split(",")) for form in forms}


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
