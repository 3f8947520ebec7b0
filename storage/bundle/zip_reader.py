"""Read a ZIP file that was written by zip_writer, and find every byte that is not as it wrote it.

Each record is made again from what it says and compared, records and data lie without gaps, and
the data are sealed: no byte of the file is left that could change unseen.
"""

import struct
from collections.abc import Iterator, Mapping
from io import BufferedIOBase

from storage.bundle.winzip_aes import (
    CHECK_BYTES,
    MAC_BYTES,
    SALT_BYTES,
    MemberCipher,
)
from storage.bundle.zip_records import CENTRAL, SEE_EXTRA, SEE_EXTRA_ENTRIES, Entry, end
from storage.errors import WrongBundlePassphraseError

MAX_LIST = 1 << 28
"""Bytes of the list of members; a bundle of a million files has less."""

_CENTRAL = struct.Struct("<4sHHHH4sIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_END64 = struct.Struct("<4sQHHIIQQQQ")
_END64_PLACE = struct.Struct("<4sIQI")


class ContainerError(Exception):
    """The container of a bundle is not as it was written, so that what is in it is out of reach."""


class ZipMember:
    """One member. Its bytes come once; `intact` is known at their end.

    Args:
        seal: Salt and seal that it was written with, for who knows them and a hash of the bytes,
            too. Then they are compared and the seal is not computed: under the same salt only the
            bytes that were sealed are deciphered to that hash.
    """

    def __init__(
        self, stream: BufferedIOBase, entry: Entry, passphrase: str, seal: bytes = b""
    ) -> None:
        self.name = entry.name.decode("utf-8", "replace")
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
        """Its next bytes, none of which is worth anything before the last."""
        self._stream.seek(self._entry.end - MAC_BYTES - self._left)
        count = self._stream.readinto(memory[: self._left])
        self._left -= count
        if count:
            (self._cipher.lay_over if self._seal else self._cipher.decrypt)(memory[:count])
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
    """The members in their order; the bytes of each have to be taken before the next.

    Args:
        size: Of the file.
        seals: Of members that the caller knows (see ZipMember), by name.

    Raises:
        ContainerError: The list of members is damaged, or there is something beside them.
        WrongBundlePassphraseError: It opens none of the first members.
    """
    entries = read_list(stream, size)
    members = (ZipMember(stream, entry, passphrase) for entry in entries)
    if not any(member.opens for member, _ in zip(members, range(3), strict=False)):
        raise WrongBundlePassphraseError
    for entry in entries:
        seal = (seals or {}).get(entry.name.decode("utf-8", "replace"), b"")
        yield ZipMember(stream, entry, passphrase, seal)


def read_list(stream: BufferedIOBase, size: int) -> list[Entry]:
    """The list at the end, checked to the last byte.

    Raises:
        ContainerError
    """
    try:
        start, length = _place_of_list(stream, size)
        if not 0 <= start < start + length <= size or length > MAX_LIST:
            raise ContainerError
        data = _read_at(stream, start, length)
        entries = list(_entries(data))
    except struct.error as error:
        raise ContainerError from error
    if _read_at(stream, start + length, size - start - length) != end(len(entries), length, start):
        raise ContainerError
    _require_no_gaps(entries, start)
    return entries


def _place_of_list(stream: BufferedIOBase, size: int) -> tuple[int, int]:
    at = size - _END.size
    _, _, _, _, entries, length, start, _ = _END.unpack(_read_at(stream, at, _END.size))
    if (entries, length, start) != (SEE_EXTRA_ENTRIES, SEE_EXTRA, SEE_EXTRA):
        return start, length
    at -= _END64_PLACE.size + _END64.size
    *_, length, start = _END64.unpack(_read_at(stream, at, _END64.size))
    return start, length


def _read_at(stream: BufferedIOBase, at: int, count: int) -> bytes:
    if at < 0 or count > MAX_LIST:
        raise ContainerError
    stream.seek(at)
    return stream.read(count)


def _entries(data: bytes) -> Iterator[Entry]:
    at = 0
    while at < len(data):
        signature, *_, stored, size, named, extra, _, _, _, _, start = _CENTRAL.unpack_from(
            data, at
        )
        name_at = at + _CENTRAL.size
        numbers = _large_numbers(data[name_at + named : name_at + named + extra])
        if stored == SEE_EXTRA:
            size = next(numbers, 0)
            next(numbers, 0)
        start = next(numbers, 0) if start == SEE_EXTRA else start
        entry = Entry(data[name_at : name_at + named], size, start)
        record = entry.central()
        if signature != CENTRAL or data[at : at + len(record)] != record:
            raise ContainerError
        yield entry
        at += len(record)


def _large_numbers(extra: bytes) -> Iterator[int]:
    if extra[:2] == b"\x01\x00":
        (length,) = struct.unpack_from("<H", extra, 2)
        yield from struct.unpack_from(f"<{length // 8}Q", extra, 4)


def _require_no_gaps(entries: list[Entry], start_of_list: int) -> None:
    starts = [*(entry.start for entry in entries), start_of_list]
    ends = [entry.end for entry in entries]
    if not entries or starts[0] or starts[1:] != ends:
        raise ContainerError
