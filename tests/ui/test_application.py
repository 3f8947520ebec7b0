import os
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.handover.bundle_passphrase import DrawnPassphrase
from app.handover.extras import CompanionPaths
from app.handover.unconfirmed import HandoverResult, _text
from app.intake.add import AddResult
from app.intake.add import add as add_job
from app.intake.source_details import SourceDetails
from app.job import Job
from storage.case import Case
from storage.types import KeptMedia
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, write_picture
from tests.ui.conftest import PHRASE, is_closed
from tests.ui.pages.hands import said
from ui.application import Application
from ui.safety.lock import LockReason
from ui.session import intake
from ui.worker import Task

FILES = 3
SECONDS_TO_LEAVE = 30


@pytest.fixture
def case(qtbot: QtBot, application: Application, tmp_path: Path) -> Path:
    """A case that is open in the window."""
    path = tmp_path / "my-case"
    with qtbot.waitSignal(application.session.opened):
        application.session.create(path, PHRASE, KeptMedia.NONE, True, lambda _: None, _raise)
    return path


def _raise(error: Exception) -> None:
    raise error


@pytest.fixture
def work(qtbot: QtBot, application: Application, case: Path, tmp_path: Path) -> Task:
    """Files that are being added."""
    return start_adding(application, tmp_path / "folder")


def start_adding(application: Application, folder: Path) -> Task:
    """Add some pictures that are made in a new folder."""
    folder.mkdir()
    for number in range(FILES):
        write_picture(folder / f"{number}.png", ME, (number, 9, 9))
    return application.session.intake.add([folder], SourceDetails(role="counsellor"))


def test_a_passphrase_that_nobody_wrote_down_comes_up_when_the_case_is_opened(
    qtbot: QtBot, application: Application, case: Path, tmp_path: Path
) -> None:
    """As after a program that was killed: the case alone knows of it."""
    begun = HandoverResult(
        None,
        tmp_path / "pulled out" / "x.zip",
        DrawnPassphrase("one two three four five six"),
        CompanionPaths(),
        "2026-11-30T12:00:00+00:00",
    )

    def leave(case: Case) -> bool:
        return bool(case.pending_handovers.add(_text(begun)))

    told: list[bool] = []
    application.session.forget_recovery_code()  # which would come first
    application.session.ask(leave, told.append)
    qtbot.waitUntil(lambda: bool(told))
    application.session.lock(finish_work=False)
    qtbot.waitUntil(lambda: is_closed(case))
    with qtbot.waitSignal(application.session.handover.waits):
        application.session.open(case, PHRASE, _raise)
    words = "The program ended while this file was being made"
    qtbot.waitUntil(lambda: words in said(application.window))


def states(case: Path) -> dict[str, int]:
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        info = opened.info()
    return {state.value: count for state, count in info.items.items() if count}


def who_added(case: Path) -> set[str]:
    """Return the roles in the custody log, which notes them when adding ends or stops."""
    with Case.open(case, PHRASE, cost=CHEAP) as opened:
        return {entry.role for entry in opened.custody.entries() if entry.action == "add"}


def reopen(qtbot: QtBot, application: Application, case: Path) -> None:
    with qtbot.waitSignal(application.session.opened):
        application.session.open(case, PHRASE, _raise)


# locking


@pytest.mark.parametrize("why", LockReason)
def test_locking_takes_the_case_away_at_once(
    qtbot: QtBot, application: Application, case: Path, why: LockReason
) -> None:
    application.window.show_page("intake")
    application.lock(why)
    assert not application.session.is_open
    assert application.window.page.name == "start"
    assert not application.window.cover.isVisible()
    qtbot.waitUntil(lambda: is_closed(case))


@pytest.mark.parametrize("why", LockReason)
def test_after_a_lock_the_passphrase_can_be_typed_at_once_and_the_keyboard_goes_on_with_her(
    qtbot: QtBot, application: Application, case: Path, why: LockReason
) -> None:
    window = application.window
    window.show_page("intake")
    application.lock(why)
    typed_into = window.focusWidget()
    assert isinstance(typed_into, QLineEdit)
    typed_into.insert(PHRASE)
    with qtbot.waitSignal(application.session.opened):
        QTest.keyClick(typed_into, Qt.Key.Key_Return)
    assert window.page.name != "start"
    assert window.page.isAncestorOf(window.focusWidget())
    assert window.focusWidget().isVisible()


