"""Work on chunks in a thread of its own, in order, while the next ones are being read.

Reading, hashing and ciphering let go of the interpreter, so two cores are used.
"""

import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack
from queue import Queue
from typing import Self

from storage.bundle.member import Chunk

DEPTH = 8
"""Chunks under way at most: what bounds the memory."""


class Conveyor:
    """Calls `work` with one chunk after the other. Use it in `with`: no thread is left behind.

    The first chunk is worked on at once; a thread comes with the second. Most files have one.
    """

    def __init__(self, work: Callable[[Chunk], object]) -> None:
        self._work = work
        self._queue: Queue[Chunk | None] = Queue(DEPTH)
        self._error: BaseException | None = None
        self._thread: threading.Thread | None = None
        self._is_first = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._thread:
            self._queue.put(None)
            self._thread.join()

    def put(self, chunk: Chunk) -> None:
        """Hand a chunk over; waits while too many are under way.

        Raises:
            Whatever `work` raised with this chunk or one before.
        """
        if self._error is not None:
            raise self._error
        if self._is_first:
            self._is_first = False
            self._work(chunk)
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="bundle", daemon=True)
            self._thread.start()
        self._queue.put(chunk)

    def wait(self) -> None:
        """Return when everything that was handed over is done; raises as `put`."""
        self._queue.join()
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        while (chunk := self._queue.get()) is not None:
            try:
                if self._error is None:
                    self._work(chunk)
            except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
                self._error = error
            finally:
                self._queue.task_done()


def carry(chunks: Iterable[Chunk], *works: Callable[[Chunk], object]) -> Generator[int]:
    """Do several things with every chunk, each in a thread of its own; yields their lengths."""
    with ExitStack() as stack:
        conveyors = [stack.enter_context(Conveyor(work)) for work in works]
        for chunk in chunks:
            for conveyor in conveyors:
                conveyor.put(chunk)
            yield len(chunk)
        for conveyor in conveyors:
            conveyor.wait()
