"""Words that tell what an amount is about, and how it moved."""

from typing import Final

from reader.text.en import words, words_by_form

MONEY_TOPICS: Final = words_by_form("""
    result los profit earnin, income revenu sell turnov, pay pay salary wage bonu bonus pensio,
    fine fine penalt damag, debt debt loan owe owed, tax tax
""")
"""What a sum of money is, by the stem of the word that says so: pay is not a loss."""

MOTIONS: Final = words("""
    ris fall drop increa declin grow climb jump slump plung gain shed cut soar surg tumbl slid slip dip shrank
""")
"""Stems of verbs that tell how an amount moved, but not what it is about."""
