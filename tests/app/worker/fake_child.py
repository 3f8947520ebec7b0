"""A child that reads a medium of a few words and does as they say: never part of the program.

`faces N` gives N faces; `unreadable` is a damaged file; the others attack or fail.
"""

import ctypes
import os
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

from app.worker import child, protocol
from app.worker.child import Engine, Look, Opening
from face.errors import ModelDamagedError, UnreadableMediaError
from face.types import Face, Pixels, Reason, Scan
from tests.app.worker.made import DIMENSION, scan, small_jpeg

_PIXELS = None


class FakeEngine:
    """Finds nothing; the looks below make the faces."""

    pack = "fake"
    pipeline = "fake-1"
    dimension = DIMENSION

    def find_faces(self, frame: Pixels) -> list[Face]:
        """Find nothing."""
        return []


def open_fake(opening: Opening) -> tuple[Engine, Look]:
    """As the real one, with packs that fail at start."""
    if opening.pack == "damaged":
        raise ModelDamagedError("damaged", "weights.onnx")
    if opening.pack == "dies":
        os._exit(3)
    if opening.pack == "sleeps":
        time.sleep(60)
    return FakeEngine(), look


def look(stream: BinaryIO, size: int, engine: Engine, *, crops: bool) -> Scan:
    """Do as the medium says."""
    words = stream.read(64).split(b"\0")[0].decode().split()
    if words[0] == "faces":
        return scan(int(words[1]), small_jpeg() if crops else None)
    if words[0] == "unreadable":
        raise UnreadableMediaError(Reason.DAMAGED, "cut")
    if words[0] == "ends":
        stream.seek(-4, os.SEEK_END)
        return scan(1 if stream.read() == b"last" else 0)
    return ATTACKS[words[0]](stream, engine)


def _attempt(action: Callable[[], object]) -> Scan:
    """Two faces if it could be done, one if the system refused."""
    try:
        action()
    except OSError:
        return scan(1)
    return scan(2)


def _connect() -> None:
    with socket.socket(socket.AF_INET) as way_out:
        way_out.connect(("127.0.0.1", 9))


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _send_raw(body: bytes) -> None:
    """Write past the protocol, to every descriptor that leads out."""
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, body)
        except OSError:
            continue


def _other_ticket(stream: BinaryIO, engine: Engine) -> Scan:
    _send_raw(protocol.message(protocol.Kind.UNREADABLE, ticket=987, reason="damaged", detail=""))
    time.sleep(60)
    return scan(0)


def _huge_answer(stream: BinaryIO, engine: Engine) -> Scan:
    _send_raw(struct.pack(">BI", protocol.Kind.TRACK, 0xFFFFFFFF))
    while True:
        _send_raw(bytes(1 << 16))


def _many_tracks(stream: BinaryIO, engine: Engine) -> Scan:
    return scan(60_000)


def _hang(stream: BinaryIO, engine: Engine) -> Scan:
    while True:
        time.sleep(0.05)


def _busy(stream: BinaryIO, engine: Engine) -> Scan:
    """Take long, and report: not a hang."""
    for _ in range(8):
        time.sleep(0.2)
        engine.find_faces(_PIXELS)  # type: ignore[arg-type]
    return scan(1)


def _reread(stream: BinaryIO, engine: Engine) -> Scan:
    """Read for ever without ever reaching a frame."""
    while True:
        stream.seek(0)
        while stream.read(protocol.READ_SIZE):
            pass


def _allocate(stream: BinaryIO, engine: Engine) -> Scan:
    held = bytearray(8 << 30)
    return scan(len(held) and 2)


def _crash(stream: BinaryIO, engine: Engine) -> Scan:
    ctypes.string_at(0)
    return scan(2)


def _bug(stream: BinaryIO, engine: Engine) -> Scan:
    raise ZeroDivisionError


ATTACKS: dict[str, Callable[[BinaryIO, Engine], Scan]] = {
    "open": lambda *_: _attempt(lambda: os.open("/etc/hostname", os.O_RDONLY)),
    "create": lambda *_: _attempt(lambda: os.open("/tmp/x", os.O_CREAT | os.O_WRONLY)),  # noqa: S108
    "list": lambda *_: _attempt(lambda: os.listdir("/")),
    "connect": lambda *_: _attempt(_connect),
    "fork": lambda *_: _attempt(_fork),
    "exec": lambda *_: _attempt(lambda: os.execv(sys.executable, [sys.executable, "-V"])),  # noqa: S606
    "signal": lambda *_: _attempt(lambda: os.kill(os.getppid(), signal.SIGCONT)),
    "ticket": _other_ticket,
    "huge": _huge_answer,
    "tracks": _many_tracks,
    "hang": _hang,
    "busy": _busy,
    "reread": _reread,
    "allocate": _allocate,
    "crash": _crash,
    "exit": lambda *_: os._exit(7),
    "bug": _bug,
}

if __name__ == "__main__":
    raise SystemExit(child.serve(open_fake))
