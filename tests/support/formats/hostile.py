"""Files that are made to hurt whoever opens them: small on disk, endless in time or memory.

Each came out of an attack on the readers.
"""

import bz2
import gzip
import lzma
import struct
import tarfile
import zlib
from collections.abc import Callable, Sequence
from typing import Protocol

MIB = 1024 * 1024
JPEG_HEAD = b"\xff\xd8\xff\xe0"
DATE = b"Date: Mon, 1 Jan 2024 00:00:00 +0000\r\nMIME-Version: 1.0\r\n"
EXPORT_HEAD = b"<!DOCTYPE html><html><head><title>Exported Data</title></head><body>"
MANY_MIB = 1100
"""More than any process may take."""

LZMA: Sequence[dict[str, int]] = [
    {
        "id": lzma.FILTER_LZMA1,
        "dict_size": MIB,
        "mode": lzma.MODE_FAST,
        "mf": lzma.MF_HC3,
        "nice_len": 273,
        "depth": 1,
    }
]


class Compressor(Protocol):
    """What the compressors of the standard library have in common."""

    def compress(self, data: bytes, /) -> bytes:
        """Compress a part."""
        ...

    def flush(self) -> bytes:
        """Return what is left."""
        ...


def zeros(compressor: Compressor, mib: int) -> bytes:
    """So many MiB of zeros, compressed."""
    return b"".join(compressor.compress(bytes(MIB)) for _ in range(mib)) + compressor.flush()


def extended_header(kib: int) -> bytes:
    """A tar whose extended header is one record begun again and again."""

    def header(name: str, size: int, kind: bytes = tarfile.REGTYPE) -> bytes:
        info = tarfile.TarInfo(name)
        info.size, info.type = size, kind
        return info.tobuf(tarfile.GNU_FORMAT)

    size = kib * 1024
    records = (b"1 path=" * (size // 7 + 1))[:size]
    member = header("a.jpg", len(JPEG_HEAD)) + JPEG_HEAD.ljust(512, b"\0")
    return header("x", size, tarfile.XHDTYPE) + records.ljust(-(-size // 512) * 512, b"\0") + member


def lying_zip(method: int, packed: bytes) -> bytes:
    """A zip with one member that unpacks to far more than the 100,000 bytes that it claims."""
    name, size = b"a.jpg", 100_000
    common = (46, 0, method, 0, 0x21, 0, len(packed), size, len(name), 0)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", *common) + name
    row = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 46, *common, 0, 0, 0, 0, 0) + name
    start = len(local) + len(packed)
    return local + packed + row + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(row), start, 0)


def lying_lzma_zip() -> bytes:
    """The same with LZMA."""
    raw = zeros(lzma.LZMACompressor(lzma.FORMAT_RAW, filters=LZMA), MANY_MIB)
    properties = struct.pack("<BI", 93, MIB)
    return lying_zip(14, struct.pack("<BBH", 9, 4, len(properties)) + properties + raw)


def zip_of_rows(count: int) -> bytes:
    """A zip whose list has so many rows."""
    rows = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\1\2", *(20, 20, 0, 0, 0, 33), *(0, 0, 0), 8, *[0] * 6)
        + b"%08d" % number
        for number in range(count)
    )
    local = struct.pack("<4s5H3I2H", b"PK\3\4", *(20, 0, 0, 0, 33), *(0, 0, 0), 1, 0) + b"a"
    end = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(rows), 31)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, len(local) + len(rows), 1)
    full = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return local + rows + end + locator + full


WARC = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"


def one_byte_chunks() -> bytes:
    """A response of 20 MB whose body comes in pieces of one byte."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nTransfer-Encoding: chunked\r\n\r\n"
    body = head + b"1\r\na\r\n" * (20 * MIB // 6) + b"0\r\n\r\n"
    record = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/b.jpg\r\n"
    length = b"Content-Length: %d\r\n\r\n" % len(body)
    return gzip.compress(WARC) + gzip.compress(record + length + body + b"\r\n\r\n", 1)


def nested_comment() -> bytes:
    """A mail whose sender is a comment in a comment in a comment."""
    head = b"From: " + b"(" * 3000 + b"\r\nTo: a@b\r\nSubject: x\r\n" + DATE
    return head + b"Content-Type: image/jpeg\r\n\r\n" + JPEG_HEAD


def mail_of_parts(count: int) -> bytes:
    """A mail with so many parts."""
    head = b"From: a@b\r\nTo: c\r\n" + DATE + b"Content-Type: multipart/mixed; boundary=a\r\n\r\n"
    return head + b"--a\r\nContent-Type: image/png\r\n\r\nx\r\n" * count + b"--a--\r\n"


def window_of_256_mib() -> bytes:
    """An xz that wants 256 MiB to be unpacked."""
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 256 * MIB, "mode": lzma.MODE_FAST}]
    return lzma.compress(bytes(MIB), filters=filters)


def nested_gzip() -> bytes:
    """A gzip in a gzip in a gzip in a gzip of 200 MiB."""
    content = zeros(zlib.compressobj(1, wbits=31), 200)
    for _ in range(3):
        content = gzip.compress(content)
    return content


HOSTILE: dict[str, Callable[[], bytes]] = {
    "pax-64k.tar": lambda: extended_header(64),
    "pax-1m.tar.gz": lambda: gzip.compress(extended_header(1024)),
    "bzip2-lie.zip": lambda: lying_zip(12, zeros(bz2.BZ2Compressor(9), MANY_MIB)),
    "lzma-lie.zip": lying_lzma_zip,
    "million-rows.zip": lambda: zip_of_rows(1_200_000),
    "newlines.warc.gz": lambda: gzip.compress(WARC + b"\n" * (20 * MIB), 1),
    "empty-members.warc.gz": lambda: gzip.compress(WARC) + gzip.compress(b"") * 5000,
    "one-byte-chunks.warc.gz": one_byte_chunks,
    "nested-comment.eml": nested_comment,
    "million-parts.eml": lambda: mail_of_parts(1_000_000),
    "messages-angle.html": lambda: EXPORT_HEAD + b"<" * 20_000_000,
    "messages-unclosed.html": lambda: EXPORT_HEAD + b"<div class='text'>x" * 1_000_000,
    "xz-window.xz": window_of_256_mib,
    "gz-in-gz.gz": nested_gzip,
}
"""A file by its name."""
