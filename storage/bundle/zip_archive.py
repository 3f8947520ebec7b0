"""The encrypted ZIP file of a bundle, written front to back and read so that no change is missed.

Source: PKWARE APPNOTE.TXT 6.3.10; extra field 0x9901 from WinZip's AES specification. Members are
stored, not compressed. Every field that could tell something of the computer the file was made on
(system, rights, comments) is empty, and all members have the time of the bundle, so that a record
follows from that time and a member's name, size and offset alone.

The reader makes each record again from what it says and compares the two. Records and data lie
without gaps, and the data are sealed: no byte of the file is left that could change unnoticed.
"""

import struct
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from io import BufferedIOBase

from storage.bundle.container import ContainerError
from storage.bundle.member import ByteSource, Chunk
from storage.bundle.pipeline import Pipeline, Stage
from storage.bundle.winzip_aes import (
    CHECK_BYTES,
    MAC_BYTES,
    OVERHEAD,
    SALT_BYTES,
    MemberCipher,
)
from storage.errors import WrongBundlePassphraseError

LOCAL = b"PK\x03\x04"
"""Signature of the record in front of a member, and so the first bytes of a ZIP file."""
_CENTRAL = b"PK\x01\x02"
_END64 = b"PK\x06\x06"
_END64_LOCATOR = b"PK\x06\x07"
_END = b"PK\x05\x06"

SEE_EXTRA = 0xFFFFFFFF
"""Stands in the place of a number that is in the extra field, or in the record before."""
MIN64 = SEE_EXTRA
"""The smallest number that does not fit into 32 bits and needs `SEE_EXTRA`."""
SEE_EXTRA_ENTRIES = MIN64_ENTRIES = 0xFFFF

MAX_DIRECTORY_BYTES = 1 << 28
"""Longest central directory that is read; that of a bundle of a million files is shorter."""

_STORED, _AES = 0, 99
_FLAGS = 0x0801
"""The member is encrypted, and its name is UTF-8."""
_VERSION = 51
"""The first version of the format that knows AES."""
_NO_TIME = b"\x00\x00\x21\x00"
"""1 January 1980, 00:00: the earliest time that a ZIP file can hold."""
_ZONE = timezone(timedelta(hours=9))
"""The zone of the times that ZIP itself has, which names none: that of Korea."""
_ZIP64, _UNIX_TIME = 0x0001, 0x5455
_AES_EXTRA = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, _STORED)

_LOCAL_RECORD = struct.Struct("<4sHHH4sIIIHH")
_CENTRAL_RECORD = struct.Struct("<4sHHHH4sIIIHHHHHII")
_END_RECORD = struct.Struct("<4sHHHHIIH")
_END64_RECORD = struct.Struct("<4sQHHIIQQQQ")
_END64_LOCATOR_RECORD = struct.Struct("<4sIQI")


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as the records describe it.

    Attributes:
        name: Path in the archive, UTF-8.
        size: Bytes of the member's plain content.
        start: Offset of the member's local record in the file.
        made: The member's time, seconds since 1970; None where it has none.
    """

    name: bytes
    size: int
    start: int
    made: int | None = None

    @property
    def stored_size(self) -> int:
        """Bytes between the local record and the next one: salt, check, ciphertext and seal."""
        return self.size + OVERHEAD

    @property
    def end(self) -> int:
        """Offset at which the next record begins."""
        return self.start + len(self.local()) + self.stored_size

    @property
    def _large_sizes(self) -> tuple[int, ...]:
        """Both sizes where they do not fit into 32 bits, else nothing."""
        return (self.size, self.stored_size) if self.stored_size >= MIN64 else ()

    def _fields(self, *large: int) -> tuple[bytes, tuple[int, ...]]:
        """Return the extra fields, and the numbers of the fixed part; the checksum is 0 in AE-2."""
        zip64 = struct.pack(f"<HH{len(large)}Q", _ZIP64, 8 * len(large), *large)
        extra = (zip64 if large else b"") + self._unix_time + _AES_EXTRA
        sizes = (SEE_EXTRA, SEE_EXTRA) if self._large_sizes else (self.stored_size, self.size)
        return extra, (0, *sizes, len(self.name), len(extra))

    @property
    def _unix_time(self) -> bytes:
        """The extra field with the time in UTC, from Info-ZIP's extrafld.txt; or nothing."""
        return b"" if self.made is None else struct.pack("<HHBI", _UNIX_TIME, 5, 1, self.made)

    @property
    def _clock(self) -> bytes:
        """The time as every ZIP file has it: to two seconds, in Korea."""
        if self.made is None:
            return _NO_TIME
        at = datetime.fromtimestamp(self.made, _ZONE)
        clock = at.hour << 11 | at.minute << 5 | at.second // 2
        return struct.pack("<HH", clock, (at.year - 1980) << 9 | at.month << 5 | at.day)

    def local(self) -> bytes:
        """Return the record in front of the member's data."""
        extra, fields = self._fields(*self._large_sizes)
        fixed = _LOCAL_RECORD.pack(LOCAL, _VERSION, _FLAGS, _AES, self._clock, *fields)
        return fixed + self.name + extra

    def central(self) -> bytes:
        """Return the record in the central directory at the end of the file."""
        far = self.start >= MIN64
        extra, fields = self._fields(*self._large_sizes, *((self.start,) if far else ()))
        fixed = _CENTRAL_RECORD.pack(
            *(_CENTRAL, _VERSION, _VERSION, _FLAGS, _AES, self._clock, *fields),
            *(0, 0, 0, 0, SEE_EXTRA if far else self.start),
        )
        return fixed + self.name + extra


