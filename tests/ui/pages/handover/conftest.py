"""The page, with a case of two pictures."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.messages import Words
from tests.support.fake_program import ME, SOMEBODY, write_picture
from tests.support.typesetting import replace_typesetting
from ui.pages.handover import HandoverPage
from ui.session.session import Session


@pytest.fixture(autouse=True)
def typesetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace typesetting, which has tests of its own, by a constant."""
    replace_typesetting(monkeypatch)


@pytest.fixture
def filled(qtbot: QtBot, session: Session, case: Path, tmp_path: Path) -> Session:
    pictures = [
        write_picture(tmp_path / "a.png", ME),
        write_picture(tmp_path / "b.png", SOMEBODY),
    ]
    told: list[object] = []
    session.ask(lambda case: finish(add(case, pictures, SourceDetails(url="x"))), told.append)
    qtbot.waitUntil(lambda: bool(told))
    return session


@pytest.fixture
def page(qtbot: QtBot, filled: Session) -> HandoverPage:
    made = HandoverPage(filled, Words("en"))
    qtbot.addWidget(made)
    made.show()
    return made
