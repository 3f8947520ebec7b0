"""Reads a table that a person saved from a spreadsheet, whatever its encoding and separator.

Excel writes UTF-8 with a mark at its start, UTF-16 with tabs ("Unicode text") or the code page of
the system (in Korea CP949), and puts semicolons where a comma is the decimal sign.
"""

import codecs
import csv
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from app.errors import FileMissingError
from app.intake.errors import TableUnreadableError

MOST_BYTES = 64 * 1024 * 1024
SEPARATORS = ",;\t"
ENCODINGS = ("utf-8-sig", "cp949")

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with at least one filled cell.

    Attributes:
        line: Line of the file on which the row begins, from 1 on.
        cells: Text of each column, without spaces around it.
        too_many: Whether a column without a name has text, too.
    """

    line: int
    cells: dict[str, str]
    too_many: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, in lower case, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path, expected: AbstractSet[str]) -> Table:
    """Read a whole table.

    Args:
        expected: Names of the columns that may occur; they decide which separator is used.

    Raises:
        FileMissingError
        TableUnreadableError: The file is too large, no text, or no table.
    """
    text = _text(path)
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(SEPARATORS, key=lambda each: len(expected & _names(first, each)))
    try:
        rows = list(_rows(text, separator))
    except csv.Error as error:
        raise TableUnreadableError(str(path)) from error
    if not rows:
        raise TableUnreadableError(str(path))
    columns = tuple(cell.lower() for cell in rows[0][1])
    return Table(columns, tuple(_row(line, columns, cells) for line, cells in rows[1:]))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissingError(str(path)) from error
    if len(content) > MOST_BYTES:
        raise TableUnreadableError(str(path))
    encodings = ("utf-16",) if content.startswith(_UTF_16) else ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    raise TableUnreadableError(str(path))


def _names(line: str, separator: str) -> set[str]:
    return {name.strip().strip('"').lower() for name in line.split(separator)}


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not empty, with the line on which it begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    ended = 0
    for cells in reader:
        line, ended = ended + 1, reader.line_num
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield line, stripped


def _row(line: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    said = dict(zip(columns, cells, strict=False))
    return Row(line, said, bool(said.pop("", "")) or any(cells[len(columns) :]))
