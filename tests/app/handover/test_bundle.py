import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.handover.bundle import BundleFacts, BundleResult, build_bundle
from app.handover.bundle_plan import BundlePlan, ItemSelection, Level
from app.handover.errors import LevelMissingError, NothingToExportError
from app.job import finish
from app.messages import Words
from face.types import Reason
from storage.bundle.member import Member
from storage.bundle.verify import verify
from storage.bundle.write import ToRecipient, UnderPassphrase
from storage.case import Case
from storage.errors import (
    BundleExistsError,
    CaseDamagedError,
    CheckCopyError,
    ItemMissingError,
    MemberChangedError,
)
from storage.types import KeptMedia, Verdict
from tests.support.bundle_samples import PHRASE as LOCK
from tests.support.case_samples import CHEAP, names_in
from tests.support.decided_case import HER, PHRASE, content_of, make
from tests.support.unpackers import run, seven_zip, unpacked


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with make(tmp_path / "case", KeptMedia.ORIGINALS) as case:
        yield case


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "documents.zip"


def plan(target: Path, level: Level = Level.LIST, **more: object) -> BundlePlan:
    return BundlePlan(target, UnderPassphrase(LOCK), level, **more)  # type: ignore[arg-type]


def bag(case: Case, target: Path, level: Level = Level.LIST, **more: object) -> Path:
    """Export and unpack."""
    finish(build_bundle(case, plan(target, level, **more)))
    return unpacked(target, LOCK, target.parent / "unpacked")


def names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in (folder / "data").rglob("*") if p.is_file()}


LISTS = {"data/items.json", "data/items.csv", "data/case.jsonld", "data/custody.jsonl"}


@seven_zip
def test_by_default_there_is_no_picture_and_only_what_was_confirmed(
    case: Case, target: Path
) -> None:
    folder = bag(case, target)
    assert names(folder) == LISTS
    content = json.loads((folder / "data/items.json").read_text())
    assert [each["item_no"] for each in content["items"]] == [1, 2, 5]
    assert [(each["item_no"], each["reason"]) for each in content["unchecked"]] == [(6, "damaged")]
    assert all(b"crop of" not in each.read_bytes() for each in folder.rglob("*") if each.is_file())


@seven_zip
def test_crops_are_of_her_confirmed_face_and_of_nobody_else(case: Case, target: Path) -> None:
    folder = bag(case, target, Level.CROPS, items=ItemSelection.ALL)
    crops = sorted((folder / "data/crops").iterdir())
    assert {each.read_bytes() for each in crops} == {b"crop of her"}
    assert [each.name[:4] for each in crops] == ["0001", "0002"]
    assert not (folder / "data/originals").exists()
    listed = json.loads((folder / "data/items.json").read_text())["items"]
    assert [len(each["crops"]) for each in listed] == [1, 1, 0, 0, 0, 0]
    assert [len(each["faces"]) for each in listed] == [1, 1, 0, 0, 0, 0]
    assert listed[0]["faces_in_all"] == 2


@seven_zip
def test_what_her_face_was_called_first_goes_along(case: Case, target: Path) -> None:
    (face, _) = (track.face for track in case.item(1).tracks)
    for band in ("some", "strong"):
        case.custody.append("check", "self", {"found": [[1, face, band]], "photos": 3})
    listed = json.loads((bag(case, target) / "data/items.json").read_text())["items"]
    first = [each["first_answer"] for item in listed for each in item["faces"]]
    assert [said and (said["band"], said["own_photos"]) for said in first] == [("some", 3), None]


@seven_zip
def test_a_face_that_was_rejected_does_not_go_along(case: Case, target: Path) -> None:
    (track,) = case.item(2).tracks
    case.decide(2, Verdict.REJECT, face=track.face)
    folder = bag(case, target, Level.CROPS)
    assert [each.name[:4] for each in (folder / "data/crops").iterdir()] == ["0001"]


