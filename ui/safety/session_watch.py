"""Signals when the computer goes to sleep or its screen is locked.

Linux: the D-Bus signals of logind and of the desktops' screen savers. Windows: the window messages
WM_POWERBROADCAST and, after WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE. Where the system
sends nothing (no D-Bus, no login manager, macOS), ui/safety/lock.py still notices afterwards that
the computer slept, and still locks after a while.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if sys.platform == "linux":
    from PySide6.QtDBus import QDBusConnection

    _SYSTEM = (
        ("org.freedesktop.login1.Manager", "PrepareForSleep", "active_changed(bool)"),
        ("org.freedesktop.login1.Session", "Lock", "locked()"),
    )
    _DESKTOPS = ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
    _SESSION = tuple(
        (f"org.{desktop}.ScreenSaver", "ActiveChanged", "active_changed(bool)")
        for desktop in _DESKTOPS
    )

elif sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

    _WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 4
    _WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 7
    _AWAY = {(_WM_POWERBROADCAST, _PBT_APMSUSPEND), (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK)}
    _THIS_SESSION = 0

    class _WindowsMessages(QAbstractNativeEventFilter):
        """Calls back on a window message of sleep or lock; no message is kept from the window."""

        def __init__(self, window: int, away: Callable[[], object]) -> None:
            super().__init__()
            self._away = away
            ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(
                wintypes.HWND(window), _THIS_SESSION
            )
            application = QCoreApplication.instance()
            assert application is not None  # noqa: S101 - there is a window
            application.installNativeEventFilter(self)

        def nativeEventFilter(  # noqa: N802 - Qt's name
            self, kind: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> object:
            content = wintypes.MSG.from_address(int(message))
            if (content.message, content.wParam) in _AWAY:
                self._away()
            return False, 0


class SessionWatch(QObject):
    """Emits `away` when the computer is about to sleep or its screen is locked."""

    away = Signal()

    def __init__(self, window: QWidget) -> None:
        """Begin to listen.

        Args:
            window: The window that receives the messages on Windows.
        """
        super().__init__(window)
        if sys.platform == "linux":
            self.listen(QDBusConnection.systemBus(), QDBusConnection.sessionBus())
        elif sys.platform == "win32":
            self._messages = _WindowsMessages(int(window.winId()), self.away.emit)

    if sys.platform == "linux":

        def listen(self, system: QDBusConnection, session: QDBusConnection) -> None:
            """Connect to the signals of both buses; a bus that is not connected is skipped."""
            for bus, signals in ((system, _SYSTEM), (session, _SESSION)):
                if bus.isConnected():
                    for interface, name, slot in signals:
                        bus.connect("", "", interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    @Slot(bool)
    def active_changed(self, active: bool) -> None:
        """Receive that sleep or the lock begins (True) or is over (False)."""
        if active:
            self.away.emit()

    @Slot()
    def locked(self) -> None:
        """Receive that the screen is being locked at this moment."""
        self.away.emit()
