"""Shows single frames of media, decoded in a child process that stays up between them."""

import time
from collections.abc import Callable, Sequence
from queue import Empty, Queue
from typing import Self

from app.job import Job, Progress
from app.worker import protocol, record, supply
from app.worker.conversation import failure, serve_range, unreadable
from app.worker.errors import BrokenProtocolError, WorkerStartError
from app.worker.limits import Limits
from app.worker.picture import Wanted, picture
from app.worker.process import GRACE_SECONDS, Child, Heard, child_command, why_it_ended
from app.worker.protocol import Kind
from app.worker.supply import Source
from face.errors import UnreadableMediaError
from face.types import Pixels, Reason

VIEWING = Limits(longest_s=20.0)
"""Somebody waits in front of the screen."""

STEP_SECONDS = 0.25
"""How long `show` works before it lets its caller breathe: most photos are there by then."""


class Viewer:
    """A child that decodes frames, without a model. A context manager; it belongs to one thread."""

    def __init__(self, *, limits: Limits = VIEWING, command: Sequence[str] | None = None) -> None:
        """Choose what a child may use (longest_s, memory_alone, life) and what starts it."""
        self._limits = limits
        self._command = command or child_command()
        self._supply = supply.Supply()
        self._inbox: Queue[Heard] = Queue()
        self._child: Child | None = None
        self._ready = False
        self._busy = False
        self._tickets = 0

    def __enter__(self) -> Self:
        """Start the child; it loads its decoders while the caller goes on."""
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        """Kill it and leave nothing behind."""
        self._stop()

    def show(self, source: Callable[[], Source], wanted: Wanted) -> Job[Pixels]:
        """Decode one frame of a medium and return its pixels, read-only.

        Progress comes about four times a second until they are there, so that the caller can
        stop: to stop, close the generator. A second one waits until the first is done.

        Args:
            source: Opens the medium; it may raise OSError or UnreadableMediaError.

        Raises:
            UnreadableMediaError: It cannot be opened or decoded, or its decoder died, hung or
                lied; the next one gets a fresh child.
            WorkerStartError, SandboxMissingError: A child could not start.
        """
        yield from self._turn()
        self._tickets += 1
        job = supply.Job.opened(self._tickets, source, Kind.SHOW, wanted.record())
        deadline = time.monotonic() + self._limits.longest_s
        answer = None
        self._busy = True
        try:
            if self._child is None:
                self._start()
            self._supply.add(job)
            while (answer := self._step(job, wanted)) is None:
                self._give_up_after(deadline)
                yield Progress(0, 1)
        except BrokenProtocolError as error:
            self._supply.clear()
            self._replace()
            raise UnreadableMediaError(Reason.DECODER_LIED, error.what) from error
        finally:
            self._busy = False
            job.stream.close()
            self._supply.clear()
            if answer is None and self._child is not None and self._child.job is job:
                self._replace()
        if isinstance(answer, UnreadableMediaError):
            raise answer
        return answer

    def _turn(self) -> Job[None]:
        """Wait until nothing else is being shown."""
        deadline = time.monotonic() + self._limits.longest_s
        while self._busy:
            self._give_up_after(deadline)
            yield Progress(0, 1)

    def _step(self, job: supply.Job, wanted: Wanted) -> Pixels | UnreadableMediaError | None:
        """Serve the child for a while; None when there is no answer yet."""
        until = time.monotonic() + STEP_SECONDS
        while (left := until - time.monotonic()) > 0:
            try:
                heard = self._inbox.get(timeout=left)
            except Empty:
                break
            # What was stopped meanwhile may still have left a word.
            if (
                heard.child is self._child
                and (answer := self._hear(heard, job, wanted)) is not None
            ):
                return answer
        return None

    def _hear(
        self, heard: Heard, job: supply.Job, wanted: Wanted
    ) -> Pixels | UnreadableMediaError | None:
        if heard.kind is None:
            return self._ended(heard)
        if not self._ready:
            self._begin(heard)
            return None
        if heard.job is not job:
            raise BrokenProtocolError("no job")
        said = protocol.fields(heard.body)
        if heard.kind == Kind.READ:
            serve_range(job, heard, said)
            if job.served > self._limits.served(job.size):
                raise UnreadableMediaError(Reason.DECODER_TIMEOUT)
            return None
        if said.get("ticket") != job.ticket:
            raise BrokenProtocolError("ticket")
        return job.failure or _answer(heard.kind, said, wanted)

    def _begin(self, heard: Heard) -> None:
        if heard.kind == Kind.READY:
            self._ready = True
            return
        self._stop()
        raise failure(heard.body) if heard.kind == Kind.FAILED else WorkerStartError("protocol")

    def _ended(self, heard: Heard) -> UnreadableMediaError | None:
        if heard.broken and self._ready:
            raise BrokenProtocolError("message")
        status = heard.child.stop(GRACE_SECONDS)
        if not self._ready:
            self._stop()
            raise WorkerStartError(f"status {status}")
        self._replace()
        if heard.job is None:
            return None  # It had nothing to do, or had done enough: the next one goes on.
        return UnreadableMediaError(why_it_ended(status), f"status {status}")

    def _give_up_after(self, deadline: float) -> None:
        if time.monotonic() < deadline:
            return
        if not self._ready:
            self._stop()
            raise WorkerStartError("timeout")
        raise UnreadableMediaError(Reason.DECODER_TIMEOUT)

    def _start(self) -> None:
        limits = self._limits
        opening = protocol.message(Kind.OPEN, pack=None, memory=limits.memory_alone)
        self._ready = False
        self._child = Child(self._command, opening, self._supply, self._inbox, limits.life)

    def _stop(self) -> None:
        if self._child is not None:
            self._child.stop()
        self._child = None

    def _replace(self) -> None:
        self._stop()
        self._start()


def _answer(
    kind: Kind, untrusted: record.Untrusted, wanted: Wanted
) -> Pixels | UnreadableMediaError:
    if kind == Kind.UNREADABLE:
        return unreadable(untrusted)
    if kind != Kind.PICTURE:
        raise BrokenProtocolError("kind")
    return picture(untrusted, wanted.side)
