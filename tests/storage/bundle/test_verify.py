"""Whatever is changed in a bundle is found, and named."""

import contextlib
import errno
import hashlib
import os
import random
import shutil
import zipfile
from pathlib import Path

import pytest

from app.job import finish
from storage.bundle.age_pipe import AgeDecryptor
from storage.bundle.bag import BAG_INFO, CUSTODY, KEY, MANIFEST_512, SIGNATURE, TAG_MANIFEST
from storage.bundle.member import KnownHashes, Member
from storage.bundle.tar_archive import read_members
from storage.bundle.verify import ContainerKind, container_kind_of, verify
from storage.bundle.winzip_aes import MAC_BYTES, SALT_BYTES
from storage.bundle.zip_archive import read_directory
from storage.errors import (
    BundleError,
    BundleIdentityError,
    BundleMissingError,
    BundleReadOnlyError,
    NotABundleError,
    WrongBundleIdentityError,
    WrongBundlePassphraseError,
)
from tests.support.bundle_samples import (
    IDENTITY,
    ORIGINAL,
    PHRASE,
    contents,
    found,
    lines,
    log,
    to_identity,
    verified,
    whole,
    write,
)

ROOT = "documents/"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "x.zip"
    write(path)
    return path


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "x.age"
    write(path, to_identity())
    return path


@pytest.fixture
def folder(sealed: Path, tmp_path: Path) -> Path:
    """The bag, unpacked."""
    with sealed.open("rb") as stream, AgeDecryptor(IDENTITY, stream) as plain:
        for member in read_members(plain):
            target = tmp_path / "unpacked" / member.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(whole(member))
    return tmp_path / "unpacked" / "documents"


