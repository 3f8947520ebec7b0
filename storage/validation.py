"""Values in a case that make no sense: somebody else may have written them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import update_wrapper
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from storage.errors import CaseDamagedError

P = ParamSpec("P")
R = TypeVar("R")

_NONSENSE = (ArithmeticError, AttributeError, LookupError, MemoryError, TypeError, ValueError)
"""What comes of a text where a number should be, of a state that is none, of 10^9 tracks."""


class ReadFromCase(Protocol):
    """Something that is read from a case."""

    @property
    def path(self) -> Path: ...


S = TypeVar("S", bound=ReadFromCase)


@contextmanager
def in_sense(path: str) -> Iterator[None]:
    """Raise CaseDamagedError where what is read in here makes no sense."""
    try:
        yield
    except _NONSENSE as error:
        raise CaseDamagedError(path) from error


def validated(read: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Let a method that reads a case raise CaseDamagedError where it holds no sensible values.

    The tables are known to the letter (storage/schema.py), and SQLite keeps anything in them.
    """

    def checked(self: S, /, *args: P.args, **named: P.kwargs) -> R:
        with in_sense(str(self.path)):
            return read(self, *args, **named)

    update_wrapper(checked, read)
    return checked
