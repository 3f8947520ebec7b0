"""However an export ends, the bundle is whole or has no name, and the case is unharmed."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.handover.bundle import BundleResult, build_bundle
from app.handover.bundle_plan import BundlePlan, Level
from app.job import finish
from storage.bundle.target import part_path
from storage.bundle.verify import verify
from storage.bundle.write import Lock, UnderPassphrase
from storage.case import Case
from storage.custody import Custody, Details, Head
from storage.errors import (
    CaseClosedError,
    DiskFailedError,
    DiskFullError,
    MemberChangedError,
    StorageError,
)
from tests.support.bundle_samples import IDENTITY, every_lock
from tests.support.bundle_samples import PHRASE as LOCK
from tests.support.case_samples import CHEAP, names_in, needs_fork, run_until, size_of
from tests.support.decided_case import PHRASE, with_one_original
from tests.support.small_disk import mounted

LONG = os.urandom(6 << 20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return with_one_original(tmp_path / "case", LONG)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "documents.bin"


def opened(path: Path) -> Case:
    return Case.open(path, PHRASE, cost=CHEAP)


def hand_over(path: Path, target: Path, lock: Lock) -> BundleResult:
    with opened(path) as case:
        return finish(build_bundle(case, BundlePlan(target, lock, Level.ORIGINALS)))


def actions(path: Path) -> list[str]:
    """What the log of a sound case says."""
    with opened(path) as case:
        assert case.info().custody_ok
        return [each.action for each in case.custody.entries()]


def is_whole(target: Path, lock: Lock) -> bool:
    secret = LOCK if isinstance(lock, UnderPassphrase) else IDENTITY
    return finish(verify(target, secret)).is_whole


@needs_fork
@every_lock
def test_killed_at_any_moment_the_case_is_sound_and_its_log_says_what_was_begun(
    path: Path, target: Path, lock: Lock
) -> None:
    part = part_path(target)
    moments: list[Callable[[], bool]] = [
        part.exists,
        lambda: size_of(part) > 1 << 20,
        lambda: size_of(part) > len(LONG),
        target.exists,
    ]
    for moment in moments:
        run_until(moment, lambda: hand_over(path, target, lock))
        if target.exists():
            assert is_whole(target, lock)
            target.unlink()
        *_, last, unlock = actions(path)
        assert (last in ("export", "exported"), unlock) == (True, "unlock")
    hand_over(path, target, lock)
    assert names_in(target.parent) == [target.name]
    assert is_whole(target, lock)


@every_lock
def test_a_stick_that_is_pulled_out_is_noted_as_stopped(
    path: Path, target: Path, lock: Lock
) -> None:
    with opened(path) as case:
        job = build_bundle(case, BundlePlan(target, lock, Level.ORIGINALS))
        for _ in range(8):
            next(job)
        shutil.rmtree(target.parent)
        with pytest.raises(DiskFailedError):
            finish(job)
    assert actions(path)[-2:] == ["export-stopped", "unlock"]
    assert not target.parent.exists()


def refusing(monkeypatch: pytest.MonkeyPatch, refused: str, error: StorageError) -> None:
    """The disk of the case fails when that entry is to be written."""
    append = Custody.append

    def failing(log: Custody, action: str, role: str, details: Details | None = None) -> Head:
        if action == refused:
            raise error
        return append(log, action, role, details)

    monkeypatch.setattr(Custody, "append", failing)


def test_what_cannot_be_logged_is_not_begun(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing(monkeypatch, "export", DiskFullError(str(path)))
    with pytest.raises(DiskFullError):
        hand_over(path, target, UnderPassphrase(LOCK))
    assert names_in(target.parent) == []


@pytest.mark.parametrize("error", [DiskFullError, DiskFailedError, CaseClosedError])
def test_a_bundle_that_is_whole_is_handed_over_although_its_end_cannot_be_logged(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, error: type[StorageError]
) -> None:
    """Or nobody would be shown the passphrase of a bundle that has its name."""
    with monkeypatch.context() as patch:
        refusing(patch, "exported", error(str(path)))
        made = hand_over(path, target, UnderPassphrase(LOCK))
    assert not made.noted
    assert is_whole(target, UnderPassphrase(LOCK))
    assert actions(path)[-2:] == ["export", "unlock"]


def test_the_first_failure_is_the_one_to_tell(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(path) as case:
        case._db.execute("UPDATE original SET bytes = zeroblob(length(bytes)) WHERE item = 7")
    with monkeypatch.context() as patch:
        refusing(patch, "export-stopped", DiskFullError(str(path)))
        with pytest.raises(MemberChangedError):
            hand_over(path, target, UnderPassphrase(LOCK))
    assert names_in(target.parent) == []
    assert actions(path)[-2:] == ["export", "unlock"]


@every_lock
def test_a_case_on_the_disk_that_it_fills_is_unharmed(
    path: Path, tmp_path: Path, lock: Lock
) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such call")
    with mounted(tmp_path / "disk", 16) as disk:
        shutil.copy(path, disk / "case")
        room = os.statvfs(disk)
        (disk / "rest").write_bytes(bytes(room.f_bavail * room.f_bsize - (3 << 20)))
        with pytest.raises(DiskFullError):
            hand_over(disk / "case", disk / "x", lock)
        assert names_in(disk) == ["case", "rest"]
        assert actions(disk / "case")[-2:] == ["export-stopped", "unlock"]
        (disk / "rest").unlink()
        hand_over(disk / "case", disk / "x", lock)
        assert is_whole(disk / "x", lock)
