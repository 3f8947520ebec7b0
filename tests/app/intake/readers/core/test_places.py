import unicodedata
from pathlib import Path

import pytest

from app.intake.readers.core.disk import DiskFolder, place_at
from app.intake.readers.core.events import Unreadable
from app.intake.readers.core.places import File

NFC, NFD = (unicodedata.normalize(form, "거울.jpg") for form in ("NFC", "NFD"))


def folder(path: Path, *names: str) -> DiskFolder:
    """Return a folder with these files."""
    for name in names:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(name)
    place = place_at(str(path))
    assert isinstance(place, DiskFolder)
    return place


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (NFC, NFD),
        (NFD, NFC),
        ("A.JPG", "a.jpg"),
        ("Straße/A.jpg", "STRASSE/a.JPG"),
        ("a/b.jpg", "a\\b.jpg"),
    ],
)
def test_a_name_is_found_as_a_copy_to_another_system_wrote_it(
    tmp_path: Path, there: str, said: str
) -> None:
    found = folder(tmp_path, there).find(said)
    assert isinstance(found, File)
    assert found.path == str(tmp_path / there)


@pytest.mark.parametrize(("first", "second"), [(NFC, NFD), ("A.jpg", "a.jpg")])
def test_of_two_names_that_fold_to_one_only_the_very_one_is_taken(
    tmp_path: Path, first: str, second: str
) -> None:
    place = folder(tmp_path, first, second)
    for name in (first, second):
        found = place.find(name)
        assert isinstance(found, File)
        assert found.name == name
    assert place.find(first.upper() + "x") is None
    assert folder(tmp_path).find("A.JPG" if first == "A.jpg" else "거울.JPG") is None


@pytest.mark.parametrize(
    "said",
    [
        "..",
        ".",
        "",
        "/",
        "a//b.jpg",
        "../a/b.jpg",
        "..\\a\\b.jpg",
        "CON",
        "a/b.jpg/c",
        "n" * 300,
        "\0",
    ],
)
def test_a_made_up_path_leads_nowhere(tmp_path: Path, said: str) -> None:
    assert folder(tmp_path, "a/b.jpg").find(said) is None


def test_a_link_is_told_and_not_followed(tmp_path: Path) -> None:
    place = folder(tmp_path, "a/b.jpg")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert isinstance(place.find("link"), Unreadable)
    assert place.find("link/b.jpg") is None
