"""Every key of the reading screen, a line each; the keys of the pages stand in `page_keys`.

Help, footer, command palette, configuration file and the table of keys in the documentation are made from it.
The `id` of a binding names its keys in the configuration file, its `description` stands in the footer, its
`tooltip` in the help (two columns in 80 cells), and its `group` says where the help lists it.
"""

from __future__ import annotations

from typing import Final

from textual.binding import Binding

MOVEMENT = Binding.Group("Moving")
_SHARED = Binding.Group("What is shared")
_FIND = Binding.Group("Finding")
_LOOK = Binding.Group("The articles")
_TAG = Binding.Group("Tags and notes")
_BOOK = Binding.Group("The notebook")
_SESSION = Binding.Group("A session of tagging")
_PROGRAM = Binding.Group("The program")


def perform(command: str) -> str:
    """Return the action of the reading screen that calls a controller's method, as `tags.put_pinned(1)`."""
    return f"perform({command!r})"


def _key(keys: str, command: str, name: str, short: str, does: str, group: Binding.Group) -> Binding:  # noqa: PLR0917 - a row
    """Make a row; a command is a method of one of `reading.controllers`, or an action of the app."""
    action = command if command.startswith("app.") else perform(command)
    # With priority a key is done before the next one is looked at: keys typed ahead reach the dialog that
    # the key before them opens.
    return Binding(keys, action, short, id=name, tooltip=does, group=group, priority=True)


DIGITS: Final = range(1, 10)
QUIT_ANYWHERE: Final = "quit-anywhere"  # the key that quits on every screen, and can mean nothing else

