"""The parent's side of reading a document, whose parser cannot cope with hostile files.

The child's side is in `app.sandbox.child_reader`, because a child loads nothing of its parent.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.job import finish
from app.sandbox import reader_limits, wire_format
from app.sandbox.errors import BrokenProtocolError
from app.sandbox.limits import Limits
from app.sandbox.protocol import MIB, Kind
from app.sandbox.reader_limits import DOCUMENT_SECONDS
from app.sandbox.single_worker import SingleWorker
from app.sandbox.work_queue import Source
from face.errors import UnreadableMediaError

DOCUMENT_LIMITS = Limits(longest_s=DOCUMENT_SECONDS, memory_alone=768 * MIB)
"""Limits of each request: a file of 128 MiB, twice its unpacked size, and its objects."""

KINDS = ("picture", "file")
_MOST = 2**31
_MOST_BYTES = 4 * 2**30


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A picture or file in a document.

    Attributes:
        number, generation: Identify its object.
        kind: One of KINDS.
        size: Packed size in bytes.
        error: Why it cannot be read, or None.
    """

    number: int
    generation: int
    kind: str
    size: int
    error: UnreadableMediaError | None = None


class DocumentReader(SingleWorker):
    """Reads one document in a child process, which is started by the first request."""

    work = "documents"

    def __init__(
        self,
        source: Callable[[], Source],
        passwords: Sequence[str] = (),
        *,
        limits: Limits = DOCUMENT_LIMITS,
        command: Sequence[str] | None = None,
    ) -> None:
        """Set the source of the document and the passwords to try."""
        super().__init__(limits, command)
        self._source = source
        self._passwords = list(passwords)

    def parts(self) -> list[DocumentPart]:
        """List the pictures and files of the document.

        Raises:
            UnreadableMediaError: It is damaged or locked (Reason.LOCKED), or the child died, hung
                or lied.
            WorkerStartError, SandboxMissingError: A child could not start.
        """
        found: list[DocumentPart] = []

        def take(kind: Kind, untrusted: wire_format.Untrusted) -> list[DocumentPart] | None:
            if kind == Kind.DOCUMENT_DONE:
                return found
            found.extend(check_parts(untrusted.get("rows")))
            if kind != Kind.DOCUMENT_PIECE or len(found) > reader_limits.MAX_ENTRIES:
                raise BrokenProtocolError("rows")
            return None

        return finish(self.ask(self._source, Kind.READ_DOCUMENT, self._request(), take))

    def read(self, number: int, generation: int) -> bytes:
        """Return the bytes of one part; raises as `parts` does."""
        pieces: list[bytes] = []

        def take(kind: Kind, untrusted: wire_format.Untrusted) -> bytes | None:
            if kind == Kind.DOCUMENT_DONE:
                return b"".join(pieces)
            piece = untrusted.get("bytes")
            if kind != Kind.DOCUMENT_PIECE or not isinstance(piece, bytes) or not piece:
                raise BrokenProtocolError("bytes")
            pieces.append(piece)
            if sum(map(len, pieces)) > 2 * reader_limits.KEPT_BYTES:
                raise BrokenProtocolError("size")
            return None

        request = self._request(number, generation)
        return finish(self.ask(self._source, Kind.READ_DOCUMENT, request, take))

    def _request(self, number: int | None = None, generation: int = 0) -> dict[str, object]:
        passwords = [each.encode("utf-8", "replace").decode()[:1000] for each in self._passwords]
        asked = {"number": number, "generation": generation}
        return {"passwords": passwords[:50], "most": reader_limits.MAX_ENTRIES, **asked}


def check_parts(untrusted: object) -> list[DocumentPart]:
    """Check a child's list of the parts of a document. Raises BrokenProtocolError."""
    if not isinstance(untrusted, list):
        raise BrokenProtocolError("rows")
    return [_part(row) for row in untrusted]


def _part(untrusted: object) -> DocumentPart:
    if not isinstance(untrusted, list) or len(untrusted) != 6:
        raise BrokenProtocolError("row")
    number, generation, kind, size, reason, detail = untrusted
    error = None
    if reason is not None:
        error = UnreadableMediaError(wire_format.reason(reason), wire_format.text(detail))
    elif kind not in KINDS:
        raise BrokenProtocolError("kind")
    return DocumentPart(
        wire_format.integer(number, 0, _MOST, "number"),
        wire_format.integer(generation, 0, _MOST, "generation"),
        str(kind),
        wire_format.integer(size, 0, _MOST_BYTES, "size"),
        error,
    )