def end_records(entries: int, size: int, start: int) -> bytes:
    """Return the records behind the central directory.

    Args:
        entries: How many members the directory lists.
        size: Bytes of the directory.
        start: Offset of the directory in the file.
    """
    is_large = entries >= MIN64_ENTRIES or size >= MIN64 or start >= MIN64
    shown = (entries, size, start)
    if is_large:
        shown = (SEE_EXTRA_ENTRIES, SEE_EXTRA, SEE_EXTRA)
    tail = _END_RECORD.pack(_END, 0, 0, shown[0], *shown, 0)
    if not is_large:
        return tail
    large = _END64_RECORD.pack(
        *(_END64, 44, _VERSION, _VERSION, 0, 0),
        *(entries, entries, size, start),
    )
    return large + _END64_LOCATOR_RECORD.pack(_END64_LOCATOR, 0, start + size, 1) + tail


class ZipWriter:
    """Hands the bytes of a ZIP file to `write`, in order; only the list of members is kept.

    Args:
        made: The time of all members, seconds since 1970; None for none.
    """

    def __init__(
        self, write: Callable[[Chunk], object], passphrase: str, made: int | None = None
    ) -> None:
        self._write = write
        self._passphrase = passphrase
        self._made = made
        self._entries: list[Entry] = []
        self._at = 0
        self._pipeline = Pipeline()

    def add(
        self, name: str, size: int, source: ByteSource, *stages: Stage
    ) -> Generator[int, None, bytes]:
        """Write one member; yields the length of each chunk as it is read.

        The caller makes sure that the source has `size` bytes.

        Args:
            stages: What else is done with each chunk before it is encrypted.

        Returns:
            The salt and seal of the member.
        """
        entry = Entry(name.encode(), size, self._at, self._made)
        cipher = MemberCipher.new(self._passphrase)
        self._put(entry.local() + cipher.salt + cipher.check)
        yield from self._pipeline.run(source, *stages, cipher.encrypt, self._put)
        seal = cipher.seal()
        self._put(seal)
        self._entries.append(entry)
        return cipher.salt + seal

    def finish(self) -> None:
        """Write the central directory and the end records."""
        start = self._at
        for entry in self._entries:
            self._put(entry.central())
        self._put(end_records(len(self._entries), self._at - start, start))

    def _put(self, data: Chunk) -> None:
        self._write(data)
        self._at += len(data)


class ZipMember:
    """One member of a ZIP file that is read. Its bytes come once; `intact` is known at their end.

    Args:
        seal: The salt and seal that the member was written with, for a caller who knows them and a
            hash of the bytes. Then they are compared and the seal is not computed: under the same
            salt only the bytes that were sealed decrypt to that hash.
    """

    def __init__(
        self, stream: BufferedIOBase, entry: Entry, passphrase: str, seal: bytes = b""
    ) -> None:
        self.name = entry.name.decode("utf-8", "replace")
        self.made = entry.made
        self.intact = False
        self._stream = stream
        self._entry = entry
        self._seal = seal
        self._left = entry.size
        stream.seek(entry.start)
        local = entry.local()
        self._record_is_whole = stream.read(len(local)) == local
        self._cipher = MemberCipher(passphrase, stream.read(SALT_BYTES))
        self.opens = stream.read(CHECK_BYTES) == self._cipher.check
        """Whether the passphrase is likely to be the right one."""

    def readinto(self, memory: memoryview) -> int:
        """Read the next bytes; none of them can be trusted before `intact` is known."""
        self._stream.seek(self._entry.end - MAC_BYTES - self._left)
        count = self._stream.readinto(memory[: self._left])
        self._left -= count
        if count:
            (self._cipher.apply_keystream if self._seal else self._cipher.decrypt)(memory[:count])
        elif not self._left:
            salt = self._cipher.salt
            is_sealed = salt + self._stream.read(MAC_BYTES) == (
                self._seal or salt + self._cipher.seal()
            )
            self.intact = is_sealed and self.opens and self._record_is_whole
        return count


