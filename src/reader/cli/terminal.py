"""The terminal that the app draws on and reads keys from."""

import os
import sys


class NoTerminalError(Exception):
    """There is no terminal to draw on or to read keys from; `str()` is the sentence."""

    def __init__(self) -> None:
        super().__init__("there is no terminal to read in; `reader --plain` prints the articles without one.")


def take_terminal() -> None:
    """Make the terminal the source of keys, even when standard input was an article.

    Raises NoTerminalError.
    """
    if not sys.stdin or not sys.stderr or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        raise NoTerminalError
    if sys.stdin.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise NoTerminalError from None
    os.dup2(terminal, 0)
    os.close(terminal)
