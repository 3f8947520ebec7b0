"""A child that reads a medium of a few words and does as they say: never part of the program.

`faces N` gives N faces; `unreadable` is a damaged file; the others attack or fail.
"""

import ctypes
import json
import mmap
import os
import resource
import signal
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import numpy as np

from app.errors import SandboxMissingError
from app.sandbox import child, protocol
from app.sandbox.child import ChildSettings
from app.sandbox.child_frame import DecodeFrame
from app.sandbox.child_pipe import ChildPipe
from app.sandbox.child_scan import ScanMedium
from app.sandbox.child_work import ChildWork
from app.sandbox.frame_request import FrameRequest
from app.sandbox.sandbox import close_sandbox
from app.sandbox.walls import Wall
from app.sandbox.wire_format import track_record
from face.errors import ModelDamagedError, UnreadableMediaError
from face.types import Face, FaceFinder, Pixels, Reason, Scan
from tests.support.scans import WIDTHS, scan, small_jpeg, track

if sys.platform == "linux":
    from tests.app.sandbox import wall_attacks
assert sys.platform != "win32"

_AT_START: list[str] = []
_CROP = small_jpeg()
_PIXELS = np.zeros((2, 2, 3), np.uint8)


class FakeEngine:
    """An engine that finds nothing; the fake scans make the faces."""

    pack = "fake"
    pipeline = "fake-1"
    widths = WIDTHS
    same_face = 0.9

    def find_faces(self, frame: Pixels) -> list[Face]:
        """Find no faces."""
        return []


class Pretender(FakeEngine):
    """An engine that claims to belong to another pack."""

    pack = "open"


def open_fake(pack: str, opening: ChildSettings) -> tuple[FaceFinder, ScanMedium]:
    """Open the fake engine, or fail at the start as the pack says."""
    if pack == "damaged":
        raise ModelDamagedError("damaged", "weights.onnx")
    if pack == "unprotected":
        raise SandboxMissingError("libseccomp")
    if pack == "mistaken":
        raise ZeroDivisionError("by zero")
    if pack == "dies":
        os._exit(3)
    if pack == "sleeps":
        time.sleep(60)
    _weaken_walls(pack)
    if pack == "pretends":
        return Pretender(), look
    _AT_START.append(str(Path.cwd()))
    return FakeEngine(), look


_HOLES = {
    "hole in files": "openat open",
    "hole in network": "socket connect",
    "hole in processes": "clone execve wait4 dup2 openat mmap mprotect",
    "hole in memory": "mmap",
}
"""Calls that the first filter lets through for these packs."""


def _weaken_walls(pack: str) -> None:
    if sys.platform == "linux":
        from app.sandbox import linux

        if pack in _HOLES:
            linux._COMPUTING += _HOLES[pack]
        if pack == "stays root":
            vars(linux)["_become_nobody"] = lambda _: None
    if pack == "weaker":
        FakeEngine.pack = pack
        vars(child)["close_sandbox"] = lambda *given: close_sandbox(*given) | {Wall.NETWORK}


def look(stream: BinaryIO, size: int, engine: FaceFinder, *, crops: bool) -> Scan:
    """Do as the medium says."""
    words = stream.read(64).split(b"\0")[0].decode().split()
    if words[0] == "faces":
        return scan(int(words[1]), _CROP if crops else None)
    if words[0] == "unreadable":
        raise UnreadableMediaError(Reason.DAMAGED, "cut")
    if words[0] == "takes":
        return scan(len(bytearray(int(words[1]) << 20)) and 1)
    if words[0] == "mistakes":
        return _mistakes(int(words[1]))
    if words[0] == "against":
        return _against(*words[1:])
    if words[0] == "ends":
        stream.seek(-4, os.SEEK_END)
        return scan(1 if stream.read() == b"last" else 0)
    return ATTACKS[words[0]](stream, engine)


def open_fake_show() -> DecodeFrame:
    """Return the fake decoder of frames."""
    return show


def show(stream: BinaryIO, size: int, wanted: FrameRequest) -> Pixels:
    """Do as the medium says; `plain W H` is a picture of that size."""
    words = stream.read(64).split(b"\0")[0].decode().split()
    if words[0] == "plain":
        return np.full((int(words[2]), int(words[1]), 3), 7, np.uint8)
    if words[0] == "picture":
        _send_raw(_picture(words[1], json.loads(" ".join(words[2:]))))
        time.sleep(60)
    stream.seek(0)
    look(stream, size, FakeEngine(), crops=False)
    return np.zeros((1, 1, 3), np.uint8)


def _picture(length: str, fields: dict[str, object]) -> bytes:
    return protocol.message(protocol.Kind.PICTURE, pixels=bytes(int(length)), **fields)


def _mistakes(mebibytes: int) -> Scan:
    """Imitate a decoder that takes a failed allocation for a damaged file."""
    held = [bytearray(b"x" * (mebibytes << 19))]
    try:
        held.append(bytearray(mebibytes << 19))
    except MemoryError:
        raise UnreadableMediaError(Reason.DAMAGED) from None
    return scan(1)


