"""Compare her face with every face of the case and say who resembles her."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.cases.errors import PersonUnlikeError
from app.cases.people import PERSON, person_meant
from app.check.answer import BANDS, Answer, Hit, PackComparison, UncheckedItem
from app.check.decisions_by_track import verdicts_by_row
from app.check.first_answers import FirstAnswers, first_answers
from app.check.further_photos import items_without_copies, rows_resembling_her
from app.enrol.attestation import Attestation
from app.enrol.own_face import OwnFace, Template
from app.enrol.photo_scan import numbered_photo
from app.job import Job, Progress
from app.sandbox.interfaces import FaceScanner
from app.scan.coverage import incomplete_items
from face import matching
from face.packs.pipelines import Shared, shared, widths
from storage.case import Case
from storage.errors import CaseDamagedError
from storage.types import CaseKind, PackUse, TrackIndex, Verdict

if TYPE_CHECKING:
    from face.matching.calibration import Calibration


def check(
    case: Case,
    template: Template,
    calibration: "Callable[[str, str], Calibration]",
    attestation: Attestation,
    person: int | None = None,
) -> Job[Answer]:
    """Check one person's face against the case.

    The attestation and the check go into the custody log; the face never does.

    Args:
        template: Her face; it is wiped at the end.
        calibration: Gives what was measured of a pack and pipeline.
        attestation: Whose face it is.
        person: Number of the person, as was said; None takes the only one there is.

    Raises:
        ValueError: `attestation` is none.
        PersonNotSaidError: Several people were checked before, and none was said.
        PersonUnlikeError: None was said, and the photos resemble no face that the only one
            confirmed.
    """
    with template:
        role = Attestation(attestation)
        meant = person_meant(case, None) if person is None else person
        said = {"photos": len(template.used), "challenge": str(template.challenge)}
        case.custody.append("attest", role, {**said, PERSON: meant})
        yield Progress(0, 1)
        answer = _compare(case, template, calibration, meant)
        if person is None and answer.left_out and not answer.confirmed:
            raise PersonUnlikeError(meant)
        yield Progress(1, 1)
    _log(case, answer, role)
    return answer


def check_photos(
    case: Case,
    photos: Sequence[Path],
    scanner: FaceScanner,
    calibration: "Callable[[str, str], Calibration]",
    attestation: Attestation,
    person: int | None = None,
) -> Job[Answer]:
    """Scan own photos, check the face in them, and wipe it.

    Args:
        photos: Paths that may end with the number of her face in the photo, as in group.jpg:2.
        person: As for `check`.

    Raises:
        PersonNotSaidError, PersonUnlikeError: As for `check`.
        OwnPhotosUnusableError: Not one photo can be used.
        ValueError: `attestation` is none; then no photo is scanned.
    """
    role = Attestation(attestation)
    own = OwnFace()
    try:
        yield from own.add([numbered_photo(photo) for photo in photos], scanner)
        return (yield from check(case, own.template(), calibration, role, person))
    finally:
        own.forget()


def _compare(
    case: Case,
    template: Template,
    calibration: "Callable[[str, str], Calibration]",
    person: int,
) -> Answer:
    """Compare what each pack and pipeline scanned by itself, and make one answer of it."""
    before = first_answers(case, person)
    comparable = _comparable(case, template)
    tracks = sum(each.use.tracks for each in comparable)
    compared = [
        _compare_one(case, template, each, calibration, before, _share(each.use.tracks, tracks))
        for each in comparable
    ]
    groups = tuple(each.group for each in compared)
    info = case.info()
    differ = template.differ(calibration(template.pack, template.pipeline).same_person)
    return Answer(
        pack=template.pack,
        pipeline=template.pipeline,
        items=sum(info.items.values()),
        faces=info.faces,
        tracks=sum(group.tracks for group in groups),
        photos=template.photos,
        differ=differ and (differ[0].label, differ[1].label),
        confirmed=sum(each.confirmed for each in compared),
        left_out=sum(each.left_out for each in compared),
        rejected=sum(each.rejected for each in compared),
        calibrated=all(group.calibrated for group in groups),
        cohort=groups[0].cohort,
        expected_strong=sum(group.expected[0] for group in groups),
        expected_some=sum(group.expected[1] for group in groups),
        hits=_best_first(hit for each in compared for hit in each.hits),
        unchecked=tuple(
            UncheckedItem(each.item.item, each.item.name, each.reason, each.partly)
            for each in incomplete_items(case, [(group.pack, group.pipeline) for group in groups])
        ),
        is_copy=case.kind is CaseKind.CHECK_COPY,
        threshold=groups[0].threshold,
        groups=groups,
        earlier_checks=before.checks,
        person=person,
    )


@dataclass(frozen=True, slots=True)
class _Comparable:
    """A pack and pipeline that scanned items, and the parts its vectors share with hers."""

    use: PackUse
    common: Shared


@dataclass(frozen=True, slots=True)
class _Compared:
    """The hits of one comparison, and how many decided tracks it used or left out."""

    group: PackComparison
    confirmed: int
    left_out: int
    rejected: int
    hits: tuple[Hit, ...]


def _comparable(case: Case, template: Template) -> list[_Comparable]:
    """Return what can be compared, the largest first.

    When there is nothing, one empty entry stands for the pack and pipeline of her photos.

    Raises:
        CaseDamagedError: One pipeline has vectors of two lengths.
    """
    dimension = template.embeddings.shape[1]
    found = []
    for use in sorted(case.info().packs, key=lambda use: -use.tracks):
        if use.pipeline == template.pipeline and use.dimension not in (0, dimension):
            raise CaseDamagedError(str(case.path))
        common = shared(template.pipeline, use.pipeline, (dimension, use.dimension))
        if common is not None:
            found.append(_Comparable(use, common))
    if found:
        return found
    nothing = PackUse(template.pack, template.pipeline, 0, 0, dimension)
    return [_Comparable(nothing, Shared(template.pipeline, None, None))]


def _compare_one(
    case: Case,
    template: Template,
    comparable: _Comparable,
    calibration_of: "Callable[[str, str], Calibration]",
    before: FirstAnswers,
    share: float,
) -> _Compared:
    use, common = comparable.use, comparable.common
    calibration = calibration_of(use.pack, common.pipeline)
    index = case.tracks(use.pack, use.pipeline, widths(use.pipeline, use.dimension))
    index = replace(index, embeddings=common.of_other(index.embeddings))
    verdicts = verdicts_by_row(case, index, before.person)
    rejected = [row for row, verdict in verdicts.items() if verdict is Verdict.REJECT]
    confirmed = [row for row, verdict in verdicts.items() if verdict is Verdict.CONFIRM]
    hers = common.of_one(template.embeddings)
    try:
        tracks = index.embeddings.reshape(len(index), hers.shape[1])
        used = rows_resembling_her(hers, tracks, confirmed, calibration.same_person)
        outcome = matching.check(
            hers,
            tracks,
            calibration,
            groups=index.item,
            rejected=_mask(len(index), rejected),
            confirmed=matching.ConfirmedFaces(
                used, partial(items_without_copies, case, index, confirmed=used)
            ),
            share=share,
        )
    finally:
        if hers is not template.embeddings:  # a copy; the template wipes itself
            hers.fill(0)
    return _Compared(
        group=PackComparison(
            pack=use.pack,
            pipeline=use.pipeline,
            items=use.items,
            tracks=len(index),
            older=use.pipeline != template.pipeline,
            calibrated=outcome.calibrated,
            cohort=(str(outcome.cohort_origin), outcome.cohort_size),
            expected=(outcome.expected_strong, outcome.expected_some),
            threshold=(outcome.threshold_strong, outcome.threshold_some),
        ),
        confirmed=len(used),
        left_out=len(confirmed) - len(used),
        rejected=len(rejected),
        hits=tuple(_hit(case, index, hit, verdicts.get(hit.row), before) for hit in outcome.hits),
    )


def _share(tracks: int, of: int) -> float:
    """Return which share of the look-alikes accepted in a check one comparison may bring.

    The shares add up to one, so that several comparisons bring no more than a single one would. A
    comparison without a track brings none in any case.
    """
    return tracks / of if tracks else 1.0


def _best_first(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Sort the hits of all comparisons: strong before some, best first in each."""
    return tuple(sorted(hits, key=lambda hit: (BANDS.index(hit.band), -hit.score)))


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
    """Log all that a report has to state about the check, with fractions as text."""
    bands = [hit.band for hit in answer.hits]
    origin, size = answer.cohort
    details: dict[str, object] = {
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
        **{band: bands.count(band) for band in BANDS},
        "found": [[hit.item, hit.face, hit.band] for hit in answer.hits],
        "unchecked": len(answer.unchecked),
        PERSON: answer.person,
    }
    if answer.older or len(answer.groups) > 1:
        details["groups"] = [_logged(group) for group in answer.groups]
    if answer.confirmed:
        details["by_photos"] = [
            [hit.item, hit.face, hit.by_photos] for hit in answer.hits if hit.by_photos
        ]
    case.custody.append("check", role, details)


def _logged(group: PackComparison) -> dict[str, object]:
    origin, size = group.cohort
    return {
        "pack": group.pack,
        "pipeline": group.pipeline,
        "items": group.items,
        "tracks": group.tracks,
        "calibrated": group.calibrated,
        "cohort": {"origin": origin, "size": size},
        "threshold": _by_band(group.threshold),
        "expected": _by_band(group.expected),
    }


def _by_band(numbers: tuple[float, float] | None) -> dict[str, str]:
    return dict(zip(BANDS, (f"{each:.4g}" for each in numbers or ()), strict=False))
