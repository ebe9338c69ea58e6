"""The panel of a dialog at the bottom; its upper edge can have a title."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content


class DialogPanel(Vertical):
    """A panel as high as its content."""

    DEFAULT_CSS: ClassVar[str] = """
    DialogPanel { height: auto; background: $panel; border-top: solid $primary; padding: 0 1; }
    DialogPanel { border-title-color: $text; border-title-style: bold; }
    DialogPanel Input, DialogPanel TextArea, DialogPanel OptionList { background: $panel; }
    DialogPanel ClickableLine { height: 1; background: $panel; }
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.border_title = Content(f" {title} ") if title else None
