"""Questions that a reader has for a person, and the answers.

A reader never waits. It asks its question on the way, takes in what it can without the answer, and
is run again once there is one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class QuestionKind(StrEnum):
    """What a reader asks for; its words are the message "question.NAME"."""

    PASSWORD = "password"  # noqa: S105 - the name of a question
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Question:
    """A question about what lies at one address.

    Attributes:
        name: The name of the file in question, as a person knows it.
        choices: Likely answers, such as the names in a chat; others are allowed.
    """

    path: str
    name: str
    asked: QuestionKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a person, which are kept in memory only.

    Attributes:
        here: Answers by address and kind of question.
        everywhere: Answers to try wherever a question of this kind comes up.
    """

    here: Mapping[tuple[str, QuestionKind], str] = field(default_factory=dict, repr=False)
    everywhere: Mapping[QuestionKind, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def to(self, asked: QuestionKind, path: str) -> tuple[str, ...]:
        """Return all answers to try for a question, the likeliest first."""
        own = self.here.get((path, asked))
        return (() if own is None else (own,)) + self.everywhere.get(asked, ())

    def with_password(self, password: str) -> "Answers":
        """Return these answers with one more password, which is tried before the others."""
        tried = dict.fromkeys((password, *self.everywhere.get(QuestionKind.PASSWORD, ())))
        return Answers(self.here, {**self.everywhere, QuestionKind.PASSWORD: tuple(tried)})


NO_ANSWERS = Answers()
