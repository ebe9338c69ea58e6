"""Words that decide where a sentence ends: abbreviations, words that begin sentences, verbs of saying.

Abbreviations are printed without their last dot. Some are Spanish, French, Italian or German.
"""

from typing import Final

from reader.text.en import words

NEVER_LAST: Final = words("""
    Mr Mrs Ms Mx Dr Prof Rev Revd Sen Sens Rep Reps Gov Govs Gen Col Lt Sgt Capt Cmdr Cdr Maj Cpl Pvt Adm
    Supt Det Insp Cllr Hon Messrs Mme Mlle Pres Atty Ald Ven Amb Fr Hr Bros e.g i.e eg ie cf viz vs v bzw ca
    z.B d.h Sra Sras Srta Srtas Sres Dra Dras Dres Dña Excmo Excma Ilmo Ilma Profa MM Mmes Mlles Dott
    Dott.ssa Sig Sig.ra Avv Dipl Ing
""")
"""Abbreviations that never end a sentence: a capital after them belongs to it."""

ABBREVIATIONS: Final = words("""
    Inc Corp Co Ltd Plc LLC Jr Sr St Ave Blvd Rd Mt Ft Ph.D al approx est dept Dept Univ Assn Mon Tue Tues
    Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan La Mass Md Mich Minn
    Miss Mo Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que
""")
"""Abbreviations that end a sentence only if one of `STARTERS` follows."""

BEFORE_NUMBERS: Final = words("No no Nos nos No's Art art Sec sec Fig Figs fig Vol vol p pp Ch ch para Nr nr")
SHORT_MONTHS: Final = words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")

AFTER_ORDINALS: Final = words("""
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert
""")
"""Words before which a German ordinal has a dot: 5. Mai."""

AFTER_CLOCK: Final = words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December GMT BST UTC CET CEST EST EDT ET CST CDT CT MST MDT MT PST PDT
    PT
""")
"""Words with a capital that may follow "a.m." and "p.m." in one sentence: 6 a.m. Friday, 6 p.m. GMT."""

STARTERS: Final = words("""
    A About According Across After All Also Although Among An And Another Any Anyone As At Because Before
    Both But By Critics Despite During Each Earlier Even Every Everyone Few For From Had Has Have He Her
    Here His How However I If In Instead It Its Last Later Many Meanwhile More Most My Neither Nevertheless
    Next Nobody None Nor Not Nothing Now Of On Once One Only Opponents Or Others Our Over People Perhaps
    Police Residents Several She Since So Some Somebody Someone Still Such Supporters That The Their Then
    There These They This Those Though Through Thus To Today Tomorrow Two Unless Until We Were What When
    Where Whether Which While Who Why With Without Yesterday Yet You Your
""")
"""Words that begin sentences and seldom follow an abbreviation inside one."""

SPEAKING: Final = (
    "said|says|asked|asks|added|adds|told|tells|wrote|writes|cried|shouted|replied|answered|wondered|demanded"
)
"""Verbs that show that a sentence goes on after a quoted question: “Why now?” Mrs Bell asked."""
