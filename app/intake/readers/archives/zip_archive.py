"""Zip archives, also those encrypted with the old cipher or as WinZip does it (AES-256)."""

import bz2
import io
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import BinaryIO

from app.intake.readers.archives.decompression import Decompressor, Inflate, exactly, pieces
from app.intake.readers.core.address import member_address
from app.intake.readers.core.answers import Answers, QuestionKind
from app.intake.readers.core.members import MemberFile, MemberNames, folder_tree
from app.intake.readers.core.places import HEAD, File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.core.streams import (
    PIECE,
    RestartableStream,
    StreamSlice,
    closing_with,
    limit_reads,
)
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason
from storage.bundle.winzip_aes import CHECK_BYTES, OVERHEAD, SALT_BYTES, MemberCipher

AES_METHOD = 99
"""The compression method of AES members; the real one is in an extra field."""

_FIELD, _FIELD_BYTES = 0x9901, 7
_AES_256 = 3
_UNPACKERS: dict[int, Callable[[], Decompressor]] = {
    zipfile.ZIP_DEFLATED: Inflate,
    zipfile.ZIP_BZIP2: bz2.BZ2Decompressor,
}


def aes_decrypted(stream: BinaryIO, info: zipfile.ZipInfo, password: str) -> Generator[bytes]:
    """Decrypt and unpack a member that is encrypted as WinZip does it.

    Args:
        stream: The archive, at the first byte of the member.

    Raises:
        UnreadableMediaError: Reason.LOCKED if the password is wrong, Reason.ENCRYPTED if the
            member is encrypted or packed in an unknown way.
    """
    strength, method = _how(info.extra)
    make = _UNPACKERS.get(method)
    if strength != _AES_256 or (make is None and method != zipfile.ZIP_STORED):
        raise UnreadableMediaError(Reason.ENCRYPTED)
    cipher = MemberCipher(password, stream.read(SALT_BYTES))
    if stream.read(CHECK_BYTES) != cipher.check:
        raise UnreadableMediaError(Reason.LOCKED)
    chunks = _deciphered(stream, info.compress_size - OVERHEAD, cipher)
    if make is not None:
        chunks = pieces(make(), next(chunks, b""), lambda: next(chunks, b""))
    yield from exactly(chunks, info.file_size)


def _deciphered(stream: BinaryIO, size: int, cipher: MemberCipher) -> Iterator[bytes]:
    """Decrypt piece by piece; the last piece is given only if the seal behind it is right."""
    left = size
    while left > 0:
        data = bytearray(stream.read(min(PIECE, left)))
        if not data:
            raise UnreadableMediaError(Reason.TRUNCATED)
        left -= len(data)
        cipher.decrypt(data)
        seal = cipher.seal()
        if left == 0 and stream.read(len(seal)) != seal:
            raise UnreadableMediaError(Reason.DAMAGED)
        yield bytes(data)


def _how(extra: bytes) -> tuple[int, int]:
    """Return the strength of the cipher and the compression method of a member."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = (int.from_bytes(extra[at + n : at + n + 2], "little") for n in (0, 2))
        if kind == _FIELD and size == _FIELD_BYTES and len(extra) >= at + 4 + size:
            return extra[at + 8], int.from_bytes(extra[at + 9 : at + 11], "little")
        at += 4 + size
    raise UnreadableMediaError(Reason.DAMAGED)


MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
LOCAL_HEADER = 30
ENCRYPTED = 1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)


class ZipArchive:
    """Opens zip archives."""

    def accepts(self, file: File) -> bool:
        """Return whether the first bytes are those of a zip archive."""
        return file.head().startswith(MAGIC)

    def members(self, file: File, answers: Answers) -> "ZipMembers":
        """Read the list of members.

        Raises:
            OSError, UnreadableMediaError: The archive is damaged, too large, or locked.
        """
        stream = file.open()
        try:
            return ZipMembers(file, stream, answers)
        except BaseException:
            stream.close()
            raise


class ZipMembers:
    """An open zip archive."""

    def __init__(self, container: File, stream: BinaryIO, answers: Answers) -> None:
        self._container = container
        self._stream = stream
        self._zip = _opened(limit_reads(stream, reader_limits.MAX_DIRECTORY_BYTES))
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        _require_modest(infos)
        _require_apart(infos, stream)
        self.password = self._password(infos, answers.to(QuestionKind.PASSWORD, container.path))
        names = MemberNames()
        self._files = {
            address: ZipMember(container, address, info, self)
            for info in infos
            for address in (names.address(info.filename),)
        }
        self.root: Folder = folder_tree(
            container, ((file.info.filename, file) for file in self._files.values())
        )

    def events(self) -> Iterator[ReaderEvent]:
        """Yield the root folder."""
        yield FoundPlace(self.root)

    def member(self, address: str) -> Place:
        """Return the member at an address. Raises FileNotFoundError."""
        try:
            return self._files[address]
        except KeyError:
            raise FileNotFoundError from None

    def close(self) -> None:
        """Close the archive."""
        self._zip.close()
        self._stream.close()

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """Read a small member. Raises UnreadableMediaError, OSError."""
        if info.compress_type == AES_METHOD:
            return b"".join(self.decrypted(info, self.password or b""))
        try:
            return self._zip.read(info, self.password)
        except RuntimeError as error:  # the password is wrong
            raise UnreadableMediaError(Reason.LOCKED) from error
        except BROKEN as error:
            raise UnreadableMediaError(Reason.DAMAGED) from error

    def decrypted(self, info: zipfile.ZipInfo, password: bytes) -> Generator[bytes]:
        """Decrypt a member under AES, independently of all others; raises as `read` does."""
        with self._container.open() as outer:
            outer.seek(_start(outer, info))
            yield from aes_decrypted(outer, info, password.decode())

    def _password(self, infos: list[zipfile.ZipInfo], tries: tuple[str, ...]) -> bytes | None:
        """Return the password that opens the archive; None if it needs none."""
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
            if info.compress_type == AES_METHOD:
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
    """A file in a zip archive."""

    __slots__ = ("_container", "_members", "info")

    def __init__(
        self, container: File, address: str, info: zipfile.ZipInfo, members: ZipMembers
    ) -> None:
        name = info.filename.replace("\\", "/").rpartition("/")[2] or info.filename
        super().__init__(
            member_address(container.path, address), name, info.file_size, container.mtime_ns
        )
        self.info = info
        self._container = container
        self._members = members

    def open(self) -> BinaryIO:
        """Open the member: in memory if it is small, or by range, or as a stream."""
        if self.size <= reader_limits.IN_MEMORY_BYTES:
            return io.BytesIO(self._members.read(self.info))
        if self.size > reader_limits.MAX_MEMBER_BYTES:
            raise UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_MEMBER_BYTES))
        if self.info.compress_type == AES_METHOD:
            return io.BufferedReader(RestartableStream(self._decrypted))
        outer = self._container.open()
        try:
            if self._is_plain():
                return io.BufferedReader(StreamSlice(outer, _start(outer, self.info), self.size))
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
            if self.info.compress_type == AES_METHOD:
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
    """Return where the bytes of a member begin: behind its local header.

    The lengths in that header may differ from those in the list of members.
    """
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
    """Refuse members that share their bytes, which would evade the limit of the ratio."""
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
