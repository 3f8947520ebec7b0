"""The records of a ZIP file, in the one way in which a bundle has them.

Source: PKWARE APPNOTE.TXT 6.3.10; extra field 0x9901 from WinZip's AES specification. Members are
stored, not compressed. Everything that a record could say of the computer it was made on (time,
system, rights, comments) is empty. A reader that makes the same records from a member's name,
size and place and compares them finds every changed byte in them.
"""

import struct
from dataclasses import dataclass

from storage.bundle.winzip_aes import OVERHEAD

LOCAL = b"PK\x03\x04"
CENTRAL = b"PK\x01\x02"
END64 = b"PK\x06\x06"
END64_PLACE = b"PK\x06\x07"
END = b"PK\x05\x06"

SEE_EXTRA = 0xFFFFFFFF
"""In the place of a number: it stands in the extra field, or in the record before."""
MIN64 = SEE_EXTRA
"""The first number that needs that."""
SEE_EXTRA_ENTRIES = MIN64_ENTRIES = 0xFFFF

_STORED, _AES = 0, 99
_FLAGS = 0x0801
"""Encrypted, name in UTF-8."""
_VERSION = 51
"""The first that knows AES."""
_NO_TIME = b"\x00\x00\x21\x00"
"""1 January 1980, 00:00: the earliest that a ZIP can say."""
_AES_EXTRA = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, _STORED)

LOCAL_FIXED = struct.Struct("<4sHHH4sIIIHH")


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as the records tell of it.

    Attributes:
        name: UTF-8.
        size: Of its bytes.
        start: Where its local record begins in the file.
    """

    name: bytes
    size: int
    start: int

    @property
    def stored_size(self) -> int:
        """How many bytes stand between its local record and the next."""
        return self.size + OVERHEAD

    @property
    def end(self) -> int:
        """Where the next one begins."""
        return self.start + len(self.local()) + self.stored_size

    @property
    def _numbers(self) -> tuple[int, ...]:
        """Sizes that do not fit into 32 bits."""
        return (self.size, self.stored_size) if self.stored_size >= MIN64 else ()

    def _facts(self, *numbers: int) -> tuple[bytes, tuple[int, ...]]:
        """The extra fields, and what stands in the fixed part; the checksum is 0 in AE-2."""
        large = struct.pack(f"<HH{len(numbers)}Q", 1, 8 * len(numbers), *numbers)
        extra = (large if numbers else b"") + _AES_EXTRA
        sizes = (SEE_EXTRA, SEE_EXTRA) if self._numbers else (self.stored_size, self.size)
        return extra, (0, *sizes, len(self.name), len(extra))

    def local(self) -> bytes:
        """The record in front of the member's data."""
        extra, facts = self._facts(*self._numbers)
        fixed = LOCAL_FIXED.pack(LOCAL, _VERSION, _FLAGS, _AES, _NO_TIME, *facts)
        return fixed + self.name + extra

    def central(self) -> bytes:
        """The record in the list at the end."""
        far = self.start >= MIN64
        extra, facts = self._facts(*self._numbers, *((self.start,) if far else ()))
        fixed = struct.pack(
            "<4sHHHH4sIIIHHHHHII",
            *(CENTRAL, _VERSION, _VERSION, _FLAGS, _AES, _NO_TIME, *facts),
            *(0, 0, 0, 0, SEE_EXTRA if far else self.start),
        )
        return fixed + self.name + extra


def end(entries: int, size: int, start: int) -> bytes:
    """The records behind the list.

    Args:
        entries: How many there are in the list.
        size, start: Bytes of the list, and where it begins.
    """
    is_large = entries >= MIN64_ENTRIES or size >= MIN64 or start >= MIN64
    shown = (entries, size, start)
    if is_large:
        shown = (SEE_EXTRA_ENTRIES, SEE_EXTRA, SEE_EXTRA)
    tail = struct.pack("<4sHHHHIIH", END, 0, 0, shown[0], *shown, 0)
    if not is_large:
        return tail
    large = struct.pack(
        "<4sQHHIIQQQQ",
        *(END64, 44, _VERSION, _VERSION, 0, 0),
        *(entries, entries, size, start),
    )
    return large + struct.pack("<4sIQI", END64_PLACE, 0, start + size, 1) + tail
