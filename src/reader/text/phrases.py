"""Short phrases for the screen and for messages: counts, and the beginning of a text in one line."""

_QUOTATION_MARKS = "“”„‟‘’‚«»‹›\"' "


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun, as in "1 tag" or "1,200 steps of undo".

    :param plural: by default the noun with an s after its first word.
    """
    if count == 1:
        return f"1 {noun}"
    first, *rest = noun.split(" ", 1)
    return f"{count:,} {plural or ' '.join((f'{first}s', *rest))}"


def unquoted(text: str) -> str:
    """Return a text in one line without the quotation marks around it, so that it can be quoted anew."""
    return " ".join(text.split()).strip(_QUOTATION_MARKS) or text.strip()


def shorten(text: str, length: int) -> str:
    """Return the beginning of a text in one line: at most `length` characters, "…" included."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
