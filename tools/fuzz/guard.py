"""Limits one run: processor time, memory, and which files may be read."""

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.intake.readers.archives.library import library
from app.sandbox.process import child_command

CPU_SECONDS = 10.0
"""Honest files of this size take milliseconds; bombs up to the limits some seconds."""

WALL_SECONDS = 300
"""Who waits for what never comes uses no processor: the whole run is ended, with a traceback."""

MOST_MEMORY = 640 << 20
"""Bytes that one run may add at its peak: what is kept unpacked, twice, and a window."""

_OPENING = ("open", "os.listdir", "os.scandir")
_CHANGING = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.chmod")
_ACTING = ("subprocess.Popen", "os.exec", "os.fork", "os.system", "socket.connect", "socket.bind")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class FoundError(Exception):
    """A property does not hold; `what` says which."""


class _OutOfTime(BaseException):
    """The time is over. It is no Exception, so that nothing in the program catches it."""


class _Fence:
    """Lets only some files be opened while it is up; an audit hook stays for ever."""

    def __init__(self) -> None:
        self.allowed: tuple[str, ...] | None = None
        self.crossed: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: tuple[object, ...]) -> None:
        if self.allowed is None:
            return
        if event in _OPENING:
            self._opening(event, args)
        elif (event in _CHANGING or event in _ACTING) and not _is_own_child(event, args):
            self.crossed.append(f"{event} {args!r:.300}")

    def _opening(self, event: str, args: tuple[object, ...]) -> None:
        path = args[0] if args else None
        if not isinstance(path, str | bytes) or path == os.devnull:
            return
        where = os.path.normpath(os.path.join(os.getcwd(), os.fsdecode(path)))  # noqa: PTH109, PTH118
        flags = args[2] if event == "open" and len(args) > 2 else 0
        writes = isinstance(flags, int) and flags & _WRITING
        if writes or not any(
            where == each or where.startswith(each + os.sep) for each in self.allowed or ()
        ):
            self.crossed.append(f"{event} {where:.300} {flags!r}")


def _is_own_child(event: str, args: tuple[object, ...]) -> bool:
    """Return whether a command starts a child of this program, which reads documents."""
    return event == "subprocess.Popen" and len(args) > 1 and args[1] == child_command()


_FENCES: list[_Fence] = []


@contextmanager
def guarded(*folders: Path, most_memory: int = MOST_MEMORY) -> Iterator[None]:
    """Run the block with a fence around it.

    Args:
        folders: What may be read; the installed program may be, too.
        most_memory: Bytes that the run may add at its peak.

    Raises:
        FoundError: It opened something else, took too long, or held too much.
    """
    if not _FENCES:
        _FENCES.append(_Fence())
    fence = _FENCES[0]
    library()  # a child has it before the first file comes
    before = _peak(reset=True)
    try:
        with _in_time():
            fence.crossed = []
            fence.allowed = tuple(map(str, (*folders, *_of_the_program())))
            try:
                yield
            finally:
                fence.allowed = None
    except _OutOfTime:
        raise FoundError(f"takes more than {CPU_SECONDS} s") from None
    if fence.crossed:
        raise FoundError(f"opens {fence.crossed[:3]}")
    if _peak() - before > most_memory:
        raise FoundError(f"takes {(_peak() - before) >> 20} MiB")


def _of_the_program() -> Sequence[Path]:
    root = Path(__file__).parents[2]
    packages = (root / each for each in ("app", "face", "storage"))
    return (Path(sys.prefix), Path(sys.base_prefix), *packages)


@contextmanager
def _in_time() -> Iterator[None]:
    if sys.platform == "win32":
        raise NotImplementedError

    def ring(*_: object) -> None:
        raise _OutOfTime

    faulthandler.dump_traceback_later(WALL_SECONDS, exit=True)
    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        faulthandler.cancel_dump_traceback_later()


def _peak(*, reset: bool = False) -> int:
    """Return the bytes that this process held at most since the last reset (Linux; elsewhere 0)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    if reset:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    (line,) = (each for each in status.read_text("ascii").splitlines() if each.startswith("VmHWM"))
    return int(line.split()[1]) << 10
