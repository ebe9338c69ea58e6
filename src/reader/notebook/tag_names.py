"""Names of tags, which hold the names of their parents before a slash, as in `claim/figure`."""

from __future__ import annotations

from reader.text.cleaning import clean_line


def normal_tag_name(name: str) -> str:
    """Return the name as the codebook keeps it: cleaned, with nothing empty between its slashes."""
    return "/".join(filter(None, (part.strip() for part in clean_line(name).split("/"))))
