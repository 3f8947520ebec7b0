"""Hear from the system that the computer goes to sleep or that its screen was locked.

Where the system cannot tell (no D-Bus, no login manager), ui/safety/lock.py still sees afterwards
that the computer slept, and still locks after a while.
"""

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if sys.platform == "linux":
    from PySide6.QtDBus import QDBusConnection

    _SYSTEM = (
        ("org.freedesktop.login1.Manager", "PrepareForSleep", "flag(bool)"),
        ("org.freedesktop.login1.Session", "Lock", "now()"),
    )
    _DESKTOPS = ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
    _SESSION = tuple(
        (f"org.{desktop}.ScreenSaver", "ActiveChanged", "flag(bool)") for desktop in _DESKTOPS
    )


class SessionWatch(QObject):
    """`left` comes when somebody leaves the computer to itself."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        """Begin to listen.

        Args:
            window: It is told on Windows, where such news come to windows.
        """
        super().__init__(window)
        if sys.platform == "linux":
            self.listen(QDBusConnection.systemBus(), QDBusConnection.sessionBus())
        elif sys.platform == "win32":
            from ui.safety.session_watch_windows import SessionNews

            self._news = SessionNews(int(window.winId()), self.left.emit)

    if sys.platform == "linux":

        def listen(self, system: QDBusConnection, session: QDBusConnection) -> None:
            """Ask both buses for their news. A bus that is not there has none."""
            for bus, signals in ((system, _SYSTEM), (session, _SESSION)):
                if bus.isConnected():
                    for interface, name, slot in signals:
                        bus.connect("", "", interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    @Slot(bool)
    def flag(self, on: bool) -> None:
        """Sleep begins (or is over), or the screen is locked (or open again)."""
        if on:
            self.left.emit()

    @Slot()
    def now(self) -> None:
        """This very moment."""
        self.left.emit()
