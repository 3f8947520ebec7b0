"""A long report comes in volumes: typesetting takes about 1 MB of memory an item.

A volume has so many items that a form which takes 10 MB takes it, with pictures, too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from app.handover.report.content import Exhibit, Report, Unclear

MOST_ITEMS = 50
MOST_ROWS = 250
"""Of a table with a line for each item."""
MOST_PICTURE_BYTES = 4_000_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of a report that is a file of its own.

    Attributes:
        report: With its own items, decisions and unclear items only.
        whole: The report that it is a part of.
        number, of: Counted from 1.
    """

    report: Report
    whole: Report
    number: int
    of: int


def volumes(report: Report) -> tuple[Volume, ...]:
    """At least one, in order."""
    items = list(_exhibits(report.exhibits))
    rows = list(batches(report.unclear, MOST_ROWS))
    both = list(zip_longest(items, rows)) or [((), ())]
    return tuple(
        Volume(_part(report, exhibits or (), unclear or ()), report, number, len(both))
        for number, (exhibits, unclear) in enumerate(both, 1)
    )


def batches(whole: Sequence[T], most: int) -> Iterator[tuple[T, ...]]:
    """So many at a time."""
    for start in range(0, len(whole), most):
        yield tuple(whole[start : start + most])


def _exhibits(exhibits: Sequence[Exhibit]) -> Iterator[tuple[Exhibit, ...]]:
    piece: list[Exhibit] = []
    size = 0
    for exhibit in exhibits:
        more = sum(len(seen.crop or b"") for seen in exhibit.appearances)
        if piece and (len(piece) == MOST_ITEMS or size + more > MOST_PICTURE_BYTES):
            yield tuple(piece)
            piece, size = [], 0
        piece.append(exhibit)
        size += more
    if piece:
        yield tuple(piece)


def _part(report: Report, exhibits: tuple[Exhibit, ...], unclear: tuple[Unclear, ...]) -> Report:
    numbers = {exhibit.number for exhibit in exhibits}
    decisions = tuple(each for each in report.decisions if each.item in numbers)
    return replace(report, exhibits=exhibits, unclear=unclear, decisions=decisions)
