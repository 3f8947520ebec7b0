"""Files and folders on the disk. Links are never followed, so loops of links do no harm."""

import errno
import os
import stat
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

from app.intake.readers.core.events import Obstacle, Unreadable
from app.intake.readers.core.places import HEAD, File, Folder, Place
from face.errors import UnreadableMediaError
from face.types import Reason
from storage.lock import is_open_here

OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)  # it may have become a link since it was listed
    | getattr(os, "O_NONBLOCK", 0)  # or a pipe, and opening that would wait for ever
    | getattr(os, "O_NOINHERIT", 0)
)

Avoids: TypeAlias = Callable[[os.stat_result], bool]
"""Tells whether a file must not even be opened, because it is an open case."""


class DiskFile(File):
    """A regular file; a link or pipe in its place is never opened."""

    __slots__ = ("_avoids",)

    def __init__(self, path: str, facts: os.stat_result, avoids: Avoids) -> None:
        name = os.path.basename(path)  # noqa: PTH119 - a Path would cost more than all the rest
        super().__init__(path, name, facts.st_size, time_that_fits(facts.st_mtime_ns))
        self._avoids = avoids

    def open(self) -> BinaryIO:
        """Open the file; raises OSError if it is no regular file any more."""
        descriptor = os.open(self.path, OPEN_FLAGS)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return os.fdopen(descriptor, "rb")
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a file")

    def _read_head(self) -> bytes:
        try:
            descriptor = os.open(self.path, OPEN_FLAGS)
        except OSError:
            return b""
        try:
            is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
            return os.read(descriptor, HEAD) if is_file else b""
        except OSError:
            return b""
        finally:
            os.close(descriptor)

    def folder(self) -> Folder:
        """Return the folder that the file lies in."""
        return DiskFolder(os.path.dirname(self.path), self._avoids)  # noqa: PTH120


def time_that_fits(mtime_ns: int) -> int | None:
    """The time of a file; None for one that 64 bits of nanoseconds do not hold (1677 to 2262).

    NTFS knows years from 1601 on, exFAT up to 2107 and ext4 up to 2446.
    """
    return mtime_ns if -(2**63) < mtime_ns < 2**63 else None


class DiskFolder(Folder):
    """A folder on the disk."""

    __slots__ = ("_avoids",)

    def __init__(self, path: str, avoids: Avoids) -> None:
        super().__init__(path, os.path.basename(path))  # noqa: PTH119
        self._avoids = avoids

    def list_names(self) -> Collection[str]:
        """Return the names in the folder. Raises OSError."""
        return os.listdir(self.path)  # noqa: PTH208

    def place_at(self, name: str) -> Place | Unreadable:
        """Return the file or folder with a name of the list."""
        return place_at(os.path.join(self.path, name), self._avoids)  # noqa: PTH118

    def unreadable(self) -> Unreadable:
        """Report that the folder cannot be listed; the person can change its permissions."""
        return Unreadable(self.path, self.name, Obstacle.FOLDER_UNREADABLE)


def place_at(path: str, avoids: Avoids = is_open_here) -> Place | Unreadable:
    """Return what lies at an absolute path."""
    name = os.path.basename(path)  # noqa: PTH119
    try:
        facts = os.lstat(path)
    except PermissionError:
        return Unreadable(path, name, Reason.UNREADABLE_FILE)
    except (OSError, ValueError):
        return Unreadable(path, name, Reason.GONE)
    if stat.S_ISDIR(facts.st_mode):
        return DiskFolder(path, avoids)
    obstacle = _obstacle(facts, avoids)
    return DiskFile(path, facts, avoids) if obstacle is None else Unreadable(path, name, obstacle)


def _obstacle(facts: os.stat_result, avoids: Avoids) -> Obstacle | Reason | None:
    """Return why a file must not be opened; None if it may."""
    if stat.S_ISLNK(facts.st_mode):
        return Reason.LINK
    if not stat.S_ISREG(facts.st_mode):
        return Obstacle.SPECIAL_FILE
    return Obstacle.THE_CASE if avoids(facts) else None


def as_on_disk(path: Path) -> Path:
    """Return the path in the spelling that exists on the disk.

    A keyboard writes Hangul composed (NFC), a file from a Mac may carry it decomposed (NFD), and to
    most systems these are two names.
    """
    spellings = (str(path), *(unicodedata.normalize(form, str(path)) for form in ("NFC", "NFD")))
    return next((Path(each) for each in spellings if os.path.lexists(each)), path)


def count_files(paths: Iterable[Path]) -> Iterator[int]:
    """Yield the growing number of files below the paths, as an estimate of the work to do."""
    count = 0
    for path in paths:
        there = as_on_disk(path)
        is_folder = os.path.isdir(there)  # noqa: PTH112 - Path.is_dir raises where it may not look
        if not is_folder or os.path.islink(there):  # noqa: PTH114 - the same
            count += 1
            continue
        for _, _, names in os.walk(there):
            count += len(names)
            yield count
    yield count


def place_on_disk(path: str) -> Place:
    """Return what lies at a path, never the target of a link; raises as `Opener.open` does."""
    if not path:
        raise FileNotFoundError
    place = place_at(path)
    if not isinstance(place, Unreadable):
        return place
    if place.reason in (Reason.GONE, Obstacle.MISSING):
        raise FileNotFoundError
    raise UnreadableMediaError(Reason.UNREADABLE_FILE, str(place.reason))
