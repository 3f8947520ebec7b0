"""Zip archives, also encrypted with the old cipher or AES-256."""

import io
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import BinaryIO

from app.intake.readers.archives import zip_aes
from app.intake.readers.core.address import within
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.members import MemberFile, MemberNames, as_folders
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.restartable_stream import RestartableStream
from app.intake.readers.core.streams import Ranged, closing_with, thrifty
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
LOCAL_HEADER = 30
ENCRYPTED = 1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)


class ZipArchive:
    """Zip."""

    def accepts(self, file: File) -> bool:
        """By its first bytes."""
        return file.head().startswith(MAGIC)

    def members(self, file: File, answers: Answers) -> "ZipMembers":
        """Read the list of its members.

        Raises:
            OSError, UnreadableMediaError: Damaged, too large, or locked.
        """
        stream = file.open()
        try:
            return ZipMembers(file, stream, answers)
        except BaseException:
            stream.close()
            raise


class ZipMembers:
    """An open zip."""

    def __init__(self, holder: File, stream: BinaryIO, answers: Answers) -> None:
        self._holder = holder
        self._stream = stream
        self._zip = _opened(thrifty(stream, reader_limits.MAX_DIRECTORY_BYTES))
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        _require_modest(infos)
        _require_apart(infos, stream)
        self.password = self._password(infos, answers.to(QuestionKind.PASSWORD, holder.path))
        names = MemberNames()
        self._files = {
            address: ZipMember(holder, address, info, self)
            for info in infos
            for address in (names.address(info.filename),)
        }
        self.root: Folder = as_folders(
            holder, ((file.info.filename, file) for file in self._files.values())
        )

    def told(self) -> Iterator[ReaderEvent]:
        """All of it."""
        yield FoundPlace(self.root)

    def member(self, address: str) -> Place:
        """The member that has this address. Raises FileNotFoundError."""
        try:
            return self._files[address]
        except KeyError:
            raise FileNotFoundError from None

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._stream.close()

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """A small member. Raises UnreadableMediaError, OSError."""
        if info.compress_type == zip_aes.METHOD:
            return b"".join(self.decrypted(info, self.password or b""))
        try:
            return self._zip.read(info, self.password)
        except RuntimeError as error:  # the password is wrong
            raise UnreadableMediaError(Reason.LOCKED) from error
        except BROKEN as error:
            raise UnreadableMediaError(Reason.DAMAGED) from error

    def decrypted(self, info: zipfile.ZipInfo, password: bytes) -> Generator[bytes]:
        """A member under AES, independent of others. Raises UnreadableMediaError, OSError."""
        with self._holder.open() as outer:
            outer.seek(_start(outer, info))
            yield from zip_aes.decrypted(outer, info, password.decode())

    def _password(self, infos: list[zipfile.ZipInfo], tries: tuple[str, ...]) -> bytes | None:
        """The one of these that opens it; None when it needs none."""
        locked = [info for info in infos if info.flag_bits & ENCRYPTED]
        if not locked:
            return None
        smallest = min(locked, key=lambda info: info.file_size)
        for password in tries:
            if self._opens(smallest, password.encode("utf-8", "replace")):
                return password.encode("utf-8", "replace")
        raise UnreadableMediaError(Reason.LOCKED)

    def _opens(self, info: zipfile.ZipInfo, password: bytes) -> bool:
        try:
            if info.compress_type == zip_aes.METHOD:
                with closing(self.decrypted(info, password)) as chunks:
                    next(chunks, b"")
            else:
                with self._zip.open(info, pwd=password) as member:
                    member.read(1)
        except (RuntimeError, *BROKEN):
            return False
        except UnreadableMediaError as error:
            if error.reason is Reason.LOCKED:
                return False
            raise
        return True


class ZipMember(MemberFile):
    """A file in a zip."""

    __slots__ = ("_holder", "_members", "info")

    def __init__(
        self, holder: File, address: str, info: zipfile.ZipInfo, members: ZipMembers
    ) -> None:
        name = info.filename.replace("\\", "/").rpartition("/")[2] or info.filename
        super().__init__(within(holder.path, address), name, info.file_size, holder.mtime_ns)
        self.info = info
        self._holder = holder
        self._members = members

    def open(self) -> BinaryIO:
        """From memory when it is small, by range when it is stored as it is, or as a stream."""
        if self.size <= reader_limits.IN_MEMORY_BYTES:
            return io.BytesIO(self._members.read(self.info))
        if self.size > reader_limits.MAX_MEMBER_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_MEMBER_BYTES))
        if self.info.compress_type == zip_aes.METHOD:
            return io.BufferedReader(RestartableStream(self._decrypted))
        outer = self._holder.open()
        try:
            if self._is_plain():
                return io.BufferedReader(Ranged(outer, _start(outer, self.info), self.size))
            archive = _opened(outer)
            member = archive.open(self.info, pwd=self._members.password)
            return closing_with(member, archive.close, outer.close)
        except BaseException as error:
            outer.close()
            if isinstance(error, BROKEN):
                raise UnreadableMediaError(Reason.DAMAGED) from error
            raise

    def _decrypted(self) -> Generator[bytes]:
        return self._members.decrypted(self.info, self._members.password or b"")

    def _read_head(self) -> bytes:
        try:
            if self.info.compress_type == zip_aes.METHOD:
                with closing(self._decrypted()) as chunks:
                    return next(chunks, b"")[:HEAD]
            with self._members._zip.open(self.info, pwd=self._members.password) as member:  # noqa: SLF001
                return member.read(HEAD)
        except (OSError, UnreadableMediaError, RuntimeError, *BROKEN):
            return b""

    def _is_plain(self) -> bool:
        packed = self.info.compress_type != zipfile.ZIP_STORED
        return not packed and not self.info.flag_bits & ENCRYPTED


def _start(outer: BinaryIO, info: zipfile.ZipInfo) -> int:
    """Where its bytes begin: behind the local header, whose lengths differ from the list's."""
    outer.seek(info.header_offset)
    header = outer.read(LOCAL_HEADER)
    if len(header) < LOCAL_HEADER or not header.startswith(MAGIC[0]):
        raise UnreadableMediaError(Reason.DAMAGED)
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return info.header_offset + LOCAL_HEADER + lengths


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except BROKEN as error:
        raise UnreadableMediaError(Reason.DAMAGED) from error


def _require_apart(infos: list[zipfile.ZipInfo], stream: BinaryIO) -> None:
    """Members that share their bytes make much of little, whatever their ratio."""
    packed = sum(info.compress_size for info in infos)
    if packed > stream.seek(0, io.SEEK_END):
        raise UnreadableMediaError(Reason.DAMAGED, str(packed))


def _require_modest(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > reader_limits.MAX_ENTRIES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(len(infos)))
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if unpacked > reader_limits.MAX_UNPACKED_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, str(unpacked))
    if (
        unpacked > reader_limits.RATIO_FROM_BYTES
        and unpacked > packed * reader_limits.MAX_TOTAL_RATIO
    ):
        raise UnreadableMediaError(Reason.TOO_LARGE, str(unpacked))
