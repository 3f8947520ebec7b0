"""Excludes the window from screenshots, recordings and shared screens where the system can."""

import ctypes
import sys
from ctypes import c_long, c_void_p

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

WDA_NONE, WDA_EXCLUDEFROMCAPTURE = 0, 0x11
"""The affinities of Windows' SetWindowDisplayAffinity; the second exists since Windows 10, version
2004.
"""

SHARING_NONE, SHARING_READ_ONLY = 0, 1
"""The values of macOS' NSWindowSharingType."""


def is_possible() -> bool:
    """Return whether this system can exclude a window; no Linux desktop offers it."""
    return QGuiApplication.platformName() in {"windows", "cocoa"}


def protect(window: QWidget, on: bool) -> bool:
    """Ask the system to exclude or include the window in captures; return whether it agreed."""
    if not is_possible():
        return False
    if sys.platform == "win32":
        return _exclude(int(window.winId()), WDA_EXCLUDEFROMCAPTURE if on else WDA_NONE)
    if sys.platform == "darwin":
        return _share(int(window.winId()), SHARING_NONE if on else SHARING_READ_ONLY)
    return False


def _exclude(handle: int, affinity: int) -> bool:
    user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
    return bool(user32.SetWindowDisplayAffinity(c_void_p(handle), affinity))


def _share(view: int, kind: int) -> bool:
    """Send [[view window] setSharingType: kind]; Qt's window handle is an NSView."""
    objc = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    objc.sel_registerName.restype = c_void_p
    send = objc.objc_msgSend
    send.restype, send.argtypes = c_void_p, [c_void_p, c_void_p]
    window = send(view, objc.sel_registerName(b"window"))
    if not window:
        return False
    send.restype, send.argtypes = None, [c_void_p, c_void_p, c_long]
    send(window, objc.sel_registerName(b"setSharingType:"), kind)
    return True
