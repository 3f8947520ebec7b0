"""Members that 7-Zip pushes out, as streams from which a reader takes what it wants.

7-Zip unpacks on a thread of its own, which runs only while somebody waits for its next piece: so
nothing is read, and nothing asked of the parent, behind the back of the thread that reads.
"""

import atexit
import io
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from threading import Condition, Thread
from typing import Self, TypeAlias

from app.intake.readers.archives.library import OpenArchive, Outcome, RefusedError
from app.sandbox.reader_limits import MAX_MEMBER_BYTES
from face.errors import UnreadableMediaError
from face.streams import SeekableStream
from face.types import Reason

MOST_PULLS = 2
"""So many unpack at once; 7z takes a thread more for each step of unpacking."""

WINDOW = 2 * 1024 * 1024
"""Bytes that are kept behind the place that was reached: the head of a member is read before it."""

_STOPPING_SECONDS = 2.0

Piece: TypeAlias = tuple[int, bytes | Outcome | BaseException]
"""The number of a member with bytes of it, or with what became of it."""


class _StoppedError(Exception):
    """Nobody wants more."""


class Pull(AbstractContextManager["Pull"]):
    """Unpacks members in the order of the archive, piece by piece.

    Attributes:
        is_idle: Whether nobody waits for it.
        is_over: Whether nothing comes any more.
    """

    def __init__(self, archive: OpenArchive, indices: Sequence[int]) -> None:
        self.is_idle = True
        self.is_over = False
        self._archive = archive
        self._indices = indices
        self._pieces: deque[Piece] = deque()
        self._stopped = False
        self._changed = Condition()
        archive.taking_turns(self)
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def next(self) -> Piece | None:
        """The next piece; None at the end."""
        with self._changed:
            if self.is_over:
                return None
            self.is_idle = False
            self._changed.notify_all()
            while not self._pieces:
                self._changed.wait()
            piece = self._pieces.popleft()
        if isinstance(piece[1], BaseException):
            self.stop()
        return None if isinstance(piece[1], _StoppedError) else piece

    def stop(self) -> None:
        """Give up the rest."""
        with self._changed:
            self._stopped = self.is_over = True
            self._changed.notify_all()
        self._thread.join(_STOPPING_SECONDS)
        if not self._thread.is_alive():
            self._archive.close()

    def __enter__(self) -> Self:
        """Wait until somebody wants more, and let nobody go on meanwhile."""
        self._changed.acquire()
        while self.is_idle and not self._stopped:
            self._changed.wait()
        if self._stopped:
            self._changed.release()
            raise _StoppedError
        return self

    def __exit__(self, *_: object) -> None:
        """Let the others go on."""
        self._changed.release()

    def _run(self) -> None:
        over: BaseException = _StoppedError()
        try:
            self._archive.extract(self._indices, self._put, self._put)
        except BaseException as error:  # noqa: BLE001 - it is raised where somebody waits
            over = error
        with self._changed:
            self._put(-1, over)

    def _put(self, index: int, piece: bytes | Outcome | BaseException) -> None:
        self._pieces.append((index, piece))
        self.is_idle = True
        self._changed.notify_all()


class _Cursor:
    """A place in what is unpacked, with the last bytes before it."""

    def __init__(self, pull: Pull) -> None:
        self.pull = pull
        self._index = -1
        self._kept: deque[tuple[int, bytes]] = deque()
        self._end = 0
        self._outcome: Outcome | None = None

    def reaches(self, index: int, offset: int) -> bool:
        """Whether a byte of a member can still be read here."""
        if self.pull.is_over and index != self._index:
            return False
        start = self._kept[0][0] if self._kept else self._end
        is_ahead = offset < self._end or not self.pull.is_over or self._outcome is not None
        return index > self._index or (index == self._index and offset >= start and is_ahead)

    def distance(self, index: int, offset: int) -> tuple[int, int]:
        """How far it is to a byte that it reaches."""
        same = index == self._index
        return index - self._index, max(0, offset - self._end) if same else offset

    def read(self, index: int, offset: int, most: int) -> bytes:
        """Some bytes of a member; none at its end. Raises OSError, UnreadableMediaError."""
        while True:
            if index == self._index:
                if offset < self._end:
                    return self._kept_bytes(offset, most)
                if self._outcome is not None:
                    require(self._outcome)
                    return b""
            self._go_on()

    def _kept_bytes(self, offset: int, most: int) -> bytes:
        start, piece = next((at, each) for at, each in reversed(self._kept) if at <= offset)
        return piece[offset - start : offset - start + most]

    def _go_on(self) -> None:
        told = self.pull.next()
        if told is None:
            raise UnreadableMediaError(Reason.DAMAGED)
        index, piece = told
        if isinstance(piece, RefusedError):
            raise UnreadableMediaError(piece.reason) from piece
        if isinstance(piece, BaseException):
            raise piece
        if index != self._index:
            self._index, self._end, self._outcome = index, 0, None
            self._kept.clear()
        if isinstance(piece, Outcome):
            self._outcome = piece
            return
        self._kept.append((self._end, piece))
        self._end += len(piece)
        while len(self._kept) > 1 and self._end - self._kept[1][0] >= WINDOW:
            self._kept.popleft()


