"""Walks through an export and sorts what was found."""

from dataclasses import dataclass
from pathlib import Path

from app.intake import NO_ANSWERS, Answers, Entry, NotInExport, Question, Unreadable, read


@dataclass(frozen=True)
class Sorted:
    """The events of a walk by kind, in order."""

    entries: list[Entry]
    absent: list[NotInExport]
    blocked: list[Unreadable]
    questions: list[Question]

    def names(self) -> list[str]:
        """The names of the entries."""
        return [each.name for each in self.entries]


def found_at(path: Path, answers: Answers = NO_ANSWERS) -> Sorted:
    """Walk through everything at a path."""
    found = list(read(path, answers))
    return Sorted(
        [each for each in found if isinstance(each, Entry)],
        [each for each in found if isinstance(each, NotInExport)],
        [each for each in found if isinstance(each, Unreadable)],
        [each for each in found if isinstance(each, Question)],
    )
