"""The loop in which a child serves requests, whatever its kind of work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeAlias

from app.sandbox import protocol
from app.sandbox.child_pipe import ChildPipe
from app.sandbox.protocol import Kind
from face.errors import UnreadableMediaError
from face.types import Reason

Reply: TypeAlias = tuple[Kind, dict[str, object]]
"""A message: its kind and its fields, without the ticket."""


@dataclass(frozen=True, slots=True)
class ChildWork:
    """A kind of work.

    Attributes:
        asked: The kind of message that requests it.
        announced: What the child says of itself before it has seen any medium.
        answer: Gets the fields of the request, the medium and its size in bytes, and returns the
            replies. An exception costs this medium only.
    """

    asked: Kind
    announced: dict[str, object]
    answer: Callable[[dict[str, Any], BinaryIO, int], Iterable[Reply]]


def serve_all(pipe: ChildPipe, work: ChildWork) -> None:
    """Serve every request until the parent closes the pipe."""
    while (body := pipe.receive(work.asked)) is not None:
        _serve(pipe, work, protocol.fields(body))


def _serve(pipe: ChildPipe, work: ChildWork, job: dict[str, Any]) -> None:
    ticket, size, whole = job.pop("ticket"), job.pop("size"), job.pop("whole")
    try:
        answer = work.answer(job, pipe.medium(whole, size), size)
    except Exception as error:  # noqa: BLE001 - whatever fails in a decoder costs this item only
        reason, detail = _reason(error)
        pipe.send(Kind.UNREADABLE, ticket=ticket, reason=reason, detail=detail[:200])
    else:
        for kind, fields in answer:
            pipe.send(kind, ticket=ticket, **fields)


def _reason(error: Exception) -> tuple[Reason, str]:
    if isinstance(error, UnreadableMediaError) and error.detail != MemoryError.__name__:
        return error.reason, error.detail
    reason = Reason.DECODER_MEMORY if _needs_memory(error) else Reason.DECODER_DIED
    return reason, type(error).__name__


def _needs_memory(error: Exception) -> bool:
    """Return whether memory was lacking; OpenCV and ONNX Runtime have errors of their own."""
    said = str(error).lower()
    return isinstance(error, MemoryError) or "alloc" in said or "memory" in said
