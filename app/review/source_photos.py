"""Which of the person's own photos an item was likely made from: a lead to follow, no finding.

A photo that was used whole shows in its PDQ and comes first. The others are in the order in which
their faces resemble the item's. Of a face that was cut out and put elsewhere, pose and expression
stay, which is told beside; a face swap keeps neither, but has those of another picture.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, product
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.cases.confirmed import confirmed_faces
from app.cases.near_duplicates import MAX_DISTANCE, MIN_QUALITY
from app.enrol.attestation import Attestation
from app.enrol.photo_feedback import scan_photos, wipe_scans
from app.errors import FileMissingError
from app.intake import as_on_disk
from app.intake.photo_file import NamedOpener, photo_file
from app.job import Job
from app.review.errors import NotLookedAtError
from app.review.faces_in_common import FacesInCommon
from app.sandbox.interfaces import FaceScanner, PackServices
from face.errors import UnreadableMediaError
from face.packs import DEFAULT_PACK
from face.types import Face, MediaFacts, Reason, Scan
from storage.case import Case
from storage.errors import CheckCopyError, FaceMissingError
from storage.types import CaseKind, ItemDetail, StoredFace

if TYPE_CHECKING:
    from face.matching.calibration import Calibration

MOST_SHAPE_DISTANCE = 0.07
"""How far the points of two faces may lie apart (`_shape`) to be of one picture."""
MOST_YAW = 0.2

Points = NDArray[np.complex128]
"""The five landmarks in pixels, about their middle: x + iy."""


class Resemblance(StrEnum):
    """Why a photo is a lead. The words are "sources.because.NAME"."""

    SAME_PICTURE = "same-picture"
    SAME_POSE = "same-pose"
    RESEMBLES = "resembles"


class NotCompared(StrEnum):
    """Why a photo that was opened is none. The words are "sources.not.NAME"."""

    NO_FACE = "no-face"
    UNLIKE = "unlike"
    OTHER_PACK = "other-pack"


@dataclass(frozen=True, slots=True)
class ItemFace:
    """What the photos are compared with.

    Attributes:
        face: Number of a face; None for those that were confirmed, or all while none is.
    """

    item: int
    face: int | None = None


@dataclass(frozen=True, slots=True)
class SourcePhoto:
    """A photo that the item may have been made from.

    Attributes:
        face: The face of the item that it was compared with; None when the picture is the same.
        time_ms: Where in a video; 0 in a picture.
    """

    photo: str
    because: Resemblance
    face: int | None
    time_ms: int


@dataclass(frozen=True, slots=True)
class SourcePhotos:
    """What was found.

    Attributes:
        leads: The likeliest first; none when no photo stands out.
        others: The photos that are no lead, and why.
    """

    leads: tuple[SourcePhoto, ...]
    others: tuple[tuple[str, NotCompared | Reason], ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A face of the item."""

    number: int
    time_ms: int
    face: Face
    points: Points


