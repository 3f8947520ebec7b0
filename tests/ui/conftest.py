"""A session with the fake engine, and the whole window around it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from app.preferences import Preferences
from storage.case import Case
from storage.errors import CaseInUseError
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP
from tests.support.fake_program import FakeServices
from tests.support.shared_reader import (  # noqa: F401 - fixtures of all tests below
    shared_reader,
    shared_reader_children,
)
from ui import window
from ui.application import Application
from ui.session.session import Session

PHRASE = "거울 앞의 조용한 아침"

PATIENCE = 30_000
"""Milliseconds before a test gives up; a busy machine is slow, not wrong."""


class PatientBot(QtBot):
    """A QtBot with long timeouts."""

    def waitUntil(  # noqa: N802 - Qt's way of naming
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE
    ) -> None:
        """Wait for a condition, and until Qt has laid out what was posted meanwhile."""
        super().waitUntil(callback, timeout=timeout)
        QCoreApplication.sendPostedEvents()

    def waitSignal(  # noqa: N802
        self,
        signal: SignalInstance,
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        """Wait for a signal."""
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Replace the fixture of pytest-qt by a patient one."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep settings and added model packs of this machine out of the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def services() -> FakeServices:
    """The services of the program with the fake engine."""
    return FakeServices()


@pytest.fixture
def session(qtbot: QtBot, services: FakeServices) -> Iterator[Session]:
    """A session without a window, closed at the end."""
    made = Session(services, Preferences())
    yield made
    assert made.end(PATIENCE / 1000)


@pytest.fixture
def case(qtbot: QtBot, session: Session, tmp_path: Path) -> Path:
    """A new case, open in the session."""
    path = tmp_path / "my-case"
    with qtbot.waitSignal(session.opened):
        session.create(path, PHRASE, KeptMedia.NONE, True, lambda _: None, _raise)
    return path


@pytest.fixture
def language() -> str:
    """The language of the window."""
    return "en"


@pytest.fixture
def ahead_ms() -> int:
    """Milliseconds between two pages that the window builds ahead: more than any test takes."""
    return 60 * 60 * 1000


@pytest.fixture
def application(
    qtbot: QtBot,
    qapp: QApplication,
    services: FakeServices,
    language: str,
    ahead_ms: int,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Application]:
    """The whole window, shown; it builds a page when it is first wanted."""
    monkeypatch.setattr(window, "AHEAD_MS", ahead_ms)
    made = Application(qapp, services, Preferences(language=language))
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    qapp.removeEventFilter(made.window.shift)
    made.window.hide()  # closing it would leave, and end the session a second time
    assert made.session.end(PATIENCE / 1000)
    made.window.deleteLater()
    # Without this it lives on into the next test, where the new style sheet dresses it once more.
    QCoreApplication.sendPostedEvents(made.window, QEvent.Type.DeferredDelete)


def is_closed(case: Path) -> bool:
    """Return whether no process holds the case."""
    try:
        Case.open(case, PHRASE, cost=CHEAP).close()
    except CaseInUseError:
        return False
    return True


def _raise(error: Exception) -> None:
    raise error
