"""Documents that are zip archives: Office Open XML, OpenDocument, HWPX, EPUB."""

from collections.abc import Iterator

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.members import MemberFolder
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import ReaderEvent
from app.intake.readers.web.page import contents_below

_OPEN_XML = frozenset(("[Content_Types].xml", "_rels"))
_MIMETYPES = (
    b"application/vnd.oasis.opendocument.",
    b"application/hwp+zip",
    b"application/epub+zip",
)


class ZipDocument:
    """Reads the root folder of such a document; an unpacked one is an ordinary folder."""

    def accepts(self, place: Place) -> bool:
        """Return whether the folder has the names that the formats prescribe."""
        if not isinstance(place, MemberFolder):
            return False
        return place.names() >= _OPEN_XML or _mimetype(place).startswith(_MIMETYPES)

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Yield pictures, videos, documents and archives; no text, styles or scripts."""
        assert isinstance(place, Folder)  # noqa: S101 - accepted above
        return contents_below(place)


def _mimetype(folder: Folder) -> bytes:
    file = folder.find("mimetype")
    return file.head() if isinstance(file, File) else b""
