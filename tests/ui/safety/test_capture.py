from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.safety import capture


def test_says_that_it_is_impossible_where_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert not capture.is_possible()
    assert not capture.protect(window, on=True)
