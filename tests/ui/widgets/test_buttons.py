from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import button

PRESS, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
AGAIN = QEvent.Type.MouseButtonDblClick
"""The event that Qt sends in place of the second press of a double click."""

LONG = "A button that says far more than there is room for on one line"


def test_the_words_of_a_narrow_button_go_on_in_the_next_line(qtbot: QtBot) -> None:
    made = button(LONG, lambda: None)
    qtbot.addWidget(made)
    narrow = made.minimumSizeHint().width()
    assert narrow < made.sizeHint().width() / 2
    assert made.heightForWidth(narrow) > 2 * made.fontMetrics().height()


def test_a_button_with_room_is_as_high_as_any(qtbot: QtBot) -> None:
    made, short = button(LONG, lambda: None), button("Go on", lambda: None)
    qtbot.addWidget(made)
    qtbot.addWidget(short)
    wide = made.sizeHint().width()
    assert made.heightForWidth(wide) == short.heightForWidth(wide)


def test_few_words_stay_on_one_line(qtbot: QtBot) -> None:
    made = button("Go on", lambda: None)
    qtbot.addWidget(made)
    assert made.minimumSizeHint() == made.sizeHint()


def test_a_double_click_is_one_click(qtbot: QtBot) -> None:
    pressed: list[int] = []
    made = button("Go on", lambda: pressed.append(1))
    qtbot.addWidget(made)
    made.show()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = QPointF(made.rect().center())
    for kind in (PRESS, RELEASE, AGAIN, RELEASE):
        event = QMouseEvent(kind, middle, made.mapToGlobal(middle), left, left, none)
        QApplication.sendEvent(made, event)
    assert pressed == [1]
