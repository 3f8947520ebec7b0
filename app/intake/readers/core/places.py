"""Files and folders to read from, on a disk or inside a holder such as an archive."""

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from typing import BinaryIO

from app.intake.readers.core.events import Unreadable
from face.types import Reason

HEAD = 4096
"""Bytes by which a reader knows its files."""


class File(ABC):
    """A file, which may not be what its name says.

    Attributes:
        path: Its address, the same on every run.
        name: Its name, as it was, however odd.
        size: Bytes, as its holder says.
        mtime_ns: When it was last written: of a member, when its outermost file was. None if nobody
            knows; such a file is read anew on every run.
    """

    __slots__ = ("_head", "mtime_ns", "name", "path", "size")

    def __init__(self, path: str, name: str, size: int, mtime_ns: int | None) -> None:
        self.path = path
        self.name = name
        self.size = size
        self.mtime_ns = mtime_ns
        self._head: bytes | None = None

    @abstractmethod
    def open(self) -> BinaryIO:
        """Its bytes, seekable, independent of every other stream.

        Raises:
            OSError, UnreadableMediaError
        """

    @abstractmethod
    def folder(self) -> "Folder":
        """What it lies in."""

    def head(self) -> bytes:
        """Its first bytes; none when it cannot be read, which opening it will say."""
        if self._head is None:
            self._head = self._read_head()
        return self._head

    def _read_head(self) -> bytes:
        try:
            with self.open() as stream:
                return stream.read(HEAD)
        except Exception:  # noqa: BLE001 - opening it says why, and that is told
            return b""


class Folder(ABC):
    """A folder. Its files are found by the names that it lists, never by a path that somebody made
    up: `..`, an absolute path, a drive, a device or a link lead nowhere, without a rule for each.
    """

    __slots__ = ("_folded", "_names", "_opened", "name", "path")

    def __init__(self, path: str, name: str) -> None:
        self.path = path
        self.name = name
        self._names: frozenset[str] | None = None
        self._folded: dict[str, list[str]] | None = None
        self._opened: dict[str, Folder] = {}

    @abstractmethod
    def list_names(self) -> Collection[str]:
        """The names of what it holds. Raises OSError."""

    @abstractmethod
    def place_at(self, name: str) -> "File | Folder | Unreadable":
        """What has one of these names."""

    def names(self) -> frozenset[str]:
        """The names of what it holds, listed once. Raises OSError."""
        if self._names is None:
            self._names = frozenset(self.list_names())
        return self._names

    def children(self) -> "Iterator[File | Folder | Unreadable]":
        """Everything in it, in the order of the names. Raises OSError."""
        for name in sorted(self.names()):
            yield self.child(name)

    def child(self, name: str) -> "File | Folder | Unreadable":
        """What has one of its names."""
        known = self._opened.get(name)
        if known is not None:
            return known
        place = self.place_at(name)
        if isinstance(place, Folder):
            self._opened[name] = place
        return place

    def find(self, relative: str) -> "File | Folder | Unreadable | None":
        """What an export means by a path with slashes; None when there is nothing of that name."""
        found = self.locate(relative)
        return found and found[0].child(found[1])

    def locate(self, relative: str) -> "tuple[Folder, str] | None":
        """The folder that such a path leads to, and the name that is listed in it."""
        *parents, last = relative.split("/")
        folder: Folder = self
        for part in parents:
            name = folder.spelled(part)
            place = None if name is None else folder.child(name)
            if not isinstance(place, Folder):
                return None
            folder = place
        name = folder.spelled(last)
        return None if name is None else (folder, name)

    def spelled(self, name: str) -> str | None:
        """The name as it is listed. A copy to another system may have changed how it is composed
        or its capitals; when two names differ in nothing else, only the very one is taken."""
        try:
            if name in self.names():
                return name
            if self._folded is None:
                self._folded = {}
                for each in self.names():
                    self._folded.setdefault(folded(each), []).append(each)
        except OSError:
            return None
        alike = self._folded.get(folded(name), [])
        return alike[0] if len(alike) == 1 else None

    def unreadable(self) -> Unreadable:
        """What is said when it cannot be listed."""
        return Unreadable(self.path, self.name, Reason.UNREADABLE_FILE)


Place = File | Folder


def folded(name: str) -> str:
    """The name as some systems compare it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
