"""Archives of ALZip: ALZ, and EGG (specifications in `OctopusET/unalz-rs` and `unegg-rs`).

Read are members that are stored or packed with Deflate, Bzip2 (EGG) or LZMA, in any number of
files. What is locked, packed as one, or packed in ALZip's own ways is named as that.
"""

import bz2
import io
import lzma
import struct
import zlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO, TypeAlias

from app.intake.readers.archives.limits import require_modest
from app.intake.readers.archives.names import clean
from app.intake.readers.archives.pieces import Joined, Part, alz_pieces
from app.intake.readers.archives.self_extracting import archive_in
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.members import (
    DecodedMember,
    MemberFolder,
    MemberNames,
    folder_tree,
    found_at,
)
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from app.intake.readers.core.streams import PIECE
from app.intake.readers.core.text import decode_text, last_name
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

ALZ, EGG = b"ALZ\1", b"EGGA"
_ALZ_MEMBER, _ALZ_ENDS = b"BLZ\1", (b"CLZ\1", b"CLZ\2", b"ELZ\1")
_ALZ_HEAD, _ALZ_TAIL, _ALZ_FOLDER = 8, 16, 0x10
_WIDTHS = (1, 2, 4, 8)
_FILE, _NAME, _WINDOWS = 0x0A8590E3, 0x0A8591AC, 0x2C86950B
_LOCK, _BLOCK, _END = 0x08D1470F, 0x02B50C13, 0x08E28222
_SPLIT, _SOLID = 0x24F5A262, 0x24E5A060
_OTHERS = (0x04C63672, 0x1EE922E5, 0x07463307, 0x08D144A8, 0xFFFF0000)
"""Comment, POSIX, filler, encryption of all, ignored."""

_FOLDER = 0x80
_CHARSETS = {932: "cp932", 949: "cp949"}
_LZMA_HEAD = 9
_STORED, _DEFLATE, _BZIP2, _LZMA = 0, 1, 2, 4
_ALZ_METHODS = {0: _STORED, 2: _DEFLATE}
_OWN = -1


@dataclass(frozen=True, slots=True)
class Block:
    """Bytes that were packed as one: how, where they begin, and how many there are."""

    method: int
    start: int
    packed: int
    size: int
    crc: int


@dataclass(slots=True)
class Member:
    """A file in such an archive."""

    name: str = ""
    size: int = 0
    is_folder: bool = False
    reason: Reason | None = None
    blocks: list[Block] = field(default_factory=list)


Unpacker: TypeAlias = "zlib._Decompress | bz2.BZ2Decompressor | lzma.LZMADecompressor"  # noqa: SLF001 - its type


class AlZip:
    """Opens archives of ALZip."""

    def accepts(self, file: File) -> bool:
        """Return whether the first bytes are theirs."""
        return archive_in(file).head().startswith((ALZ, EGG))

    def members(self, file: File, answers: Answers) -> Members:
        """Read the list of members.

        Raises:
            OSError, UnreadableMediaError: The archive is damaged, over a limit, or a later piece
                whose first is not there.
        """
        file = archive_in(file)
        parts = _egg_parts(file) if file.head().startswith(EGG) else _alz_parts(file)
        return AlZipMembers(file, parts)


class AlZipMembers:
    """An open archive. The address of a member is its name."""

    def __init__(self, container: File, parts: Sequence[Part]) -> None:
        """List the members; what comes before an error stays."""
        self._error: UnreadableMediaError | None = None
        listed: list[Member] = []
        with _opened(parts) as stream:
            try:
                for member in (_egg if container.head().startswith(EGG) else _alz)(stream):
                    listed.append(member)
                    _require_few(len(listed) + len(member.blocks))
            except UnreadableMediaError as error:
                self._error = _seen_of(error, parts)
        for number, each in enumerate(listed):
            each.name = clean(each.name) or str(number)
        files = [each for each in listed if not each.is_folder]
        require_modest([each.size for each in files], sum(part.size for part in parts))
        folder, names = MemberFolder(container.path, container.name), MemberNames()
        self._members: dict[str, DecodedMember] = {}
        for each in files:
            address, decode = names.address(each.name), partial(_unpacked, parts, each)
            file = DecodedMember(folder, container, address, each.size, decode)
            file.name = last_name(each.name) or file.name
            self._members[address] = file
        named = zip((each.name for each in files), self._members.values(), strict=True)
        self.root: Folder = folder_tree(container, named)

    def events(self) -> Iterator[ReaderEvent]:
        """Yield the root folder."""
        yield FoundPlace(self.root)
        if self._error is not None:
            raise self._error

    def member(self, address: str) -> Place:
        """Return the member at an address. Raises FileNotFoundError."""
        return found_at(self._members, address)

    def close(self) -> None:
        """Do nothing: no stream is kept open."""


def _opened(parts: Sequence[Part]) -> BinaryIO:
    return io.BufferedReader(Joined(parts))


