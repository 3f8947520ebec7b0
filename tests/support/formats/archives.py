"""Tar archives, made in memory."""

import bz2
import gzip
import io
import lzma
import sys
import tarfile
from collections.abc import Callable, Sequence

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NAMES = ("../../a", "/a", "C:\\a", "CON", "a\\..\\b", "n" * 300 + ".jpg", "d/" * 300 + "a.jpg")
FOLDING = ("a.jpg", "A.JPG", "a.jpg", "./a.jpg", "거울", "\u1100\u1165\u110b\u116e\u11af")

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "tar": bytes,
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd.compress,
}


def tarred(members: Sequence[tuple[str, bytes]], form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=form) as archive:
        for name, each in members:
            info = tarfile.TarInfo(name)
            info.size = len(each)
            archive.addfile(info, io.BytesIO(each))
    return content.getvalue()


def sized(claimed: int, name: str = "a", kind: bytes = tarfile.REGTYPE) -> bytes:
    """A header alone that claims a size."""
    info = tarfile.TarInfo(name)
    info.size, info.type = claimed, kind
    if kind in (tarfile.LNKTYPE, tarfile.SYMTYPE):
        info.linkname = "elsewhere"
    return info.tobuf(tarfile.GNU_FORMAT)
