"""The members of an archive that 7-Zip has opened."""

import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from app.intake.readers.archives.kinds import DMG, RAR_4, RAR_5, ZIP, Kind
from app.intake.readers.archives.library import (
    OpenArchive,
    Opening,
    Outcome,
    Property,
    RefusedError,
    reason_of,
)
from app.intake.readers.archives.limits import most_out_of, require_modest
from app.intake.readers.archives.names import member_names
from app.intake.readers.archives.pulling import UnpackedStream, Unpacking, require
from app.intake.readers.core.address import member_address
from app.intake.readers.core.members import MemberFile, MemberNames, folder_tree, found_at
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.streams import StreamSlice
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.streams import SeekableStream
from face.types import Reason

KEPT_MEMBER_BYTES = 4 * 1024 * 1024
"""A member up to this is unpacked once for its head and for all of it."""

_LOCAL_HEADER = 30
_NO_OPENING = Opening()
_FILE_TYPE, _REGULAR = 0o170000, 0o100000


class Packed(Protocol):
    """The bytes of an archive."""

    @property
    def size(self) -> int:
        """In bytes."""
        ...

    def open(self) -> BinaryIO:
        """Open them as a seekable stream. Raises OSError, UnreadableMediaError."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """What it takes to open an archive once more."""

    kind: Kind
    packed: Packed
    opening: Opening = _NO_OPENING

    def opened(self) -> OpenArchive:
        """Raises RefusedError, OSError, UnreadableMediaError."""
        stream = self.packed.open()
        try:
            return OpenArchive(self.kind.number, stream, self.opening)
        except BaseException:
            stream.close()
            raise


class ArchiveMembers:
    """An open archive. The address of a member is its name."""

    def __init__(
        self,
        container: File,
        source: Source,
        archive: OpenArchive,
        *,
        missing: Sequence[str] = (),
        in_order: bool = False,
        error: UnreadableMediaError | None = None,
    ) -> None:
        """List the members.

        Args:
            missing: Fills with names of files that the archive goes on in and that are not there.
            in_order: Whether the archive itself can be read from front to back only.
            error: Why it ends early, where that is known.

        Raises:
            UnreadableMediaError: The archive is over a limit.
        """
        self._source = source
        self._missing = missing
        self._archive: OpenArchive | None = archive
        self._last: tuple[int, bytes] = (-1, b"")
        self._packed = source.packed.size
        listed = _listed(archive, source, self._packed)
        self.sizes = {each.index: each.size for each in listed}
        self._starts = {each.index: each.start for each in listed}
        self._groups = _groups(archive, [each.index for each in listed], source.kind)
        solid = sum(self.sizes[n] or 0 for n in self._groups)
        self._is_kept = solid <= reader_limits.KEPT_BYTES
        self._kept: dict[int, bytes | UnreadableMediaError] = {}
        self._unpackings: dict[int, Unpacking] = {}
        self._in_order = in_order or not self._is_kept
        self._error = error or _error_of(archive)
        names = MemberNames()
        self._files = {
            address: ArchiveMember(container, address, each, self)
            for each in listed
            for address in (names.address(each.name),)
        }
        named = zip((each.name for each in listed), self._files.values(), strict=True)
        self.root: Folder = folder_tree(container, named)

    def events(self) -> Iterator[ReaderEvent]:
        """Yield the root folder, which may be an export, or the members one by one."""
        if self._in_order:
            yield from (FoundPlace(file) for file in self._files.values())
        else:
            yield FoundPlace(self.root)
        if self._error is not None:
            raise seen_that(self._error, self._missing)

    def member(self, address: str) -> Place:
        """Return the member at an address. Raises FileNotFoundError."""
        return found_at(self._files, address)

    def close(self) -> None:
        """Close the archive; it opens again where a member is still read."""
        if self._archive is not None:
            self._archive.close()
        self._archive = None
        for each in self._unpackings.values():
            each.close()

    def stream(self, index: int) -> BinaryIO:
        """Open a member, in memory if it is small. Raises OSError, UnreadableMediaError."""
        size = self.sizes[index]
        if size is not None and size > reader_limits.MAX_MEMBER_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_MEMBER_BYTES))
        if size is not None and size <= reader_limits.IN_MEMORY_BYTES:
            return io.BytesIO(self._content(index, size))
        start = self._start(index)
        if start is not None and size is not None:
            return buffered(StreamSlice(self._source.packed.open(), start, size))
        return buffered(UnpackedStream(self._unpacking(index), index, size))

    def head(self, index: int) -> bytes:
        """The first HEAD bytes of a member. Raises OSError, UnreadableMediaError."""
        size = self.sizes[index]
        if index in self._groups and (self._is_kept or size is None):
            return self.stream(index).read(HEAD)
        if size is not None and size <= KEPT_MEMBER_BYTES:
            return self._content(index, size)[:HEAD]
        if index in self._groups:
            return self._unpacking(index).read(index, 0, HEAD)
        return beginning(self._open(), index)

    def _open(self) -> OpenArchive:
        if self._archive is None:
            self._archive = self._source.opened()
        return self._archive

    def _content(self, index: int, size: int) -> bytes:
        if index in self._groups and self._is_kept:
            return self._kept_content(index)
        if self._last[0] != index:
            self._last = index, self._whole(index, size)
        content = self._last[1]
        if size > KEPT_MEMBER_BYTES and index not in self._groups:
            self._last = -1, b""
        return content

    def _whole(self, index: int, size: int) -> bytes:
        pieces: list[bytes] = []
        if index in self._groups:
            unpacking, at = self._unpacking(index), 0
            while piece := unpacking.read(index, at, size + 1):
                pieces.append(piece)
                at += len(piece)
            return b"".join(pieces)
        try:
            outcomes = self._open().extract([index], lambda _, piece: pieces.append(piece))
        except RefusedError as error:
            raise seen_that(UnreadableMediaError(error.reason), self._missing) from error
        try:
            require(outcomes.get(index))
        except UnreadableMediaError as error:
            raise seen_that(error, self._missing) from error
        return b"".join(pieces)

    def _kept_content(self, index: int) -> bytes:
        if index not in self._kept:
            self._keep(self._groups[index])
        found = self._kept[index]
        if isinstance(found, UnreadableMediaError):
            raise seen_that(found, self._missing)
        return found

    def _keep(self, group: Sequence[int]) -> None:
        """Unpack what is packed together, once for all of it."""
        pieces: dict[int, list[bytes]] = {n: [] for n in group}
        refused = UnreadableMediaError(Reason.DAMAGED)
        outcomes: dict[int, Outcome] = {}
        try:
            self._open().extract(
                group,
                lambda n, piece: pieces[n].append(piece),
                lambda n, outcome: outcomes.update({n: outcome}),
            )
        except RefusedError as error:
            refused = UnreadableMediaError(error.reason)
        for n in group:
            try:
                if n not in outcomes:
                    raise refused
                require(outcomes[n])
                self._kept[n] = b"".join(pieces[n])
            except UnreadableMediaError as error:
                self._kept[n] = error

    def _unpacking(self, index: int) -> Unpacking:
        group = self._groups.get(index, (index,))
        if group[0] not in self._unpackings:
            self._unpackings[group[0]] = Unpacking(
                self._source.opened, group, most_out_of(self._packed)
            )
        return self._unpackings[group[0]]

    def _start(self, index: int) -> int | None:
        start = self._starts[index]
        if start is not None:
            return _behind_local_header(self._source.packed, start)
        size = self.sizes[index]
        archive = self._open()
        packed = archive.property(index, Property.PACKED)
        if size is None or (isinstance(packed, int) and packed < size):
            return None  # it has holes
        return archive.start_of(index)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A member.

    Attributes:
        size: In bytes, as the archive says; None where it does not.
        start: Of its local header in a zip, if its bytes lie behind that as they are.
    """

    index: int
    name: str
    size: int | None
    start: int | None = None


