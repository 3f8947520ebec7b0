"""What is dropped on a page: read where it lies, and never moved away from there."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def welcome(event: QDropEvent) -> bool:
    """Say that a copy is wanted; True when that is offered.

    After a move, whoever gave the files may delete them.
    """
    if not event.possibleActions() & Qt.DropAction.CopyAction or not event.mimeData().hasUrls():
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def local_files(dropped: QMimeData) -> tuple[list[Path], bool]:
    """The files and folders of this computer, and whether there was nothing else."""
    urls = dropped.urls()
    here = [url for url in urls if url.isLocalFile() and url.host() in ("", "localhost")]
    return [Path(url.toLocalFile()) for url in here], len(here) == len(urls)
