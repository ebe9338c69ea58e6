"""Every key of the reading screen leads to a method of a controller, and no controller is another's kind."""

from __future__ import annotations

import ast
from inspect import isclass, signature
from typing import TYPE_CHECKING

from textual import actions

from reader.tui.app import ReaderApp
from reader.tui.keys.reading_keys import READING
from reader.tui.reading.controllers import Controllers
from reader.tui.reading.screen import ReadingScreen

if TYPE_CHECKING:
    from reader.workspace.workspace import Workspace

MOST_METHODS = 26
"""Of the screen: handlers of Textual's events, and what controllers may ask of it."""


async def test_every_key_names_a_method_that_takes_its_parameters(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test():
        assert isinstance(app.screen, ReadingScreen)
        for row in READING:
            if row.action.startswith("app."):
                continue
            command = ast.literal_eval(row.action.removeprefix("perform(").removesuffix(")"))
            controller, method, parameters = actions.parse(command)
            signature(getattr(getattr(app.screen.controllers, controller), method)).bind(*parameters)


async def test_no_controller_inherits_from_another(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test():
        assert isinstance(app.screen, ReadingScreen)
        controllers = app.screen.controllers
        for name in vars(Controllers):
            if not name.startswith("_"):
                getattr(controllers, name)
        made = [each for name, each in vars(controllers).items() if not name.startswith("_")]
        assert len(made) >= 18
        assert all(type(each).__bases__ == (object,) for each in made)


def test_the_screen_stays_small() -> None:
    own = [name for name, value in vars(ReadingScreen).items() if callable(value) and not isclass(value)]
    assert len(own) <= MOST_METHODS
