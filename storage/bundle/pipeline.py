"""A pipeline for files: read in chunks, which go through several stages, each in its own thread.

Reading, hashing and encrypting release the interpreter's lock, so several cores are used. The
memory of the chunks is used again and again: fresh memory costs more than the cipher, a page fault
for each 4 KiB.
"""

from collections.abc import Callable, Generator, Sequence
from queue import SimpleQueue
from threading import Thread
from typing import TypeAlias

from storage.bundle.member import ByteSource

CHUNK = 1 << 20
DEPTH = 8
"""Most chunks that are under way at a time, which bounds the memory."""

Stage: TypeAlias = Callable[[memoryview], object]
"""Handles one chunk, and may change it for the stages behind it. The memory is valid until the
stage returns."""


class Pipeline:
    """Runs one file after the other through stages. The chunks' memory is made once."""

    def __init__(self) -> None:
        self._memory = [memoryview(bytearray(CHUNK)) for _ in range(DEPTH)]

    def run(self, source: ByteSource, *stages: Stage) -> Generator[int]:
        """Call all stages, in their order, with each chunk; yields lengths as chunks are read.

        A file that fits into one chunk, as most do, needs no thread. No thread outlives the run.

        Raises:
            Whatever reading the source or a stage raised.
        """
        chunk = _filled(source, self._memory[0])
        if len(chunk) < CHUNK:
            for stage in stages:
                stage(chunk)
            yield len(chunk)
            return
        threads = _StageThreads(stages, self._memory[1:])
        try:
            while chunk:
                threads.put(chunk)
                yield len(chunk)
                chunk = _filled(source, threads.free()) if len(chunk) == CHUNK else chunk[:0]
        except BaseException as error:
            threads.fail(error)  # what is under way is not wanted any more
            raise
        finally:
            threads.end()
        threads.raise_error()


class _StageThreads:
    """A thread for each stage of one file, and the chunks that are under way between them."""

    def __init__(self, stages: Sequence[Stage], memory: Sequence[memoryview]) -> None:
        self._error: BaseException | None = None
        self._queues = [SimpleQueue[memoryview | None]() for _ in range(len(stages) + 1)]
        for each in memory:
            self._queues[-1].put(each)
        self._threads = [
            Thread(target=self._run, args=(stage, at), name="bundle", daemon=True)
            for at, stage in enumerate(stages)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, chunk: memoryview) -> None:
        """Hand a chunk to the first stage."""
        self._queues[0].put(chunk)

    def free(self) -> memoryview:
        """Wait for the memory of a chunk that all stages are done with; raises as `raise_error`."""
        memory = self._queues[-1].get()
        self.raise_error()
        assert memory is not None  # noqa: S101 - None comes behind the last chunk only
        return memory

    def end(self) -> None:
        """Return when every chunk that was put has gone through all stages."""
        self._queues[0].put(None)
        try:
            self._join()
        finally:
            self._join()  # somebody may press Ctrl+C while it is waited for
            self._threads.clear()  # an error holds them, and they hold the memory
            self._queues.clear()

    def raise_error(self) -> None:
        """Raise the first error of a stage, if there was one; no stage has run since."""
        if self._error is not None:
            raise self._error

    def fail(self, error: BaseException) -> None:
        """Let no stage run from now on. The first error is the one that is raised."""
        self._error = self._error or error

    def _join(self) -> None:
        for thread in self._threads:
            thread.join()

    def _run(self, stage: Stage, at: int) -> None:
        taken_from, handed_to = self._queues[at : at + 2]
        while (chunk := taken_from.get()) is not None:
            try:
                if self._error is None:
                    stage(chunk)
            except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
                self.fail(error)
            handed_to.put(chunk)
        handed_to.put(None)


def _filled(source: ByteSource, memory: memoryview) -> memoryview:
    """The start of the memory, filled with the next bytes of the source; shorter at its end."""
    at = 0
    while at < len(memory) and (count := source.readinto(memory[at:])):
        at += count
    return memory[:at]
