"""Check the chain of a custody log in a bundle while its bytes are read, one entry a line."""

from storage.bundle.member import Chunk
from storage.custody import MAX_ENTRY_BYTES, Head, Link, link_of, sha256_of


class CustodyChain:
    """Takes the log in chunks of any length and keeps no more than one line of it.

    The chain begins with the id of the case, which stands in another file of the bag. So the hash
    that the first entry seals is taken as it is, and the caller compares it.

    Attributes:
        anchor: The hash that the first entry says it seals; None before the first entry.
    """

    def __init__(self) -> None:
        self.anchor: object = None
        self._rest = b""
        self._entries = 0
        self._last = ""
        self._holds = True

    def update(self, chunk: Chunk) -> None:
        """Take the next bytes of the log."""
        if not self._holds:
            return
        *bodies, self._rest = (self._rest + bytes(chunk)).split(b"\n")
        self._holds = len(self._rest) <= MAX_ENTRY_BYTES and all(map(self._follows, bodies))

    @property
    def head(self) -> Head | None:
        """The head of the whole log; None where the chain breaks or the last line has no end."""
        whole = self._holds and not self._rest
        return Head(self._entries, self._last) if whole else None

    def _follows(self, body: bytes) -> bool:
        link = link_of(body)
        if link is None:
            return False
        if not self._entries:
            self.anchor = link.previous
        previous = self._last if self._entries else self.anchor
        self._entries += 1
        self._last = sha256_of(body)
        return link == Link(self._entries, previous)