@seven_zip
def test_originals_go_along_untouched_under_neutral_names(case: Case, target: Path) -> None:
    folder = bag(case, target, Level.ORIGINALS, items=(1, 5))
    assert {each.name for each in (folder / "data/originals").iterdir()} == {"0001.jpg", "0005.jpg"}
    assert (folder / "data/originals/0001.jpg").read_bytes() == content_of("a")


@seven_zip
def test_an_original_that_is_missing_is_marked_and_stays_in_the_list(
    case: Case, target: Path
) -> None:
    case._db.execute("UPDATE item SET original_kept = 0 WHERE id = 2")
    made = finish(build_bundle(case, plan(target, Level.ORIGINALS)))
    assert (made.items, made.missing) == ((1, 2, 5), (2,))
    folder = unpacked(target, LOCK, target.parent / "unpacked")
    listed = json.loads((folder / "data/items.json").read_text())["items"]
    assert [each["original_missing"] for each in listed] == [False, True, False]
    assert listed[1]["original"] is None


@seven_zip
def test_her_computer_is_not_in_it(case: Case, target: Path) -> None:
    folder = bag(case, target, Level.ORIGINALS, items=ItemSelection.ALL)
    for each in folder.rglob("*"):
        assert not each.is_file() or b"her-own-name" not in each.read_bytes(), each


@seven_zip
def test_a_spreadsheet_runs_nothing(case: Case, target: Path) -> None:
    text = (bag(case, target) / "data/items.csv").read_bytes().decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(text, newline="")))
    assert first["original_filename"] == f"'{HER.filename}"
    assert first["sender_display"] == "'@보낸이"
    assert first["note"] == "첫 줄\n둘째 줄"
    assert first["is_derivative"] == "false"
    assert first["acquired_at_utc"] == HER.acquired_at_utc


@seven_zip
def test_the_log_in_it_is_that_of_the_case_up_to_the_export(case: Case, target: Path) -> None:
    folder = bag(case, target, role="counsellor")
    bodies = (folder / "data/custody.jsonl").read_text().splitlines()
    entries = list(case.custody.entries())
    assert bodies == [each.body for each in entries[: len(bodies)]]
    begun, done = entries[-2:]
    assert (begun.action, begun.role, begun.details["items"]) == ("export", "counsellor", [1, 2, 5])
    assert (done.action, done.role) == ("exported", "program")
    assert json.loads(bodies[-1])["action"] == "export"
    said = run("openssl", "dgst", "-sha512", "-r", folder / "tagmanifest-sha512.txt").split()[0]
    assert done.details["digest"] == said


@seven_zip
def test_the_read_me_tells_in_both_languages_how_to_check(case: Case, target: Path) -> None:
    made = finish(build_bundle(case, replace(plan(target), role="counsellor")))
    folder = unpacked(target, LOCK, target.parent / "unpacked")
    for language in ("ko", "en"):
        text = (folder / f"README-FIRST.{language}.txt").read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        assert b"\r\n" in text
        assert made.fingerprint[:4] in text.decode("utf-8-sig")
        assert "certutil" in text.decode("utf-8-sig")
        who = Words(language).say("report.role.counsellor")
        label = {"ko": "만든 사람", "en": "Made by"}[language]
        assert f"{label}: {who}" in text.decode("utf-8-sig")


def test_documents_quote_the_seal_and_stand_beside_the_lists(case: Case, target: Path) -> None:
    seen: list[BundleFacts] = []

    def documents(facts: BundleFacts) -> list[Member]:
        seen.append(facts)
        return [Member.of("report.pdf", b"%PDF")]

    made = finish(build_bundle(case, plan(target), documents))
    (facts,) = seen
    assert facts.identity.fingerprint == made.fingerprint
    assert [each["item_no"] for each in facts.records] == [1, 2, 5]
    assert made.files == 16
    assert finish(verify(target, LOCK)).is_whole


def test_two_bundles_of_a_case_have_one_key(case: Case, target: Path) -> None:
    made = [finish(build_bundle(case, plan(target.with_name(name)))) for name in ("a.zip", "b.zip")]
    assert isinstance(made[0], BundleResult)
    assert made[0].fingerprint == made[1].fingerprint
    assert made[0].digest != made[1].digest