def photos_in(place: Path) -> Iterator[NamedOpener]:
    """All files below a folder, or the one file, by name.

    Raises:
        FileMissingError
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
    case: Case, services: PackServices, of: ItemFace, photos: Path, attestation: Attestation
) -> Job[SourcePhotos]:
    """Look at all photos of a folder, or at one, with what looked at the item, if it is there.

    Raises:
        FileMissingError, and what `likeliest_source_photos` raises.
    """
    openers = list(photos_in(photos))
    wanted = case.item(of.item).pack
    installed = (pack.name for pack in services.packs() if pack.installed)
    pack = next((name for name in installed if name == wanted), DEFAULT_PACK)
    with services.scanner(pack, crops=False) as scanner:
        calibration = services.calibration
        job = likeliest_source_photos(case, of, openers, scanner, calibration, attestation)
        return (yield from job)


def likeliest_source_photos(
    case: Case,
    of: ItemFace,
    photos: Sequence[NamedOpener],
    scanner: FaceScanner,
    calibration: "Callable[[str, str], Calibration]",
    attestation: Attestation,
) -> Job[SourcePhotos]:
    """Compare one person's photos with one item. They are forgotten.

    Args:
        attestation: Whose photos they are. It goes into the custody log before one is looked at,
            as in a check; so does how many there were.

    Raises:
        ItemMissingError, FaceMissingError, CheckCopyError
        ValueError: Something else than an attestation.
        NotLookedAtError: Nothing is known of how it looks.
    """
    if case.kind is CaseKind.CHECK_COPY:
        raise CheckCopyError(str(case.path))
    detail = case.item(of.item)
    if detail.pack is None or detail.pipeline is None:
        raise NotLookedAtError(of.item)
    seen = _faces(detail, of.face)
    in_common = FacesInCommon(detail.pack, detail.pipeline, calibration)
    role = Attestation(attestation)
    case.custody.append("attest", role, {"photos": len(photos)})
    results = yield from scan_photos(photos, scanner)
    try:
        case.custody.append("sources", role, {"item": of.item, "photos": len(photos)})
        looked_at = zip((photo.name for photo in photos), results, strict=True)
        return _sources(detail, seen, looked_at, in_common)
    finally:
        wipe_scans(results)


def _sources(
    detail: ItemDetail,
    seen: Sequence[_Seen],
    photos: Iterable[tuple[str, Scan | UnreadableMediaError]],
    in_common: FacesInCommon,
) -> SourcePhotos:
    leads: list[tuple[int, float, SourcePhoto]] = []
    others: list[tuple[str, NotCompared | Reason]] = []
    for name, result in photos:
        if isinstance(result, UnreadableMediaError):
            others.append((name, result.reason))
            continue
        found = _whole(name, detail, result) or _of_faces(name, result, seen, in_common)
        if found is None:
            others.append((name, _why_not(result, seen, in_common)))
        else:
            leads.append(found)
    leads.sort(key=lambda each: each[:2])
    return SourcePhotos(tuple(lead for *_, lead in leads), tuple(others))


def _why_not(photo: Scan, seen: Sequence[_Seen], in_common: FacesInCommon) -> NotCompared:
    if not photo.tracks:
        return NotCompared.NO_FACE
    apart = seen and not _pairs(photo, seen, in_common)
    return NotCompared.OTHER_PACK if apart else NotCompared.UNLIKE


def _whole(name: str, detail: ItemDetail, photo: Scan) -> tuple[int, float, SourcePhoto] | None:
    """The photo as a whole, when the item or a moment of it looks like that."""
    facts = photo.facts
    if facts.pdq is None or (facts.pdq_quality or 0) < MIN_QUALITY:
        return None
    apart = [(_bits(facts.pdq, pdq), time_ms) for time_ms, pdq in _looks(detail)]
    bits, time_ms = min(apart, default=(MAX_DISTANCE + 1, 0))
    if bits > MAX_DISTANCE:
        return None
    return 0, float(bits), SourcePhoto(name, Resemblance.SAME_PICTURE, None, time_ms)


def _looks(detail: ItemDetail) -> Iterator[tuple[int, str]]:
    """When an item looks how, as far as that says enough."""
    if detail.pdq is not None and (detail.pdq_quality or 0) >= MIN_QUALITY:
        yield 0, detail.pdq
    for each in detail.frame_hashes:
        if each.quality >= MIN_QUALITY:
            yield each.time_ms, each.pdq


def _bits(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _pairs(
    photo: Scan, seen: Sequence[_Seen], in_common: FacesInCommon
) -> list[tuple[Face, _Seen, float]]:
    """All pairs of a face in the photo and one in the item; none where they are not comparable."""
    faces = [each.face for track in photo.tracks for each in track.faces]
    cosines = in_common.cosines(photo.pipeline, faces, [each.face for each in seen])
    rows = [] if cosines is None else cosines.tolist()
    pairs = zip(product(faces, seen), chain.from_iterable(rows), strict=False)
    return [(face, other, cosine) for (face, other), cosine in pairs]


def _of_faces(
    name: str, photo: Scan, seen: Sequence[_Seen], in_common: FacesInCommon
) -> tuple[int, float, SourcePhoto] | None:
    """The best of all pairs of a face in the photo and one in the item."""
    found = []
    for face, other, similarity in _pairs(photo, seen, in_common):
        if similarity >= in_common.same_person(photo.pipeline):
            posed = _same_pose(face, _points(face, photo.facts), other)
            because = Resemblance.SAME_POSE if posed else Resemblance.RESEMBLES
            lead = SourcePhoto(name, because, other.number, other.time_ms)
            found.append((1, -similarity, lead))
    return min(found, key=lambda each: each[:2], default=None)


def _faces(detail: ItemDetail, wanted: int | None) -> list[_Seen]:
    width, height = detail.width or 1, detail.height or 1
    return [
        _Seen(each.number, each.time_ms, each.face, _centred(each.face, width, height))
        for each in _wanted(detail, wanted)
    ]


def _wanted(detail: ItemDetail, wanted: int | None) -> Sequence[StoredFace]:
    if wanted is None:
        return confirmed_faces(detail) or detail.faces
    faces = [face for face in detail.faces if face.number == wanted]
    if not faces:
        raise FaceMissingError(detail.item.item, wanted)
    return faces


def _points(face: Face, facts: MediaFacts) -> Points:
    return _centred(face, facts.width, facts.height)


def _centred(face: Face, width: int, height: int) -> Points:
    points = face.landmarks[:, 0] * float(width) + 1j * (face.landmarks[:, 1] * float(height))
    return np.asarray(points - points.mean(), np.complex128)


def _same_pose(face: Face, points: Points, other: _Seen) -> bool:
    """Whether it is turned and expressed alike. A picture that was turned (roll) stays the same."""
    turned = abs(face.traits.yaw - other.face.traits.yaw)
    return turned <= MOST_YAW and _shape(points, other.points) <= MOST_SHAPE_DISTANCE


def _shape(one: Points, other: Points) -> float:
    """How far points lie apart when moved, turned and scaled onto each other (Procrustes).

    Returns:
        Root mean square, in parts of the face's own: 0 for a copy, about 0.1 for another photo.
    """
    fitted = one * np.vdot(one, other) / np.vdot(one, one)
    return float(np.linalg.norm(other - fitted) / np.linalg.norm(other))
