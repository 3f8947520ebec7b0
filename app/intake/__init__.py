"""Takes reported content in: finds it in files and exports, and opens it again by address."""

from app.intake.readers.core.answers import NO_ANSWERS, Answers, Question, QuestionKind
from app.intake.readers.core.disk import as_on_disk
from app.intake.readers.core.events import ContainerRead, NotInExport, Obstacle, Unreadable
from app.intake.reading import Entry, Opener, ReadEvent, Reading

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
    "ReadEvent",
    "Reading",
    "Unreadable",
    "as_on_disk",
]
