"""Takes reported content in: finds it in files and exports, and opens it again by address."""

from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO

from app.intake.readers.core.answers import NO_ANSWERS, Answers, Question, QuestionKind
from app.intake.readers.core.disk import Avoids, as_on_disk, place_at
from app.intake.readers.core.events import ContainerRead, NotInExport, Obstacle, Unreadable
from app.intake.readers.core.opening import Opener
from app.intake.readers.core.reader import Entry, WalkEvent
from app.intake.readers.core.walk import Walk
from app.intake.readers.registry import CONTAINERS, READERS
from face.types import Reason
from storage.lock import is_open_here

__all__ = [
    "NO_ANSWERS",
    "Answers",
    "ContainerRead",
    "Entry",
    "NotInExport",
    "Obstacle",
    "Opener",
    "Question",
    "QuestionKind",
    "Unreadable",
    "WalkEvent",
    "as_on_disk",
    "open_entry",
    "opener",
    "read",
]


def read(
    path: Path, answers: Answers = NO_ANSWERS, avoids: Avoids = is_open_here
) -> Generator[WalkEvent]:
    """Yield everything that lies at a path, with exports, archives and documents opened."""
    there = str(as_on_disk(path).absolute())
    place = place_at(there, avoids)
    if isinstance(place, Unreadable):
        reason = Obstacle.MISSING if place.reason is Reason.GONE else place.reason
        yield Unreadable(there, place.name, reason)
    else:
        yield from Walk(READERS, CONTAINERS, answers).through(place)


def opener(answers: Answers = NO_ANSWERS) -> Opener:
    """Return an opener that finds the bytes of many entries again; the caller closes it."""
    return Opener(CONTAINERS, answers)


def open_entry(path: str, answers: Answers = NO_ANSWERS) -> BinaryIO:
    """Open the bytes of one entry that was found earlier; raises what `Opener.open` raises."""
    with opener(answers) as opens:
        return opens.open(path)