class Unpacking:
    """Members that have to be unpacked together, read in any order; in their own it is one pass."""

    def __init__(
        self, opened: Callable[[], OpenArchive], indices: Sequence[int], most: int
    ) -> None:
        """Start nothing yet.

        Args:
            opened: Opens the archive anew.
            most: Greatest number of bytes that one member may have.
        """
        self._opened = opened
        self._indices = indices
        self._most = min(most, MAX_MEMBER_BYTES)
        self._cursors: list[_Cursor] = []
        self._streams = 0
        self._is_closed = False

    def read(self, index: int, offset: int, most: int) -> bytes:
        """Some bytes of a member; none at its end. Raises OSError, UnreadableMediaError."""
        if offset > self._most:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(self._most))
        return self._cursor(index, offset).read(index, offset, most)

    def close(self) -> None:
        """Stop unpacking; a stream that is still read goes on, and ends it when it is closed."""
        self.end_with_streams()
        self._stop()

    def end_with_streams(self) -> None:
        """Stop unpacking when the last stream that is read now is closed."""
        self._is_closed = True

    def hold(self) -> None:
        """Count a stream that reads here."""
        self._streams += 1

    def let_go(self) -> None:
        """Count one less; the last one stops unpacking, if nobody else will."""
        self._streams -= 1
        if self._is_closed and not self._streams:
            self._stop()

    def __del__(self) -> None:
        self._stop()

    def _stop(self) -> None:
        while self._cursors:
            self._cursors.pop().pull.stop()

    def _cursor(self, index: int, offset: int) -> _Cursor:
        near = [each for each in self._cursors if each.reaches(index, offset)]
        if near:
            return min(near, key=lambda each: each.distance(index, offset))
        self._cursors = [each for each in self._cursors if not each.pull.is_over]
        rest = [each for each in self._indices if each >= index]
        cursor = _Cursor(_started(self._opened, rest))
        self._cursors.append(cursor)
        return cursor


_running: list[Pull] = []


def _started(opened: Callable[[], OpenArchive], indices: Sequence[int]) -> Pull:
    """Start to unpack; of those that nobody waits for, the oldest has to end for it."""
    _running[:] = [each for each in _running if not each.is_over]
    idle = [each for each in _running if each.is_idle]
    for each in idle[: max(0, len(_running) - MOST_PULLS + 1)]:
        each.stop()
    archive = opened()
    try:
        pull = Pull(archive, indices)
    except RuntimeError as error:  # no more threads
        archive.close()
        raise UnreadableMediaError(Reason.TOO_DEEP, str(MOST_PULLS)) from error
    _running.append(pull)
    return pull


@atexit.register
def _stop_all() -> None:
    """Python ends its threads by force, which C++ does not survive."""
    while _running:
        _running.pop().stop()


class UnpackedStream(SeekableStream):
    """One member."""

    def __init__(self, unpacking: Unpacking, index: int, size: int | None) -> None:
        """Read nothing yet; `size` is None where nobody knows it."""
        super().__init__()
        self._unpacking = unpacking
        self._index = index
        self._size = size
        unpacking.hold()

    def close(self) -> None:
        if not self.closed:
            self._unpacking.let_go()
        super().close()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_END:
            base = self._known_size()
        else:
            base = self._at if whence == io.SEEK_CUR else 0
        self._at = max(0, base + offset)
        return self._at

    def _read_on(self, most: int) -> bytes:
        chunk = self._unpacking.read(self._index, self._at, most) if most else b""
        self._at += len(chunk)
        return chunk

    def _known_size(self) -> int:
        if self._size is None:
            at = 0
            while chunk := self._unpacking.read(self._index, at, WINDOW):
                at += len(chunk)
            self._size = at
        return self._size


_REASONS = {
    Outcome.UNSUPPORTED: Reason.UNKNOWN_PACKING,
    Outcome.UNAVAILABLE: Reason.ONE_OF_SEVERAL,
    Outcome.TRUNCATED: Reason.TRUNCATED,
    Outcome.WRONG_PASSWORD: Reason.LOCKED,
}


def require(outcome: Outcome | None) -> None:
    """Raise UnreadableMediaError for a member that was not unpacked to its end."""
    if outcome not in (Outcome.OK, Outcome.DATA_AFTER_END):
        found = Reason.DAMAGED if outcome is None else _REASONS.get(outcome, Reason.DAMAGED)
        raise UnreadableMediaError(found)
