"""The temporary folder of a demo, which is removed even after the demo was killed.

A running demo holds a lock (flock(2)) on its folder, which ends with the process: whoever gets the
lock of another folder knows that it is unused. A lock on the parent folder keeps others from seeing
a folder before it is locked. Windows cannot lock folders; there the folder of a killed demo stays
until somebody empties the cache.
"""

import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.demo.errors import FolderExistsError
from face.folders import cache_folder

PREFIX = "demo-"


@contextmanager
def sample_folder(keep: Path | None) -> Iterator[Path]:
    """Make a new private folder, and remove it at the end unless it is to be kept.

    Args:
        keep: Where to make a folder that is kept; None for a temporary one in the cache.

    Raises:
        FolderExistsError: There is something at `keep`.
    """
    if keep is not None:
        keep.parent.mkdir(parents=True, exist_ok=True)
        _make(keep)
        yield keep
        return
    with ExitStack() as held:
        folder = _new_in(cache_folder(), held)
        held.callback(shutil.rmtree, folder)
        yield folder


def _new_in(cache: Path, held: ExitStack) -> Path:
    """Make a folder that is locked until `held` ends, and remove those that nobody holds."""
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / f"{PREFIX}{secrets.token_hex(8)}"
    with ExitStack() as alone:
        _lock(cache, alone, wait=True)
        for left in cache.glob(f"{PREFIX}*"):
            with ExitStack() as proof:
                if _lock(left, proof):
                    shutil.rmtree(left)
        _make(folder)
        _lock(folder, held)
    return folder


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        raise FolderExistsError(str(folder)) from None


def _lock(folder: Path, held: ExitStack, *, wait: bool = False) -> bool:
    """Try to lock a folder until `held` ends; return whether that was possible."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        held.callback(os.close, descriptor)
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:  # held by another, gone by now, no folder, or a disk without locks
        return False
    return True
