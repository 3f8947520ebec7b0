from pathlib import Path

import pytest

from app.intake.add import add
from app.intake.source_details import SourceDetails
from app.job import finish
from face.types import Reason
from storage.case import Case
from tests.support.fake_program import ME, SOMEBODY, write_picture
from tests.support.permissions import no_power_over_permissions


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Return a folder with a picture beside the folder that is added."""
    path = tmp_path / "elsewhere"
    path.mkdir()
    write_picture(path / "her.png", ME)
    return path


def added(case: Case, *paths: Path) -> None:
    finish(add(case, paths, SourceDetails()))


def names(case: Case) -> list[str | None]:
    return [item.name for item in case.items()]


def forgotten(case: Case) -> list[int]:
    return [
        entry.details["item"] for entry in case.custody.entries() if entry.action == "forgotten"
    ]


def test_a_link_is_forgotten_once_its_file_is_taken_in(
    case: Case, folder: Path, elsewhere: Path
) -> None:
    (folder / "link").symlink_to(elsewhere / "her.png")
    added(case, folder)
    assert names(case) == ["link"]
    added(case, elsewhere / "her.png")
    assert names(case) == ["her.png"]
    assert forgotten(case) == [1]


def test_a_link_to_a_folder_is_forgotten_once_all_of_it_is_taken_in(
    case: Case, folder: Path, elsewhere: Path
) -> None:
    write_picture(elsewhere / "more.png", SOMEBODY)
    (folder / "link").symlink_to(elsewhere)
    added(case, folder, elsewhere / "her.png")
    assert names(case) == ["link", "her.png"]
    added(case, elsewhere)
    assert names(case) == ["her.png", "more.png"]


def test_a_link_to_what_is_known_does_not_come_back(
    case: Case, folder: Path, elsewhere: Path
) -> None:
    added(case, elsewhere)
    (folder / "link").symlink_to(elsewhere)
    for _ in range(2):
        added(case, folder)
    assert names(case) == ["her.png"]
    assert forgotten(case) == []


def test_a_link_comes_back_when_what_it_leads_to_has_changed(
    case: Case, folder: Path, elsewhere: Path
) -> None:
    added(case, elsewhere)
    (folder / "link").symlink_to(elsewhere)
    write_picture(elsewhere / "new.png", SOMEBODY)
    added(case, folder)
    assert names(case) == ["her.png", "link"]


def test_a_link_stays_while_something_behind_it_cannot_be_read(
    case: Case, folder: Path, elsewhere: Path
) -> None:
    (folder / "link").symlink_to(elsewhere)
    (elsewhere / "locked").mkdir(mode=0)
    with no_power_over_permissions():
        added(case, folder, elsewhere)
        assert names(case) == ["link", "her.png", "locked"]


def test_links_that_lead_round_to_their_own_folder_stand_for_nothing(
    case: Case, folder: Path
) -> None:
    (folder / "below").mkdir()
    for name in ("round", "below/about"):
        (folder / name).symlink_to(folder)
    write_picture(folder / "a.png", ME)
    for _ in range(2):
        added(case, folder)
        assert names(case) == ["a.png"]


def test_a_link_that_leads_nowhere_stays(case: Case, folder: Path) -> None:
    (folder / "broken").symlink_to(folder / "none")
    (folder / "loop").symlink_to(folder / "loop")
    for _ in range(2):
        added(case, folder)
    assert [(item.name, item.reason) for item in case.items()] == [
        ("broken", Reason.LINK),
        ("loop", Reason.LINK),
    ]


def test_a_link_that_is_gone_is_forgotten_when_its_folder_is_added_again(
    case: Case, folder: Path, elsewhere: Path
) -> None:
    link = folder / "link"
    link.symlink_to(elsewhere)
    added(case, folder)
    link.unlink()
    write_picture(folder / "a.png", SOMEBODY)
    added(case, folder / "a.png")
    assert names(case) == ["link", "a.png"]
    added(case, folder)
    assert names(case) == ["a.png"]
    assert forgotten(case) == [1]


def test_a_link_in_a_folder_that_cannot_be_read_any_more_is_not_taken_for_gone(
    case: Case, folder: Path, elsewhere: Path
) -> None:
    inner = folder / "inner"
    inner.mkdir()
    (inner / "link").symlink_to(elsewhere)
    added(case, folder)
    inner.chmod(0)
    with no_power_over_permissions():
        added(case, folder)
    inner.chmod(0o700)
    assert names(case) == ["link", "inner"]
