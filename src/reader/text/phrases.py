"""Short phrases for the screen and for messages: counts, and the beginning of a text in one line."""

from collections.abc import Iterable

_CLOSERS = "\"'”’»)]"
_QUOTATION_MARKS = "“”„‟‘’‚«»‹›\"' "


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun: "1 tag", "2 tags", or "2 matches" with a plural of its own."""
    if count == 1:
        return f"1 {noun}"
    first, *rest = noun.split(" ", 1)
    return f"{count:,} {plural or ' '.join((f'{first}s', *rest))}"


def listed(names: Iterable[str]) -> str:
    """Return "A", "A and B", or "A, B and C"; there must be one or more."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def ends_with_sign(text: str, signs: tuple[str, ...]) -> bool:
    """Whether a text ends with one of these signs, closing quotation marks and brackets aside."""
    return text.rstrip(_CLOSERS).endswith(signs)


def in_one_line(text: str) -> str:
    """Return a text with single blanks and no line breaks."""
    return " ".join(text.split())


def unquoted(text: str) -> str:
    """Return a text in one line without the quotation marks around it, so that it can be quoted anew."""
    return in_one_line(text).strip(_QUOTATION_MARKS) or text.strip()


def shorten(text: str, length: int) -> str:
    """Return the beginning of a text in one line: at most `length` characters, "…" included."""
    line = in_one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
