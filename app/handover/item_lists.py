"""The lists of items in a bundle: items.json for programs, items.csv for spreadsheets."""

import csv
import io
import unicodedata
from collections.abc import Sequence

from app.handover.item_records import Record
from app.handover.json_text import JsonList, json_text
from storage.bundle.member import Member

FORMAT = "geoul-items-1"
"""Name and version of the format of items.json."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of cells, in letters of any width, that spreadsheets run as formulas."""


def items_json(records: Sequence[Record], unchecked: Sequence[Record]) -> Member:
    """Return data/items.json, the list for programs.

    Args:
        records: A record for each item of the bundle.
        unchecked: A record for each item of the case that could not be checked.
    """
    lists = {"items": JsonList(records), "unchecked": JsonList(unchecked)}
    return Member.of("data/items.json", json_text({"format": FORMAT}, lists))


def items_csv(records: Sequence[Record]) -> Member:
    """Return data/items.csv, the list for spreadsheets: UTF-8 with a byte order mark, CRLF.

    Fields that are lists are left out. Text that a spreadsheet would run as a formula gets an
    apostrophe before it.

    Args:
        records: A record for each item, at least one, all with the same fields.
    """
    columns = [name for name, value in records[0].items() if not isinstance(value, list)]
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows([_cell(fields[name]) for name in columns] for fields in records)
    return Member.of("data/items.csv", table.getvalue().encode("utf-8-sig"))


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and unicodedata.normalize("NFKC", value).startswith(FORMULA):
        return f"'{value}"
    return value