def test_progress_is_in_bytes_and_comes_to_its_end(case: Case, target: Path) -> None:
    seen = list(build_bundle(case, plan(target, Level.ORIGINALS)))
    assert seen[0].total is None
    assert seen[-1].done == seen[-1].total
    assert [each.done for each in seen] == sorted(each.done for each in seen)


def test_cancelling_leaves_nothing_and_is_noted(case: Case, target: Path) -> None:
    job = build_bundle(case, plan(target, Level.ORIGINALS))
    for _ in range(5):
        next(job)
    job.close()
    assert names_in(target.parent) == []
    assert list(case.custody.entries())[-1].action == "export-stopped"
    assert case.info().custody_ok
    finish(build_bundle(case, plan(target, Level.ORIGINALS)))


def test_what_is_there_already_stays_and_the_case_is_unharmed(case: Case, target: Path) -> None:
    target.write_text("mine")
    with pytest.raises(BundleExistsError):
        finish(build_bundle(case, plan(target)))
    assert target.read_text() == "mine"
    assert case.info().custody_ok


def test_an_original_that_is_damaged_is_no_evidence(case: Case, target: Path) -> None:
    case._db.execute("UPDATE original SET bytes = zeroblob(length(bytes)) WHERE item = 1")
    with pytest.raises(MemberChangedError):
        finish(build_bundle(case, plan(target, Level.ORIGINALS)))
    case._db.execute("DELETE FROM original WHERE item = 1")
    with pytest.raises(CaseDamagedError):
        finish(build_bundle(case, plan(target, Level.ORIGINALS)))
    assert names_in(target.parent) == []


@pytest.mark.parametrize("level", [Level.CROPS, Level.ORIGINALS])
def test_what_a_case_does_not_keep_cannot_be_handed_over(tmp_path: Path, level: Level) -> None:
    with make(tmp_path / "case", crops=False) as case, pytest.raises(LevelMissingError):
        finish(build_bundle(case, plan(tmp_path / "x.zip", level)))


def test_nothing_confirmed_nothing_handed_over(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case", PHRASE, cost=CHEAP)[0] as case:
        for which in ItemSelection:
            with pytest.raises(NothingToExportError):
                finish(build_bundle(case, plan(tmp_path / "x.zip", items=which)))


def test_items_that_are_not_there_and_check_copies_are_refused(case: Case, target: Path) -> None:
    with pytest.raises(ItemMissingError):
        finish(build_bundle(case, plan(target, items=(1, 99))))
    path = target.with_name("copy")
    case.write_check_copy(path, PHRASE)
    with Case.open(path, PHRASE, cost=CHEAP) as copy, pytest.raises(CheckCopyError):
        finish(build_bundle(copy, plan(target)))


def test_the_log_says_how_it_was_locked_but_not_with_what(case: Case, target: Path) -> None:
    recipient = "age1vt625j3vwuc9c5msdcllrcpvw3dlww3dxchtsp5lvk9jc0q54q2qd3280e"
    finish(build_bundle(case, BundlePlan(target, ToRecipient(recipient))))
    finish(build_bundle(case, plan(target.with_name("x.zip"))))
    told = [each for each in case.custody.entries() if each.action == "export"]
    assert [each.details["to"] for each in told] == ["recipient", "passphrase"]
    assert all(LOCK not in each.body and recipient not in each.body for each in told)


def test_a_file_that_may_be_a_whole_export_stays_out_and_is_marked(
    case: Case, target: Path
) -> None:
    case.mark_unchecked(4, Reason.NOT_MEDIA)
    case._db.execute("UPDATE item SET state = 'pending' WHERE id = 3")
    made = finish(build_bundle(case, plan(target, Level.ORIGINALS, items=ItemSelection.ALL)))
    assert (made.withheld, made.missing) == ((3, 4), ())
