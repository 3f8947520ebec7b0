from pathlib import Path

import pytest

from app.takedown_folder import LettersFolder, folder_beside
from storage.bundle.member import Member
from storage.errors import BundleExistsError, BundleMissingError

LETTERS = (Member.of("take-down/READ-ME.en.txt", "a"), Member.of("take-down/en/x.txt", "b"))


def files(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_letters_lie_in_a_folder_beside_the_bundle(tmp_path: Path) -> None:
    folder = folder_beside(tmp_path / "documents.zip")
    with LettersFolder(folder, LETTERS):
        pass
    assert files(tmp_path) == {
        "documents-take-down/READ-ME.en.txt": "a",
        "documents-take-down/en/x.txt": "b",
    }


def test_they_are_gone_again_when_what_they_go_with_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), LettersFolder(tmp_path / "letters", LETTERS):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "hers").write_text("x")
    with pytest.raises(BundleExistsError), LettersFolder(tmp_path / "letters", LETTERS):
        pass
    assert files(tmp_path) == {"letters/hers": "x"}


def test_a_place_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(BundleMissingError), LettersFolder(tmp_path / "no" / "letters", LETTERS):
        pass
