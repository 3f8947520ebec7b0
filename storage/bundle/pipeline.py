"""A file goes through in chunks: filled here, then worked on by one thread after the other.

Reading, hashing and ciphering let go of the interpreter, so several cores are used. The memory of
the chunks goes round: fresh memory costs more than the cipher, a page fault for each 4 KiB.
"""

from collections.abc import Callable, Generator, Sequence
from queue import SimpleQueue
from threading import Thread
from typing import TypeAlias

from storage.bundle.member import Source

CHUNK = 1 << 20
DEPTH = 8
"""Chunks under way at most: what bounds the memory."""

Stage: TypeAlias = Callable[[memoryview], object]
"""Does something with a chunk, which is there until it returns, and may change it for the next."""


class Pipeline:
    """Carries one file after the other."""

    def __init__(self) -> None:
        self._memory = [memoryview(bytearray(CHUNK)) for _ in range(DEPTH)]

    def carry(self, source: Source, *works: Stage) -> Generator[int]:
        """Do all the works, in their order, with each chunk; yields lengths as they are filled.

        What fits into one chunk needs no thread; most files do. None is left behind.

        Raises:
            Whatever reading or a work raised.
        """
        chunk = _filled(source, self._memory[0])
        if len(chunk) < CHUNK:
            for work in works:
                work(chunk)
            yield len(chunk)
            return
        line = _Line(works, self._memory[1:])
        try:
            while chunk:
                line.put(chunk)
                yield len(chunk)
                chunk = _filled(source, line.free()) if len(chunk) == CHUNK else chunk[:0]
        except BaseException as error:
            line.fail(error)  # what is under way is not wanted any more
            raise
        finally:
            line.end()
        line.raise_error()


class _Line:
    """The threads for one file, and the chunks that are under way between them."""

    def __init__(self, works: Sequence[Stage], memory: Sequence[memoryview]) -> None:
        self._error: BaseException | None = None
        self._queues = [SimpleQueue[memoryview | None]() for _ in range(len(works) + 1)]
        for each in memory:
            self._queues[-1].put(each)
        self._threads = [
            Thread(target=self._run, args=(work, at), name="bundle", daemon=True)
            for at, work in enumerate(works)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, chunk: memoryview) -> None:
        """Hand a chunk to the first."""
        self._queues[0].put(chunk)

    def free(self) -> memoryview:
        """Memory of a chunk that is done with; waits for it. Raises as `raise_error`."""
        memory = self._queues[-1].get()
        self.raise_error()
        assert memory is not None  # noqa: S101 - that comes behind the last chunk only
        return memory

    def end(self) -> None:
        """Return when everything that was put is done."""
        self._queues[0].put(None)
        try:
            self._join()
        finally:
            self._join()  # somebody may press Ctrl+C while it is waited for
            self._threads.clear()  # an error holds them, and they hold the memory
            self._queues.clear()

    def raise_error(self) -> None:
        """Raise whatever a work raised, if one did; nothing is worked on since."""
        if self._error is not None:
            raise self._error

    def fail(self, error: BaseException) -> None:
        """Nothing is worked on from now on; the first error is the one to tell."""
        self._error = self._error or error

    def _join(self) -> None:
        for thread in self._threads:
            thread.join()

    def _run(self, work: Stage, at: int) -> None:
        taken_from, handed_to = self._queues[at : at + 2]
        while (chunk := taken_from.get()) is not None:
            try:
                if self._error is None:
                    work(chunk)
            except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
                self.fail(error)
            handed_to.put(chunk)
        handed_to.put(None)


def _filled(source: Source, memory: memoryview) -> memoryview:
    """As much of it as there are bytes left."""
    at = 0
    while at < len(memory) and (count := source.readinto(memory[at:])):
        at += count
    return memory[:at]
