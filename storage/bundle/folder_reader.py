"""Read an unpacked bundle."""

import os
from collections.abc import Iterator
from pathlib import Path

from storage.bundle.bag import BAGIT, ROOT
from storage.bundle.target import target_error
from storage.bundle.zip_reader import CHUNK
from storage.errors import NotABundleError


class FolderMember:
    """One file. Its bytes come once; `intact` is known when they have."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.intact = False
        self._path = path

    def chunks(self) -> Iterator[bytes]:
        """Its bytes; links are not followed and have none."""
        if self._path.is_symlink() or not self._path.is_file():
            return
        try:
            with self._path.open("rb") as stream:
                while data := stream.read(CHUNK):
                    yield data
        except OSError as error:
            raise target_error(error, self._path) from error
        self.intact = True


def bag_in(folder: Path) -> Path:
    """The bag: the folder itself, or the one that the bundle was unpacked to in it.

    Raises:
        NotABundleError
    """
    for bag in (folder, folder / ROOT):
        if (bag / BAGIT).is_file():
            return bag
    raise NotABundleError(str(folder))


def read_members(bag: Path) -> Iterator[FolderMember]:
    """All files, by name; names as they would be in the container."""
    for folder, folders, files in os.walk(bag):
        folders.sort()
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*files, *links]):
            path = Path(folder) / name
            yield FolderMember(path, f"{ROOT}/{path.relative_to(bag).as_posix()}")
