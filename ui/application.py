"""Run the window until it is closed."""

import sys

from PySide6.QtWidgets import QApplication

from app.messages import Words, language
from ui.start_page import StartPage


def run() -> int:
    """Return the exit status. Called once, by app.main."""
    qt = QApplication(sys.argv[:1])
    page = StartPage(Words(language()))
    page.show()
    return qt.exec()
