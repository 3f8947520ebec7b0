"""A bundle is there whole or not at all."""

import errno
import hashlib
import io
import os
import shutil
import threading
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from app.job import finish
from storage.bundle.member import Member
from storage.bundle.tag_files import parse_manifest
from storage.bundle.target import Target, part_path
from storage.bundle.verify import Verification, verify
from storage.bundle.write import Lock, ToRecipient, UnderPassphrase, write_bundle
from storage.errors import (
    BundleExistsError,
    BundleMissingError,
    BundleReadOnlyError,
    BundleRecipientError,
    BundleTooLargeError,
    DiskFailedError,
    DiskFullError,
    MemberChangedError,
)
from tests.support.bundle_samples import (
    IDENTITY,
    KEY,
    ORIGINAL,
    PHRASE,
    contents,
    every_lock,
    to_identity,
    verified,
    write,
)
from tests.support.case_samples import names_in, needs_fork, run_until, size_of
from tests.support.small_disk import mounted
from tests.support.unpackers import age, openssl, run, seven_zip, unpacked


def large(megabytes: int = 8) -> Member:
    content = os.urandom(megabytes << 20)
    return Member.of("data/originals/0003.mp4", content)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "x.zip"


@seven_zip
@openssl
def test_programs_of_others_agree(target: Path, tmp_path: Path) -> None:
    written = write(target)
    bag = unpacked(target, PHRASE, tmp_path)
    assert (bag / "data/originals/0001.jpg").read_bytes() == ORIGINAL
    run("sha256sum", "--strict", "-c", "manifest-sha256.txt", cwd=bag)
    run("sha512sum", "--strict", "-c", "manifest-sha512.txt", cwd=bag)
    run("sha512sum", "--strict", "-c", "tagmanifest-sha512.txt", cwd=bag)
    for kind, manifest in (
        ("sha256", "manifest"),
        ("sha512", "manifest"),
        ("sha512", "tagmanifest"),
    ):
        listed = parse_manifest((bag / f"{manifest}-{kind}.txt").read_text())
        hashed = run("openssl", "dgst", f"-{kind}", "-r", *listed, cwd=bag).splitlines()
        assert {line.split(" *", 1)[1]: line.split()[0] for line in hashed} == listed
    tags = bag / "tagmanifest-sha512.txt"
    said = run("openssl", "dgst", "-sha512", "-r", tags).split()[0]
    assert said == written.digest == hashlib.sha512(tags.read_bytes()).hexdigest()
    signature = ("-sigfile", bag / "tagmanifest-sha512.txt.sig")
    key = ("-pubin", "-inkey", bag / "signing-key.pem")
    run("openssl", "pkeyutl", "-verify", *key, "-rawin", "-in", tags, *signature)
    der = tmp_path / "key.der"
    run("openssl", "pkey", "-pubin", "-in", bag / "signing-key.pem", "-outform", "DER", "-out", der)
    assert hashlib.sha256(der.read_bytes()).hexdigest() == written.identity.fingerprint


@seven_zip
def test_the_bag_is_valid_for_bagit(target: Path, tmp_path: Path) -> None:
    import sys

    write(target)
    run(sys.executable, "-m", "bagit", "--validate", unpacked(target, PHRASE, tmp_path))


@age
def test_age_opens_it(target: Path, tmp_path: Path) -> None:
    write(target, to_identity())
    (tmp_path / "identity").write_text(IDENTITY + "\n")
    run("age", "-d", "-i", tmp_path / "identity", "-o", tmp_path / "x.tar", target)
    run("tar", "xf", tmp_path / "x.tar", cwd=tmp_path)
    assert (tmp_path / "documents/data/originals/0001.jpg").read_bytes() == ORIGINAL
    assert verified(tmp_path / "documents", "").is_whole


@every_lock
def test_the_plain_bytes_are_not_in_it(target: Path, lock: Lock) -> None:
    write(target, lock)
    content = target.read_bytes()
    assert ORIGINAL[:16] not in content
    assert b"Read me" not in content


@every_lock
def test_cancelled_at_any_moment_nothing_is_left(target: Path, lock: Lock) -> None:
    what = contents(large(2))
    whole = sum(1 for _ in write_bundle(target, lock, what, KEY))
    target.unlink()
    for steps in range(1, whole, 2):
        job = write_bundle(target, lock, what, KEY)
        for _ in range(steps):
            next(job)
        job.close()
        assert names_in(target.parent) == []
    assert not [each for each in threading.enumerate() if each.name in ("age", "bundle")]


@needs_fork
@every_lock
def test_killed_at_any_moment_nothing_has_its_name(target: Path, lock: Lock) -> None:
    what = contents(large())
    for size in (1, 1 << 20, 5 << 20, 8 << 20):
        run_until(
            lambda size=size: size_of(part_path(target)) >= size,  # type: ignore[misc]
            lambda: write(target, lock, what),
        )
        assert target.exists() is (names_in(target.parent) == [target.name])
        if target.exists():
            secret = PHRASE if isinstance(lock, UnderPassphrase) else IDENTITY
            assert verified(target, secret).is_whole
            target.unlink()
    write(target, lock)
    assert names_in(target.parent) == [target.name]


