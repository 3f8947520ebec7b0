"""The first page: what this does and does not do, how to leave, and who helps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.messages import Words

PARAGRAPHS = ("window.does", "window.does_not", "window.command_line", "window.leave_means")
MARGIN = 32
SPACING = 16
WIDTH = 680


class StartPage(QWidget):
    """Text only; nothing here opens a case or reads a file."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("window.title"))
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(SPACING)
        for key in PARAGRAPHS:
            layout.addWidget(paragraph(words.say(key)))
        layout.addSpacing(SPACING)
        layout.addWidget(paragraph(words.say("support.heading")))
        layout.addWidget(in_columns(words.say("support.lines")))
        layout.addStretch()
        self.leave = QPushButton(words.say("window.leave"))
        self.leave.clicked.connect(self.close)
        layout.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.close()
        else:
            super().keyPressEvent(event)


def paragraph(text: str) -> QLabel:
    """Return text that wraps and can be selected."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def in_columns(text: str) -> QLabel:
    """Return text whose columns stay below each other."""
    label = paragraph(text)
    label.setWordWrap(False)
    label.setFont(QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)))
    return label
