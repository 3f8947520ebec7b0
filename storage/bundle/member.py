"""What goes into a bundle: names, and where their bytes come from."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

Chunk: TypeAlias = bytes | bytearray | memoryview
"""Some bytes of a file."""


class Source(Protocol):
    """Gives the bytes of a file in order."""

    def readinto(self, memory: memoryview, /) -> int | None:
        """Fill the memory from its start; return how much of it was, nothing at the end."""
        ...


@dataclass(frozen=True, slots=True)
class KnownHashes:
    """What is known of a file before it is read back: who finds a part need not compute the rest.

    Attributes:
        sha256, sha512: Lowercase hex.
        seal: What the container put around its bytes, a ZIP salt and seal; nothing where it seals
            in another way.
    """

    sha256: str
    sha512: str
    seal: bytes = b""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a bundle.

    Attributes:
        name: Its path inside the bag, with "/": "data/items.json", "report.pdf". Neutral: names
            in a ZIP are visible without the passphrase.
        size: In bytes; a stream of any other length is refused while it is written.
        open: Gives its bytes, from the first.
        sha256, sha512: Where they are known already: bytes with another SHA-256 are refused, and
            the SHA-512 is believed instead of being computed again. Lowercase hex.
    """

    name: str
    size: int
    open: Callable[[], io.RawIOBase | io.BufferedIOBase]
    sha256: str | None = None
    sha512: str | None = None

    @classmethod
    def of(cls, name: str, content: bytes | str) -> "Member":
        """A member that is in memory; text becomes UTF-8."""
        data = content.encode() if isinstance(content, str) else content
        return cls(name, len(data), lambda: io.BytesIO(data))
