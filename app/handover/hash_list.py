"""Lists of hashes of confirmed items, by which other services find copies of them.

The formats are those of facebook/ThreatExchange. A PDQ line has 64 hex digits; a vPDQ line is a
JSON list of "hex,quality,seconds" for each second of one video; an MD5 line has 32 hex digits, of a
video's bytes. The lists in a take-down pack differ: PDQ with the quality, MD5 of pictures as well.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.cases.confirmed import confirmed_items
from app.cases.near_duplicates import MIN_QUALITY
from app.cases.people import person_meant
from app.handover.errors import NoHashesError, NothingToExportError
from storage.bundle.target import Target
from storage.captures import capture_kind_of
from storage.case import Case
from storage.errors import CheckCopyError
from storage.types import CaseKind, ItemDetail


class HashKind(StrEnum):
    """The kind of hash that a list holds."""

    PDQ = "pdq"
    VPDQ = "vpdq"
    MD5 = "md5"


@dataclass(frozen=True, slots=True)
class WrittenHashList:
    """What was written to a list.

    Attributes:
        items: Numbers of the items whose hashes are listed.
        left_out: Numbers of the confirmed items without such a hash of sufficient quality.
        lines: Number of lines; items with the same hash share one.
    """

    items: tuple[int, ...]
    left_out: tuple[int, ...]
    lines: int


def write_hash_list(
    case: Case, path: Path, kind: HashKind, role: str = "", person: int | None = None
) -> WrittenHashList:
    """Write the hashes of all items that a person confirmed to a file; note it in the custody log.

    Args:
        person: Number of the person; None for the only one there is.

    Raises:
        PersonNotSaidError, PersonMissingError: Whose items are meant is not clear.
        CheckCopyError, NothingToExportError (nothing was confirmed), NoHashesError; and what
        storage.bundle.target.Target raises. Nothing is left at `path` then.
    """
    if case.kind is CaseKind.CHECK_COPY:
        raise CheckCopyError(str(case.path))
    meant = person_meant(case, person)
    details = [case.item(number) for number in confirmed_items(case, meant)]
    if not details:
        raise NothingToExportError
    of_items = {detail.item.item: _line(kind, detail) for detail in details}
    lines = list(dict.fromkeys(line for line in of_items.values() if line))
    if not lines:
        raise NoHashesError(kind)
    with Target(path) as target:
        target.write(hash_list_text(lines).encode("ascii"))
        target.sync()
        target.publish()
    listed = tuple(number for number, line in of_items.items() if line)
    noted = {"kind": str(kind), "items": list(listed), "person": meant}
    case.custody.append("hash-list", role, noted)
    return WrittenHashList(
        listed, tuple(number for number in of_items if number not in listed), len(lines)
    )


def hash_list_text(lines: Iterable[str | None]) -> str:
    """Return the text of a list: each line once, in order; None is an item without a line."""
    return "".join(f"{line}\n" for line in dict.fromkeys(lines) if line)


def pdq_line(detail: ItemDetail, *, with_quality: bool = False) -> str | None:
    """Return the PDQ hash of a picture, or None where its quality is too low to compare by.

    Args:
        with_quality: Whether ",QUALITY" (50..100) follows the 64 hex digits.
    """
    if not detail.pdq or (detail.pdq_quality or 0) < MIN_QUALITY:
        return None
    return f"{detail.pdq},{detail.pdq_quality}" if with_quality else detail.pdq


def md5_line(detail: ItemDetail, *, videos_only: bool = True) -> str | None:
    """Return the MD5 of an item's bytes as 32 hex digits, or None.

    Args:
        videos_only: Whether anything but a video has no line, as services compare pictures by PDQ.
    """
    is_video = (detail.item.mime or "").startswith("video/")
    return detail.md5 if is_video or not videos_only else None


def _line(kind: HashKind, detail: ItemDetail) -> str | None:
    """Return the line of an item; None without a hash, and for a screen capture of hers."""
    return None if capture_kind_of(detail.operation) else _LINES[kind](detail)


def _vpdq(detail: ItemDetail) -> str | None:
    return json.dumps(list(_moments(detail))) if any(_moments(detail)) else None


def _moments(detail: ItemDetail) -> Iterator[str]:
    for each in detail.frame_hashes:
        if each.quality >= MIN_QUALITY:
            yield f"{each.pdq},{each.quality},{each.time_ms / 1000:.3f}"


_LINES = {HashKind.PDQ: pdq_line, HashKind.VPDQ: _vpdq, HashKind.MD5: md5_line}
