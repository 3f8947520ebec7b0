"""Reads chats in any known format, with the files beside them."""

from collections.abc import Iterator, Sequence

from app.intake.readers.chats.message import Attachment, ChatFormat, Message
from app.intake.readers.chats.text_lines import is_text
from app.intake.readers.core.answers import Answers
from app.intake.readers.core.events import NotInExport, Unreadable
from app.intake.readers.core.members import MAX_NAME_CHARACTERS
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from face.errors import UnreadableMediaError
from face.types import Reason

TEXTS = (".txt", ".csv", ".json")
MOST_TEXTS = 200


class ChatExport:
    """Reads a chat in one of several formats, or a folder in which such a chat lies."""

    def __init__(self, dialects: Sequence[ChatFormat]) -> None:
        self._dialects = dialects

    def accepts(self, place: Place) -> bool:
        """Return whether a text, or a text in the folder, begins like a chat."""
        if isinstance(place, File):
            return self._dialect(place) is not None
        return next(self._chats(place), None) is not None

    def read(self, place: Place, answers: Answers) -> Iterator[ReaderEvent]:
        """Yield the media of every message, then the files that no message names."""
        folder = place if isinstance(place, Folder) else place.folder()
        named: set[str] = set()
        chats = list(self._chats(folder)) if isinstance(place, Folder) else [place]
        for chat in chats:
            named.add(chat.path)
            yield from self._chat(chat, folder, named)
        if isinstance(place, Folder):
            yield from _rest(place, named)

    def _chats(self, folder: Folder) -> Iterator[File]:
        names = sorted(name for name in folder.names() if name.lower().endswith(TEXTS))
        for name in names[:MOST_TEXTS]:
            file = folder.child(name)
            if isinstance(file, File) and self._dialect(file) is not None:
                yield file

    def _dialect(self, file: File) -> ChatFormat | None:
        if not is_text(file):
            return None
        return next((each for each in self._dialects if each.accepts(file)), None)

    def _chat(self, file: File, folder: Folder, named: set[str]) -> Iterator[ReaderEvent]:
        dialect = self._dialect(file)
        try:
            for message in dialect.messages(file) if dialect else ():
                for number, attachment in enumerate(message.attachments):
                    yield _told(message, attachment, number, folder, named)
        except UnreadableMediaError as error:
            yield Unreadable(file.path, file.name, error.reason, error.detail)
        except OSError:
            yield Unreadable(file.path, file.name, Reason.UNREADABLE_FILE)


def _told(
    message: Message, attachment: Attachment, number: int, folder: Folder, named: set[str]
) -> ReaderEvent:
    address, known = message.address(number), message.provenance(attachment)
    reason = Reason.NOT_IN_EXPORT
    for path in attachment.paths:
        place = folder.find(path)
        if isinstance(place, File):
            named.add(place.path)
            return FoundPlace(place, known, instead_of=address)
        reason = Reason.GONE
        if isinstance(place, Unreadable) and isinstance(place.reason, Reason):
            reason = place.reason
            break
    return NotInExport(address, attachment.name[:MAX_NAME_CHARACTERS], reason, known)


def _rest(folder: Folder, named: set[str]) -> Iterator[ReaderEvent]:
    """Yield the files that no message names; a subfolder without named files as a whole."""
    for child in folder.children_or_obstacle():
        if isinstance(child, Unreadable):
            yield child
        elif isinstance(child, Folder) and _holds(child, named):
            yield from _rest(child, named)
        elif child.path not in named:
            yield FoundPlace(child)


def _holds(folder: Folder, named: set[str]) -> bool:
    """Return whether a file that was named lies in the folder."""
    return any(path.startswith(folder.path) for path in named)
