"""Work on chunks in a thread of its own, in order, while the next ones are being read.

Reading (SQLCipher), hashing and ciphering let go of the interpreter, so two cores are used.
"""

import threading
from collections.abc import Callable
from queue import Queue
from typing import Self

DEPTH = 8
"""Chunks under way at most: what bounds the memory."""


class Conveyor:
    """Calls `work` with one chunk after the other. Use it in `with`: no thread is left behind."""

    def __init__(self, work: Callable[[bytes], object]) -> None:
        self._work = work
        self._queue: Queue[bytes | None] = Queue(DEPTH)
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="bundle", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._queue.put(None)
        self._thread.join()

    def put(self, chunk: bytes) -> None:
        """Hand a chunk over; waits while too many are under way.

        Raises:
            Whatever `work` raised with this chunk or one before.
        """
        if self._error is not None:
            raise self._error
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
