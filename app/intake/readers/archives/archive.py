"""Archives of every kind that 7-Zip reads, and files that are packed alone."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol

from app.intake.readers.archives.kinds import RAR_4, RAR_5, TAR, ZIP, Kind, is_tar, kind_of
from app.intake.readers.archives.library import (
    OpenArchive,
    Opening,
    Outcome,
    Property,
    RefusedError,
    reason_of,
)
from app.intake.readers.archives.limits import most_out_of, require_modest
from app.intake.readers.archives.names import member_names, password_forms
from app.intake.readers.archives.pieces import beside, is_cut, pieces_of
from app.intake.readers.archives.pulling import UnpackedStream, Unpacking, require
from app.intake.readers.core.address import member_address
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.members import (
    MAX_NAME_CHARACTERS,
    MemberFile,
    MemberNames,
    folder_tree,
)
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from app.intake.readers.core.streams import StreamSlice
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.media.sniff import UNKNOWN, sniff
from face.streams import SeekableStream
from face.types import Reason

KEPT_MEMBER_BYTES = 4 * 1024 * 1024
"""A member up to this is unpacked once for its head and for all of it."""

_MOST_TRIED = 3
"""So many members are tried with a password that seems to be wrong: one of them may be damaged."""

_CHECKED = "AES-"
"""In a zip: how members are encrypted that tell a wrong password from damage."""

_LOCAL_HEADER = 30
_UNKNOWN_SIZE = 1 << 62
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
class _Source:
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


class Archive:
    """Opens archives, and files that are packed alone."""

    def accepts(self, file: File) -> bool:
        """Return whether the file is an archive, or packs something but text."""
        kind = _kind_of(file)
        if kind is None:
            return False
        if kind.packs_one:
            return _packs_content(file, kind)
        return kind.is_sure or _opens(_Source(kind, file))

    def members(self, file: File, answers: Answers) -> Members:
        """Read the list of members.

        Raises:
            OSError, UnreadableMediaError: The archive is damaged, too large, or locked.
        """
        kind = _kind_of(file)
        if kind is None:
            raise FileNotFoundError
        if kind.packs_one:
            return _unpacked(file, kind)
        return _members(file, kind, answers)


def zip_behind(file: File, answers: Answers) -> Members:
    """Open the zip behind a page, as `Archive.members` does."""
    return _members(file, ZIP, answers)


def _members(file: File, kind: Kind, answers: Answers) -> "ArchiveMembers":
    missing = [file.name] if is_cut(file) else []
    source = _Source(kind, pieces_of(file), Opening(None, file.name, _volumes(file, missing)))
    tries = answers.to(QuestionKind.PASSWORD, file.path)
    try:
        archive, source = _with_password(source, tries)
        return ArchiveMembers(file, source, archive, missing=missing)
    except UnreadableMediaError as error:
        raise _seen_that(error, missing) from error


def _kind_of(file: File) -> Kind | None:
    kind = kind_of(file)
    return ZIP if kind is None and is_cut(file) else kind


def _seen_that(error: UnreadableMediaError, missing: Sequence[str]) -> UnreadableMediaError:
    """Why an archive cannot be read, seen that pieces of it may be missing."""
    is_cut_off = error.reason in (Reason.TRUNCATED, Reason.DAMAGED) and bool(missing)
    return UnreadableMediaError(Reason.ONE_OF_SEVERAL) if is_cut_off else error


def _volumes(file: File, missing: list[str]) -> Callable[[str], BinaryIO | None]:
    def volume(name: str) -> BinaryIO | None:
        found = beside(file, name)
        if found is None:
            missing.append(name)
            return None
        return found.open()

    return volume


def _with_password(source: _Source, tries: Sequence[str]) -> tuple[OpenArchive, _Source]:
    """Open an archive with the first password that fits, or with none."""
    forms = [form for password in tries for form in password_forms(password)]
    for password in (None, *forms):
        tried = replace(source, opening=replace(source.opening, password=password))
        try:
            archive = tried.opened()
        except RefusedError as error:
            if not error.is_locked:
                raise UnreadableMediaError(error.reason) from error
            continue
        if _fits(archive):
            return archive, tried
        archive.close()
    raise UnreadableMediaError(Reason.LOCKED)


def _fits(archive: OpenArchive) -> bool:
    """Whether the password opens what is locked. Raises OSError, UnreadableMediaError."""
    if archive.count > reader_limits.MAX_ENTRIES:
        return True  # it is refused for that
    locked = [n for n, each in enumerate(archive.column(Property.ENCRYPTED)) if each]
    sizes = {n: archive.property(n, Property.SIZE) or 0 for n in locked}
    filled = [n for n in locked if sizes[n]]
    if not filled:
        return True
    if not archive.of_archive(Property.SOLID):
        filled.sort(key=lambda n: sizes[n])
    return any(_is_unlocked(archive, n) for n in filled[:_MOST_TRIED])


def _is_unlocked(archive: OpenArchive, index: int) -> bool:
    method = str(archive.property(index, Property.METHOD))
    try:
        outcome = archive.extract([index], lambda *_: None).get(index)
    except RefusedError as error:
        if error.is_locked:
            return False
        raise UnreadableMediaError(error.reason) from error
    if method.startswith(_CHECKED):
        return outcome is not Outcome.WRONG_PASSWORD
    return outcome in (Outcome.OK, Outcome.DATA_AFTER_END, Outcome.UNSUPPORTED)


class ArchiveMembers:
    """An open archive. The address of a member is its name."""

    def __init__(
        self,
        container: File,
        source: _Source,
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
            raise _seen_that(self._error, self._missing)

    def member(self, address: str) -> Place:
        """Return the member at an address. Raises FileNotFoundError."""
        try:
            return self._files[address]
        except KeyError:
            raise FileNotFoundError from None

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
            return _reader(StreamSlice(self._source.packed.open(), start, size))
        return _reader(UnpackedStream(self._unpacking(index), index, size))

    def head(self, index: int) -> bytes:
        """The first HEAD bytes of a member. Raises OSError, UnreadableMediaError."""
        size = self.sizes[index]
        if index in self._groups and (self._is_kept or size is None):
            return self.stream(index).read(HEAD)
        if size is not None and size <= KEPT_MEMBER_BYTES:
            return self._content(index, size)[:HEAD]
        if index in self._groups:
            return self._unpacking(index).read(index, 0, HEAD)
        return _beginning(self._open(), index)

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
            raise _seen_that(UnreadableMediaError(error.reason), self._missing) from error
        try:
            require(outcomes.get(index))
        except UnreadableMediaError as error:
            raise _seen_that(error, self._missing) from error
        return b"".join(pieces)

    def _kept_content(self, index: int) -> bytes:
        if index not in self._kept:
            self._keep(self._groups[index])
        found = self._kept[index]
        if isinstance(found, UnreadableMediaError):
            raise _seen_that(found, self._missing)
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


def _listed(archive: OpenArchive, source: _Source, packed: int) -> list[_Listed]:
    """The files of an archive, without folders, links and devices, which hold nothing."""
    if archive.count > reader_limits.MAX_ENTRIES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(archive.count))
    names = member_names(archive.column(Property.PATH))
    told = [each if isinstance(each, int) else None for each in archive.column(Property.SIZE)]
    folders = archive.column(Property.IS_DIR)
    skipped = _without_content(archive)
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


def _reader(stream: SeekableStream) -> BinaryIO:
    return io.BufferedReader(stream)


class _EnoughError(Exception):
    """The beginning was all that was wanted."""


def _beginning(archive: OpenArchive, index: int, most: int = HEAD) -> bytes:
    """The first bytes of a member, as far as they can be unpacked."""
    pieces: list[bytes] = []

    def give(_: int, piece: bytes) -> None:
        pieces.append(piece)
        if sum(map(len, pieces)) >= most:
            raise _EnoughError

    with suppress(_EnoughError, RefusedError):
        archive.extract([index], give)
    return b"".join(pieces)[:most]


def _opens(source: _Source) -> bool:
    try:
        archive = source.opened()
    except (RefusedError, OSError, UnreadableMediaError):
        return False
    archive.close()
    return archive.count > 0


def _packs_content(file: File, kind: Kind) -> bool:
    """Whether it packs a known type; text stays a file, as do the stickers of Telegram."""
    head = _unpacked_head(file, kind)
    if head is None:
        return kind.is_sure
    known = sniff(head)
    return bool(head) and (is_tar(head) or (known != UNKNOWN and not known.startswith("text/")))


def _unpacked_head(file: File, kind: Kind) -> bytes | None:
    """The first unpacked bytes; None where nothing can be unpacked here."""
    try:
        archive = _Source(kind, file).opened()
        try:
            return _beginning(archive, 0)
        finally:
            archive.close()
    except (RefusedError, OSError):
        return b""
    except UnreadableMediaError as error:
        return None if error.reason is Reason.PART_MISSING else b""


def _unpacked(file: File, kind: Kind) -> Members:
    """A file that is packed alone; a tar is listed at once."""
    source = _Source(kind, file)
    if is_tar(_unpacked_head(file, kind) or b""):
        return _of_tar(file, source)
    try:
        source.opened().close()
    except RefusedError as error:
        raise UnreadableMediaError(error.reason) from error
    return AloneMembers(file, source)


class AloneMembers:
    """The one unpacked file. Its address is the name of the container without its ending."""

    def __init__(self, container: File, source: _Source) -> None:
        """Unpack nothing yet."""
        name = container.name
        endings = (each for each in source.kind.endings if name.lower().endswith(each))
        stem = name[: len(name) - len(next(endings, ""))]
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

    def __init__(self, container: File, name: str, source: _Source) -> None:
        path, size = member_address(container.path, name), container.size
        super().__init__(path, name, size, container.mtime_ns)
        self._source = source

    def open(self) -> BinaryIO:
        """Open it, in memory if it is small. Raises OSError, UnreadableMediaError."""
        unpacking = _alone(self._source)
        with closing(unpacking):
            content = _collected(unpacking, reader_limits.IN_MEMORY_BYTES)
            stream = UnpackedStream(unpacking, 0, None) if content is None else None
        return io.BytesIO(content or b"") if stream is None else _reader(stream)

    def _read_head(self) -> bytes:
        try:
            archive = self._source.opened()
        except (RefusedError, OSError, UnreadableMediaError):
            return b""
        with closing(archive):
            return _beginning(archive, 0)


def _alone(source: _Source) -> Unpacking:
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
        return _reader(_EndingStream(self.unpacking, self.errors))


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


def _of_tar(file: File, source: _Source) -> Members:
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
    failure = errors[0] if errors else None
    return ArchiveMembers(file, inside, archive, in_order=content is None, error=failure)
