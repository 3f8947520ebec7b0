"""Kinds of archives, recognised by their content."""

import io
import tarfile
from dataclasses import dataclass

from app.intake.readers.core.places import HEAD, MEDIA, File
from face.errors import UnreadableMediaError
from face.media.sniff import sniff

BLOCK = tarfile.BLOCKSIZE
_SECTOR = 2048
_AREA = 16 * _SECTOR
"""Where the descriptors of an ISO 9660 or UDF image begin."""

_DESCRIPTORS = 8
_TRAILER, _TRAILER_BYTES = b"koly\0\0\0\4\0\0\2\0", 512
"""How the last bytes of an image of a Mac (DMG) begin."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of archive.

    Attributes:
        number: By which 7-Zip knows it.
        magic: Its first bytes, any of these.
        at: Where they stand.
        is_sure: Whether they alone tell; otherwise 7-Zip has to agree before a file is one.
        packs_one: Whether it packs one file, without a list of members.
    """

    number: int
    magic: tuple[bytes, ...]
    at: int = 0
    is_sure: bool = True
    packs_one: bool = False
    endings: tuple[str, ...] = ()


ZIP = Kind(0x01, (b"PK\3\4", b"PK\5\6", b"PK\7\x08PK\3\4", b"PK00PK\3\4"))
TAR = Kind(0xEE, ())
ISO, UDF = Kind(0xE7, ()), Kind(0xE0, ())
RAR_4, RAR_5 = Kind(0x03, (b"Rar!\x1a\7\0",)), Kind(0xCC, (b"Rar!\x1a\7\1\0",))
DMG = Kind(0xE4, ())
COMPOUND = Kind(0xE5, (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",))
_KINDS = (
    *(ZIP, RAR_4, RAR_5, Kind(0x07, (b"7z\xbc\xaf\x27\x1c",)), Kind(0x08, (b"MSCF\0\0\0\0",))),
    *(Kind(0xE6, (b"MSWIM\0\0\0", b"WLPWM\0\0\0")), Kind(0xE9, (b"ITSF\3\0\0\0",))),
    *(Kind(0xE3, (b"H+\0\4", b"HX\0\5"), 1024), Kind(0xC5, (b"NXSB",), 32, is_sure=False)),
    Kind(0x04, (b"\x60\xea",), is_sure=False),
    Kind(0x06, (b"-lh", b"-lz", b"-pm"), 2, is_sure=False),
    Kind(0xED, (b"070701", b"070702", b"070707", b"\xc7\x71", b"\x71\xc7"), is_sure=False),
    Kind(0xEF, (b"\x1f\x8b\x08",), packs_one=True, endings=(".gz",)),
    Kind(0x02, (b"BZh",), packs_one=True, endings=(".bz2",)),
    Kind(0x0C, (b"\xfd7zXZ\0",), packs_one=True, endings=(".xz",)),
    Kind(0x0E, (b"\x28\xb5\x2f\xfd",), packs_one=True, endings=(".zst", ".zstd")),
    Kind(0x0F, (b"\x04\x22\x4d\x18",), packs_one=True, endings=(".lz4",)),
    Kind(0x12, (b"LZIP\1",), packs_one=True, endings=(".lz",)),
    Kind(0xE1, (b"xar!\0\x1c",)),
    Kind(0xEC, (b"!<arch>\n",)),
    Kind(0x0A, (b"\x5d\0\0",), packs_one=True, is_sure=False, endings=(".lzma",)),
    Kind(0x05, (b"\x1f\x9d",), packs_one=True, is_sure=False, endings=(".z",)),
)


def kind_of(file: File) -> Kind | None:
    """The kind that a file seems to be; None if it is no archive."""
    head = file.head()
    kind = _kind_by_mark(head)
    if kind is not None:
        return kind
    if is_tar(head):
        return TAR
    return _image(file, head) or (DMG if _is_of_mac(file, head) else None)


def _kind_by_mark(head: bytes) -> Kind | None:
    return next((kind for kind in _KINDS if head[kind.at :].startswith(kind.magic)), None)


def begins_as_archive(head: bytes) -> bool:
    """Whether it begins as an archive with a list of members does; some are texts (cpio)."""
    kind = _kind_by_mark(head)
    return kind is not None and not kind.packs_one


def is_tar(head: bytes) -> bool:
    """Whether it begins with a header whose sum is right; what looks like a picture is none."""
    try:
        tarfile.TarInfo.frombuf(head[:BLOCK], "latin-1", "replace")
    except tarfile.HeaderError:
        return False
    return not sniff(head).startswith(MEDIA)


def is_named_as_image(name: str) -> bool:
    """Whether a file has the name of an image of a disc."""
    return name.lower().endswith((".iso", ".img", ".udf"))


def _image(file: File, head: bytes) -> Kind | None:
    """The kind of an image of a disc, whose mark lies behind an area of zeros as a rule."""
    named = is_named_as_image(file.name)
    if len(head) < HEAD or (head.strip(b"\0") and not named):
        return None
    if file.size < _AREA + _SECTOR and not named:
        return None  # of a packed file only an estimate is known
    try:
        with file.open() as stream:
            stream.seek(_AREA)
            area = stream.read(_DESCRIPTORS * _SECTOR)
    except (OSError, UnreadableMediaError):
        return None
    marks = {area[at + 1 : at + 6] for at in range(0, len(area), _SECTOR)}
    if marks & {b"NSR02", b"NSR03"}:
        return UDF
    return ISO if b"CD001" in marks else None


def _is_of_mac(file: File, head: bytes) -> bool:
    """Whether it ends as an image of a Mac; what begins as a text is not looked at there."""
    if b"\0" not in head and not file.name.lower().endswith(".dmg"):
        return False
    try:
        with file.open() as stream:
            stream.seek(max(0, stream.seek(0, io.SEEK_END) - _TRAILER_BYTES))
            return stream.read(len(_TRAILER)) == _TRAILER
    except (OSError, UnreadableMediaError):
        return False
