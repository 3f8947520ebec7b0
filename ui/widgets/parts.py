"""The parts that a long page is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.layouts import column, panel, row
from ui.widgets.texts import heading, paragraph


def part(head: str, *things: QWidget | QLayout | None) -> tuple[QLabel, QWidget]:
    """A part with a heading: the heading, to be jumped to, and the whole."""
    name = heading(head)
    # A jump puts the keyboard there: Tab and Page Down go on from it. Tab itself passes it over.
    name.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    name.setAccessibleName(head)
    return name, panel(name, *things)


def listed(*texts: str) -> QVBoxLayout:
    """Short things that are read one after the other."""
    return column(*(_point(text) for text in texts), gap=1)


def _point(text: str) -> QLayout:
    dot = paragraph("•")
    dot.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    made = row(gap=1)
    made.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    made.addWidget(paragraph(text), 1)
    return made
