import os
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from app.cases.evidence_record import evidence_record
from app.intake import Obstacle
from app.intake import add as intake
from app.intake.add import AddResult, add
from app.intake.placeholders import record_unreadable
from app.intake.readers.core.disk import DiskFile, DiskFolder
from app.intake.source_details import SourceDetails
from app.job import finish
from face.types import Reason
from storage import items
from storage.case import Case
from storage.types import ItemState, KeptMedia
from tests.support.case_samples import CHEAP, without_rows
from tests.support.fake_program import ME, SOMEBODY, write_picture
from tests.support.permissions import no_power_over_permissions


def added(case: Case, *paths: Path, details: SourceDetails | None = None) -> AddResult:
    return finish(add(case, paths, details or SourceDetails()))


def test_a_new_file_becomes_an_item_that_waits(case: Case, folder: Path) -> None:
    write_picture(folder / "a.png", ME)
    assert added(case, folder) == AddResult(1, 0, ())
    assert case.pending() == [1]


def test_the_same_content_twice_is_one_item_with_two_sources(case: Case, folder: Path) -> None:
    write_picture(folder / "a.png", ME)
    write_picture(folder / "b.png", ME)
    assert added(case, folder) == AddResult(1, 1, ())
    assert [source.filename for source in case.item(1).sources] == ["a.png", "b.png"]


def test_what_the_system_left_is_counted_and_nothing_else(case: Case, folder: Path) -> None:
    write_picture(folder / "a.png", ME)
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1" + bytes(80))
    for new, known in ((1, 0), (0, 1)):
        result = added(case, folder)
        assert (result.new, result.known, result.blocked) == (new, known, ())
        assert [each.name for each in result.system_files] == [".DS_Store"]
    assert case.pending() == [1]


def test_the_same_folder_again_adds_nothing_and_reads_nothing(case: Case, folder: Path) -> None:
    path = write_picture(folder / "a.png", ME)
    added(case, folder)
    path.chmod(0)
    with no_power_over_permissions():  # reading it would fail
        assert added(case, folder) == AddResult(0, 1, ())
    assert len(case.item(1).sources) == 1


def test_a_changed_file_is_another_item(case: Case, folder: Path) -> None:
    write_picture(folder / "a.png", ME)
    added(case, folder)
    write_picture(folder / "a.png", SOMEBODY, SOMEBODY)
    assert added(case, folder).new == 1
    assert case.pending() == [1, 2]


@pytest.mark.parametrize(
    "seconds",
    [10_413_792_000, -11_644_473_600, 15_032_385_535, -5],
    ids=["2300", "1601", "2446", "-5"],
)
def test_a_file_of_any_time_is_taken_with_all_beside_it(
    case: Case, folder: Path, seconds: int
) -> None:
    for count, name in enumerate(("a.png", "b.png", "c.png"), 1):
        write_picture(folder / name, *[ME] * count)
    os.utime(folder / "b.png", (seconds, seconds))
    if (folder / "b.png").stat().st_mtime != seconds:
        pytest.skip("this file system does not hold such a time")
    assert added(case, folder) == AddResult(3, 0, ())
    assert added(case, folder) == AddResult(0, 3, ())
    record = evidence_record(case.item(2))
    there = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    fits = abs(seconds) < 2**63 // 10**9
    assert record["fs_mtime"] == (there.isoformat() if fits else None)


def test_a_link_told_later_is_kept_beside_what_was_known(case: Case, folder: Path) -> None:
    path = write_picture(folder / "a.png", ME)
    added(case, path)
    told = SourceDetails(
        url="https://example.org/1", platform="telegram", note="from a friend", role="me"
    )
    assert added(case, path, details=told) == AddResult(0, 1, ())
    (source,) = case.item(1).sources
    assert (source.url, source.platform) == ("https://example.org/1", "telegram")
    assert (source.note, source.role) == ("from a friend", None)
    by = {(each.field, each.role) for each in case.item(1).statements}
    assert by == {("url", "me"), ("platform", "me"), ("note", "me")}


def test_adding_an_export_again_in_another_role_changes_nothing(case: Case, folder: Path) -> None:
    for name, colour in (("a.png", ME), ("b.png", SOMEBODY)):
        write_picture(folder / name, colour)
    added(case, folder, details=SourceDetails(role="self", platform="Telegram"))
    before = [case.item(1), case.item(2)]
    added(case, folder, details=SourceDetails(role="counsellor", platform="Telegram"))
    assert [each.sources for each in (case.item(1), case.item(2))] == [
        each.sources for each in before
    ]
    adds = (each for each in case.custody.entries() if each.action == "add")
    log = [(each.role, each.details["new"]) for each in adds]
    assert log == [("self", 2), ("counsellor", 0)]
    assert not case.contradictions()


