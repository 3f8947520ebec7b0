"""Keep the window out of screenshots, recordings and shared screens, where the system can."""

import ctypes
import sys
from ctypes import c_long, c_void_p

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

WDA_NONE, WDA_EXCLUDEFROMCAPTURE = 0, 0x11
"""Windows: SetWindowDisplayAffinity; the second since Windows 10, version 2004."""

SHARING_NONE, SHARING_READ_ONLY = 0, 1
"""macOS: NSWindowSharingType."""


def is_possible() -> bool:
    """Whether this system can; no Linux desktop has a way for a window to ask for it."""
    return QGuiApplication.platformName() in {"windows", "cocoa"}


def protect(window: QWidget, on: bool) -> bool:
    """Ask the system to leave the window out of captures, or in; return whether it will."""
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
    """Qt's handle is an NSView; [[view window] setSharingType: kind]."""
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
