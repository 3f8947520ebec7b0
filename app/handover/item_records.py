"""What the lists of a bundle say of each item: its evidence record, without private parts."""

from collections.abc import Mapping
from typing import TypeAlias

from app.cases.confirmed import confirmed_faces
from app.cases.evidence_record import evidence_record
from app.check.first_answers import NOT_KNOWN, FirstAnswers, first_answer_records
from app.handover.bundle_plan import Level
from app.handover.item_files import is_wanted, is_withheld, original_name
from storage.captures import capture_kind_of
from storage.case import Case
from storage.types import ItemDetail, ItemState

Record: TypeAlias = dict[str, object]
"""What is known of an item, by the field names of the evidence list."""
LEFT_OUT = frozenset({"path", "original_kept"})
"""Fields that stay at home: the path of a file on her computer often holds her name."""


def item_record(
    detail: ItemDetail,
    level: Level,
    capture_of: int | None = None,
    before: FirstAnswers = NOT_KNOWN,
) -> Record:
    """Return the record of an item for a bundle; of its faces only those that were confirmed.

    Args:
        level: How much of the content the bundle holds.
        capture_of: The number of the item that a screen capture shows.
        before: What the faces were called when they first came up.
    """
    fields = {
        name: value
        for name, value in evidence_record(detail, first_answer_records(before, detail)).items()
        if name not in LEFT_OUT
    }
    faces = {face.number for face in confirmed_faces(detail)}
    tracks = {face.track for face in detail.faces if face.number in faces}
    best = {track.face for track in detail.tracks if track.number in tracks}
    fields |= {
        "faces": [each for each in _mappings(fields["faces"]) if each["face"] in best],
        "faces_in_all": len(detail.tracks),
        "sources": [_without_path(each) for each in _mappings(fields["sources"])],
        "decisions": [
            each for each in _mappings(fields["decisions"]) if each["face"] in {None, *faces}
        ],
    }
    wanted, withheld = is_wanted(detail, level), is_withheld(detail)
    goes = wanted and detail.original_kept and not withheld
    fields["original"] = original_name(detail) if goes else None
    fields["original_missing"] = wanted and not detail.original_kept
    fields["original_withheld"] = wanted and detail.original_kept and withheld
    fields["is_capture"] = capture_kind_of(detail.operation) is not None
    fields["capture_of"] = capture_of
    fields["is_derivative"] = fields["is_derivative"] or fields["is_capture"]
    return _clean(fields)


def unchecked_records(case: Case) -> tuple[Record, ...]:
    """Return the items of a case that could not be checked, with the reason of each."""
    return tuple(
        _clean(
            {
                "item_no": item.item,
                "original_filename": item.name,
                "sha256": item.sha256,
                "reason": item.reason and str(item.reason),
            }
        )
        for item in case.items(ItemState.UNCHECKED)
    )


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _without_path(source: Mapping[str, object]) -> Record:
    return {name: value for name, value in source.items() if name not in LEFT_OUT}


def _clean(fields: Mapping[str, object]) -> Record:
    return {name: _valid(value) for name, value in fields.items()}


def _valid(value: object) -> object:
    """Write lone surrogates, as they occur in file names, as \\ud800 and so on."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case Mapping():
            return _clean(value)
        case list():
            return [_valid(each) for each in value]
    return value
