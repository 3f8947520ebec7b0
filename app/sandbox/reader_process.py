"""One child process that reads containers, exports, mails and documents for its parent.

What others wrote is parsed in the child only. The parent lists the folders that a person named,
gives out ranges of the files in them, and checks every record that comes back.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from queue import Empty
from typing import TypeAlias

from app.sandbox import protocol, wire_format
from app.sandbox.conversation import unreadable
from app.sandbox.errors import BrokenProtocolError, WorkerStartError
from app.sandbox.limits import Limits
from app.sandbox.process import ChildMessage
from app.sandbox.protocol import FINAL, MIB, READERS, Kind
from app.sandbox.reader_limits import DOCUMENT_SECONDS
from app.sandbox.single_worker import STEP_SECONDS, SingleWorker
from app.sandbox.work_queue import MediaTask, Source
from face.errors import UnreadableMediaError
from face.types import Reason

READING = Limits(longest_s=DOCUMENT_SECONDS, memory_alone=768 * MIB, life=100_000)
"""128 MiB of a document, twice what is unpacked of it, and its objects; `longest_s` is how long it
may be silent."""

BYTES_A_SECOND = 8 * MIB
"""The child gets a second more for so many bytes that it reads (each counts twice at most) or
gives."""

Message: TypeAlias = tuple[Kind, wire_format.Untrusted]
Conversation: TypeAlias = Generator[Message | None, bytes | None]
"""Gives each message of the child and takes the reply to it; None while nothing has come. The last
message is DONE."""


@dataclass(slots=True)
class Spending:
    """What the child has spent on one file.

    Attributes:
        size: Of the file, in bytes.
        worked_s: Seconds of work, those not counted in which it waited for us.
        read, given: Bytes that it has read and given.
    """

    size: int = 0
    worked_s: float = 0.0
    read: int = 0
    given: int = 0

    def allowed(self, seconds: float) -> float:
        """Return how long it may work, in seconds, with so many for any file."""
        return seconds + (min(self.read, 2 * self.size) + self.given) / BYTES_A_SECOND


class ReaderProcess(SingleWorker):
    """A child that reads. It is started when something is asked, and belongs to one thread.

    Attributes:
        spending: Where the time of the file is counted that is read now.
    """

    work = READERS

    def __init__(self, limits: Limits = READING, command: Sequence[str] | None = None) -> None:
        """Start nothing yet."""
        super().__init__(limits, command)
        self.spending = Spending()

    def converse(self, request: Mapping[str, object]) -> Conversation:
        """Ask for something, and hear the child until it is done; closing this kills the child.

        Raises:
            UnreadableMediaError: The child could not read it, or died, hung or lied; the next
                request gets a fresh child.
            WorkerStartError, SandboxMissingError: A child could not start.
        """
        self._tickets += 1
        job = MediaTask(self._tickets, _nothing, BytesIO(), 0, Kind.INTAKE, request, whole=b"")
        is_over = False
        try:
            if self._child is None:
                self._start()
            self._queue.add(job)
            while True:
                message = self._next_message(job)
                if message is None:
                    yield None
                    continue
                is_over = message[0] in FINAL
                if message[0] == Kind.UNREADABLE:
                    raise unreadable(message[1])
                if is_over:
                    yield message
                    return
                reply = yield message
                self.spending.read += len(reply or b"")
                assert self._child is not None  # noqa: S101 - it spoke just now
                self._child.reply(reply)
        except BrokenProtocolError as error:
            raise UnreadableMediaError(Reason.DECODER_LIED, error.what) from error
        finally:
            self._queue.clear()
            if not is_over:
                self.stop()

    def _next_message(self, job: MediaTask) -> Message | None:
        """Wait a while for a word of the child."""
        try:
            heard = self._inbox.get(timeout=STEP_SECONDS)
        except Empty:
            self._refuse_silence()
            return None
        if heard.child is not self._child:  # what was stopped meanwhile may have left a word
            return None
        if heard.kind is None:
            self._ended_early(heard)
            return None
        if not self._ready:
            self._begin(heard)
            return None
        if heard.job is not job:
            raise BrokenProtocolError("no job")
        self.spending.worked_s += heard.worked_s
        self.spending.given += len(heard.body)
        self._refuse_idling()
        said = protocol.fields(heard.body)
        if heard.kind in FINAL and said.get("ticket") != job.ticket:
            raise BrokenProtocolError("ticket")
        return heard.kind, said

    def _ended_early(self, heard: ChildMessage) -> None:
        error = self._ended(heard)
        if error is not None:
            raise error

    def _refuse_silence(self) -> None:
        child = self._child
        if child is None:
            return
        if not self._ready:
            if child.silent_for() > self._limits.start_s:
                raise WorkerStartError("timeout")
            return
        if child.silent_for() > self._limits.longest_s:
            raise _too_slow(self._limits.longest_s)

    def _refuse_idling(self) -> None:
        allowed = self.spending.allowed(self._limits.longest_s)
        if self.spending.worked_s > allowed:
            raise _too_slow(allowed)


def _too_slow(seconds: float) -> UnreadableMediaError:
    return UnreadableMediaError(Reason.DECODER_TIMEOUT, f"{seconds:.0f} s")


def _nothing() -> Source:
    return BytesIO(), 0
