"""What a status line says of the notebook: saved or not, read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notebook import Notebook

READ_ONLY = "This notebook is open read-only: nothing can be changed here"


def save_state(notebook: Notebook) -> str:
    """Return `read-only`, `NOT SAVED`, `saved` or `saving…`."""
    if notebook.read_only:
        return "read-only"
    if notebook.file.last_error:
        return "NOT SAVED"
    return "saved" if notebook.file.saved else "saving…"
