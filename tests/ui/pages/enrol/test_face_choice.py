"""A photo of several people: the page shows the faces, and she says which one is hers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.enrol.attestation import Attestation
from app.enrol.photo_feedback import Feedback
from app.messages import LANGUAGES, Words
from tests.support.fake_program import (
    CROWD,
    ME,
    ME_ANOTHER_DAY,
    MY_NUMBER,
    SOMEBODY,
    FakeServices,
    scene,
    write_picture,
)
from tests.ui import inspection
from tests.ui.pages.conftest import ShowPage
from tests.ui.pages.hands import press
from tests.ui.pictures import is_wiped
from ui.pages.enrol import EnrolPage
from ui.pages.enrol.face_choice import FaceButton
from ui.pages.enrol.photo_rows import PhotoRow
from ui.session.own_face import OwnFaceWork
from ui.session.session import Session
from ui.widgets.labels import MAY_WRAP
from ui.widgets.layouts import FlowLayout

WORDS = Words("en")


@pytest.fixture
def page(show: ShowPage) -> EnrolPage:
    """The page, shown, on an open case."""
    return show(EnrolPage)


@pytest.fixture
def face(page: EnrolPage) -> OwnFaceWork:
    """Return the colour of a picture."""
    return page.session.own_face


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    """A photo of four people in two rows, her the fourth."""
    path = tmp_path / "crowd.png"
    path.write_bytes(CROWD)
    return path


Give = Callable[..., PhotoRow]


@pytest.fixture
def give(qtbot: QtBot, page: EnrolPage, face: OwnFaceWork) -> Give:
    """Give photos, and return the row of the last once it is complete."""

    def give_photos(*photos: Path) -> PhotoRow:
        before = len(page.rows.rows)
        face.add(photos)
        qtbot.waitUntil(lambda: len(page.rows.rows) == before + len(photos))
        qtbot.waitUntil(lambda: not face.waiting and not face._worker.busy)
        return rows(page)[-1]

    return give_photos


def rows(page: EnrolPage) -> list[PhotoRow]:
    """Return the rows from the top."""
    return list(page.rows.rows.values())


def faces(row: PhotoRow) -> tuple[FaceButton, ...]:
    """Return the face buttons of a row."""
    assert row.choice is not None
    return row.choice.buttons


def becomes(qtbot: QtBot, page: EnrolPage, *feedback: Feedback, place: int = 0) -> PhotoRow:
    """Return the row in that place as soon as it shows that text."""
    qtbot.waitUntil(lambda: rows(page)[place].photo.feedback == feedback)
    return rows(page)[place]


def in_memory(page: EnrolPage, row: PhotoRow) -> list[bytearray]:
    """Return every thumbnail of a row: those of the session and those of the widgets."""
    state = page.session.own_face.state
    shown = [each.picture._rgb for each in faces(row)]
    return [*shown, *(each.rgb for each in state.offered[row.photo.number].values())]


def test_every_face_is_offered_with_its_number_and_place(
    page: EnrolPage, give: Give, crowd: Path
) -> None:
    row = give(crowd)
    assert [each.accessibleName() for each in faces(row)] == [
        "1: in the middle, at the top",
        "2: right, at the top",
        "3: left, at the bottom",
        "4: in the middle, at the bottom",
    ]
    assert not any(is_wiped(each.picture) for each in faces(row))
    assert row.said[0].startswith("It shows several faces. Which one is you?")
    assert is_wiped(row.picture)
    assert not page.next_button.isVisible()


def test_all_faces_are_of_one_size_however_long_their_words(qtbot: QtBot) -> None:
    names = ("1: left", "2: in the middle, at the bottom")
    buttons = [FaceButton(name, names, None, lambda: None) for name in names]
    beside = QWidget()
    qtbot.addWidget(beside)
    beside.setLayout(FlowLayout(*buttons))
    beside.resize(600, 300)
    beside.show()
    assert buttons[0].size() == buttons[1].size() == buttons[0].sizeHint()


def test_what_is_shown_is_each_face_and_never_the_whole_photo(
    page: EnrolPage, give: Give, crowd: Path
) -> None:
    row = give(crowd)
    pictures = page.session.own_face.state.offered[row.photo.number]
    assert sorted(pictures) == [1, 2, 3, 4]
    middles = [picture.rgb[len(picture.rgb) // 2 :][:3] for picture in pictures.values()]
    assert len({bytes(middle) for middle in middles}) == 4
    assert all(max(picture.width, picture.height) <= 160 for picture in pictures.values())


@pytest.mark.parametrize("by", ["mouse", "picture", Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_one_tap_or_key_says_which_face_is_hers(
    qtbot: QtBot, page: EnrolPage, give: Give, crowd: Path, by: Any
) -> None:
    mine = faces(give(crowd))[MY_NUMBER - 1]
    if by == "mouse":
        press(mine)
    elif by == "picture":
        within = mine.picture.geometry().center()
        QTest.mouseClick(mine, Qt.MouseButton.LeftButton, pos=within)
    else:
        QTest.keyClick(mine, by)
    row = becomes(qtbot, page, Feedback.GOOD)
    assert row.photo.face == MY_NUMBER
    assert row.choice is None
    assert not is_wiped(row.picture)
    assert page.next_button.isVisible()


def test_the_row_then_shows_the_face_that_was_chosen(
    qtbot: QtBot, page: EnrolPage, give: Give, crowd: Path
) -> None:
    mine = faces(give(crowd))[MY_NUMBER - 1]
    shown = bytes(mine.picture._rgb)
    press(mine)
    row = becomes(qtbot, page, Feedback.GOOD)
    assert bytes(row.picture._rgb) == shown


def test_all_the_others_are_overwritten_when_she_has_chosen(
    qtbot: QtBot, page: EnrolPage, give: Give, crowd: Path
) -> None:
    row = give(crowd)
    state = page.session.own_face.state.offered[row.photo.number]
    others = [picture.rgb for number, picture in state.items() if number != MY_NUMBER]
    shown = [each.picture._rgb for each in faces(row)]
    assert all(map(any, (*others, *shown)))
    press(faces(row)[MY_NUMBER - 1])
    becomes(qtbot, page, Feedback.GOOD)
    assert len(others) == 3
    assert not any(map(any, (*others, *shown)))
    assert page.session.own_face.state.offered == {}


WAYS_OUT: dict[str, Callable[[Session, EnrolPage, PhotoRow], object]] = {
    "none of these": lambda _session, _page, row: press(row.remove_button),
    "forget": lambda _session, page, _row: press(page.forget_button),
    "close": lambda session, _page, _row: session.close(),
    "lock": lambda session, _page, _row: session.lock(finish_work=False),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_faces_that_wait_are_overwritten_on_every_way_out(
    qtbot: QtBot, page: EnrolPage, session: Session, give: Give, crowd: Path, way: str
) -> None:
    row = give(crowd)
    pictures, kept = in_memory(page, row), session.own_face._own._kept[0].offered
    assert len(pictures) == 8
    WAYS_OUT[way](session, page, row)
    qtbot.waitUntil(lambda: page.rows.rows == {})
    assert not any(map(any, pictures))
    assert not any(each.embedding.any() or any(each.crop or b"") for each in kept)


def test_faces_that_wait_are_overwritten_when_the_program_ends(
    qtbot: QtBot, services: FakeServices, crowd: Path
) -> None:
    work = OwnFaceWork(services, lambda: "open")
    work.add([crowd])
    qtbot.waitUntil(lambda: bool(work.state.offered) and not work.waiting)
    kept = work._own._kept[0].offered
    pictures = list(work.state.offered[work.state.photos[0].number].values())
    assert work.end(30)
    assert len(kept) == len(pictures) == 4
    assert not any(each.embedding.any() or any(each.crop or b"") for each in kept)
    assert not any(any(each.rgb) for each in pictures)


def test_none_of_these_removes_the_photo(
    qtbot: QtBot, page: EnrolPage, give: Give, crowd: Path
) -> None:
    row = give(crowd)
    assert row.remove_button.text() == "None of these is me"
    assert row.remove_button.accessibleName() == "None of these is me: remove crowd.png"
    QTest.keyClick(row.remove_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.session.own_face.state.photos)
    assert crowd.exists()


def test_tab_leads_through_the_faces_in_reading_order(
    page: EnrolPage, give: Give, crowd: Path
) -> None:
    row = give(crowd)
    page.activateWindow()
    faces(row)[0].setFocus()
    visited, _ = inspection.round_trip(faces(row)[0])
    assert visited[:5] == [*faces(row), row.remove_button]
    assert inspection.out_of_order(visited[:5], page) == []


def test_the_keyboard_goes_on_to_the_next_photo_that_waits(
    qtbot: QtBot, page: EnrolPage, give: Give, crowd: Path, tmp_path: Path
) -> None:
    us = write_picture(tmp_path / "us.png", ME_ANOTHER_DAY, SOMEBODY)
    second = give(crowd, us)
    first = rows(page)[0]
    faces(first)[3].setFocus()
    QTest.keyClick(faces(first)[3], Qt.Key.Key_Return)
    assert page.focusWidget() is faces(second)[0]
    becomes(qtbot, page, Feedback.GOOD)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    becomes(qtbot, page, Feedback.GOOD, place=1)
    assert page.focusWidget() is page.choose_button
    assert page.session.own_face.state.used == 2


def test_a_chosen_face_that_is_too_small_is_refused_with_words(
    qtbot: QtBot, page: EnrolPage, give: Give, tmp_path: Path
) -> None:
    path = tmp_path / "us.png"
    squares = (SOMEBODY, 20, 20, 80), (SOMEBODY, 140, 20, 80), (ME, 260, 20, 20)
    path.write_bytes(scene(*squares, size=(300, 120)))
    press(faces(give(path))[2])
    row = becomes(qtbot, page, Feedback.TOO_SMALL)
    assert row.said[0].startswith("Your face is too small")
    assert is_wiped(row.picture)
    assert not page.next_button.isVisible()


def test_another_face_can_be_chosen_afterwards(
    qtbot: QtBot, page: EnrolPage, give: Give, crowd: Path
) -> None:
    press(faces(give(crowd))[0])
    row = becomes(qtbot, page, Feedback.GOOD)
    assert row.again_button is not None
    assert row.again_button.accessibleName() == "Choose another face in crowd.png"
    press(row.again_button)
    row = becomes(qtbot, page, Feedback.CHOICE)
    qtbot.waitUntil(lambda: rows(page)[0].choice is not None and not page._face.waiting)
    press(faces(rows(page)[0])[MY_NUMBER - 1])
    assert becomes(qtbot, page, Feedback.GOOD).photo.face == MY_NUMBER


def test_a_face_in_the_background_can_be_chosen_after_all(
    qtbot: QtBot, page: EnrolPage, give: Give, tmp_path: Path
) -> None:
    path = tmp_path / "street.png"
    path.write_bytes(scene((SOMEBODY, 20, 20, 160), (ME, 220, 60, 62), size=(320, 200)))
    row = give(path)
    assert row.photo.feedback == (Feedback.BACKGROUND,)
    assert row.again_button is not None
    QTest.keyClick(row.again_button, Qt.Key.Key_Space)
    row = becomes(qtbot, page, Feedback.CHOICE)
    assert [each.accessibleName() for each in faces(row)] == ["1: left", "2: right"]


def test_a_photo_of_her_alone_asks_nothing(page: EnrolPage, give: Give, tmp_path: Path) -> None:
    row = give(write_picture(tmp_path / "me.png", ME))
    assert (row.choice, row.again_button) == (None, None)


def test_two_people_chosen_in_one_photo_are_said_with_what_to_do(
    qtbot: QtBot, page: EnrolPage, give: Give, crowd: Path
) -> None:
    give(crowd, crowd)
    press(faces(rows(page)[0])[0])
    becomes(qtbot, page, Feedback.GOOD)
    press(faces(rows(page)[1])[MY_NUMBER - 1])
    becomes(qtbot, page, Feedback.GOOD, place=1)
    qtbot.waitUntil(page.differ.isVisible)
    said = page.differ.text().replace(MAY_WRAP, "")
    assert "two photos called crowd.png do not look like the same person" in said
    assert "choose another face in it" in said


def test_a_check_takes_the_chosen_face_and_leaves_out_what_waits(
    qtbot: QtBot, page: EnrolPage, give: Give, crowd: Path, tmp_path: Path
) -> None:
    give(crowd, write_picture(tmp_path / "us.png", ME_ANOTHER_DAY, SOMEBODY))
    press(faces(rows(page)[0])[MY_NUMBER - 1])
    becomes(qtbot, page, Feedback.GOOD)
    checks = page.session.check
    checks.start(Attestation.SELF)
    qtbot.waitUntil(lambda: checks.answer is not None)
    assert checks.answer is not None
    assert [photo.used for photo in checks.answer.photos] == [True, False]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [480, 900])
def test_nothing_of_it_is_cut_off_or_without_a_name(
    qtbot: QtBot, session: Session, give: Give, crowd: Path, language: str, width: int
) -> None:
    give(crowd)
    shown = EnrolPage(session, Words(language))
    shown.resize(width, 800)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: bool(shown.rows.rows))
    for check in (inspection.without_name, inspection.cut_off, inspection.too_wide):
        assert check(shown) == []
