"""Radio buttons, check boxes and drop-down lists; a change counts at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.theme.style import UNIT
from ui.widgets.labels import paragraph
from ui.widgets.layouts import FlowLayout, row

T = TypeVar("T")


TICK = QPointF(0.22, 0.52), QPointF(0.42, 0.72), QPointF(0.78, 0.30)
"""The points of the tick mark, as shares of the side of the box."""

PEN = 0.12
"""The thickness of the tick mark, as a share of the side of the box."""


class CheckBox(QCheckBox):
    """A box with a tick mark; a filled box alone says too little, and a colour alone nothing.

    A style sheet could take the mark only from a file.
    """

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().highlightedText().color(), PEN * box.width())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corner = QPointF(box.topLeft())
        painter.drawPolyline(
            [corner + QPointF(each.x() * box.width(), each.y() * box.height()) for each in TICK]
        )


class Choices(QWidget, Generic[T]):
    """A row of radio buttons with short labels.

    Args:
        name: The accessible name of what is chosen.
        options: The values and their labels.
        then: Gets the value that was chosen.
    """

    def __init__(
        self, name: str, options: Sequence[tuple[T, str]], chosen: T, then: Callable[[T], None]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        group = QButtonGroup(self)
        self.radios: dict[T, QRadioButton] = {}
        for value, text in options:
            made = radio_button(text, group, value == chosen, partial(then, value))
            made.setAccessibleName(f"{name}: {text}")
            self.radios[value] = made
        self.setLayout(FlowLayout(*self.radios.values(), gap=2))


def radio_button(
    text: str, group: QButtonGroup, chosen: bool, then: Callable[[], None]
) -> QRadioButton:
    """Return a radio button of a group, to be laid out by itself."""
    made = QRadioButton(text)
    made.setAccessibleName(text.replace("&", ""))
    join_group(group, made)
    made.setChecked(chosen)
    made.toggled.connect(lambda on: then() if on else None)
    return made


def join_group(group: QButtonGroup, made: QRadioButton) -> None:
    """Add a radio button to a group; Tab leads to the checked one, else to the first.

    Arrow keys lead to the others. Qt does so only once one of them had the focus.
    """
    if group.buttons():
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    group.addButton(made)
    made.toggled.connect(partial(_lead_tab, made))


def _lead_tab(made: QRadioButton, on: bool) -> None:
    if on:
        for each in made.group().buttons():
            policy = Qt.FocusPolicy.StrongFocus if each is made else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(policy)


def check_box(text: str, on: bool, then: Callable[[bool], None]) -> CheckBox:
    """Return a check box."""
    made = CheckBox(text)
    made.setAccessibleName(text.replace("&", ""))
    made.setChecked(on)
    made.toggled.connect(then)
    return made


class Select(QComboBox):
    """A drop-down list that paints its own arrow; a style sheet could take one only from a file."""

    def __init__(self, name: str) -> None:
        """Create an empty list.

        Args:
            name: The accessible name.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        half = self.fontMetrics().height() / 4
        along = 2 * UNIT + half
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            along = self.width() - along
        middle = QPointF(along, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), half / 3))
        tip = middle + QPointF(0, half / 2)
        painter.drawPolyline(
            [middle + QPointF(-half, -half / 2), tip, middle + QPointF(half, -half / 2)]
        )


class WrappingChoice(QWidget):
    """A radio button whose label wraps, which Qt's own cuts off; a click on either chooses it."""

    def __init__(self, text: str, group: QButtonGroup) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setAccessibleName(text)
        join_group(group, self.radio)
        layout = row(gap=1)
        layout.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(paragraph(text), 1)
        self.setLayout(layout)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.rect().contains(event.position().toPoint()):
            self.radio.click()
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
