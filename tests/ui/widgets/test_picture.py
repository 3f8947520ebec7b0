import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.review.reveal import RevealedPicture
from tests.ui.pictures import is_wiped
from ui.widgets.picture import PicturePane

BLUE = RevealedPicture(10, 20, bytearray((0, 0, 250)) * 200, None)


@pytest.fixture
def pane(qtbot: QtBot) -> PicturePane:
    """An empty pane."""
    made = PicturePane("a picture", QSize(100, 100))
    qtbot.addWidget(made)
    made.resize(100, 100)
    made.show()
    return made


def colour(pane: PicturePane, x: int, y: int) -> QColor:
    return pane.grab().toImage().pixelColor(x, y)


def test_a_picture_is_shown_in_the_middle_and_blown_up_a_little_only(pane: PicturePane) -> None:
    pane.show_picture(BLUE)
    assert colour(pane, 50, 50) == QColor(0, 0, 250)
    assert colour(pane, 41, 50) == QColor(0, 0, 250)
    assert colour(pane, 38, 50) != QColor(0, 0, 250)


def test_wiping_overwrites_the_bytes_and_the_screen(pane: PicturePane) -> None:
    pane.show_picture(BLUE)
    held = pane._rgb
    pane.wipe()
    assert not any(held)
    assert is_wiped(pane)
    assert colour(pane, 50, 50) != QColor(0, 0, 250)


def test_the_next_picture_wipes_the_one_before(pane: PicturePane) -> None:
    pane.show_picture(BLUE)
    held = pane._rgb
    pane.show_picture(RevealedPicture(1, 1, bytearray(3), None))
    assert not any(held)


def test_the_face_is_framed(pane: PicturePane) -> None:
    pane.show_picture(
        RevealedPicture(100, 100, bytearray((0, 0, 250)) * 10_000, (0.2, 0.2, 0.8, 0.8))
    )
    assert colour(pane, 20, 50) == QColor(255, 255, 255)
    assert colour(pane, 50, 50) == QColor(0, 0, 250)
