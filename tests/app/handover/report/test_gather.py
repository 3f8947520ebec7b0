from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.check.check import check_photos
from app.enrol.attestation import Attestation
from app.handover.bundle_plan import Level
from app.handover.report.content import Report
from app.handover.report.gather import ReportRequest, gather_report
from app.handover.report.report_document import report_documents
from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from app.messages import Words
from app.scan.scan import scan
from face.packs.catalogue import DLIB, OPEN, POOR_AT_ALONE
from storage import clock
from storage.case import Case
from storage.types import Verdict
from tests.support.case_samples import CHEAP
from tests.support.decided_case import make
from tests.support.fake_program import ME, ME_ANOTHER_DAY, SOMEBODY, FakeServices, write_picture
from tests.support.forgeries import forge
from tests.support.two_versions import NEW, OLD, WITHOUT_CENTERFACE, WITHOUT_YUNET, TwoVersions


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with make(tmp_path / "case") as case:
        yield case


def gathered(case: Case, *items: int, level: Level = Level.LIST) -> Report:
    return gather_report(case, ReportRequest(items, level, clock.now()))


def test_only_the_items_that_are_wanted_are_told(case: Case) -> None:
    assert [each.number for each in gathered(case, 1, 2).exhibits] == [1, 2]


def test_a_confirmed_face_confirms_its_item(case: Case) -> None:
    verdicts = [each.verdict for each in gathered(case, 1, 2, 3, 4).exhibits]
    assert verdicts == [Verdict.CONFIRM, Verdict.CONFIRM, Verdict.REJECT, None]


def test_faces_of_others_are_not_told(case: Case) -> None:
    first, whole = gathered(case, 1, 5, level=Level.CROPS).exhibits
    assert [each.crop for each in first.appearances] == [b"crop of her"]
    assert whole.appearances == ()


def test_a_list_has_no_picture(case: Case) -> None:
    assert [each.crop for each in gathered(case, 1, 2).exhibits[0].appearances] == [None]


def test_what_could_not_be_checked_is_told(case: Case) -> None:
    assert [(each.item, each.reason) for each in gathered(case, 1).unclear] == [(6, "damaged")]


def test_decisions_about_other_items_are_not_told(case: Case) -> None:
    assert {each.item for each in gathered(case, 1, 2).decisions} == {1, 2}


def test_without_a_check_there_is_none(case: Case) -> None:
    assert gathered(case, 1).check is None


def test_the_last_check_is_told_with_its_attestation(case: Case) -> None:
    track = case.item(1).tracks[0]
    said = {"pack": "open", "pipeline": "1", "strong": 1}
    case.custody.append("attest", "consent", {"photos": 1, "challenge": "none"})
    case.custody.append("check", "consent", {**said, "found": []})
    case.custody.append("attest", "self", {"photos": 2, "challenge": "passed"})
    case.custody.append("check", "self", {**said, "found": [[1, track.face, "strong"]]})
    report = gathered(case, 1)
    assert report.check is not None
    assert (report.check.role, report.check.attested["photos"]) == ("self", 2)
    assert [each.band for each in report.exhibits[0].appearances] == ["strong"]
    assert {len(sha256) for _name, sha256 in report.check.files} == {64}


