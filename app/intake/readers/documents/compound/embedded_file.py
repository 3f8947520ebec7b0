"""One content in a compound file."""

from collections.abc import Generator
from dataclasses import dataclass, field
from itertools import chain

from app.intake.readers.core.events import Provenance
from app.intake.readers.core.streams import Decode
from app.intake.readers.documents.compound.compound_file import CompoundFile, Path
from face.types import Reason


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A content.

    Attributes:
        size: Bytes; a guess where they are packed.
        reason: Why it cannot be read; `decode` gives nothing then.
    """

    name: str
    size: int
    decode: Decode
    provenance: Provenance = field(default_factory=dict)
    reason: Reason | None = None


def byte_range(
    compound: CompoundFile,
    path: Path,
    name: str,
    where: tuple[int, int] | None = None,
    before: bytes = b"",
) -> EmbeddedFile:
    """A content that lies as it is in a stream.

    Args:
        where: Start and size in the stream; all of it where this is None.
        before: What its format has before it, and the stream has not.
    """
    start, size = where or (0, compound.size(path))

    def decode() -> Generator[bytes]:
        yield from chain((before,) if before else (), compound.chunks(path, start, size))

    return EmbeddedFile(name, size + len(before), decode)


def unreadable(name: str, reason: Reason, provenance: Provenance | None = None) -> EmbeddedFile:
    """A content that is told of and cannot be read."""

    def decode() -> Generator[bytes]:
        yield from ()

    return EmbeddedFile(name, 0, decode, provenance or {}, reason)
