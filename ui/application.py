"""The window program: the window, the session, the automatic lock, and how they end."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from app.messages import Words
from app.preferences import Preferences
from app.program import Services
from ui.garbage import GarbageCollector, disable_automatic_collection
from ui.pages import PAGES, START
from ui.pages.cases import MakeCasePage
from ui.pages.handover import HandoverPage
from ui.safety import capture
from ui.safety.lock import AutoLock, LockReason
from ui.safety.session_watch import SessionWatch
from ui.session.session import Session
from ui.theme.icon import icon
from ui.theme.style import apply
from ui.window import Window

SECONDS_TO_CLOSE = 3.0
"""Seconds that closing the case may take when the person leaves; a case survives being cut off."""

SWITCH_SECONDS = 0.001
"""Seconds for which a busy worker may hold the interpreter lock while the window waits (Python's
default: 5 ms).
"""


def run() -> int:
    """Run the window until the person leaves; return the exit status."""
    leave_no_trace()
    keep_window_responsive()
    qt = QApplication(sys.argv[:1])
    application = Application(qt, Services(), Preferences.load())
    application.window.show()
    QTimer.singleShot(0, application.listen)
    return qt.exec()


def keep_window_responsive() -> None:
    """Keep worker threads and garbage collection from holding the interpreter lock for long."""
    sys.setswitchinterval(SWITCH_SECONDS)
    disable_automatic_collection()


def leave_no_trace() -> None:
    """Keep Qt's plugins from writing files; to be called before there is a window.

    The desktop's theme plugins write to its settings and caches, and a session manager is handed
    the command line to start the program again; see docs/decisions/0071.
    """
    os.environ["QT_QPA_PLATFORMTHEME"] = "none"
    os.environ.pop("SESSION_MANAGER", None)


class Application:
    """Puts the window, the session and what keeps her safe together."""

    def __init__(self, qt: QApplication, services: Services, preferences: Preferences) -> None:
        self.qt = qt
        self.session = Session(services, preferences)
        self._look = preferences.theme, preferences.text_size
        apply(qt, *self._look)
        self.window = Window(self.session, Words(preferences.language), PAGES, START)
        self.window.setWindowIcon(icon())
        self.garbage = GarbageCollector(self.window)
        self.auto_lock = AutoLock(preferences.lock_minutes, self.window)
        self.auto_lock.due.connect(self.lock)
        self._watch()
        self.session.opening.connect(self._watch_opening)
        self.session.opened.connect(self.auto_lock.start)
        self.session.opened.connect(self._show_code)
        self.session.handover.waits.connect(self._show_passphrase)
        self.session.closed.connect(self.auto_lock.stop)
        self.session.closed.connect(self.garbage.collect_all)
        self.session.closed.connect(self._give_up_selection)
        self.window.leaving.connect(self.leave)
        self.session.preferences_changed.connect(self._apply_preferences)
        capture.protect(self.window, preferences.capture_protection)

    def listen(self) -> None:
        """Start to watch for sleep and a locked screen, after the window is shown."""
        SessionWatch(self.window).away.connect(self.auto_lock.lock_now)

    def lock(self, why: LockReason) -> None:
        """Take everything of the case off the screen at once, then ask for the passphrase."""
        self.window.cover.cover()
        self.session.lock(finish_work=why is LockReason.IDLE)
        self.window.give_focus()
        self.window.cover.hide()

    def leave(self) -> None:
        """Hide the window, close the case and end; a step that hangs ends with the process."""
        self.window.hide()
        self._give_up_selection()
        self.auto_lock.stop()
        if not self.session.end(SECONDS_TO_CLOSE):
            os._exit(0)
        self.qt.quit()

    def _watch(self) -> None:
        self.window.winId()  # makes what brings the window its keys
        handle = self.window.windowHandle()
        for watched in (self.window, handle):
            watched.installEventFilter(self.window.shift)
            watched.installEventFilter(self.auto_lock)
        self.qt.focusChanged.connect(self.window.shift.follow)

    def _watch_opening(self, on: bool) -> None:
        """Watch for inactivity while a case is being opened, too."""
        if on:
            self.auto_lock.start()
        elif not self.session.is_open:
            self.auto_lock.stop()

    def _show_code(self) -> None:
        """Show the recovery code of a new case first, on whatever page the person is."""
        if self.session.recovery_code:
            self.window.show_page(MakeCasePage.name)

    def _show_passphrase(self) -> None:
        """Show a passphrase of a bundle that nobody has said to have written down."""
        if not self.session.recovery_code:
            self.window.show_page(HandoverPage.name)

    def _give_up_selection(self, _why: object = None) -> None:
        """Clear the X11 selection, which any program could ask for."""
        clipboard = self.qt.clipboard()
        if clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def _apply_preferences(self, preferences: Preferences) -> None:
        look = preferences.theme, preferences.text_size
        if look != self._look:
            self.window.drop_hidden_pages()  # each would be dressed only to be thrown away
            self._look = look
            apply(self.qt, *look)
        self.auto_lock.minutes = preferences.lock_minutes
        capture.protect(self.window, preferences.capture_protection)
        self.window.set_language(Words(preferences.language))
