"""PDF files, written by hand."""

import io
import struct
import zlib
from collections.abc import Sequence

import pikepdf

CATALOG = "<</Type/Catalog/Pages 2 0 R/Held[%s]>>"
PAGES = "<</Type/Pages/Kids[%d 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>"


def stream(told: str, data: bytes) -> bytes:
    """A stream object."""
    return f"<<{told}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def image(told: str, data: bytes, width: int = 4, height: int = 2) -> bytes:
    """A picture."""
    return stream(f"/Type/XObject/Subtype/Image/Width {width}/Height {height}{told}", data)


def flate(data: bytes) -> bytes:
    """Packed."""
    return zlib.compress(data)


def _numbered(objects: Sequence[bytes]) -> dict[int, bytes]:
    """With catalog, list of pages, and an empty page, which has the last number."""
    page = 3 + len(objects)
    held = " ".join(f"{number} 0 R" for number in range(3, page))
    first = {1: (CATALOG % held).encode(), 2: (PAGES % page).encode(), page: PAGE}
    return first | dict(enumerate(objects, 3))


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF; the first of the objects has the number 3."""
    content, offsets = b"%PDF-1.7\n", {}
    for number, each in _numbered(objects).items():
        offsets[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows = b"".join(b"%010d 00000 n \n" % offsets[number] for number in sorted(offsets))
    count = len(offsets) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, rows)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(content))
    return content + table + trailer


def packed_pdf(objects: Sequence[bytes]) -> bytes:
    """As newer programs write it: the catalog in a stream of objects, the list as a stream."""
    numbered = _numbered(objects)
    catalog, pages = numbered.pop(1), numbered.pop(2)
    around, table = len(objects) + 4, len(objects) + 5
    inside = b"1 0 2 %d " % (len(catalog) + 1)
    told = f"/Type/ObjStm/N 2/First {len(inside)}/Filter/FlateDecode"
    numbered[around] = stream(told, flate(inside + catalog + b" " + pages))
    rows = {0: (0, 0, 65535), 1: (2, around, 0), 2: (2, around, 1)}
    content = b"%PDF-1.7\n"
    for number, each in numbered.items():
        rows[number] = (1, len(content), 0)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows[table] = (1, len(content), 0)
    packed = flate(b"".join(struct.pack(">BIH", *rows[number]) for number in sorted(rows)))
    told = f"/Type/XRef/Size {len(rows)}/W[1 4 2]/Root 1 0 R/Filter/FlateDecode"
    listed = b"%d 0 obj\n%s\nendobj\n" % (table, stream(told, packed))
    return content + listed + b"startxref\n%d\n%%%%EOF" % len(content)


def locked(content: bytes, password: str) -> bytes:
    """The same with a password."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        opened.save(made, encryption=pikepdf.Encryption(owner=password, user=password))
    return made.getvalue()
