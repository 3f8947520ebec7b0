"""Members of a bundle: their names, and where their bytes come from."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

Chunk: TypeAlias = bytes | bytearray | memoryview
"""Some bytes of a file."""


class ByteSource(Protocol):
    """Gives the bytes of a file in order."""

    def readinto(self, memory: memoryview, /) -> int | None:
        """Fill the memory from its start; returns the number of bytes, 0 or None at the end."""
        ...


@dataclass(frozen=True, slots=True)
class KnownHashes:
    """Hashes of a file that are known before the file is read back.

    Whoever computes the SHA-256 and finds it right need not compute the SHA-512 as well.

    Attributes:
        sha256, sha512: Lowercase hex.
        seal: The salt and seal that a ZIP file put around the bytes; nothing where the container
            seals in another way.
    """

    sha256: str
    sha512: str
    seal: bytes = b""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a bundle.

    Attributes:
        name: Path inside the bag, with "/": "data/items.json", "report.pdf". A name tells nothing
            of the case, because names in a ZIP are visible without the passphrase.
        size: In bytes; a stream of any other length is refused while it is written.
        open: Opens the content as a stream that stands at its start.
        sha256, sha512: Lowercase hex, where they are known already: bytes with another SHA-256 are
            refused, and the SHA-512 is taken as given instead of being computed again.
    """

    name: str
    size: int
    open: Callable[[], io.RawIOBase | io.BufferedIOBase]
    sha256: str | None = None
    sha512: str | None = None

    @classmethod
    def of(cls, name: str, content: bytes | str) -> "Member":
        """Make a member from content in memory; text becomes UTF-8."""
        data = content.encode() if isinstance(content, str) else content
        return cls(name, len(data), lambda: io.BytesIO(data))
