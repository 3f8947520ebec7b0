"""Copies of her face that a comparison makes, and that nobody needs afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from face.types import Floats


@contextmanager
def wiped(copy: Floats) -> Iterator[Floats]:
    """Give a copy of a face, and overwrite it with zeros in the end, whatever happens."""
    try:
        yield copy
    finally:
        copy.fill(0)
