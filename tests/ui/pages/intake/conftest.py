"""The page in the whole window, with an empty case."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.types import KeptMedia
from tests.support.fake_program import ME, FakeScanner, write_picture
from tests.ui.conftest import PHRASE
from tests.ui.pages.hands import fail
from tests.ui.pages.intake.hands import shown
from ui.application import Application
from ui.pages.intake import IntakePage


@pytest.fixture
def reported(tmp_path: Path) -> Path:
    """A folder with a face, a picture without one, a broken file, and a text."""
    folder = tmp_path / "reported"
    folder.mkdir()
    write_picture(folder / "face.png", ME)
    write_picture(folder / "no face.png")
    (folder / "broken.jpg").write_bytes(FakeScanner.KILLS)
    (folder / "notes.txt").write_text("nothing to see")
    return folder


@pytest.fixture
def page(qtbot: QtBot, application: Application, tmp_path: Path) -> IntakePage:
    """The page, shown, with an empty case."""
    with qtbot.waitSignal(application.session.opened):
        application.session.create(
            tmp_path / "case", PHRASE, KeptMedia.NONE, True, lambda _: None, fail
        )
    return shown(application)
