from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.application import Application


def test_leaving_covers_the_window_before_anything_else(
    qtbot: QtBot, application: Application
) -> None:
    covered: list[bool] = []
    application.window.leaving.connect(lambda: covered.append(application.window.cover.isVisible()))
    application.window.leaving.disconnect(application.leave)
    QTest.mouseClick(application.window.leave_button, Qt.MouseButton.LeftButton)
    assert covered == [True]
