"""What somebody who has the key of a case may put in the place of what was there."""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from storage.case import Case
from tests.support.case_samples import DIMENSION, embedding_of


def put(db: Any, table: str, column: str, value: object) -> None:
    """Give a column one value in every row."""
    with unguarded(db):
        db.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - of tests only


@contextmanager
def unguarded(db: Any) -> Iterator[None]:
    """Take the triggers out for the block, and put them back."""
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        db.execute(sql)


def forge(case: Case, *statements: str) -> None:
    """Run statements that the triggers would refuse."""
    with unguarded(case._db):
        for statement in statements:
            case._db.execute(statement)


def blob(values: Iterable[float], kind: str = "<f2") -> bytes:
    """Numbers as a case keeps them: of half precision."""
    with np.errstate(over="ignore"):
        return np.array([*values]).astype(kind).tobytes()


def odd_embeddings(dimension: int) -> dict[str, object]:
    """What no embedding of so many numbers can be."""
    honest = embedding_of("x", dimension)
    return {
        "not a number": blob([math.nan, *honest[1:]]),
        "infinite": blob([math.inf, *honest[1:]]),
        "infinite the other way": blob([-math.inf, *honest[1:]]),
        "not a number, single precision": blob([math.nan, *honest[1:]], "<f4"),
        "too large to be squared": blob([3e38, *honest[1:]], "<f4"),
        "zero": blob(honest * 0),
        "twice as long": blob(honest * 2),
        "a little too long": blob(honest * 1.02),
        "a little too short": blob(honest * 0.98),
        "an odd number of bytes": blob(honest)[:-1],
        "a number more": blob([*honest, 0]),
        "half of the numbers": blob(embedding_of("x", dimension // 2)),
        "double precision": blob(honest, "<f8"),
        "nothing": b"",
        "text": "a" * dimension * 2,
        "a number": 5,
    }


EMBEDDINGS = odd_embeddings(DIMENSION)
