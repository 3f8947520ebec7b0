"""PDF files, written by hand."""

import io
import struct
import zlib
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

CATALOG = "<</Type/Catalog/Pages 2 0 R/Held[%s]>>"
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"


def stream(told: str, data: bytes) -> bytes:
    """A stream object."""
    return f"<<{told}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def image(told: str, data: bytes, width: int = 4, height: int = 2) -> bytes:
    """A picture."""
    return stream(f"/Type/XObject/Subtype/Image/Width {width}/Height {height}{told}", data)


def flate(data: bytes) -> bytes:
    """Packed."""
    return zlib.compress(data)


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF; the first of the objects has the number 3."""
    content, offsets = b"%PDF-1.7\n", []
    held = " ".join(f"{number} 0 R" for number in range(3, 3 + len(objects)))
    for number, each in enumerate([(CATALOG % held).encode(), PAGES, *objects], 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows = b"".join(b"%010d 00000 n \n" % each for each in offsets)
    count = len(offsets) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, rows)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(content))
    return content + table + trailer


def packed_pdf(objects: Sequence[bytes]) -> bytes:
    """As newer programs write it: the catalog in a stream of objects, the list as a stream."""
    held = " ".join(f"{number} 0 R" for number in range(3, 3 + len(objects)))
    catalog = (CATALOG % held).encode()
    inside = b"1 0 2 %d " % (len(catalog) + 1)
    told = f"/Type/ObjStm/N 2/First {len(inside)}/Filter/FlateDecode"
    inside = flate(inside + catalog + b" " + PAGES)
    content, rows = (
        b"%PDF-1.7\n",
        [(0, 0, 65535), (2, len(objects) + 3, 0), (2, len(objects) + 3, 1)],
    )
    for number, each in enumerate([*objects, stream(told, inside)], 3):
        rows.append((1, len(content), 0))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows.append((1, len(content), 0))
    table = flate(b"".join(struct.pack(">BIH", *row) for row in rows))
    told = f"/Type/XRef/Size {len(rows)}/W[1 4 2]/Root 1 0 R/Filter/FlateDecode"
    listed = b"%d 0 obj\n%s\nendobj\n" % (len(rows) - 1, stream(told, table))
    return content + listed + b"startxref\n%d\n%%%%EOF" % len(content)


def many_numbers(content: bytes, count: int) -> bytes:
    """One object under so many numbers."""
    whole = pdf([content])
    at = whole.index(b"3 0 obj")
    start = whole.index(b"xref")
    rows = whole[start:].split(b"\n", 3)[2:]
    listed = b"\n".join(rows).partition(b"trailer")[0] + b"%010d 00000 n \n" % at * count
    size = 4 + count
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return whole[:start] + b"xref\n0 %d\n" % size + listed + trailer


def locked(content: bytes, password: str) -> bytes:
    """The same with a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, algorithm="AES-256")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
