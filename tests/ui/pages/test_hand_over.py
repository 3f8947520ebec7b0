from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.add import Told, add
from app.bundle_plan import Level
from app.job import finish
from app.messages import Words
from storage.case import Case
from storage.types import Verdict
from tests.app.fakes import ME, SOMEBODY, write_picture
from ui.pages.hand_over import HandOverPage
from ui.session import Session


@pytest.fixture
def filled(qtbot: QtBot, session: Session, case: Path, tmp_path: Path) -> Session:
    pictures = [
        write_picture(tmp_path / "a.png", ME),
        write_picture(tmp_path / "b.png", SOMEBODY),
    ]
    told: list[object] = []
    session.ask(lambda case: finish(add(case, pictures, Told(url="x"))), told.append)
    qtbot.waitUntil(lambda: bool(told))
    return session


def confirm(qtbot: QtBot, session: Session, *items: int) -> None:
    def decide(case: Case) -> bool:
        for item in items:
            case.decide(item, Verdict.CONFIRM)
        return True

    told: list[object] = []
    session.ask(decide, told.append)
    qtbot.waitUntil(lambda: bool(told))


@pytest.fixture
def page(qtbot: QtBot, filled: Session) -> HandOverPage:
    made = HandOverPage(filled, Words("en"))
    qtbot.addWidget(made)
    made.show()
    return made


def said(page: HandOverPage) -> str:
    shown = (label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))
    return "\n".join(shown)


def enter(qtbot: QtBot, page: HandOverPage, words: str) -> None:
    page.enter()
    qtbot.waitUntil(lambda: words in said(page))


def test_without_a_decision_it_leads_to_the_review(qtbot: QtBot, page: HandOverPage) -> None:
    enter(qtbot, page, "You have not confirmed anything yet")
    with qtbot.waitSignal(page.go) as went:
        QTest.mouseClick(page.review_button, Qt.MouseButton.LeftButton)
    assert went.args == ["review"]


def test_what_was_confirmed_is_counted_with_its_numbers(
    qtbot: QtBot, filled: Session, page: HandOverPage
) -> None:
    confirm(qtbot, filled, 1, 2)
    enter(qtbot, page, "2 items that you confirmed: numbers 1, 2")


def test_what_is_missing_is_said_in_words(
    qtbot: QtBot, filled: Session, page: HandOverPage
) -> None:
    confirm(qtbot, filled, 2)
    enter(qtbot, page, "For one item, the platform is missing (number 2).")
    assert "the link is missing" not in said(page)


def test_only_what_the_case_keeps_can_be_chosen(
    qtbot: QtBot, filled: Session, page: HandOverPage
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "What will be in it")
    assert page.levels[Level.LIST].isChecked()
    assert not page.levels[Level.ORIGINALS].isEnabled()
    QTest.keyClick(page.levels[Level.CROPS], Qt.Key.Key_Space)
    assert filled.plan.level is Level.CROPS


def test_a_place_is_chosen_and_stays_when_the_page_is_made_anew(
    qtbot: QtBot, filled: Session, page: HandOverPage, tmp_path: Path
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "Nowhere chosen yet")
    page._chosen_place([tmp_path / "x.zip"])
    assert "x.zip" in page.target.text()
    again = HandOverPage(filled, Words("ko"))
    qtbot.addWidget(again)
    again.show()
    enter(qtbot, again, "고른 곳")


def test_the_file_cannot_be_made_yet_and_the_page_says_so(
    qtbot: QtBot, filled: Session, page: HandOverPage
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "cannot make the file yet")
    assert not page.make_button.isEnabled()


def test_a_check_copy_has_nothing_to_hand_over(
    qtbot: QtBot, filled: Session, page: HandOverPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "is_check_copy", True)
    enter(qtbot, page, "This is a check copy")
