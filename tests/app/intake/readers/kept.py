"""Keeps a container as a file, and returns what is found in it."""

from pathlib import Path

from app.intake.readers.core.reader import Entry
from tests.support.reading_here import open_entry


def put(folder: Path, content: bytes) -> Path:
    path = folder / "kept.jpg"  # the name tells nothing
    path.write_bytes(content)
    return path


def content_of(entry: Entry) -> bytes:
    with open_entry(entry.path) as stream:
        return stream.read()
