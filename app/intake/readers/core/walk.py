"""Walks through everything that lies at a place, including containers in containers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from app.intake.readers.core.address import depth, disk_path
from app.intake.readers.core.answers import Answers, Question, QuestionKind
from app.intake.readers.core.events import ContainerRead, Obstacle, Provenance, Unreadable
from app.intake.readers.core.failure import reason_and_detail
from app.intake.readers.core.litter import is_litter
from app.intake.readers.core.members import KeptFile
from app.intake.readers.core.places import File, Folder, Place
from app.intake.readers.core.reader import (
    Container,
    Entry,
    FoundPlace,
    Reader,
    ReaderEvent,
    WalkEvent,
)
from app.sandbox import reader_limits
from app.sandbox.reader_limits import MAX_DEPTH
from face.errors import UnreadableMediaError
from face.types import Reason


@dataclass(slots=True)
class _Level:
    """An open folder, export or container, and the rest of its events.

    Attributes:
        of_export: Whether its files are the media of messages. Such a file is not read as an export
            again, or a few exports that name each other would be read for ever.
    """

    place: Place | None
    events: Iterator[ReaderEvent]
    provenance: Provenance = field(default_factory=dict)
    of_export: bool = False
    close: Callable[[], None] = lambda: None

    def blocked(self, reason: Obstacle | Reason, detail: str = "") -> Unreadable:
        """Report that the rest cannot be read."""
        assert self.place is not None  # noqa: S101 - only what is at a place can fail
        return Unreadable(self.place.path, self.place.name, reason, detail, self.provenance)


class _Inside:
    """Counts what came out of one file on the disk.

    Each container keeps to its own limits, but nested ones would multiply them.
    """

    def __init__(self) -> None:
        self._path = ""
        self._files = 0
        self._bytes = 0

    def too_much(self, file: File) -> int:
        """Count a file; return the number that is over its limit, or 0."""
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
    """Walks through places with the given readers and containers."""

    def __init__(
        self, readers: Sequence[Reader], containers: Sequence[Container], answers: Answers
    ) -> None:
        self._readers = readers
        self._containers = containers
        self._answers = answers
        self._inside = _Inside()

    def through(self, place: Place) -> Iterator[WalkEvent]:
        """Yield everything in a place. An entry can be opened while the walk is at it."""
        levels = [_Level(None, iter((FoundPlace(place),)))]
        with ExitStack() as closing:
            closing.callback(_close, levels)
            while levels:
                yield from self._step(levels)

    def _step(self, levels: list[_Level]) -> Iterable[WalkEvent]:
        level = levels[-1]
        try:
            told = next(level.events)
        except StopIteration:
            return self._leave(levels, [ContainerRead(level.place.path)] if level.place else [])
        except Exception as error:  # noqa: BLE001 - what fails in one place ends no other
            return self._leave(levels, [_cut_off(level, error)])
        if isinstance(told, Question):
            return [told]
        told = replace(told, provenance={**level.provenance, **told.provenance})
        if not isinstance(told, FoundPlace):
            return [told]
        if isinstance(told.place, File) and (much := self._inside.too_much(told.place)):
            return [self._give_up(levels, disk_path(told.place.path), much)]
        return self._enter_safely(levels, told)

    def _leave(self, levels: list[_Level], found: list[WalkEvent]) -> list[WalkEvent]:
        levels.pop().close()
        return found

    def _give_up(self, levels: list[_Level], path: str, much: int) -> WalkEvent:
        """Leave everything that is open in one file on the disk, and report the file."""
        while True:
            level = levels.pop()
            level.close()
            above = levels[-1].place
            if above is None or disk_path(above.path) != path:
                return level.blocked(Reason.TOO_LARGE, str(much))

    def _enter_safely(self, levels: list[_Level], seen: FoundPlace) -> list[WalkEvent]:
        try:
            return self._enter(levels, seen)
        except Exception as error:  # noqa: BLE001 - what fails in one place ends no other
            return [_cut_off(_Level(seen.place, iter(()), seen.provenance), error)]

    def _enter(self, levels: list[_Level], seen: FoundPlace) -> list[WalkEvent]:
        place = seen.place
        if isinstance(place, File) and place.is_medium:
            return [Entry(place, seen.provenance, seen.instead_of)]
        if isinstance(place, File) and is_litter(place.name, place.head()):
            return [Unreadable(place.path, place.name, Obstacle.SYSTEM_FILE)]
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
            members = container.members(KeptFile(file), self._answers)
        except UnreadableMediaError as error:
            asked = [Question(file.path, file.name, QuestionKind.PASSWORD)]
            blocked = level.blocked(error.reason, error.detail)
            return [*(asked if error.reason is Reason.LOCKED else ()), blocked]
        levels.append(replace(level, events=members.events(), close=members.close))
        return []

    def _reader(self, place: Place) -> Reader | None:
        try:
            return next((each for each in self._readers if each.accepts(place)), None)
        except OSError:
            return None  # listing or opening it will say so


def container_of(file: File, containers: Sequence[Container]) -> Container | None:
    """Return the container format of a file, by its content; None if it has none."""
    if file.is_medium:
        return None
    return next((each for each in containers if each.accepts(file)), None)


def _close(levels: list[_Level]) -> None:
    for level in reversed(levels):
        level.close()


def _children(folder: Folder) -> Iterator[ReaderEvent]:
    for child in folder.children():
        yield child if isinstance(child, Unreadable) else FoundPlace(child)


def _cut_off(level: _Level, error: Exception) -> Unreadable:
    """Report that the rest of a folder or container cannot be read."""
    is_gone = isinstance(error, FileNotFoundError)
    if isinstance(error, OSError) and isinstance(level.place, Folder) and not is_gone:
        return level.place.unreadable()
    return level.blocked(*reason_and_detail(error))
