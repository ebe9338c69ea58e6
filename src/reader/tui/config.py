"""The user's configuration file: what can be set in it, and what is set.

A mistake never stands in the way of reading: it is told in one sentence, and the default is used.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from stat import S_ISREG
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import Field
    from pathlib import Path

_Value = TypeVar("_Value")
_Checked = tuple[_Value, list[str]]
"""What of a value can be used, and what is wrong with the rest, a phrase each."""

KINDS = {str: "text in quotes", int: "a whole number", bool: "true or false", dict: "a table"}


def _anything(value: _Value) -> _Checked[_Value]:
    return value, []


def _setting(
    default: _Value, does: str, example: object = None, check: Callable[[Any], _Checked[Any]] = _anything
) -> _Value:
    """A field of `Config`: what it does and an example are for the file to begin with.

    `check` is given a value of the right type.
    """
    example = default if example is None else example
    return field(default_factory=lambda: default, metadata={"does": does, "example": example, "check": check})


def _theme(name: str) -> _Checked[str]:
    from reader.tui.theme.themes import theme_names  # noqa: PLC0415 - Textual is slow to import

    return (name, []) if name in theme_names() else ("", [f"there is no theme “{name}”"])


def _keys(wanted: dict[str, object]) -> _Checked[dict[str, str]]:
    from reader.tui.keys.validate import validate_keys  # noqa: PLC0415 - likewise

    return validate_keys(wanted)


@dataclass(frozen=True, slots=True)
class Config:
    """What the user has set. A field is a setting, of the type of its default; `_` is `-` in the file."""

    theme: str = _setting("", "The theme at the start; without it, the last one", "reader-light", _theme)
    coder: str = _setting("", "Who tags and notes; without it, $READER_CODER or the user", "Ada")
    keys: Mapping[str, str] = _setting({}, "Keys by the name of what they do", None, _keys)
    """Only those that differ from the defaults, in Textual's names with commas."""


class ConfigFile(NamedTuple):
    """The configuration file as it was found."""

    path: Path
    text: str
    """Empty when there is none, when it is blank, or when it cannot be read."""
    config: Config = Config()
    mistakes: tuple[str, ...] = ()
    """A sentence each."""


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
    return _parsed(path, text) if text.strip() else ConfigFile(path, "")


def _parsed(path: Path, text: str) -> ConfigFile:
    import tomllib  # noqa: PLC0415 - most have no such file

    try:
        config, wrong = _config(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        return _unusable(path, text, f"is not TOML: {error}")
    return ConfigFile(path, text, config, tuple(_clean(f"{path.name}: {phrase}.") for phrase in wrong))


def _unusable(path: Path, text: str, why: str) -> ConfigFile:
    return ConfigFile(path, text, mistakes=(_clean(f"{path} {why}; the defaults are used."),))


def _config(values: dict[str, object]) -> tuple[Config, list[str]]:
    known = {_name(setting): setting for setting in fields(Config)}
    good: dict[str, Any] = {}
    wrong = []
    for name, value in values.items():
        setting = known.get(name)
        kind = type(getattr(Config(), setting.name)) if setting else None
        if setting is None or kind is None:
            wrong.append(f"there is no setting “{name}”")
        elif type(value) is not kind:
            wrong.append(f"{name} is not {KINDS[kind]}")
        else:
            good[setting.name], complaints = setting.metadata["check"](value)
            wrong += complaints
    return Config(**good), wrong


def describe_config(file: ConfigFile) -> str:
    """Where the file is and what is in it; when there is none, one to begin with."""
    from reader.text.cleaning import clean_line, clean_text  # noqa: PLC0415

    where = f"# {clean_line(str(file.path))}"
    if file.text:
        return f"{where}\n{clean_text(file.text)}"
    if file.mistakes:
        return where
    return "\n".join([where, *_beginning()])


def _beginning() -> list[str]:
    """A file to begin with: every setting with its default or an example, and what it does, in comments."""
    from reader.tui.keys.validate import keys_as_toml  # noqa: PLC0415 - Textual is slow to import

    lines = ["# Nothing is set there yet. Save this there, and take the # away before what you want to set."]
    for setting in fields(Config):
        if setting.name != "keys":
            lines += ["", f"# {setting.metadata['does']}.", f"# {_name(setting)} = {_toml(setting)}"]
    return [*lines, "", *keys_as_toml()]


def _name(setting: Field[Any]) -> str:
    """The name of a setting in the file."""
    return setting.name.replace("_", "-")


def _toml(setting: Field[Any]) -> str:
    """The example of a setting as TOML writes it."""
    from json import dumps  # noqa: PLC0415 - only the file to begin with needs it

    return dumps(setting.metadata["example"], ensure_ascii=False)


def _clean(text: str) -> str:
    from reader.text.cleaning import clean_line  # noqa: PLC0415 - --version needs none of it

    return clean_line(text)
