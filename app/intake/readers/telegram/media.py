"""Finds the media that Telegram messages name, and the files that no message names."""

import re
from collections.abc import Iterator

from app.intake.note_flags import NoteFlag
from app.intake.readers.core.events import NotInExport, Unreadable
from app.intake.readers.core.members import MAX_NAME_CHARACTERS
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import FoundPlace, ReaderEvent
from app.intake.readers.telegram.message import Message, Room, absence_reason
from face.media.sniff import UNKNOWN, sniff
from face.types import Reason

FURNITURE = re.compile(
    r"result\.json|messages\d*\.html|css/style\.css|js/script\.js"
    r"|images/(back|media_\w+|section_\w+)(@2x)?\.png"
)
"""Files that belong to the export itself, below the folder of a chat."""

THUMBNAIL = re.compile(r"(.+)_thumb(\.\w+)$")


class Media:
    """Finds the files of one export folder, and remembers which ones were named."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._named: set[tuple[str, str]] = set()

    def of(
        self, room: Room, message: Message, paths: list[str], thumb: str
    ) -> Iterator[ReaderEvent]:
        """Yield the media of a message; a missing file is reported with its reason.

        Args:
            paths: Paths below the folder of the export, or a sentence in place of a path.
            thumb: Path of the thumbnail, which stands in for missing media.
        """
        found = [self._one(room, message, path, number) for number, path in enumerate(paths)]
        yield from found
        small = self._file(thumb)
        if isinstance(small, File) and any(isinstance(each, NotInExport) for each in found):
            yield FoundPlace(small, message.provenance(room, NoteFlag.THUMBNAIL))

    def pass_over(self, path: str) -> None:
        """Ignore a contact, unless its file is a picture that only calls itself one."""
        found = self._folder.locate(path)
        if found is None:
            return
        folder, name = found
        place = folder.child(name)
        if isinstance(place, File) and sniff(place.head()) in (UNKNOWN, "text/plain"):
            self._named.add((folder.path, name))

    def rest(self, folder: Folder) -> Iterator[ReaderEvent]:
        """Yield every file below the folder that no message named, but for the export's own."""
        waiting = [("", folder)]
        while waiting:
            where, each = waiting.pop()
            try:
                names = sorted(each.names())
            except OSError:
                yield each.unreadable()
                continue
            for name in names:
                if self._is_told(each, name, f"{where}{name}"):
                    continue
                child = each.child(name)
                if isinstance(child, Folder):
                    waiting.append((f"{where}{name}/", child))
                else:
                    yield child if isinstance(child, Unreadable) else FoundPlace(child)

    def _one(self, room: Room, message: Message, path: str, number: int) -> ReaderEvent:
        address = room.message(f"{message.id}.{number}" if number else message.id)
        place = self._file(path)
        if isinstance(place, File):
            return FoundPlace(place, message.provenance(room), instead_of=address)
        reason = absence_reason(path) or Reason.GONE
        if isinstance(place, Unreadable) and isinstance(place.reason, Reason):
            reason = place.reason
        name = path.rpartition("/")[2] if absence_reason(path) is None else message.id
        return NotInExport(address, name[:MAX_NAME_CHARACTERS], reason, message.provenance(room))

    def _file(self, path: str) -> Place | Unreadable | None:
        """Return the file at a path, which is found by listed names only."""
        found = self._folder.locate(path) if path else None
        if found is None:
            return None
        folder, name = found
        place = folder.child(name)
        if isinstance(place, File):
            self._named.add((folder.path, name))
        return place

    def _is_told(self, folder: Folder, name: str, path: str) -> bool:
        if (folder.path, name) in self._named or FURNITURE.fullmatch(path):
            return True
        thumb = THUMBNAIL.fullmatch(name)
        if thumb is None:
            return False
        # a.jpg has a_thumb.jpg, a.mp4 has a.mp4_thumb.jpg
        names = (thumb[1], thumb[1] + thumb[2])
        return any((folder.path, each) in self._named for each in names)