def test_a_check_leaves_all_that_the_report_states(
    tmp_path: Path, folder: Path, services: FakeServices
) -> None:
    mine = write_picture(tmp_path / "me.png", ME)
    write_picture(folder / "0.png", ME_ANOTHER_DAY)
    write_picture(folder / "1.png", SOMEBODY)
    made, _ = Case.create(tmp_path / "checked", "pass", cost=CHEAP)
    with made:
        finish(add(made, [folder], SourceDetails()))
        scanner = partial(services.scanner, "open")
        finish(scan(made, scanner, "open", services.pipeline("open")))
        with services.scanner("open") as children:
            calibration = services.calibration
            job = check_photos(made, [mine], children, calibration, Attestation.SELF)
            answer = finish(job)
        (document,) = report_documents(gathered(made, 1, 2), "en")
        report = gathered(made, 1)
    assert report.check is not None
    assert {"threshold", "expected", "cohort", "version"} <= report.check.details.keys()
    told = str(document.blocks)
    assert answer.threshold is not None
    for value in (f"{each:.4g}" for each in answer.threshold):
        assert value in told
    assert answer.pipeline in told


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_an_older_version_looked_at_is_told_as_compared(
    tmp_path: Path, folder: Path, language: str
) -> None:
    services = TwoVersions()
    write_picture(folder / "0.png", ME_ANOTHER_DAY)
    write_picture(folder / "1.png", SOMEBODY)
    made, _ = Case.create(tmp_path / "checked", "pass", cost=CHEAP)
    with made:
        for version in (OLD, NEW):
            finish(add(made, [folder], SourceDetails()))
            services.scan(made, version, again=False)
            write_picture(folder / "2.png", (9, 200, 30))
        me = write_picture(tmp_path / "me.png", ME)
        with services.scanner("open") as children:
            finish(check_photos(made, [me], children, services.calibration, Attestation.SELF))
        report = gathered(made, 1)
    assert report.unclear == ()
    (document,) = report_documents(report, language)
    words = Words(language)
    assert words.say("report.check.older") in str(document.blocks)
    assert words.say("report.check.compared.value", items=2, tracks=2) in str(document.blocks)
    assert OLD in str(document.blocks)


@pytest.mark.parametrize(
    ("pack", "pipeline", "files"),
    [
        ("open", NEW, ["centerface", "face_detection_yunet", "face_recognition_sface", "dlib"]),
        ("open", OLD, ["centerface", "dlib"]),
        ("open", WITHOUT_YUNET, ["centerface", "face_recognition_sface", "dlib"]),
        ("open", WITHOUT_CENTERFACE, ["face_detection_yunet", "face_recognition_sface", "dlib"]),
        ("open", "1", ["centerface", "face_detection_yunet", "face_recognition_sface", "dlib"]),
        ("buffalo_sc", "1", ["det_500m", "w600k_mbf"]),
        ("nobody's", "1", []),
    ],
)
def test_the_files_of_the_model_pack_are_told_with_their_hashes(
    case: Case, pack: str, pipeline: str, files: list[str]
) -> None:
    case.custody.append("check", "self", {"pack": pack, "pipeline": pipeline, "found": []})
    report = gathered(case, 1)
    assert report.check is not None
    told = dict(report.check.files)
    assert [name.startswith(start) for name, start in zip(told, files, strict=True)] == [
        True for _ in files
    ]
    assert all(len(sha256) == 64 for sha256 in told.values())


def test_a_check_says_of_older_items_whom_their_network_tells_apart_poorly(case: Case) -> None:
    said = {"pack": "open", "pipeline": NEW, "found": []}
    both = [{"pack": "open", "pipeline": each, "items": 1, "tracks": 1} for each in (NEW, OLD)]
    for groups, whom in (
        ({}, OPEN.poor_at),
        ({"groups": both}, (*OPEN.poor_at, *POOR_AT_ALONE[DLIB])),
        ({"groups": both[1:]}, POOR_AT_ALONE[DLIB]),
    ):
        case.custody.append("check", "self", {**said, **groups})
        report = gathered(case, 1)
        assert report.check is not None
        assert report.check.poor_at == whom


@pytest.mark.parametrize("groups", [7, "open", [7], [{}], [{"pack": [], "pipeline": {}}]])
def test_groups_that_the_program_never_wrote_are_not_told(case: Case, groups: object) -> None:
    details = {"version": "1", "pack": "open", "pipeline": NEW, "groups": groups}
    case.custody.append("check", "self", details)
    report = gathered(case, 1)
    assert report.check is not None
    assert report.check.groups == []
    assert list(report_documents(report, "en"))


