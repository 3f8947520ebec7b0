"""A picture or file in a compound file."""

from collections.abc import Generator
from dataclasses import dataclass, field
from itertools import chain

from app.intake.readers.core.events import Provenance
from app.intake.readers.core.streams import Decode
from app.intake.readers.documents.compound.compound_file import CompoundFile, Path
from face.types import Reason


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A picture or file in a compound file.

    Attributes:
        size: Size in bytes; an estimate if it is packed.
        reason: Why it cannot be read, or None; `decode` gives nothing then.
    """

    name: str
    size: int
    decode: Decode
    provenance: Provenance = field(default_factory=dict)
    reason: Reason | None = None


def stream_range(
    compound: CompoundFile,
    path: Path,
    name: str,
    where: tuple[int, int] | None = None,
    before: bytes = b"",
) -> EmbeddedFile:
    """Return an embedded file that lies unchanged in a stream.

    Args:
        where: Offset and size in the stream; the whole stream if None.
        before: Bytes that its format begins with and the stream lacks.
    """
    start, size = where or (0, compound.size(path))

    def decode() -> Generator[bytes]:
        yield from chain((before,) if before else (), compound.chunks(path, start, size))

    return EmbeddedFile(name, size + len(before), decode)


def unreadable(name: str, reason: Reason, provenance: Provenance | None = None) -> EmbeddedFile:
    """Return an embedded file that is mentioned and cannot be read."""

    def decode() -> Generator[bytes]:
        yield from ()

    return EmbeddedFile(name, 0, decode, provenance or {}, reason)