def _require_few(count: int) -> None:
    if count > reader_limits.MAX_ENTRIES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(count))


def _seen_of(error: UnreadableMediaError, parts: Sequence[Part]) -> UnreadableMediaError:
    is_cut_off = error.reason is Reason.TRUNCATED and len(parts) > 1
    return UnreadableMediaError(Reason.ONE_OF_SEVERAL) if is_cut_off else error


def _take(stream: BinaryIO, form: str) -> tuple[int, ...]:
    """Read numbers, lowest byte first."""
    size = struct.calcsize(f"<{form}")
    raw = stream.read(size)
    if len(raw) < size:
        raise UnreadableMediaError(Reason.TRUNCATED)
    return struct.unpack(f"<{form}", raw)


def _alz(stream: BinaryIO) -> Iterator[Member]:
    stream.seek(_ALZ_HEAD)
    while (mark := stream.read(4)) == _ALZ_MEMBER:
        length, attributes, _, descriptor, _ = _take(stream, "HBIBB")
        width = descriptor >> 4
        member = Member(is_folder=bool(attributes & _ALZ_FOLDER))
        method = crc = packed = 0
        if width:
            if width not in _WIDTHS:
                raise UnreadableMediaError(Reason.DAMAGED)
            method, _, crc = _take(stream, "BBI")
            packed, member.size = (
                int.from_bytes(bytes(_take(stream, f"{width}B")), "little") for _ in range(2)
            )
        member.name = decode_text(bytes(_take(stream, f"{length}B")))
        is_locked = bool(descriptor & 1)
        member.reason = Reason.ENCRYPTED if is_locked else None
        start = stream.tell() + (12 if is_locked else 0)
        way = _ALZ_METHODS.get(method, _OWN)
        member.blocks.append(Block(way, start, packed, member.size, crc))
        yield member
        stream.seek(start + packed)
    if mark not in _ALZ_ENDS:
        raise UnreadableMediaError(Reason.TRUNCATED if len(mark) < 4 else Reason.DAMAGED)


def _alz_parts(file: File) -> list[Part]:
    """The bytes of an ALZ in all its files: between them stand a tail and a head."""
    files = alz_pieces(file)
    last = len(files) - 1
    return [
        Part(each, start, each.size - start - (_ALZ_TAIL if n < last else 0))
        for n, each in enumerate(files)
        for start in (_ALZ_HEAD if n else 0,)
        if each.size > _ALZ_HEAD + _ALZ_TAIL or not n
    ]


def _egg(stream: BinaryIO) -> Iterator[Member]:
    stream.seek(14)
    member: Member | None = None
    is_solid = False
    for mark in _marks(stream):
        if mark == _FILE:
            if member is not None:
                yield member
            member = Member(size=_take(stream, "IQ")[1])
            member.reason = Reason.UNKNOWN_PACKING if is_solid else None
        elif mark == _BLOCK and member is not None:
            member.blocks.append(_block(stream))
            _require_few(len(member.blocks))
        else:
            is_solid = is_solid or mark == _SOLID
            _tell(member or Member(), mark, *_field(stream))
    if member is not None:
        yield member


def _marks(stream: BinaryIO) -> Iterator[int]:
    """Yield what each header is, but for the ends."""
    known = (_FILE, _BLOCK, _NAME, _WINDOWS, _LOCK, _SPLIT, _SOLID, *_OTHERS)
    while raw := stream.read(4):
        mark = int.from_bytes(raw, "little")
        if len(raw) < 4:
            raise UnreadableMediaError(Reason.TRUNCATED)
        if mark not in (_END, *known):
            raise UnreadableMediaError(Reason.DAMAGED)
        if mark != _END:
            yield mark


def _field(stream: BinaryIO) -> tuple[int, bytes]:
    """Read flags and content of a header that tells its own length."""
    (flags,) = _take(stream, "B")
    (size,) = _take(stream, "I" if flags & 1 else "H")
    content = stream.read(min(size, PIECE))
    if len(content) < size:
        raise UnreadableMediaError(Reason.TRUNCATED)
    return flags, content


def _tell(member: Member, mark: int, flags: int, content: bytes) -> None:
    if mark == _NAME:
        charset = _CHARSETS.get(int.from_bytes(content[:2], "little")) if flags & 16 else "utf-8"
        skipped = (2 if flags & 16 else 0) + (4 if flags & 32 else 0)
        member.name = decode_text(content[skipped:], charset)
    elif mark == _WINDOWS:
        member.is_folder = bool(content[8:9] and content[8] & _FOLDER)
    elif mark == _LOCK:
        member.reason = Reason.ENCRYPTED


