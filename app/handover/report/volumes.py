"""The volumes of a long report.

Typesetting takes about 1 MB of memory for each item, and an online form may take only 10 MB,
pictures included; so a report is split.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from app.handover.report.content import Exhibit, Report, Unclear
from app.handover.report.overview import in_order

MOST_ITEMS = 50
"""Items of one volume."""
MOST_ROWS = 250
"""Rows of a table with one row for each item."""
MOST_PICTURE_BYTES = 4_000_000
"""Bytes of the crops in one volume, unless a single item has more."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of a report that is a file of its own.

    Attributes:
        report: The report with the items, decisions and unclear items of this volume only.
        whole: The whole report.
        overview: The rows of the list of exhibits that stand in this volume.
        number, of: Number of this volume, from 1, and number of all volumes.
    """

    report: Report
    whole: Report
    overview: tuple[Exhibit, ...]
    number: int
    of: int


def volumes(report: Report) -> tuple[Volume, ...]:
    """Split a report into its volumes, at least one."""
    items = list(_exhibits(report.exhibits))
    rows = list(batches(report.unclear, MOST_ROWS))
    listed = batches(in_order(report), MOST_ROWS)
    parts = list(zip_longest(items, rows, listed)) or [((), (), ())]
    return tuple(
        Volume(
            _part(report, exhibits or (), unclear or ()), report, overview or (), number, len(parts)
        )
        for number, (exhibits, unclear, overview) in enumerate(parts, 1)
    )


def batches(whole: Sequence[T], most: int) -> Iterator[tuple[T, ...]]:
    """Yield the elements of a sequence in batches of at most `most`."""
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
