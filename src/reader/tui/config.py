"""The user's configuration file: what can be set in it, and what is set.

A mistake never stands in the way of reading: it is told in one sentence, and the default is used.
"""

from __future__ import annotations

from stat import S_ISREG
from typing import TYPE_CHECKING, Any, NamedTuple

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class Config(NamedTuple):
    """What the user has set; each field is a line of `SETTINGS` too."""

    theme: str = ""
    coder: str = ""
    keys: Mapping[str, str] = {}
    """Only those that differ from the defaults, in Textual's names with commas."""


class Setting(NamedTuple):
    """What can be set under one name."""

    kind: type
    what_kind: str
    """In words, as in "theme is not text in quotes"."""
    does: str
    example: str
    check: Callable[[Any], tuple[Any, list[str]]] = lambda value: (value, [])
    """Returns what of a value of the right kind can be used, and what is wrong with the rest."""


class ConfigFile(NamedTuple):
    """The configuration file as it was found."""

    path: Path
    text: str
    """Empty when there is none, when it is blank, or when it cannot be read."""
    config: Config = Config()
    mistakes: tuple[str, ...] = ()
    """A sentence each."""


def _check_theme(name: str) -> tuple[str, list[str]]:
    from reader.tui.theme.themes import theme_names  # noqa: PLC0415 - Textual is slow to import

    return (name, []) if name in theme_names() else ("", [f"there is no theme “{name}”"])


def _check_keys(wanted: dict[str, object]) -> tuple[dict[str, str], list[str]]:
    from reader.tui.keys.validate import validate_keys  # noqa: PLC0415 - likewise

    return validate_keys(wanted)


_TEXT = "text in quotes"
SETTINGS = {
    "theme": Setting(
        str, _TEXT, "The theme at the start; without it, the last one", "reader-light", _check_theme
    ),
    "coder": Setting(str, _TEXT, "Who tags and notes; without it, $READER_CODER or the user", "Ada"),
    "keys": Setting(dict, "a table", "Keys by the name of what they do", "", _check_keys),
}


def read_config() -> ConfigFile:
    """Read the file, if there is one. Raises nothing: what is wrong with it is in `mistakes`."""
    path = platformdirs.user_config_path("reader", appauthor=False) / "config.toml"
    try:
        if not S_ISREG(path.stat().st_mode):  # a pipe, or a device, may have no end
            return _unusable(path, "", "is not a file")
        text = path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ConfigFile(path, "")
    except OSError as error:
        return _unusable(path, "", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        return _unusable(path, "", f"is not UTF-8 (at byte {error.start + 1})")
    return _parse_file(path, text) if text.strip() else ConfigFile(path, "")


def _parse_file(path: Path, text: str) -> ConfigFile:
    import tomllib  # noqa: PLC0415 - most have no such file

    try:
        config, mistakes = _parse(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        return _unusable(path, text, f"is not TOML: {error}")
    return ConfigFile(path, text, config, tuple(_clean(f"{path.name}: {each}.") for each in mistakes))


def _unusable(path: Path, text: str, why: str) -> ConfigFile:
    return ConfigFile(path, text, mistakes=(_clean(f"{path} {why}; the defaults are used."),))


def _parse(values: Mapping[str, object]) -> tuple[Config, list[str]]:
    """Return what can be used of the file, and what is wrong with the rest, a phrase each."""
    good: dict[str, Any] = {}
    wrong = []
    for name, value in values.items():
        setting = SETTINGS.get(name)
        if setting is None:
            wrong.append(f"there is no setting “{name}”")
        elif type(value) is not setting.kind:
            wrong.append(f"{name} is not {setting.what_kind}")
        else:
            good[name], complaints = setting.check(value)
            wrong += complaints
    return Config(**good), wrong


def describe_config(file: ConfigFile) -> str:
    """Return where the file is and what is in it; when there is none, a file to begin with.

    That has every setting with its default or an example, and what it does, in comments.
    """
    from reader.text.cleaning import clean_text  # noqa: PLC0415 - the first frame needs none of it
    from reader.tui.keys.validate import keys_as_toml  # noqa: PLC0415 - Textual is slow to import

    where = f"# {_clean(str(file.path))}"
    if file.text:
        return f"{where}\n{clean_text(file.text)}"
    if file.mistakes:
        return where
    lines = ["# Nothing is set there yet. Save this there, and take the # away before what you want to set."]
    for name, setting in SETTINGS.items():
        if setting.example:
            lines += ["", f"# {setting.does}.", f'# {name} = "{setting.example}"']
    return "\n".join([where, *lines, "", *keys_as_toml()])


def _clean(text: str) -> str:
    from reader.text.cleaning import clean_line  # noqa: PLC0415 - --version needs none of it

    return clean_line(text)
