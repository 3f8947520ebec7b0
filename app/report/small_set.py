"""The small set: the report, the hash sheet and the list, in parts that an online form takes.

How much the online police form takes is not known; so each part stays below 10 MB.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from storage.bundle.member import Member

MOST = 10_000_000
"""Bytes of a part."""
FOLDER = "small-set"
LIST = "items"


def small_set(documents: Iterable[Member], items_csv: bytes, most: int = MOST) -> Iterator[Member]:
    """Files by parts: "small-set/part-1/report.pdf" and so on; a long list is cut between rows.

    Args:
        documents: The report and the hash sheets, from app.report.documents.

    Raises:
        ValueError: A document alone is larger than a part.
    """
    lists = [Member.of(name, content) for name, content in _lists(items_csv, most)]
    part, size = 1, 0
    for member in (*documents, *lists):
        if member.size > most:
            raise ValueError(member.size)
        if size + member.size > most:
            part, size = part + 1, 0
        size += member.size
        yield replace(member, name=f"{FOLDER}/part-{part}/{member.name}")


def _lists(items_csv: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    for number, content in enumerate(_cut(items_csv, most), 1):
        yield (f"{LIST}.csv" if number == 1 else f"{LIST}-{number}.csv"), content


def _cut(table: bytes, most: int) -> Iterator[bytes]:
    """Pieces of whole rows, the names of the columns at the head of each."""
    if len(table) <= most:
        yield table
        return
    head, *rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    piece = _Piece(head)
    for row in rows:
        line = _written(row)
        if piece.size + len(line) > most and piece.rows:
            yield piece.content()
            piece = _Piece(head)
        piece.add(line)
    yield piece.content()


class _Piece:
    def __init__(self, head: Sequence[str]) -> None:
        self._lines = [codecs.BOM_UTF8 + _written(head)]
        self.size = len(self._lines[0])

    @property
    def rows(self) -> int:
        return len(self._lines) - 1

    def add(self, line: bytes) -> None:
        self._lines.append(line)
        self.size += len(line)

    def content(self) -> bytes:
        return b"".join(self._lines)


def _written(row: Sequence[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(row)
    return line.getvalue().encode()
