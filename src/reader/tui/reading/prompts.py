"""Prompts of the reading screen: each has the keys first, and may replace the lines at the bottom.

A file that has changed on disk is not read again while there is any prompt (see `sync_articles`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text
    from textual import events

    from reader.tui.keys.keymap import Keymap
    from reader.workspace.subjects import Subject

SUBJECT = "subject"
"""The name of the prompt for a tag on something else than the sentence at hand: there is only one."""


class Prompt(NamedTuple):
    """Something that is asked. A field that is left out changes nothing of what the screen does."""

    takes: Callable[[events.Key], bool] = lambda _: False
    """Gets each key before it is looked up; returns False when the key does not answer the prompt."""
    takes_text: Callable[[str], bool] = lambda _: False
    """Gets what is pasted; returns False when it does not answer the prompt."""
    line: Callable[[int], Text] | None = None
    """Makes the status line for a width in cells."""
    footer: Callable[[int], Text] | None = None
    """Makes the footer for a width in cells."""
    words: Callable[[], str] = str
    """What the status line says in place of the sentence at hand."""
    subject: Subject | None = None
    """What the next tag or note is put on, when that is not the sentence at hand."""
    is_over: Callable[[], bool] = lambda: False
    """Whether the cursor was moved to where the prompt makes no sense any more."""
    lasts: bool = False
    """It stays when articles are opened, closed or moved."""


class PromptStack:
    """The prompts at the moment, by name; the one that was added last comes first."""

    def __init__(
        self,
        keys: Keymap,
        say: Callable[[str], None],
        changed: Callable[[], None],
        answered: Callable[[], object],
    ) -> None:
        """Begin with none. `changed` is called when there are others, `answered` when the last has ended."""
        self._keys, self._say = keys, say
        self._changed, self._answered = changed, answered
        self._prompts: dict[str, Prompt] = {}

    def __bool__(self) -> bool:
        """Whether there is any prompt."""
        return bool(self._prompts)

    def add(self, name: str, prompt: Prompt) -> None:
        """Add a prompt, in place of one of the same name."""
        self._prompts.pop(name, None)
        self._prompts[name] = prompt
        self._changed()

    def ask_key(
        self,
        page: str,
        line: Callable[[int], Text],
        answer: Callable[[str, str], object],
        footer: Callable[[int], Text] | None = None,
    ) -> None:
        """Ask for one key of a key table. A key that is none of them does what it always does.

        `answer` is called with what the table says the key does, and with the key.
        """
        here = self._keys.on_page(page)

        def takes(key: events.Key) -> bool:
            self.end(page)
            action = here.action_for(key.key)
            if action:
                answer(action, key.key)
            elif action is None and key.is_printable:
                name = page.removeprefix("in-")
                self._say(f"No {name} has the letter {key.character}: {self._keys.label(name)} asks again")
            return key.is_printable or action is not None

        self.add(page, Prompt(takes=takes, line=line, footer=footer or here.footer))

    def end(self, *names: str) -> None:
        """Remove the prompts of these names, as far as there are any."""
        ended = [self._prompts.pop(name) for name in names if name in self._prompts]
        if ended:
            self._changed()
        if ended and not self:
            self._answered()

    def end_all(self, *, lasting: bool) -> None:
        """Remove all prompts; those that last only if `lasting`."""
        self.end(*(name for name, prompt in self._prompts.items() if lasting or not prompt.lasts))

    def end_what_is_over(self) -> None:
        """Remove the prompts that make no sense where the cursor is now."""
        self.end(*(name for name, prompt in self._prompts.items() if prompt.is_over()))

    def takes(self, key: events.Key) -> bool:
        """Give a key to the prompts; return False when it answers none."""
        return any(prompt.takes(key) for prompt in self._last_first())

    def takes_text(self, text: str) -> bool:
        """Give what was pasted to the prompts; return False when it answers none."""
        return any(prompt.takes_text(text) for prompt in self._last_first())

    @property
    def subject(self) -> Subject | None:
        """What the next tag or note is put on, when that is not the sentence at hand."""
        return next((prompt.subject for prompt in self._last_first() if prompt.subject), None)

    @property
    def line(self) -> Callable[[int], Text] | None:
        """What makes the status line, if a prompt does."""
        return next((prompt.line for prompt in self._last_first() if prompt.line), None)

    @property
    def footer(self) -> Callable[[int], Text] | None:
        """What makes the footer, if a prompt does."""
        return next((prompt.footer for prompt in self._last_first() if prompt.footer), None)

    @property
    def words(self) -> list[str]:
        """What the prompts say in the status line."""
        return [prompt.words() for prompt in self._prompts.values()]

    def _last_first(self) -> Iterator[Prompt]:
        return reversed([*self._prompts.values()])
