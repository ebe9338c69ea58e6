"""Sessions: a queue of sentences that is worked through, to be taken up again at any time.

`s` asks in the two lines at the bottom, like `f`. While a session runs, a digit or `.` on the sentence at
hand is the end of it: the next one comes. Moving about is free; `Enter` comes back to the queue.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from reader.tui import lines
from reader.tui.reading.tagging import Tagging
from reader.tui.reopening import Goal, Reopening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.text import Text
    from textual import events

    from reader.notebook.sessions import Session
    from reader.overlap import Place
    from reader.tui.state.queues import Queue

LONGEST = 300.0
"""Seconds that count for one sentence: who is away for longer is not at work."""
RUNNING = ("session-next", "session-later", "session-back", "session")
"""The keys of a session that runs."""
BAR = 10
"""Cells of the progress bar."""


class Sitting(Tagging, Reopening):
    """A session, if one runs."""

    _session: Session | None = None
    _since = 0.0
    """When the clock was read last, in seconds of `monotonic`."""
    _asking = False

    def action_session(self) -> None:
        """Ask for a queue; while a session runs, whether to pause or to end it."""
        if not self._refused():
            self._asking = True
            self._show_sentence()

    def action_session_next(self) -> None:
        """Go on to the next of the queue: done with this one if anything is on it, else it is skipped."""
        if session := self._open_session():
            sessions = self.desk.notebook.sessions
            place = self._place(session)
            at_hand = place == self.desk.place
            if at_hand or (place is None and self.is_full):
                done = at_hand and self.desk.mark(self.desk.place).own
                session = (sessions.done if done else sessions.skip)(session.id, self._seconds())
            self._go_to(session)

    def action_session_later(self) -> None:
        """Put it behind all the others."""
        if session := self._open_session():
            self._go_to(self.desk.notebook.sessions.later(session.id, self._seconds()))

    def action_session_back(self) -> None:
        """Back to the one before."""
        if session := self._open_session():
            self._go_to(self.desk.notebook.sessions.back(session.id, self._seconds()))

    def action_undo(self) -> None:
        """Take the last change back; when that was the end of a sentence, it is at hand again."""
        super().action_undo()
        session = self._session
        if session is not None and session.passed:
            last = self.desk.places([session.queue[session.passed[-1][0]]])
            if self.desk.place in last:
                self._session = self.desk.notebook.sessions.back(session.id, self._seconds())
                self._status.refresh()

    def note_places(self) -> None:
        """A session is paused when the screen is left."""
        super().note_places()
        if self._session is not None and not self.desk.notebook.read_only:
            self._session = self.desk.notebook.sessions.spend(self._session.id, self._seconds())

    # The question

    def takes(self, key: events.Key) -> bool:
        """The answer to `s`."""
        if not self._asking:
            return super().takes(key)
        self._asking = False
        self.say("")
        self._footer.refresh()
        answer = self.keys.on("in-session").action(key.key)
        self._answer_session(answer or "")
        return key.is_printable or answer is not None

    def _answer_session(self, answer: str) -> None:
        sessions = self.desk.notebook.sessions
        if self._session is not None:
            if answer == "p":
                sessions.spend(self._session.id, self._seconds())
                self._session = None
                self.say(f"Paused; {self.keys.first('session')} twice takes it up again")
            elif answer == "e":
                self._finish(self._session)
        elif answer == "enter" and (paused := sessions.open()):
            self._begin_session(paused)
        elif answer in self._queues:
            self._start(self._queues[answer])

    @property
    def _queues(self) -> Mapping[str, Queue]:
        from reader.tui.state.queues import QUEUES  # noqa: PLC0415 - not needed for the first frame

        return QUEUES

    def _start(self, queue: Queue) -> None:
        from reader.notebook.wording import counted  # noqa: PLC0415 - not needed for the first frame

        places = queue.find(self.desk)
        if not places:
            self.say(f"No sentence is {queue.name}")
            return
        if paused := self.desk.notebook.sessions.open():
            self.desk.notebook.sessions.finish(paused.id)
        words = f"{queue.name} of {counted(len(self.desk.articles), 'article')}"
        self._begin_session(self.desk.notebook.sessions.start(words, map(self.desk.span, places)))

    def _options(self, width: int) -> Text:
        """What can be answered."""
        here = self.keys.on("in-session")
        if self._session is not None:
            return here.footer(width, only=("pause", "end", "close"))
        queues = ("all", "overlaps", "untagged", "changed", "filtered")
        if paused := self.desk.notebook.sessions.open():
            left = f"go on with {paused.words}, {len(paused.left):,} left"
            return here.footer(width, {"session": left}, only=("session", *queues))
        return here.footer(width, only=queues)

    def _status_line(self, width: int) -> Text:
        if self._asking:
            leave = self.keys.on("in-session").first("close")
            return lines.question("Session …", f"which sentences, one after the other · {leave} none", width)
        return super()._status_line(width)

    def _footer_line(self, width: int) -> Text:
        return self._options(width) if self._asking else super()._footer_line(width)

    def _called_for(self) -> tuple[str, ...]:
        return super()._called_for() or (RUNNING if self._session is not None else ())

    def _about(self) -> list[str]:
        """The progress, at the right of the status line."""
        return [*super()._about(), *([progress(self._session)] if self._session else [])]

    # Going on

    def _go_on(self) -> None:
        """After a tag: to the next of the queue, when it was the one at hand."""
        session = self._session
        if session is None or self._place(session) != self.desk.place:
            super()._go_on()
        else:
            self._go_to(self.desk.notebook.sessions.done(session.id, self._seconds()))

    def _begin_session(self, session: Session) -> None:
        self._since = monotonic()
        self._go_to(session)
        if self._session is not None:
            later, back = self.keys.first("session-later"), self.keys.first("session-back")
            self.say(
                f"{self.keys.first('session-next')} next, {later} later, {back} back,"
                f" {self.keys.first('session')} pauses"
            )

    def _go_to(self, session: Session) -> None:
        """Show what is at hand; when nothing is left, what came of it."""
        self._session = session
        place = self._place(session)
        if place is not None:
            self._move(lambda: self.desk.go(place))
        elif session.place is not None:
            self.bring(Goal(session.place))
        else:
            self._finish(session)

    def _finish(self, session: Session) -> None:
        from reader.tui.pages.summing import SummaryScreen  # noqa: PLC0415 - not needed for the first frame

        sessions = self.desk.notebook.sessions
        ended = sessions.finish(session.id, self._seconds())
        self._session = None
        self.say("")
        self._footer.renew()
        summary = sessions.summary(ended.id)
        tags = [(self.desk.notebook.tag(tag), count) for tag, count in summary.tags.items()]
        self.app.push_screen(SummaryScreen(ended.words, summary, tags, self.keys))

    def _open_session(self) -> Session | None:
        if self._session is None:
            self.say(f"No session runs: {self.keys.first('session')} begins one")
        return self._session

    def _place(self, session: Session) -> Place | None:
        """The sentence at hand, if its article lies open."""
        places = self.desk.places([session.place]) if session.place else []
        return places[0] if places else None

    def _seconds(self) -> float:
        """The time spent since this was asked last."""
        before, self._since = self._since, monotonic()
        return min(self._since - before, LONGEST)


def progress(session: Session) -> str:
    """How far a session is: a bar, how many, how fast, how long it will take."""
    filled = round(session.share * BAR)
    total = len(session.left) + len(session.passed)
    parts = ["▰" * filled + "▱" * (BAR - filled), f"{len(session.passed):,}/{total:,}"]
    if session.seconds_left is not None:
        parts.append(f"· {session.rate:.0f} a minute · {minutes(session.seconds_left)} left")
    return " ".join(parts)


def minutes(seconds: float) -> str:
    """A time in words: `40 s`, `12 min`, `1 h 5 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, rest = divmod(round(seconds / 60), 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"
