"""Validation of what is read from a case: somebody else may have written invalid values."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import update_wrapper
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from storage.errors import CaseDamagedError

P = ParamSpec("P")
R = TypeVar("R")

_INVALID = (ArithmeticError, AttributeError, LookupError, MemoryError, TypeError, ValueError)
"""Raised for text in the place of a number, an unknown state, or 10^9 tracks."""


class ReadFromCase(Protocol):
    """An object whose methods read a case file."""

    @property
    def path(self) -> Path: ...


S = TypeVar("S", bound=ReadFromCase)


@contextmanager
def validating(path: str) -> Iterator[None]:
    """Raise CaseDamagedError when code in the block meets invalid values."""
    try:
        yield
    except _INVALID as error:
        raise CaseDamagedError(path) from error


def validated(read: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Decorate a method that reads a case: it raises CaseDamagedError for invalid values.

    The schema is checked to the letter (storage/schema.py), but SQLite keeps any value in a column.
    """

    def checked(self: S, /, *args: P.args, **named: P.kwargs) -> R:
        with validating(str(self.path)):
            return read(self, *args, **named)

    update_wrapper(checked, read)
    return checked
