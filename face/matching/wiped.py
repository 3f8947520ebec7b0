"""Overwrite copies of a face that a comparison makes, because nobody needs them afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from face.types import Floats


@contextmanager
def wiped(copy: Floats) -> Iterator[Floats]:
    """Yield a copy of a face, and overwrite it with zeros at the end, whatever happens."""
    try:
        yield copy
    finally:
        copy.fill(0)
