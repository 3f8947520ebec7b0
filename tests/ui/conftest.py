"""A session with the fake engine, and the whole window on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.preferences import Preferences
from storage.types import Media
from tests.app.fakes import FakeProgram
from ui.application import Application
from ui.session import Session

PHRASE = "거울 앞의 조용한 아침"


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings and added model packs of this machine take no part."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def program() -> FakeProgram:
    """The program with the fake engine."""
    return FakeProgram()


@pytest.fixture
def session(qtbot: QtBot, program: FakeProgram) -> Iterator[Session]:
    """A session without a window; closed at the end."""
    made = Session(program, Preferences())
    yield made
    assert made.end(10)


@pytest.fixture
def case(qtbot: QtBot, session: Session, tmp_path: Path) -> Path:
    """A new case, open in the session."""
    path = tmp_path / "my-case"
    with qtbot.waitSignal(session.opened):
        session.create(path, PHRASE, Media.NONE, True, lambda _: None, _raise)
    return path


@pytest.fixture
def language() -> str:
    """In which the window speaks."""
    return "en"


@pytest.fixture
def application(
    qtbot: QtBot, qapp: QApplication, program: FakeProgram, language: str
) -> Iterator[Application]:
    """The whole window, shown."""
    made = Application(qapp, program, Preferences(language=language))
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    qapp.removeEventFilter(made.window.shift)
    made.window.hide()  # closing it would leave, and end the session a second time
    assert made.session.end(10)
    made.window.deleteLater()


def _raise(error: Exception) -> None:
    raise error