class ArchiveMember(MemberFile):
    """A file in an archive."""

    __slots__ = ("_index", "_members")

    def __init__(
        self, container: File, address: str, listed: _Listed, members: ArchiveMembers
    ) -> None:
        name = listed.name.replace("\\", "/").rpartition("/")[2] or listed.name
        size = container.size if listed.size is None else listed.size
        size = min(size, reader_limits.MAX_MEMBER_BYTES)
        super().__init__(member_address(container.path, address), name, size, container.mtime_ns)
        self._index = listed.index
        self._members = members

    def open(self) -> BinaryIO:
        """Open the member. Raises OSError, UnreadableMediaError."""
        return self._members.stream(self._index)

    def _read_head(self) -> bytes:
        try:
            return self._members.head(self._index)
        except (OSError, UnreadableMediaError):
            return b""


def _listed(archive: OpenArchive, source: Source, packed: int) -> list[_Listed]:
    """The files of an archive, without folders, links and devices, which hold nothing."""
    if archive.count > reader_limits.MAX_ENTRIES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(archive.count))
    names = member_names(archive.column(Property.PATH))
    told = [each if isinstance(each, int) else None for each in archive.column(Property.SIZE)]
    folders = archive.column(Property.IS_DIR)
    skipped = _without_content(archive)
    if source.kind is DMG:
        skipped |= _beside_the_volume(archive)
    indices = [n for n in range(archive.count) if not folders[n] and n not in skipped]
    require_modest([told[n] or 0 for n in indices], packed)
    starts = _stored_starts(archive, packed) if source.kind is ZIP else {}
    return [_Listed(n, names[n], told[n], starts.get(n)) for n in indices]


