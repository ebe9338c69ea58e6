"""Sessions: a queue of sentences that is worked through, and can be taken up again at any time.

While a session runs, a digit on the sentence at hand brings the next one of the queue. The cursor may be
moved freely; `next` comes back to the queue.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from reader.text.phrases import counted
from reader.tui.reading.go_to import Destination, GoToController
from reader.tui.reading.status_lines import prompt_line
from reader.workspace.labels import MAX_ARTICLES, sentence_name
from reader.workspace.queues import QUEUES, Queue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text

    from reader.notebook import Span
    from reader.notebook.actions.sessions import Sessions
    from reader.notebook.schema.session import Session
    from reader.overlap import Place
    from reader.tui.reading.navigation import NavigationController
    from reader.tui.reading.view import ReadingView
    from reader.workspace.subjects import Subject

LONGEST = 300.0
"""The most seconds that count for one sentence: a coder who is away is not at work."""
RUNNING_KEYS = ("session-next", "session-later", "session-back", "session")
QUEUES_ASKED = ("all", "overlaps", "untagged", "changed", "filtered")
"""The queues that the footer offers."""
BAR = 10
"""Cells of the progress bar."""


class SessionController:
    """Brings one sentence of the queue after the other, as long as a session runs."""

    def __init__(self, view: ReadingView, navigation: NavigationController, go_to: GoToController) -> None:
        self._view, self._navigation, self._go_to = view, navigation, go_to
        self._running_id: str | None = None
        self._shown: int | None = None
        """The sentence that was brought last, by its number in the queue."""
        self._put_off: tuple[tuple[int, int], ...] = ()
        """Each sentence put off: its number in the queue, and how many were passed then."""
        self._clock = 0.0
        """When the time was taken last, in seconds of `monotonic`."""
        view.status.progress = self._progress
        view.status.first_keys = lambda: RUNNING_KEYS if self._running_id is not None else ()

    @property
    def _sessions(self) -> Sessions:
        return self._view.workspace.notebook.sessions

    @property
    def _running(self) -> Session | None:
        """The session that runs, as the notebook knows it now."""
        paused = self._sessions.paused() if self._running_id is not None else []
        return next((each for each in paused if each.id == self._running_id), None)

    # Keys

    def next(self) -> None:
        """Go on to the next of the queue: this one is done if anything is on it, else it is skipped."""
        if session := self._open():
            workspace = self._view.workspace
            place = self._place(session)
            at_hand = place == workspace.place
            if at_hand or (place is None and len(workspace.articles) >= MAX_ARTICLES):
                done = at_hand and workspace.mark(workspace.place).own
                step = self._sessions.complete if done else self._sessions.skip
                session = step(session.id, self._seconds())
            self._show(session)

    def postpone(self) -> None:
        """Put the sentence at hand behind all the others of the queue."""
        session = self._open()
        if session is None or session.at is None:
            return
        place = self._place(session)
        name = "This one" if place is None else sentence_name(place)
        if len(session.left) == 1:
            self._view.say(f"{name} is the last that is left")
            return
        self._put_off += ((session.at, len(session.passed)),)
        self._show(self._sessions.postpone(session.id, self._seconds()))
        self._view.say(f"{name} comes later")

    def back(self) -> None:
        """Go back to the one before: the one put off last, when none was passed since."""
        session = self._open()
        if session is None:
            return
        *before, (number, passed) = self._put_off or ((-1, -1),)
        if number in session.left and passed == len(session.passed):
            self._put_off = tuple(before)
            self._show(self._sessions.move_first(session.id, number, self._seconds()))
        else:
            self._put_off = ()
            self._show(self._sessions.go_back(session.id, self._seconds()))

    def ask(self) -> None:
        """Ask for a queue; while a session runs, whether to pause or to end it."""
        if not self._view.refuses_change():
            self._view.prompts.ask_key("in-session", self._prompt_line, self._answer, self._prompt_footer)

    def _open(self) -> Session | None:
        """Return the session that runs, if it can go on; else say why not."""
        if self._view.refuses_change():
            return None
        if self._running is None:
            self._say_none_runs()
        return self._running

    def _say_none_runs(self) -> None:
        self._view.say(f"No session runs: {self._view.keys.label('session')} begins one")

    # The prompt

    def _prompt_line(self, width: int) -> Text:
        leave = self._view.keys.on_page("in-session").label("close")
        if session := self._running:
            return prompt_line("Session …", f"{session.words}: {passed_and_left(session)}", width)
        return prompt_line("Session …", f"which sentences, one after the other · {leave} none", width)

    def _prompt_footer(self, width: int) -> Text:
        here = self._view.keys.on_page("in-session")
        if self._running is not None:
            return here.footer(width, only=("pause", "end", "close"))
        match self._sessions.paused():
            case []:
                return here.footer(width, only=QUEUES_ASKED)
            case [last]:
                words = f"go on with {last.words}, {len(last.left):,} left"
            case paused:
                words = f"go on: {len(paused)} paused"
        return here.footer(width, {"session": words}, only=("session", *QUEUES_ASKED))

    def _answer(self, answer: str, _key: str) -> None:
        if session := self._running:
            self._answer_running(session, answer)
        elif answer == "enter":
            self._take_up(self._sessions.paused())
        elif answer in QUEUES:
            self._start(QUEUES[answer])
        else:
            self._say_none_runs()

    def _answer_running(self, session: Session, answer: str) -> None:
        here = self._view.keys.on_page("in-session")
        if answer == "p":
            self._sessions.add_time(session.id, self._seconds())
            self._running_id = None
            self._view.say(f"Paused; {self._view.keys.label('session')} twice takes it up again")
        elif answer == "e":
            self._finish(session)
        elif answer in QUEUES:
            pause, end = here.label("pause"), here.label("end")
            self._view.say(f"{session.words} is at hand: {pause} pauses it, {end} ends it")

    def _take_up(self, paused: Sequence[Session]) -> None:
        """Go on with a paused session; of several, with the one that is chosen."""
        if len(paused) > 1:
            from reader.tui.dialogs.letter_dialogs import RowsDialog  # noqa: PLC0415 - seldom needed

            rows = [f"{each.words}: {passed_and_left(each)}, begun {each.started[:10]}" for each in paused]
            dialog = RowsDialog("Go on with …", rows, lambda row: self._begin(paused[row]))
            self._view.app.push_screen(dialog)
        elif paused:
            self._begin(paused[0])
        else:
            key = self._view.keys.label("session")
            self._view.say(f"No session is paused: {key} and a letter begins one")

    # Begin, go on, end

    def _start(self, queue: Queue) -> None:
        workspace = self._view.workspace
        if spans := [workspace.annotations.span(place) for place in queue.find(workspace)]:
            words = f"{queue.name} of {counted(len(workspace.articles), 'article')}"
            self._begin(self._sessions.start(words, spans))
        else:
            self._view.say(f"No sentence is {queue.name}")

    def _begin(self, session: Session) -> None:
        self._clock, self._put_off = monotonic(), ()
        self._show(session)
        if self._running_id is not None:
            keys = self._view.keys
            pause = f"{keys.label('session')} {keys.on_page('in-session').label('pause')}"
            left = counted(len(session.left), "sentence")
            self._view.say(f"{left} to go; {keys.digit_labels()} tag and go on, {pause} pauses")

    def _show(self, session: Session) -> None:
        """Go to the next sentence of the queue; when none is left, end the session."""
        self._running_id, self._shown = session.id, session.at
        place = self._place(session)
        if place is not None:
            self._navigation.go(place)
        elif session.place is not None:
            self._go_to.go(Destination(session.place))
        else:
            self._finish(session)

    def _finish(self, session: Session) -> None:
        from reader.tui.pages.session_summary import SessionSummaryScreen  # noqa: PLC0415 - only at the end

        ended = self._sessions.finish(session.id, self._seconds())
        self._running_id = None
        self._view.say("")
        self._view.status.footer.refresh_if_changed()
        summary, notebook = self._sessions.summary(ended.id), self._view.workspace.notebook
        tags = [(notebook.tag(tag), count) for tag, count in summary.tags.items()]
        self._view.app.push_screen(SessionSummaryScreen(ended.words, summary, tags, self._view.keys))

    # What happened elsewhere

    def go_on(self) -> None:
        """Go to the next of the queue, if the tag was on its sentence; else to the next sentence."""
        session = self._running
        if session is not None and self._place(session) == self._view.workspace.place:
            self._show(self._sessions.complete(session.id, self._seconds()))
        elif session is not None and session.at != self._shown:
            self._show(session)
        else:
            self._navigation.move(1)

    def cover(self, subject: Subject) -> None:
        """Mark the sentences of a subject as done, unless it is only the one at hand: `go_on` does that."""
        session = self._running
        spans = all(target.kind == "span" for target in subject.targets)
        if session is not None and spans and subject.places != (self._place(session),):
            self._sessions.complete_spans(session.id, self._spans(subject.places, own=True), self._seconds())
            self._view.status.line.refresh()

    def after_undo(self) -> None:
        """Mark the sentences as not done on which the undo has left nothing."""
        if session := self._running:
            self._sessions.reopen_spans(session.id, self._spans(self._turned(), own=False), self._seconds())
            self._view.status.line.refresh()

    def after_redo(self) -> None:
        """Mark the sentences as done that carry something again, and go to the next of the queue."""
        before, workspace = self._running, self._view.workspace
        if before is None or workspace.notebook.history.turned_codebook:
            return
        now = self._sessions.complete_spans(before.id, self._spans(self._turned(), own=True), self._seconds())
        at_hand = self._place(before) == workspace.place and workspace.selection is None
        if now.at != before.at and at_hand:
            message = self._view.status.message
            self._show(now)
            self._view.say(message)
        self._view.status.line.refresh()

    def pause_clock(self) -> None:
        """Add the time that was spent to the session: the columns go off the screen."""
        if self._running_id is not None and not self._view.workspace.notebook.read_only:
            self._sessions.add_time(self._running_id, self._seconds())

    def _turned(self) -> list[Place]:
        """The sentences that the last undo or redo changed."""
        workspace = self._view.workspace
        return workspace.annotations.places(workspace.notebook.history.touched_spans)

    def _spans(self, places: Iterable[Place], *, own: bool) -> list[Span]:
        """The spans of those sentences that the coder has tagged or noted, or of the others."""
        workspace = self._view.workspace
        return [workspace.annotations.span(place) for place in places if workspace.mark(place).own == own]

    # What the status line says

    def _progress(self) -> str:
        """Return how far the session is; when the cursor is not on its sentence, which key goes where."""
        session = self._running
        if session is None:
            return ""
        key, place = self._view.keys.label("session-next"), self._place(session)
        if session.at is None:
            return progress(session, f"all passed: {key}")
        if place == self._view.workspace.place:
            return progress(session)
        where = "in another article" if place is None else f"at {sentence_name(place)}"
        return progress(session, f"waits {where}: {key}")

    def _place(self, session: Session) -> Place | None:
        """The next sentence of the queue, if its article is open."""
        places = self._view.workspace.annotations.places([session.place]) if session.place else []
        return places[0] if places else None

    def _seconds(self) -> float:
        """Return the seconds since this was called last; at most `LONGEST`."""
        before, self._clock = self._clock, monotonic()
        return min(self._clock - before, LONGEST)


def progress(session: Session, away: str = "") -> str:
    """Return a bar and how many sentences are passed; then where the session waits, or the time left."""
    filled = round(session.share * BAR)
    total = len(session.left) + len(session.passed)
    parts = ["▰" * filled + "▱" * (BAR - filled), f"{len(session.passed):,}/{total:,}"]
    if away:
        parts.append(f"· {away}")
    elif session.seconds_left is not None:
        parts.append(f"· {session.rate:.0f} a minute · {duration(session.seconds_left)} left")
    return " ".join(parts)


def passed_and_left(session: Session) -> str:
    """Return how many sentences of the queue are passed, and how many are left."""
    return f"{len(session.passed):,} passed, {len(session.left):,} left"


def duration(seconds: float) -> str:
    """Return a time in words: `40 s`, `12 min`, `1 h 5 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
