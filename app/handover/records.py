"""The lists of a bundle: what is known of each item, for people, police tools and spreadsheets."""

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence

from app.cases.confirmed import confirmed_faces
from app.cases.evidence_record import evidence_record
from app.check.first_answers import NOT_KNOWN, FirstAnswers, first_answer_records
from app.handover.export_plan import Record
from app.handover.json_text import JsonList, json_text
from app.handover.plan import Level
from face.types import Reason
from storage.bundle.member import Member
from storage.captures import CaptureKind, kind_of
from storage.case import Case
from storage.types import ItemDetail, State

FORMAT = "geoul-items-1"
LEFT_OUT = frozenset({"path", "original_kept"})
"""Where a file lies on her computer is nobody's business, and often holds her name."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Cells that begin so, in letters of any width, are run by spreadsheets."""

EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/apng": "png",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/jxl": "jxl",
    "image/jp2": "jp2",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/x-m4v": "m4v",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
    "video/x-msvideo": "avi",
    "video/mpeg": "mpg",
    "video/mp2t": "ts",
    "video/3gpp": "3gp",
    "video/3gpp2": "3g2",
    "video/x-flv": "flv",
    "video/x-ms-asf": "wmv",
}
"""Of a name inside the bundle, by what the content is; anything else is "bin"."""


def original_name(detail: ItemDetail) -> str:
    """The neutral name of an original, or of a screen capture."""
    folder = "captures" if kind_of(detail.operation) else "originals"
    return f"data/{folder}/{detail.item.item:04}.{EXTENSIONS.get(detail.item.mime or '', 'bin')}"


def crop_name(item: int, face: int) -> str:
    """The neutral name of a picture of a face."""
    return f"data/crops/{item:04}-{face}.jpg"


UNSEEN = frozenset({Reason.NOT_MEDIA, Reason.ENCRYPTED, Reason.LOCKED})


def is_withheld(detail: ItemDetail) -> bool:
    """Whether the file itself never goes along: nobody has seen that it is a picture or a video.

    A whole export of a messenger, with her contacts and sessions, would be such a file.
    """
    unseen = detail.item.state is State.PENDING
    return unseen or detail.item.reason in UNSEEN


def is_wanted(detail: ItemDetail, level: Level) -> bool:
    """Whether the file itself is asked for: a covered capture beside her own face, too."""
    covered = kind_of(detail.operation) is CaptureKind.COVERED
    return level is Level.ORIGINALS or (covered and level is Level.CROPS)


def item_record(
    detail: ItemDetail,
    level: Level,
    capture_of: int | None = None,
    before: FirstAnswers = NOT_KNOWN,
) -> Record:
    """An item as the lists say it; of faces only those that were confirmed.

    Args:
        capture_of: The item that a screen capture shows.
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
    fields["is_capture"] = kind_of(detail.operation) is not None
    fields["capture_of"] = capture_of
    fields["is_derivative"] = fields["is_derivative"] or fields["is_capture"]
    return _clean(fields)


def unchecked_records(case: Case) -> tuple[Record, ...]:
    """What of the case could not be checked, and why."""
    return tuple(
        _clean(
            {
                "item_no": item.item,
                "original_filename": item.name,
                "sha256": item.sha256,
                "reason": item.reason and str(item.reason),
            }
        )
        for item in case.items(State.UNCHECKED)
    )


def items_json(records: Sequence[Record], unchecked: Sequence[Record]) -> Member:
    """The list for programs."""
    lists = {"items": JsonList(records), "unchecked": JsonList(unchecked)}
    return Member.of("data/items.json", json_text({"format": FORMAT}, lists))


def items_csv(records: Sequence[Record]) -> Member:
    """The list for spreadsheets (UTF-8 with a byte order mark, CRLF); lists in cells are left out.

    Text that a spreadsheet would run as a formula has an apostrophe before it.
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


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _without_path(source: Mapping[str, object]) -> Record:
    return {name: value for name, value in source.items() if name not in LEFT_OUT}


def _clean(fields: Mapping[str, object]) -> Record:
    return {name: _valid(value) for name, value in fields.items()}


def _valid(value: object) -> object:
    """Text that is no valid Unicode, as a file name may be, with \\ud800 for what is not."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case Mapping():
            return _clean(value)
        case list():
            return [_valid(each) for each in value]
    return value
