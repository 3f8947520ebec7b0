"""What a child on Linux or macOS tries, to see whether its walls stand.

It calls the C library as machine code would: what refuses only Python code proves nothing. No
packet leaves the computer even where there is no wall: the way to another computer is tried with
UDP, whose `connect` sends nothing, and to an address that belongs to nobody.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from app.sandbox.walls import Wall

_DENIED = {errno.EPERM, errno.EACCES}
_AF_INET, _STREAM, _DATAGRAM = 2, 1, 2
_NOBODY = (192, 0, 2, 1)
"""An address that no computer has (RFC 5737)."""

_LOOPBACK = (127, 0, 0, 1)
_DISCARD = 9
_PROGRAM = b"/usr/bin/true"
_LOOKED_AT = 200
"""Entries of the home folder among which a readable file is looked for."""


class PosixProbes:
    """Attempts to get out. Made before the walls close, while it can be looked for what to try."""

    def __init__(self, libc: Any = None) -> None:
        self._libc: Any = ctypes.CDLL(None, use_errno=True) if libc is None else libc
        self._libc.opendir.restype = ctypes.c_void_p
        home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() fails where there is none
        self._home = os.fsencode(home)
        self._file = _readable_file(home)

    def open_walls(self) -> frozenset[Wall]:
        """Try to get out; return the walls that let it through, or did not plainly refuse."""
        attempts: dict[Wall, tuple[Callable[[], bool], ...]] = {
            Wall.FILES: (self._lists, self._reads),
            Wall.NETWORK: (self._reaches_itself, self._reaches_others),
            Wall.PROCESSES: (self._starts,),
        }
        return frozenset(
            wall for wall, tries in attempts.items() if any(attempt() for attempt in tries)
        )

    def _lists(self) -> bool:
        return self._is_open(self._libc.opendir(self._home) or -1)

    def _reads(self) -> bool:
        return self._file is not None and self._is_open(self._libc.open(self._file, os.O_RDONLY))

    def _reaches_itself(self) -> bool:
        return self._connects(_STREAM, _LOOPBACK)

    def _reaches_others(self) -> bool:
        return self._connects(_DATAGRAM, _NOBODY)

    def _connects(self, kind: int, host: tuple[int, ...]) -> bool:
        descriptor = self._libc.socket(_AF_INET, kind, 0)
        if descriptor < 0:
            return self._is_open(descriptor)
        address = _socket_address(host)
        reached = self._is_open(self._libc.connect(descriptor, address, len(address)))
        self._libc.close(descriptor)
        return reached

    def _starts(self) -> bool:
        pid = ctypes.c_int()
        arguments = (ctypes.c_char_p * 2)(_PROGRAM, None)
        number = self._libc.posix_spawn(
            ctypes.byref(pid), _PROGRAM, None, None, arguments, (ctypes.c_char_p * 1)(None)
        )
        if number == 0:
            self._libc.waitpid(pid.value, None, 0)
        return number not in _DENIED

    def _is_open(self, result: int) -> bool:
        """Return whether a call went through, or failed for another reason than a wall."""
        return result != -1 or ctypes.get_errno() not in _DENIED


def _readable_file(folder: Path) -> bytes | None:
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, _LOOKED_AT):
                if entry.is_file(follow_symlinks=False) and os.access(entry.path, os.R_OK):
                    return os.fsencode(entry.path)
    except OSError:
        return None  # the attempt to list the folder says the same
    return None


def _socket_address(host: tuple[int, ...]) -> bytes:
    """Return a `sockaddr_in`; that of macOS begins with its own length."""
    family = (
        bytes([16, _AF_INET]) if sys.platform == "darwin" else _AF_INET.to_bytes(2, sys.byteorder)
    )
    return family + _DISCARD.to_bytes(2, "big") + bytes(host) + bytes(8)
