from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from app.cases.errors import PersonNotSaidError, PersonUnlikeError
from app.check.answer import Answer
from app.check.check import check, check_photos
from app.enrol.attestation import Attestation
from app.enrol.errors import OwnPhotosUnusableError
from app.enrol.kept_photo import ChallengeResult
from app.enrol.own_face import OwnFace
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.scan.coverage import PENDING
from app.scan.scan import scan
from face import matching
from face.types import Embedding, Reason
from storage.case import Case
from storage.types import Verdict
from tests.storage.independent_reader import plain_database
from tests.support.case_samples import CHEAP
from tests.support.fake_program import (
    ME,
    ME_ANOTHER_DAY,
    SOMEBODY,
    SOMEBODY_ELSE,
    FakeServices,
    embedding,
    photo_bytes,
    picture,
    write_picture,
)

STRANGERS = 8


def scan_all(case: Case, services: FakeServices) -> None:
    finish(scan(case, partial(services.scanner, "open"), "open", services.pipeline("open")))


@pytest.fixture
def case(tmp_path: Path, folder: Path, services: FakeServices) -> Iterator[Case]:
    """Item 1 is she, alone; item 2 is she among others; then strangers."""
    write_picture(folder / "0.png", ME_ANOTHER_DAY)
    write_picture(folder / "1.png", SOMEBODY, ME_ANOTHER_DAY, SOMEBODY_ELSE)
    for number in range(STRANGERS):
        write_picture(folder / f"{2 + number}.png", (30 + 15 * number, 200 - 13 * number, 250))
    made, _ = Case.create(tmp_path / "my-case", "pass", cost=CHEAP)
    with made:
        finish(add(made, [folder], SourceDetails()))
        scan_all(made, services)
        yield made


@pytest.fixture
def me(tmp_path: Path) -> Path:
    return write_picture(tmp_path / "me.png", ME)


def checked(
    case: Case,
    services: FakeServices,
    *photos: Path,
    role: str = "self",
    person: int | None = None,
) -> Answer:
    whose = cast("Attestation", role)
    with services.scanner("open") as scanner:
        job = check_photos(case, photos, scanner, services.calibration, whose, person)
        return finish(job)


def found(answer: Answer) -> list[int]:
    return [hit.item for hit in answer.hits if hit.band == "strong"]


def face_of(case: Case, item: int, place: int = 0) -> int:
    return case.item(item).tracks[place].face


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[Embedding]:
    """What each comparison was made with, as it was then and as it is later."""
    seen: list[Embedding] = []
    compare = matching.check

    def watch(own: Embedding, *rest: Any, **more: Any) -> matching.CheckResult:
        seen.extend((own.copy(), own))
        return compare(own, *rest, **more)

    monkeypatch.setattr(matching, "check", watch)
    return seen


@dataclass
class Confirmed:
    """Which confirmed tracks each comparison used, and which tracks it took for one content."""

    rows: list[list[int]] = field(default_factory=list)
    contents: list[list[int]] = field(default_factory=list)


@pytest.fixture
def confirmed(monkeypatch: pytest.MonkeyPatch) -> Confirmed:
    seen = Confirmed()
    compare = matching.check

    def watch(*rest: Any, confirmed: matching.ConfirmedFaces, **more: Any) -> matching.CheckResult:
        def contents(rows: NDArray[np.intp]) -> NDArray[np.integer]:
            told = confirmed.contents(rows)
            seen.contents.append(told.tolist())
            return told

        seen.rows.append(confirmed.rows.tolist())
        return compare(*rest, confirmed=matching.ConfirmedFaces(confirmed.rows, contents), **more)

    monkeypatch.setattr(matching, "check", watch)
    return seen


@pytest.mark.parametrize("role", ["", "nobody"])
def test_without_an_attestation_no_photo_is_looked_at(
    case: Case, services: FakeServices, me: Path, role: str
) -> None:
    before, looked = case.custody.head(), len(services.scanned)
    with pytest.raises(ValueError, match="not a valid Attestation"):
        checked(case, services, me, role=role)
    assert (case.custody.head(), len(services.scanned)) == (before, looked)


@pytest.mark.parametrize("role", [Attestation.GUARDIAN])
def test_the_attestation_and_the_check_are_logged(
    case: Case, services: FakeServices, me: Path, role: Attestation
) -> None:
    answer = checked(case, services, me, role=role)
    attest, done = list(case.custody.entries())[-2:]
    assert (attest.action, attest.role) == ("attest", role)
    assert attest.details == {"photos": 1, "challenge": "none", "person": 1}
    assert (done.action, done.role) == ("check", role)
    assert answer.threshold is not None
    assert done.details == {
        "version": metadata.version("geoul"),
        "pack": "open",
        "pipeline": services.pipeline("open"),
        "calibrated": True,
        "items": STRANGERS + 2,
        "tracks": STRANGERS + 4,
        "photos": 1,
        "confirmed": 0,
        "cohort": {"origin": answer.cohort[0], "size": answer.cohort[1]},
        "threshold": {
            "strong": f"{answer.threshold[0]:.4g}",
            "some": f"{answer.threshold[1]:.4g}",
        },
        "expected": {
            "strong": f"{answer.expected_strong:.4g}",
            "some": f"{answer.expected_some:.4g}",
        },
        "strong": 2,
        "some": len(answer.hits) - 2,
        "found": [[hit.item, hit.face, hit.band] for hit in answer.hits],
        "unchecked": 0,
        "person": 1,
    }


