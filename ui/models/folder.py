"""Reads folders for the file chooser. No file is opened and no link is resolved."""

import os
import stat
import string
import sys
from enum import Enum, auto
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from app.intake import as_on_disk
from app.job import Job, Progress
from ui.models.search import searchable

PAGE = 500
"""Names read in one step; between two steps the reading can be stopped."""

MOUNTED = ("/media", "/run/media", "/mnt", "/Volumes")
"""Folders in which removable drives are mounted."""


class FolderEntry(NamedTuple):
    """A file or folder in a folder.

    Attributes:
        is_file: False for a folder, and for a link to one.
        order: The name as it is sorted and searched.
        size: Size in bytes; None for folders and links.
        mtime: Seconds since 1970, or None where the time cannot be read.
    """

    is_file: bool
    order: str
    name: str
    is_link: bool
    hidden: bool
    size: int | None
    mtime: float | None


class PathKind(Enum):
    """What lies at a path."""

    NOTHING = auto()
    FILE = auto()
    FOLDER = auto()


def read_folder(folder: Path) -> Job[list[FolderEntry]]:
    """Return all entries of a folder, folders first, by name.

    Raises:
        OSError: The folder cannot be read.
    """
    pages: list[list[FolderEntry]] = []
    read = 0
    with os.scandir(folder) as entries:
        # Sorted page by page: sorting all at once would hold up the other threads.
        while page := sorted(map(_entry, islice(entries, PAGE))):
            pages.append(page)
            read += len(page)
            yield Progress(read, None)
    everything: list[FolderEntry] = []
    in_order = merge(*pages)
    while page := list(islice(in_order, PAGE)):
        everything.extend(page)
        yield Progress(read, None)
    return everything


def resolve_typed_path(typed: str, folder: Path) -> tuple[Path, PathKind]:
    """Return a typed path and what lies there; it may be relative to the folder or start with ~."""
    try:
        path = as_on_disk(Path(os.path.normpath(folder / Path(typed.strip()).expanduser())))
        mode = path.stat().st_mode
    except (OSError, ValueError, RuntimeError):  # nothing, a NUL in it, nobody's home
        return folder / typed.strip(), PathKind.NOTHING
    return path, PathKind.FOLDER if stat.S_ISDIR(mode) else PathKind.FILE


def name_exists(path: Path) -> bool:
    """Return whether a file of that name exists, in whatever Unicode spelling."""
    try:
        return os.path.lexists(as_on_disk(path))
    except ValueError:
        return False


def start_folders() -> list[Path]:
    """Return the person's home folder and the root of every removable drive."""
    return [Path.home(), *_drives()]


def _drives() -> list[Path]:
    if sys.platform == "win32":
        roots = (Path(f"{letter}:\\") for letter in string.ascii_uppercase)
        return [root for root in roots if root.exists()]
    found = []
    for top in MOUNTED:
        for name in _folders_in(top):
            mount = f"{top}/{name}"
            # /media/NAME holds the sticks of the person of that name
            inner = _folders_in(mount) if name == Path.home().name else []
            found += [Path(mount, each) for each in inner] or [Path(mount)]
    return found


def _folders_in(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    except OSError:
        return []


def _entry(entry: os.DirEntry[str]) -> FolderEntry:
    is_link = entry.is_symlink()
    is_file = not _is_folder(entry)
    facts = _facts(entry)
    size = facts.st_size if facts and is_file and not is_link else None
    hidden = entry.name.startswith(".") or _is_hidden(facts)
    mtime = facts.st_mtime if facts else None
    return FolderEntry(is_file, searchable(entry.name), entry.name, is_link, hidden, size, mtime)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _facts(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat(follow_symlinks=False)
    except OSError:
        return None


def _is_hidden(facts: os.stat_result | None) -> bool:
    """Return whether the Windows attribute "hidden" is set."""
    attributes: int = getattr(facts, "st_file_attributes", 0)
    return bool(attributes & getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2))
