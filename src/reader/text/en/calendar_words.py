"""Names of days, months and decades."""

from typing import Final

from reader.text.en import words

WEEKDAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS: Final = tuple(
    "january february march april may june july august september october november december".split()
)
DECADES: Final = tuple("twenties thirties forties fifties sixties seventies eighties nineties".split())
RELATIVE_DAYS: Final = words("today yesterday tomorrow tonight overnight")
"""Days that can be told only from the date of the article."""
NIGHTS: Final = frozenset({"tonight", "overnight"})  # relative days that name a time of day as well
