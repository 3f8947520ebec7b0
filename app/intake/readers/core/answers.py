"""What a reader would have to know from a person, and what she said.

A reader never waits: it says its question on the way, takes in what it can without the answer, and
is run again with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class QuestionKind(StrEnum):
    """What is asked for. The words are "question.NAME"."""

    PASSWORD = "password"  # noqa: S105 - the name of a question
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Question:
    """A question about what lies at one address.

    Attributes:
        name: What it is about, as a person knows it: the name of the file.
        choices: Answers that are likely (the names in a chat); others are allowed.
    """

    path: str
    name: str
    asked: QuestionKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered; kept in memory only.

    Attributes:
        here: By address and question.
        everywhere: Tried wherever the question comes up.
    """

    here: Mapping[tuple[str, QuestionKind], str] = field(default_factory=dict, repr=False)
    everywhere: Mapping[QuestionKind, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def to(self, asked: QuestionKind, path: str) -> tuple[str, ...]:
        """Everything to try, the likeliest first."""
        own = self.here.get((path, asked))
        return (() if own is None else (own,)) + self.everywhere.get(asked, ())

    def with_password(self, password: str) -> "Answers":
        """One more to be tried on whatever is locked, before the others."""
        tried = dict.fromkeys((password, *self.everywhere.get(QuestionKind.PASSWORD, ())))
        return Answers(self.here, {**self.everywhere, QuestionKind.PASSWORD: tuple(tried)})


NO_ANSWERS = Answers()