def _block(stream: BinaryIO) -> Block:
    method, _, size, packed, crc, end = _take(stream, "BBIIII")
    if end != _END:
        raise UnreadableMediaError(Reason.DAMAGED)
    start = stream.tell()
    stream.seek(0, io.SEEK_END)
    if start + packed > stream.tell():
        raise UnreadableMediaError(Reason.TRUNCATED)
    stream.seek(start + packed)
    return Block(method, start, packed, size, crc)


@dataclass(frozen=True, slots=True)
class _Volume:
    """A file of an EGG: its number, those of its neighbours, and where its content begins."""

    number: int
    before: int
    after: int
    start: int


def _volume(file: File) -> _Volume:
    stream = io.BytesIO(file.head())
    _, _, number, _ = _take(stream, "IHII")
    before = after = 0
    while (mark := _take(stream, "I")[0]) != _END:
        if mark not in (_SPLIT, _SOLID, *_OTHERS):
            raise UnreadableMediaError(Reason.DAMAGED)
        _, content = _field(stream)
        if mark == _SPLIT and len(content) >= 8:
            before, after = struct.unpack_from("<II", content)
    return _Volume(number, before, after, stream.tell())


def _egg_parts(file: File) -> list[Part]:
    """The bytes of an EGG in all its files, which name each other by numbers."""
    own = _volume(file)
    if not own.before and not own.after:
        return [Part(file, 0, file.size)]
    beside = dict(_volumes_beside(file))
    if own.before:
        is_there = any(volume.number == own.before for volume, _ in beside.values())
        if not is_there:
            raise UnreadableMediaError(Reason.ONE_OF_SEVERAL)
        return [Part(file, 0, own.start)]
    parts, volume = [Part(file, 0, file.size)], own
    while volume.after:
        if volume.after not in beside:
            raise UnreadableMediaError(Reason.ONE_OF_SEVERAL)
        volume, found = beside.pop(volume.after)
        parts.append(Part(found, volume.start, found.size - volume.start))
    return parts


def _volumes_beside(file: File) -> Iterator[tuple[int, tuple[_Volume, File]]]:
    for place in file.folder().children():
        if isinstance(place, Unreadable | Folder) or not place.head().startswith(EGG):
            continue
        try:
            volume = _volume(place)
        except UnreadableMediaError:
            continue
        yield volume.number, (volume, place)


def _unpacked(parts: Sequence[Part], member: Member) -> Generator[bytes]:
    """Unpack a member, and compare its sums.

    Raises:
        OSError, UnreadableMediaError: It is locked, damaged, or packed in an unknown way.
    """
    if member.reason is not None:
        raise UnreadableMediaError(member.reason)
    with _opened(parts) as stream:
        for block in member.blocks:
            crc = given = 0
            for piece in _of_block(stream, block):
                crc = zlib.crc32(piece, crc)
                given += len(piece)
                yield piece
            if given != block.size or crc != block.crc:
                raise UnreadableMediaError(Reason.DAMAGED)


def _of_block(stream: BinaryIO, block: Block) -> Iterator[bytes]:
    stream.seek(block.start)
    left = block.packed
    unpack = None if block.method == _STORED else _unpacker(stream, block)
    left -= _LZMA_HEAD if block.method == _LZMA else 0
    given = 0
    while given < block.size:
        packed = b"" if unpack is not None and _has_more(unpack) else stream.read(min(PIECE, left))
        left -= len(packed)
        piece = packed if unpack is None else _piece(unpack, packed)
        if not piece and not packed:
            raise UnreadableMediaError(Reason.TRUNCATED)
        piece = piece[: block.size - given]
        given += len(piece)
        yield piece


def _unpacker(stream: BinaryIO, block: Block) -> Unpacker:
    if block.method == _DEFLATE:
        return zlib.decompressobj(-15)
    if block.method == _BZIP2:
        return bz2.BZ2Decompressor()
    if block.method != _LZMA:
        raise UnreadableMediaError(Reason.UNKNOWN_PACKING)
    _, settings, window = _take(stream, "IBI")
    lc, rest = settings % 9, settings // 9
    most = max(4096, min(window, block.size))
    filters = {"id": lzma.FILTER_LZMA1, "lc": lc, "lp": rest % 5, "pb": rest // 5}
    try:
        return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[{**filters, "dict_size": most}])
    except (lzma.LZMAError, ValueError) as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error


def _has_more(unpack: Unpacker) -> bool:
    """Whether it can give more without being given anything."""
    if isinstance(unpack, bz2.BZ2Decompressor | lzma.LZMADecompressor):
        return not unpack.needs_input and not unpack.eof
    return bool(unpack.unconsumed_tail)


def _piece(unpack: Unpacker, packed: bytes) -> bytes:
    try:
        if isinstance(unpack, bz2.BZ2Decompressor | lzma.LZMADecompressor):
            return b"" if unpack.eof else unpack.decompress(packed, PIECE)
        return unpack.decompress(unpack.unconsumed_tail + packed, PIECE)
    except (zlib.error, OSError, EOFError, lzma.LZMAError) as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error
