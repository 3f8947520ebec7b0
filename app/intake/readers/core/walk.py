"""The walk through everything that lies at a place, holders in holders included."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from app.intake.readers.core.address import depth, disk_path
from app.intake.readers.core.answers import Answers, Question, QuestionKind
from app.intake.readers.core.events import ContainerRead, Obstacle, Provenance, Unreadable
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import (
    Container,
    Entry,
    FoundPlace,
    Reader,
    ReaderEvent,
    WalkEvent,
)
from app.intake.readers.web.page import DRAWING, MEDIA
from app.sandbox import reader_limits
from app.sandbox.reader_limits import MAX_DEPTH
from face.errors import UnreadableMediaError
from face.media.sniff import sniff
from face.types import Reason


@dataclass(slots=True)
class _Level:
    """Something that is open, and what it has told so far.

    Attributes:
        of_export: What it tells is the media of messages. A file of it is not read as an export
            again, or a few exports that name each other would be read for ever.
    """

    place: Place | None
    told: Iterator[ReaderEvent]
    provenance: Provenance = field(default_factory=dict)
    of_export: bool = False
    close: Callable[[], None] = lambda: None

    def blocked(self, reason: Obstacle | Reason, detail: str = "") -> Unreadable:
        """What is said when the rest of it cannot be read."""
        assert self.place is not None  # noqa: S101 - only what is at a place can fail
        return Unreadable(self.place.path, self.place.name, reason, detail, self.provenance)


class _Inside:
    """What came out of one file on the disk so far. Each holder keeps to its own limits, but what
    is nested in them would grow by their product."""

    def __init__(self) -> None:
        self._path = ""
        self._files = 0
        self._bytes = 0

    def too_much(self, file: File) -> int:
        """How much it is with this file, once that is over a limit; or else 0."""
        path = disk_path(file.path)
        if path != self._path:
            self._path, self._files, self._bytes = path, 0, 0
        if depth(file.path):
            self._files += 1
            self._bytes += file.size
        if self._files > reader_limits.MAX_ENTRIES:
            return self._files
        return self._bytes if self._bytes > reader_limits.MAX_UNPACKED_BYTES else 0


class Walk:
    """Goes through places with the readers and containers that there are."""

    def __init__(
        self, readers: Sequence[Reader], containers: Sequence[Container], answers: Answers
    ) -> None:
        self._readers = readers
        self._containers = containers
        self._answers = answers
        self._inside = _Inside()

    def through(self, place: Place) -> Iterator[WalkEvent]:
        """Everything in it, one at a time. An entry can be opened while the walk stands at it."""
        levels = [_Level(None, iter((FoundPlace(place),)))]
        with ExitStack() as closing:
            closing.callback(_close, levels)
            while levels:
                yield from self._step(levels)

    def _step(self, levels: list[_Level]) -> Iterable[WalkEvent]:
        level = levels[-1]
        try:
            told = next(level.told)
        except StopIteration:
            return self._leave(levels, [ContainerRead(level.place.path)] if level.place else [])
        except (UnreadableMediaError, OSError) as error:
            return self._leave(levels, [_cut_off(level, error)])
        if isinstance(told, Question):
            return [told]
        known = {**level.provenance, **told.provenance}
        if not isinstance(told, FoundPlace):
            return [replace(told, provenance=known)]
        if isinstance(told.place, File) and (much := self._inside.too_much(told.place)):
            return [self._give_up(levels, disk_path(told.place.path), much)]
        return self._enter(levels, replace(told, provenance=known))

    def _leave(self, levels: list[_Level], found: list[WalkEvent]) -> list[WalkEvent]:
        levels.pop().close()
        return found

    def _give_up(self, levels: list[_Level], path: str, much: int) -> WalkEvent:
        """The rest of a file on the disk, with everything that is open in it."""
        while True:
            level = levels.pop()
            level.close()
            above = levels[-1].place
            if above is None or disk_path(above.path) != path:
                return level.blocked(Reason.TOO_LARGE, str(much))

    def _enter(self, levels: list[_Level], seen: FoundPlace) -> list[WalkEvent]:
        place = seen.place
        if isinstance(place, File) and _is_medium(place):
            return [Entry(place, seen.provenance, seen.instead_of)]
        from_export = levels[-1].of_export and isinstance(place, File)
        reader = None if from_export else self._reader(place)
        if reader is not None:
            told = reader.read(place, self._answers)
            levels.append(_Level(place, told, seen.provenance, of_export=True))
            return []
        if isinstance(place, Folder):
            levels.append(_Level(place, _children(place), seen.provenance))
            return []
        container = container_of(place, self._containers)
        if container is None:
            return [Entry(place, seen.provenance, seen.instead_of)]
        return self._open(levels, container, place, seen.provenance)

    def _open(
        self, levels: list[_Level], container: Container, file: File, provenance: Provenance
    ) -> list[WalkEvent]:
        level = _Level(file, iter(()), provenance)
        if depth(file.path) >= MAX_DEPTH:
            return [level.blocked(Reason.TOO_DEEP, str(MAX_DEPTH))]
        try:
            members = container.members(file, self._answers)
        except UnreadableMediaError as error:
            asked = [Question(file.path, file.name, QuestionKind.PASSWORD)]
            blocked = level.blocked(error.reason, error.detail)
            return [*(asked if error.reason is Reason.LOCKED else ()), blocked]
        except OSError:
            return [level.blocked(Reason.UNREADABLE_FILE)]
        levels.append(replace(level, told=members.told(), close=members.close))
        return []

    def _reader(self, place: Place) -> Reader | None:
        try:
            return next((each for each in self._readers if each.accepts(place)), None)
        except OSError:
            return None  # listing or opening it will say so


def container_of(file: File, containers: Sequence[Container]) -> Container | None:
    """The container that this file is, by its content."""
    if _is_medium(file):
        return None
    return next((each for each in containers if each.accepts(file)), None)


def _is_medium(file: File) -> bool:
    """Most are, and need not be shown around. One that is made to look like an archive, too, is a
    medium."""
    kind = sniff(file.head())
    return kind.startswith(MEDIA) and kind != DRAWING


def _close(levels: list[_Level]) -> None:
    for level in reversed(levels):
        level.close()


def _children(folder: Folder) -> Iterator[ReaderEvent]:
    for child in folder.children():
        yield child if isinstance(child, Unreadable) else FoundPlace(child)


def _cut_off(level: _Level, error: UnreadableMediaError | OSError) -> Unreadable:
    """What is said when the rest of it cannot be read."""
    if isinstance(error, UnreadableMediaError):
        return level.blocked(error.reason, error.detail)
    if isinstance(error, FileNotFoundError):
        return level.blocked(Reason.GONE)
    if isinstance(level.place, Folder):
        return level.place.unreadable()
    return level.blocked(Reason.UNREADABLE_FILE)
