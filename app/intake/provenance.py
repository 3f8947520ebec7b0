"""Provenance that a person types: its fields, their validation, and how changes are kept.

The fields have the names of the evidence list (`app.cases.source_fields`).
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.cases.source_fields import MESSAGE_TIME, TYPED_FIELDS
from app.errors import FileMissingError
from app.intake.errors import InvalidValueError, NotMadeFromPhotoError, UnknownFieldError
from app.intake.note_flags import split_flags, with_flags
from app.intake.photo_file import photo_file
from app.intake.typed_time import local_time, unix_time
from storage.case import Case
from storage.hashes import SHA256_HEX, sha256_of
from storage.types import FieldValue

PHOTO = "parent_sha256"
FIELDS = (*(field.name for field in TYPED_FIELDS), PHOTO)
"""Fields that a person may fill in; the photo (a SHA-256) is the own one that was misused."""

LONGEST = 10_000
"""Greatest length of a value, in characters."""

FieldValues = Mapping[str, FieldValue | None]
"""Values by the names in FIELDS; None deletes a value."""


@dataclass(frozen=True, slots=True)
class ProvenanceChange:
    """New provenance for one place where an item was seen; place 0 describes the item itself.

    With `only_missing`, what is known already stays.
    """

    item: int
    said: FieldValues
    place: int = 0
    only_missing: bool = False


def parse_value(field: str, typed: str) -> FieldValue | None:
    """Validate what was typed into a field; None if it is empty.

    Raises:
        UnknownFieldError, InvalidValueError
    """
    if field not in FIELDS:
        raise UnknownFieldError(field)
    text = typed.strip()
    if not text:
        return None
    if field == MESSAGE_TIME:
        try:
            return unix_time(text)
        except (ValueError, OverflowError) as error:
            raise InvalidValueError(field, text) from error
    if field == PHOTO:
        text = text.lower()
    if len(text) > LONGEST or (field == PHOTO and not SHA256_HEX.fullmatch(text)):
        raise InvalidValueError(field, text[:LONGEST])
    return text


def display_value(field: str, value: FieldValue | None) -> str:
    """Return a value in the form in which it can be typed again."""
    if value is None:
        return ""
    return local_time(int(value)) if field == MESSAGE_TIME else str(value)


def provenance_of(case: Case, item: int, place: int = 0) -> dict[str, FieldValue | None]:
    """Return the provenance of one place of an item; the note comes without its flags.

    Raises:
        ItemMissingError
    """
    said = case.provenance.known(item, place)
    said["note"] = split_flags(_text(said["note"]))[1] or None
    said[PHOTO] = case.provenance.photo(item)
    return {field: said[field] for field in FIELDS}


def shared_provenance(case: Case, items: Iterable[int]) -> dict[str, frozenset[FieldValue | None]]:
    """Return the values of each field over several items: a single one where they agree.

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
    """Apply all changes, or none. What was stated before stays; fields and items are logged.

    Returns:
        Numbers of the items whose provenance is different now.

    Raises:
        CheckCopyError, ItemMissingError, NotMadeFromPhotoError
    """
    changed: dict[frozenset[str], set[int]] = {}
    with case.transaction():
        case.log_leftovers()
        for each in changes:
            if fields := _keep(case, each, role):
                changed.setdefault(fields, set()).add(each.item)
        for fields, items in changed.items():
            details = {"items": sorted(items), "fields": sorted(fields)}
            case.log("provenance", role, details)
    return tuple(sorted(set().union(*changed.values())))


def photo_hash(photo: Path) -> str:
    """Return the SHA-256 of an own photo, in hexadecimal.

    Raises:
        FileMissingError, OSError
    """
    try:
        stream, _ = photo_file(photo).open()
    except FileNotFoundError as error:
        raise FileMissingError(str(photo)) from error
    with closing(stream):
        return sha256_of(stream)


def _keep(case: Case, change: ProvenanceChange, role: str) -> frozenset[str]:
    said = dict(change.said)
    if change.only_missing:
        known = provenance_of(case, change.item, change.place)
        said = {field: value for field, value in said.items() if known[field] is None}
    photo = PHOTO in said and _made_from(case, change.item, _text(said.pop(PHOTO)), role)
    if "note" in said:
        before = _text(case.provenance.known(change.item, change.place)["note"])
        said["note"] = with_flags(split_flags(before)[0], _text(said["note"]) or "") or None
    fields = case.provenance.change(change.item, said, change.place, role)
    return fields | {PHOTO} if photo else fields


def _made_from(case: Case, item: int, photo: str | None, role: str) -> bool:
    try:
        return case.provenance.made_from(item, photo, role)
    except ValueError as error:
        raise NotMadeFromPhotoError(item) from error


def _text(value: FieldValue | None) -> str | None:
    return None if value is None else str(value)
