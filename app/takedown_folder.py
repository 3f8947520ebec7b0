"""The take-down pack as a folder: whole or not there, and taken away again if need be."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Self

from app.takedown import FOLDER
from storage.bundle.member import Member
from storage.bundle.target import growing, target_error
from storage.errors import BundleExistsError


def folder_beside(target: Path) -> Path:
    """Where the letters lie that go with a bundle."""
    return target.with_name(f"{target.stem}-{FOLDER}")


class LettersFolder:
    """Use it in `with`: what it wrote is gone again when the block fails.

    Raises:
        BundleExistsError, BundleMissingError, BundleReadOnlyError, DiskFullError, DiskFailedError
    """

    def __init__(self, path: Path, members: Iterable[Member]) -> None:
        self._path = path
        self._members = members

    def __enter__(self) -> Self:
        if os.path.lexists(self._path):
            raise BundleExistsError(str(self._path))
        part = growing(self._path)
        try:
            shutil.rmtree(part, ignore_errors=True)  # of a program that was ended
            part.mkdir(mode=0o700)
            for member in self._members:
                _write(part, member)
            part.rename(self._path)
        except BaseException as error:
            shutil.rmtree(part, ignore_errors=True)
            if isinstance(error, OSError):
                raise target_error(error, self._path) from error
            raise
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            shutil.rmtree(self._path, ignore_errors=True)


def _write(folder: Path, member: Member) -> None:
    place = folder.joinpath(*PurePosixPath(member.name).relative_to(FOLDER).parts)
    place.parent.mkdir(exist_ok=True)
    with member.open() as content, place.open("xb") as file:
        shutil.copyfileobj(content, file)
