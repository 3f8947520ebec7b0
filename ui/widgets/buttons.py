"""Buttons by what they mean."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def primary(text: str, does: Callable[[], object]) -> QPushButton:
    """The one thing that a page is for."""
    return _button(text, "primary", does)


def button(text: str, does: Callable[[], object]) -> QPushButton:
    """Something else that can be done."""
    return _button(text, "button", does)


def quiet(text: str, does: Callable[[], object]) -> QPushButton:
    """Something on the side."""
    return _button(text, "quiet", does)


def _button(text: str, role: str, does: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAccessibleName(text.replace("&", ""))
    made.setAutoDefault(True)  # Enter presses what has the keyboard
    made.clicked.connect(lambda _checked: does())
    return made
