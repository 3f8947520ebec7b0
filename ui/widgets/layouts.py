"""Put things below or beside each other, in multiples of one distance."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme.style import UNIT


def column(*things: QWidget | QLayout | None, gap: int = 2, margin: int = 0) -> QVBoxLayout:
    """Below each other; None takes the room that is left.

    Args:
        gap, margin: In units of 8 pixels.
    """
    layout = QVBoxLayout()
    _fill(layout, things, gap, margin)
    return layout


def row(*things: QWidget | QLayout | None, gap: int = 2, margin: int = 0) -> QHBoxLayout:
    """Beside each other; None takes the room that is left."""
    layout = QHBoxLayout()
    _fill(layout, things, gap, margin)
    return layout


def panel(*things: QWidget | QLayout | None, gap: int = 2) -> QWidget:
    """Things that belong together, on a surface of their own."""
    made = QWidget()
    made.setProperty("role", "panel")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(column(*things, gap=gap, margin=2))
    return made


def together(*things: QWidget | QLayout | None, gap: int = 0) -> QWidget:
    """Things that belong close to each other."""
    made = QWidget()
    made.setLayout(column(*things, gap=gap))
    return made


def at_start(thing: QWidget) -> QWidget:
    """As wide as it needs to be, where the lines begin."""
    made = QWidget()
    made.setLayout(row(thing, None, gap=0))
    return made


def indented(thing: QWidget) -> QHBoxLayout:
    """Below the words of a choice, not below its mark."""
    layout = row(gap=0)
    layout.addSpacing(4 * UNIT)
    layout.addWidget(thing, 1)
    return layout


def empty(layout: QLayout) -> None:
    """Take everything out."""
    while (item := layout.takeAt(0)) is not None:
        thing = item.widget()
        if thing is not None:
            thing.hide()
            thing.deleteLater()


def _fill(
    layout: QHBoxLayout | QVBoxLayout,
    things: tuple[QWidget | QLayout | None, ...],
    gap: int,
    margin: int,
) -> None:
    layout.setSpacing(gap * UNIT)
    layout.setContentsMargins(*[margin * UNIT] * 4)
    for thing in things:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)