def _without_content(archive: OpenArchive) -> set[int]:
    modes = archive.column(Property.MODE)
    special = {
        n
        for n, mode in enumerate(modes)
        if isinstance(mode, int) and mode & _FILE_TYPE not in (0, _REGULAR)
    }
    for what in (Property.SYMBOLIC_LINK, Property.HARD_LINK):
        special.update(n for n, target in enumerate(archive.column(what)) if target)
    return special


def _beside_the_volume(archive: OpenArchive) -> set[int]:
    """What an image of a Mac holds beside its file system: tables of partitions, free space."""
    main = archive.of_archive(Property.MAIN_MEMBER)
    if not isinstance(main, int) or not 0 <= main < archive.count:
        return set()
    return set(range(archive.count)) - {main}


def _stored_starts(archive: OpenArchive, packed: int) -> dict[int, int]:
    """Where members of a zip begin that are not packed. Raises UnreadableMediaError.

    Members that share their bytes would evade the limit of the ratio.
    """
    sizes = [each if isinstance(each, int) else 0 for each in archive.column(Property.PACKED)]
    error = _error_of(archive)
    is_cut_off = error is not None and error.reason is Reason.TRUNCATED
    if sum(sizes) > packed and not is_cut_off:
        raise UnreadableMediaError(Reason.DAMAGED, str(sum(sizes)))
    starts: dict[int, int] = {}
    for n, method in enumerate(archive.column(Property.METHOD)):
        start = archive.property(n, Property.OFFSET) if method == "Store" else None
        if isinstance(start, int) and not archive.property(n, Property.ENCRYPTED):
            starts[n] = start
    return starts


def _groups(archive: OpenArchive, indices: Sequence[int], kind: Kind) -> dict[int, Sequence[int]]:
    """Members that are packed as one, by each of them."""
    if not archive.of_archive(Property.SOLID) and kind in (RAR_4, RAR_5):
        return {}
    blocks: dict[object, list[int]] = {}
    column = archive.column(Property.BLOCK)
    for n in indices:
        if kind in (RAR_4, RAR_5) or column[n] is not None:
            blocks.setdefault(column[n], []).append(n)
    return {n: block for block in blocks.values() if len(block) > 1 for n in block}


def _error_of(archive: OpenArchive) -> UnreadableMediaError | None:
    """What is wrong with the archive as a whole, though members were listed."""
    reason = reason_of(archive.of_archive(Property.ERROR_FLAGS))
    return None if reason is None else UnreadableMediaError(reason)


def seen_that(error: UnreadableMediaError, missing: Sequence[str]) -> UnreadableMediaError:
    """Why an archive cannot be read, seen that pieces of it may be missing."""
    is_cut_off = error.reason in (Reason.TRUNCATED, Reason.DAMAGED) and bool(missing)
    return UnreadableMediaError(Reason.ONE_OF_SEVERAL) if is_cut_off else error


def _behind_local_header(packed: Packed, start: int) -> int | None:
    """Where the bytes of a stored member of a zip begin.

    The lengths in its local header may differ from those in the list of members.
    """
    with packed.open() as stream:
        stream.seek(start)
        header = stream.read(_LOCAL_HEADER)
    if len(header) < _LOCAL_HEADER or not header.startswith(ZIP.magic[0]):
        return None
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return start + _LOCAL_HEADER + lengths


def buffered(stream: SeekableStream) -> BinaryIO:
    """Read a raw stream by buffers."""
    return io.BufferedReader(stream)


class _EnoughError(Exception):
    """The beginning was all that was wanted."""


def beginning(archive: OpenArchive, index: int, most: int = HEAD) -> bytes:
    """The first bytes of a member, as far as they can be unpacked."""
    pieces: list[bytes] = []

    def give(_: int, piece: bytes) -> None:
        pieces.append(piece)
        if sum(map(len, pieces)) >= most:
            raise _EnoughError

    with suppress(_EnoughError, RefusedError):
        archive.extract([index], give)
    return b"".join(pieces)[:most]