def test_locking_forgets_her_face(
    qtbot: QtBot, application: Application, case: Path, tmp_path: Path
) -> None:
    own = application.session.own_face
    own.add([write_picture(tmp_path / "me.png", ME)])
    qtbot.waitUntil(lambda: own.state.used == 1)
    application.lock(LockReason.IDLE)
    qtbot.waitUntil(lambda: not own.state.photos)


def test_after_a_while_the_work_goes_on_behind_the_lock_and_then_the_case_is_closed(
    qtbot: QtBot, application: Application, case: Path, work: Task
) -> None:
    application.lock(LockReason.IDLE)
    assert application.window.page.name == "start"
    qtbot.waitUntil(lambda: is_closed(case))
    assert states(case) == {"done": FILES}


def test_the_work_stops_when_the_computer_is_left_and_goes_on_afterwards(
    qtbot: QtBot,
    application: Application,
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = threading.Event()

    def add_that_is_interrupted(*arguments: Any) -> Job[AddResult]:
        job = add_job(*arguments)
        yield next(job)
        left.wait(SECONDS_TO_LEAVE)
        return (yield from job)

    monkeypatch.setattr(intake, "add_job", add_that_is_interrupted)
    start_adding(application, tmp_path / "folder")
    application.lock(LockReason.AWAY)
    left.set()
    qtbot.waitUntil(lambda: is_closed(case))
    adding: list[Task | None] = []
    session = application.session
    session.intake.changed.connect(lambda: adding.append(session.intake.adding))
    reopen(qtbot, application, case)
    assert any(adding)  # on a busy machine it has ended by now
    qtbot.waitUntil(lambda: not session.intake.busy)
    application.lock(LockReason.AWAY)
    qtbot.waitUntil(lambda: is_closed(case))
    assert states(case) == {"done": FILES}
    assert who_added(case) == {"counsellor"}


def test_the_passphrase_opens_it_again_while_the_work_goes_on(
    qtbot: QtBot, application: Application, case: Path, work: Task
) -> None:
    application.lock(LockReason.IDLE)
    reopen(qtbot, application, case)
    session = application.session
    qtbot.waitUntil(lambda: not session.intake.busy)
    assert session.is_open
    with qtbot.waitSignal(session.closed):
        session.close()
    assert states(case) == {"done": FILES}


def test_paused_work_does_not_keep_the_case_open_behind_the_lock(
    qtbot: QtBot, application: Application, case: Path, work: Task
) -> None:
    work.pause()
    application.lock(LockReason.IDLE)
    qtbot.waitUntil(lambda: is_closed(case))


def test_a_wrong_passphrase_does_not_unlock(
    qtbot: QtBot, application: Application, case: Path
) -> None:
    application.lock(LockReason.AWAY)
    refused: list[Exception] = []
    application.session.open(case, "something else", refused.append)
    qtbot.waitUntil(lambda: len(refused) == 1)
    assert not application.session.is_open
    reopen(qtbot, application, case)


def test_it_watches_only_while_a_case_is_open(
    qtbot: QtBot, application: Application, case: Path
) -> None:
    seen = [application.auto_lock.watching]
    application.lock(LockReason.AWAY)
    seen.append(application.auto_lock.watching)
    reopen(qtbot, application, case)
    seen.append(application.auto_lock.watching)
    assert seen == [True, False, True]


# leaving


def test_leaving_hides_the_window_and_closes_the_case(application: Application, case: Path) -> None:
    application.window.leave()
    assert not application.window.isVisible()
    assert is_closed(case)


def test_leaving_in_the_middle_of_work_closes_the_case(
    application: Application, case: Path, work: Task
) -> None:
    application.window.leave()
    assert is_closed(case)


def test_what_hangs_is_ended_with_the_program(
    application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    go_on = threading.Event()
    application.session.call_without_case(go_on.wait)
    monkeypatch.setattr("ui.application.SECONDS_TO_CLOSE", 0.05)
    monkeypatch.setattr(os, "_exit", ended.append)
    application.window.leave()
    go_on.set()
    assert ended == [0]
