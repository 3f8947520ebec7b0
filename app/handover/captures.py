"""Screen captures of the places where items were seen: their address, account or room.

A capture that shows the content itself is treated like any other content: it is kept and handed
over only where originals are. A covered capture (nothing sexual, nobody else's face) is kept in
every case, and handed over at the level of crops as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.handover.errors import CaptureOfCaptureError, NotACaptureError
from app.intake import Obstacle, Unreadable, as_on_disk
from app.intake.readers.core.disk import DiskFile, place_at
from app.intake.readers.core.places import MEDIA
from app.intake.source_details import SourceDetails, new_source
from app.job import Job, Progress
from face.media.sniff import HEAD_BYTES, sniff
from face.types import Reason
from storage.captures import CaptureKind
from storage.case import Case
from storage.errors import CheckCopyError
from storage.hashes import hash_stream
from storage.types import CaseKind, KeptMedia

CHUNK = 1 << 20
NO_DETAILS = SourceDetails()


@dataclass(frozen=True, slots=True)
class CaptureDetails:
    """What the person says of the captures that she adds.

    Attributes:
        shows: The number of the item whose place they show, or None.
        covered: Whether nothing sexual and nobody else's face can be seen on them.
        source: Where they come from.
    """

    shows: int | None = None
    covered: bool = False
    source: SourceDetails = NO_DETAILS

    @property
    def kind(self) -> CaptureKind:
        """The kind with which an item is marked."""
        return CaptureKind.COVERED if self.covered else CaptureKind.WHOLE


@dataclass(frozen=True, slots=True)
class CapturesAdded:
    """The captures that were added.

    Attributes:
        items: Numbers of the captures.
        kept: Numbers of those whose bytes are in the case.
        blocked: Files that could not be added, with the reason of each.
    """

    items: tuple[int, ...]
    kept: tuple[int, ...]
    blocked: tuple[Unreadable, ...]


def add_captures(case: Case, paths: Sequence[Path], details: CaptureDetails) -> Job[CapturesAdded]:
    """Add pictures or videos of a screen to the case and mark them, each in one transaction.

    Raises:
        CheckCopyError, ItemMissingError, CaptureOfCaptureError (of what they show),
        NotACaptureError
    """
    _require_shown(case, details.shows)
    items: list[int] = []
    blocked: list[Unreadable] = []
    for number, path in enumerate(paths):
        yield Progress(number, len(paths))
        taken = _take(case, path, details)
        if isinstance(taken, Unreadable):
            blocked.append(taken)
        else:
            items.append(taken)
    yield Progress(len(paths), len(paths))
    unique = tuple(dict.fromkeys(items))
    kept = tuple(item for item in unique if case.item(item).original_kept)
    return CapturesAdded(unique, kept, tuple(blocked))


def mark_capture(case: Case, item: int, details: CaptureDetails) -> None:
    """Mark an item of the case as a capture.

    Raises:
        CheckCopyError, ItemMissingError, CaptureOfCaptureError, NotACaptureError
    """
    _require_shown(case, details.shows, item)
    _mark(case, item, details)


def _mark(case: Case, item: int, details: CaptureDetails) -> None:
    shows = None if details.shows == item else details.shows
    try:
        case.captures.mark(item, details.kind, shows, details.source.role)
    except ValueError as error:
        raise NotACaptureError(item) from error


def _require_shown(case: Case, shows: int | None, item: int | None = None) -> None:
    if case.kind is CaseKind.CHECK_COPY:
        raise CheckCopyError(str(case.path))
    if shows is None:
        return
    case.item(shows)
    if shows == item or shows in {each.item for each in case.captures.all()}:
        raise CaptureOfCaptureError(shows)


def _take(case: Case, path: Path, details: CaptureDetails) -> int | Unreadable:
    place = place_at(str(as_on_disk(path).absolute()))
    if isinstance(place, Unreadable):
        reason = Obstacle.MISSING if place.reason is Reason.GONE else place.reason
        return Unreadable(place.path, place.name, reason)
    if not isinstance(place, DiskFile):
        return Unreadable(place.path, place.name, Reason.NOT_MEDIA)
    try:
        with place.open() as stream:
            if not sniff(stream.read(HEAD_BYTES)).startswith(MEDIA):
                return Unreadable(place.path, place.name, Reason.NOT_MEDIA)
            return _put(case, place, stream, details)
    except OSError:
        return Unreadable(place.path, place.name, Reason.UNREADABLE_FILE)


def _put(case: Case, file: DiskFile, stream: BinaryIO, details: CaptureDetails) -> int:
    stream.seek(0)
    hashes = hash_stream(stream)
    size = stream.tell()
    stream.seek(0)
    with case.transaction():
        case.log_leftovers()
        added = case.add_content(
            hashes, size, new_source(file.path, file.name, file.mtime_ns, details.source)
        )
        item = added.item
        new = {"new": int(added.new_item), "known": int(not added.new_item), "capture": 1}
        case.log("add", details.source.role, new)
        _mark(case, item, details)
        if case.media is KeptMedia.ORIGINALS:
            case.store_original(item, _chunks(stream))
        elif details.covered:
            case.captures.keep(item, _chunks(stream))
    return item


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk
