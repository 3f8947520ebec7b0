"""One child process as its parent sees it: started clean, heard by a thread of its own, killed.

The thread only moves messages: a pipe cannot be waited for with a time limit on every system, and
a write to a child that does not read would block for ever. Everything that decides anything, and
every read of a medium, happens in the thread that uses the pool. See docs/decisions/0051.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from queue import Queue, SimpleQueue
from typing import IO, Protocol

from app.errors import SandboxMissingError
from app.sandbox import protection, protocol
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.protocol import Kind
from app.sandbox.work_queue import MediaTask, WorkQueue
from face.types import Reason

CHILD_ARGUMENT = "--media-child"
"""The argument that makes a frozen program a child; it has no `python -m`."""

_NO_MEMORY = (-getattr(signal, "SIGKILL", 9), -signal.SIGABRT, protocol.NO_MEMORY_STATUS)
"""Nobody but a system that is short of memory sends SIGKILL; abort() is how C++ ends when nobody
is left to hear of a failed allocation."""

GRACE_SECONDS = 1.0
"""Seconds that a child which closed its pipe may take to end."""

_JOIN_SECONDS = 5.0
_KEPT = ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE", "SYSTEMROOT")
_SET = {
    "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "ORT_DISABLE_TELEMETRY": "1",
}


def child_command() -> list[str]:
    """Return the command that starts a child process of this program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-I", "-B", "-m", "app.child"]


def reason_of_exit(status: int) -> Reason:
    """Return why a child that was at work ended."""
    return Reason.DECODER_MEMORY if status in _NO_MEMORY else Reason.DECODER_DIED


@dataclass(frozen=True, slots=True)
class ChildMessage:
    """A message of a child, or its end (no kind).

    Attributes:
        job: What the child was working on, or None.
        broken: Whether the child ended by breaking the protocol.
        worked_s: Seconds that the child took for it, without those in which it waited for us.
    """

    child: "Child"
    job: MediaTask | None
    kind: Kind | None
    body: bytes = b""
    broken: bool = False
    worked_s: float = 0.0


_WINDOWS_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(
    subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0
)


class Process(Protocol):
    """A running process: a `subprocess.Popen`, or what app.sandbox.windows starts."""

    @property
    def pid(self) -> int:
        """Its number."""
        ...

    @property
    def stdin(self) -> IO[bytes] | None:
        """What it reads."""
        ...

    @property
    def stdout(self) -> IO[bytes] | None:
        """What it writes."""
        ...

    def poll(self) -> int | None:
        """Return its exit status, or None while it runs."""
        ...

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its exit status; raises subprocess.TimeoutExpired."""
        ...

    def kill(self) -> None:
        """End it."""
        ...


def _started(command: Sequence[str]) -> Process:
    """Start a child.

    Raises:
        SandboxMissingError: Windows refused an AppContainer, and nobody has allowed less.
    """
    environment = {**{name: os.environ[name] for name in _KEPT if name in os.environ}, **_SET}
    if sys.platform == "win32" and getattr(sys, "frozen", False):
        # The python.exe of a .venv starts another one, which no AppContainer may.
        from app.sandbox import windows

        try:
            return windows.start(command, environment)
        except SandboxMissingError:
            # Its walls are then tried in the child, as always.
            if not protection.is_weaker_allowed():
                raise
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=os.path.abspath(os.sep),  # noqa: PTH100 - the drive's root on Windows, too
        env=environment,
        close_fds=True,
        start_new_session=True,
        creationflags=_WINDOWS_FLAGS,
    )


class Child:
    """A running child process. All methods belong to the thread that uses the pool."""

    def __init__(
        self,
        command: Sequence[str],
        opening: bytes,
        queue: WorkQueue,
        inbox: Queue[ChildMessage],
        life: int,
    ) -> None:
        """Start the child process.

        Args:
            command: The command that starts it.
            opening: Its first message.
            queue: The queue that its jobs come from.
            inbox: The queue for its messages.
            life: Number of jobs after which it ends.
        """
        self._left = life
        self._queue = queue
        self._inbox = inbox
        self._replies: SimpleQueue[bytes | None] = SimpleQueue()
        self._job: MediaTask | None = None
        self._over = False
        self._ours = False
        self._heard = time.monotonic()
        self._process = _started(command)
        self._replies.put(opening)
        self._pump = threading.Thread(target=self._listen, name="media child", daemon=True)
        self._pump.start()

    @property
    def job(self) -> MediaTask | None:
        """The medium that the child works on now, or None."""
        return self._job

    def reply(self, message: bytes | None) -> None:
        """Answer the last message; None lets the child go on without an answer."""
        self._replies.put(message)

    def silent_for(self) -> float:
        """Return for how many seconds the child has owed a message; 0 while it waits for one."""
        return 0.0 if self._ours else time.monotonic() - self._heard

    def stop(self, grace: float = 0.0) -> int:
        """Wait up to `grace` seconds for the end of the child, then kill it.

        Returns:
            Its exit status, the negative number of the signal that killed it, or 0 if it was alive
            until now.
        """
        status = _status(self._process, grace)
        # What it could have started, on systems where nothing forbids that, goes with it.
        _kill(self._process)
        self._over = True
        self._queue.wake()
        self._replies.put(None)
        self._pump.join(_JOIN_SECONDS)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        return status

    def _listen(self) -> None:
        reading = self._process.stdout
        assert reading is not None  # noqa: S101
        broken = False
        try:
            self._send(self._replies.get())
            while (got := protocol.receive(reading.read, protocol.FROM_CHILD)) is not None:
                worked = time.monotonic() - self._heard
                self._ours = True
                self._inbox.put(ChildMessage(self, self._job, *got, worked_s=worked))
                self._send(self._next_job() if got[0] in protocol.FINAL else self._replies.get())
        except BrokenProtocolError:
            broken = True
        except OSError:
            pass  # It is gone; so says the message below.
        self._inbox.put(ChildMessage(self, self._job, None, broken=broken))

    def _next_job(self) -> bytes | None:
        self._job = None
        if not self._left:
            raise BrokenPipeError
        job = self._queue.take(lambda: self._over, self._take)
        if job is None:
            return None
        if self._process.poll() is not None:
            # It ended while it had nothing to do: this job is for another one.
            self._job = None
            self._queue.add(job)
            raise BrokenPipeError
        job.began = time.monotonic()
        return job.message()

    def _take(self, job: MediaTask) -> None:
        self._job = job
        self._left -= 1

    def _send(self, message: bytes | None) -> None:
        writing = self._process.stdin
        assert writing is not None  # noqa: S101
        self._heard = time.monotonic()
        self._ours = False
        if self._over:
            raise BrokenPipeError
        unsent = memoryview(message or b"")
        while unsent:
            unsent = unsent[writing.write(unsent) :]


def _status(process: Process, grace: float) -> int:
    try:
        return process.wait(grace)
    except subprocess.TimeoutExpired:
        return 0


def _kill(process: Process) -> None:
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
