"""One of several, or yes and no; a change counts at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.widgets.flow import Flow

T = TypeVar("T")


TICK = QPointF(0.22, 0.52), QPointF(0.42, 0.72), QPointF(0.78, 0.30)
"""The mark in a box, in shares of its side."""

PEN = 0.12
"""How thick it is, in shares of the side."""


class Tick(QCheckBox):
    """A box with a mark in it: a filled box alone says too little, and a colour alone nothing.

    A style sheet could only take the mark from a file.
    """

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """As Qt does, and the mark over it."""
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
    """One of several short choices, beside each other.

    Args:
        name: What is chosen, for those who do not see it.
        options: What can be chosen, and the words for it.
        then: Gets what was chosen.
    """

    def __init__(
        self, name: str, options: Sequence[tuple[T, str]], chosen: T, then: Callable[[T], None]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        group = QButtonGroup(self)
        self.radios: dict[T, QRadioButton] = {}
        for value, text in options:
            made = one_of(text, group, value == chosen, partial(then, value))
            made.setAccessibleName(f"{name}: {text}")
            self.radios[value] = made
        self.setLayout(Flow(*self.radios.values(), gap=2))


def one_of(text: str, group: QButtonGroup, chosen: bool, then: Callable[[], None]) -> QRadioButton:
    """One choice of a group, to be laid out by itself."""
    made = QRadioButton(text)
    made.setAccessibleName(text.replace("&", ""))
    join(group, made)
    made.setChecked(chosen)
    made.toggled.connect(lambda on: then() if on else None)
    return made


def join(group: QButtonGroup, made: QRadioButton) -> None:
    """Tab comes to the chosen one of a group, else to the first; arrow keys lead to the others.

    Qt does so only once one of them had the keyboard.
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


def tick(text: str, on: bool, then: Callable[[bool], None]) -> Tick:
    """Yes or no."""
    made = Tick(text)
    made.setAccessibleName(text.replace("&", ""))
    made.setChecked(on)
    made.toggled.connect(then)
    return made
