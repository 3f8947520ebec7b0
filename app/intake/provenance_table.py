"""Reads the provenance of many items from a table: one row for each item or bare link.

Items are found by number, SHA-256, path or name. A row with a link and none of these is an item
without a file. Either the whole table is applied or nothing of it.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import AppError
from app.intake.add_link import add_link, link_address
from app.intake.errors import InvalidValueError
from app.intake.provenance import FIELDS, ProvenanceChange, change_provenance, parse_value
from app.intake.readers.core.address import display_address
from app.intake.source_details import SourceDetails
from app.intake.table import Row, read_table
from app.messages import Words
from storage.case import Case
from storage.provenance import SourceLocation
from storage.types import FieldValue

KEYS = ("item_no", "sha256", "path", "original_filename")
"""Columns that identify an item; where a row fills several, all of them have to match."""

COLUMNS = (*KEYS, *FIELDS)


class TableProblem(StrEnum):
    """A kind of mistake in a table; its words are the message "table.NAME"."""

    COLUMN_UNKNOWN = "column-unknown"
    COLUMN_TWICE = "column-twice"
    TOO_MANY_CELLS = "too-many-cells"
    VALUE_UNFIT = "value-unfit"
    NO_ITEM_NAMED = "no-item-named"
    ITEM_MISSING = "item-missing"
    SEVERAL_ITEMS = "several-items"
    SAID_OTHERWISE = "said-otherwise"


@dataclass(frozen=True, slots=True)
class TableFault:
    """A mistake in a table.

    Attributes:
        line: Line of the file, from 1 on.
        column: Name of the column of a faulty cell; "" if no single cell is at fault.
        text: The content of that cell.
    """

    problem: TableProblem
    line: int
    column: str = ""
    text: str = ""


class ProvenanceTableError(AppError):
    """A provenance table is wrong in the places `faults`; nothing of it was applied."""

    def __init__(self, path: str = "", faults: Sequence[TableFault] = ()) -> None:
        super().__init__(path, faults)
        self.path = path
        self.faults = tuple(faults)
        self.count = len(self.faults)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row whose cells are all valid."""

    line: int
    keys: dict[str, str]
    said: dict[str, FieldValue]


@dataclass(frozen=True, slots=True)
class TableResult:
    """The outcome of a table: numbers of the changed items, and how many links were new."""

    changed: tuple[int, ...]
    links: int


def read_provenance_table(path: Path) -> tuple[TableLine, ...]:
    """Read and validate a table. Empty cells change nothing.

    Raises:
        FileMissingError, TableUnreadableError
        ProvenanceTableError: With each mistake and its line.
    """
    table = read_table(path, frozenset(COLUMNS))
    faults = [
        TableFault(TableProblem.COLUMN_UNKNOWN, 1, name) for name in table.columns if _unknown(name)
    ]
    counts = Counter(name for name in table.columns if name)
    faults += [
        TableFault(TableProblem.COLUMN_TWICE, 1, name) for name in counts if counts[name] > 1
    ]
    _raise(path, faults)
    lines = [_line(row, faults) for row in table.rows]
    _raise(path, faults)
    return tuple(line for line in lines if line is not None)


def apply_table(case: Case, path: Path, lines: Iterable[TableLine], role: str = "") -> TableResult:
    """Apply the rows of a table. Applying them again changes nothing.

    Raises:
        CheckCopyError, NotMadeFromPhotoError
        ProvenanceTableError: Some row does not lead to exactly one item; nothing was applied.
    """
    lines = tuple(lines)
    with case.transaction():
        links = _add_links(case, lines, role)
        places = _Places(case.provenance.locations(), path.parent)
        faults: list[TableFault] = []
        changes = [_change(line, places, faults) for line in lines]
        faults += _contradictions(lines, changes)
        _raise(path, faults)
        return TableResult(
            change_provenance(case, [each for each in changes if each is not None], role), links
        )


def _unknown(column: str) -> bool:
    return bool(column) and column not in COLUMNS


def _raise(path: Path, faults: list[TableFault]) -> None:
    if faults:
        raise ProvenanceTableError(str(path), tuple(faults))


