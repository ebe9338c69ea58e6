"""Sessions: a queue of sentences that is worked through, to be taken up again at any time.

`s` asks in the two lines at the bottom, like `f`. While a session runs, a digit or `.` on the sentence at
hand is the end of it: the next one comes. Moving about is free; `Enter` comes back to the queue.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from reader.tui.reading import status_lines as lines
from reader.tui.reading.go_to import Goal, Reopening
from reader.tui.reading.tags import Tagging
from reader.workspace.labels import sentence_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.text import Text

    from reader.notebook import Span
    from reader.notebook.schema.session import Session
    from reader.overlap import Place
    from reader.workspace.queues import Queue
    from reader.workspace.subjects import Subject

LONGEST = 300.0
"""Seconds that count for one sentence: who is away for longer is not at work."""
RUNNING = ("session-next", "session-later", "session-back", "session")
"""The keys of a session that runs."""
BAR = 10
"""Cells of the progress bar."""


class Sitting(Tagging, Reopening):
    """A session, if one runs."""

    _session_id: str | None = None
    _at: int | None = None
    """The number in the queue of what the coder was brought to last."""
    _put_off: tuple[tuple[int, int], ...] = ()
    """What `later` was said of: its number in the queue, and how many were passed then."""
    _since = 0.0
    """When the clock was read last, in seconds of `monotonic`."""

    @property
    def _session(self) -> Session | None:
        """The one that runs, as the notebook knows it: with its places in the texts as they are now."""
        if self._session_id is None:
            return None
        paused = self.workspace.notebook.sessions.paused()
        return next((each for each in paused if each.id == self._session_id), None)

    def action_session(self) -> None:
        """Ask for a queue; while a session runs, whether to pause or to end it."""
        if not self._refused():
            self.ask_key("in-session", self._question_of, self._options, self._answer_session)

    def action_session_next(self) -> None:
        """Go on to the next of the queue: done with this one if anything is on it, else it is skipped."""
        if session := self._open_session():
            sessions = self.workspace.notebook.sessions
            place = self._place(session)
            at_hand = place == self.workspace.place
            if at_hand or (place is None and self.is_full):
                done = at_hand and self.workspace.mark(self.workspace.place).own
                session = (sessions.done if done else sessions.skip)(session.id, self._seconds())
            self._go_to(session)

    def action_session_later(self) -> None:
        """Put it behind all the others."""
        session = self._open_session()
        if session is None or session.at is None:
            return
        place = self._place(session)
        name = "This one" if place is None else sentence_name(place)
        if len(session.left) == 1:
            self.say(f"{name} is the last that is left")
            return
        self._put_off += ((session.at, len(session.passed)),)
        self._go_to(self.workspace.notebook.sessions.later(session.id, self._seconds()))
        self.say(f"{name} comes later")

    def action_session_back(self) -> None:
        """Back to the one before: the one put off last, when none was passed since."""
        session = self._open_session()
        if session is None:
            return
        *before, (number, passed) = self._put_off or ((-1, -1),)
        sessions = self.workspace.notebook.sessions
        if number in session.left and passed == len(session.passed):
            self._put_off = tuple(before)
            self._go_to(sessions.sooner(session.id, number, self._seconds()))
        else:
            self._put_off = ()
            self._go_to(sessions.back(session.id, self._seconds()))

    def _undo(self) -> bool:
        """Take the last change back; sentences that carry nothing any more are not done either."""
        session, turned = self._session, super()._undo()
        if turned and session is not None:
            bare = [place for place in self._turned() if self._is_bare(place)]
            self.workspace.notebook.sessions.take_back(session.id, self._spans(bare), self._seconds())
            self._status.refresh()
        return turned

    def _redo(self) -> bool:
        """Make the last change again; what carries something again is done, and the next comes."""
        before, turned = self._session, super()._redo()
        if turned and before is not None and not self.workspace.notebook.history.turned_codebook:
            there = [place for place in self._turned() if not self._is_bare(place)]
            session = self.workspace.notebook.sessions.cover(before.id, self._spans(there), self._seconds())
            at_hand = self._place(before) == self.workspace.place and self.workspace.selection is None
            if session.at != before.at and at_hand:
                said = self._message
                self._go_to(session)
                self.say(said)
            self._status.refresh()
        return turned

    def _turned(self) -> list[Place]:
        """The sentences that the last undo or redo changed."""
        return self.workspace.annotations.places(self.workspace.notebook.history.touched_spans)

    def note_places(self) -> None:
        """A session is paused when the screen is left."""
        super().note_places()
        if self._session is not None and not self.workspace.notebook.read_only:
            self.workspace.notebook.sessions.spend(self._session.id, self._seconds())

    # The question

    def _answer_session(self, answer: str, _key: str) -> None:
        if session := self._session:
            self._answer_running(session, answer)
        elif answer == "enter":
            self._take_up(self.workspace.notebook.sessions.paused())
        elif answer in self._queues:
            self._start(self._queues[answer])
        else:
            self.say(self._none_runs())

    def _answer_running(self, session: Session, answer: str) -> None:
        here = self.keys.on_page("in-session")
        if answer == "p":
            self.workspace.notebook.sessions.spend(session.id, self._seconds())
            self._session_id = None
            self.say(f"Paused; {self.keys.label('session')} twice takes it up again")
        elif answer == "e":
            self._finish(session)
        elif answer in self._queues:
            self.say(
                f"{session.words} is at hand: {here.label('pause')} pauses it, {here.label('end')} ends it"
            )

    def _take_up(self, paused: Sequence[Session]) -> None:
        """Go on with what was paused, if there are several with the one that is chosen."""
        if len(paused) > 1:
            from reader.tui.dialogs.letter_dialogs import RowsDialog  # noqa: PLC0415 - not needed for the first frame

            rows = [f"{each.words}: {_so_far(each)}, begun {each.started[:10]}" for each in paused]
            self.app.push_screen(
                RowsDialog("Go on with …", rows, lambda number: self._begin_session(paused[number]))
            )
        elif paused:
            self._begin_session(paused[0])
        else:
            self.say(f"No session is paused: {self.keys.label('session')} and a letter begins one")

    @property
    def _queues(self) -> Mapping[str, Queue]:
        from reader.workspace.queues import QUEUES  # noqa: PLC0415 - not needed for the first frame

        return QUEUES

    def _start(self, queue: Queue) -> None:
        from reader.text.phrases import counted  # noqa: PLC0415 - not needed for the first frame

        places = queue.find(self.workspace)
        if not places:
            self.say(f"No sentence is {queue.name}")
            return
        words = f"{queue.name} of {counted(len(self.workspace.articles), 'article')}"
        self._begin_session(
            self.workspace.notebook.sessions.start(words, map(self.workspace.annotations.span, places))
        )

    def _options(self, width: int) -> Text:
        """What can be answered."""
        here = self.keys.on_page("in-session")
        if self._session is not None:
            return here.footer(width, only=("pause", "end", "close"))
        queues = ("all", "overlaps", "untagged", "changed", "filtered")
        paused = self.workspace.notebook.sessions.paused()
        if not paused:
            return here.footer(width, only=queues)
        first, *others = paused
        last = f"{first.words}, {len(first.left):,} left"
        words = f"go on: {len(paused)} paused" if others else f"go on with {last}"
        return here.footer(width, {"session": words}, only=("session", *queues))

    def _question_of(self, width: int) -> Text:
        leave = self.keys.on_page("in-session").label("close")
        if session := self._session:
            return lines.question("Session …", f"{session.words}: {_so_far(session)}", width)
        return lines.question("Session …", f"which sentences, one after the other · {leave} none", width)

    def _called_for(self) -> tuple[str, ...]:
        return super()._called_for() or (RUNNING if self._session_id is not None else ())

    def _about(self) -> list[str]:
        """The progress, at the right of the status line."""
        return [
            *super()._about(),
            *([progress(session, self._away(session))] if (session := self._session) else []),
        ]

    def _away(self, session: Session) -> str:
        """Where the session waits while the coder is elsewhere; empty when they are at its sentence."""
        place = self._place(session)
        if session.at is None:
            return f"all passed: {self.keys.label('session-next')}"
        if place == self.workspace.place:
            return ""
        where = "in another article" if place is None else f"at {sentence_name(place)}"
        return f"waits {where}: {self.keys.label('session-next')}"

    # Going on

    def _done_with(self, subject: Subject) -> None:
        """All the sentences that were tagged or noted are done, but for one that is at hand alone."""
        super()._done_with(subject)
        spans = all(target.kind == "span" for target in subject.targets)
        if (session := self._session) and spans and subject.places != (self._place(session),):
            there = [place for place in subject.places if not self._is_bare(place)]
            self.workspace.notebook.sessions.cover(session.id, self._spans(there), self._seconds())
            self._status.refresh()

    def _go_on(self) -> None:
        """After a tag: to the next of the queue, when what was at hand is done now."""
        session = self._session
        if session is None:
            super()._go_on()
        elif self._place(session) == self.workspace.place:
            self._go_to(self.workspace.notebook.sessions.done(session.id, self._seconds()))
        elif session.at != self._at:
            self._go_to(session)
        else:
            super()._go_on()

    def _is_bare(self, place: Place) -> bool:
        """Whether the coder at work has nothing on a sentence."""
        return not self.workspace.mark(place).own

    def _spans(self, places: Iterable[Place]) -> list[Span]:
        return [self.workspace.annotations.span(place) for place in places]

    def _begin_session(self, session: Session) -> None:
        from reader.text.phrases import counted  # noqa: PLC0415 - not needed for the first frame

        self._since, self._put_off = monotonic(), ()
        self._go_to(session)
        if self._session_id is not None:
            pause = f"{self.keys.label('session')} {self.keys.on_page('in-session').label('pause')}"
            left = counted(len(session.left), "sentence")
            self.say(f"{left} to go; {self.keys.digit_labels()} tag and go on, {pause} pauses")

    def _go_to(self, session: Session) -> None:
        """Show what is at hand; when nothing is left, what came of it."""
        self._session_id, self._at = session.id, session.at
        place = self._place(session)
        if place is not None:
            self._move(lambda: self.workspace.go_to(place))
        elif session.place is not None:
            self.bring(Goal(session.place))
        else:
            self._finish(session)

    def _finish(self, session: Session) -> None:
        from reader.tui.pages.session_summary import SessionSummaryScreen  # noqa: PLC0415 - not needed for the first frame

        sessions = self.workspace.notebook.sessions
        ended = sessions.finish(session.id, self._seconds())
        self._session_id = None
        self.say("")
        self._footer.refresh_if_changed()
        summary = sessions.summary(ended.id)
        tags = [(self.workspace.notebook.tag(tag), count) for tag, count in summary.tags.items()]
        self.app.push_screen(SessionSummaryScreen(ended.words, summary, tags, self.keys))

    def _open_session(self) -> Session | None:
        if self._refused():
            return None
        if self._session is None:
            self.say(self._none_runs())
        return self._session

    def _none_runs(self) -> str:
        return f"No session runs: {self.keys.label('session')} begins one"

    def _place(self, session: Session) -> Place | None:
        """The sentence at hand, if its article lies open."""
        places = self.workspace.annotations.places([session.place]) if session.place else []
        return places[0] if places else None

    def _seconds(self) -> float:
        """The time spent since this was asked last."""
        before, self._since = self._since, monotonic()
        return min(self._since - before, LONGEST)


def progress(session: Session, away: str = "") -> str:
    """How far a session is: a bar, how many; then where it waits, or how fast it goes and for how long."""
    filled = round(session.share * BAR)
    total = len(session.left) + len(session.passed)
    parts = ["▰" * filled + "▱" * (BAR - filled), f"{len(session.passed):,}/{total:,}"]
    if away:
        parts.append(f"· {away}")
    elif session.seconds_left is not None:
        parts.append(f"· {session.rate:.0f} a minute · {minutes(session.seconds_left)} left")
    return " ".join(parts)


def _so_far(session: Session) -> str:
    return f"{len(session.passed):,} passed, {len(session.left):,} left"


def minutes(seconds: float) -> str:
    """A time in words: `40 s`, `12 min`, `1 h 5 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, rest = divmod(round(seconds / 60), 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"