def test_her_face_and_her_photos_are_nowhere_in_the_case(
    case: Case, services: FakeServices, me: Path
) -> None:
    checked(case, services, me)
    key = bytes(case._file.key)
    case.close()
    content = plain_database(case.path, key)
    kept = embedding(ME_ANOTHER_DAY).astype("<f2")
    assert kept.tobytes() in content  # that is how it would look
    assert embedding(ME).tobytes() not in content
    assert embedding(ME).astype("<f2").tobytes() not in content
    assert b"me.png" not in content


def test_her_face_is_wiped_after_the_check(
    case: Case, services: FakeServices, me: Path, compared: list[Embedding]
) -> None:
    checked(case, services, me)
    then, later = compared
    np.testing.assert_allclose(then, [embedding(ME)], atol=1e-6)
    assert not later.any()


def test_a_check_without_a_usable_photo_leaves_no_attestation(
    case: Case, services: FakeServices, tmp_path: Path
) -> None:
    before = case.custody.head()
    with pytest.raises(OwnPhotosUnusableError):
        checked(case, services, write_picture(tmp_path / "two.png", ME, SOMEBODY))
    assert case.custody.head() == before


def test_she_is_found_alone_and_among_others(case: Case, services: FakeServices, me: Path) -> None:
    answer = checked(case, services, me)
    assert sorted(found(answer)) == [1, 2]
    assert {hit.face for hit in answer.hits[:2]} == {face_of(case, 1), face_of(case, 2, 1)}
    assert [hit.score for hit in answer.hits] == sorted(
        (hit.score for hit in answer.hits), reverse=True
    )
    assert {hit.name for hit in answer.hits[:2]} == {"0.png", "1.png"}


def test_a_confirmed_face_is_a_further_own_photo(
    case: Case, services: FakeServices, me: Path, confirmed: Confirmed
) -> None:
    case.decide(1, Verdict.CONFIRM)
    answer = checked(case, services, me)
    assert (answer.confirmed, answer.left_out) == (1, 0)
    assert confirmed.rows == [[0]]
    assert {hit.item: hit.decision for hit in answer.hits}[1] is Verdict.CONFIRM


def test_a_confirmed_face_comes_up_as_it_did_before(
    case: Case, services: FakeServices, me: Path
) -> None:
    before = {hit.item: (hit.band, hit.score) for hit in checked(case, services, me).hits}
    case.decide(1, Verdict.CONFIRM)
    after = {hit.item: (hit.band, hit.score) for hit in checked(case, services, me).hits}
    assert after[1] == pytest.approx(before[1])
    assert after[2] == pytest.approx(before[2])  # the same face in another picture: a copy


def test_a_copy_of_the_picture_is_no_further_photo_for_it(
    case: Case, services: FakeServices, me: Path, confirmed: Confirmed
) -> None:
    """Item 1 and another one of which the hashes say that they are copies of each other."""
    case._db.execute("UPDATE item SET pdq = ?, pdq_quality = 100 WHERE id <= 2", ("0f" * 32,))
    case.decide(1, Verdict.CONFIRM)
    checked(case, services, me)
    assert confirmed.rows == [[0]]
    assert [contents[:5] for contents in confirmed.contents] == [[1, 1, 1, 1, 3]]


def test_the_first_answer_stays_whatever_is_decided(
    case: Case, services: FakeServices, me: Path, folder: Path
) -> None:
    first = checked(case, services, me)
    assert all(hit.is_new and hit.first is None for hit in first.hits)
    case.decide(1, Verdict.CONFIRM)
    for _ in range(2):
        later = checked(case, services, me)
        bands = {hit.face: hit.first.band for hit in later.hits if hit.first}
        assert bands == {hit.face: hit.band for hit in first.hits}
        assert not any(hit.is_new for hit in later.hits)
    write_picture(folder / "late.png", (*ME[:2], 240))
    finish(add(case, [folder], SourceDetails()))
    scan_all(case, services)
    (new,) = (hit for hit in checked(case, services, me).hits if hit.is_new)
    assert new.name == "late.png"


def test_the_log_keeps_what_her_photos_alone_brought_up(
    case: Case, services: FakeServices, me: Path
) -> None:
    case.decide(1, Verdict.CONFIRM)
    answer = checked(case, services, me)
    details = list(case.custody.entries())[-1].details
    assert details["confirmed"] == 1
    assert details["by_photos"] == [[hit.item, hit.face, hit.by_photos] for hit in answer.hits]


