"""Write a bundle: a bag in an encrypted container, under its name only when it was read back."""

import hashlib
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.bundle.age_pipe import AgeEncryptor
from storage.bundle.bag import BagContents, WrittenBag, write_bag
from storage.bundle.member import Member
from storage.bundle.pipeline import CHUNK, Pipeline
from storage.bundle.tag_files import BagInfo, bag_info_text
from storage.bundle.tar_archive import TarWriter
from storage.bundle.target import Target, target_error
from storage.bundle.verify import VerifyResult, verify
from storage.bundle.zip_archive import ZipWriter
from storage.errors import (
    BundleMissingError,
    DiskFailedError,
    MemberChangedError,
    NotABundleError,
    WrongBundlePassphraseError,
)


@dataclass(frozen=True, slots=True)
class UnderPassphrase:
    """Encrypt as a ZIP file that every program with WinZip's AES-256 opens."""

    passphrase: str


@dataclass(frozen=True, slots=True)
class ToRecipient:
    """Encrypt as a tar file in age, for whoever holds the key to the recipient "age1..."."""

    recipient: str


Lock: TypeAlias = UnderPassphrase | ToRecipient


def nothing_more() -> None:
    """Publish nothing beside the bundle."""


def write_bundle(
    path: Path,
    lock: Lock,
    contents: BagContents,
    key: Ed25519PrivateKey,
    publish_beside: Callable[[], None] = nothing_more,
) -> Generator[int, None, WrittenBag]:
    """Write a bundle and read it back; yields lengths written, and then lengths read.

    Closing the generator leaves nothing behind. A killed program leaves `path`.part, which is
    ciphertext and is replaced the next time.

    Args:
        publish_beside: Gives the files that accompany the bundle their names. Called when the
            bundle was read back and is about to get its own name; if it raises, there is no bundle.

    Raises:
        BundleExistsError, BundleMissingError (the folder), BundleReadOnlyError,
        BundleTooLargeError, DiskFullError, DiskFailedError, BundleRecipientError,
        MemberChangedError; and what opening a member raises
    """
    with Target(path) as target:
        try:
            written = yield from _fill(target, lock, contents, key)
            publish_beside()
            target.publish()
        except BundleMissingError as error:  # it was there when the writing began
            raise DiskFailedError(str(path)) from error
    return written


def _fill(
    target: Target, lock: Lock, contents: BagContents, key: Ed25519PrivateKey
) -> Generator[int, None, WrittenBag]:
    made = BagInfo(bag_info_text(contents.info).encode()).made
    if isinstance(lock, UnderPassphrase):
        container = ZipWriter(target.write, lock.passphrase, made)
        written = yield from write_bag(container, contents, key, hash_known=False)
        target.sync()
        yield from _verified(target.part, lock.passphrase, written)
        return written
    digest = hashlib.sha256()
    write = _both(digest.update, target.write)
    with AgeEncryptor(lock.recipient, write) as age:
        written = yield from write_bag(TarWriter(age.write, made), contents, key)
        age.finish()
    target.sync()
    yield from _reread(target.part, digest.hexdigest())
    return written


def _both(
    first: Callable[[bytes], object], then: Callable[[bytes], object]
) -> Callable[[bytes], None]:
    def write(data: bytes) -> None:
        first(data)
        then(data)

    return write


def _verified(path: Path, passphrase: str, written: WrittenBag) -> Generator[int]:
    try:
        verification = yield from verify(path, passphrase, written.known)
    except (NotABundleError, WrongBundlePassphraseError) as error:  # not even its start came back
        raise DiskFailedError(str(path)) from error
    if verification.result not in (VerifyResult.SOUND, VerifyResult.LOG_CHANGED):
        for problem in verification.problems:
            _require_as_announced(written.unhashed.get(problem.member))
        raise DiskFailedError(str(path))


def _require_as_announced(member: Member | None) -> None:
    """Raise MemberChangedError if the bytes of a member are others than those of its hash.

    What is read back differs where the disk failed, or where the case gave other bytes.
    """
    if member is None:
        return
    with closing(member.open()) as stream:
        digest = hashlib.sha256()
        for _ in Pipeline().run(stream, digest.update):
            pass
    if digest.hexdigest() != member.sha256:
        raise MemberChangedError(member.name)


def _reread(path: Path, sha256: str) -> Generator[int]:
    """Compare a written age file with its hash: only the recipient's key could open it."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                yield len(chunk)
    except OSError as error:
        raise target_error(error, path) from error
    if digest.hexdigest() != sha256:
        raise DiskFailedError(str(path))
