"""The child's side of reading a document: lists the objects of a PDF and sends them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from app.sandbox import protocol
from app.sandbox.child_work import ChildWork, Reply
from app.sandbox.protocol import Kind

if TYPE_CHECKING:
    from app.sandbox.pdf.objects import PdfObject

ROWS = 1000
"""Number of objects in one message."""


class ParsedDocument(Protocol):
    """A parsed document."""

    def listed(self, most: int) -> "Iterator[PdfObject]": ...

    def read(self, number: int, generation: int) -> bytes: ...


class ParseDocument(Protocol):
    """Parses a document."""

    def __call__(self, stream: BinaryIO, size: int, passwords: Sequence[str]) -> ParsedDocument: ...


def document_work(take_apart: ParseDocument) -> ChildWork:
    """Return the work of a child that keeps one document open for many requests."""
    kept: list[ParsedDocument] = []

    def answer(request: dict[str, Any], stream: BinaryIO, size: int) -> list[Reply]:
        if not kept:
            kept.append(take_apart(stream, size, request["passwords"]))
        if request["number"] is None:
            said = _rows(list(kept[0].listed(request["most"])))
        else:
            said = _pieces(kept[0].read(request["number"], request["generation"]))
        return [*said, (Kind.DOCUMENT_DONE, {})]

    return ChildWork(Kind.READ_DOCUMENT, {}, answer)


def load_parser() -> ParseDocument:
    """Load the parser of PDF."""
    # Imported here, so that the child is harmless before it is in memory.
    from app.sandbox.pdf.objects import PdfObjects

    return PdfObjects


def _rows(objects: "Sequence[PdfObject]") -> list[Reply]:
    rows = [_row(each) for each in objects]
    return [
        (Kind.DOCUMENT_PIECE, {"rows": rows[at : at + ROWS]}) for at in range(0, len(rows), ROWS)
    ]


def _row(each: "PdfObject") -> list[object]:
    if isinstance(each.kind, str):
        return [each.number, each.generation, each.kind, each.size, None, ""]
    return [each.number, each.generation, "", 0, each.kind.reason, each.kind.detail[:200]]


def _pieces(content: bytes) -> list[Reply]:
    size = protocol.READ_SIZE
    return [
        (Kind.DOCUMENT_PIECE, {"bytes": content[at : at + size]})
        for at in range(0, len(content), size)
    ]
