"""7z archives, also encrypted ones (7zFormat.txt of the LZMA SDK).

No number in the headers is trusted. Blocks are unpacked piece by piece: Copy, LZMA, LZMA2, Deflate,
BZip2, Zstandard, AES-256, and the filter for x86 programs behind LZMA2, which some programs put
before everything. Other filters are not read, nor is PPMd, which is for text.
"""

import bz2
import hashlib
import lzma
import struct
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from app.intake.readers.archives.decompression import (
    Decompressor,
    Inflate,
    exactly,
    pieces,
    refuse_bomb,
    zstd_decompressor,
)
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.byte_ranges import ByteRange, RangeMembers, SolidSource
from app.intake.readers.core.places import File
from app.intake.readers.core.reader import Members
from app.intake.readers.core.streams import PIECE, Decode, StreamSlice
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

MAX_CODERS = 8
END, HEADER, ARCHIVE_PROPERTIES, ADDITIONAL_STREAMS, STREAMS, FILES = range(6)
PACK, UNPACK, SUBSTREAMS, SIZES, CRCS, FOLDERS, CODER_SIZES, COUNTS = range(6, 14)
EMPTY_STREAM, EMPTY_FILE = 14, 15
NAMES, ENCODED_HEADER = 17, 23


@dataclass(frozen=True, slots=True)
class Coder:
    """One step of unpacking a block.

    Attributes:
        is_simple: Whether it has one input and one output stream.
    """

    method: bytes
    properties: bytes
    is_simple: bool


@dataclass(slots=True)
class Block:
    """A block of bytes that was packed as one ("folder" in the format).

    Attributes:
        coders: The steps of unpacking, in order; empty if they are no simple chain.
        sizes: Size of what each step gives, in bytes.
        start, packed: Offset of the packed bytes behind the first header, and their number.
        members: Size and CRC-32 of each file, in order.
    """

    coders: list[Coder]
    sizes: list[int]
    start: int = 0
    packed: int = 0
    crc: int | None = None
    members: list[tuple[int, int | None]] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    inputs: int = 1

    @property
    def size(self) -> int:
        """Size of the unpacked block in bytes."""
        return self.sizes[-1] if self.sizes else 0


