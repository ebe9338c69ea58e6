"""Units of measure, currencies, and words that tell what kind of number stands beside them."""

from typing import Final

from reader.text.en import words, words_by_form

_UNITS: Final = {
    "duration": """
        1 second seconds sec secs, 60 minute minutes min mins, 3600 hour hours hr hrs, 86_400 day days,
        604_800 week weeks, 2_629_800 month months, 31_557_600 year years, 315_576_000 decade decades
    """,
    "length": """
        1 metre meter meters m, 0.01 cm centimeters, 1000 km kilometer kilometers, 1609 mile miles,
        0.305 foot feet ft, 0.914 yard yards, 0.0254 inch inches
    """,
    "weight": "1 kg kilograms kilos kilo, 1000 tonne tonnes ton tons, 0.454 pound-weight lb lbs",
    "percent": "1 percent pct",
    "degrees": "1 degree degrees c celsius centigrade",
    "area": "1 hectare hectares, 0.405 acre acres",
    "volume": "1 litre liter liters, 0.001 ml milliliters",
    "speed": "1 mph, 0.621 kph kmh",
}

UNITS: Final[dict[str, tuple[str, float]]] = {
    form: (dimension, float(size))
    for dimension, rows in _UNITS.items()
    for form, size in words_by_form(rows).items()
}
"""By unit: the dimension it measures, and its size in the base unit of that dimension."""

CURRENCIES: Final[dict[str, str]] = {
    "pounds": "£", "pound": "£", "dollars": "$", "dollar": "$", "euros": "€", "euro": "€", "yen": "¥",
    "rupees": "₹", "roubles": "₽", "rubles": "₽", "lira": "₺", "hryvnias": "₴",
}  # fmt: skip
"""Signs of currencies, by name."""

COINS: Final[dict[str, str]] = {"p": "£", "pence": "£", "cents": "$"}
"""Signs of the currencies of which a coin is a hundredth."""

LABELS: Final = words(
    "number category level phase stage route exit junction gate platform flight room grade type page"
)
"""Words before a number that is a label, not an amount: Category 2, exit 14."""

SCORED: Final = words("votes goals points runs games sets frames")
"""Things of which the two sides of a score have a number each."""

LOSING: Final = frozenset({"los", "defeat", "beaten"})
"""Stems of words before a score that begins with the losing side."""
