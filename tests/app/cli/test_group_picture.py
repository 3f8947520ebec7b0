"""Her face among six, through the whole command: the real models in the real child."""

import shutil
from pathlib import Path

import pytest

from app.program import Services
from face.package_files import file_in
from tests.app.conftest import Geoul
from tests.support.case_samples import CHEAP

IN_READING_ORDER = (
    "    1: left, at the top\n"
    "    2: right, at the top\n"
    "    3: left\n"
    "    4: in the middle\n"
    "    5: in the middle\n"
    "    6: right\n"
)

pytestmark = [pytest.mark.models, pytest.mark.slow]


class RealProgram(Services):
    """Everything as it is, but for the second that a passphrase takes."""

    kdf_cost = CHEAP


@pytest.fixture
def services() -> Services:
    """In place of the one with the fake engine."""
    return RealProgram()


@pytest.fixture
def six(tmp_path: Path) -> Path:
    """Two who stand, four who sit before them."""
    return Path(shutil.copy(file_in("insightface", "data/images/t1.jpg"), tmp_path / "six.jpg"))


def test_six_faces_are_listed_in_two_rows_and_each_can_be_chosen(
    case: Path, geoul: Geoul, six: Path
) -> None:
    listed = geoul("check", case, "--me", six, "--attest", "self")
    assert listed.status == 1
    assert IN_READING_ORDER in listed.out
    each_of_them = [arg for number in range(1, 7) for arg in ("--me", f"{six}:{number}")]
    result = geoul("check", case, *each_of_them, "--attest", "self")
    assert result.status == 0
    for number in range(1, 7):
        assert f"six.jpg:{number}: " in result.out
    assert "not used" not in result.out
    assert "do not look like the same person" in result.err


def test_a_seventh_is_not_among_them(case: Path, geoul: Geoul, six: Path) -> None:
    result = geoul("check", case, "--me", f"{six}:7", "--attest", "self")
    assert result.status == 1
    assert "six.jpg:7: it has no face number 7" in result.out
    assert "Faces found in it: 6." in result.out
    assert IN_READING_ORDER in result.out


def test_the_chosen_face_finds_itself_and_nobody_beside_it(
    case: Path, geoul: Geoul, six: Path
) -> None:
    geoul("add", case, six)
    found = geoul("check", case, "--me", f"{six}:4", "--attest", "self", "--json").json["results"]
    assert [each["similarity"] > 0.99 for each in found] == [True] + [False] * (len(found) - 1)
