"""Buttons by their role on a page."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from ui.theme.style import letters_wide

LETTERS = 18
"""Letters that stay on one line, however little room there is."""

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignVCenter
NO_LIMIT = 1 << 20


class SingleClickButton(QPushButton):
    """Takes a double click as one click; the second would hit whatever is there by then."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()


class WrappingButton(SingleClickButton):
    """Wraps its text where there is too little room; Qt's own button would cut it off."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        whole = super().sizeHint()
        around = whole.width() - self._text_size(NO_LIMIT).width()
        longest = max(map(self._advance, self.text().split()), default=0)
        least = max(longest, letters_wide(self, LETTERS))
        return QSize(min(whole.width(), least + around), whole.height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        whole, line = super().sizeHint(), self._text_size(NO_LIMIT)
        if width >= whole.width():
            return whole.height()
        wrapped = self._text_size(max(1, width - (whole.width() - line.width())))
        return whole.height() + max(0, wrapped.height() - line.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        colour = option.palette.buttonText().color()
        painter.setPen(colour)
        painter.drawText(inside, WRAPPED | Qt.AlignmentFlag.AlignHCenter, self.text())

    def _text_size(self, width: int) -> QSize:
        self.ensurePolished()
        return self.fontMetrics().boundingRect(0, 0, width, NO_LIMIT, WRAPPED, self.text()).size()

    def _advance(self, word: str) -> int:
        return self.fontMetrics().horizontalAdvance(word.replace("&", ""))


def primary_button(text: str, does: Callable[[], object]) -> QPushButton:
    """Return the button for the main action of a page."""
    return _styled(WrappingButton(text), "primary", does)


def button(text: str, does: Callable[[], object]) -> QPushButton:
    """Return a button for another action."""
    return _styled(WrappingButton(text), "button", does)


def quiet_button(text: str, does: Callable[[], object]) -> QPushButton:
    """Return an inconspicuous button."""
    return _styled(WrappingButton(text), "quiet", does)


def plain_button(text: str, role: str, does: Callable[[], object]) -> QPushButton:
    """Return a button of the window itself, always on one line."""
    return _styled(SingleClickButton(text), role, does)


def _styled(made: QPushButton, role: str, does: Callable[[], object]) -> QPushButton:
    made.setProperty("role", role)
    made.setAccessibleName(made.text().replace("&", ""))
    made.setAutoDefault(True)  # Enter presses what has the keyboard
    made.clicked.connect(lambda _checked: does())
    return made
