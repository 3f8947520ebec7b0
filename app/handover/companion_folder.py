"""An unlocked folder beside a bundle, which is complete or does not exist."""

import os
import shutil
from pathlib import Path, PurePosixPath
from typing import Self

from storage.bundle.member import Member
from storage.bundle.target import part_path, target_error
from storage.errors import BundleExistsError


def companion_path(target: Path, name: str) -> Path:
    """Return the path of the folder of that name beside a bundle."""
    return target.with_name(f"{target.stem}-{name}")


class CompanionFolder:
    """A folder that is filled in a `with` block, and removed again unless it was published.

    It is removed as well when the block fails after publishing.

    Raises:
        BundleExistsError, BundleMissingError, BundleReadOnlyError, DiskFullError, DiskFailedError:
        also from its methods.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = part_path(path)
        self._published = False

    def __enter__(self) -> Self:
        if os.path.lexists(self._path):
            raise BundleExistsError(str(self._path))
        try:
            shutil.rmtree(self._part, ignore_errors=True)  # of a program that was ended
            self._part.mkdir(mode=0o700)
        except OSError as error:
            raise target_error(error, self._path) from error
        return self

    def put(self, member: Member) -> None:
        """Write a file; the first part of its path is the name of the folder itself."""
        place = self._part.joinpath(*PurePosixPath(member.name).parts[1:])
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with member.open() as content, place.open("xb") as file:
                shutil.copyfileobj(content, file)
        except OSError as error:
            raise target_error(error, self._path) from error

    def publish(self) -> None:
        """Give the folder its final name."""
        try:
            self._part.rename(self._path)
        except OSError as error:
            raise target_error(error, self._path) from error
        self._published = True

    def __exit__(self, kind: object, *_: object) -> None:
        shutil.rmtree(self._part, ignore_errors=True)
        if kind is not None and self._published:
            shutil.rmtree(self._path, ignore_errors=True)
