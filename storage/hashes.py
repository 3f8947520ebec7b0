"""The four hashes of content, in one pass.

SHA-256 and SHA-512 prove that bytes are unchanged; MD5 and SHA-1 prove nothing any more and are
there because other services look content up by them.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 1 << 20

SHA256_HEX = re.compile("[0-9a-f]{64}")
"""A SHA-256 as it is written everywhere: lowercase hex."""


@dataclass(frozen=True, slots=True)
class Hashes:
    """The four hashes of content, lowercase hex."""

    sha256: str
    sha512: str
    md5: str
    sha1: str


def hash_stream(stream: BinaryIO) -> Hashes:
    """Hash a stream from its present position to its end."""
    return hash_chunks(iter(lambda: stream.read(CHUNK), b""))


def hash_chunks(chunks: Iterable[bytes]) -> Hashes:
    """Hash chunks as the bytes of one file."""
    hasher = Hasher()
    for chunk in chunks:
        hasher.update(chunk)
    return hasher.hashes()


class Hasher:
    """Hashes content chunk by chunk.

    Attributes:
        size: Bytes so far.
    """

    def __init__(self) -> None:
        self.size = 0
        self._sha256, self._sha512 = hashlib.sha256(), hashlib.sha512()
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._sha1 = hashlib.sha1(usedforsecurity=False)

    def update(self, chunk: bytes) -> None:
        """Take the next chunk."""
        self.size += len(chunk)
        for digest in (self._sha256, self._sha512, self._md5, self._sha1):
            digest.update(chunk)

    def hashes(self) -> Hashes:
        """Return the hashes of all chunks so far."""
        digests = self._sha256, self._sha512, self._md5, self._sha1
        return Hashes(*(digest.hexdigest() for digest in digests))


def sha256_of(stream: BinaryIO) -> str:
    """Return the SHA-256 (lowercase hex) of a stream from its present position to its end."""
    digest = hashlib.sha256()
    for chunk in iter(lambda: stream.read(CHUNK), b""):
        digest.update(chunk)
    return digest.hexdigest()
