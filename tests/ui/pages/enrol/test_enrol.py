"""The page on which her own face is given."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.enrol.camera.errors import CameraMissingError
from app.messages import LANGUAGES, Words
from face.types import Pixels
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, write_picture
from tests.ui.pages.conftest import ShowPage
from tests.ui.pages.hands import press
from tests.ui.pictures import is_wiped
from ui.pages.enrol import EnrolPage
from ui.pages.enrol.page import MOST_AT_ONCE
from ui.session.session import Session
from ui.widgets.file_chooser import FileChooser

WORDS = Words("en")


@pytest.fixture
def page(show: ShowPage) -> EnrolPage:
    """The page, shown, on an open case."""
    return show(EnrolPage)


@pytest.fixture
def give(qtbot: QtBot, page: EnrolPage, tmp_path: Path) -> Callable[..., None]:
    """Give photos with these faces, and wait until each was scanned."""

    def give_photos(*photos: Any) -> None:
        folder = tmp_path / "photos"
        folder.mkdir(exist_ok=True)
        face = page.session.own_face
        before = len(face.state.photos)
        face.add([write_picture(folder / name, *faces) for name, *faces in photos])
        qtbot.waitUntil(lambda: len(face.state.photos) == before + len(photos) and not face.waiting)

    return give_photos


def said(page: EnrolPage) -> list[str]:
    """Return the texts of the rows."""
    return [text for row in page.rows.rows.values() for text in row.said]


def test_a_photo_becomes_a_row_with_her_face_and_plain_words(
    page: EnrolPage, give: Callable[..., None]
) -> None:
    assert not page.forget_button.isVisible()
    assert not page.next_button.isVisible()
    give(("me.png", ME))
    (row,) = page.rows.rows.values()
    assert row.said == ("Good.",)
    assert not is_wiped(row.picture)
    assert row.picture.accessibleName() == "Your face in me.png"
    assert page.forget_button.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_waiting_is_said_only_while_photos_are_looked_at(
    qtbot: QtBot, session: Session, give: Callable[..., None], language: str
) -> None:
    shown = EnrolPage(session, Words(language))
    qtbot.addWidget(shown)
    shown.show()
    heard: list[str] = []
    session.own_face.work_changed.connect(lambda: heard.append(shown.status.text()))
    give(("me.png", ME))
    qtbot.waitUntil(lambda: not session.own_face.waiting)
    qtbot.waitUntil(lambda: not shown.status.text())
    assert any(heard)


def test_a_photo_that_cannot_be_used_says_why_and_leads_nowhere(
    page: EnrolPage, give: Callable[..., None]
) -> None:
    give(("us.png", ME, SOMEBODY), ("wall.png",))
    several, none = said(page)
    assert several.startswith("It shows several faces")
    assert none.startswith("No face was found")
    assert all(is_wiped(row.picture) for row in page.rows.rows.values())
    assert not page.next_button.isVisible()


def test_there_is_one_primary_button_choosing_first_then_going_on(
    qtbot: QtBot, page: EnrolPage, give: Callable[..., None]
) -> None:
    assert page.choose_button.property("role") == "primary"
    give(("me.png", ME))
    assert page.choose_button.property("role") == "button"
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.next_button, Qt.Key.Key_Space)
    assert went.args == ["check"]


def test_photos_of_two_people_are_said(page: EnrolPage, give: Callable[..., None]) -> None:
    give(("me.png", ME), ("again.png", ME_ANOTHER_DAY))
    assert not page.differ.isVisible()
    give(("other.png", SOMEBODY))
    assert "and other.png do not look like the same person" in page.differ.text()
    assert page.differ.isVisible()


def test_a_photo_is_removed_by_the_keyboard(
    qtbot: QtBot, page: EnrolPage, give: Callable[..., None]
) -> None:
    give(("me.png", ME), ("again.png", ME_ANOTHER_DAY))
    first, second = page.rows.rows.values()
    QTest.keyClick(first.remove_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.session.own_face.state.photos == (second.photo,))
    assert list(page.rows.rows.values()) == [second]
    assert is_wiped(first.picture)


def test_forgetting_is_done_and_said(
    qtbot: QtBot, page: EnrolPage, give: Callable[..., None]
) -> None:
    give(("me.png", ME))
    press(page.forget_button)
    qtbot.waitUntil(lambda: not page.session.own_face.state.photos)
    assert page.rows.rows == {}
    assert page.status.text() == WORDS.say("enrol.forgotten")
    assert not page.forget_button.isVisible()


def test_her_face_is_overwritten_when_it_is_forgotten(
    qtbot: QtBot, page: EnrolPage, give: Callable[..., None]
) -> None:
    give(("me.png", ME))
    (picture,) = page.session.own_face.state.thumbnails.values()
    assert any(picture.rgb)
    page.session.own_face.forget()
    qtbot.waitUntil(lambda: not page.session.own_face.state.photos)
    assert not any(picture.rgb)


@pytest.mark.parametrize("why", ["closed", "locked"])
def test_her_face_goes_with_the_case(
    qtbot: QtBot, page: EnrolPage, give: Callable[..., None], why: str
) -> None:
    give(("me.png", ME))
    session = page.session
    if why == "closed":
        session.close()
    else:
        session.lock(finish_work=False)
    qtbot.waitUntil(lambda: not session.own_face.state.photos)
    assert page.rows.rows == {}


def test_photos_can_be_dropped(qtbot: QtBot, page: EnrolPage, tmp_path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(write_picture(tmp_path / "me.png", ME)))])
    action, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(5, 5), action, files, left, none)
    page.dragEnterEvent(entering)
    assert entering.isAccepted()
    page.dropEvent(QDropEvent(QPoint(5, 5), action, files, left, none))
    assert page.status.text().startswith("One moment.")
    qtbot.waitUntil(lambda: said(page) == ["Good."])


def test_a_photo_that_is_dropped_to_be_moved_is_left_to_whoever_has_it(
    page: EnrolPage, tmp_path: Path
) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(write_picture(tmp_path / "me.png", ME)))])
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    moved = QDropEvent(QPoint(5, 5), Qt.DropAction.MoveAction, files, left, shift)
    moved.ignore()
    page.dropEvent(moved)
    assert not moved.isAccepted()
    either = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    copied = QDropEvent(QPoint(5, 5), either, files, left, shift)
    page.dropEvent(copied)
    assert copied.dropAction() == Qt.DropAction.CopyAction


def test_of_hundreds_of_photos_the_first_are_taken_and_the_rest_is_said(
    qtbot: QtBot, page: EnrolPage, tmp_path: Path
) -> None:
    photo = write_picture(tmp_path / "me.png", ME)
    page._add([photo] * 300)
    assert page.session.own_face.waiting <= MOST_AT_ONCE
    assert "276" in page.problem.text()
    face = page.session.own_face
    qtbot.waitUntil(lambda: len(face.state.photos) == MOST_AT_ONCE)
    qtbot.waitUntil(lambda: not face.waiting)
    assert len(page.rows.rows) == MOST_AT_ONCE


def test_photos_are_chosen_in_a_panel_of_our_own(page: EnrolPage) -> None:
    press(page.choose_button)
    assert page.findChildren(FileChooser)


def test_what_is_no_file_on_this_computer_cannot_be_dropped(page: EnrolPage) -> None:
    text = QMimeData()
    text.setText("words")
    entering = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        text,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    page.dragEnterEvent(entering)
    assert not entering.isAccepted()


# the camera


class FakeCamera:
    """A camera that sees one face, which never moves and is as large as a task asks for."""

    open = 0

    def __init__(self) -> None:
        type(self).open += 1

    def read(self) -> Pixels:
        """Return a picture now and then."""
        time.sleep(0.01)
        picture = np.full((240, 320, 3), 220, np.uint8)
        picture[70:170, 110:210] = ME
        return picture

    def close(self) -> None:
        """Close the camera."""
        type(self).open -= 1


@pytest.fixture
def camera(page: EnrolPage, monkeypatch: pytest.MonkeyPatch) -> type[FakeCamera]:
    """Replace the camera of the computer by a fake one."""
    monkeypatch.setattr(FakeCamera, "open", 0)
    monkeypatch.setattr(page.session.own_face, "camera", FakeCamera)
    return FakeCamera


def start_camera(page: EnrolPage) -> None:
    press(page.camera_button)
    press(page.camera.start_button)


def test_nothing_is_asked_of_the_camera_before_it_is_explained(
    page: EnrolPage, camera: type[FakeCamera]
) -> None:
    press(page.camera_button)
    assert page.camera.start_button.isVisible()
    assert camera.open == 0
    assert not page.choose_button.isVisible()


def test_the_camera_shows_a_preview_and_a_task_in_words(
    qtbot: QtBot, page: EnrolPage, camera: type[FakeCamera]
) -> None:
    start_camera(page)
    qtbot.waitUntil(lambda: not is_wiped(page.camera.view))
    qtbot.waitUntil(lambda: page.camera.count.text().startswith("Step 1 of"))
    assert page.camera.step.text() == WORDS.say("camera.step.look-straight")
    assert page.camera.skip_button.isVisible()


def test_the_tasks_can_be_skipped_and_photos_are_taken_all_the_same(
    qtbot: QtBot, page: EnrolPage, camera: type[FakeCamera]
) -> None:
    start_camera(page)
    qtbot.waitUntil(lambda: not is_wiped(page.camera.view))
    press(page.camera.skip_button)
    qtbot.waitUntil(lambda: page.session.own_face.state.used > 0)
    qtbot.waitUntil(lambda: page.status.text() == WORDS.say("camera.skipped"))
    assert camera.open == 0
    assert is_wiped(page.camera.view)
    assert page.choose_button.isVisible()


@pytest.mark.parametrize("how", ["leave", "stop_button", "photos_button", "forget", "add"])
def test_the_camera_stops_however_the_person_goes_on(
    qtbot: QtBot, page: EnrolPage, camera: type[FakeCamera], how: str, tmp_path: Path
) -> None:
    start_camera(page)
    qtbot.waitUntil(lambda: camera.open == 1)
    ways: dict[str, Callable[[], object]] = {
        "leave": page.leave,
        "stop_button": lambda: press(page.camera.stop_button),
        "photos_button": lambda: press(page.camera.photos_button),
        "forget": page.session.own_face.forget,
        "add": lambda: page._add([write_picture(tmp_path / "me.png", ME)]),
    }
    ways[how]()
    qtbot.waitUntil(lambda: camera.open == 0 and page.session.own_face.filming is None)
    assert page.session.own_face.take_preview() is None


def test_without_a_camera_there_are_words_and_photos_instead(
    qtbot: QtBot, page: EnrolPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> FakeCamera:
        raise CameraMissingError

    monkeypatch.setattr(page.session.own_face, "camera", missing)
    start_camera(page)
    qtbot.waitUntil(page.camera.problem.isVisible)
    assert page.camera.problem.text() == WORDS.error(CameraMissingError())
    assert page.camera.start_button.text() == WORDS.say("enrol.camera_again")
    press(page.camera.photos_button)
    assert page.choose_button.isVisible()
