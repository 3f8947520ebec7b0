"""What the readers of exports ask on the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.intake import NO_ANSWERS, Answers, Question, QuestionKind
from app.intake.readers.core.address import display_address as shown_address
from app.messages import Words
from tests.support.fake_program import ME, write_picture
from tests.support.formats.exports import LOCKED_ZIP
from tests.ui.pages.hands import press, said
from tests.ui.pages.intake.hands import bullet_list, drop, here, wait_until_done
from ui.pages.intake import IntakePage
from ui.pages.intake.questions import ReaderQuestions


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A folder with a picture, and an archive that "secret" opens."""
    folder = tmp_path / "room"
    folder.mkdir()
    write_picture(folder / "face.png", ME)
    (folder / "room.zip").write_bytes(LOCKED_ZIP)
    return folder


def test_a_password_is_asked_for_in_place_until_it_fits(
    qtbot: QtBot, page: IntakePage, locked: Path
) -> None:
    drop(page, here(locked))
    wait_until_done(qtbot, page, 2)
    asking = page.questions
    assert "room.zip is locked" in said(asking)
    assert not asking.add_button.isEnabled()
    assert asking.password is not None
    QTest.keyClicks(asking.password.line, "wrong")
    press(asking.add_button)
    qtbot.waitUntil(lambda: "opens it" in said(asking))
    assert asking.password.text == ""
    QTest.keyClicks(asking.password.line, "secret")
    QTest.keyClick(asking.password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "hello.txt" in bullet_list(page))
    wait_until_done(qtbot, page, 2)
    assert not asking.isVisible()
    page.item_list.view.go_to(bullet_list(page).index("hello.txt"))
    qtbot.waitUntil(lambda: shown_address("room.zip\0hello.txt") in said(page.item_list.detail))
    with qtbot.waitSignal(page.session.closed):
        page.session.close()
    assert page.session.intake.answers == NO_ANSWERS


def test_a_question_can_be_left(qtbot: QtBot, page: IntakePage, locked: Path) -> None:
    drop(page, here(locked))
    wait_until_done(qtbot, page, 2)
    press(page.questions.leave_button)
    assert not page.questions.isVisible()
    assert "room.zip" in bullet_list(page)
    assert page.item_list.again_button.isVisible()
    press(page.item_list.again_button)
    qtbot.waitUntil(page.questions.isVisible)


def test_whose_phone_it_was_is_asked_with_the_names_in_the_chat(qtbot: QtBot) -> None:
    asking = ReaderQuestions(Words("en"))
    qtbot.addWidget(asking)
    asking.show()
    question = Question("/x/chat.txt", "chat.txt", QuestionKind.OWNER, ("Yun & Kim", "me"))
    asking.ask([question], Answers(everywhere={QuestionKind.PASSWORD: ("x",)}))
    assert "Whose phone was chat.txt saved from?" in said(asking)
    names = [each for each in asking.findChildren(QPushButton) if "Yun" in each.text()]
    press(names[0])
    with qtbot.waitSignal(asking.answered) as told:
        press(asking.add_button)
    answers = told.args[0] if told.args else NO_ANSWERS
    assert answers.to(QuestionKind.OWNER, "/x/chat.txt") == ("Yun & Kim",)
    assert answers.to(QuestionKind.PASSWORD, "/x/a.zip") == ("x",)