def _line(row: Row, faults: list[TableFault]) -> TableLine | None:
    if row.too_many:
        faults.append(TableFault(TableProblem.TOO_MANY_CELLS, row.line))
    keys = {name: row.cells[name] for name in KEYS if row.cells.get(name)}
    said: dict[str, FieldValue] = {}
    for name in FIELDS:
        try:
            known = parse_value(name, row.cells.get(name, ""))
        except InvalidValueError as error:
            faults.append(TableFault(TableProblem.VALUE_UNFIT, row.line, name, error.text))
            continue
        if known is not None:
            said[name] = known
    number = keys.get("item_no", "1")
    if not (number.isascii() and number.isdecimal() and len(number) < 16):
        faults.append(TableFault(TableProblem.VALUE_UNFIT, row.line, "item_no", number))
    if not keys and "url" not in said:
        faults.append(TableFault(TableProblem.NO_ITEM_NAMED, row.line))
    return TableLine(row.line, keys, said) if keys or said else None


def _add_links(case: Case, lines: Iterable[TableLine], role: str) -> int:
    """Add an item for each new link; return how many were added."""
    known = {place.path for place in case.provenance.locations()}
    told = [
        SourceDetails(
            str(line.said["url"]), post_title=str(line.said.get("post_title", "")), role=role
        )
        for line in lines
        if not line.keys
    ]
    return sum(add_link(case, each) for each in told if link_address(each.url) not in known)


class _Places:
    """Finds the places where items were seen by what a person may write of them."""

    def __init__(self, places: Iterable[SourceLocation], beside: Path) -> None:
        self._beside = beside
        self._found: dict[tuple[str, str], list[SourceLocation]] = {}
        for place in places:
            for key in _names(place):
                self._found.setdefault(key, []).append(place)

    def find(self, line: TableLine) -> list[SourceLocation]:
        """Return the places that match all keys of a row, the first seen of an item first."""
        if not line.keys:
            return self._found.get(("path", link_address(str(line.said["url"]))), [])
        fitting = [self._by(name, text) for name, text in line.keys.items()]
        return [each for each in fitting[0] if all(each in others for others in fitting[1:])]

    def _by(self, name: str, text: str) -> list[SourceLocation]:
        spellings = {
            "item_no": [text.lstrip("0")],
            "sha256": [text.lower()],
            "path": [text, str(Path(text).absolute()), str((self._beside / text).absolute())],
            "original_filename": [text],
        }
        found = (self._found.get((name, _composed(each)), []) for each in spellings[name])
        return next(filter(None, found), [])


def _names(place: SourceLocation) -> set[tuple[str, str]]:
    return {
        ("item_no", str(place.item)),
        ("sha256", place.sha256 or ""),
        ("path", _composed(place.path)),
        ("path", _composed(display_address(place.path))),
        ("original_filename", _composed(place.filename)),
    }


def _composed(text: str) -> str:
    """Return the name in composed Hangul (NFC): names from a Mac are decomposed."""
    return unicodedata.normalize("NFC", text)


def _change(line: TableLine, places: _Places, faults: list[TableFault]) -> ProvenanceChange | None:
    found = places.find(line)
    items = {place.item for place in found}
    if len(items) != 1:
        problem = TableProblem.SEVERAL_ITEMS if items else TableProblem.ITEM_MISSING
        named = next(iter(line.keys.items()), ("", ""))
        faults.append(TableFault(problem, line.line, *named))
        return None
    return ProvenanceChange(found[0].item, line.said, found[0].number)


def _contradictions(
    lines: Iterable[TableLine], changes: Iterable[ProvenanceChange | None]
) -> list[TableFault]:
    """Return the cells that contradict an earlier row about the same place."""
    said: dict[tuple[int, int, str], FieldValue | None] = {}
    faults = []
    for line, each in zip(lines, changes, strict=True):
        if each is None:
            continue
        for name, known in each.said.items():
            if said.setdefault((each.item, each.place, name), known) != known:
                faults.append(TableFault(TableProblem.SAID_OTHERWISE, line.line, name, str(known)))
    return faults


def fault_lines(error: ProvenanceTableError, words: Words, most: int) -> list[str]:
    """Put the mistakes of a table into words, at most `most` of them, for both interfaces.

    After an unknown column the known ones are listed.
    """
    lines = []
    for fault in error.faults[:most]:
        what = words.say(f"table.{fault.problem}", column=fault.column, text=fault.text)
        lines.append(words.say("table.line", line=fault.line, what=what))
    if error.count > most:
        lines.append(words.say("table.more", count=error.count - most))
    if any(fault.problem is TableProblem.COLUMN_UNKNOWN for fault in error.faults):
        lines.append(words.say("table.columns", names=", ".join(COLUMNS)))
    return lines
