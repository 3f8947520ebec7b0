"""Run the window until the person leaves."""

import os
import sys

from PySide6.QtWidgets import QApplication

from app.messages import Words
from app.preferences import Preferences
from app.program import Program
from ui.pages import PAGES, START
from ui.session import Session
from ui.theme.style import apply
from ui.window import Window

SECONDS_TO_CLOSE = 3.0
"""How long the case may take to close when the person leaves. It survives an end at any moment."""


def run() -> int:
    """Return the exit status. Called once, by app.main."""
    qt = QApplication(sys.argv[:1])
    application = Application(qt, Program(), Preferences.load())
    application.window.show()
    return qt.exec()


class Application:
    """The window and the session, put together."""

    def __init__(self, qt: QApplication, program: Program, preferences: Preferences) -> None:
        self.qt = qt
        self.session = Session(program, preferences)
        apply(qt, preferences.theme, preferences.text_size)
        self.window = Window(self.session, Words(preferences.language), PAGES, START)
        qt.installEventFilter(self.window.shift)
        self.window.leaving.connect(self.leave)
        self.session.preferences_changed.connect(self._dress)

    def leave(self) -> None:
        """Hide the window, close the case, end. Whatever hangs is ended with the program."""
        self.window.hide()
        if not self.session.end(SECONDS_TO_CLOSE):
            os._exit(0)
        self.qt.quit()

    def _dress(self, preferences: Preferences) -> None:
        apply(self.qt, preferences.theme, preferences.text_size)
        self.window.speak(Words(preferences.language))
