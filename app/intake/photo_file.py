"""Own photos that lie on the disk: opened when they are looked at, never before."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from app.intake import as_on_disk, open_entry
from app.sandbox.interfaces import OpenMedium


@dataclass(frozen=True, slots=True)
class NamedOpener:
    """A photo before it is looked at: what it is called, what opens it, and which face is hers.

    Attributes:
        face: Number of her face among all in the photo, in reading order; None: not said.
    """

    name: str
    open: OpenMedium
    face: int | None = None


def photo_file(path: Path) -> NamedOpener:
    """A photo that lies on the disk."""
    return NamedOpener(path.name, partial(_open_file, path))


def _open_file(photo: Path) -> tuple[BinaryIO, int]:
    path = as_on_disk(photo.absolute())
    if path.is_dir():
        raise FileNotFoundError
    stream = open_entry(str(path))
    return stream, os.fstat(stream.fileno()).st_size