def _against(wall: str, way: str) -> Scan:
    """Attack a wall; return the size of what came of it, in units of the wall."""
    if sys.platform == "linux":
        if wall == "memory":
            return scan(wall_attacks.held_memory(way) // wall_attacks.PIECE)
        if wall == "threads":
            return scan(wall_attacks.started_threads() // int(way))
        calls = {**wall_attacks.REFUSED, **wall_attacks.KILLED}
        return scan(2 if wall_attacks.succeeded(way, calls[way]) else 1)
    raise NotImplementedError


def _attempt(action: Callable[[], object]) -> Scan:
    """Return two faces if the attempt succeeded, one if the system refused it."""
    try:
        action()
    except (OSError, ValueError):
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
        unsent = memoryview(body)
        try:
            while unsent:
                unsent = unsent[os.write(descriptor, unsent) :]
        except OSError:
            continue


def _other_ticket(stream: BinaryIO, engine: FaceFinder) -> Scan:
    _send_raw(protocol.message(protocol.Kind.UNREADABLE, ticket=987, reason="damaged", detail=""))
    time.sleep(60)
    return scan(0)


def _huge_answer(stream: BinaryIO, engine: FaceFinder) -> Scan:
    _send_raw(struct.pack(">BI", protocol.Kind.TRACK, 0xFFFFFFFF))
    while True:
        _send_raw(bytes(1 << 16))


def _many_tracks(stream: BinaryIO, engine: FaceFinder) -> Scan:
    """Send tracks without end, each of them in order."""
    stream.seek(0)
    ticket = int(stream.read().split(b"\0")[0].split()[1])
    one = protocol.message(protocol.Kind.TRACK, ticket=ticket, **track_record(track()))
    while True:
        _send_raw(one)


def _hang(stream: BinaryIO, engine: FaceFinder) -> Scan:
    while True:
        time.sleep(0.05)


def _busy(stream: BinaryIO, engine: FaceFinder) -> Scan:
    """Take long but report every frame, unlike a child that hangs."""
    for _ in range(12):
        time.sleep(0.2)
        engine.find_faces(_PIXELS)
    return scan(1)


def _reread(stream: BinaryIO, engine: FaceFinder) -> Scan:
    """Read for ever without reaching a frame."""
    while True:
        stream.seek(0)
        while stream.read(protocol.READ_SIZE):
            pass


def _read_nothing(stream: BinaryIO, engine: FaceFinder) -> Scan:
    """Ask for no bytes at all, for ever; the parent answers in the order of the questions."""
    while True:
        _send_raw(protocol.message(protocol.Kind.READ, offset=0, length=0))


def _allocate(stream: BinaryIO, engine: FaceFinder) -> Scan:
    held = bytearray(8 << 30)
    return scan(len(held) and 2)


def _crash(stream: BinaryIO, engine: FaceFinder) -> Scan:
    ctypes.string_at(0)
    return scan(2)


def _bug(stream: BinaryIO, engine: FaceFinder) -> Scan:
    raise ZeroDivisionError


def _inside(stream: BinaryIO, engine: FaceFinder) -> Scan:
    """Return one face for everything that is wrong around a child."""
    allowed = {
        *("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LC_ALL", "MALLOC_ARENA_MAX"),
        *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "ORT_DISABLE_TELEMETRY"),
        "NO_ALBUMENTATIONS_UPDATE",
    }
    wrong: list[object] = [*(set(os.environ) - allowed)]
    descriptors = [number for number in range(4096) if _is_open(number)]
    wrong += descriptors[5:]  # Three that lead nowhere, two to the parent.
    wrong += [name for name in _AT_START if name != "/"]
    return scan(len(wrong))


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _thread(stream: BinaryIO, engine: FaceFinder) -> Scan:
    """Start a thread, as decoders may."""
    found: list[int] = []
    thread = threading.Thread(target=found.append, args=(1,))
    thread.start()
    thread.join()
    return scan(len(found))


def _execute_memory() -> None:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)


def _raise_limit() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


ATTACKS: dict[str, Callable[[BinaryIO, FaceFinder], Scan]] = {
    "open": lambda *_: _attempt(lambda: os.open("/etc/hostname", os.O_RDONLY)),
    "create": lambda *_: _attempt(lambda: os.open(os.devnull, os.O_CREAT | os.O_WRONLY)),
    "list": lambda *_: _attempt(lambda: os.scandir("/")),
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
    "nothing": _read_nothing,
    "allocate": _allocate,
    "crash": _crash,
    "exit": lambda *_: os._exit(7),
    "bug": _bug,
    "inside": _inside,
    "thread": _thread,
    "execmem": lambda *_: _attempt(_execute_memory),
    "limit": lambda *_: _attempt(_raise_limit),
}


def load_no_readers(pipe: ChildPipe) -> ChildWork:
    """Refuse to read: readers are tested with the real child."""
    raise NotImplementedError


def main() -> int:
    """Run the real child with the fake engine."""
    return child.serve(open_fake, open_fake_show, load_no_readers)
