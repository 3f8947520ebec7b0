"""The headers of a 7z archive (7zFormat.txt of the LZMA SDK). No number in them is trusted."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

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
    """One step of unpacking.

    Attributes:
        is_simple: It makes one stream of one.
    """

    method: bytes
    properties: bytes
    is_simple: bool


@dataclass(slots=True)
class Block:
    """What was packed as one ("folder" in the format).

    Attributes:
        coders: As they are applied when it is unpacked; none when they are no simple chain.
        sizes: What each gives.
        start, packed: Where the packed bytes begin, behind the first header, and how many.
        members: Size and CRC-32 of each file, one behind the other.
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
        """Of all of it, unpacked."""
        return self.sizes[-1] if self.sizes else 0


class Header:
    """Reads numbers and lists. Raises UnreadableMediaError: damaged, or over a limit."""

    def __init__(self, content: bytes) -> None:
        self._content = memoryview(content)
        self._at = 0

    def take(self, count: int) -> bytes:
        """So many bytes."""
        if count > len(self._content) - self._at:
            raise UnreadableMediaError(Reason.DAMAGED)
        self._at += count
        return bytes(self._content[self._at - count : self._at])

    def rest(self) -> bytes:
        """What is left."""
        return self.take(len(self._content) - self._at)

    def byte(self) -> int:
        """One."""
        return self.take(1)[0]

    def number(self) -> int:
        """The ones at the left of the first byte say how many bytes follow."""
        first = self.byte()
        more = next((n for n in range(8) if not first & (0x80 >> n)), 8)
        high = first & (0x7F >> more) if more < 8 else 0
        return int.from_bytes(self.take(more), "little") | high << (8 * more)

    def count(self, most: int | None = None) -> int:
        """Of things in a list."""
        count = self.number()
        if count > (reader_limits.MAX_ENTRIES if most is None else most):
            raise UnreadableMediaError(Reason.TOO_LARGE, str(count))
        return count

    def expect(self, kind: int) -> None:
        """What comes next."""
        if self.byte() != kind:
            raise UnreadableMediaError(Reason.DAMAGED)

    def bits(self, count: int) -> list[bool]:
        """One for each of so many things."""
        packed = self.take(-(-count // 8))
        return [bool(packed[n // 8] & (0x80 >> n % 8)) for n in range(count)]

    def crcs(self, count: int) -> list[int | None]:
        """Of so many things; None where none is told."""
        known = [True] * count if self.byte() else self.bits(count)
        return [struct.unpack("<I", self.take(4))[0] if each else None for each in known]


def blocks_of(header: Header) -> list[Block]:
    """The blocks ("streams info"), without its first byte."""
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
    """Name and whether it has content, of each file; folders are left out."""
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
    """In which order they are applied: the input of one is the output of another."""
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
    """Of the files in a block; that of the last is what is left."""
    if count == 0:
        return []
    told = [header.number() if are_told else 0 for _ in range(count - 1)]
    if sum(told) > whole:
        raise UnreadableMediaError(Reason.DAMAGED)
    return [*told, whole - sum(told)]


def _place(blocks: list[Block], starts: list[tuple[int, int]]) -> None:
    """Where the bytes of each block are."""
    at = 0
    for block in blocks:
        own = starts[at : at + block.inputs]
        if len(own) < block.inputs or not own:
            raise UnreadableMediaError(Reason.DAMAGED)
        block.start, block.packed = own[0][0], sum(size for _, size in own)
        at += block.inputs
