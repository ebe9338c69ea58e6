"""Tags: what the keys that put them on, take them off or take something back do.

A key acts on the *subject*: the sentence at hand, the range that is being chosen, or what the key before it
asked for (`a`, the same on all the counterparts).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.overlap import Place
from reader.tui.article.header import short_name
from reader.tui.keys.reading_keys import DIGITS
from reader.tui.reading.notes import Noting
from reader.tui.reading.prompts import SUBJECT, Question
from reader.workspace import cursor, overlapping, subjects
from reader.workspace.labels import article_letter, sentence_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.notebook import Annotation, Span, Tag
    from reader.overlap import Match
    from reader.tui.article.article_view import ArticleView
    from reader.workspace.subjects import Subject
    from reader.workspace.tag_suggestions import TagChoice, TagOptions


class Tagging(Noting):
    """What the reader adds to the sentences."""

    def action_digit(self, digit: int) -> None:
        """Put a pinned tag on the sentence and go on."""
        tag = self.workspace.notebook.codebook.pinned_to(digit)
        if tag is None:
            key, make = self.keys.label(f"tag-{digit}"), self.keys.label("tag")
            self.say(f"No tag is pinned to {key} yet: {make} makes one")
        else:
            self._tag_and_go_on(self._subject(), tag)

    def action_repeat(self) -> None:
        """Put the last tag on the sentence and go on."""
        tag = self._annotator.last
        if tag is None:
            self.say(f"No tag to repeat yet: {self.keys.label('tag')} picks one")
        else:
            self._tag_and_go_on(self._subject(), tag)

    def action_pick_tag(self) -> None:
        """Ask for a tag."""
        self._ask_for_tag(self._subject())

    def action_remove(self) -> None:
        """Take the coder's own tags and notes off the sentence.

        What lies over it and reaches further, and what is of others, only when that is meant.
        """
        if self._refused():
            return
        subject = self._subject()
        there = overlapping.layers(self.workspace, subject)
        if there.own:
            self._strip(subject, there.own)
        elif there.own_beyond or there.others or there.others_beyond:
            self._ask_what_to_strip(subject, [*there.own_beyond, *there.others, *there.others_beyond])
        else:
            self._done_with(subject)
            self.say(f"There is nothing on {subject.name}")

    def _ask_what_to_strip(self, subject: Subject, found: Sequence[Annotation]) -> None:
        """Ask whether to take off what is not the coder's own on the sentence itself; of several, which."""
        from reader.tui.dialogs.letter_dialogs import QuestionDialog, RowsDialog  # noqa: PLC0415

        there = overlapping.layers(self.workspace, subject)
        if there.others == [*found]:
            question = f"All on {subject.name} is of {_coders(found)}. Take it off all the same?"
        elif len(found) == 1:
            question = f"{self._described(found[0])} lies over {subject.name}. Take it off there?"
        else:
            question, rows = f"What is to be taken off over {subject.name}?", [*map(self._described, found)]
            self.app.push_screen(RowsDialog(question, rows, lambda n: self._strip(subject, [found[n]])))
            return
        self.app.push_screen(QuestionDialog(question, partial(self._strip, subject, found), self.keys))

    def _described(self, annotation: Annotation) -> str:
        """What it is, on what, and whose: `“claim” and the note on A 2–4 (ann)`."""
        what, where = (
            overlapping.contents_label(self.workspace, [annotation]),
            overlapping.target_name(self.workspace, annotation),
        )
        return f"{what} on {where}{overlapping.coder_label(self.workspace, annotation)}"

    def _strip(self, subject: Subject, gone: Sequence[Annotation]) -> None:
        """Take these off, and say what was taken off where, and what stays."""
        what = overlapping.contents_label(self.workspace, gone)
        said = f"{what} off {overlapping.target_names(self.workspace, gone)}"
        places = self._annotator.strip(gone)
        self._done_with(subject)
        self._show_changed(places)
        self.say(" · ".join([said, *self._staying(subject), f"{self.keys.label('undo')} brings it back"]))

    def _staying(self, subject: Subject) -> Iterator[str]:
        """What is still on a subject, in words."""
        _, beyond, *others = overlapping.layers(self.workspace, subject)
        if beyond:
            yield f"what is on {overlapping.target_names(self.workspace, beyond)} stays"
        if any(others):
            yield f"what is of {_coders([*others[0], *others[1]])} stays"

    # On more than a sentence

    def action_same(self) -> None:
        """Let the next tag go on the sentence and on all its counterparts."""
        subject = subjects.everywhere(self.workspace, self.workspace.place)
        if len(subject.places) == 1:
            self._found_nothing("No other article says this", self.action_same)
        elif not self._refused():
            self._drop_selection()
            self._asked.ask(SUBJECT, self._same_on(subject))

    def _same_on(self, subject: Subject) -> Question:
        home, tag, leave = self.workspace.place, self.keys.label("tag"), self.keys.label("quiet")
        words = f"The same on {subject.name}: a digit, or {tag} for a tag; {leave} leaves it"
        return Question(words=lambda: words, subject=subject, over=lambda: self.workspace.place != home)

    def action_range(self) -> None:
        """Begin a range at the sentence at hand, or leave it."""
        if self.workspace.selection is not None:
            self._drop_selection()
            self.say("")
            return
        self._move(self.workspace.select)
        self._ask_range()

    def on_article_view_range_drawn(self, event: ArticleView.RangeDrawn) -> None:
        """Choose the range that is drawn with the mouse; the cursor goes to its end when that is done."""
        if event.workspace is not self.workspace:
            return
        from reader.workspace.selection import Selection  # noqa: PLC0415 - not needed for the first frame

        article = self.workspace.articles[event.article]
        chosen = Selection.drawn(event.article, article, event.start, event.end)
        if chosen is None:
            self._drop_selection()
            return
        if event.done:
            self._move(partial(self.workspace.go_to, Place(event.article, article.sentence_at(event.end))))
        self.workspace.selection = chosen
        self._columns.repaint()
        self._ask_range()

    def _ask_range(self) -> None:
        self._asked.ask(SUBJECT, Question(words=self._range, over=lambda: self.workspace.selection is None))

    def _range(self) -> str:
        """What is chosen, how to leave it and how to change it."""
        first = self.keys.label
        ends = f"{first('left')} {first('right')} its end by words, {first('words')} words by letter"
        name = self._annotator.subject().name
        if chosen := self.workspace.selection:
            name = overlapping.with_words(name, self.workspace.article.text[chosen.start : chosen.end])
        return f"Range {name} · {first('range')} leaves it · {ends}, {first('next-overlap')} the other end"

    def action_words(self) -> None:
        """Ask for the first and the last word of a range: in the sentence at hand, or in the range so far."""
        from reader.tui.dialogs.words_dialog import WordsDialog  # noqa: PLC0415
        from reader.workspace.selection import Selection  # noqa: PLC0415 - not needed for the first frame

        article = self.workspace.article
        place = self.workspace.place
        range_ = self.workspace.selection or Selection.of(place.article, article, place.sentence)
        words = range_.words(article)

        def take(first: int, last: int) -> None:
            self.workspace.selection = range_.between(words[first][0], words[last][1])
            self._columns.repaint()
            self._ask_range()

        if words:
            self.app.push_screen(WordsDialog(article.text, words, take))
        else:
            self.say("There are no words in this sentence")

    def action_tag_article(self) -> None:
        """Ask for a tag for the whole article."""
        self._ask_for_tag(subjects.article(self.workspace, self.workspace.column))

    def action_tag_pair(self) -> None:
        """Ask for a tag for the sentence together with its counterpart."""
        subject = subjects.pair(self.workspace)
        if subject is None:
            self._found_nothing("No other article says this: there is no pair", self.action_tag_pair)
        else:
            self._ask_for_tag(subject)

    def action_tag_absence(self) -> None:
        """Ask which article does not say this, then for a tag.

        Where it is but one, a digit puts its tag at once and Enter stands for the letter.
        """
        place = self.workspace.place
        others = subjects.others(self.workspace, place)
        if not self.workspace.comparison.complete:
            self._await_comparison(self.action_tag_absence)
        elif not others:
            self.say("This is the only article")
        elif not self._refused():
            self._ask_which_lacks(place, others)

    def _ask_which_lacks(self, place: Place, others: Mapping[int, Match | None]) -> None:
        from reader.tui.dialogs.letter_dialogs import ArticleDialog  # noqa: PLC0415 - not needed for the first frame

        numbers, articles = list(others), self.workspace.articles
        letters = "".join(map(article_letter, numbers))
        rows = [short_name(articles[number]) + subjects.matched(others[number]) for number in numbers]
        lacking = [number for number in numbers if others[number] is None] or numbers
        question, keys = f"Which does not say {sentence_name(place)}?", {}
        if len(lacking) == 1:
            (only,) = lacking
            one, digits = article_letter(only), self.keys.digit_labels()
            question = f"{one} does not say {sentence_name(place)}: its letter, Enter or {digits} for a tag"
            keys = self._tag_keys(subjects.absence(self.workspace, place, only))
            keys["enter"] = partial(self._absent, place, only)
        self.app.push_screen(
            ArticleDialog(question, rows, letters, lambda row: self._absent(place, numbers[row]), keys)
        )

    def _tag_keys(self, subject: Subject) -> dict[str, Callable[[], None]]:
        """The keys that put a tag at once, and how they put it on this subject."""
        tags = {f"tag-{digit}": self.workspace.notebook.codebook.pinned_to(digit) for digit in DIGITS}
        tags["repeat"] = self._annotator.last
        return {
            key: partial(self._tag_and_go_on, subject, tag)
            for name, tag in tags.items()
            if tag is not None
            for key in self.keys.keys_for(name)
        }

    def _absent(self, place: Place, number: int) -> None:
        self._ask_for_tag(subjects.absence(self.workspace, place, number))

    # The codebook

    def action_codebook(self) -> None:
        """Show all the tags, to be changed; then go where the one is that was taken."""
        from reader.tui.pages.codebook import CodebookScreen  # noqa: PLC0415 - not needed for the first frame

        screen = CodebookScreen(self.workspace.notebook, self.keys)
        self.app.push_screen(
            screen, partial(self._from_codebook, self.workspace.annotations.annotated_spans())
        )

    def _from_codebook(self, before: list[Span], tag: Tag | None) -> None:
        """Show what the codebook has changed; then go to a tag, if one was taken."""
        self._show_annotated(before)
        if tag is None:
            return
        there = cursor.next_with_tag(self.workspace, tag)
        if there is None:
            self.say(f"“{tag.name}” is on no sentence of the open articles")
        else:
            self._move(lambda: self.workspace.go_to(there))

    # Undo

    def action_undo(self) -> None:
        """Take the last change back."""
        self._undo()

    def action_redo(self) -> None:
        """Make the last change again."""
        self._redo()

    def _undo(self) -> bool:
        return self._turn(self.workspace.notebook.undo, "Undone", "Nothing to undo")

    def _redo(self) -> bool:
        return self._turn(self.workspace.notebook.redo, "Done again", "Nothing to redo")

    # How a change reaches the notebook

    def _ask_for_tag(self, subject: Subject) -> None:
        if self._refused():
            return
        from reader.tui.dialogs.tag_picker import TagPicker  # noqa: PLC0415 - not needed for the first frame

        take, pin = partial(self._picked, subject), partial(self._pin, subject)
        alone = subject.targets[0].kind in {"span", "article"}
        put = partial(self._put_tag if alone else self._tag_and_go_on, subject)
        self.app.push_screen(TagPicker(self._offer(subject), take, self.keys, pin, put))

    def _offer(self, subject: Subject) -> TagOptions:
        from reader.workspace.tag_suggestions import TagOptions  # noqa: PLC0415 - not needed for the first frame

        worn, recent = self._annotator.worn(subject), self._annotator.recent
        over = overlapping.tags_over(self.workspace, subject)
        return TagOptions(self.workspace.notebook.tags, worn, recent, subject.suggested, subject.name, over)

    def _pin(self, subject: Subject, tag: Tag, digit: int | None) -> TagOptions:
        """Pin a tag from the picker; gives what is offered then."""
        self._annotator.pin(tag, digit)
        self._show_changed(self.workspace.annotations.annotated_places())
        return self._offer(subject)

    def _tag_and_go_on(self, subject: Subject, tag: Tag) -> None:
        """Put a tag on a subject; then to what is next, from where a round of counterparts began."""
        if self._refused():
            return
        home = self.workspace.origin if self.workspace.origin in subject.places else self.workspace.place
        last = max(place for place in subject.places if place.article == home.article)
        said = self._put_tag(subject, tag)
        if last != self.workspace.place:
            self._move(lambda: self.workspace.go_to(last))
        self._go_on()
        self.say(said)

    def _put_tag(self, subject: Subject, tag: Tag) -> str:
        """Put a tag on a subject; gives what is said of it."""
        new = self._annotator.tag(subject, tag)
        self._done_with(subject)
        said = f"“{tag.name}” on {subject.name}" if new else f"“{tag.name}” was on {subject.name} already"
        self.say(said)
        return said

    def _go_on(self) -> None:
        """To what is next when this one is tagged."""
        self.action_move(1)

    def _picked(self, subject: Subject, choice: TagChoice) -> None:
        """Put the tag from the picker on the subject, or take it off."""
        said = ""
        if choice.tag is None:
            self._annotator.create(subject, choice.name)
        elif choice.tag in self._annotator.worn(subject):
            self._annotator.remove(subject, choice.tag)
            over = overlapping.tags_over(self.workspace, subject).get(choice.tag)
            said = f"“{choice.name}” off {subject.name}" + (f", on {over} it stays" if over else "")
        else:
            self._annotator.tag(subject, choice.tag)
        self._done_with(subject)
        self.say(said)

    def _turn(self, step: Callable[[], str | None], done: str, nothing: str) -> bool:
        """Undo or redo, and go there unless a range is being chosen; False: nothing was to be done."""
        if self._refused():
            return False
        turned = self._annotator.turn(step)
        if turned is None:
            self.say(nothing)
            return False
        words, changed, there = turned
        self._show_changed(changed)
        self._columns.refresh_headers()
        if there is not None and self.workspace.selection is None:
            self._move(lambda: self.workspace.go_to(there))
        if self.workspace.notebook.history.touched_codebook:
            self._move(self.workspace.refresh_filter)
        self.say(f"{done}: {words}")
        return True


def _coders(annotations: Iterable[Annotation]) -> str:
    """Who made these."""
    return " and ".join(sorted({annotation.coder for annotation in annotations}))
