"""A folder that goes with a bundle and is not locked: whole or not there, taken away if need be."""

import os
import shutil
from pathlib import Path, PurePosixPath
from typing import Self

from storage.bundle.member import Member
from storage.bundle.target import part_path, target_error
from storage.errors import BundleExistsError


def companion_path(target: Path, name: str) -> Path:
    """Where the folder of that name lies that goes with a bundle."""
    return target.with_name(f"{target.stem}-{name}")


class CompanionFolder:
    """Use it in `with`: unless `publish` was called, or when the block fails, it is gone again.

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
        """Write a file; the first part of its name is the folder's own."""
        place = self._part.joinpath(*PurePosixPath(member.name).parts[1:])
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with member.open() as content, place.open("xb") as file:
                shutil.copyfileobj(content, file)
        except OSError as error:
            raise target_error(error, self._path) from error

    def publish(self) -> None:
        """Give it its name."""
        try:
            self._part.rename(self._path)
        except OSError as error:
            raise target_error(error, self._path) from error
        self._published = True

    def __exit__(self, kind: object, *_: object) -> None:
        shutil.rmtree(self._part, ignore_errors=True)
        if kind is not None and self._published:
            shutil.rmtree(self._path, ignore_errors=True)
