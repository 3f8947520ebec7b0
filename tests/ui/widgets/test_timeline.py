from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.layouts import column
from ui.widgets.timeline import Timeline

INTERVALS = ((3_000, 11_000), (40_000, 40_000), (80_000, 99_000))
WORDS = ("first", "second", "third")


@pytest.fixture
def timeline(qtbot: QtBot) -> Iterator[Timeline]:
    """Three intervals of a video of 100 seconds."""
    window = QWidget()
    made = Timeline("Where")
    made.show_intervals(100_000, INTERVALS, WORDS)
    window.setLayout(column(made))
    window.resize(400, 100)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def test_it_says_in_words_which_interval_is_chosen(timeline: Timeline) -> None:
    assert timeline.accessibleName() == "Where"
    assert timeline.accessibleDescription() == "first"
    timeline.choose(2)
    assert timeline.accessibleDescription() == "third"


def test_keys_choose_an_interval(timeline: Timeline) -> None:
    chosen: list[int] = []
    timeline.chose.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(timeline, key)
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert chosen == [1, 2, 1, 0]


def test_its_keys_are_its_own_on_a_page_that_uses_them_too(
    qtbot: QtBot, timeline: Timeline
) -> None:
    went: list[str] = []
    shortcut = QShortcut(QKeySequence("Right"), timeline.window())
    shortcut.activated.connect(lambda: went.append("right"))
    qtbot.waitUntil(timeline.hasFocus)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert (timeline.chosen, went) == (1, [])


def test_the_mouse_chooses_what_is_nearest(timeline: Timeline) -> None:
    place = timeline.place(1).center().toPoint()
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=place + QPoint(10, 0))
    assert timeline.chosen == 1


def test_a_moment_can_still_be_hit_and_nothing_reaches_beyond_the_line(timeline: Timeline) -> None:
    timeline.show_intervals(10_000_000, ((5, 5), (10_000_000, 10_000_000)), WORDS[:2])
    places = [timeline.place(number) for number in (0, 1)]
    assert all(place.width() >= 8 for place in places)
    assert all(timeline.rect().contains(place.toRect()) for place in places)


def test_what_is_chosen_is_larger_than_the_others(timeline: Timeline) -> None:
    assert timeline.place(0).height() > timeline.place(1).height()


def test_nothing_to_choose_from_is_no_error(timeline: Timeline) -> None:
    timeline.show_intervals(0, (), ())
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton)
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert timeline.grab().width() > 0
