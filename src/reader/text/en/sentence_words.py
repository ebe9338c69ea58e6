"""The words that sentence boundaries hang on. English first; what is free of language needs no list.

Abbreviations stand without their last dot.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_LAST = _words(
    "Mr Mrs Ms Mx Dr Prof Rev Revd Sen Sens Rep Reps Gov Govs Gen Col Lt Sgt Capt Cmdr Cdr Maj Cpl Pvt "
    "Adm Supt Det Insp Cllr Hon Messrs Mme Mlle Pres Atty Ald Ven Amb Fr Hr Bros e.g i.e eg ie cf viz vs "
    "v bzw ca z.B d.h Sra Sras Srta Srtas Sres Dra Dras Dres Dña Excmo Excma Ilmo Ilma Profa MM Mmes Mlles "
    "Dott Dott.ssa Sig Sig.ra Avv Dipl Ing"
)
"""Titles and connectives: a capital after them never begins a sentence."""

ABBREVIATIONS = _words(
    "Inc Corp Co Ltd Plc LLC Jr Sr St Ave Blvd Rd Mt Ft Ph.D al approx est dept Dept Univ Assn Mon Tue "
    "Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan La Mass Md "
    "Mich Minn Miss Mo Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que"
)
"""A sentence may end with them, but only a word that begins sentences shows it."""

BEFORE_NUMBERS = _words("No no Nos nos No's Art art Sec sec Fig Figs fig Vol vol p pp Ch ch para Nr nr")
MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")

AFTER_ORDINALS = _words(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert"
)
"""German: 5. Mai."""

AFTER_CLOCK = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
    "August September October November December GMT BST UTC CET CEST EST EDT ET CST CDT CT MST MDT MT PST "
    "PDT PT"
)
"""6 a.m. Friday, 6 p.m. GMT."""

STARTERS = _words(
    "A About According Across After All Also Although Among An And Another Any Anyone As At Because "
    "Before Both But By Critics Despite During Each Earlier Even Every Everyone Few For From Had Has Have "
    "He Her Here His How However I If In Instead It Its Last Later Many Meanwhile More Most My "
    "Neither Nevertheless Next Nobody None Nor Not Nothing Now Of On Once One Only Opponents Or Others "
    "Our Over People Perhaps Police Residents Several She Since So Some Somebody Someone Still Such "
    "Supporters That The Their Then There These They This Those Though Through Thus To Today Tomorrow Two "
    "Unless Until We Were What When Where Whether Which While Who Why With Without Yesterday Yet You Your"
)
"""Words that begin sentences and seldom follow an abbreviation inside one."""

SPEAKING = (
    "said|says|asked|asks|added|adds|told|tells|wrote|writes|cried|shouted|replied|answered|wondered|demanded"
)
"""After a question and a name, one of these shows that the sentence goes on: “Why now?” Mrs Bell asked."""
