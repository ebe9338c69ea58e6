"""What the reading screen asks: it has the keys first, and says in the lines at the bottom what it is about.

Every group of actions makes its own and gives it to `Asked`; the screen shows them, the last one first.
A file that has changed on disk is not read again as long as anything is asked (see `renewing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text
    from textual import events

    from reader.workspace.subjects import Subject
SUBJECT = "subject"
"""The name under which is asked what the next tag is put on: there is but one such question at a time."""


class Question(NamedTuple):
    """Something that is asked. Where it has nothing to say, the screen does and shows what it always does."""

    takes: Callable[[events.Key], bool] = lambda _: False
    """Takes a key before it is looked up; False: it is no answer."""
    pasted: Callable[[str], bool] = lambda _: False
    """Takes what is pasted; False: it is no answer."""
    line: Callable[[int], Text] | None = None
    """The status line, in a width."""
    footer: Callable[[int], Text] | None = None
    """The line below it, in a width."""
    words: Callable[[], str] = str
    """What the status line says besides, in the place of what is said of the sentence."""
    subject: Subject | None = None
    """What the next tag or note is put on, when that is not what is at hand."""
    over: Callable[[], bool] = lambda: False
    """Whether the cursor was moved to where this is not asked any more."""
    lasts: bool = False
    """It is still asked when other articles have been laid in the workspace."""


class Asked:
    """All that is asked at the moment, by name."""

    def __init__(self, changed: Callable[[], None], answered: Callable[[], object]) -> None:
        """Begin with nothing.

        :param changed: is called when other things are asked, `answered` when nothing is any more.
        """
        self._questions: dict[str, Question] = {}
        self._changed = changed
        self._answered = answered

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self._questions)

    def ask(self, name: str, question: Question) -> None:
        """Ask something until it is answered; what was asked under this name is not any more."""
        self._questions.pop(name, None)
        self._questions[name] = question
        self._changed()

    def end(self, *names: str) -> None:
        """These are not asked any more, if they were."""
        ended = [self._questions.pop(name) for name in names if name in self._questions]
        if ended:
            self._changed()
        if ended and not self:
            self._answered()

    def end_all(self, *, lasting: bool) -> None:
        """Nothing is asked any more, or nothing but what lasts."""
        self.end(*(name for name, question in self._questions.items() if lasting or not question.lasts))

    def end_what_is_over(self) -> None:
        """The cursor was moved: what was asked about where it was is not asked any more."""
        self.end(*(name for name, question in self._questions.items() if question.over()))

    def takes(self, key: events.Key) -> bool:
        """Take a key as an answer; False: it is none."""
        return any(question.takes(key) for question in self._last_first())

    def takes_text(self, text: str) -> bool:
        """Take what is pasted; False: it is no answer."""
        return any(question.pasted(text) for question in self._last_first())

    @property
    def subject(self) -> Subject | None:
        """What the next tag or note is put on, when that is not what is at hand."""
        return next((question.subject for question in self._last_first() if question.subject), None)

    @property
    def line(self) -> Callable[[int], Text] | None:
        """What makes the status line."""
        return next((question.line for question in self._last_first() if question.line), None)

    @property
    def footer(self) -> Callable[[int], Text] | None:
        """What makes the line below it."""
        return next((question.footer for question in self._last_first() if question.footer), None)

    @property
    def words(self) -> list[str]:
        """What the status line says besides."""
        return [question.words() for question in self._questions.values()]

    def _last_first(self) -> Iterator[Question]:
        return reversed([*self._questions.values()])
