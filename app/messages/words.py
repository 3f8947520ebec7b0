"""The words of one language: finds the text of a key, an error or a reason."""

import copy
from collections.abc import Iterable, Mapping
from typing import Self

from app.messages.plain import plain

UNEXPECTED = "Exception"


OTHERS = frozenset({"consent", "guardian", "counsellor"})
"""Whose face it can be but that of whoever is at the computer, as `Attestation` names them."""
OTHER = ".of_other"
"""Ends the name of a text that stands for another as soon as the face is somebody else's."""


class Words:
    """The words of one language.

    Attributes:
        whose: Whose face the words are about: one of OTHERS, or "" for that of the reader.
    """

    def __init__(self, language: str) -> None:
        if language == "ko":
            from app.messages import ko as catalogue
        else:
            from app.messages import en as catalogue  # type: ignore[no-redef]
        self.language = language
        self.whose = ""
        self._texts: Mapping[str, str] = catalogue.TEXTS
        self._errors: Mapping[str, str] = catalogue.ERRORS
        self._reasons: Mapping[str, str] = catalogue.REASONS

    def about(self, whose: str) -> Self:
        """Return the same words about the face of another person.

        Args:
            whose: A value of `Attestation`; anything but one of OTHERS is the reader.
        """
        words = copy.copy(self)
        words.whose = whose if whose in OTHERS else ""
        return words

    def say(self, key: str, **values: object) -> str:
        """Return the text of that name with its values; a value that is text is
        made safe to print.
        """
        if self.whose and (other := self._texts.get(f"{key}{OTHER}")):
            return other.format_map({**_printable(values), "person": self._person})
        return self._texts[key].format_map(_printable(values))

    @property
    def _person(self) -> str:
        return self._texts[f"person.{self.whose}"]

    def knows(self, key: str) -> bool:
        """True when there is a text of that name."""
        return key in self._texts

    def error(self, error: BaseException) -> str:
        """Return what happened and what to do, found by the error's class or its nearest base."""
        for kind in type(error).__mro__:
            if kind.__name__ in self._errors:
                values = {**vars(error), **self._worded(error)}
                return self._errors[kind.__name__].format_map(_printable(values))
        return self._errors[UNEXPECTED]

    def reason(self, reason: str) -> str:
        """Why an item could not be checked."""
        return self._reasons[reason]

    def walls(self, names: Iterable[str]) -> str:
        """Return what a harmful file could do where these walls do not stand
        (app.sandbox.walls).
        """
        return ", ".join(self._texts[f"wall.{name}"] for name in names)

    def _worded(self, error: BaseException) -> dict[str, object]:
        if walls := getattr(error, "walls", None):
            return {"walls": self.walls(walls)}
        reason = getattr(error, "reason", None)
        if isinstance(reason, str) and reason in self._reasons:
            return {"why": self._reasons[reason]}
        return {}


def _printable(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: plain(value) if isinstance(value, str) else value for name, value in values.items()
    }
