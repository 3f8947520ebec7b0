"""In the child: list what is in a PDF, and give it out."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from app.sandbox import protocol
from app.sandbox.child_work import ChildWork, Said
from app.sandbox.protocol import Kind

if TYPE_CHECKING:
    from app.sandbox.pdf.objects import PdfObject

ROWS = 1000
"""Objects that are told of in one message."""


class OpenDocument(Protocol):
    """An open document."""

    def listed(self, most: int) -> "Iterator[PdfObject]": ...

    def read(self, number: int, generation: int) -> bytes: ...


class OpensDocument(Protocol):
    """Opens a document."""

    def __call__(self, stream: BinaryIO, size: int, passwords: Sequence[str]) -> OpenDocument: ...


def document_work(take_apart: OpensDocument) -> ChildWork:
    """The work of a child that takes one document apart, and is asked again and again."""
    kept: list[OpenDocument] = []

    def answer(request: dict[str, Any], stream: BinaryIO, size: int) -> list[Said]:
        if not kept:
            kept.append(take_apart(stream, size, request["passwords"]))
        if request["number"] is None:
            said = _rows(list(kept[0].listed(request["most"])))
        else:
            said = _pieces(kept[0].read(request["number"], request["generation"]))
        return [*said, (Kind.APART, {})]

    return ChildWork(Kind.TAKE_APART, {}, answer)


def load_parser() -> OpensDocument:
    """Load the parser."""
    # Imported here, so that the child is harmless before it is in memory.
    from app.sandbox.pdf.objects import PdfObjects

    return PdfObjects


def _rows(objects: "Sequence[PdfObject]") -> list[Said]:
    rows = [_row(each) for each in objects]
    return [(Kind.PIECE, {"rows": rows[at : at + ROWS]}) for at in range(0, len(rows), ROWS)]


def _row(each: "PdfObject") -> list[object]:
    if isinstance(each.kind, str):
        return [each.number, each.generation, each.kind, each.size, None, ""]
    return [each.number, each.generation, "", 0, each.kind.reason, each.kind.detail[:200]]


def _pieces(content: bytes) -> list[Said]:
    size = protocol.READ_SIZE
    return [(Kind.PIECE, {"bytes": content[at : at + size]}) for at in range(0, len(content), size)]
