"""Photos on the disk, which are opened only while they are looked at."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from app.intake.readers.core.disk import DiskFile, as_on_disk, place_on_disk
from app.sandbox.interfaces import OpenMedium


@dataclass(frozen=True, slots=True)
class NamedOpener:
    """A photo that can be opened: its name, its opener, and which face in it is meant.

    Attributes:
        face: Number of the meant face among all in the photo, in reading order; None if unknown.
    """

    name: str
    open: OpenMedium
    face: int | None = None


def photo_file(path: Path) -> NamedOpener:
    """Return a photo on the disk; the file is not opened yet."""
    return NamedOpener(path.name, partial(_open_file, path))


def _open_file(photo: Path) -> tuple[BinaryIO, int]:
    file = place_on_disk(str(as_on_disk(photo.absolute())))
    if not isinstance(file, DiskFile):
        raise FileNotFoundError
    stream = file.open()
    return stream, os.fstat(stream.fileno()).st_size
