"""Files and folders as they lie on the disk."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.intake.reader import Blocked, Entry, Found, Obstacle
from face.types import Reason

OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)  # it may have become a link since it was listed
    | getattr(os, "O_NONBLOCK", 0)  # or a pipe, and opening that would wait for ever
    | getattr(os, "O_NOINHERIT", 0)
)


class Files:
    """Reads files and folders. Links are not followed, so a loop of them has no end to reach."""

    def accepts(self, path: Path) -> bool:
        """Everything that has a path."""
        return os.path.lexists(path)

    def entries(self, path: Path) -> Iterator[Found]:
        """The file, or every file below the folder, in the order of the names."""
        waiting = [str(path.absolute())]
        while waiting:
            found = _look_at(waiting.pop())
            if isinstance(found, list):
                waiting.extend(found)
            else:
                yield found

    def open(self, path: str) -> BinaryIO:
        """The file itself, never what a link or pipe in its place leads to. Raises OSError."""
        descriptor = os.open(path, OPEN_FLAGS)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return os.fdopen(descriptor, "rb")
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a file")


def _look_at(path: str) -> Found | list[str]:
    """What lies there; a folder as the paths in it, last name first."""
    name = os.path.basename(path)  # noqa: PTH119 - a Path would cost more than all the rest
    try:
        facts = os.lstat(path)
    except PermissionError:
        return Blocked(path, name, Reason.UNREADABLE_FILE)
    except (OSError, ValueError):
        return Blocked(path, name, Reason.GONE)
    if stat.S_ISDIR(facts.st_mode):
        return _folder(path, name)
    if stat.S_ISLNK(facts.st_mode):
        return Blocked(path, name, Reason.LINK)
    if not stat.S_ISREG(facts.st_mode):
        return Blocked(path, name, Obstacle.SPECIAL_FILE)
    return Entry(path, name, facts.st_size, facts.st_mtime_ns)


def _folder(path: str, name: str) -> Found | list[str]:
    try:
        names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208
    except OSError:
        return Blocked(path, name, Obstacle.FOLDER_UNREADABLE)
    return [os.path.join(path, each) for each in names]  # noqa: PTH118
