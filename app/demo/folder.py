"""The folder of a demo: nothing of it is left, not even of one that was killed.

A demo that runs holds a lock (flock(2)) on its folder, which ends with the process: whoever gets
the lock of another folder knows that nobody uses it any more. A lock on the folder around them all
keeps a folder from being seen before it is locked. Windows has no locks on folders; there the
folder of a killed demo stays until somebody empties the cache.
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
    """A new private folder; whatever happens, nothing of it is left unless it is to be kept.

    Raises:
        FolderExistsError
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
    """Make a folder that is locked until `held` ends; those that nobody holds are removed."""
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
    """Whether the lock was to be had; it is kept until `held` ends."""
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