def flip(path: Path, at: int) -> None:
    """Change one bit of one byte."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_bundle_is_sound_in_every_form(bundle: Path, sealed: Path, folder: Path) -> None:
    for path, secret in ((bundle, PHRASE), (sealed, IDENTITY), (folder, ""), (folder.parent, "")):
        verification = verified(path, secret)
        assert verification.is_whole
        assert verification.files == 13
        assert verification.custody is not None
        assert verification.custody.entries == len(log())
    forms = [container_kind_of(bundle), container_kind_of(sealed), container_kind_of(folder)]
    assert forms == [ContainerKind.ZIP, ContainerKind.AGE, ContainerKind.FOLDER]


@pytest.mark.parametrize("is_read_back", [False, True])
def test_every_changed_byte_of_a_zip_is_found_and_its_member_named(
    tmp_path: Path, *, is_read_back: bool
) -> None:
    bundle = tmp_path / "x.zip"
    known = write(bundle).known
    assert [len(each.seal) for each in known.values()] == [SALT_BYTES + MAC_BYTES]
    content = bundle.read_bytes()
    with bundle.open("rb") as stream:
        entries = read_directory(stream, len(content))
    for entry in entries:
        end = entry.start + len(entry.local()) + entry.stored_size
        step = max(1, (end - entry.start) // 8)
        for at in {*range(entry.start, end, step), end - 1}:
            if at < 4:
                continue  # then it is no ZIP at all
            damaged = bundle.with_name("damaged.zip")
            damaged.write_bytes(content)
            flip(damaged, at)
            verification = finish(verify(damaged, PHRASE, known if is_read_back else None))
            named = {each.member for each in verification.problems}
            assert named == {entry.name.decode().removeprefix(ROOT)}, at


def test_a_changed_byte_of_the_list_of_a_zip_is_found(bundle: Path) -> None:
    content = bundle.read_bytes()
    start = content.index(b"PK\x01\x02")
    for at in range(start, len(content), 7):
        damaged = bundle.with_name("damaged.zip")
        damaged.write_bytes(content)
        flip(damaged, at)
        assert found(damaged), at  # a changed name is an added and a removed one


@pytest.mark.parametrize("cut", [1, 22, 100, 5000])
def test_a_zip_that_is_cut_off_or_has_something_behind_it_is_found(bundle: Path, cut: int) -> None:
    content = bundle.read_bytes()
    for damaged in (content[:-cut], content + bytes(cut)):
        bundle.write_bytes(damaged)
        assert found(bundle) == {("", "container")}


def test_every_changed_byte_of_an_age_file_is_found(sealed: Path) -> None:
    content = sealed.read_bytes()
    for at in (*range(0, 400, 7), *range(400, len(content), 211), len(content) - 1):
        sealed.write_bytes(content)
        flip(sealed, at)
        try:
            assert found(sealed, IDENTITY) == {("", "container")}, at
        except BundleError as error:
            assert isinstance(error, NotABundleError | WrongBundleIdentityError)  # noqa: PT017


@pytest.mark.parametrize("cut", [1, 16, 5000])
def test_an_age_file_that_is_cut_off_is_found(sealed: Path, cut: int) -> None:
    sealed.write_bytes(sealed.read_bytes()[:-cut])
    assert found(sealed, IDENTITY) == {("", "container")}


@pytest.mark.parametrize("at", [100_000, 1_500_000, 2_900_000])
def test_a_long_file_in_an_age_file_may_be_cut_off_or_changed_anywhere(
    tmp_path: Path, at: int
) -> None:
    path = tmp_path / "x.age"
    content = os.urandom(3_000_000)
    write(path, to_identity(), contents(Member.of("data/originals/0003.mp4", content)))
    assert found(path, IDENTITY) == set()
    sealed = path.read_bytes()
    flip(path, at)
    assert found(path, IDENTITY) == {("", "container")}
    path.write_bytes(sealed[:at])
    assert found(path, IDENTITY) == {("", "container")}


def test_a_file_that_cannot_be_read_is_told_by_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(errno.EACCES, "no", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BundleReadOnlyError) as told:
        verified(folder)
    assert Path(str(told.value.path)).parent == folder


def test_every_changed_byte_of_a_folder_is_found_and_named(folder: Path) -> None:
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        content = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        for at in range(0, len(content), max(1, len(content) // 40)):
            flip(path, at)
            named = {member for member, _ in found(folder)}
            assert named >= ({name} - {SIGNATURE}), (name, at)
            assert named, (name, at)
            if name not in {TAG_MANIFEST, SIGNATURE, KEY}:
                assert named == {name}, (name, at)
            path.write_bytes(content)


def test_hashes_that_are_known_are_believed_only_with_the_bytes_they_belong_to(
    folder: Path,
) -> None:
    name = "data/originals/0001.jpg"
    sha256, sha512 = (h(ORIGINAL).hexdigest() for h in (hashlib.sha256, hashlib.sha512))
    assert finish(verify(folder, "", {name: KnownHashes(sha256, sha512)})).is_whole
    for known in (KnownHashes(sha256, sha512[::-1]), KnownHashes(sha256[::-1], sha512)):
        assert not finish(verify(folder, "", {name: known})).is_whole
    flip(folder / name, 9)
    problems = finish(verify(folder, "", {name: KnownHashes(sha256, sha512)})).problems
    assert [(each.member, str(each.kind)) for each in problems] == [(name, "changed")]


def test_what_is_added_and_removed_is_named(folder: Path) -> None:
    (folder / "data" / "new.txt").write_text("x")
    (folder / "new.txt").write_text("x")
    (folder / "data" / "originals" / "0001.jpg").unlink()
    (folder / "report.txt").unlink()
    assert found(folder) == {
        ("data/new.txt", "added"),
        ("new.txt", "added"),
        ("data/originals/0001.jpg", "removed"),
        ("report.txt", "removed"),
    }


def test_a_link_in_a_folder_is_not_followed(folder: Path) -> None:
    report = folder / "report.txt"
    shutil.move(report, folder.parent / "elsewhere")
    report.symlink_to(folder.parent / "elsewhere")
    assert found(folder) == {("report.txt", "changed")}


def test_each_needed_file_is_missed(folder: Path) -> None:
    for name in (BAG_INFO, MANIFEST_512, TAG_MANIFEST, SIGNATURE, KEY, CUSTODY):
        content = (folder / name).read_bytes()
        (folder / name).unlink()
        assert (name, "removed") in found(folder), name
        (folder / name).write_bytes(content)
    assert found(folder) == set()


def test_a_member_exchanged_with_another_is_found(folder: Path) -> None:
    one, other = folder / "data/items.json", folder / "data/originals/0001.jpg"
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)
    assert found(folder) == {
        ("data/items.json", "changed"),
        ("data/originals/0001.jpg", "changed"),
    }


@pytest.mark.parametrize(
    "custody",
    [
        lines(log()[:2]),
        lines([log()[0], log()[2]]),
        lines([log()[1], log()[0], log()[2]]),
        lines([*log()[:2], log()[2].replace("view", "look")]),
        lines(log())[:-1],
        lines(log(4)),
        "",
        "no log\n",
    ],
    ids=["cut", "removed", "reordered", "edited", "no line end", "longer", "empty", "no log"],
)
def test_a_log_that_was_changed_before_signing_is_found(custody: str, tmp_path: Path) -> None:
    path = tmp_path / "x.age"
    write(path, to_identity(), contents(custody=custody))
    assert found(path, IDENTITY) == {(CUSTODY, "custody")}


def test_another_key_signs_but_has_another_fingerprint(folder: Path, bundle: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from storage.bundle.signing import pem_of

    before = verified(folder).fingerprint
    stranger = Ed25519PrivateKey.generate()
    (folder / KEY).write_bytes(pem_of(stranger.public_key()))
    (folder / SIGNATURE).write_bytes(stranger.sign((folder / TAG_MANIFEST).read_bytes()))
    assert found(folder) == {(KEY, "changed")}
    assert verified(folder).fingerprint != before == verified(bundle).fingerprint


def test_who_cannot_open_it_is_told_so(bundle: Path, sealed: Path) -> None:
    with pytest.raises(WrongBundlePassphraseError) as wrong:
        verified(bundle, "wrong")
    assert wrong.value.path == str(bundle)
    stranger = "AGE-SECRET-KEY-1LVX9MYMF4TXXZGH4WMRSXDE8VY8GGPX7S33MNYEUA3KWXM5KRFWQ0P5DYT"
    with pytest.raises(BundleIdentityError):
        verified(sealed, stranger[:-1])
    with pytest.raises(BundleIdentityError):
        verified(sealed, "# no key\n")


def test_what_is_no_bundle_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("hello")
    with zipfile.ZipFile(tmp_path / "plain.zip", "w") as plain:
        plain.writestr("a", "a")
    with pytest.raises(NotABundleError):
        verified(tmp_path / "text")
    with pytest.raises(NotABundleError):
        verified(tmp_path)
    with pytest.raises(BundleMissingError):
        verified(tmp_path / "missing")
    assert found(tmp_path / "plain.zip") == {("", "container")}


def test_a_hostile_container_is_no_crash(bundle: Path) -> None:
    content = bundle.read_bytes()
    dice = random.Random(7)  # noqa: S311
    for _ in range(60):
        damaged = bytearray(content)
        for _ in range(8):
            damaged[dice.randrange(4, len(damaged))] = dice.randrange(256)
        bundle.write_bytes(damaged)
        with contextlib.suppress(WrongBundlePassphraseError):
            assert found(bundle)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="threads are counted on POSIX")
def test_stopping_in_the_middle_leaves_no_thread_behind(sealed: Path) -> None:
    import threading

    job = verify(sealed, IDENTITY)
    next(job)
    job.close()
    assert not [each for each in threading.enumerate() if each.name in ("age", "bundle")]