def test_a_confirmed_face_of_somebody_else_is_left_out(
    case: Case, services: FakeServices, me: Path, confirmed: Confirmed
) -> None:
    case.decide(3, Verdict.CONFIRM)
    answer = checked(case, services, me, person=1)
    assert (answer.confirmed, answer.left_out) == (0, 1)
    assert (confirmed.rows, confirmed.contents) == ([[]], [])  # so no hash was read


def test_photos_of_somebody_else_are_not_taken_for_those_of_the_only_person(
    case: Case, services: FakeServices, me: Path
) -> None:
    case.decide(3, Verdict.CONFIRM)
    with pytest.raises(PersonUnlikeError):
        checked(case, services, me)
    assert all(entry.action != "check" for entry in case.custody.entries())
    answer = checked(case, services, me, person=2)
    assert (answer.person, answer.left_out, answer.confirmed) == (2, 0, 0)
    with pytest.raises(PersonNotSaidError):
        checked(case, services, me)


def test_what_one_person_rejected_is_shown_to_another(
    case: Case, services: FakeServices, me: Path
) -> None:
    face = face_of(case, 2, 1)
    case.decide(2, Verdict.REJECT, face, person=1)
    answer = checked(case, services, me, person=2)
    assert answer.rejected == 0
    assert face in {hit.face for hit in answer.hits}


def test_a_rejected_face_stays_rejected_when_it_is_found_anew(
    case: Case, services: FakeServices, me: Path
) -> None:
    case.decide(2, Verdict.REJECT, face_of(case, 2, 1))
    for version in (None, "another"):
        services.version = version
        scan_all(case, services)
        answer = checked(case, services, me)
        assert (found(answer), answer.rejected) == ([1], 1)


def test_what_nobody_is_sure_of_is_shown_again(
    case: Case, services: FakeServices, me: Path
) -> None:
    case.decide(1, Verdict.UNSURE)
    answer = checked(case, services, me)
    assert {hit.item: hit.decision for hit in answer.hits}[1] is Verdict.UNSURE


def test_what_could_not_be_checked_is_counted_with_its_reason(
    case: Case, services: FakeServices, me: Path, folder: Path
) -> None:
    last = STRANGERS + 2
    (folder / "text.jpg").write_text("text")
    finish(add(case, [folder], SourceDetails()))
    scan_all(case, services)
    write_picture(folder / "late.png", SOMEBODY, SOMEBODY)
    finish(add(case, [folder], SourceDetails()))
    answer = checked(case, services, me)
    assert [(each.item, each.reason, each.partly) for each in answer.unchecked] == [
        (last + 1, Reason.NOT_MEDIA, False),
        (last + 2, PENDING, False),
    ]
    assert list(case.custody.entries())[-1].details["unchecked"] == 2


def test_items_seen_with_another_version_are_counted_as_not_checked(
    case: Case, services: FakeServices, me: Path
) -> None:
    services.version = "another"
    answer = checked(case, services, me)
    assert (answer.tracks, found(answer)) == (0, [])
    assert {(each.reason, each.partly) for each in answer.unchecked} == {(Reason.OTHER_PACK, False)}
    assert len(answer.unchecked) == STRANGERS + 2


def test_own_photos_of_two_people_are_said(
    case: Case, services: FakeServices, me: Path, tmp_path: Path
) -> None:
    other = write_picture(tmp_path / "other.png", SOMEBODY)
    again = write_picture(tmp_path / "again.png", ME_ANOTHER_DAY)
    assert checked(case, services, me, again).differ is None
    assert set(checked(case, services, me, again, other).differ or ()) > {str(other)}


def test_a_face_is_kept_for_the_next_check(case: Case, services: FakeServices) -> None:
    own = OwnFace()
    with services.scanner("open") as scanner:
        finish(own.add([photo_bytes("", picture(ME))], scanner, ChallengeResult.PASSED))
    jobs = [check(case, own.template(), services.calibration, Attestation.SELF) for _ in range(2)]
    answers = [finish(job) for job in jobs]
    first, again = ([(hit.face, hit.score) for hit in each.hits] for each in answers)
    assert first == again
    assert sorted(found(answers[0])) == [1, 2]
    attests = [each for each in case.custody.entries() if each.action == "attest"]
    assert [each.details for each in attests] == [
        {"photos": 1, "challenge": "passed", "person": 1}
    ] * 2


def test_what_looks_alike_can_be_told_by_the_hash_of_the_picture(
    case: Case, services: FakeServices, me: Path
) -> None:
    hit = checked(case, services, me).hits[0]
    detail = case.item(hit.item)
    assert (hit.pdq, hit.pdq_quality) == (detail.pdq, detail.pdq_quality)
    assert hit.pdq
