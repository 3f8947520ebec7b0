"""Read a bundle that was unpacked to a folder.

What a system left there by itself is named and not read: it may be locked, and is no part of the
bundle.
"""

import os
import stat
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Self

from storage.bundle.bag import BAGIT, ROOT
from storage.bundle.litter import is_litter
from storage.bundle.target import target_error
from storage.errors import NotABundleError


class FolderMember:
    """One file of the folder. Its bytes come once; `intact` is known at their end."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.intact = False
        self.made: int | None = None
        self._path = path
        self._stream: BufferedReader | None = None

    def __enter__(self) -> Self:
        try:
            if stat.S_ISREG(self._path.lstat().st_mode):
                self._stream = self._path.open("rb")
        except OSError as error:
            raise target_error(error, self._path) from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream:
            self._stream.close()

    def readinto(self, memory: memoryview) -> int:
        """Read the next bytes; a link is not followed and has no bytes."""
        try:
            count = self._stream.readinto(memory) if self._stream else 0
        except OSError as error:
            raise target_error(error, self._path) from error
        self.intact = self._stream is not None and not count
        return count


def bag_in(folder: Path) -> Path:
    """Find the bag: the folder itself, or the folder in it that the bundle was unpacked to.

    Raises:
        NotABundleError, BundleReadOnlyError, DiskFailedError
    """
    for bag in (folder, folder / ROOT):
        if _is_file(bag / BAGIT):
            return bag
    raise NotABundleError(str(folder))


def read_members(bag: Path, litter: list[str]) -> Iterator[FolderMember]:
    """Yield all files in order of their names, which are those that they have in a container.

    The bytes of each have to be read before the next one is asked for.

    Args:
        litter: Takes the names of files and folders (these with "/" at the end) that a system left
            there by itself.

    Raises:
        BundleMissingError, BundleReadOnlyError, DiskFailedError: A folder or a file cannot be read.
    """

    def refuse(error: OSError) -> None:  # or what is in that folder would look removed
        raise target_error(error, Path(error.filename)) from error

    for folder, folders, files in os.walk(bag, onerror=refuse):
        place = Path(folder).relative_to(bag)
        litter += [f"{(place / name).as_posix()}/" for name in folders if is_litter(f"{name}/")]
        litter += [(place / name).as_posix() for name in files if is_litter(name)]
        folders[:] = sorted(name for name in folders if not is_litter(f"{name}/"))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*files, *links]):
            if not is_litter(name):
                path = bag / place / name
                with FolderMember(path, f"{ROOT}/{(place / name).as_posix()}") as member:
                    yield member


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise target_error(error, path) from error