# fmt: off
# ruff: noqa: E501 - a table, a line a key
READING: Final[tuple[Binding, ...]] = (
    _key("j,down", "navigation.move(1)", "next", "next", "Next sentence", MOVEMENT),
    _key("k,up", "navigation.move(-1)", "previous", "back", "Previous sentence", MOVEMENT),
    _key("J,shift+down", "navigation.move_paragraph(1)", "next-paragraph", "paragraph", "Next paragraph", MOVEMENT),
    _key("K,shift+up", "navigation.move_paragraph(-1)", "previous-paragraph", "paragraph", "Previous paragraph", MOVEMENT),
    _key("h,left", "navigation.move_column(-1)", "left", "column", "Column to the left", MOVEMENT),
    _key("l,right", "navigation.move_column(1)", "right", "column", "Column to the right", MOVEMENT),
    _key("tab", "navigation.next_column(1)", "next-column", "column", "Next column", MOVEMENT),
    _key("shift+tab", "navigation.next_column(-1)", "previous-column", "column", "Previous column", MOVEMENT),
    _key("space,pagedown", "navigation.move_page(1)", "page-down", "page", "A page on", MOVEMENT),
    _key("b,pageup", "navigation.move_page(-1)", "page-up", "page", "A page back", MOVEMENT),
    _key("g,home", "navigation.move_to_edge(-1)", "top", "top", "First sentence", MOVEMENT),
    _key("G,end", "navigation.move_to_edge(1)", "end", "end", "Last sentence", MOVEMENT),
    _key("o", "overlap.next_overlap(1)", "next-overlap", "overlap", "Next overlap", _SHARED),
    _key("O", "overlap.next_overlap(-1)", "previous-overlap", "overlap", "Previous overlap", _SHARED),
    _key("c", "overlap.next_counterpart", "counterpart", "counterpart", "Its counterparts, in turn", _SHARED),
    _key("equals_sign", "overlap.toggle_alignment", "align", "align", "Others follow, on/off", _SHARED),
    _key("m", "app.more", "more", "more", "More of this story", _SHARED),
    _key("d", "differences.toggle", "differences", "differences", "What differs, on/off", _SHARED),
    _key("ctrl+d", "differences.scroll(1)", "differences-down", "down", "Scroll differences down", _SHARED),
    _key("ctrl+u", "differences.scroll(-1)", "differences-up", "up", "Scroll differences up", _SHARED),
    _key("left_parenthesis,ctrl+down", "differences.change_height(-1)", "pane-lower", "height", "Differences lower", _SHARED),
    _key("right_parenthesis,ctrl+up", "differences.change_height(1)", "pane-higher", "height", "Differences higher", _SHARED),
    _key("H", "overlap.show_heat_map", "heat-map", "heat map", "How much each shares", _SHARED),
    _key("S", "overlap.show_who_says_what", "said", "who says what", "What all, most, one say", _SHARED),
    _key("minus", "overlap.change_threshold(-1)", "more-matches", "more", "More matches", _SHARED),
    _key("plus", "overlap.change_threshold(1)", "fewer-matches", "fewer", "Fewer matches", _SHARED),
    _key("f", "filter.ask", "filter", "filter", "Filter: fold the others", _FIND),
    _key("slash", "search.ask", "search", "search", "Search, or go to “B 12”", _FIND),
    _key("greater_than_sign", "search.next_hit(1)", "next-hit", "next hit", "Next hit", _FIND),
    _key("less_than_sign", "search.next_hit(-1)", "previous-hit", "hit", "Previous hit", _FIND),
    _key("right_square_bracket", "navigation.next_untagged(1)", "next-untagged", "untagged", "Next untagged", _FIND),
    _key("left_square_bracket", "navigation.next_untagged(-1)", "previous-untagged", "untagged", "Previous untagged", _FIND),
    _key("z", "layout.toggle_alone", "alone", "alone", "This one alone, and back", _LOOK),
    _key("left_curly_bracket", "layout.move_article(-1)", "article-left", "move", "Move article left", _LOOK),
    _key("right_curly_bracket", "layout.move_article(1)", "article-right", "move", "Move article right", _LOOK),
    _key("ctrl+w", "layout.close_article", "close", "close", "Close this article", _LOOK),
    _key("ctrl+t", "layout.reopen_article", "reopen", "reopen", "Open the closed one again", _LOOK),
    _key("number_sign", "layout.toggle_numbers", "numbers", "numbers", "Numbers, on/off", _LOOK),
    _key("F", "layout.toggle_focus", "focus", "focus", "Dim the rest, on/off", _LOOK),
    _key("W", "layout.change_line_width", "line-width", "width", "Longer lines, in turn", _LOOK),
    _key("L", "program.toggle_theme", "theme", "light", "Light or dark", _LOOK),
    _key("t", "tags.pick", "tag", "tag", "Tag: find one, or make one", _TAG),
    *(
        _key(str(n), f"tags.put_pinned({n})", f"tag-{n}", f"tag {n}", f"Pinned tag {n}, then the next", _TAG)
        for n in DIGITS
    ),
    _key("full_stop", "tags.put_last", "repeat", "again", "The last tag, then the next", _TAG),
    _key("a", "targets.tag_everywhere", "same", "everywhere", "Next tag: counterparts too", _TAG),
    _key("v", "selection.toggle", "range", "range", "Begin a range, leave it", _TAG),
    _key("w", "selection.choose_words", "words", "words", "Words: the first, the last", _TAG),
    _key("p", "targets.tag_pair", "tag-pair", "pair", "Tag it with its counterpart", _TAG),
    _key("A", "targets.tag_absence", "tag-absence", "absence", "Tag: another lacks this", _TAG),
    _key("T", "targets.tag_article", "tag-article", "article", "Tag the whole article", _TAG),
    _key("N", "notes.edit_article", "note-article", "article", "Note on the whole article", _TAG),
    _key("n", "notes.edit", "note", "note", "Note: write, read, change", _TAG),
    _key("C", "pages.show_codebook", "codebook", "codebook", "Codebook: all the tags", _TAG),
    _key("x", "tags.remove", "remove", "remove", "Take tags and note off", _TAG),
    _key("y", "selection.copy", "copy", "copy", "Copy it with its source", _TAG),
    _key("u", "history.undo", "undo", "undo", "Undo", _TAG),
    _key("U", "history.redo", "redo", "redo", "Redo", _TAG),
    _key("E", "pages.show_annotations", "everything", "all notes", "List all tags and notes", _BOOK),
    _key("R", "review.show", "review", "review", "Review what changed", _BOOK),
    _key("s", "session.ask", "session", "session", "Begin, pause, go on, end", _SESSION),
    _key("enter", "session.next", "session-next", "next", "Done or skipped: the next", _SESSION),
    _key("semicolon", "session.postpone", "session-later", "later", "Later: behind the others", _SESSION),
    _key("backspace", "session.back", "session-back", "back", "Back to the one before", _SESSION),
    _key("M", "merge.merge", "merge-notebook", "merge", "Take in a changed notebook", _PROGRAM),
    _key("question_mark", "program.show_help", "help", "keys", "These keys", _PROGRAM),
    _key("escape", "program.clear", "quiet", "clear", "Messages, hits, filter off", _PROGRAM),
    _key("ctrl+p", "app.command_palette", "palette", "commands", "Every command by name", _PROGRAM),
    _key("ctrl+q", "app.quit", QUIT_ANYWHERE, "quit", "Quit, also where one types", _PROGRAM),
    _key("ctrl+z", "app.suspend_process", "suspend", "suspend", "To the shell; fg comes back", _PROGRAM),
    _key("q", "app.quit", "quit", "quit", "Quit; everything is kept", _PROGRAM),
)
# fmt: on


_BY_NAME: Final = {str(binding.id): binding for binding in READING}
NAMES: Final = tuple(_BY_NAME)  # the commands of the reading screen, as the configuration file names them


def binding_named(name: str) -> Binding:
    """Return the binding of a command of the reading screen; KeyError when there is none."""
    return _BY_NAME[name]
