"""Controls one child process that stays up and serves one request after the other."""

import time
from collections.abc import Callable, Mapping, Sequence
from queue import Empty, Queue
from typing import Self, TypeVar

from app.job import Job, Progress
from app.sandbox import protection, protocol, wire_format
from app.sandbox.conversation import failure, serve_range, unreadable
from app.sandbox.errors import BrokenProtocolError, WorkerStartError
from app.sandbox.limits import Limits
from app.sandbox.process import GRACE_SECONDS, Child, ChildMessage, child_command, reason_of_exit
from app.sandbox.protocol import Kind
from app.sandbox.work_queue import MediaTask, Source, WorkQueue
from face.errors import UnreadableMediaError
from face.types import Reason

STEP_SECONDS = 0.25
"""Seconds of work between two reports of progress; most answers come within the first."""

T = TypeVar("T")
Take = Callable[[Kind, wire_format.Untrusted], T | None]
"""Checks one message of an answer; returns the answer once it is complete, or None.

Raises:
    BrokenProtocolError: The message is not what an honest child sends.
"""


class SingleWorker:
    """A child process without a model. A context manager that belongs to one thread."""

    work = ""
    """The kind of work that the child is started for; see app.sandbox.child."""

    def __init__(self, limits: Limits, command: Sequence[str] | None = None) -> None:
        """Set the limits (longest_s, memory_alone, life) and the command of the child."""
        self._limits = limits
        self._command = command or child_command()
        self._queue = WorkQueue()
        self._inbox: Queue[ChildMessage] = Queue()
        self._child: Child | None = None
        self._ready = False
        self._busy = False
        self._tickets = 0

    def __enter__(self) -> Self:
        """Start the child; it loads its decoders while the caller goes on."""
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        """Kill the child."""
        self.stop()

    def stop(self) -> None:
        """Kill the child; the next request starts a new one."""
        if self._child is not None:
            self._child.stop()
        self._child = None

    def ask(
        self,
        source: Callable[[], Source],
        asked: Kind,
        request: Mapping[str, object],
        take: Take[T],
    ) -> Job[T]:
        """Ask for something of a medium; Progress comes about four times a second until then.

        To stop, close the generator. A second one waits until the first is done.

        Args:
            source: Opens the medium; it may raise OSError or UnreadableMediaError.

        Raises:
            UnreadableMediaError: It cannot be opened or read, or the child died, hung or lied;
                the next one gets a fresh child.
            WorkerStartError, SandboxMissingError: A child could not start.
        """
        yield from self._turn()
        self._tickets += 1
        job = MediaTask.opened(self._tickets, source, asked, request)
        deadline = time.monotonic() + self._limits.longest_s
        answer = None
        self._busy = True
        try:
            if self._child is None:
                self._start()
            self._queue.add(job)
            while (answer := self._step(job, take)) is None:
                self._give_up_after(deadline)
                yield Progress(0, 1)
        except BrokenProtocolError as error:
            self._queue.clear()
            self._replace()
            raise UnreadableMediaError(Reason.DECODER_LIED, error.what) from error
        finally:
            self._busy = False
            job.stream.close()
            self._queue.clear()
            if answer is None and self._child is not None and self._child.job is job:
                self._replace()
        if isinstance(answer, UnreadableMediaError):
            raise answer
        assert answer is not None  # noqa: S101 - the loop ended
        return answer

    def _turn(self) -> Job[None]:
        """Wait until no other request is running."""
        deadline = time.monotonic() + self._limits.longest_s
        while self._busy:
            self._give_up_after(deadline)
            yield Progress(0, 1)

    def _step(self, job: MediaTask, take: Take[T]) -> T | UnreadableMediaError | None:
        """Serve the child for a while; None if there is no answer yet."""
        until = time.monotonic() + STEP_SECONDS
        while (left := until - time.monotonic()) > 0:
            try:
                heard = self._inbox.get(timeout=left)
            except Empty:
                break
            # What was stopped meanwhile may still have left a word.
            if heard.child is self._child and (answer := self._hear(heard, job, take)) is not None:
                return answer
        return None

    def _hear(
        self, heard: ChildMessage, job: MediaTask, take: Take[T]
    ) -> T | UnreadableMediaError | None:
        if heard.kind is None:
            return self._ended(heard)
        if not self._ready:
            self._begin(heard)
            return None
        if heard.job is not job:
            raise BrokenProtocolError("no job")
        said = protocol.fields(heard.body)
        if heard.kind == Kind.READ:
            self._serve(job, heard, said)
            return None
        if said.get("ticket") != job.ticket:
            raise BrokenProtocolError("ticket")
        if heard.kind not in protocol.FINAL:
            heard.child.reply(None)
        elif job.failure is not None:
            return job.failure
        return unreadable(said) if heard.kind == Kind.UNREADABLE else take(heard.kind, said)

    def _serve(self, job: MediaTask, heard: ChildMessage, said: wire_format.Untrusted) -> None:
        serve_range(job, heard, said)
        if job.served > self._limits.served(job.size):
            raise UnreadableMediaError(Reason.DECODER_TIMEOUT)

    def _begin(self, heard: ChildMessage) -> None:
        try:
            _check_start(heard)
        except Exception:
            self.stop()
            raise
        self._ready = True

    def _ended(self, heard: ChildMessage) -> UnreadableMediaError | None:
        if heard.broken and self._ready:
            raise BrokenProtocolError("message")
        status = heard.child.stop(GRACE_SECONDS)
        if not self._ready:
            self.stop()
            raise WorkerStartError(f"status {status}")
        self._replace()
        if heard.job is None:
            return None  # It had nothing to do, or had done enough: the next one goes on.
        return UnreadableMediaError(reason_of_exit(status), f"status {status}")

    def _give_up_after(self, deadline: float) -> None:
        if time.monotonic() < deadline:
            return
        if not self._ready:
            self.stop()
            raise WorkerStartError("timeout")
        raise UnreadableMediaError(Reason.DECODER_TIMEOUT, f"{self._limits.longest_s:g} s")

    def _start(self) -> None:
        limits = self._limits
        opening = protocol.message(Kind.OPEN, pack=None, memory=limits.memory_alone, work=self.work)
        self._ready = False
        self._child = Child(self._command, opening, self._queue, self._inbox, limits.life)

    def _replace(self) -> None:
        self.stop()
        self._start()


def _check_start(heard: ChildMessage) -> None:
    if heard.kind == Kind.FAILED:
        raise failure(heard.body)
    if heard.kind != Kind.READY:
        raise WorkerStartError("protocol")
    protection.accept(protocol.fields(heard.body))
