"""Faults of a disk while a case on it is open: the disk is full, or is removed."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.case import Case
from storage.errors import DiskFullError
from ui.session.session import Session

PAGES_FOR_EVER = 1_000_000


def limit_pages(qtbot: QtBot, session: Session, more: int) -> None:
    """Let SQLite allocate only this many pages more."""

    def limit(case: Case) -> None:
        (pages,) = case._db.execute("PRAGMA page_count").fetchone()
        case._db.execute(f"PRAGMA max_page_count = {pages + more}")

    _do(qtbot, session, limit)


def fill_up(qtbot: QtBot, session: Session) -> None:
    """Fill the database until no entry fits, not even into its existing pages."""
    limit_pages(qtbot, session, 0)
    _do(qtbot, session, _fill_pages)


def _fill_pages(case: Case) -> None:
    with suppress(DiskFullError):
        while True:
            case.custody.append("view", "", {"item": 1})


def _do(qtbot: QtBot, session: Session, what: Callable[[Case], None]) -> None:
    done: list[None] = []
    session.ask(what, done.append)
    qtbot.waitUntil(lambda: bool(done))


def make_room(qtbot: QtBot, session: Session) -> None:
    """Let SQLite allocate pages again."""
    limit_pages(qtbot, session, PAGES_FOR_EVER)


class Stick:
    """A folder that acts as a removable drive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    @property
    def _elsewhere(self) -> Path:
        return self.folder.with_name("not here")

    def take_out(self) -> None:
        """Make every read and write of open files fail, and move the folder away."""
        if sys.platform == "linux":
            _break_open_files(self.folder)
        self.folder.rename(self._elsewhere)

    def plug_in(self) -> None:
        """Move the folder back."""
        self._elsewhere.rename(self.folder)


def _break_open_files(folder: Path) -> None:
    """Replace each open file by a pipe, in which nothing has a position."""
    broken, other = os.pipe()
    for descriptor in map(int, os.listdir("/proc/self/fd")):  # noqa: PTH208 - numbers, not paths
        try:
            path = Path(f"/proc/self/fd/{descriptor}").readlink()
        except FileNotFoundError:  # that of the listing itself
            continue
        if path.is_relative_to(folder):
            os.dup2(broken, descriptor)
    os.close(broken)
    os.close(other)
