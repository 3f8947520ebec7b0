"""What a person does on any page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton


def press(button: QPushButton) -> None:
    """By the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
