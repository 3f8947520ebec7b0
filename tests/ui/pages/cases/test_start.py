from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from app.messages import Words
from app.preferences import Preferences
from storage.case import Case
from storage.errors import WrongPassphraseError
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP
from tests.ui.conftest import PHRASE
from ui.application import Application
from ui.pages.cases import StartPage
from ui.pages.cases import start as page
from ui.pages.cases.unlock_form import UnlockForm
from ui.safety.lock import LockReason


@pytest.fixture
def start(application: Application) -> StartPage:
    made = application.window.page
    assert isinstance(made, StartPage)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    Case.create(path, PHRASE, media=KeptMedia.NONE, cost=CHEAP)[0].close()
    return path


def form(start: StartPage, path: Path) -> UnlockForm:
    start._ask_passphrase(path)
    assert start.unlock_form
    return start.unlock_form


def try_passphrase(qtbot: QtBot, form: UnlockForm, passphrase: str) -> str:
    """Type a passphrase, press Enter, and return what the page says."""
    form.field.line.setText(passphrase)
    QTest.keyClick(form.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(form.problem.isVisible)
    return form.problem.text()


def test_leaving_is_explained_before_anything_is_asked(start: StartPage) -> None:
    assert start.make_button.isVisible()
    words = [label.text() for label in start.findChildren(QLabel)]
    told = words.index(start.say("start.leave.how"))
    assert told < words.index(start.say("start.young.ask"))


def test_the_passphrase_opens_the_case_and_leads_on(
    qtbot: QtBot, application: Application, start: StartPage, file: Path
) -> None:
    asked = form(start, file)
    asked.field.line.setText(PHRASE)
    with qtbot.waitSignal(application.session.opened):
        QTest.mouseClick(asked.open_button, Qt.MouseButton.LeftButton)
    assert application.window.page.name == "intake"


def test_a_wrong_passphrase_is_said_in_place_and_may_be_tried_again(
    qtbot: QtBot, application: Application, start: StartPage, file: Path
) -> None:
    asked = form(start, file)
    assert try_passphrase(qtbot, asked, "wrong") == Words("en").error(
        WrongPassphraseError(str(file))
    )
    assert asked.field.text == ""
    asked.field.line.setText(PHRASE)
    with qtbot.waitSignal(application.session.opened):
        asked.open()


def test_a_file_that_is_no_case_gets_the_same_words_as_a_wrong_passphrase(
    qtbot: QtBot, start: StartPage, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"not a case" * 10_000)
    words = try_passphrase(qtbot, form(start, file), "wrong").replace("notes", "other")
    start._other_file()
    assert try_passphrase(qtbot, form(start, other), "wrong") == words


def test_a_file_that_vanished_is_said_to_be_gone(
    qtbot: QtBot, start: StartPage, tmp_path: Path
) -> None:
    assert "stick" in try_passphrase(qtbot, form(start, tmp_path / "gone"), PHRASE)


def test_a_case_that_is_open_elsewhere_is_said_to_be(
    qtbot: QtBot, start: StartPage, file: Path
) -> None:
    with Case.open(file, PHRASE, cost=CHEAP):
        assert "another window" in try_passphrase(qtbot, form(start, file), PHRASE)


def test_the_recovery_code_opens_the_case(
    qtbot: QtBot, application: Application, start: StartPage, tmp_path: Path
) -> None:
    case, code = Case.create(tmp_path / "notes", PHRASE, media=KeptMedia.NONE, cost=CHEAP)
    case.close()
    asked = form(start, tmp_path / "notes")
    QTest.mouseClick(asked.code_button, Qt.MouseButton.LeftButton)
    asked.field.line.setText(code.lower())
    with qtbot.waitSignal(application.session.opened):
        asked.open()


def test_a_mistyped_code_stays_to_be_mended(qtbot: QtBot, start: StartPage, file: Path) -> None:
    asked = form(start, file)
    asked._change_key()
    try_passphrase(qtbot, asked, "ABCD-EFGH")
    assert asked.field.text == "ABCD-EFGH"


def test_hangul_can_be_composed_while_it_is_hidden(start: StartPage, file: Path) -> None:
    line = form(start, file).field.line
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert not line.inputMethodHints() & Qt.InputMethodHint.ImhHiddenText
    composed = QInputMethodEvent()
    composed.setCommitString("거울")
    QApplication.sendEvent(line, composed)
    assert line.text() == "거울"


def test_nothing_that_is_shown_can_be_copied(start: StartPage, file: Path) -> None:
    field = form(start, file).field
    field.line.setText(PHRASE)
    field.show_box.setChecked(True)
    assert field.line.displayText() == PHRASE
    field.line.selectAll()
    assert not field.line.hasSelectedText()


def test_a_locked_window_asks_for_the_passphrase_of_the_same_file(
    qtbot: QtBot, application: Application, start: StartPage, file: Path
) -> None:
    with qtbot.waitSignal(application.session.opened):
        application.session.open(file, PHRASE, lambda _: None)
    application.lock(LockReason.AWAY)
    locked = application.window.page
    assert isinstance(locked, StartPage)
    assert locked.unlock_form
    assert locked.unlock_form.path == file
    locked.unlock_form.field.line.setText(PHRASE)
    with qtbot.waitSignal(application.session.opened):
        locked.unlock_form.open()


def test_another_file_can_be_opened_instead_of_the_locked_one(
    qtbot: QtBot, application: Application, file: Path
) -> None:
    with qtbot.waitSignal(application.session.opened):
        application.session.open(file, PHRASE, lambda _: None)
    application.lock(LockReason.AWAY)
    locked = application.window.page
    assert isinstance(locked, StartPage)
    assert locked.unlock_form
    with qtbot.waitSignal(application.session.closed):
        QTest.mouseClick(locked.unlock_form.other_button, Qt.MouseButton.LeftButton)
    fresh = application.window.page
    assert isinstance(fresh, StartPage)
    assert fresh.unlock_form is None
    qtbot.waitUntil(fresh.make_button.isVisible)


def test_saying_to_be_under_19_is_kept_through_a_change_of_language(
    application: Application, start: StartPage
) -> None:
    QTest.mouseClick(
        start.young_box, Qt.MouseButton.LeftButton, pos=start.young_box.rect().center()
    )
    start.young_box.setChecked(True)
    assert start.young_text.isVisible()
    start._speak("ko")
    korean = application.window.page
    assert isinstance(korean, StartPage)
    assert korean is not start
    assert korean.words.language == "ko"
    assert korean.young_box.isChecked()


def test_a_computer_without_hangul_is_told_of_in_english(
    application: Application, start: StartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "can_write", lambda language: language != "ko")
    start._speak("ko")
    shown = [each.text() for each in application.window.page.findChildren(QLabel)]
    assert any("fonts-noto-cjk" in each for each in shown)


def test_tab_comes_to_the_language_in_use_and_to_no_other(application: Application) -> None:
    application.session.prefer(Preferences(language="ko"))
    radios = application.window.page.findChildren(QRadioButton)
    (reached,) = [each for each in radios if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached.text() == Words("ko").say("language.ko")
    assert reached.isChecked()
