"""The evidence record: what is known of an item, by the names that police and centres ask for.

The command line prints it as JSON, the window shows it in words, and a bundle's lists are made
from it. The names are part of the bundle's format and do not change.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from app.cases.source_fields import EVIDENCE_NAMES
from storage.types import ItemDetail, Source

_1970 = datetime(1970, 1, 1, tzinfo=UTC)

NOT_KNOWN: Mapping[int, object] = MappingProxyType({})


def evidence_record(
    detail: ItemDetail, first_answers: Mapping[int, object] = NOT_KNOWN
) -> dict[str, object]:
    """Return an item by the field names of the evidence list; its first source speaks for it.

    Embeddings and pictures of faces are never part of the record.

    Args:
        first_answers: What each face was called when it first came up, by the number of the face
            (`app.check.first_answers.first_answer_records`).
    """
    item = detail.item
    first = detail.sources[0] if detail.sources else None
    return {
        "item_no": item.item,
        "state": str(item.state),
        "reason": item.reason and str(item.reason),
        "sha256": item.sha256,
        "sha512": detail.sha512,
        "md5": detail.md5,
        "sha1": detail.sha1,
        "pdq": detail.pdq,
        "pdq_quality": detail.pdq_quality,
        "size": item.size,
        "mime": item.mime,
        "width": detail.width,
        "height": detail.height,
        "duration_ms": detail.duration_ms,
        **source_record(first),
        "is_derivative": detail.parent_sha256 is not None,
        "parent_sha256": detail.parent_sha256,
        "operation": detail.operation,
        "original_kept": detail.original_kept,
        "pack": detail.pack,
        "pipeline": detail.pipeline,
        "sources": [source_record(source) for source in detail.sources],
        "statements": _statements(detail),
        "faces": _faces(detail, first_answers),
        "decisions": [
            {
                "face": decision.face,
                "person": decision.person,
                "verdict": str(decision.verdict),
                "role": decision.role,
                "at_utc": decision.at_utc,
                "at_local": decision.at_local,
                "tz": decision.tz,
            }
            for decision in detail.decisions
        ],
    }


def _statements(detail: ItemDetail) -> list[dict[str, object]]:
    """Return what was stated or corrected since the item was taken in, oldest first.

    `source` is the place in `sources`, from 0 on; none for the item itself.
    """
    numbers = {number: at for at, number in enumerate(detail.places)}
    return [
        {
            "statement": each.number,
            "source": None if each.source is None else numbers.get(each.source),
            "field": each.field,
            "value": each.value,
            "corrects": each.corrects,
            "role": each.role,
            "at_utc": each.at_utc,
            "at_local": each.at_local,
            "tz": each.tz,
        }
        for each in detail.statements
    ]


def source_record(source: Source | None) -> dict[str, object]:
    """Return a source by the names of the evidence list; without a source every value is None."""
    return {
        **{name: source and getattr(source, field) for name, field in EVIDENCE_NAMES.items()},
        "fs_mtime": source and _iso(source.mtime_ns),
    }


def _iso(nanoseconds: int | None) -> str | None:
    if nanoseconds is None:
        return None
    return (_1970 + timedelta(seconds=nanoseconds // 10**9)).isoformat()


def _faces(detail: ItemDetail, first_answers: Mapping[int, object]) -> list[dict[str, object]]:
    """Return an entry for each track, of its best face."""
    seen = {face.number: face for face in detail.faces}
    return [
        {
            "face": track.face,
            "time_ms": seen[track.face].time_ms if track.face in seen else 0,
            "interval_ms": [track.first_ms, track.last_ms],
            "samples": track.samples,
            "box": list(seen[track.face].face.box) if track.face in seen else None,
            "quality": seen[track.face].face.quality if track.face in seen else None,
            "first_answer": first_answers.get(track.face),
        }
        for track in detail.tracks
    ]
