"""What a person reads and decides about the items of a case."""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.check.first_answers import NOT_KNOWN, FirstAnswers, first_answer_record
from storage.case import Case
from storage.types import ItemDetail, Source, Verdict

SOURCE_FIELDS = (
    ("original_filename", "filename"),
    ("path", "path"),
    ("acquired_at_utc", "acquired_at_utc"),
    ("acquired_at_local", "acquired_at_local"),
    ("tz", "tz"),
    ("acquired_by_role", "role"),
    *(
        (name, name)
        for name in (
            "how_obtained",
            "platform",
            "room_title",
            "room_type",
            "room_id",
            "room_link",
            "message_id",
            "message_time_unix",
            "sender_display",
            "sender_id",
            "sender_username",
            "forwarded_from",
            "url",
            "post_title",
            "search_keywords",
            "note",
        )
    ),
)
"""How police and support centres name what is known of a source, and how a Source does."""


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """What is told of an item without showing anything of it.

    Attributes:
        duration_ms: Of a video; None of a picture.
        sources: Every place where it was seen, the first first.
    """

    item: int
    name: str | None
    duration_ms: int | None
    sources: tuple[Source, ...]


def item_summary(case: Case, item: int, role: str = "") -> ItemSummary:
    """What is known of one item, without its faces. That it was asked goes into the custody log.

    Raises:
        ItemMissingError
    """
    detail = view(case, item, role)
    return ItemSummary(item, detail.item.name, detail.duration_ms, detail.sources)


def view(case: Case, item: int, role: str = "") -> ItemDetail:
    """Everything known of one item. That it was looked at goes into the custody log.

    Raises:
        ItemMissingError
    """
    detail = case.item(item)
    case.custody.append("view", role, {"item": item})
    return detail


def decide(case: Case, item: int, verdict: Verdict, face: int | None = None, role: str = "") -> int:
    """Keep a decision on an item or one face of it; return how many faces the item has.

    Args:
        role: Who decides (victim, counsellor, ...), as far as it is known.

    Raises:
        ItemMissingError, FaceMissingError
    """
    case.decide(item, verdict, face, role)
    return len(case.item(item).tracks)


def evidence_record(detail: ItemDetail, before: FirstAnswers = NOT_KNOWN) -> dict[str, object]:
    """An item by the field names of an evidence list. The first source speaks for the item.

    Args:
        before: What its faces were called when they first came up.
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
        "faces": _faces(detail, before),
        "decisions": [
            {
                "face": decision.face,
                "verdict": str(decision.verdict),
                "role": decision.role,
                "at_utc": decision.at_utc,
                "at_local": decision.at_local,
                "tz": decision.tz,
            }
            for decision in detail.decisions
        ],
    }


def source_record(source: Source | None) -> dict[str, object]:
    """A source by the same names; of no source nothing is known."""
    return {
        **{name: source and getattr(source, field) for name, field in SOURCE_FIELDS},
        "fs_mtime": source and _iso(source.mtime_ns),
    }


def _iso(nanoseconds: int | None) -> str | None:
    if nanoseconds is None:
        return None
    return datetime.fromtimestamp(nanoseconds // 10**9, UTC).isoformat()


def _faces(detail: ItemDetail, before: FirstAnswers) -> list[dict[str, object]]:
    """One entry for each track: its best face. Embeddings and pictures never leave this way."""
    seen = {face.number: face for face in detail.faces}
    return [
        {
            "face": track.face,
            "time_ms": seen[track.face].time_ms if track.face in seen else 0,
            "interval_ms": [track.first_ms, track.last_ms],
            "samples": track.samples,
            "box": list(seen[track.face].face.box) if track.face in seen else None,
            "quality": seen[track.face].face.quality if track.face in seen else None,
            "first_answer": (first := before.of(detail, track)) and first_answer_record(first),
        }
        for track in detail.tracks
    ]