def test_where_and_when_it_came_from_is_kept(case: Case, folder: Path) -> None:
    path = write_picture(folder / "a.png", ME)
    added(case, path)
    (source,) = case.item(1).sources
    assert source.path == str(path)
    assert source.mtime_ns == path.stat().st_mtime_ns
    assert source.acquired_at_utc is not None
    assert source.acquired_at_utc.endswith("+00:00")


def test_originals_are_kept_when_the_case_is_made_so(tmp_path: Path, folder: Path) -> None:
    path = write_picture(folder / "a.png", ME)
    case, _ = Case.create(tmp_path / "o", "pass", media=KeptMedia.ORIGINALS, cost=CHEAP)
    with case:
        added(case, folder)
        content = path.read_bytes()
        path.unlink()
        assert case.original(1).read() == content


def test_a_file_that_cannot_be_read_is_listed_and_the_rest_goes_on(
    case: Case, folder: Path
) -> None:
    write_picture(folder / "a.png", ME).chmod(0)
    write_picture(folder / "b.png", ME)
    with no_power_over_permissions():
        result = added(case, folder)
    assert result.new == 1
    assert [(each.name, each.reason) for each in result.blocked] == [
        ("a.png", Reason.UNREADABLE_FILE)
    ]


class SurprisingError(Exception):
    """What nobody thought of."""


def _fails_at(name: str, function: Callable[..., object]) -> Callable[..., object]:
    """The function, which raises where it is given something of this name."""

    def fails(*given: Any) -> object:
        if any(getattr(each, "name", getattr(each, "filename", "")) == name for each in given):
            raise SurprisingError("/a/path with a name")
        return function(*given)

    return fails


def _is_told_of(result: AddResult, name: str) -> bool:
    (blocked,) = result.blocked
    is_unexpected = blocked.reason is Reason.UNEXPECTED and "a name" not in blocked.detail
    return blocked.name == name and is_unexpected and "SurprisingError" in blocked.detail


