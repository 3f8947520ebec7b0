"""Run all steps on sample pictures: make a case, add, scan, check, and verify the answer."""

import secrets
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from app.check.answer import Answer, Hit
from app.check.check import check_photos
from app.demo import portrait
from app.demo.pictures import Sample, samples, write_own_photo
from app.enrol.attestation import Attestation
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import Job, Progress
from app.program import Services
from app.scan.scan import scan
from face.packs import DEFAULT_PACK
from storage.case import Case

SLACK_MS = 600
"""How far a found time may be off, since a video is sampled twice a second."""


@dataclass(frozen=True, slots=True)
class SampleResult:
    """The result for one sample.

    Attributes:
        hit: The best hit in it, or None.
        reason: Why it could not be checked, or None.
        right: Whether this is the expected result.
    """

    sample: Sample
    hit: Hit | None
    reason: str | None
    right: bool


@dataclass(frozen=True, slots=True)
class DemoResult:
    """The result of the demo.

    Attributes:
        seen: The results for all samples.
        seconds: How long each step took, by name, in the order of the steps.
        passphrase: Of the sample case.
        left_out: Number of samples for which a picture of other people is not installed.
    """

    answer: Answer
    seen: tuple[SampleResult, ...]
    seconds: dict[str, float]
    passphrase: str
    left_out: int

    @property
    def right(self) -> bool:
        """Whether everything planted was found and no stranger came up as strong."""
        return all(each.right for each in self.seen)


def run_demo(folder: Path, services: Services) -> Job[DemoResult]:
    """Run the demo in an empty folder."""
    watch = _Watch()
    content = folder / "content"
    content.mkdir()
    known = tuple(samples())
    others = portrait.others_are_here()
    planned = tuple(each for each in known if others or not each.with_others)
    for done, sample in enumerate(planned):
        yield Progress(done, len(planned))
        sample.write(content / sample.name)
    photo = write_own_photo(folder)
    watch.note("pictures")
    passphrase = secrets.token_urlsafe(16)
    case, _ = Case.create(folder / "sample-case", passphrase, cost=services.kdf_cost)
    with case:
        watch.note("case")
        yield from add(case, [content], SourceDetails())
        watch.note("add")
        with services.scanner(DEFAULT_PACK) as scanner:
            yield from scan(
                case, lambda: nullcontext(scanner), DEFAULT_PACK, services.pipeline(DEFAULT_PACK)
            )
            watch.note("look")
            answer = yield from check_photos(
                case, [photo], scanner, services.calibration, Attestation.SELF
            )
            watch.note("check")
    left_out = len(known) - len(planned)
    return DemoResult(answer, _seen(planned, answer), watch.seconds, passphrase, left_out)


class _Watch:
    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.monotonic()

    def note(self, step: str) -> None:
        now = time.monotonic()
        self.seconds[step] = now - self._last
        self._last = now


def _seen(planned: Sequence[Sample], answer: Answer) -> tuple[SampleResult, ...]:
    best: dict[str | None, Hit] = {}
    strong: Counter[str | None] = Counter()
    for hit in answer.hits:
        best.setdefault(hit.name, hit)
        strong[hit.name] += hit.band == "strong"
    reasons = {each.name: each.reason for each in answer.unchecked}
    return tuple(
        SampleResult(sample, hit, reason, _is_right(sample, hit, reason, strong[sample.name]))
        for sample in planned
        for hit, reason in [(best.get(sample.name), reasons.get(sample.name))]
    )


def _is_right(sample: Sample, hit: Hit | None, reason: str | None, strong: int) -> bool:
    """Judge a result. She is in each sample once at most, so a second strong hit is wrong."""
    if sample.broken:
        return reason is not None
    if not sample.planted:
        return strong == 0
    in_time = hit is not None and (sample.seen_ms is None or _in_time(hit, sample.seen_ms))
    return in_time and strong <= 1


def _in_time(hit: Hit, seen_ms: tuple[int, int]) -> bool:
    return all(
        abs(found - true) <= SLACK_MS for found, true in zip(hit.interval_ms, seen_ms, strict=True)
    )
