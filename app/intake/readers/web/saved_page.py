"""Web pages that a browser saved "complete": an HTML file, and a folder with what it shows."""

import re
from collections.abc import Iterator

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Provenance, Unreadable
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.web.page import contents_below, page_provenance, title_of

_PAGES = (".html", ".htm", ".xhtml")
_FOLDERS = ("_files", "-Dateien", "_archivos", "_fichiers", "_arquivos", "_bestanden", "_file")
"""How browsers call the folder of a page, behind its name."""
_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d{1,6}\)(\S{1,8000}) -->")
_MOST_PAGES = 1_000


class SavedPages:
    """Reads a folder in which pages lie beside their folders."""

    def accepts(self, place: Place) -> bool:
        """Return whether a page lies here beside a folder of its name."""
        return isinstance(place, Folder) and next(_pages(place), None) is not None

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Yield the pictures and videos of each page, then everything else that lies here.

        Texts, styles and scripts in the folder of a page are no content, and the page is none.
        """
        assert isinstance(place, Folder)  # noqa: S101 - accepted above
        read: set[str] = set()
        for page, folder in _pages(place):
            read |= {page.path, folder.path}
            yield from contents_below(folder, _told_by(page))
        for child in place.children():
            if isinstance(child, Unreadable):
                yield child
            elif child.path not in read:
                yield FoundPlace(child)


def _pages(folder: Folder) -> Iterator[tuple[File, Folder]]:
    names = sorted(name for name in folder.names() if name.lower().endswith(_PAGES))
    for name in names[:_MOST_PAGES]:
        stem = name.rpartition(".")[0]
        beside = next(
            (f"{stem}{each}" for each in _FOLDERS if f"{stem}{each}" in folder.names()), ""
        )
        page, parts = folder.child(name), folder.child(beside) if beside else None
        if isinstance(page, File) and isinstance(parts, Folder):
            yield page, parts


def _told_by(page: File) -> Provenance:
    """The address that Chrome, Edge and Internet Explorer note, and the title."""
    head = page.head()
    address = _SAVED_FROM.search(head)
    return page_provenance(address[1].decode("utf-8", "replace") if address else "", title_of(head))
