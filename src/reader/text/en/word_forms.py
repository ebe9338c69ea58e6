"""Forms of a word: abbreviations, irregular forms, endings, and words that only look related."""

from typing import Final

from reader.text.en import split_rows, words, words_by_form

ABBREVIATED: Final = words_by_form("""
    january jan, february feb, march mar, april apr, june jun, july jul, august aug, september sep sept,
    october oct, november nov, december dec, monday mon, tuesday tue tues, thursday thu thurs, friday fri,
    senator sen, representative rep, governor gov, general gen, lieutenant lt, colonel col, sergeant sgt,
    professor prof, department dept, government govt, prime pm, percent pct, billion bn, million mln,
    kilometre km, mile mph, us usa america american, uk britain british
""")
"""Full word by short form: newspapers differ in which they print."""

IRREGULAR: Final = words_by_form("""
    break broke broken, build built, buy bought, catch caught, child children, choose chose chosen choice,
    die died dead death deaths dying, drive drove driven, fall fell fallen, fight fought, find found,
    flee fled, fly flew flown flight flights flying, grow grew grown growth, hit hitting, hold held,
    keep kept, know knew known, lead led, leave left, lose lost loss losses losing, man men,
    marry marriage married marries, meet met meeting, pay paid, rise rose risen, run ran running,
    seek sought seeker seekers, sell sold sale sales, send sent, shoot shot shooting,
    speak spoke spoken speech, steal stole stolen, strike struck, swear swore sworn,
    win won winning, woman women
""")
"""Base form by irregular form."""
UNCHANGED: Final = words("hit hurt beat beaten cut bit met led shot")
"""Other verbs whose past does not end in "ed"."""

ENDINGS: Final = {
    "sses": "ss", "ies": "y", "ures": "", "als": "", "ure": "", "ing": "", "al": "", "ss": "ss", "ed": "",
    "es": "", "e": "", "s": "",
}  # fmt: skip
"""What replaces an ending of a verb or noun; the longest endings come first."""

APART: Final = {
    stem: tuple(beginnings)
    for stem, *beginnings in split_rows("""
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
    """)
}
"""Beginnings of words that share a stem but are not related, by stem: "news" is no plural of "new", and to
"investigate" is not to "invest"."""
