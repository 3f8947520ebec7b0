"""What the readers find at a path, sorted: walked through here, where a child does it otherwise."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.intake import NO_ANSWERS, Answers, NotInExport, Obstacle, Question, Unreadable
from app.intake.readers.core.disk import Avoids, as_on_disk, place_at
from app.intake.readers.core.opening import Opener
from app.intake.readers.core.reader import Entry, WalkEvent
from app.intake.readers.core.walk import Walk
from app.intake.readers.registry import CONTAINERS, READERS
from face.types import Reason
from storage.lock import is_open_here


@dataclass(frozen=True)
class Sorted:
    """By kind, in order."""

    entries: list[Entry]
    absent: list[NotInExport]
    blocked: list[Unreadable]
    questions: list[Question]

    def names(self) -> list[str]:
        """Of the entries."""
        return [each.name for each in self.entries]


def read(
    path: Path, answers: Answers = NO_ANSWERS, avoids: Avoids = is_open_here
) -> Generator[WalkEvent]:
    """Everything that lies at a path."""
    there = str(as_on_disk(path).absolute())
    place = place_at(there, avoids)
    if isinstance(place, Unreadable):
        reason = Obstacle.MISSING if place.reason is Reason.GONE else place.reason
        yield Unreadable(there, place.name, reason)
    else:
        yield from Walk(READERS, CONTAINERS, answers).through(place)


def opener(answers: Answers = NO_ANSWERS) -> Opener:
    """To find the bytes of many entries again."""
    return Opener(CONTAINERS, answers)


def open_entry(path: str, answers: Answers = NO_ANSWERS) -> BinaryIO:
    """The bytes of one entry that was found earlier."""
    with opener(answers) as opens:
        return opens.open(path)


def found_at(path: Path, answers: Answers = NO_ANSWERS) -> Sorted:
    """Walk through everything at a path."""
    found = list(read(path, answers))
    return Sorted(
        [each for each in found if isinstance(each, Entry)],
        [each for each in found if isinstance(each, NotInExport)],
        [each for each in found if isinstance(each, Unreadable)],
        [each for each in found if isinstance(each, Question)],
    )