@every_lock
def test_on_a_full_disk_nothing_is_left(tmp_path: Path, lock: Lock) -> None:
    with mounted(tmp_path / "disk", 4) as disk:
        with pytest.raises(DiskFullError):
            write(disk / "x.zip", lock, contents(large()))
        assert names_in(disk) == []


@every_lock
def test_a_disk_for_small_files_only_is_said_so(target: Path, lock: Lock) -> None:
    """As FAT32, which holds none of 4 GiB; the real limit of the system stands in for it."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3 << 20, before[1]))
    try:
        with pytest.raises(BundleTooLargeError):
            write(target, lock, contents(large()))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert names_in(target.parent) == []


@every_lock
def test_a_folder_that_is_gone_at_the_end_is_said_so(target: Path, lock: Lock) -> None:
    job = write_bundle(target, lock, contents(large(3)), KEY)
    for _ in range(4):
        next(job)
    shutil.rmtree(target.parent)
    with pytest.raises(DiskFailedError) as error:
        finish(job)
    assert error.value.path == str(target)
    assert not target.parent.exists()


def test_what_is_there_stays(target: Path) -> None:
    target.write_text("mine")
    with pytest.raises(BundleExistsError) as error:
        write(target)
    assert (target.read_text(), error.value.path) == ("mine", str(target))
    assert names_in(target.parent) == [target.name]


def test_what_comes_while_it_is_written_stays(target: Path) -> None:
    job = write_bundle(target, UnderPassphrase(PHRASE), contents(), KEY)
    next(job)
    target.write_text("mine")
    with pytest.raises(BundleExistsError):
        finish(job)
    assert names_in(target.parent) == [target.name]


def test_no_folder_no_bundle(tmp_path: Path) -> None:
    with pytest.raises(BundleMissingError):
        write(tmp_path / "missing" / "x.zip")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_must_not_be_written_is_said_so(target: Path) -> None:
    target.parent.chmod(0o500)
    with pytest.raises(BundleReadOnlyError):
        write(target)


def test_a_read_only_disk_is_said_so(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 1) as disk:
        run("mount", "-o", "remount,ro", disk)
        with pytest.raises(BundleReadOnlyError):
            write(disk / "x.zip")


@every_lock
@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EIO, DiskFailedError),
        (errno.ENODEV, DiskFailedError),
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, BundleReadOnlyError),
    ],
)
def test_a_stick_that_is_pulled_out_or_full_is_said_so(
    target: Path,
    lock: Lock,
    call: str,
    number: int,
    kind: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(f"storage.bundle.target.os.{call}", failing)
        with pytest.raises(kind):
            write(target, lock)
    assert names_in(target.parent) == []


def test_a_disk_that_gives_other_bytes_back_is_noticed(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(path: Path, *secrets: Any) -> Generator[int, None, Verification]:
        content = bytearray(path.read_bytes())
        content[2000] ^= 1
        path.write_bytes(content)
        return verify(path, *secrets)

    monkeypatch.setattr("storage.bundle.write.verify", damaged)
    with pytest.raises(DiskFailedError):
        write(target)
    assert names_in(target.parent) == []


@pytest.mark.parametrize(
    "member",
    [
        Member("data/a", 3, lambda: io.BytesIO(b"ab")),
        Member("data/a", 1, lambda: io.BytesIO(b"ab")),
        Member("data/a", 2, lambda: io.BytesIO(b"ab"), sha256="00"),
        Member("data/a", 2, lambda: io.BytesIO(b"ab"), sha256="00", sha512="00"),
    ],
    ids=["shorter", "longer", "other", "other than is known"],
)
@every_lock
def test_bytes_that_were_not_announced_are_refused(
    target: Path, lock: Lock, member: Member
) -> None:
    with pytest.raises(MemberChangedError) as error:
        write(target, lock, contents(member))
    assert error.value.member == "data/a"
    assert names_in(target.parent) == []


@pytest.mark.parametrize(
    "name", ["data/../x", "data//x", "data/", "data/items.json", "a", "data\\x"]
)
def test_a_name_that_leads_elsewhere_is_refused(target: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        write(target, None, contents(Member.of(name, "x")))


def test_a_mistyped_recipient_is_refused(target: Path) -> None:
    with pytest.raises(BundleRecipientError):
        write(target, ToRecipient("age1nobody"))
    assert names_in(target.parent) == []


@pytest.mark.parametrize("start", [0, 4])
def test_a_disk_that_gives_back_zeros_is_told_as_one(
    target: Path, monkeypatch: pytest.MonkeyPatch, start: int
) -> None:
    """As a stick does that has less room than it says."""

    def lose(written: Target) -> None:
        with written.part.open("r+b") as file:
            file.seek(start)
            file.write(bytes(2000))

    monkeypatch.setattr(Target, "sync", lose)
    with pytest.raises(DiskFailedError):
        write(target)
    assert not list(target.parent.iterdir())
