"""The way through what came up, in the whole window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.check.first_answers import FirstAnswer
from app.intake import NO_ANSWERS, Answers
from app.intake.source_details import SourceDetails
from storage.types import ItemDetail, Verdict
from tests.support.fake_program import ME, SOMEBODY, picture
from tests.support.formats.locked_files import locked_zip
from tests.ui.pages.hands import log_of
from tests.ui.pages.review.hands import (
    COPY,
    Reviewed,
    answer_of,
    decisions,
    hit_of,
    pictures_shown,
    press,
    settle,
)
from tests.ui.pictures import is_wiped
from ui.application import Application
from ui.pages.review import ReviewPage


def test_words_come_first_and_nothing_is_shown_unasked(page: ReviewPage) -> None:
    told = page.entry_view.details
    assert page.position.text() == "1 of 3"
    assert told.item.text() == "Item 1"
    assert told.name.text() == "0.png"
    assert "Telegram" in {label.text() for label in told.facts.findChildren(type(told.name))}
    assert not pictures_shown(page)


def test_what_a_face_was_called_first_is_told_beside_what_it_is_called_now(
    items: list[ItemDetail], reviewed: Reviewed
) -> None:
    at = "2026-11-22T14:31:05.000+00:00"
    first = FirstAnswer(1, "some", False, at, "open", "1", 2, 0, {})
    hit = hit_of(items[0], first=first, by_photos=None)
    told = reviewed(hit, hit_of(items[1], score=1.0)).entry_view.details
    assert told.band.text().startswith("Strong resemblance.")
    earlier, found = told.came_up.text().splitlines()
    assert earlier.startswith("First answer (2026-11-2")
    assert earlier.endswith("): some resemblance")
    assert found.startswith("Your photos alone do not bring it up")


def test_of_a_face_that_is_new_nothing_earlier_is_told(page: ReviewPage) -> None:
    assert not page.entry_view.details.came_up.isVisible()


def test_keys_decide_and_go_on_to_the_end(qtbot: QtBot, page: ReviewPage) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(page, key)
    assert page.summary.isVisible()
    assert page.summary.counts[Verdict.CONFIRM].text() == "This is me: 1"
    assert page.support.isVisible()
    assert decisions(qtbot, page) == {1: Verdict.CONFIRM, 2: Verdict.REJECT, 3: Verdict.UNSURE}


def test_a_key_that_is_held_decides_once(page: ReviewPage) -> None:
    shortcuts = page.findChildren(QShortcut)
    assert shortcuts
    assert not any(shortcut.autoRepeat() for shortcut in shortcuts)


def test_buttons_decide_as_keys_do(qtbot: QtBot, page: ReviewPage) -> None:
    QTest.mouseClick(page.entry_view.answers[Verdict.REJECT], Qt.MouseButton.LeftButton)
    assert page.position.text() == "2 of 3"
    assert page.progress.text() == "1 decided, 2 undecided."
    assert decisions(qtbot, page) == {1: Verdict.REJECT}


def test_a_decision_is_undone_by_key_and_by_button(qtbot: QtBot, page: ReviewPage) -> None:
    press(page, Qt.Key.Key_1)
    press(page, Qt.Key.Key_2)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.position.text() == "2 of 3"
    assert decisions(qtbot, page) == {1: Verdict.CONFIRM}
    QTest.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    assert page.position.text() == "1 of 3"
    assert decisions(qtbot, page) == {}
    assert not page.undo_button.isEnabled()
    assert [entry.action for entry in log_of(qtbot, page)].count("decision-taken-back") == 2


def test_what_was_decided_stays_in_reach_and_can_be_changed(qtbot: QtBot, page: ReviewPage) -> None:
    press(page, Qt.Key.Key_1)
    press(page, Qt.Key.Key_Left)
    assert "this is me" in page.entry_view.verdict.text()
    press(page, Qt.Key.Key_3)
    assert decisions(qtbot, page) == {1: Verdict.UNSURE}
    press(page, Qt.Key.Key_Right)
    assert page.position.text() == "3 of 3"


def test_the_face_is_shown_when_asked_for_and_hidden_when_going_on(
    qtbot: QtBot, page: ReviewPage
) -> None:
    faces = page.entry_view.faces
    QTest.mouseClick(faces.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not is_wiped(faces.other))
    assert faces.other.accessibleName() == "The face in item 1"
    assert "My face" in faces.message.text()
    last = log_of(qtbot, page)[-1]
    assert (last.action, last.details["kind"], last.details["item"]) == ("reveal", "crop", 1)
    press(page, Qt.Key.Key_Right)
    assert not pictures_shown(page)
    assert not faces.shown


def test_the_frame_is_there_while_a_key_is_held(qtbot: QtBot, page: ReviewPage) -> None:
    hold = page.entry_view.frame.hold
    hold.setFocus()
    QTest.keyPress(hold, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not is_wiped(hold.surface.pane))
    QTest.keyRelease(hold, Qt.Key.Key_Space)
    assert not pictures_shown(page)
    last = log_of(qtbot, page)[-1]
    assert (last.action, last.details["kind"]) == ("reveal", "frame")


def test_a_frame_let_go_before_it_came_is_never_shown(qtbot: QtBot, page: ReviewPage) -> None:
    hold = page.entry_view.frame.hold
    hold.setFocus()
    QTest.keyClick(hold, Qt.Key.Key_Space)
    settle(qtbot, page)
    assert not pictures_shown(page)


def test_a_file_that_is_gone_is_said_in_place_of_the_picture(
    qtbot: QtBot, page: ReviewPage, tmp_path: Path
) -> None:
    (tmp_path / "content" / "0.png").unlink()
    hold = page.entry_view.frame.hold
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "moment" not in hold.surface.words.text())
    assert page.words.reason("gone") in hold.surface.words.text()
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton)


def test_the_password_of_an_archive_is_asked_for_when_it_is_not_known_any_more(
    qtbot: QtBot, items: list[ItemDetail], reviewed: Reviewed, tmp_path: Path
) -> None:
    locked = tmp_path / "room.zip"
    locked.write_bytes(locked_zip(picture(ME, SOMEBODY), "secret", name="a.png"))
    page = reviewed(*(hit_of(item) for item in items))
    intake = page.session.intake
    intake.answers = Answers().with_password("secret")
    intake.add([locked], SourceDetails())
    qtbot.waitUntil(lambda: not intake.busy)
    found: list[ItemDetail] = []
    page.session.ask(lambda case: case.item(4), found.append)
    qtbot.waitUntil(lambda: bool(found))
    intake.answers = NO_ANSWERS
    frame = reviewed(hit_of(found[0])).entry_view.frame
    QTest.mousePress(frame.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "below the button" in frame.hold.surface.words.text())
    QTest.mouseRelease(frame.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(frame.locked.isVisible)
    assert not frame.locked.use_button.isEnabled()
    frame.locked.password.line.setFocus()
    QTest.keyClicks(frame.locked.password.line, "secret")
    QTest.keyClick(frame.locked.password.line, Qt.Key.Key_Return)
    assert frame.locked.isHidden()
    assert frame.hold.hasFocus()
    QTest.keyPress(frame.hold, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not is_wiped(frame.hold.surface.pane))
    QTest.keyRelease(frame.hold, Qt.Key.Key_Space)


@pytest.mark.parametrize("how", ["another page", "locked", "closed"])
def test_whatever_is_shown_is_gone_when(qtbot: QtBot, page: ReviewPage, how: str) -> None:
    session, faces = page.session, page.entry_view.faces
    QTest.mouseClick(faces.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not is_wiped(faces.other))
    held = faces.other._rgb
    if how == "another page":
        page.go.emit("help")
    else:
        with qtbot.waitSignal(session.closed):
            session.close() if how == "closed" else session.lock(finish_work=False)
        assert session.review.queue is None
    assert not any(held)


def test_blur_and_grey_stay_until_the_program_ends_and_are_not_kept(page: ReviewPage) -> None:
    frame, session = page.entry_view.frame, page.session
    assert frame.blur.isChecked()
    QTest.mouseClick(frame.blur, Qt.MouseButton.LeftButton)
    assert not session.review.display_filter.blur
    assert session.review.display_filter.grey
    assert session.preferences.blur


def test_copies_are_decided_together_or_one_by_one(
    qtbot: QtBot, items: list[ItemDetail], reviewed: Reviewed
) -> None:
    copies = [hit_of(item, pdq=COPY, pdq_quality=90) for item in items[:2]]
    page = reviewed(*copies, hit_of(items[2]))
    told = page.entry_view.details
    assert page.position.text() == "1 of 2"
    assert "items 1, 2" in told.together.text()
    QTest.mouseClick(told.split_button, Qt.MouseButton.LeftButton)
    assert page.position.text() == "1 of 3"
    QTest.mouseClick(told.split_button, Qt.MouseButton.LeftButton)
    press(page, Qt.Key.Key_2)
    assert decisions(qtbot, page) == {1: Verdict.REJECT, 2: Verdict.REJECT}


def test_a_scene_of_a_video_is_chosen_on_its_line(
    items: list[ItemDetail], reviewed: Reviewed
) -> None:
    first = hit_of(items[0], interval_ms=(3_000, 11_000), time_ms=5_000)
    page = reviewed(first, replace(first, face=2, score=1.0, interval_ms=(20_000, 30_000)))
    told = page.entry_view.details
    assert told.seen.text() == "Scene 1 of 2: seen from 0:03 to 0:11, best at 0:05."
    told.timeline.setFocus()
    QTest.keyClick(told.timeline, Qt.Key.Key_Right)
    assert told.seen.text().startswith("Scene 2 of 2: seen from 0:20 to 0:30")
    assert page.position.text() == "1 of 1"
    assert page.entry_view.frame._hit is not None
    assert page.entry_view.frame._hit.face == 2


def test_a_check_copy_gives_numbers_to_take_along(
    items: list[ItemDetail], reviewed: Reviewed, application: Application
) -> None:
    hits = hit_of(items[1]), hit_of(items[0], band="some"), hit_of(items[1], band="some")
    page = reviewed(*hits)
    application.session.check.answer = replace(answer_of(*hits), is_copy=True)
    page.enter()
    assert page.numbers.numbers["strong"].text() == "2"
    assert page.numbers.numbers["some"].text() == "1"
    assert page.support.isVisible()
    assert not page.queue_view.isVisible()


def test_without_a_check_it_leads_to_one(items: list[ItemDetail], reviewed: Reviewed) -> None:
    page = reviewed()
    assert page.nothing.isVisible()
    went: list[str] = []
    page.go.connect(went.append)
    QTest.mouseClick(page.nothing.check_button, Qt.MouseButton.LeftButton)
    assert went == ["check"]


def test_what_cannot_be_kept_is_not_shown_as_decided(
    qtbot: QtBot, items: list[ItemDetail], reviewed: Reviewed, application: Application
) -> None:
    page = reviewed(hit_of(items[0], face=99), hit_of(items[1]))
    with qtbot.waitSignal(application.session.failed):
        press(page, Qt.Key.Key_1)
    settle(qtbot, page)
    assert page.position.text() == "1 of 2"
    assert page.progress.text() == "0 decided, 2 undecided."


def test_the_way_goes_on_in_another_language(
    qtbot: QtBot, page: ReviewPage, application: Application
) -> None:
    press(page, Qt.Key.Key_1)
    preferences = replace(application.session.preferences, language="ko")
    application.session.prefer(preferences)
    again = application.window.page
    assert isinstance(again, ReviewPage)
    settle(qtbot, again)
    assert again.position.text() == "3개 중 2번째"
    assert again.undo_button.isEnabled()


@pytest.mark.parametrize(
    ("whose", "said"),
    [
        ("counsellor", "This is the client"),
        ("guardian", "This is the child"),
        ("consent", "This is the person"),
        ("self", "This is me"),
    ],
)
def test_nobody_presses_that_the_face_of_another_is_theirs(
    qtbot: QtBot,
    application: Application,
    items: list[ItemDetail],
    reviewed: Reviewed,
    whose: str,
    said: str,
) -> None:
    reviewed(hit_of(items[0]))
    application.session.acting_role.set(whose)
    qtbot.waitUntil(lambda: application.window.words.whose == whose.replace("self", ""))
    page = application.window.page
    assert isinstance(page, ReviewPage)
    settle(qtbot, page)
    texts = [each.text().replace("&", "") for each in page.findChildren(QPushButton)]
    assert any(said in text for text in texts)
    page.decide(Verdict.CONFIRM)
    settle(qtbot, page)
    shown = " ".join(each.text() for each in page.findChildren(QLabel))
    assert f"{said}: 1" in shown