def test_the_first_answer_is_told_beside_that_of_the_last_check(case: Case) -> None:
    one, two = (case.item(number).tracks[0].face for number in (1, 2))
    threshold = {"strong": "5.8", "some": "4.1"}
    said = {"pack": "open", "pipeline": "7", "photos": 3, "threshold": threshold}
    case.custody.append("check", "self", {**said, "found": [[1, one, "some"]]})
    found = [[1, one, "some"], [2, two, "strong"]]
    more = {"confirmed": 1, "found": found, "by_photos": [[1, one, "some"]]}
    case.custody.append("check", "self", {**said, "strong": 1, "some": 1, **more})
    report = gathered(case, 1, 2)
    firsts = [each.first for exhibit in report.exhibits for each in exhibit.appearances]
    assert [first and (first.band, first.with_confirmed) for first in firsts] == [
        ("some", False),
        ("strong", True),
    ]
    (document,) = report_documents(report, "en")
    text = str(document.blocks)
    assert "'some resemblance\\nCheck 1'" in text
    assert "'strong resemblance\\nCheck 2'" in text
    assert "model pack: open (7)" in text
    assert "photos of the person: 3; faces confirmed before: 1" in text
    assert "score: strong from 5.8, some from 4.1" in text
    assert text.index("photos of the person alone") < text.index(
        "only together with confirmed faces"
    )
    assert "of these, found only with confirmed faces: 1" in text
    assert "No confirmation makes a face" in text


def test_of_a_changed_log_no_first_answer_is_told(case: Case) -> None:
    face = case.item(1).tracks[0].face
    case.custody.append("check", "self", {"found": [[1, face, "some"]]})
    case._db.execute("UPDATE custody_head SET entries = entries + 1, sha256 = 'x'")
    (exhibit,) = gathered(case, 1).exhibits
    assert [each.first for each in exhibit.appearances] == [None]


def test_the_log_is_told_in_short(case: Case) -> None:
    custody = gathered(case, 1).custody
    assert custody.intact
    assert custody.head == case.custody.head()
    assert sum(custody.counts.values()) == custody.head.entries
    assert custody.counts["decided"] == 4


def test_a_decision_that_is_not_the_one_of_the_log_is_told(case: Case) -> None:
    assert gathered(case, 2).custody.unlike == ()
    forge(case, "UPDATE decision SET verdict = 'unsure' WHERE item = 2")
    report = gathered(case, 1)
    assert report.custody.intact
    assert report.custody.unlike == (2,)
    (document,) = report_documents(report, "en")
    assert "not those that the log noted (item no. 2)" in str(document.blocks)


def test_a_place_that_is_not_the_one_of_the_log_is_told(case: Case) -> None:
    case.log("add", "self")
    assert not gathered(case, 1).custody.statements_unlike
    forge(case, "UPDATE source SET role = 'guardian' WHERE item = 1")
    report = gathered(case, 1)
    assert report.custody.intact
    assert report.custody.statements_unlike
    (document,) = report_documents(report, "en")
    assert "the places where they were seen" in str(document.blocks)


def test_what_came_up_in_a_confirmed_item_and_nobody_decided_on_is_told_without_a_picture(
    case: Case,
) -> None:
    tracks = {item: [each.face for each in case.item(item).tracks] for item in (1, 3, 4, 5)}
    case.decide(5, Verdict.REJECT, face=tracks[5][1])
    found = [[item, face, "some"] for item, faces in tracks.items() for face in faces]
    case.custody.append("check", "self", {"pack": "open", "pipeline": "1", "found": found})
    exhibits = gathered(case, 1, 3, 4, 5, level=Level.CROPS).exhibits
    told = [[(each.face, each.band, each.crop) for each in one.undecided] for one in exhibits]
    assert told == [[(tracks[1][1], "some", None)], [], [], [(tracks[5][0], "some", None)]]
