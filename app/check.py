"""Compare her face with every face of the case and say who resembles her."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.attestation import Attestation
from app.confirmed import contents_of, resembling
from app.coverage import unclear
from app.enrol import OwnPhoto, photo_file
from app.first_answers import FirstAnswer, FirstAnswers, first_answers
from app.job import Job, Progress
from app.own_face import OwnFace, Template
from app.program import Looker
from app.verdicts import decided_rows
from face import matching
from face.types import FrameHash
from storage.case import Case
from storage.types import Kind, TrackIndex, Verdict

if TYPE_CHECKING:
    from face.matching.calibration import Calibration


@dataclass(frozen=True, slots=True)
class Hit:
    """A face that resembles hers.

    Attributes:
        face: Number of the best face of its track.
        band: "strong" or "some".
        similarity: Cosine, -1..1.
        score: The same, normalised against the crowd.
        time_ms: Where in a video the face is seen best; 0 in a picture.
        interval_ms: From when to when it is seen.
        decision: What she decided about it before, or None.
        by_photos: The band that her photos alone give it; None where they do not bring it up, and
            only they and the confirmed faces together do.
        pdq: Hash of how its picture looks, 64 hex digits; None in a video or a check copy.
        pdq_quality: How much that hash says, 0..100.
        frame_hashes: The same of the moments of a video.
        first: What it was called when it first came up in an earlier check; None: it never did.
    """

    item: int
    face: int
    name: str | None
    sha256: str | None
    band: str
    similarity: float
    score: float
    time_ms: int
    interval_ms: tuple[int, int]
    decision: Verdict | None
    by_photos: str | None
    pdq: str | None = None
    pdq_quality: int | None = None
    frame_hashes: tuple[FrameHash, ...] = ()
    first: FirstAnswer | None = None

    @property
    def is_new(self) -> bool:
        """Whether nobody has decided on it, and no check brought it up before."""
        return self.decision is None and self.first is None


@dataclass(frozen=True, slots=True)
class Unchecked:
    """An item that could not be checked, or (`partly`) not all of it."""

    item: int
    name: str | None
    reason: str
    partly: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check found.

    Attributes:
        items, faces, tracks: How much there is in the case, and compared (tracks).
        photos: What became of each own photo.
        differ: Two own photos that do not look like one person, or None.
        confirmed: Confirmed faces of the case that were used as further own photos.
        left_out: Confirmed faces that resemble the own photos too little to be used.
        rejected: Tracks that were rejected before and are not shown again.
        calibrated: Whether the pack was ever measured.
        cohort: Where the statistics of the crowd came from, and how many faces they rest on.
        expected_strong, expected_some: Look-alikes to expect in each band.
        hits: Best first.
        is_copy: Whether it was a check copy, in which nothing but numbers can be looked at.
        threshold: Normalised scores from which on a face is called strong, some.
        earlier_checks: How many checks came before; None where the custody log was changed, so
            that nobody knows what came up in them.
    """

    pack: str
    pipeline: str
    items: int
    faces: int
    tracks: int
    photos: tuple[OwnPhoto, ...]
    differ: tuple[str, str] | None
    confirmed: int
    left_out: int
    rejected: int
    calibrated: bool
    cohort: tuple[str, int]
    expected_strong: float
    expected_some: float
    hits: tuple[Hit, ...]
    unchecked: tuple[Unchecked, ...]
    is_copy: bool = False
    threshold: tuple[float, float] | None = None
    earlier_checks: int | None = 0


def check(
    case: Case,
    template: Template,
    calibration: "Callable[[str, str], Calibration]",
    attestation: Attestation,
) -> Job[Answer]:
    """Check one person's face against the case.

    Args:
        template: Her face; it is wiped at the end.
        calibration: Gives what was measured of a pack and pipeline.
        attestation: Whose face it is; goes into the custody log, as the check does. The face
            never does.

    Raises:
        ValueError: Something else than an attestation.
    """
    with template:
        role = Attestation(attestation)
        said = {"photos": len(template.used), "challenge": str(template.challenge)}
        case.custody.append("attest", role, said)
        yield Progress(0, 1)
        answer = _compare(case, template, calibration(template.pack, template.pipeline))
        yield Progress(1, 1)
    _log(case, answer, role)
    return answer


def check_photos(
    case: Case,
    photos: Sequence[Path],
    looker: Looker,
    calibration: "Callable[[str, str], Calibration]",
    attestation: Attestation,
) -> Job[Answer]:
    """Look at photos, check the face in them, and forget it.

    Raises:
        OwnPhotosUnusableError: Not one photo can be used.
        ValueError: Something else than an attestation; no photo is looked at.
    """
    role = Attestation(attestation)
    own = OwnFace()
    try:
        yield from own.add([photo_file(photo) for photo in photos], looker)
        return (yield from check(case, own.template(), calibration, role))
    finally:
        own.forget()


