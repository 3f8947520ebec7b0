"""7z archives, encrypted ones included."""

import zlib
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace

from app.intake.readers.archives.seven_zip_blocks import BEHIND, is_locked, unpacked_block
from app.intake.readers.archives.seven_zip_headers import (
    ENCODED_HEADER,
    END,
    FILES,
    HEADER,
    STREAMS,
    Block,
    Header,
    blocks_of,
    names_of,
)
from app.intake.readers.archives.unpacking import exactly, require_modest
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.byte_ranges import ByteRange, RangeMembers, SolidSource
from app.intake.readers.core.places import File
from app.intake.readers.core.reader import Members
from app.intake.readers.core.restartable_stream import Decode
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

MAGIC = b"7z\xbc\xaf\x27\x1c"
MAX_ENCODED = 4
"""Headers in headers."""


class SevenZip:
    """7z."""

    def accepts(self, file: File) -> bool:
        """By its first bytes."""
        return file.head().startswith(MAGIC)

    def members(self, file: File, answers: Answers) -> Members:
        """Read the list of its members, which may be encrypted itself.

        Raises:
            OSError, UnreadableMediaError: Damaged, too large, or locked.
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
    stretches = list(_stretches(blocks, solids, names))
    in_order = any(len(block.members) > 1 for block in blocks) and not _keep(blocks, solids)
    return RangeMembers(file, stretches, in_order=in_order)


def _listed(file: File, password: str | None) -> tuple[list[Block], list[tuple[str, bool]]]:
    """The blocks and the names. The list may be packed as a block itself, and encrypted."""
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
    """What lies where the first 32 bytes say."""
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
    """In which the list is packed."""
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


def _stretches(
    blocks: list[Block], solids: list[SolidSource], names: list[tuple[str, bool]]
) -> Generator[ByteRange]:
    """The files with content are in the order of the blocks."""
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
    """Of a block. Raises UnreadableMediaError: with a wrong password, Reason.LOCKED."""
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
    """What a wrong password gives makes no sense in any way."""
    senseless = error.reason in (Reason.DAMAGED, Reason.TRUNCATED, Reason.TOO_LARGE)
    return UnreadableMediaError(Reason.LOCKED) if is_secret and senseless else error


def _require_key(file: File, blocks: list[Block], password: str | None) -> None:
    """Raises UnreadableMediaError: Reason.LOCKED when the password opens nothing."""
    locked = [block for block in blocks if is_locked(block) and block.members]
    if locked:
        smallest = min(locked, key=lambda block: block.members[0][0])
        for _ in _first_member(file, smallest, password):
            pass


def _require_short(size: int) -> None:
    if size > reader_limits.MAX_DIRECTORY_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(size))


def _require_modest(blocks: list[Block]) -> None:
    require_modest(sum(each.size for each in blocks), sum(each.packed for each in blocks))


def _keep(blocks: list[Block], solids: list[SolidSource]) -> bool:
    """Whether all of it is in memory now."""
    if sum(block.size for block in blocks) > reader_limits.KEPT_BYTES:
        return False
    try:
        for solid in solids:
            solid.keep()
    except (OSError, UnreadableMediaError):
        return False  # reading its files will say so
    return True
