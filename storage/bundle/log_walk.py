"""Follow the chain of a custody log while its bytes come, a body a line."""

from storage.bundle.member import Chunk
from storage.custody import Head
from storage.custody_entry import MOST_BYTES, Link, link_of, sha256_of


class LogWalk:
    """Takes the log in chunks of any length; no more than one line of it is kept.

    The chain begins with the case, which is named in another file of the bag: so what the first
    entry seals is believed, and told.

    Attributes:
        first: What the first entry says that it seals.
    """

    def __init__(self) -> None:
        self.first: object = None
        self._rest = b""
        self._entries = 0
        self._last = ""
        self._holds = True

    def take(self, chunk: Chunk) -> None:
        """The next bytes."""
        if not self._holds:
            return
        *bodies, self._rest = (self._rest + bytes(chunk)).split(b"\n")
        self._holds = len(self._rest) <= MOST_BYTES and all(map(self._follows, bodies))

    @property
    def head(self) -> Head | None:
        """Of the whole log; None where its chain breaks or its last line has no end."""
        whole = self._holds and not self._rest
        return Head(self._entries, self._last) if whole else None

    def _follows(self, body: bytes) -> bool:
        link = link_of(body)
        if link is None:
            return False
        if not self._entries:
            self.first = link.previous
        previous = self._last if self._entries else self.first
        self._entries += 1
        self._last = sha256_of(body)
        return link == Link(self._entries, previous)
