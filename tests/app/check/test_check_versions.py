"""A case that was looked at by several versions, and checked by one of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.check.answer import Answer
from app.check.check import check_photos
from app.enrol.attestation import Attestation
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.scan.scan import ScanResult
from face import matching
from face.types import Reason
from storage.case import Case
from storage.errors import CaseDamagedError
from storage.types import Verdict
from tests.support.case_samples import CHEAP
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, write_picture
from tests.support.two_versions import (
    FIRST_ALONE,
    NEW,
    OF_THE_FUTURE,
    OLD,
    OTHER_PACK,
    SECOND_ALONE,
    WITHOUT_CENTERFACE,
    WITHOUT_YUNET,
    TwoVersions,
)

STRANGERS = 12


@pytest.fixture
def services() -> TwoVersions:
    return TwoVersions()


@pytest.fixture
def case(tmp_path: Path, folder: Path) -> Iterator[Case]:
    """She is in items 1 and 2; then strangers. Nobody has looked at them."""
    write_picture(folder / "00.png", ME_ANOTHER_DAY)
    write_picture(folder / "01.png", SOMEBODY, ME_ANOTHER_DAY)
    for number in range(STRANGERS):
        write_picture(folder / f"{2 + number:02}.png", (30 + 15 * number, 200 - 13 * number, 250))
    made, _ = Case.create(tmp_path / "my-case", "pass", cost=CHEAP)
    with made:
        finish(add(made, [folder], SourceDetails()))
        yield made


def checked(case: Case, services: TwoVersions, tmp_path: Path, pack: str = "open") -> Answer:
    me = write_picture(tmp_path / "me.png", ME)
    with services.scanner(pack) as scanner:
        return finish(check_photos(case, [me], scanner, services.calibration, Attestation.SELF))


def strong(answer: Answer) -> list[int]:
    return sorted(hit.item for hit in answer.hits if hit.band == "strong")


def gone(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).unlink()


def test_what_an_older_version_found_is_compared_by_what_both_have(
    case: Case, services: TwoVersions, tmp_path: Path
) -> None:
    services.scan(case, OLD)
    answer = checked(case, services, tmp_path)
    assert strong(answer) == [1, 2]
    assert (answer.older, answer.not_comparable, answer.unchecked) == (STRANGERS + 2, 0, ())
    assert (answer.pipeline, answer.tracks) == (NEW, STRANGERS + 3)
    assert [(group.pipeline, group.older) for group in answer.groups] == [(OLD, True)]
    assert answer.calibrated


def test_the_same_is_found_as_by_the_older_version_itself(
    case: Case, services: TwoVersions, tmp_path: Path
) -> None:
    services.scan(case, OLD)
    now = checked(case, services, tmp_path)
    services.version = OLD
    before = checked(case, services, tmp_path)
    assert [(hit.item, hit.face, hit.band) for hit in now.hits] == [
        (hit.item, hit.face, hit.band) for hit in before.hits
    ]
    assert now.threshold == pytest.approx(before.threshold, abs=1e-4)
    assert now.expected_some == pytest.approx(before.expected_some, rel=1e-3)


def test_what_both_versions_looked_at_makes_one_answer(
    case: Case, services: TwoVersions, folder: Path, tmp_path: Path
) -> None:
    services.scan(case, OLD)
    gone(folder, "00.png", "13.png")
    result = services.scan(case, NEW)
    assert result.kept == ((1, Reason.GONE), (STRANGERS + 2, Reason.GONE))
    assert (result.again, result.scanned, result.unchecked) == (STRANGERS, STRANGERS, ())
    answer = checked(case, services, tmp_path)
    assert set(strong(answer)) <= {1, 2}
    assert {1, 2} <= {hit.item for hit in answer.hits}
    assert [(group.pipeline, group.items, group.older) for group in answer.groups] == [
        (NEW, STRANGERS, False),
        (OLD, 2, True),
    ]
    assert (answer.older, answer.tracks) == (2, STRANGERS + 3)
    largest, smaller = answer.groups
    assert (answer.threshold, answer.cohort) == (largest.threshold, largest.cohort)
    assert answer.expected_some == pytest.approx(largest.expected[1] + smaller.expected[1])
    bands = [hit.band for hit in answer.hits]
    assert bands == sorted(bands, key=["strong", "some"].index)


def test_every_group_gets_its_part_of_the_lookalikes_of_the_case(
    case: Case,
    services: TwoVersions,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shares: list[float] = []
    compare = matching.check

    def watch(*rest: Any, share: float, **more: Any) -> matching.CheckResult:
        shares.append(share)
        return compare(*rest, share=share, **more)

    monkeypatch.setattr(matching, "check", watch)
    services.scan(case, OLD)
    checked(case, services, tmp_path)
    assert shares == [1.0]
    gone(folder, "01.png", "13.png")
    services.scan(case, NEW)
    checked(case, services, tmp_path)
    assert shares[1:] == [STRANGERS / (STRANGERS + 3), 3 / (STRANGERS + 3)]


def test_a_group_in_which_nobody_was_seen_takes_no_part_from_the_others(
    case: Case, services: TwoVersions, folder: Path, tmp_path: Path
) -> None:
    write_picture(folder / "nobody.png")
    finish(add(case, [folder], SourceDetails()))
    services.scan(case, OLD)
    alone = checked(case, services, tmp_path)
    for path in folder.glob("[0-9]*.png"):
        path.unlink()
    services.scan(case, NEW)
    answer = checked(case, services, tmp_path)
    assert [group.tracks for group in answer.groups] == [STRANGERS + 3, 0]
    assert max(answer.groups[1].expected) == 0
    assert answer.threshold == alone.threshold


def test_vectors_of_another_length_than_their_pipeline_has_are_no_empty_answer(
    case: Case, services: TwoVersions, tmp_path: Path
) -> None:
    services.scan(case, NEW)
    case._db.execute("UPDATE model SET dimension = dimension / 2")  # as if of single precision
    with pytest.raises(CaseDamagedError):
        checked(case, services, tmp_path)


def test_the_log_names_all_that_was_compared(
    case: Case, services: TwoVersions, folder: Path, tmp_path: Path
) -> None:
    services.scan(case, OLD)
    gone(folder, "00.png")
    services.scan(case, NEW)
    answer = checked(case, services, tmp_path)
    *_, entry = case.custody.entries()
    assert entry.details["pipeline"] == NEW
    groups = entry.details["groups"]
    assert [(each["pipeline"], each["items"]) for each in groups] == [
        (group.pipeline, group.items) for group in answer.groups
    ]
    assert set(groups[1]) >= {"cohort", "threshold", "expected", "calibrated", "tracks"}
    assert case.custody.verify().ok


@pytest.mark.parametrize("version", [FIRST_ALONE, SECOND_ALONE])
def test_one_recogniser_alone_is_compared_with_its_part(
    case: Case, services: TwoVersions, tmp_path: Path, version: str
) -> None:
    services.scan(case, NEW)
    services.version = version
    answer = checked(case, services, tmp_path)
    assert {1, 2} <= {hit.item for hit in answer.hits}
    assert answer.older == STRANGERS + 2


def test_with_less_than_before_nothing_is_looked_at_again(
    case: Case, services: TwoVersions
) -> None:
    services.scan(case, NEW)
    assert services.scan(case, SECOND_ALONE) == ScanResult(0, 0, 0, (), ())
    assert services.scan(case, OLD) == ScanResult(0, 0, 0, (), ())


@pytest.mark.parametrize("version", [WITHOUT_YUNET, WITHOUT_CENTERFACE])
def test_what_both_detectors_looked_at_is_not_looked_at_again_with_one(
    case: Case, services: TwoVersions, tmp_path: Path, version: str
) -> None:
    services.scan(case, NEW)
    assert services.scan(case, version) == ScanResult(0, 0, 0, (), ())
    services.version = version
    answer = checked(case, services, tmp_path)
    assert {1, 2} <= {hit.item for hit in answer.hits}
    assert not answer.unchecked


@pytest.mark.parametrize("version", [WITHOUT_YUNET, WITHOUT_CENTERFACE])
def test_what_one_detector_looked_at_is_told_and_looked_at_again_with_both(
    case: Case, services: TwoVersions, tmp_path: Path, version: str
) -> None:
    services.scan(case, version)
    answer = checked(case, services, tmp_path)
    assert {1, 2} <= {hit.item for hit in answer.hits}
    assert [group.pipeline for group in answer.groups] == [version]
    assert answer.older == STRANGERS + 2
    assert services.scan(case, NEW).again == STRANGERS + 2


def test_only_who_wants_it_looks_again(case: Case, services: TwoVersions) -> None:
    services.scan(case, OLD)
    assert services.scan(case, NEW, again=False).scanned == 0
    assert services.scan(case, NEW).again == STRANGERS + 2


@pytest.mark.parametrize("version", [OTHER_PACK, OF_THE_FUTURE])
def test_what_nothing_can_be_compared_with_is_counted_and_named(
    case: Case, services: TwoVersions, folder: Path, tmp_path: Path, version: str
) -> None:
    services.scan(case, version)
    answer = checked(case, services, tmp_path)
    assert (answer.tracks, answer.hits, answer.not_comparable) == (0, (), STRANGERS + 2)
    assert {each.reason for each in answer.unchecked} == {Reason.OTHER_PACK}
    gone(folder, "13.png")
    services.scan(case, NEW)
    answer = checked(case, services, tmp_path)
    assert [(each.name, each.reason) for each in answer.unchecked] == [
        ("13.png", Reason.OTHER_PACK)
    ]
    assert {1, 2} <= {hit.item for hit in answer.hits}


def test_decisions_count_in_every_group(
    case: Case, services: TwoVersions, folder: Path, tmp_path: Path
) -> None:
    services.scan(case, OLD)
    gone(folder, "00.png")
    case.decide(1, Verdict.REJECT)
    case.decide(2, Verdict.CONFIRM, case.item(2).tracks[1].face)
    services.scan(case, NEW)
    answer = checked(case, services, tmp_path)
    assert (answer.rejected, answer.confirmed) == (1, 1)
    assert 1 not in {hit.item for hit in answer.hits}


def test_a_check_copy_is_compared_in_the_same_way(
    case: Case, services: TwoVersions, folder: Path, tmp_path: Path
) -> None:
    services.scan(case, OLD)
    gone(folder, "00.png")
    services.scan(case, NEW)
    case.write_check_copy(tmp_path / "copy", "x")
    whole = checked(case, services, tmp_path)
    with Case.open(tmp_path / "copy", "x", cost=CHEAP) as copy:
        answer = checked(copy, services, tmp_path)
    assert [(hit.item, hit.face, hit.band) for hit in answer.hits] == [
        (hit.item, hit.face, hit.band) for hit in whole.hits
    ]
    assert answer.older == 1
