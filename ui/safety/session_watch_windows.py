"""Windows tells a window that the session was locked, or that the computer goes to sleep.

Microsoft: WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE, WM_POWERBROADCAST.
"""

import ctypes
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 4
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 7
LEAVING = {(WM_POWERBROADCAST, PBT_APMSUSPEND), (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)}
_THIS_SESSION = 0


class SessionNews(QAbstractNativeEventFilter):
    """Reads the messages of a window; takes none of them away."""

    def __init__(self, window: int, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left
        ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(  # type: ignore[attr-defined]
            wintypes.HWND(window), _THIS_SESSION
        )
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - there is a window
        application.installNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Return that the message goes on to the window."""
        told = wintypes.MSG.from_address(int(message))
        if (told.message, told.wParam) in LEAVING:
            self._left()
        return False, 0