def _compare(case: Case, template: Template, calibration: "Calibration") -> Answer:
    index = case.tracks(template.pack, template.pipeline)
    tracks = index.embeddings.reshape(len(index), template.embeddings.shape[1])
    verdicts = decided_rows(case, index)
    rejected = [row for row, verdict in verdicts.items() if verdict is Verdict.REJECT]
    confirmed = [row for row, verdict in verdicts.items() if verdict is Verdict.CONFIRM]
    used = resembling(template.embeddings, tracks, confirmed, calibration.same_person)

    def compare(contents: NDArray[np.integer]) -> matching.Outcome:
        return matching.check(
            template.embeddings,
            tracks,
            calibration,
            groups=index.item,
            rejected=_mask(len(index), rejected),
            confirmed=matching.Confirmed(used, contents),
        )

    outcome = compare(index.item)
    contents = contents_of(case, index, [hit.row for hit in outcome.hits], used)
    if not np.array_equal(contents, index.item):
        outcome = compare(contents)
    before = first_answers(case)
    info = case.info()
    differ = template.differ(calibration.same_person)
    return Answer(
        pack=template.pack,
        pipeline=template.pipeline,
        items=sum(info.items.values()),
        faces=info.faces,
        tracks=len(index),
        photos=template.photos,
        differ=differ and (differ[0].name, differ[1].name),
        confirmed=len(used),
        left_out=len(confirmed) - len(used),
        rejected=len(rejected),
        calibrated=outcome.calibrated,
        cohort=(str(outcome.cohort_origin), outcome.cohort_size),
        expected_strong=outcome.expected_strong,
        expected_some=outcome.expected_some,
        hits=tuple(_hit(case, index, hit, verdicts.get(hit.row), before) for hit in outcome.hits),
        unchecked=tuple(
            Unchecked(each.item.item, each.item.name, each.reason, each.partly)
            for each in unclear(case, template.pack, template.pipeline)
        ),
        is_copy=case.kind is Kind.CHECK_COPY,
        threshold=(outcome.threshold_strong, outcome.threshold_some),
        earlier_checks=before.checks,
    )


def _mask(length: int, rows: Sequence[int]) -> NDArray[np.bool_]:
    mask = np.zeros(length, np.bool_)
    mask[list(rows)] = True
    return mask


def _hit(
    case: Case,
    index: TrackIndex,
    hit: matching.Hit,
    decision: Verdict | None,
    before: FirstAnswers,
) -> Hit:
    row = hit.row
    detail = case.item(int(index.item[row]))
    (track,) = (each for each in detail.tracks if each.number == index.track[row])
    times = [seen.time_ms for seen in detail.faces if seen.number == track.face]
    return Hit(
        item=detail.item.item,
        face=track.face,
        name=detail.item.name,
        sha256=detail.item.sha256,
        band=str(hit.band),
        similarity=float(hit.similarity),
        score=float(hit.score),
        time_ms=times[0] if times else 0,
        interval_ms=(track.first_ms, track.last_ms),
        decision=decision,
        by_photos=hit.by_photos and str(hit.by_photos),
        pdq=detail.pdq,
        pdq_quality=detail.pdq_quality,
        frame_hashes=detail.frame_hashes,
        first=before.of(detail, track),
    )


def _log(case: Case, answer: Answer, role: Attestation) -> None:
    """Note all that a report has to state of the check; fractions as text, as the log wants it."""
    bands = [hit.band for hit in answer.hits]
    origin, size = answer.cohort
    details = {
        "version": version("geoul"),
        "pack": answer.pack,
        "pipeline": answer.pipeline,
        "calibrated": answer.calibrated,
        "items": answer.items,
        "tracks": answer.tracks,
        "photos": sum(photo.used for photo in answer.photos),
        "confirmed": answer.confirmed,
        "cohort": {"origin": origin, "size": size},
        "threshold": _by_band(answer.threshold),
        "expected": _by_band((answer.expected_strong, answer.expected_some)),
        "strong": bands.count("strong"),
        "some": bands.count("some"),
        "found": [[hit.item, hit.face, hit.band] for hit in answer.hits],
        "unchecked": len(answer.unchecked),
    }
    if answer.confirmed:
        details["by_photos"] = [
            [hit.item, hit.face, hit.by_photos] for hit in answer.hits if hit.by_photos
        ]
    case.custody.append("check", role, details)


def _by_band(numbers: tuple[float, float] | None) -> dict[str, str]:
    return dict(zip(("strong", "some"), (f"{each:.4g}" for each in numbers or ()), strict=False))
