"""A bundle on a stick is read back from the stick, and has its name only when it is whole."""

import errno
import os
import sys
from pathlib import Path

import pytest

from storage import page_cache
from storage.bundle import target
from storage.bundle.target import STEP, Target, is_removable
from tests.support.bundle_samples import verified, write

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows its disks")


@pytest.fixture
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As Linux shows disks; where the disk of this folder is one of them."""
    folder = tmp_path / "sys" / "dev" / "block"
    folder.mkdir(parents=True)
    monkeypatch.setattr(target, "DEVICES", folder)
    return folder


def plug(devices: Path, at: str, flag: str) -> None:
    """Let the disk of this folder be a partition of the one at a place below "devices"."""
    if sys.platform == "win32":
        raise NotImplementedError
    disk = devices.parent.parent / "devices" / at
    (disk / "part1").mkdir(parents=True)
    (disk / "removable").write_text(f"{flag}\n")
    number = devices.stat().st_dev
    (devices / f"{os.major(number)}:{os.minor(number)}").symlink_to(disk / "part1")


@linux
@pytest.mark.parametrize(
    ("at", "flag", "is_one"),
    [
        ("pci0/ata1/block/sda", "0", False),
        ("pci0/usb1/1-2/block/sdb", "0", True),
        ("pci0/mmc_host/mmc0/block/mmcblk0", "1", True),
    ],
)
def test_a_stick_is_told_from_a_disk(
    devices: Path, tmp_path: Path, at: str, flag: str, *, is_one: bool
) -> None:
    plug(devices, at, flag)
    with (tmp_path / "file").open("wb") as file:
        assert is_removable(file.fileno()) is is_one


@linux
def test_a_stick_is_known_below_its_encryption(devices: Path, tmp_path: Path) -> None:
    plug(devices, "virtual/block/dm-0", "0")
    below = devices.parent.parent / "devices" / "pci0/usb1/1-2/block/sdb/sdb1"
    below.mkdir(parents=True)
    for held in devices.iterdir():
        (held.resolve() / "slaves").mkdir()
        (held.resolve() / "slaves" / "sdb1").symlink_to(below)
    with (tmp_path / "file").open("wb") as file:
        assert is_removable(file.fileno())


@linux
def test_a_disk_that_the_system_does_not_show_is_no_stick(devices: Path, tmp_path: Path) -> None:
    assert not list(devices.iterdir())
    with (tmp_path / "file").open("wb") as file:
        assert not is_removable(file.fileno())


@linux
@pytest.mark.parametrize(("flag", "is_kept"), [("0", True), ("1", False)])
def test_the_system_forgets_what_is_on_a_stick_before_it_is_read_back(
    devices: Path, tmp_path: Path, flag: str, *, is_kept: bool
) -> None:
    plug(devices, "block/sda", flag)
    with Target(tmp_path / "bundle") as target:
        for _ in range(3):
            target.write(os.urandom(STEP))
        with target.part.open("rb") as stream:
            if not page_cache.is_cached(stream.fileno(), STEP):
                pytest.skip("this file system does not say what is in memory")
            target.sync()
            assert page_cache.is_cached(stream.fileno(), STEP) is is_kept


def test_a_bundle_that_has_its_name_is_no_failure_whatever_the_disk_says_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("storage.bundle.target.sync_folder", fail)
    write(tmp_path / "x.zip")
    assert verified(tmp_path / "x.zip").is_whole
