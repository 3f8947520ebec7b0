from pathlib import Path

import pytest

from app.handover.bundle import BundleFacts, DocumentMaker, build_bundle
from app.handover.bundle_plan import BundlePlan, Level
from app.handover.document_language import DocumentLanguage
from app.handover.extras import CompanionPaths, Extras, companion_folders
from app.job import finish
from storage.bundle.member import Member
from storage.bundle.write import UnderPassphrase
from storage.case import Case
from storage.errors import BundleExistsError, DiskFailedError
from storage.types import KeptMedia, Verdict
from tests.support.bundle_samples import PHRASE as LOCK
from tests.support.case_samples import CHEAP
from tests.support.decided_case import PHRASE, with_captures
from tests.support.unpackers import seven_zip, unpacked


def documents(_facts: BundleFacts) -> list[Member]:
    return [Member.of("report.pdf", "a report"), Member.of("hash-sheet.pdf", "a sheet")]


def hand_over(
    case: Case,
    extras: Extras,
    level: Level = Level.CROPS,
    fail: bool = False,
    given: DocumentMaker = documents,
) -> CompanionPaths:
    target = case.path.with_name("documents.zip")
    plan = BundlePlan(target, UnderPassphrase(LOCK), level, language=DocumentLanguage.ENGLISH)
    with case, companion_folders(case, plan, extras, given) as laid:
        finish(build_bundle(case, plan, laid.documents, laid.publish))
        if fail:
            raise KeyError
    return laid.places


def files(folder: Path | None) -> dict[str, str]:
    assert folder is not None
    found = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8", "replace") for p in found}


@seven_zip
def test_the_small_set_holds_the_very_files_of_the_bundle(tmp_path: Path) -> None:
    case = with_captures(tmp_path, KeptMedia.ORIGINALS)
    beside = hand_over(case, Extras(small_set=True), Level.ORIGINALS)
    assert beside == CompanionPaths(None, tmp_path / "documents-small-set")
    found = files(beside.small_set)
    assert set(found) == {
        "READ-ME.txt",
        "part-1/report.pdf",
        "part-1/hash-sheet.pdf",
        "part-1/captures-0007.jpg",
        "part-1/items.csv",
    }
    bag = unpacked(tmp_path / "documents.zip", LOCK, tmp_path / "out")
    assert (bag / "data/items.csv").read_text("utf-8") == found["part-1/items.csv"]
    assert (bag / "data/captures/0007.jpg").exists()
    assert "Delete it" in found["READ-ME.txt"]


def test_a_list_has_no_picture_beside_it_either(tmp_path: Path) -> None:
    case = with_captures(tmp_path, KeptMedia.NONE)
    beside = hand_over(case, Extras(small_set=True), Level.LIST)
    assert not [name for name in files(beside.small_set) if "captures" in name]


def test_a_capture_that_fits_into_no_part_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.handover.small_set.MAX_PART_BYTES", 10)
    beside = hand_over(with_captures(tmp_path, KeptMedia.NONE), Extras(small_set=True))
    found = files(beside.small_set)
    assert "captures-0007.jpg" in found["READ-ME.txt"]
    assert "part-1/captures-0007.jpg" not in found


def test_letters_are_about_what_was_confirmed(tmp_path: Path) -> None:
    beside = hand_over(with_captures(tmp_path, KeptMedia.NONE), Extras(letters=True, name="Y."))
    assert beside == CompanionPaths(tmp_path / "documents-take-down", None)
    assert "I am Y." in files(beside.letters)["en/support_centre.txt"]
    with Case.open(tmp_path / "case", PHRASE, cost=CHEAP) as case:
        said = {each.action: each.details for each in case.custody.entries()}
    assert said["beside"] == {"letters": [1, 2, 5], "small_set": False}


def test_nobody_is_asked_to_remove_a_picture_of_a_screen(tmp_path: Path) -> None:
    case = with_captures(tmp_path, KeptMedia.NONE)
    case.decide(7, Verdict.CONFIRM)
    letters = files(hand_over(case, Extras(letters=True)).letters)
    assert not [name for name in letters if "0007" in name]


def test_both_are_gone_when_the_bundle_fails(tmp_path: Path) -> None:
    case = with_captures(tmp_path, KeptMedia.NONE)
    with pytest.raises(KeyError):
        hand_over(case, Extras(letters=True, small_set=True), fail=True)
    assert list(tmp_path.glob("documents-*")) == []


def test_until_the_bundle_has_its_name_the_others_have_not(tmp_path: Path) -> None:
    case = with_captures(tmp_path, KeptMedia.NONE)
    plan = BundlePlan(
        tmp_path / "documents.zip", UnderPassphrase(LOCK), language=DocumentLanguage.ENGLISH
    )
    extras = Extras(letters=True, small_set=True)
    with case, companion_folders(case, plan, extras, documents) as laid:
        for _ in build_bundle(case, plan, laid.documents, laid.publish):
            found = {path.name for path in tmp_path.glob("documents*")}
            assert found - {"documents.zip"} <= {
                "documents.zip.part",
                "documents-take-down.part",
                "documents-small-set.part",
            }
    assert laid.places.letters is not None
    assert files(laid.places.letters)


def test_what_cannot_get_its_name_leaves_no_bundle_that_nobody_could_open(tmp_path: Path) -> None:
    def documents_in_haste(facts: BundleFacts) -> list[Member]:
        (tmp_path / "documents-take-down").mkdir()
        (tmp_path / "documents-take-down" / "hers").touch()
        return documents(facts)

    case = with_captures(tmp_path, KeptMedia.NONE)
    with pytest.raises(DiskFailedError):
        hand_over(case, Extras(letters=True), given=documents_in_haste)
    assert not list(tmp_path.glob("documents.zip*"))
    assert list(files(tmp_path / "documents-take-down")) == ["hers"]


def test_a_folder_that_is_there_stops_it_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "documents-small-set").mkdir()
    with pytest.raises(BundleExistsError):
        hand_over(with_captures(tmp_path, KeptMedia.NONE), Extras(small_set=True))
    assert not (tmp_path / "documents.zip").exists()
