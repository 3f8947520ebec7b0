from pathlib import Path

import pytest

from app.handover.companion_folder import CompanionFolder, companion_path
from storage.bundle.member import Member
from storage.errors import BundleExistsError, BundleMissingError

LETTERS = (Member.of("take-down/READ-ME.en.txt", "a"), Member.of("take-down/en/x.txt", "b"))


def fill(folder: CompanionFolder) -> None:
    for member in LETTERS:
        folder.put(member)
    folder.publish()


def files(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_it_lies_beside_the_bundle(tmp_path: Path) -> None:
    with CompanionFolder(companion_path(tmp_path / "documents.zip", "take-down")) as folder:
        fill(folder)
    assert files(tmp_path) == {
        "documents-take-down/READ-ME.en.txt": "a",
        "documents-take-down/en/x.txt": "b",
    }


def test_it_is_gone_again_when_what_it_goes_with_fails(tmp_path: Path) -> None:
    with CompanionFolder(tmp_path / "letters") as folder:
        fill(folder)
        folder.__exit__(KeyError)
    assert list(tmp_path.iterdir()) == []


def test_one_that_was_not_finished_is_not_there(tmp_path: Path) -> None:
    with CompanionFolder(tmp_path / "letters") as folder:
        folder.put(LETTERS[0])
    assert list(tmp_path.iterdir()) == []


def test_what_an_ended_program_left_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters.part").mkdir()
    (tmp_path / "letters.part" / "old").write_text("x")
    with CompanionFolder(tmp_path / "letters") as folder:
        fill(folder)
    assert set(files(tmp_path / "letters")) == {"READ-ME.en.txt", "en/x.txt"}


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "hers").write_text("x")
    with pytest.raises(BundleExistsError), CompanionFolder(tmp_path / "letters"):
        pass
    assert files(tmp_path) == {"letters/hers": "x"}


def test_a_place_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(BundleMissingError), CompanionFolder(tmp_path / "no" / "letters"):
        pass
