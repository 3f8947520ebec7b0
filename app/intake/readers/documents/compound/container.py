"""Opens the kinds of compound files that hold pictures or files."""

from collections.abc import Callable, Iterator
from itertools import islice

from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.members import (
    MAX_NAME_CHARACTERS,
    DecodedMember,
    MemberFolder,
    found_at,
)
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, Members, ReaderEvent
from app.intake.readers.documents.compound.compound_file import MAGIC, CompoundFile
from app.intake.readers.documents.compound.embedded_file import EmbeddedFile
from app.intake.readers.documents.compound.hwp import hwp_files, is_hwp
from app.intake.readers.documents.compound.legacy_office import is_office, office_files
from app.intake.readers.documents.compound.outlook import is_outlook, outlook_files
from app.sandbox import reader_limits
from face.errors import UnreadableMediaError
from face.types import Reason

_KINDS: tuple[
    tuple[Callable[[CompoundFile], bool], Callable[[CompoundFile], Iterator[EmbeddedFile]]], ...
] = ((is_outlook, outlook_files), (is_hwp, hwp_files), (is_office, office_files))


class Compound:
    """Opens mails of Outlook, documents of HWP 5, and of Office before 2007.

    Compound files of other programs, such as installers, are not opened.
    """

    def accepts(self, file: File) -> bool:
        """Return whether the file is of a known kind, or cannot be read, as opening will say."""
        if not file.head().startswith(MAGIC):
            return False
        try:
            compound = CompoundFile(file)
            return any(is_kind(compound) for is_kind, _ in _KINDS)
        except (OSError, UnreadableMediaError):
            return True

    def members(self, file: File, answers: Answers) -> Members:
        """List the content of the file.

        Raises:
            OSError, UnreadableMediaError: The file is damaged, too large, or locked.
        """
        compound = CompoundFile(file)
        kinds = (pieces for is_kind, pieces in _KINDS if is_kind(compound))
        listed = next(kinds, _nothing)(compound)
        return CompoundMembers(file, listed)


class CompoundMembers:
    """The content of a compound file. The address of each is its number and its name."""

    def __init__(self, container: File, listed: Iterator[EmbeddedFile]) -> None:
        """List the content; what comes before an error stays."""
        self.root: Folder = (folder := MemberFolder(container.path, container.name))
        self._error: UnreadableMediaError | None = None
        self._members: dict[str, tuple[DecodedMember, EmbeddedFile]] = {}
        try:
            for number, piece in enumerate(islice(listed, reader_limits.MAX_ENTRIES)):
                name = piece.name.replace("/", "_").replace("\0", "\ufffd")[:MAX_NAME_CHARACTERS]
                address = f"{number}/{name}"
                file = DecodedMember(folder, container, address, piece.size, piece.decode)
                self._members[address] = (file, piece)
            self._error = _too_many(listed)
        except UnreadableMediaError as error:
            if not self._members:
                raise
            self._error = error

    def events(self) -> Iterator[ReaderEvent]:
        """Yield each embedded file with its provenance."""
        for file, piece in self._members.values():
            if piece.reason is None:
                yield FoundPlace(file, piece.provenance)
            else:
                yield Unreadable(file.path, file.name, piece.reason, "", piece.provenance)
        if self._error is not None:
            raise self._error

    def member(self, address: str) -> Place:
        """Return the member at an address. Raises FileNotFoundError."""
        return found_at(self._members, address)[0]

    def close(self) -> None:
        """Do nothing: no stream is kept open."""


def _too_many(listed: Iterator[EmbeddedFile]) -> UnreadableMediaError | None:
    if next(listed, None) is None:
        return None
    return UnreadableMediaError(Reason.TOO_LARGE, str(reader_limits.MAX_ENTRIES))


def _nothing(_: CompoundFile) -> Iterator[EmbeddedFile]:
    yield from ()
