"""A reader child that serves one test after the other: to start one takes most of a second.

A conftest that imports the two fixtures lets all tests below it share the child.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from typing import ClassVar

import pytest

from app.intake import reading
from app.sandbox.process import Child, ChildMessage
from app.sandbox.protocol import FINAL
from app.sandbox.reader_process import Message, ReaderProcess
from app.sandbox.work_queue import MediaTask, WorkQueue
from tests.support.threads import SHARED


class SharedReader(ReaderProcess):
    """A reader whose child waits for the next reader once it has answered everything.

    A child that is left in the middle of an answer is killed, as always.
    """

    _waiting: ClassVar[list[tuple[Child, WorkQueue, Queue[ChildMessage]]]] = []
    # A child ends with the thread that started it, and the worker thread of a window ends.
    _starter: ClassVar[ThreadPoolExecutor] = ThreadPoolExecutor(1, SHARED)
    _has_answered = False

    def stop(self) -> None:
        """Let the child wait if it is idle, or kill it."""
        if self._child is not None and self._has_answered:
            self._waiting.append((self._child, self._queue, self._inbox))
            self._child, self._queue, self._inbox = None, WorkQueue(), Queue()
        super().stop()

    @classmethod
    def stop_all(cls) -> None:
        """Kill the children that wait."""
        while cls._waiting:
            cls._waiting.pop()[0].stop()

    def _start(self) -> None:
        while self._waiting:
            child, queue, inbox = self._waiting.pop()
            if child._process.poll() is None:
                self._child, self._queue, self._inbox, self._ready = child, queue, inbox, True
                return
            child.stop()
        self._starter.submit(super()._start).result()
        assert self._child is not None
        self._child._pump.name = SHARED

    def _next_message(self, job: MediaTask) -> Message | None:
        self._has_answered = False
        message = super()._next_message(job)
        self._has_answered = message is not None and message[0] in FINAL
        return message


@pytest.fixture(scope="session", autouse=True)
def shared_reader_children() -> Iterator[None]:
    """The children that read for these tests end with them."""
    yield
    SharedReader.stop_all()


@pytest.fixture(autouse=True)
def shared_reader() -> Iterator[None]:
    """Let whatever reads in a test use the children that wait."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "ReaderProcess", SharedReader)
        yield