def test_a_file_that_fails_as_nobody_expected_ends_no_other(
    case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.png", "b.png", "c.png"):
        write_picture(folder / name, ME if name == "b.png" else SOMEBODY)
    monkeypatch.setattr(DiskFile, "open", _fails_at("b.png", DiskFile.open))
    result = added(case, folder)
    assert (result.new, result.known) == (1, 1)
    assert _is_told_of(result, "b.png")
    unchecked = [item for item in case.items() if item.state is ItemState.UNCHECKED]
    assert [(item.name, item.reason) for item in unchecked] == [("b.png", Reason.UNEXPECTED)]


def test_a_folder_that_fails_as_nobody_expected_ends_no_other(
    case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("1/a.png", "2/b.png", "3/c.png"):
        (folder / name).parent.mkdir()
        write_picture(folder / name, ME if name == "2/b.png" else SOMEBODY)
    monkeypatch.setattr(DiskFolder, "list_names", _fails_at("2", DiskFolder.list_names))
    result = added(case, folder)
    assert (result.new, result.known) == (1, 1)
    assert _is_told_of(result, "2")


@pytest.mark.parametrize("writing", ["source of content", "placeholder"])
def test_what_cannot_be_written_takes_nothing_along(
    case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch, writing: str
) -> None:
    for name, colour in (("a.png", ME), ("b.png", SOMEBODY), ("c.png", SOMEBODY)):
        write_picture(folder / name, colour)
    (folder / "d.png").symlink_to(folder / "nothing")
    if writing == "placeholder":
        monkeypatch.setattr(intake, "record_unreadable", _fails_at("d.png", record_unreadable))
    else:
        monkeypatch.setattr(items, "add_content", _fails_at("b.png", items.add_content))
    result = added(case, folder)
    unexpected = {each.name for each in result.blocked if each.reason is Reason.UNEXPECTED}
    assert unexpected == {"d.png" if writing == "placeholder" else "b.png"}
    names = {item.name: item.reason for item in case.items()}
    if writing == "placeholder":
        assert names == {"a.png": None, "b.png": None}
    else:
        assert names == {
            "a.png": None,
            "b.png": Reason.UNEXPECTED,
            "c.png": None,
            "d.png": Reason.LINK,
        }


def test_an_original_that_changes_while_it_is_kept_ends_no_other(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, colour in (("a.png", ME), ("b.png", SOMEBODY)):
        write_picture(folder / name, colour)
    opened = Counter[str]()

    def changing(file: DiskFile) -> BinaryIO:
        opened[file.name] += 1
        is_changed = file.name == "a.png" and opened[file.name] > 1
        return BytesIO(b"other") if is_changed else Path(file.path).open("rb")

    monkeypatch.setattr(intake, "HELD_BYTES", 4)
    monkeypatch.setattr(DiskFile, "open", changing)
    made, _ = Case.create(tmp_path / "c", "pass", media=KeptMedia.ORIGINALS, cost=CHEAP)
    with made:
        result = added(made, folder)
        assert result.new == 1
        assert [(each.name, each.reason) for each in result.blocked] == [("a.png", Reason.CHANGED)]


def test_a_link_is_not_followed_and_not_forgotten(case: Case, folder: Path) -> None:
    (folder / "a.png").symlink_to(folder.parent)
    added(case, folder)
    (item,) = case.items(ItemState.UNCHECKED)
    assert (item.name, item.reason) == ("a.png", Reason.LINK)


def test_a_file_that_vanishes_between_listing_and_reading_is_listed(
    case: Case, folder: Path
) -> None:
    path = write_picture(folder / "a.png", ME)
    job = add(case, [folder], SourceDetails())
    while next(job).total is None:
        pass
    path.unlink()
    result = finish(job)
    assert [each.reason for each in result.blocked] == [Reason.GONE]


def test_what_cannot_be_read_is_an_item_until_it_can(case: Case, folder: Path) -> None:
    path = write_picture(folder / "a.png", ME)
    path.chmod(0)
    with no_power_over_permissions():
        for _ in range(2):
            added(case, folder, details=SourceDetails(note="from a friend"))
    assert [(item.name, item.reason) for item in case.items()] == [
        ("a.png", Reason.UNREADABLE_FILE)
    ]
    path.chmod(0o600)
    assert added(case, folder).new == 1
    (item,) = case.items()
    assert (item.state, item.sha256 is None) == (ItemState.PENDING, False)
    assert [source.note for source in case.item(item.item).sources] == ["from a friend"]


def test_a_folder_that_cannot_be_opened_is_an_item_until_it_can(case: Case, folder: Path) -> None:
    locked = folder / "locked"
    locked.mkdir()
    write_picture(locked / "a.png", ME)
    locked.chmod(0)
    with no_power_over_permissions():
        added(case, folder)
        write_picture(folder / "b.png", SOMEBODY)
        added(case, folder / "b.png")
        added(case, folder)
    assert {item.name for item in case.items()} == {"locked", "b.png"}
    locked.chmod(0o700)
    added(case, folder / "b.png")
    assert {item.name for item in case.items()} == {"locked", "b.png"}
    added(case, folder)
    assert {item.name for item in case.items()} == {"a.png", "b.png"}


def test_a_locked_folder_that_was_removed_is_not_forgotten(case: Case, folder: Path) -> None:
    locked = folder / "locked"
    locked.mkdir(mode=0)
    with no_power_over_permissions():
        added(case, folder)
    locked.rmdir()
    added(case, folder)
    assert [item.name for item in case.items()] == ["locked"]


def test_the_case_under_another_name_is_not_taken_in_either(
    case: Case, tmp_path: Path, folder: Path
) -> None:
    os.link(case.path, folder / "other-name.jpg")
    assert {each.reason for each in added(case, folder).blocked} == {Obstacle.THE_CASE}
    through = folder / ".." / folder.name / "other-name.jpg"
    assert {each.reason for each in added(case, through).blocked} == {Obstacle.THE_CASE}


def test_the_case_itself_is_never_taken_in(case: Case, tmp_path: Path, folder: Path) -> None:
    write_picture(folder / "a.png", ME)
    for _ in range(2):
        result = added(case, tmp_path)
        assert {each.reason for each in result.blocked} == {Obstacle.THE_CASE}
    assert len(case.items()) == 1


def test_a_neighbour_whose_name_begins_like_the_case_is_taken_in(
    case: Case, tmp_path: Path
) -> None:
    write_picture(tmp_path / "my-case.png", ME)
    assert added(case, tmp_path).new == 1


@pytest.mark.parametrize(
    "name",
    [
        "line\nbreak.png",
        unicodedata.normalize("NFC", "거울.png"),
        unicodedata.normalize("NFD", "거울.png"),
        "n" * 251 + ".png",
        os.fsdecode(b"latin\xe9.png"),
    ],
)
def test_odd_names_come_back_as_they_were(case: Case, folder: Path, name: str) -> None:
    write_picture(folder / name, ME)
    assert added(case, folder).new == 1
    assert case.items()[0].name == name
    assert added(case, folder) == AddResult(0, 1, ())


def test_stopping_keeps_what_was_taken_in(case: Case, folder: Path) -> None:
    write_picture(folder / "a.png", ME)
    write_picture(folder / "b.png", SOMEBODY)
    job = add(case, [folder], SourceDetails())
    while next(job).total is None or next(job).done != 1:
        pass
    job.close()
    assert len(case.items()) == 1
    assert added(case, folder) == AddResult(1, 1, ())


def test_adding_is_noted_in_the_custody_log(case: Case, folder: Path) -> None:
    write_picture(folder / "a.png", ME)
    added(case, folder, details=SourceDetails(role="counsellor"))
    entry = list(case.custody.entries())[-1]
    assert (entry.action, entry.role) == ("add", "counsellor")
    assert without_rows(entry.details) == {"new": 1, "known": 0, "blocked": 0}
