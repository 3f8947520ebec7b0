"""A pipeline for files: read in chunks, which go through several stages, each in its own thread.

Reading, hashing and encrypting release the interpreter's lock, so several cores are used. The
memory of the chunks is used again and again: fresh memory costs more than the cipher, a page fault
for each 4 KiB.
"""

import weakref
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

_Queue = SimpleQueue[object]
"""The chunks on their way to a stage, and anything else behind the last one."""


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
        except BaseException:
            threads.give_up()  # what is under way is not wanted any more
            raise
        finally:
            threads.end()
        threads.raise_error()


class _StageThreads:
    """A thread for each stage of one file, and the chunks that are under way between them.

    The threads do not hold it. So they end where nothing else does any more, wherever an interrupt
    kept `end` from being called; and a thread that ends tells the next one.
    """

    def __init__(self, stages: Sequence[Stage], memory: Sequence[memoryview]) -> None:
        self._failure = _Failure()
        queues = self._queues = [_Queue() for _ in range(len(stages) + 1)]
        held = weakref.ref(self, queues[0].put)  # no bytecode, which an interrupt could come at
        for each in memory:
            queues[-1].put(each)
        self._threads: list[Thread] = []
        for at, stage in enumerate(stages):
            args = (stage, *queues[at : at + 2], self._failure, held)
            self._threads.append(Thread(target=_run, args=args, name="bundle", daemon=True))
            self._threads[-1].start()

    def put(self, chunk: memoryview) -> None:
        """Hand a chunk to the first stage."""
        self._queues[0].put(chunk)

    def free(self) -> memoryview:
        """Wait for the memory of a chunk that all stages are done with; raises as `raise_error`."""
        memory = self._queues[-1].get()
        self.raise_error()
        if isinstance(memory, memoryview):
            return memory
        raise RuntimeError  # a thread ended before its last chunk

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
        if self._failure.error is not None:
            raise self._failure.error

    def give_up(self) -> None:
        """Let no stage run from now on."""
        self._failure.is_over = True

    def _join(self) -> None:
        for thread in self._threads:
            thread.join()


class _Failure:
    """The first error of all stages, and whether they still run.

    It holds no error of the caller, which would hold the caller's frames and with them the threads.
    """

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.is_over = False

    def note(self, error: BaseException) -> None:
        self.error = self.error or error
        self.is_over = True


def _run(
    stage: Stage, taken_from: _Queue, handed_to: _Queue, failure: _Failure, _held: object
) -> None:
    try:
        while isinstance(chunk := taken_from.get(), memoryview):
            try:
                if not failure.is_over:
                    stage(chunk)
            except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
                failure.note(error)
            handed_to.put(chunk)
    finally:
        handed_to.put(None)


def _filled(source: ByteSource, memory: memoryview) -> memoryview:
    """Return the start of the memory, filled with the next bytes of the source;
    shorter at its end.
    """
    at = 0
    while at < len(memory) and (count := source.readinto(memory[at:])):
        at += count
    return memory[:at]
