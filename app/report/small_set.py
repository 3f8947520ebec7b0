"""The small set: the report, the hash sheet and the list, in parts that an online form takes.

How much the online police form takes is not known; so each part stays below 10 MB.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.report.content import Exhibit, Report
from app.report.documents import HASH_SHEET, REPORT
from app.report.hash_sheet import hash_sheet_document
from app.report.report_document import report_document
from app.report.typesetting import Typesetter
from storage.bundle.member import Member

MOST = 10_000_000
"""Bytes of a part."""
FOLDER = "small-set"
LIST = "items.csv"


def small_set(
    report: Report, language: str, items_csv: bytes, typesetter: Typesetter, most: int = MOST
) -> tuple[Member, ...]:
    """Files by parts: "small-set/part-1/report.pdf" and so on.

    A report or sheet that would be too large is made several times, each time of fewer items;
    a list that is too large is cut between its rows.

    Raises:
        KoreanFontMissingError
        ValueError: One item alone does not fit.
    """
    files = [
        *_numbered(REPORT, _pdfs(report, language, typesetter, most, sheet=False)),
        *_numbered(HASH_SHEET, _pdfs(report, language, typesetter, most, sheet=True)),
        *_numbered(LIST, _cut(items_csv, most)),
    ]
    return tuple(_in_parts(files, most))


def _pdfs(
    report: Report, language: str, typesetter: Typesetter, most: int, *, sheet: bool
) -> Iterator[bytes]:
    make = hash_sheet_document if sheet else report_document
    pdf = typesetter.pdf(make(report, language))
    if len(pdf) <= most:
        yield pdf
    elif len(report.exhibits) > 1:
        for exhibits in _halves(report.exhibits):
            part = replace(report, exhibits=exhibits)
            yield from _pdfs(part, language, typesetter, most, sheet=sheet)
    else:
        raise ValueError(len(pdf))


def _halves(exhibits: tuple[Exhibit, ...]) -> tuple[tuple[Exhibit, ...], ...]:
    middle = len(exhibits) // 2
    return exhibits[:middle], exhibits[middle:]


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


def _numbered(name: str, contents: Iterator[bytes]) -> list[tuple[str, bytes]]:
    made = list(contents)
    if len(made) == 1:
        return [(name, made[0])]
    stem, _, ending = name.rpartition(".")
    return [(f"{stem}-{number}.{ending}", content) for number, content in enumerate(made, 1)]


def _in_parts(files: Sequence[tuple[str, bytes]], most: int) -> Iterator[Member]:
    part, size = 1, 0
    for name, content in files:
        if size and size + len(content) > most:
            part, size = part + 1, 0
        size += len(content)
        yield Member.of(f"{FOLDER}/part-{part}/{name}", content)
