"""Find the own photos that an item was likely made from: leads to follow, not findings.

A photo that was used whole is found by its PDQ and comes first. The others follow in the order in
which their faces resemble those of the item. A face that was cut out and pasted keeps its pose and
expression, which is noted; a face swap has the pose and expression of another picture.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.cases.confirmed import confirmed_faces
from app.enrol.attestation import Attestation
from app.enrol.photo_scan import scan_photos, wipe_scans
from app.errors import FileMissingError
from app.intake import as_on_disk
from app.intake.photo_file import NamedOpener, photo_file
from app.job import Job
from app.review.errors import ItemNotScannedError
from app.review.photo_comparison import ComparedFace, FaceComparison, picture_distance
from app.sandbox.interfaces import FaceScanner, PackServices
from face.errors import UnreadableMediaError
from face.packs import DEFAULT_PACK
from face.types import Reason, Scan
from storage.case import Case
from storage.errors import CheckCopyError, FaceMissingError
from storage.types import CaseKind, ItemDetail, StoredFace

if TYPE_CHECKING:
    from face.matching.calibration import Calibration


class Resemblance(StrEnum):
    """Why a photo is a lead. Its text is "sources.because.NAME"."""

    SAME_PICTURE = "same-picture"
    SAME_POSE = "same-pose"
    RESEMBLES = "resembles"


class NotCompared(StrEnum):
    """Why a readable photo is no lead. Its text is "sources.not.NAME"."""

    NO_FACE = "no-face"
    UNLIKE = "unlike"
    OTHER_PACK = "other-pack"


@dataclass(frozen=True, slots=True)
class ComparisonTarget:
    """What the photos are compared with.

    Attributes:
        item: Number of an item.
        face: Number of a face in it; None for the confirmed faces, or all when none is confirmed.
    """

    item: int
    face: int | None = None


@dataclass(frozen=True, slots=True)
class SourcePhoto:
    """A photo that the item may have been made from.

    Attributes:
        photo: Name of the photo.
        face: Number of the item's face that it resembles; None when the whole picture is the same.
        time_ms: Where in a video that is; 0 in a picture.
    """

    photo: str
    because: Resemblance
    face: int | None
    time_ms: int


@dataclass(frozen=True, slots=True)
class SourcePhotos:
    """The result of a search for source photos.

    Attributes:
        leads: The likeliest first; empty when no photo stands out.
        others: The names of the photos that are no lead, and why.
    """

    leads: tuple[SourcePhoto, ...]
    others: tuple[tuple[str, NotCompared | Reason], ...]


def photos_in(place: Path) -> Iterator[NamedOpener]:
    """Return all files below a folder, sorted by path, or the one file.

    Raises:
        FileMissingError: There is no such file or folder.
    """
    folder = as_on_disk(place)
    if not folder.is_dir():
        if not folder.exists():
            raise FileMissingError(str(folder))
        yield photo_file(folder)
        return
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            yield replace(photo_file(path), name=str(path.relative_to(folder)))


def find_source_photos(
    case: Case,
    services: PackServices,
    target: ComparisonTarget,
    photos: Path,
    attestation: Attestation,
) -> Job[SourcePhotos]:
    """Compare all photos of a folder, or one photo, with an item.

    The photos are scanned with the pack that the item was scanned with, or else the default one.

    Raises:
        FileMissingError: There is no such file or folder. Also what `likeliest_source_photos`
            raises.
    """
    openers = list(photos_in(photos))
    wanted = case.item(target.item).pack
    installed = (pack.name for pack in services.packs() if pack.installed)
    pack = next((name for name in installed if name == wanted), DEFAULT_PACK)
    with services.scanner(pack, crops=False) as scanner:
        calibration = services.calibration
        job = likeliest_source_photos(case, target, openers, scanner, calibration, attestation)
        return (yield from job)


def likeliest_source_photos(
    case: Case,
    target: ComparisonTarget,
    photos: Sequence[NamedOpener],
    scanner: FaceScanner,
    calibration: "Callable[[str, str], Calibration]",
    attestation: Attestation,
) -> Job[SourcePhotos]:
    """Compare one person's photos with one item, then wipe what was found in the photos.

    Args:
        attestation: Whose photos they are. Like the number of photos, it goes into the custody log
            before any photo is scanned.

    Raises:
        ItemMissingError, FaceMissingError: There is no such item or face.
        CheckCopyError: The case is a check copy.
        ValueError: `attestation` is none.
        ItemNotScannedError: The item was never scanned.
    """
    if case.kind is CaseKind.CHECK_COPY:
        raise CheckCopyError(str(case.path))
    detail = case.item(target.item)
    if detail.pack is None or detail.pipeline is None:
        raise ItemNotScannedError(target.item)
    wanted = [ComparedFace.of(face, detail) for face in _wanted_faces(detail, target.face)]
    faces = FaceComparison(detail.pack, detail.pipeline, wanted, calibration)
    role = Attestation(attestation)
    case.custody.append("attest", role, {"photos": len(photos)})
    results = yield from scan_photos(photos, scanner)
    try:
        case.custody.append("sources", role, {"item": target.item, "photos": len(photos)})
        return _rank(detail, zip((each.name for each in photos), results, strict=True), faces)
    finally:
        wipe_scans(results)


def _rank(
    detail: ItemDetail,
    photos: Iterable[tuple[str, Scan | UnreadableMediaError]],
    faces: FaceComparison,
) -> SourcePhotos:
    """Sort the photos: same pictures first, fewest differing bits first, then by similarity."""
    leads: list[tuple[int, float, SourcePhoto]] = []
    others: list[tuple[str, NotCompared | Reason]] = []
    for name, result in photos:
        if isinstance(result, UnreadableMediaError):
            others.append((name, result.reason))
            continue
        found = _same_picture(name, detail, result) or _same_person(name, result, faces)
        if found is None:
            others.append((name, _why_not(result, faces)))
        else:
            leads.append(found)
    leads.sort(key=lambda each: each[:2])
    return SourcePhotos(tuple(lead for *_, lead in leads), tuple(others))


def _why_not(photo: Scan, faces: FaceComparison) -> NotCompared:
    if not photo.tracks:
        return NotCompared.NO_FACE
    return NotCompared.UNLIKE if faces.is_comparable(photo) else NotCompared.OTHER_PACK


def _same_picture(
    name: str, detail: ItemDetail, photo: Scan
) -> tuple[int, float, SourcePhoto] | None:
    found = picture_distance(detail, photo.facts)
    if found is None:
        return None
    bits, time_ms = found
    return 0, float(bits), SourcePhoto(name, Resemblance.SAME_PICTURE, None, time_ms)


def _same_person(
    name: str, photo: Scan, faces: FaceComparison
) -> tuple[int, float, SourcePhoto] | None:
    pair = faces.best_pair(photo)
    if pair is None:
        return None
    because = Resemblance.SAME_POSE if pair.same_pose else Resemblance.RESEMBLES
    lead = SourcePhoto(name, because, pair.of_item.number, pair.of_item.time_ms)
    return 1, -pair.similarity, lead


def _wanted_faces(detail: ItemDetail, wanted: int | None) -> Sequence[StoredFace]:
    if wanted is None:
        return confirmed_faces(detail) or detail.faces
    faces = [face for face in detail.faces if face.number == wanted]
    if not faces:
        raise FaceMissingError(detail.item.item, wanted)
    return faces