class Header:
    """Reads numbers and lists; raises UnreadableMediaError if damaged or over a limit."""

    def __init__(self, content: bytes) -> None:
        self._content = memoryview(content)
        self._at = 0

    def take(self, count: int) -> bytes:
        """Read `count` bytes."""
        if count > len(self._content) - self._at:
            raise UnreadableMediaError(Reason.DAMAGED)
        self._at += count
        return bytes(self._content[self._at - count : self._at])

    def rest(self) -> bytes:
        """Read all remaining bytes."""
        return self.take(len(self._content) - self._at)

    def byte(self) -> int:
        """Read one byte."""
        return self.take(1)[0]

    def number(self) -> int:
        """Read a number; the leading ones of its first byte count the bytes that follow."""
        first = self.byte()
        more = next((n for n in range(8) if not first & (0x80 >> n)), 8)
        high = first & (0x7F >> more) if more < 8 else 0
        return int.from_bytes(self.take(more), "little") | high << (8 * more)

    def count(self, most: int | None = None) -> int:
        """Read the length of a list."""
        count = self.number()
        if count > (reader_limits.MAX_ENTRIES if most is None else most):
            raise UnreadableMediaError(Reason.TOO_LARGE, str(count))
        return count

    def expect(self, kind: int) -> None:
        """Read one byte that must be `kind`."""
        if self.byte() != kind:
            raise UnreadableMediaError(Reason.DAMAGED)

    def bits(self, count: int) -> list[bool]:
        """Read one bit for each of `count` elements."""
        packed = self.take(-(-count // 8))
        return [bool(packed[n // 8] & (0x80 >> n % 8)) for n in range(count)]

    def crcs(self, count: int) -> list[int | None]:
        """Read the CRC-32 of `count` elements; None where it is not stated."""
        known = [True] * count if self.byte() else self.bits(count)
        return [struct.unpack("<I", self.take(4))[0] if each else None for each in known]


def blocks_of(header: Header) -> list[Block]:
    """Read the blocks ("streams info"), without its first byte."""
    starts: list[tuple[int, int]] = []
    blocks: list[Block] = []
    while (kind := header.byte()) != END:
        if kind == PACK:
            starts = list(_packed(header))
        elif kind == UNPACK:
            blocks = _unpacked(header)
        elif kind == SUBSTREAMS:
            _members(header, blocks)
        else:
            raise UnreadableMediaError(Reason.DAMAGED)
    _place(blocks, starts)
    return blocks


def names_of(header: Header) -> list[tuple[str, bool]]:
    """Read the name of each file and whether it has content; folders are left out."""
    count = header.count()
    names = [str(n) for n in range(count)]
    empty, files = [False] * count, [False] * count
    while (kind := header.byte()) != END:
        content = Header(header.take(header.count(reader_limits.MAX_DIRECTORY_BYTES)))
        if kind == EMPTY_STREAM:
            empty = content.bits(count)
        elif kind == EMPTY_FILE:
            files = content.bits(sum(empty))
        elif kind == NAMES:
            names = _names(content, count)
    are_files = iter(files)
    return [
        (name, not is_empty)
        for name, is_empty in zip(names, empty, strict=True)
        if not is_empty or next(are_files)
    ]


def _names(content: Header, count: int) -> list[str]:
    content.expect(0)
    text = content.rest().decode("utf-16-le", "replace")
    names = text.split("\0")[:count]
    return names + [str(n) for n in range(len(names), count)]


def _packed(header: Header) -> Iterator[tuple[int, int]]:
    start, count = header.number(), header.count()
    sizes = [0] * count
    while (kind := header.byte()) != END:
        if kind == SIZES:
            sizes = [header.number() for _ in range(count)]
        elif kind == CRCS:
            header.crcs(count)
        else:
            raise UnreadableMediaError(Reason.DAMAGED)
    for size in sizes:
        yield start, size
        start += size


def _unpacked(header: Header) -> list[Block]:
    header.expect(FOLDERS)
    count = header.count()
    header.expect(0)
    blocks = [_block(header) for _ in range(count)]
    header.expect(CODER_SIZES)
    for block in blocks:
        sizes = [header.number() for _ in block.sizes]
        block.sizes = [sizes[n] for n in block.order] or sizes
    crcs: list[int | None] = [None] * count
    while (kind := header.byte()) != END:
        if kind != CRCS:
            raise UnreadableMediaError(Reason.DAMAGED)
        crcs = header.crcs(count)
    for block, crc in zip(blocks, crcs, strict=True):
        block.crc = crc
        block.members = [(block.size, crc)]
    return blocks


def _block(header: Header) -> Block:
    coders, ins, outs = [], 0, 0
    for _ in range(header.count(MAX_CODERS)):
        flags = header.byte()
        method = header.take(flags & 15)
        count_in, count_out = (
            (header.count(MAX_CODERS), header.count(MAX_CODERS)) if flags & 16 else (1, 1)
        )
        properties = header.take(header.count(1024)) if flags & 32 else b""
        coders.append(Coder(method, properties, count_in == count_out == 1))
        ins, outs = ins + count_in, outs + count_out
    pairs = [(header.number(), header.number()) for _ in range(max(0, outs - 1))]
    inputs = ins - len(pairs)
    if inputs > 1:
        for _ in range(inputs):
            header.number()
    order = _chain(coders, pairs) if inputs == 1 else []
    return Block([coders[n] for n in order], [0] * outs, order=order, inputs=max(0, inputs))


def _chain(coders: list[Coder], pairs: list[tuple[int, int]]) -> list[int]:
    """Return the order of the coders: the input of each is the output of the one before."""
    if not all(each.is_simple for each in coders):
        return []
    fed = {source: target for target, source in pairs}
    at = next((n for n in range(len(coders)) if n not in fed.values()), None)
    order: list[int] = []
    while at is not None and at not in order and at < len(coders):
        order.append(at)
        at = fed.get(at)
    return order if len(order) == len(coders) else []


def _members(header: Header, blocks: list[Block]) -> None:
    counts = [1] * len(blocks)
    kind = header.byte()
    if kind == COUNTS:
        counts = [header.count() for _ in blocks]
        kind = header.byte()
    if sum(counts) > reader_limits.MAX_ENTRIES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(sum(counts)))
    sizes = [
        _sizes(header, block.size, n, kind == SIZES)
        for block, n in zip(blocks, counts, strict=True)
    ]
    kind = header.byte() if kind == SIZES else kind
    known = [len(s) == 1 and b.crc is not None for b, s in zip(blocks, sizes, strict=True)]
    unknown = sum(len(s) for s, is_known in zip(sizes, known, strict=True) if not is_known)
    crcs: list[int | None] = [None] * unknown
    if kind == CRCS:
        crcs = header.crcs(unknown)
        kind = header.byte()
    if kind != END:
        raise UnreadableMediaError(Reason.DAMAGED)
    rest = iter(crcs)
    for block, own, is_known in zip(blocks, sizes, known, strict=True):
        block.members = [(size, block.crc if is_known else next(rest)) for size in own]


def _sizes(header: Header, whole: int, count: int, are_told: bool) -> list[int]:
    """Read the sizes of the files in a block; the last one gets what is left."""
    if count == 0:
        return []
    told = [header.number() if are_told else 0 for _ in range(count - 1)]
    if sum(told) > whole:
        raise UnreadableMediaError(Reason.DAMAGED)
    return [*told, whole - sum(told)]


def _place(blocks: list[Block], starts: list[tuple[int, int]]) -> None:
    """Set where the packed bytes of each block lie."""
    at = 0
    for block in blocks:
        own = starts[at : at + block.inputs]
        if len(own) < block.inputs or not own:
            raise UnreadableMediaError(Reason.DAMAGED)
        block.start, block.packed = own[0][0], sum(size for _, size in own)
        at += block.inputs


COPY, LOCK = b"\0", b"\x06\xf1\x07\x01"
LZMA2, X86, LZMA2_X86 = b"\x21", (b"\x03\x03\x01\x03", b"\x04"), b"\x21\x04"
BEHIND = 32
"""Offset of the packed bytes."""

MAX_ROUNDS = 24
"""Greatest power of two of hash rounds; more would take minutes for each password."""

_BATCH = 1024
_WITHOUT_ROUNDS = 0x3F


def is_locked(block: Block) -> bool:
    """Return whether a block needs a password."""
    return any(coder.method == LOCK for coder in block.coders)


def unpacked_block(file: File, block: Block, password: str | None) -> Generator[bytes]:
    """Unpack a block.

    Raises:
        OSError, UnreadableMediaError: It is damaged, cut off, or packed in an unknown way.
    """
    if not block.coders:
        raise UnreadableMediaError(Reason.NOT_MEDIA)
    if BEHIND + block.start + block.packed > file.size:
        raise UnreadableMediaError(Reason.TRUNCATED)
    with StreamSlice(file.open(), BEHIND + block.start, block.packed) as stream:
        chunks: Iterator[bytes] = iter(lambda: stream.read(PIECE), b"")
        for coder, size in _steps(block):
            chunks = exactly(_coded(coder, chunks, password), size)
        yield from chunks


def _steps(block: Block) -> Iterator[tuple[Coder, int]]:
    """Yield the coders and their sizes; LZMA2 and a filter behind it are one for the library."""
    steps = list(zip(block.coders, block.sizes, strict=True))
    for number, (coder, size) in enumerate(steps):
        before = steps[number - 1][0].method if number else b""
        behind = steps[number + 1][0].method if number + 1 < len(steps) else b""
        if coder.method == LZMA2 and behind in X86:
            yield Coder(LZMA2_X86, coder.properties, is_simple=True), steps[number + 1][1]
        elif not (coder.method in X86 and before == LZMA2):
            yield coder, size


def _coded(coder: Coder, chunks: Iterator[bytes], password: str | None) -> Iterator[bytes]:
    if coder.method == COPY:
        return chunks
    if coder.method == LOCK:
        return _decrypted(coder.properties, chunks, password)
    make = _UNPACKERS.get(coder.method)
    if make is None:
        raise UnreadableMediaError(Reason.NOT_MEDIA)
    return pieces(make(coder.properties), next(chunks, b""), lambda: next(chunks, b""))


def _decrypted(properties: bytes, chunks: Iterator[bytes], password: str | None) -> Iterator[bytes]:
    if password is None:
        raise UnreadableMediaError(Reason.LOCKED)
    if len(properties) < 2:
        raise UnreadableMediaError(Reason.DAMAGED)
    first, second = properties[:2]
    salt_size = (first >> 7) + (second >> 4)
    iv_size = (first >> 6 & 1) + (second & 15)
    salt, iv = properties[2 : 2 + salt_size], properties[2 + salt_size :][:iv_size]
    key = _key(password, salt, first & _WITHOUT_ROUNDS)
    decrypt = Cipher(AES(key), CBC(iv.ljust(16, b"\0"))).decryptor()
    for chunk in chunks:
        yield decrypt.update(chunk)


def _key(password: str, salt: bytes, rounds: int) -> bytes:
    secret = salt + password.encode("utf-16-le", "replace")
    if rounds == _WITHOUT_ROUNDS:
        return secret[:32].ljust(32, b"\0")
    if rounds > MAX_ROUNDS:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(rounds))
    digest = hashlib.sha256()
    counted = (secret + n.to_bytes(8, "little") for n in range(1 << rounds))
    while batch := b"".join(islice(counted, _BATCH)):
        digest.update(batch)
    return digest.digest()


def _lzma(properties: bytes) -> Decompressor:
    if len(properties) != 5 or properties[0] >= 9 * 5 * 5:
        raise UnreadableMediaError(Reason.DAMAGED)
    rest, lc = divmod(properties[0], 9)
    pb, lp = divmod(rest, 5)
    window = int.from_bytes(properties[1:], "little")
    return _raw({"id": lzma.FILTER_LZMA1, "lc": lc, "lp": lp, "pb": pb, "dict_size": window})


def _lzma2(properties: bytes, *filters: dict[str, int]) -> Decompressor:
    if len(properties) != 1 or properties[0] > 40:
        raise UnreadableMediaError(Reason.DAMAGED)
    (bits,) = properties
    window = (2 | bits & 1) << (bits // 2 + 11)
    return _raw(*filters, {"id": lzma.FILTER_LZMA2, "dict_size": window})


def _raw(*filters: dict[str, int]) -> Decompressor:
    window = filters[-1]["dict_size"]
    if window > reader_limits.MAX_WINDOW_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(window))
    try:
        return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)
    except (lzma.LZMAError, ValueError) as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error


_UNPACKERS: dict[bytes, Callable[[bytes], Decompressor]] = {
    LZMA2: _lzma2,
    LZMA2_X86: lambda properties: _lzma2(properties, {"id": lzma.FILTER_X86}),
    b"\x03\x01\x01": _lzma,
    b"\x04\x01\x08": lambda _: Inflate(),
    b"\x04\x02\x02": lambda _: bz2.BZ2Decompressor(),
    b"\x04\xf7\x11\x01": lambda _: zstd_decompressor(),
}


MAGIC = b"7z\xbc\xaf\x27\x1c"
MAX_ENCODED = 4
"""Greatest depth of packed headers in packed headers."""


class SevenZip:
    """Opens 7z archives."""

    def accepts(self, file: File) -> bool:
        """Return whether the first bytes are those of a 7z archive."""
        return file.head().startswith(MAGIC)

    def members(self, file: File, answers: Answers) -> Members:
        """Read the list of members, which may be encrypted itself.

        Raises:
            OSError, UnreadableMediaError: The archive is damaged, too large, or locked.
        """
        error = UnreadableMediaError(Reason.LOCKED)
        for password in (None, *answers.to(QuestionKind.PASSWORD, file.path)):
            try:
                return _opened(file, password)
            except UnreadableMediaError as own:
                if own.reason is not Reason.LOCKED:
                    raise
        raise error


def _opened(file: File, password: str | None) -> RangeMembers:
    blocks, names = _listed(file, password)
    _require_modest(blocks)
    _require_key(file, blocks, password)
    solids = [SolidSource(_decode(file, block, password)) for block in blocks]
    byte_ranges = list(_member_ranges(blocks, solids, names))
    in_order = any(len(block.members) > 1 for block in blocks) and not _keep(blocks, solids)
    return RangeMembers(file, byte_ranges, in_order=in_order)


def _listed(file: File, password: str | None) -> tuple[list[Block], list[tuple[str, bool]]]:
    """Return blocks and names. Their list may be packed and encrypted as a block itself."""
    content = _last_header(file)
    is_secret = False
    try:
        for _ in range(MAX_ENCODED):
            header = Header(content)
            if not content or header.byte() == HEADER:
                return _blocks_and_names(header) if content else ([], [])
            block = _block_in(content)
            is_secret = is_secret or is_locked(block)
            content = b"".join(_first_member(file, block, password))
    except UnreadableMediaError as error:
        raise _locked_or(error, is_secret=is_secret) from error
    raise UnreadableMediaError(Reason.TOO_DEEP, str(MAX_ENCODED))


def _last_header(file: File) -> bytes:
    """Return the header to which the first 32 bytes point."""
    with file.open() as stream:
        first = stream.read(BEHIND)
        if len(first) < BEHIND:
            raise UnreadableMediaError(Reason.TRUNCATED)
        start, size = (int.from_bytes(first[at : at + 8], "little") for at in (12, 20))
        _require_short(size)
        if BEHIND + start + size > file.size:
            raise UnreadableMediaError(Reason.TRUNCATED)
        stream.seek(BEHIND + start)
        content = stream.read(size)
    if zlib.crc32(content) != int.from_bytes(first[28:], "little"):
        raise UnreadableMediaError(Reason.DAMAGED)
    return content


def _block_in(content: bytes) -> Block:
    """Return the block that contains the list."""
    header = Header(content)
    header.expect(ENCODED_HEADER)
    blocks = blocks_of(header)
    if len(blocks) != 1:
        raise UnreadableMediaError(Reason.DAMAGED)
    _require_short(blocks[0].size)
    return blocks[0]


def _blocks_and_names(header: Header) -> tuple[list[Block], list[tuple[str, bool]]]:
    blocks: list[Block] = []
    names: list[tuple[str, bool]] = []
    while (kind := header.byte()) != END:
        if kind == STREAMS:
            blocks = blocks_of(header)
        elif kind == FILES:
            names = names_of(header)
        else:
            raise UnreadableMediaError(Reason.DAMAGED)
    return blocks, names


def _member_ranges(
    blocks: list[Block], solids: list[SolidSource], names: list[tuple[str, bool]]
) -> Generator[ByteRange]:
    """Yield the range of each file; files with content follow the order of the blocks."""
    empty = SolidSource(_nothing)
    places = (
        ByteRange("", solid, start, size, crc)
        for block, solid in zip(blocks, solids, strict=True)
        for start, size, crc in _starts(block)
    )
    for name, has_content in names:
        place = next(places, None) if has_content else ByteRange("", empty, 0, 0)
        if place is None:
            raise UnreadableMediaError(Reason.DAMAGED)
        yield replace(place, name=name)


def _starts(block: Block) -> Generator[tuple[int, int, int | None]]:
    start = 0
    for size, crc in block.members:
        yield start, size, crc
        start += size


def _nothing() -> Generator[bytes]:
    yield from ()


def _decode(file: File, block: Block, password: str | None) -> Decode:
    return lambda: unpacked_block(file, block, password)


def _first_member(file: File, block: Block, password: str | None) -> Generator[bytes]:
    """Unpack the first file of a block; a wrong password raises Reason.LOCKED."""
    size, crc = block.members[0] if block.members else (0, None)
    summed = 0
    try:
        with closing(unpacked_block(file, block, password)) as chunks:
            for chunk in exactly(chunks, size):
                summed = zlib.crc32(chunk, summed)
                yield chunk
    except UnreadableMediaError as error:
        raise _locked_or(error, is_secret=is_locked(block)) from error
    if crc is not None and summed != crc:
        raise UnreadableMediaError(Reason.LOCKED if is_locked(block) else Reason.DAMAGED)


def _locked_or(error: UnreadableMediaError, *, is_secret: bool) -> UnreadableMediaError:
    """Turn damage into Reason.LOCKED: a wrong password gives nonsense of any kind."""
    senseless = error.reason in (Reason.DAMAGED, Reason.TRUNCATED, Reason.TOO_LARGE)
    return UnreadableMediaError(Reason.LOCKED) if is_secret and senseless else error


def _require_key(file: File, blocks: list[Block], password: str | None) -> None:
    """Raise UnreadableMediaError with Reason.LOCKED if the password opens nothing."""
    locked = [block for block in blocks if is_locked(block) and block.members]
    if locked:
        smallest = min(locked, key=lambda block: block.members[0][0])
        for _ in _first_member(file, smallest, password):
            pass


def _require_short(size: int) -> None:
    if size > reader_limits.MAX_DIRECTORY_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(size))


def _require_modest(blocks: list[Block]) -> None:
    refuse_bomb(sum(each.size for each in blocks), sum(each.packed for each in blocks))


def _keep(blocks: list[Block], solids: list[SolidSource]) -> bool:
    """Unpack all blocks into memory if they are small; return whether that was done."""
    if sum(block.size for block in blocks) > reader_limits.KEPT_BYTES:
        return False
    try:
        for solid in solids:
            solid.keep()
    except (OSError, UnreadableMediaError):
        return False  # reading its files will say so
    return True
