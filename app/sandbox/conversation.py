"""The parent's side of a scan: checks the messages of a child and builds a Scan of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.errors import SandboxMissingError
from app.sandbox import protection, protocol, wire_format
from app.sandbox.errors import BrokenProtocolError, WorkerStartError
from app.sandbox.limits import Limits
from app.sandbox.process import ChildMessage
from app.sandbox.protocol import Kind
from app.sandbox.work_queue import MediaTask
from face import errors
from face.errors import UnreadableMediaError
from face.types import Reason, Scan

_LEAST_SERVED = 64 * 1024
"""Bytes that each read counts at least."""


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What a child states about its engine before it has seen any medium.

    Attributes:
        widths: Number of values in each part of an embedding.
    """

    pack: str
    pipeline: str
    widths: tuple[int, ...]


def engine_info(body: bytes, pack: object) -> EngineInfo:
    """Check a READY message.

    Raises:
        BrokenProtocolError: It is malformed, or names another pack than was asked for: a model
            that took the child over could pass its vectors off as those of another pack.
        WeakerProtectionError: A wall around the child does not stand.
    """
    said = protocol.fields(body)
    protection.accept(said)
    if said.get("pack") != pack:
        raise BrokenProtocolError("pack")
    return EngineInfo(
        pack=wire_format.text(said.get("pack")),
        pipeline=wire_format.text(said.get("pipeline")),
        widths=wire_format.widths(said.get("widths")),
    )


def failure(body: bytes) -> Exception:
    """Return the error that a FAILED message names."""
    said = protocol.fields(body)
    known = (errors.ModelMissingError, errors.ModelDamagedError, errors.UnknownPackError)
    for error in known:
        if error.__name__ == said.get("error"):
            return error(
                wire_format.text(said.get("pack")), wire_format.text(said.get("file"), 1000)
            )
    name, _, detail = wire_format.text(said.get("error"), 300).partition(": ")
    if name == SandboxMissingError.__name__:
        return SandboxMissingError(detail)
    return WorkerStartError(f"{name}: {detail}")


def serve_range(job: MediaTask, heard: ChildMessage, untrusted: wire_format.Untrusted) -> None:
    """Send a child the bytes that it asks for.

    Raises:
        BrokenProtocolError: There are no such bytes, or the child has them already.
    """
    if job.whole is not None:
        raise BrokenProtocolError("read")
    offset = wire_format.integer(untrusted.get("offset"), 0, job.size, "offset")
    longest = min(protocol.READ_SIZE, job.size - offset)
    length = wire_format.integer(untrusted.get("length"), 0, longest, "length")
    chunk = None
    try:
        chunk = job.read(offset, length)
    except OSError:
        job.failure = UnreadableMediaError(Reason.UNREADABLE_FILE)
    except UnreadableMediaError as error:
        job.failure = error
    # Honest readers ask for far more at once (stream.AHEAD); endless tiny reads end, too.
    job.served += max(length, _LEAST_SERVED)
    heard.child.reply(protocol.message(Kind.BYTES, bytes=chunk))


def unreadable(untrusted: wire_format.Untrusted) -> UnreadableMediaError:
    """Check an UNREADABLE message and return its error."""
    reason = wire_format.reason(untrusted.get("reason"))
    return UnreadableMediaError(reason, wire_format.text(untrusted.get("detail")))


class Conversation:
    """The conversation with one child about one medium."""

    def __init__(self, job: MediaTask, engine_info: EngineInfo, limits: Limits) -> None:
        self._job = job
        self._announced = engine_info
        self._limits = limits

    def hear(self, heard: ChildMessage) -> Scan | UnreadableMediaError | None:
        """Handle one message; return the outcome, or None if there is none yet.

        Raises:
            BrokenProtocolError: The message is not what an honest child sends now.
        """
        said = protocol.fields(heard.body)
        answers: dict[Kind | None, Callable[[ChildMessage, wire_format.Untrusted], None]] = {
            Kind.READ: partial(serve_range, self._job),
            Kind.FRAME: self._frame,
            Kind.TRACK: self._track,
        }
        if heard.kind in answers:
            answers[heard.kind](heard, said)
            return self._given_up()
        if said.get("ticket") != self._job.ticket:
            raise BrokenProtocolError("ticket")
        return self._job.failure or self._outcome(heard.kind, said)

    def _frame(self, heard: ChildMessage, _: wire_format.Untrusted) -> None:
        self._job.frames += 1
        self._job.served = 0
        heard.child.reply(None)

    def _track(self, heard: ChildMessage, untrusted: wire_format.Untrusted) -> None:
        if untrusted.get("ticket") != self._job.ticket:
            raise BrokenProtocolError("ticket")
        job, limits = self._job, self._limits
        job.tracks.append(wire_format.track(untrusted, self._announced.widths))
        job.found += len(heard.body)
        if len(job.tracks) > limits.tracks or job.found > limits.found:
            raise BrokenProtocolError("tracks")
        heard.child.reply(None)

    def _given_up(self) -> UnreadableMediaError | None:
        job, limits = self._job, self._limits
        if job.served > limits.served(job.size) or job.frames > limits.frames:
            return UnreadableMediaError(Reason.DECODER_TIMEOUT, f"frame {job.frames}")
        return None

    def _outcome(
        self, kind: Kind | None, untrusted: wire_format.Untrusted
    ) -> Scan | UnreadableMediaError:
        if kind == Kind.UNREADABLE:
            return unreadable(untrusted)
        if kind != Kind.SCAN:
            raise BrokenProtocolError("kind")
        partly = untrusted.get("partly")
        return Scan(
            pack=self._announced.pack,
            pipeline=self._announced.pipeline,
            facts=wire_format.facts(untrusted),
            tracks=tuple(self._job.tracks),
            partly=None if partly is None else wire_format.reason(partly),
        )


def may_need_memory(result: Scan | UnreadableMediaError) -> bool:
    """Return whether a result may be due to a lack of memory in the child.

    Decoders take a failed allocation for a damaged file (measured: libjpeg, dav1d, FFmpeg).
    """
    reason = result.partly if isinstance(result, Scan) else result.reason
    return reason in (Reason.DECODER_MEMORY, Reason.DAMAGED)