def read_members(
    stream: BufferedIOBase, size: int, passphrase: str, seals: Mapping[str, bytes] | None = None
) -> Iterator[ZipMember]:
    """Yield the members in order; the bytes of each have to be read before
    the next one is asked for.

    Args:
        size: Bytes of the file.
        seals: The seals of members that the caller knows (see `ZipMember`), by name.

    Raises:
        ContainerError: The central directory is damaged, or the file holds more than it lists.
        WrongBundlePassphraseError: The passphrase opens none of the first three members.
    """
    entries = read_directory(stream, size)
    members = (ZipMember(stream, entry, passphrase) for entry in entries)
    if not any(member.opens for member, _ in zip(members, range(3), strict=False)):
        raise WrongBundlePassphraseError
    for entry in entries:
        seal = (seals or {}).get(entry.name.decode("utf-8", "replace"), b"")
        yield ZipMember(stream, entry, passphrase, seal)


def read_directory(stream: BufferedIOBase, size: int) -> list[Entry]:
    """Return the central directory of a file of `size` bytes, checked to the last byte.

    Raises:
        ContainerError: The directory is damaged, or members and directory do not fill the file.
    """
    try:
        start, length = _directory_range(stream, size)
        if not 0 <= start < start + length <= size or length > MAX_DIRECTORY_BYTES:
            raise ContainerError
        data = _read_at(stream, start, length)
        entries = list(_entries(data))
    except struct.error as error:
        raise ContainerError from error
    tail = _read_at(stream, start + length, size - start - length)
    if tail != end_records(len(entries), length, start):
        raise ContainerError
    _require_no_gaps(entries, start)
    return entries


def _directory_range(stream: BufferedIOBase, size: int) -> tuple[int, int]:
    """Offset and length of the central directory, as the end records give them."""
    at = size - _END_RECORD.size
    _, _, _, _, entries, length, start, _ = _END_RECORD.unpack(
        _read_at(stream, at, _END_RECORD.size)
    )
    if (entries, length, start) != (SEE_EXTRA_ENTRIES, SEE_EXTRA, SEE_EXTRA):
        return start, length
    at -= _END64_LOCATOR_RECORD.size + _END64_RECORD.size
    *_, length, start = _END64_RECORD.unpack(_read_at(stream, at, _END64_RECORD.size))
    return start, length


def _read_at(stream: BufferedIOBase, at: int, count: int) -> bytes:
    if at < 0 or count > MAX_DIRECTORY_BYTES:
        raise ContainerError
    stream.seek(at)
    return stream.read(count)


def _entries(data: bytes) -> Iterator[Entry]:
    at = 0
    while at < len(data):
        signature, *_, stored, size, named, extra, _, _, _, _, start = _CENTRAL_RECORD.unpack_from(
            data, at
        )
        name_at = at + _CENTRAL_RECORD.size
        fields = dict(_extra_fields(data[name_at + named : name_at + named + extra]))
        numbers = (number for (number,) in struct.iter_unpack("<Q", fields.get(_ZIP64, b"")))
        if stored == SEE_EXTRA:
            size = next(numbers, 0)
            next(numbers, 0)
        start = next(numbers, 0) if start == SEE_EXTRA else start
        made = struct.unpack("<xI", fields[_UNIX_TIME])[0] if _UNIX_TIME in fields else None
        entry = Entry(data[name_at : name_at + named], size, start, made)
        record = entry.central()
        if signature != _CENTRAL or data[at : at + len(record)] != record:
            raise ContainerError
        yield entry
        at += len(record)


def _extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and the content of each extra field of a record."""
    at = 0
    while at < len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        yield kind, extra[at + 4 : at + 4 + length]
        at += 4 + length


def _require_no_gaps(entries: list[Entry], start_of_directory: int) -> None:
    starts = [*(entry.start for entry in entries), start_of_directory]
    ends = [entry.end for entry in entries]
    if not entries or starts[0] or starts[1:] != ends:
        raise ContainerError
