"""What the window says of the case is what is held, whatever fails or happens meanwhile."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.intake.source_details import SourceDetails
from storage.case import Case
from storage.errors import WrongPassphraseError
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, write_picture
from tests.ui.conftest import PHRASE
from ui.application import Application
from ui.pages.cases import StartPage
from ui.session.open_case import CloseReason
from ui.session.session import Session


def case_at(path: Path) -> Path:
    Case.create(path, PHRASE, media=KeptMedia.NONE, cost=CHEAP)[0].close()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return case_at(tmp_path / "notes")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return case_at(tmp_path / "others")


def start_page(application: Application) -> StartPage:
    page = application.window.page
    assert isinstance(page, StartPage)
    return page


def begin_to_open(application: Application, file: Path) -> None:
    """Type the passphrase and press Enter."""
    start = start_page(application)
    start._ask_passphrase(file)
    assert start.unlock_form
    start.unlock_form.field.line.setText(PHRASE)
    QTest.keyClick(start.unlock_form.field.line, Qt.Key.Key_Return)


def speak_korean(application: Application) -> None:
    session = application.session
    session.prefer(replace(session.preferences, language="ko"))


# what fails


def test_a_case_stays_open_when_another_cannot_be_opened(
    qtbot: QtBot, session: Session, case: Path, other: Path, tmp_path: Path
) -> None:
    refused: list[Exception] = []
    session.open(other, "something else", refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert session.is_open
    session.intake.add([write_picture(tmp_path / "a.png", ME)], SourceDetails())
    qtbot.waitUntil(lambda: not session.intake.busy)
    items: list[int] = []
    session.ask(lambda case: len(case.items()), items.append)
    qtbot.waitUntil(lambda: items == [1])


def test_what_was_being_added_goes_on_when_another_case_cannot_be_opened(
    qtbot: QtBot, session: Session, case: Path, other: Path, tmp_path: Path
) -> None:
    session.intake.add([write_picture(tmp_path / "a.png", ME)], SourceDetails())
    refused: list[Exception] = []
    session.open(other, "something else", refused.append)
    qtbot.waitUntil(lambda: bool(refused) and not session.intake.busy)
    items: list[int] = []
    session.ask(lambda case: len(case.items()), items.append)
    qtbot.waitUntil(lambda: items == [1])


def test_a_wrong_passphrase_for_the_open_case_itself_locks_it(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    refused: list[Exception] = []
    session.open(case, "something else", refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], WrongPassphraseError)
    assert not session.is_open
    assert session.locked is CloseReason.LOCKED
    with qtbot.waitSignal(session.opened):
        session.open(case, PHRASE, refused.append)


def test_what_she_does_is_never_dropped_without_a_word_because_no_case_is_held(
    qtbot: QtBot, session: Session, case: Path, tmp_path: Path
) -> None:
    session.call_without_case(session._holder.close)
    with qtbot.waitSignal(session.failed):
        session.intake.add([write_picture(tmp_path / "a.png", ME)], SourceDetails())
    assert session.locked is CloseReason.LOCKED


# what happens while a case is being opened


def test_a_window_made_anew_while_the_case_opens_goes_on_to_it(
    qtbot: QtBot, application: Application, file: Path
) -> None:
    with qtbot.waitSignal(application.session.opened):
        begin_to_open(application, file)
        speak_korean(application)
        assert not start_page(application).make_button.isVisible()
    assert application.window.page.name == "intake"
    application.window.show_page("start")
    start = start_page(application)
    assert start.go_on_button.isVisible()
    assert not start.open_button.isVisible()


def test_a_window_made_anew_while_a_wrong_passphrase_is_tried_offers_everything_again(
    qtbot: QtBot, application: Application, file: Path
) -> None:
    begin_to_open(application, file)
    application.session.open(file, "something else", application.session.fail)
    speak_korean(application)
    with qtbot.waitSignal(application.session.failed):
        pass
    qtbot.waitUntil(lambda: not application.session.is_opening)
    start = start_page(application)
    assert start.unlock_form is not None
    assert start.unlock_form.open_button.isEnabled()


def test_leaving_the_computer_while_the_case_opens_locks_it_as_soon_as_it_is_open(
    qtbot: QtBot, application: Application, file: Path
) -> None:
    session = application.session
    with qtbot.waitSignal(session.opened):
        begin_to_open(application, file)
        application.auto_lock.lock_now()
        assert session.is_opening
    assert not session.is_open
    assert session.locked is CloseReason.LOCKED
    assert start_page(application).unlock_form is not None
    with qtbot.waitSignal(session.opened):  # and that was for this once
        session.open(file, PHRASE, session.fail)
    assert session.is_open


def test_leaving_the_computer_while_nothing_opens_locks_nothing_later(
    qtbot: QtBot, application: Application, file: Path
) -> None:
    application.auto_lock.lock_now()
    refused: list[Exception] = []
    application.session.open(file, "something else", refused.append)
    application.auto_lock.lock_now()
    qtbot.waitUntil(lambda: bool(refused))
    assert not application.auto_lock.watching
    with qtbot.waitSignal(application.session.opened):
        begin_to_open(application, file)
    assert application.session.is_open
