"""Keys and clicks, sent to the window's handle as the X server sends them."""

from collections.abc import Callable, Iterator
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from tests.ui.pictures import is_wiped
from ui.widgets.picture import PicturePane
from ui.window import Window

W = TypeVar("W", bound=QWidget)

BOX = 14
"""Pixels from the left edge of a check box to a place that reacts to clicks."""

Waiting: TypeAlias = Iterator[Callable[[], bool]]
"""The steps of a person: each yields the condition that she waits for before she goes on."""


class Hands:
    """A person at keyboard and mouse, who finds things by the text on them."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def takes_the_keyboard(self) -> Waiting:
        """Activate the window as a window manager would; the X server of the tests has none."""
        self._window.activateWindow()
        yield self._window.isActiveWindow

    def sees(self, text: str) -> bool:
        """Return whether a text is on the page."""
        return any(text in each.text() for each in self._shown(QLabel))

    def secret(self) -> str:
        """Return the text that is shown once, to be written down; "" while there is none."""
        return "".join(each.text() for each in self._shown(QLabel) if _is_secret(each))

    def all_words(self) -> str:
        """Return all text on the screen, and the widget with the focus."""
        labels = [each.text() for each in self._shown(QLabel)]
        buttons = [f"<{each.text()}>" for each in self._shown(QAbstractButton)]
        return "\n".join([*labels, *buttons, f"keyboard: {QApplication.focusWidget()}"])

    def sees_picture(self, name: str) -> bool:
        """Return whether a picture of that name is on the screen."""
        panes = (each for each in self._shown(PicturePane) if not is_wiped(each))
        return any(each.accessibleName() == name for each in panes)

    def press(self, name: str) -> Waiting:
        """Click the button of that name as soon as it is enabled."""
        yield lambda: self._button(name) is not None
        button = self._button(name)
        assert button is not None
        self.click(button)

    def press_by_key(self, name: str) -> Waiting:
        """Move the focus there with Tab, and press Space."""
        yield lambda: self._button(name) is not None
        button = self._button(name)
        for _ in range(200):
            if QApplication.focusWidget() is button:
                break
            self.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button, name
        self.key(Qt.Key.Key_Space)

    def type_into(self, name: str, text: str) -> Waiting:
        """Click into the field of that name and replace its text."""
        yield lambda: self._field(name) is not None
        field = self._field(name)
        assert field is not None
        self.click(field)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)  # letter by letter, whatever the layout of the keyboard

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press and release a key."""
        QTest.keyClick(self._window.windowHandle(), key, modifier)

    def click(self, widget: QWidget) -> None:
        """Scroll to a widget and click into its middle."""
        self._scroll_to(widget)
        QTest.mouseClick(
            self._window.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self._middle(widget),
        )

    def hold(self, name: str, until: Callable[[], bool]) -> Waiting:
        """Hold the button of that name down until a condition holds, then release it."""
        yield lambda: self._button(name) is not None
        button = self._button(name)
        assert button is not None
        self._scroll_to(button)
        handle, left = self._window.windowHandle(), Qt.MouseButton.LeftButton
        none, middle = Qt.KeyboardModifier.NoModifier, self._middle(button)
        QTest.mousePress(handle, left, none, middle)
        yield until
        QTest.mouseRelease(handle, left, none, middle)

    # where things are

    def _button(self, name: str) -> QAbstractButton | None:
        named = (each for each in self._shown(QAbstractButton) if each.isEnabled())
        return next((each for each in named if _is_called(each, name)), None)

    def _field(self, name: str) -> QWidget | None:
        named = (each for each in self._shown(QWidget) if each.isEnabled())
        return next((each for each in named if each.accessibleName() == name), None)

    def _shown(self, kind: type[W]) -> list[W]:
        return [each for each in self._window.findChildren(kind) if each.isVisible()]

    def _middle(self, widget: QWidget) -> QPoint:
        middle = widget.rect().center()
        if isinstance(widget, QCheckBox | QRadioButton):
            middle.setX(BOX)  # what is right of its words is not part of it
        return widget.mapTo(self._window, middle)

    def _scroll_to(self, widget: QWidget) -> None:
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()
        QApplication.processEvents()


def _is_called(button: QAbstractButton, name: str) -> bool:
    return name in (button.text().replace("&", ""), button.accessibleName())


def _is_secret(label: QLabel) -> bool:
    return bool(label.property("role") == "secret")
