"""Words for people who are counted, and for what became of them."""

from typing import Final

from reader.text.en import words, words_by_form

PEOPLE: Final = words("""
    people residents inhabitants islanders villagers citizens locals persons men women children pupils
    students passengers migrants refugees workers employees staff jobs protesters demonstrators victims
    patients soldiers troops police officers households families homes customers spectators fans supporters
    voters members boys girls teenagers civilians tourists guests marchers survivors hostages inmates
    teachers nurses doctors farmers sailors fishermen miners
""")
"""Words that accounts use interchangeably when they count people."""

SOME_PEOPLE: Final = words("man woman child boy girl teenag boys girls")
"""Stems of words for only some of the people: three men and a woman are four people."""

CASUALTIES: Final = words(
    "injured wounded hurt dead missing arrested detained accused survivors rescued unharmed"
)
"""Words that call people by what became of them: three of the injured."""

FATES: Final = words_by_form("""
    dead die kill fatal fatall drown, hurt hurt injur injury wound, missing miss, saved rescu surviv save,
    held arrest detain
""")
"""What became of people, by the stem of the word that says so: the dead are not the wounded."""
