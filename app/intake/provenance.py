"""Where items were seen, said by hand: which fields there are, what fits in them, and keeping it.

Fields have the names of the evidence list (`app.cases.source_fields`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.cases.source_fields import TYPED_FIELDS
from app.errors import FileMissingError
from app.intake.errors import MadeOtherwiseError, UnknownFieldError, ValueUnfitError
from app.intake.note_flags import split_flags, with_flags
from app.intake.photo_file import photo_file
from app.intake.typed_time import local_time, unix_time
from storage.case import Case
from storage.hashes import sha256_of
from storage.types import FieldValue

TIME = "message_time_unix"
PHOTO = "parent_sha256"
FIELDS = (*(field.name for field in TYPED_FIELDS), PHOTO)
"""What a person may say; the photo (by its SHA-256) is her own, from which the item was made."""

LONGEST = 10_000
"""Characters of a value."""

_SHA256 = re.compile(r"[0-9a-f]{64}")

FieldValues = Mapping[str, FieldValue | None]
"""By the names in FIELDS. None takes back what was said."""


@dataclass(frozen=True, slots=True)
class ProvenanceChange:
    """What is to be said of one place where an item was seen; the first speaks for the item."""

    item: int
    said: FieldValues
    place: int = 0


def parse_value(field: str, typed: str) -> FieldValue | None:
    """What is kept of what was typed into a field; None when it says nothing.

    Raises:
        UnknownFieldError, ValueUnfitError
    """
    if field not in FIELDS:
        raise UnknownFieldError(field)
    text = typed.strip()
    if not text:
        return None
    if field == TIME:
        try:
            return unix_time(text)
        except (ValueError, OverflowError) as error:
            raise ValueUnfitError(field, text) from error
    if field == PHOTO:
        text = text.lower()
    if len(text) > LONGEST or (field == PHOTO and not _SHA256.fullmatch(text)):
        raise ValueUnfitError(field, text[:LONGEST])
    return text


def display_value(field: str, value: FieldValue | None) -> str:
    """A value as it can be typed again."""
    if value is None:
        return ""
    return local_time(int(value)) if field == TIME else str(value)


def provenance_of(case: Case, item: int, place: int = 0) -> dict[str, FieldValue | None]:
    """What is said of one place of an item, without the marks in its note.

    Raises:
        ItemMissingError
    """
    said = case.provenance.known(item, place)
    said["note"] = split_flags(_text(said["note"]))[1] or None
    said[PHOTO] = case.provenance.photo(item)
    return {field: said[field] for field in FIELDS}


def shared_provenance(case: Case, items: Iterable[int]) -> dict[str, frozenset[FieldValue | None]]:
    """What is said of each of these items in each field: one value where they agree.

    Raises:
        ItemMissingError
    """
    values: dict[str, set[FieldValue | None]] = {field: set() for field in FIELDS}
    for item in items:
        for field, said in provenance_of(case, item).items():
            values[field].add(said)
    return {field: frozenset(said) for field, said in values.items()}


def change_provenance(
    case: Case, changes: Sequence[ProvenanceChange], role: str = ""
) -> tuple[int, ...]:
    """Keep all of it, or nothing. Which fields of which items are different now is logged.

    Returns:
        The items of which something is different now, by number.

    Raises:
        CheckCopyError, ItemMissingError, MadeOtherwiseError
    """
    changed: dict[frozenset[str], set[int]] = {}
    with case.transaction():
        for each in changes:
            if fields := _keep(case, each):
                changed.setdefault(fields, set()).add(each.item)
        for fields, items in changed.items():
            details = {"items": sorted(items), "fields": sorted(fields)}
            case.custody.append("provenance", role, details)
    return tuple(sorted(set().union(*changed.values())))


def photo_hash(photo: Path) -> str:
    """The SHA-256 of a photo of her own.

    Raises:
        FileMissingError, OSError
    """
    try:
        stream, _ = photo_file(photo).open()
    except FileNotFoundError as error:
        raise FileMissingError(str(photo)) from error
    with closing(stream):
        return sha256_of(stream)


def _keep(case: Case, change: ProvenanceChange) -> frozenset[str]:
    said = dict(change.said)
    photo = PHOTO in said and _made_from(case, change.item, _text(said.pop(PHOTO)))
    if "note" in said:
        before = _text(case.provenance.known(change.item, change.place)["note"])
        said["note"] = with_flags(split_flags(before)[0], _text(said["note"]) or "") or None
    fields = case.provenance.change(change.item, said, change.place)
    return fields | {PHOTO} if photo else fields


def _made_from(case: Case, item: int, photo: str | None) -> bool:
    try:
        return case.provenance.made_from(item, photo)
    except ValueError as error:
        raise MadeOtherwiseError(item) from error


def _text(value: FieldValue | None) -> str | None:
    return None if value is None else str(value)
