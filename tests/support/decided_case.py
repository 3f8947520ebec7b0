"""Cases with items that were decided on."""

from dataclasses import replace
from pathlib import Path

from app.handover.captures import CaptureDetails, add_captures
from app.job import finish
from face.types import Reason, Scan, SeenFace
from storage.case import Case
from storage.hashes import hash_chunks
from storage.types import KeptMedia, Source, Verdict
from tests.support.case_samples import CHEAP, scan_of, seen
from tests.support.fake_program import ME, SOMEBODY, picture

PHRASE = "only for these tests"

HER = Source(
    path="/home/her-own-name/Downloads/a.jpg",
    filename="=cmd|' /C calc'!A0",
    mtime_ns=1_700_000_000 * 10**9,
    acquired_at_utc="2026-01-02T03:04:05.678+00:00",
    acquired_at_local="2026-01-02T12:04:05.678+09:00",
    tz="KST",
    role="self",
    how_obtained="tip-off",
    platform="Telegram",
    room_title="방",
    room_link="https://t.me/+x",
    message_id="12",
    message_time_unix=1_700_000_000,
    sender_display="@보낸이",
    url="https://example.org/p?a=1&b=2",
    personal_data="해오름중학교 3학년",
    note="첫 줄\n둘째 줄",
)


def content_of(name: str) -> bytes:
    """What is in a file."""
    return f"content of {name}".encode() * 1000


def add(case: Case, name: str, *faces: str, source: Source | None = None) -> int:
    """Add an item with these faces; each has a crop that says whose it is."""
    content = content_of(name)
    source = source or Source(f"/home/her-own-name/{name}", name)
    item = case.add_content(hash_chunks([content]), len(content), source).item
    if case.media is KeptMedia.ORIGINALS:
        case.store_original(item, [content])
    case.store_scan(item, _scan(*faces))
    return item


def _scan(*faces: str) -> Scan:
    scan = scan_of(*faces)
    tracks = tuple(
        replace(track, faces=(_with_crop(name, place),))
        for place, (name, track) in enumerate(zip(faces, scan.tracks, strict=True))
    )
    return replace(scan, tracks=tracks)


def _with_crop(name: str, place: int) -> SeenFace:
    return seen(name, left=0.3 * place, crop=f"crop of {name}".encode())


def make(path: Path, media: KeptMedia = KeptMedia.NONE, *, crops: bool = True) -> Case:
    """Item 1: her and somebody, her face confirmed. 2: her alone, confirmed as a whole.

    3: somebody, rejected. 4: her, not decided. 5: her and somebody, confirmed as a whole. 6: could
    not be checked.
    """
    case, _ = Case.create(path, PHRASE, media=media, crops=crops, cost=CHEAP)
    add(case, "a", "her", "somebody", source=HER)
    add(case, "b", "her")
    add(case, "c", "somebody")
    add(case, "d", "her")
    add(case, "e", "her", "somebody")
    add(case, "f")
    case.mark_unchecked(6, Reason.DAMAGED)
    case.decide(1, Verdict.CONFIRM, face=case.item(1).tracks[0].face, role="self")
    case.decide(2, Verdict.CONFIRM, role="counsellor")
    case.decide(3, Verdict.REJECT)
    case.decide(5, Verdict.CONFIRM)
    return case


def with_captures(path: Path, media: KeptMedia, *, crops: bool = True) -> Case:
    """Make such a case with three captures.

    Number 7 is covered and 8 is not; both show item 1. 9 shows item 4, which was not confirmed.
    """
    case = make(path / "case", media, crops=crops)
    shots = [(ME, 1, True), (SOMEBODY, 1, False), ((1, 2, 3), 4, True)]
    for number, (colour, shows, covered) in enumerate(shots):
        shot = path / f"{number}.png"
        shot.write_bytes(picture(colour))
        finish(add_captures(case, [shot], CaptureDetails(shows=shows, covered=covered)))
        case.store_scan(7 + number, scan_of())
    return case


def with_one_original(path: Path, original: bytes) -> Path:
    """Make a case with one confirmed item whose original is kept, and close it."""
    with make(path, KeptMedia.ORIGINALS) as case:
        source = Source("/long", "long")
        item = case.add_content(hash_chunks([original]), len(original), source).item
        case.store_original(item, [original])
        case.store_scan(item, scan_of("her"))
        case.decide(item, Verdict.CONFIRM)
    return path
