"""Words that tell whether a name is that of a place: countries, prepositions, verbs of motion."""

from typing import Final

from reader.text.en import split_rows, words

_DEMONYMS: Final = split_rows("""
    britain british, england english, scotland scottish, wales welsh, ireland irish, france french,
    netherlands dutch, spain spanish, denmark danish, greece greek, turkey turkish, poland polish,
    switzerland swiss, china chinese, finland finnish, sweden swedish, norway norwegian, belgium belgian,
    afghanistan afghan, pakistan pakistani, thailand thai, argentina argentine, portugal portuguese,
    germany german germans, iceland icelandic, hungary hungarian, europe european, philippines filipino
""")

OF_A_COUNTRY: Final = {form: row[0] for row in _DEMONYMS for form in row}
"""Country, by its name and by what its people and things are called."""

PLACED_BY: Final = words("in near off outside inside across around into through towards toward")
"""Prepositions after which a name is that of a place."""

HELD: Final = words("""
    share shares stake stakes stock stocks investor investors investment confidence trust faith belief bonds
""")
"""Words after which "in" leads to an organisation: shares in Brill."""

BODIES: Final = words("""
    air airlines airways bank holdings group union alliance party club united fc rovers association
    corporation company inc plc ltd institute agency authority commission committee
""")
"""Last words of the names of organisations."""

LED_BY: Final = frozenset({"from", "to", "for"})
"""Prepositions after which a name is that of a place if a word of `MOVING` or a person stands before them."""

MOVING: Final = words("""
    man woman boy girl family flight flights train trains bus road route way journey trip ferry ferries boat
    came come coming went go going flew fly flown flying sailed sailing traveled traveling drove fled
    returned return deported deport moved back arrived left sent brought taken transferred extradited
""")
"""Words before `LED_BY`, people aside: "back to Lennet", "a man from Lennet"."""
