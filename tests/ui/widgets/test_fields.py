"""Lines to type in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.messages import Words
from ui.widgets.fields import PassphraseField, line

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_what_is_typed_is_not_copied_out(qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    typed = line("Link")
    qtbot.addWidget(typed)
    QTest.keyClicks(typed, "t.me/room")
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(typed, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(typed, key, CONTROL)
    assert clipboard.text() == ""
    assert typed.text() == "t.me/room"


def test_what_was_copied_elsewhere_can_be_pasted(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("t.me/room")
    typed = line("Link")
    qtbot.addWidget(typed)
    QTest.keyClick(typed, Qt.Key.Key_V, CONTROL)
    assert typed.text() == "t.me/room"
    QGuiApplication.clipboard().clear()


def test_a_passphrase_that_was_cleared_does_not_come_back(qtbot: QtBot) -> None:
    field = PassphraseField(Words("en"), "Passphrase")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "copper lantern")
    field.clear()
    field.show_box.setChecked(True)
    QTest.keyClick(field.line, Qt.Key.Key_Z, CONTROL)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert field.text == ""
