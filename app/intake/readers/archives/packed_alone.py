"""Files that are packed alone, and tars that were packed as a whole."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import BinaryIO

from app.intake.readers.archives.kinds import (
    TAR,
    Kind,
    begins_as_archive,
    is_named_as_image,
    is_tar,
)
from app.intake.readers.archives.library import RefusedError
from app.intake.readers.archives.limits import most_out_of
from app.intake.readers.archives.members import ArchiveMembers, Source, beginning, buffered
from app.intake.readers.archives.pulling import UnpackedStream, Unpacking
from app.intake.readers.core.address import member_address
from app.intake.readers.core.members import MAX_NAME_CHARACTERS, MemberFile, folder_tree
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.media.sniff import UNKNOWN, sniff
from face.types import Reason

_UNKNOWN_SIZE = 1 << 62


def packs_content(file: File, kind: Kind) -> bool:
    """Whether it packs a known type; text stays a file, as do the stickers of Telegram."""
    head = _unpacked_head(file, kind)
    if head is None:
        return kind.is_sure
    is_archive = is_tar(head) or begins_as_archive(head)
    if not head or is_archive or is_named_as_image(_unpacked_name(file, kind)):
        return bool(head)
    known = sniff(head)
    return known != UNKNOWN and not known.startswith("text/")


def _unpacked_head(file: File, kind: Kind) -> bytes | None:
    """The first unpacked bytes; None where nothing can be unpacked here."""
    try:
        archive = Source(kind, file).opened()
        try:
            return beginning(archive, 0)
        finally:
            archive.close()
    except (RefusedError, OSError):
        return b""
    except UnreadableMediaError as error:
        return None if error.reason is Reason.PART_MISSING else b""


def members_alone(file: File, kind: Kind) -> Members:
    """A file that is packed alone; a tar is listed at once."""
    source = Source(kind, file)
    if is_tar(_unpacked_head(file, kind) or b""):
        return _of_tar(file, source)
    try:
        source.opened().close()
    except RefusedError as error:
        raise UnreadableMediaError(error.reason) from error
    return AloneMembers(file, source)


def _unpacked_name(file: File, kind: Kind) -> str:
    """The name of a packed file without the ending of what packed it."""
    endings = (each for each in kind.endings if file.name.lower().endswith(each))
    return file.name[: len(file.name) - len(next(endings, ""))]


class AloneMembers:
    """The one unpacked file. Its address is the name of the container without its ending."""

    def __init__(self, container: File, source: Source) -> None:
        """Unpack nothing yet."""
        stem = _unpacked_name(container, source.kind)
        self._name = stem[:MAX_NAME_CHARACTERS] or "unpacked"
        self._file = _AloneMember(container, self._name, source)
        self.root: Folder = folder_tree(container, [(self._name, self._file)])

    def events(self) -> Iterator[ReaderEvent]:
        """Yield the unpacked file."""
        yield FoundPlace(self._file)

    def member(self, address: str) -> Place:
        """Return the unpacked file. Raises FileNotFoundError."""
        if address != self._name:
            raise FileNotFoundError
        return self._file

    def close(self) -> None:
        """Do nothing: what is read has opened the archive itself."""


class _AloneMember(MemberFile):
    __slots__ = ("_source",)

    def __init__(self, container: File, name: str, source: Source) -> None:
        path, size = member_address(container.path, name), container.size
        super().__init__(path, name, size, container.mtime_ns)
        self._source = source

    def open(self) -> BinaryIO:
        """Open it, in memory if it is small. Raises OSError, UnreadableMediaError."""
        unpacking = _alone(self._source)
        with closing(unpacking):
            content = _collected(unpacking, reader_limits.IN_MEMORY_BYTES)
            stream = UnpackedStream(unpacking, 0, None) if content is None else None
        return io.BytesIO(content or b"") if stream is None else buffered(stream)

    def _read_head(self) -> bytes:
        try:
            archive = self._source.opened()
        except (RefusedError, OSError, UnreadableMediaError):
            return b""
        with closing(archive):
            return beginning(archive, 0)


def _alone(source: Source) -> Unpacking:
    return Unpacking(source.opened, (0,), most_out_of(source.packed.size))


def _collected(unpacking: Unpacking, most: int) -> bytes | None:
    """All bytes of the only member; None if there are more. Raises as reading them does."""
    content = io.BytesIO()
    while piece := unpacking.read(0, content.tell(), most + 1):
        content.write(piece)
        if content.tell() > most:
            return None
    return content.getvalue()


@dataclass(frozen=True, slots=True)
class _Unpacked:
    """What a file unpacks to, which is itself an archive.

    Attributes:
        size: Of the packed file: how much may come out of it is measured by that.
        content: All of it, if it is kept.
        errors: Fills with why it breaks off.
    """

    size: int
    unpacking: Unpacking
    content: bytes | None
    errors: list[UnreadableMediaError]

    def open(self) -> BinaryIO:
        """From memory, or as it is unpacked."""
        if self.content is not None:
            return io.BytesIO(self.content)
        return buffered(_EndingStream(self.unpacking, self.errors))


class _EndingStream(UnpackedStream):
    """Ends where no more can be unpacked, so that what comes before is listed."""

    def __init__(self, unpacking: Unpacking, errors: list[UnreadableMediaError]) -> None:
        super().__init__(unpacking, 0, _UNKNOWN_SIZE)
        self._errors = errors

    def _read_on(self, most: int) -> bytes:
        try:
            return super()._read_on(most)
        except UnreadableMediaError as error:
            self._errors.append(error)
            return b""


def _of_tar(file: File, source: Source) -> Members:
    """A packed tar, unpacked into memory if it is small."""
    unpacking, errors = _alone(source), list[UnreadableMediaError]()
    content = None
    try:
        if file.size <= reader_limits.KEPT_BYTES:
            content = _collected(unpacking, reader_limits.KEPT_BYTES)
    except UnreadableMediaError as error:
        if error.reason is Reason.TOO_LARGE:
            unpacking.close()
            raise
        errors.append(error)
    if content is not None:
        unpacking.close()
    inside = replace(source, kind=TAR, packed=_Unpacked(file.size, unpacking, content, errors))
    try:
        archive = inside.opened()
    except RefusedError as error:
        unpacking.close()
        raise (errors or [UnreadableMediaError(error.reason)])[0] from error
    unpacking.end_with_streams()
    failure = errors[0] if errors else None
    return ArchiveMembers(file, inside, archive, in_order=content is None, error=failure)
