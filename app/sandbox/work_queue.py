"""Media that wait for a child process, prepared while every child still has work."""

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Self, TypeAlias

from app.sandbox import protocol
from app.sandbox.protocol import Kind
from face.errors import UnreadableMediaError
from face.types import Reason, Track

Source: TypeAlias = tuple[BinaryIO, int]
"""A medium: a seekable stream, which is closed after use, and its size in bytes."""


@dataclass(slots=True, eq=False)
class MediaTask:
    """One medium on its way: its number, its bytes or where to read them, what came back so far.

    Attributes:
        source: Opens it anew.
        size: Bytes.
        asked: The kind of message that asks for the work.
        request: What that message says beside the medium.
        whole: The bytes of a small file, or None; then `stream` is read as the child asks.
        failure: Set once the medium itself could not be read; the child's answer is void then.
        began: When a child took it (time.monotonic), or 0.
        served: Bytes read for the child since the last frame that it looked at.
        frames: Frames that it has looked at.
        tracks: What it has found so far.
        found: Bytes that this took on its way.
    """

    ticket: int
    source: Callable[[], Source]
    stream: BinaryIO
    size: int
    asked: Kind = Kind.JOB
    request: Mapping[str, object] = field(default_factory=dict)
    whole: bytes | None = None
    failure: UnreadableMediaError | None = None
    began: float = 0.0
    served: int = 0
    frames: int = 0
    tracks: list[Track] = field(default_factory=list)
    found: int = 0

    @classmethod
    def opened(
        cls,
        ticket: int,
        source: Callable[[], Source],
        asked: Kind = Kind.JOB,
        request: Mapping[str, object] | None = None,
    ) -> Self:
        """Open a medium, and read it at once if it is small.

        Raises:
            UnreadableMediaError: It is gone, cannot be read, or is shorter than stated.
        """
        try:
            job = cls(ticket, source, *source(), asked, request or {})
            job._prepare()
        except FileNotFoundError as error:
            raise UnreadableMediaError(Reason.GONE) from error
        except OSError as error:
            raise UnreadableMediaError(Reason.UNREADABLE_FILE) from error
        return job

    def _prepare(self) -> None:
        if self.size <= protocol.WHOLE:
            with self.stream:
                self.whole = self.read(0, self.size)

    def read(self, offset: int, length: int) -> bytes:
        """Read a range of the medium; raises OSError and UnreadableMediaError."""
        self.stream.seek(offset)
        chunk = self.stream.read(length)
        while len(chunk) < length and (more := self.stream.read(length - len(chunk))):
            chunk += more
        if len(chunk) < length:
            raise UnreadableMediaError(Reason.CHANGED)
        return chunk

    def message(self) -> bytes:
        """Return the request as the child gets it."""
        medium = {"ticket": self.ticket, "size": self.size, "whole": self.whole}
        return protocol.message(self.asked, **medium, **self.request)

    def lasts(self) -> float:
        """Return for how many seconds a child has worked on it."""
        return time.monotonic() - self.began if self.began else 0.0

    def start_over(self) -> None:
        """Drop the results of a child that was stopped for another reason."""
        self.began, self.served, self.frames, self.found = 0.0, 0, 0, 0
        self.tracks.clear()


class WorkQueue:
    """Tasks that the threads of the children take as soon as their child is free."""

    def __init__(self) -> None:
        self._jobs: deque[MediaTask] = deque()
        self._changed = threading.Condition()

    def __len__(self) -> int:
        """Return the number of waiting tasks."""
        return len(self._jobs)

    def add(self, job: MediaTask) -> None:
        """Add a task for the next free child."""
        with self._changed:
            self._jobs.append(job)
            self._changed.notify()

    def take(
        self, is_over: Callable[[], bool], note: Callable[[MediaTask], None]
    ) -> MediaTask | None:
        """Wait for a task; None once `is_over`, which is asked again after each `wake`.

        Args:
            note: Called with the task before anyone else can see that it is taken.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._jobs or is_over())
            if is_over():
                return None
            job = self._jobs.popleft()
            note(job)
            return job

    def wake(self) -> None:
        """Let every waiting thread ask whether it is over."""
        with self._changed:
            self._changed.notify_all()

    def clear(self) -> None:
        """Drop all waiting tasks."""
        with self._changed:
            self._jobs.clear()
