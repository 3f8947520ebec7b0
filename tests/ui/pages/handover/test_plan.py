"""What the page says before a bundle is made, and what can be chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.handover.bundle_plan import Level
from app.handover.document_language import DocumentLanguage
from app.messages import Words
from tests.ui.pages.handover.hands import confirm, make
from tests.ui.pages.hands import enter, said
from ui.pages.handover import HandoverPage
from ui.pages.handover.item_choice import numbers_in
from ui.session.session import Session


def test_without_a_decision_it_leads_to_the_review(qtbot: QtBot, page: HandoverPage) -> None:
    enter(qtbot, page, "You have not confirmed anything yet")
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.review_button, Qt.Key.Key_Space)
    assert went.args == ["review"]


def test_what_was_confirmed_is_counted_with_its_numbers(
    qtbot: QtBot, filled: Session, page: HandoverPage
) -> None:
    confirm(qtbot, filled, 1, 2)
    enter(qtbot, page, "2 items that you confirmed: numbers 1, 2")


def test_what_is_confirmed_after_a_first_look_goes_along(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    enter(qtbot, page, "You have not confirmed anything yet")
    assert not filled.handover.plan.is_complete
    page.leave()
    confirm(qtbot, filled, 1, 2)
    enter(qtbot, page, "2 items that you confirmed: numbers 1, 2")
    assert page.item_choice.confirmed.isChecked()
    page._chosen_place([tmp_path / "documents.zip"])
    make(qtbot, filled, page)
    assert filled.handover.result is not None
    assert filled.handover.result.exported is not None
    assert filled.handover.result.exported.items == (1, 2)


def test_what_is_confirmed_and_not_named_is_told(
    qtbot: QtBot, filled: Session, page: HandoverPage
) -> None:
    confirm(qtbot, filled, 1, 2)
    enter(qtbot, page, "What will be in it")
    QTest.keyClick(page.item_choice.chosen, Qt.Key.Key_Space)
    QTest.keyClicks(page.item_choice.numbers, "2")
    assert "One that you confirmed is not in it: number 1" in said(page)
    QTest.keyClick(page.item_choice.confirmed, Qt.Key.Key_Space)
    assert "that you confirmed is not in it" not in said(page)


def test_what_is_missing_is_said_in_words(
    qtbot: QtBot, filled: Session, page: HandoverPage
) -> None:
    confirm(qtbot, filled, 2)
    enter(qtbot, page, "For one item, the platform is missing (number 2).")
    assert "the link is missing" not in said(page)


def test_only_what_the_case_keeps_can_be_chosen(
    qtbot: QtBot, filled: Session, page: HandoverPage
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "What will be in it")
    assert page.levels[Level.LIST].isChecked()
    assert not page.levels[Level.ORIGINALS].isEnabled()
    QTest.keyClick(page.levels[Level.CROPS], Qt.Key.Key_Space)
    assert filled.handover.plan.level is Level.CROPS


def test_a_place_is_chosen_and_stays_when_the_page_is_made_anew(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "No location chosen")
    page._chosen_place([tmp_path / "x.zip"])
    assert "x.zip" in page.target.text()
    again = HandoverPage(filled, Words("ko"))
    qtbot.addWidget(again)
    again.show()
    enter(qtbot, again, "고른 곳")


def test_a_check_copy_has_nothing_to_hand_over(
    qtbot: QtBot, filled: Session, page: HandoverPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "is_check_copy", True)
    enter(qtbot, page, "This is a check copy")


def test_numbers_that_were_named_are_there_again_after_a_look_elsewhere(
    qtbot: QtBot, filled: Session, page: HandoverPage
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "What will be in it")
    QTest.keyClick(page.item_choice.chosen, Qt.Key.Key_Space)
    QTest.keyClicks(page.item_choice.numbers, "1, 3-9000, ")
    page.leave()
    page._put()
    enter(qtbot, page, "What will be in it")
    assert page.item_choice.numbers.text() == "1, 3-9000"
    assert filled.handover.plan.items == (1, *range(3, 9001))


@pytest.mark.parametrize("text", ["", "x", "3-1", "1, x", "²"])
def test_what_is_no_list_of_numbers_is_none(text: str) -> None:
    assert numbers_in(text) == ()


def test_the_language_of_the_report_is_chosen(
    qtbot: QtBot, filled: Session, page: HandoverPage, tmp_path: Path
) -> None:
    confirm(qtbot, filled, 1)
    enter(qtbot, page, "Language of the report")
    page.languages.radios[DocumentLanguage.BOTH].click()
    assert filled.handover.plan.language is DocumentLanguage.BOTH
    page._chosen_place([tmp_path / "documents.zip"])
    make(qtbot, filled, page)
    assert filled.handover.result is not None
