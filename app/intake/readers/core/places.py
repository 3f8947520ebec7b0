"""Files and folders to read from, on the disk or in a container such as an archive."""

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from typing import BinaryIO

from app.intake.readers.core.events import Unreadable
from face.media.sniff import sniff
from face.types import Reason

MEDIA = ("image/", "video/")
DRAWINGS = frozenset(("image/svg+xml", "image/emf", "image/wmf"))
"""Pictures made of lines and text, which show nobody; what is put into one is not looked for."""
HEAD = 4096
"""Number of first bytes by which readers recognise their files."""


class File(ABC):
    """A file, whose name may say something else than its content.

    Attributes:
        path: Its address, the same on every run.
        name: Its original name, however odd.
        size: Size in bytes as the container states it, perhaps an estimate.
        mtime_ns: Time of the last change, ns since 1970; for a member that of the outermost file.
            None if unknown; such a file is read anew on every run.
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
        """Open the file as a seekable stream that is independent of all others.

        Raises:
            OSError, UnreadableMediaError
        """

    @property
    def is_medium(self) -> bool:
        """Whether it is a picture or video, by its head."""
        return is_medium(self.head())

    @abstractmethod
    def folder(self) -> "Folder":
        """Return the folder that the file lies in."""

    def head(self) -> bytes:
        """Return the first HEAD bytes; empty if the file cannot be read, as `open` will say."""
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
    """A folder, in which files are found by the names that it lists and in no other way.

    A path that somebody made up is never opened: `..`, an absolute path, a drive, a device or a
    link lead nowhere, without a rule for each.
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
        """Return the names in the folder. Raises OSError."""

    @abstractmethod
    def place_at(self, name: str) -> "File | Folder | Unreadable":
        """Return the file or folder with a name of the list."""

    def names(self) -> frozenset[str]:
        """Return the names in the folder, which is listed once. Raises OSError."""
        if self._names is None:
            self._names = frozenset(self.list_names())
        return self._names

    def children(self) -> "Iterator[File | Folder | Unreadable]":
        """Yield the content of the folder in the order of the names. Raises OSError."""
        for name in sorted(self.names()):
            yield self.child(name)

    def children_or_obstacle(self) -> "Iterator[File | Folder | Unreadable]":
        """Yield the content of the folder; where it cannot be listed, the folder as unreadable."""
        try:
            self.names()
        except OSError:
            yield self.unreadable()
        else:
            yield from self.children()

    def child(self, name: str) -> "File | Folder | Unreadable":
        """Return the file or folder with a name of the list."""
        known = self._opened.get(name)
        if known is not None:
            return known
        place = self.place_at(name)
        if isinstance(place, Folder):
            self._opened[name] = place
        return place

    def find(self, relative: str) -> "File | Folder | Unreadable | None":
        """Return what an export means by a relative path with slashes; None if it is missing."""
        found = self.locate(relative)
        return found and found[0].child(found[1])

    def locate(self, relative: str) -> "tuple[Folder, str] | None":
        """Return the folder to which a relative path leads, and the listed name in it.

        Programs of Windows part folders by backslashes, which elsewhere may stand in a name.
        """
        found = self._located(relative)
        if found is None and "\\" in relative:
            found = self._located(relative.replace("\\", "/"))
        return found

    def _located(self, relative: str) -> "tuple[Folder, str] | None":
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
        """Return the name as it is listed; None if it is missing or ambiguous.

        A copy to another system may have changed the composition of letters or their case. Where
        two listed names differ in nothing else, only the exact name is found.
        """
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
        """Report that the folder cannot be listed."""
        return Unreadable(self.path, self.name, Reason.UNREADABLE_FILE)


Place = File | Folder


def is_medium(head: bytes) -> bool:
    """Return whether a file that begins so is a picture or video, as most are.

    Polyglots count as media.
    """
    kind = sniff(head)
    return kind.startswith(MEDIA) and kind not in DRAWINGS


def folded(name: str) -> str:
    """Return a name without the differences of composition and case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
