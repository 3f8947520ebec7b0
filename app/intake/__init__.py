"""How content comes in: the readers, and which of them a path is for."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.intake.files import Files
from app.intake.reader import Blocked, Entry, Found, Obstacle, Reader

__all__ = ["READERS", "Blocked", "Entry", "Found", "Obstacle", "Reader", "open_entry", "read"]

READERS: tuple[Reader, ...] = (Files(),)
"""The first that accepts a path reads it, so the general one comes last."""


def read(path: Path) -> Iterator[Found]:
    """Everything that lies at a path that a person named."""
    there = as_on_disk(path)
    for reader in READERS:
        if reader.accepts(there):
            yield from reader.entries(there)
            return
    yield Blocked(str(path), path.name, Obstacle.MISSING)


def open_entry(path: str) -> BinaryIO:
    """The bytes of an entry that was found earlier. Raises OSError."""
    for reader in READERS:
        if reader.accepts(Path(path)):
            return reader.open(path)
    raise FileNotFoundError


def as_on_disk(path: Path) -> Path:
    """The path in the spelling that exists: a keyboard writes Hangul composed (NFC), a file that
    comes from a Mac may carry it decomposed (NFD), and to most systems these are two names."""
    spellings = (str(path), *(unicodedata.normalize(form, str(path)) for form in ("NFC", "NFD")))
    return next((Path(each) for each in spellings if os.path.lexists(each)), path)
