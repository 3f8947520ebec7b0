"""Pieces of archives but the one that is opened for all of them."""

from collections.abc import Iterator

from app.intake.readers.archives.alzip import ALZ
from app.intake.readers.archives.kinds import kind_of
from app.intake.readers.archives.pieces import (
    alz_pieces,
    first_piece,
    is_later_piece,
    pieces_of,
)
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.members import MemberFolder
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import Members, ReaderEvent
from face.errors import UnreadableMediaError
from face.media.sniff import UNKNOWN, sniff
from face.types import Reason


class LaterPiece:
    """Holds nothing of its own: what is in it is found through the first piece."""

    def accepts(self, file: File) -> bool:
        """Return whether it is named so, and its content is of no other kind."""
        if not is_later_piece(file):
            return False
        return sniff(file.head()) == UNKNOWN or kind_of(file) is not None

    def members(self, file: File, answers: Answers) -> Members:
        """Look for the first piece. Raises UnreadableMediaError if it is not there."""
        first = first_piece(file)
        if first is None or not _is_of(file, first):
            raise UnreadableMediaError(Reason.ONE_OF_SEVERAL)
        return _Nothing(file)


def _is_of(file: File, first: File) -> bool:
    if first.head().startswith(ALZ):
        return file.path in {each.path for each in alz_pieces(first)}
    cut = pieces_of(first).files
    return kind_of(first) is not None if len(cut) == 1 else file.path in {p.path for p in cut}


class _Nothing:
    def __init__(self, file: File) -> None:
        self.root: Folder = MemberFolder(file.path, file.name)

    def events(self) -> Iterator[ReaderEvent]:
        yield from ()

    def member(self, address: str) -> Place:
        raise FileNotFoundError

    def close(self) -> None:
        """Nothing is open."""
