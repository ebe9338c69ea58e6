"""The name of the person at work: the coder of new annotations."""

from __future__ import annotations

import os

from reader.text.cleaning import clean_line


def coder_name(given: str | None = None) -> str:
    """Return the name for new annotations: the given one, else `$READER_CODER`, else the user's."""
    return clean_line(given or "") or clean_line(os.environ.get("READER_CODER", "")) or user_name()


def user_name() -> str:
    """Return the name of the user of this computer, or their number if they have no name."""
    import getpass  # noqa: PLC0415 - only when a notebook is opened or locked

    try:
        return clean_line(getpass.getuser())
    except (KeyError, OSError):
        return str(os.getuid())
