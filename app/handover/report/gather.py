"""Read the content of a report from a case."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version

from app.cases.confirmed import confirmed_faces
from app.cases.people import of_person, people
from app.check.first_answers import FirstAnswers, first_answers, is_check_of
from app.handover.bundle_plan import Level
from app.handover.report.content import (
    Appearance,
    Check,
    CustodySummary,
    Exhibit,
    Report,
    Unclear,
    groups_of,
)
from app.scan import coverage
from face.packs.catalogue import BUILT_IN, LISTINGS, ModelFile, People, poor_at
from face.packs.files import added_digests, files_of
from face.packs.pipelines import parse
from storage.bundle.bag import BundleIdentity
from storage.case import Case
from storage.clock import Moment
from storage.custody import CustodyEntry, Details
from storage.types import Decision, ItemDetail, StoredFace, Verdict

STRENGTH = (Verdict.CONFIRM, Verdict.UNSURE, Verdict.REJECT)
"""Decisions on faces in the order in which one of them counts for their item."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What a report is to be about.

    Attributes:
        items: Numbers of the items, in order.
        made: When the bundle around the report was made.
        sealed: The bundle around the report, or None.
        person: Number of the person whom the bundle is about.
    """

    items: Sequence[int]
    level: Level
    made: Moment
    sealed: BundleIdentity | None = None
    person: int = 1


def gather_report(case: Case, wanted: ReportRequest) -> Report:
    """Read everything that a report says.

    Raises:
        ItemMissingError
    """
    check, custody = _log(case, wanted.person)
    last = _bands(check, case.renumbered())
    answers = _CheckAnswers(last, first_answers(case, wanted.person))
    pictures = wanted.level is not Level.LIST
    details = [of_person(case.item(number), wanted.person) for number in wanted.items]
    captures = case.captures.all()
    exhibits = tuple(
        replace(
            _exhibit(detail, answers, pictures=pictures),
            shows=next((each.shows for each in captures if each.item == detail.item.item), None),
            captures=tuple(each.item for each in captures if each.shows == detail.item.item),
        )
        for detail in details
    )
    return Report(
        info=case.info(),
        made_utc=wanted.made.utc,
        tz=wanted.made.tz,
        version=version("geoul"),
        level=wanted.level,
        exhibits=exhibits,
        check=check,
        unclear=_unclear(case, check),
        decisions=tuple(
            sorted(
                (each for detail in details for each in _shareable_decisions(detail)),
                key=lambda d: d.at_utc,
            )
        ),
        custody=custody,
        sealed=wanted.sealed,
        person=wanted.person,
        people=people(case),
        made_by=_last_role(case, "export"),
    )


def _last_role(case: Case, action: str) -> str:
    """Return who did something last, by the custody log; "" where nobody did or was named."""
    return next(reversed([e.role for e in case.custody.entries() if e.action == action]), "")


@dataclass(frozen=True, slots=True)
class _CheckAnswers:
    """Bands of faces in the last check, by their number, and the first answers about them."""

    last: dict[int, str]
    first: FirstAnswers


def _exhibit(detail: ItemDetail, answers: _CheckAnswers, *, pictures: bool) -> Exhibit:
    verdicts = {decision.face: decision.verdict for decision in detail.decisions}
    of_faces = [each for each in STRENGTH if each in verdicts.values()]
    verdict = verdicts.get(None) or next(iter(of_faces), None)
    undecided = _undecided(detail, answers.last) if verdict is Verdict.CONFIRM else ()
    return Exhibit(
        detail,
        verdict,
        tuple(_appearances(detail, confirmed_faces(detail), answers, pictures=pictures)),
        tuple(_appearances(detail, undecided, answers, pictures=False)),
    )


def _undecided(detail: ItemDetail, bands: dict[int, str]) -> tuple[StoredFace, ...]:
    """Return the faces that the last check found and nobody decided on."""
    decided = {each.face for each in detail.decisions}
    decided |= {face.number for face in confirmed_faces(detail)}
    tracks = {face.track for face in detail.faces if face.number in decided}
    came_up = (face for face in detail.faces if face.number in bands)
    return tuple(face for face in came_up if face.track not in tracks)


def _appearances(
    detail: ItemDetail, faces: Iterable[StoredFace], answers: _CheckAnswers, *, pictures: bool
) -> Iterator[Appearance]:
    of_track = {face.track: face for face in faces}
    for track in sorted(detail.tracks, key=lambda each: (each.first_ms, each.number)):
        face = of_track.get(track.number)
        if face is not None:
            span = (track.first_ms, track.last_ms)
            crop = face.crop if pictures else None
            band, first = answers.last.get(track.face), answers.first.of(detail, track)
            yield Appearance(face.number, face.time_ms, span, band, crop, first)


def _shareable_decisions(detail: ItemDetail) -> Iterable[Decision]:
    """Return the decisions that may leave the case: on the item, and on confirmed faces."""
    own = {face.number for face in confirmed_faces(detail)}
    return (each for each in detail.decisions if each.face in {None, *own})


def _bands(check: Check | None, present: Mapping[int | None, int]) -> dict[int, str]:
    found = check.details.get("found", ()) if check else ()
    return {present.get(face, face): band for _item, face, band in found}


def _log(case: Case, person: int) -> tuple[Check | None, CustodySummary]:
    counts: Counter[str] = Counter()
    spans: dict[str, tuple[str, str]] = {}
    attested: CustodyEntry | None = None
    pair: tuple[CustodyEntry, CustodyEntry | None] | None = None
    for entry in case.custody.entries():
        counts[entry.action] += 1
        first, _ = spans.get(entry.action, (entry.at_utc, ""))
        spans[entry.action] = (first, entry.at_utc)
        if entry.action == "attest":
            attested = entry
        elif is_check_of(entry, person):
            pair = (entry, attested)
    found = case.custody.verify()
    if not found.ok:  # what such a log says of checks and decisions may be anything
        return None, CustodySummary(found.head, found.ok, counts, spans)
    differs = case.contradictions()
    summary = CustodySummary(
        found.head, found.ok, counts, spans, differs.decisions, differs.statements
    )
    return pair and _check(*pair), summary


def _check(entry: CustodyEntry, attested: CustodyEntry | None) -> Check:
    details = entry.details
    made_with = (str(details.get(name, "")) for name in ("pack", "pipeline"))
    return Check(
        entry.at_utc,
        entry.role,
        details,
        attested.details if attested else {},
        tuple((file.name, file.sha256) for file in _files(*made_with)),
        tuple(dict.fromkeys(_poor_at(details))),
    )


def _poor_at(details: Details) -> Iterator[People]:
    """Yield whom those recognisers of a pack that took part tell apart poorly."""
    listing = LISTINGS.get(str(details.get("pack", "")))
    if listing is None:
        return
    hers = parse(str(details.get("pipeline", "")))
    for group in groups_of(details) or [details]:
        found = parse(str(group.get("pipeline", "")))
        used = [
            each
            for each in listing.recognisers
            if not (hers and found)
            or each.file.digits in {*hers.recognisers} & {*found.recognisers}
        ]
        yield from poor_at(listing, used)


def _files(pack: str, pipeline: str) -> Iterator[ModelFile]:
    """Yield the files of a pack that the pipeline used."""
    listing = LISTINGS.get(pack)
    if listing is None:
        return
    found = parse(pipeline)
    if listing.detector in BUILT_IN:
        for network in BUILT_IN:
            if found is None or network.file.digits in {*found.detectors, *found.recognisers}:
                yield network.file
    yield from files_of(listing, added_digests(pack))


def _unclear(case: Case, check: Check | None) -> tuple[Unclear, ...]:
    found = coverage.incomplete_items(case, _compared(case, check))
    return tuple(
        Unclear(each.item.item, each.item.name, each.item.sha256, each.reason, each.partly)
        for each in found
    )


def _compared(case: Case, check: Check | None) -> list[tuple[str, str]] | None:
    """Return pack and pipeline of what the last check compared and the case still has, or None."""
    if check is None:
        return None
    compared = check.groups or (check.details,)
    pairs = [(each.get("pack"), each.get("pipeline")) for each in compared]
    uses = [(use.pack, use.pipeline) for use in case.info().packs]
    return [use for use in uses if use in pairs] or None
