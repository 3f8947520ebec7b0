"""Fields to type in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.layouts import column
from ui.widgets.texts import small

COPY, CUT = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut


class Line(QLineEdit):
    """What is typed goes to no clipboard, whose history other programs keep."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is copied out and nothing is cut; pasting works."""
        if any(event.matches(out) for out in (COPY, CUT)):
            event.accept()
        else:
            super().keyPressEvent(event)


def line(name: str, hint: str = "") -> QLineEdit:
    """One line of text.

    Args:
        name: What is read out.
        hint: Shown while it is empty.
    """
    made = Line()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return made


def labelled(text: str, field: QWidget) -> QVBoxLayout:
    """A field below its name; the letter after & leads to it."""
    label = small(text)
    label.setBuddy(field)
    layout = column(label, field, gap=0)
    layout.setSpacing(4)
    return layout
