"""Words for numbers, fractions and places in an order, and words that say how exact a number is."""

from typing import Final

from reader.text.en import words, words_by_form

NUMBERS: Final = words_by_form("""
    0 zero, 1 one, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven,
    12 twelve, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen, 19 nineteen,
    20 twenty, 30 thirty, 40 forty, 50 fifty, 60 sixty, 70 seventy, 80 eighty, 90 ninety
""")
"""Figures by number word."""

ORDINALS: Final = words("first second third fourth fifth sixth seventh eighth ninth tenth")
"""Ordinals, each of which is its own stem."""

_ORDINALS: Final = words_by_form("""
    1 first, 2 second, 3 third, 4 fourth, 5 fifth, 6 sixth, 7 seventh, 8 eighth, 9 ninth, 10 tenth,
    11 eleventh, 12 twelfth, 13 thirteenth, 14 fourteenth, 15 fifteenth, 16 sixteenth, 17 seventeenth,
    18 eighteenth, 19 nineteenth, 20 twentieth, 30 thirtieth, 40 fortieth, 50 fiftieth, 60 sixtieth,
    100 hundredth
""")
ORDINAL_VALUES: Final = {form: int(place) for form, place in _ORDINALS.items()}
"""Place in an order, by ordinal."""

SCALES: Final[dict[str, int]] = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
"""Factors, by the word after a number."""

FRACTIONS: Final[dict[str, float]] = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
"""Parts of a whole, by word."""
FRACTION_SIGNS: Final = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5}

MULTIPLES: Final = {"twice": 2, "thrice": 3}
ABOVE: Final = words("over least exceeding above")  # words by which a number is a lower bound
BELOW: Final = words("under almost nearly most up below")  # words by which a number is an upper bound

QUALIFIERS: Final = (
    ABOVE
    | BELOW
    | words("about around some roughly approximately exactly just only to more less fewer than at as many")
)
"""Words before a number that say how exact it is."""
