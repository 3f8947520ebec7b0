"""A window with the fake engine, and a person at it, in either language."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.messages import LANGUAGES
from tests.support.fake_program import ME, write_picture
from tests.ui.bad_input.faults import Stick
from tests.ui.bad_input.person import Person
from ui.application import Application

FILES = 6

in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def person(qtbot: QtBot, application: Application) -> Person:
    """The person at the window."""
    return Person(qtbot, application)


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    """The removable drive on which the case lies."""
    return Stick(tmp_path / "stick")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with pictures of one face."""
    folder = tmp_path / "content"
    folder.mkdir()
    for number in range(FILES):
        write_picture(folder / f"{number}.png", ME, (30 + 30 * number, 9, 200))
    return folder
