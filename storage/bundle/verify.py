"""Verify a bundle: an encrypted ZIP, an age file, or the folder that one was unpacked to.

Nothing of it is written anywhere.
"""

from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from io import BufferedIOBase
from pathlib import Path

from storage.bundle import folder_reader, tar_reader, zip_reader
from storage.bundle.age_pipe import Decrypting
from storage.bundle.check import BagCheck, Problem, ProblemKind, Readable
from storage.bundle.member import KnownHashes
from storage.bundle.stamp import Stamp
from storage.bundle.target import target_error
from storage.bundle.zip_reader import ContainerError
from storage.bundle.zip_records import LOCAL
from storage.custody import Head
from storage.errors import BundleError, BundleMissingError, NotABundleError

AGE = b"age-encryption.org/v1\n"


class ContainerKind(StrEnum):
    """How a bundle lies there."""

    ZIP = "zip"
    AGE = "age"
    FOLDER = "folder"


class VerifyResult(StrEnum):
    """What the problems come to. The words are "verify.NAME".

    LOG_CHANGED: Every file is as it was signed, but the custody log was not sound then.
    TOO_NEW: It cannot be judged here.
    """

    SOUND = "sound"
    LOG_CHANGED = "log_changed"
    TOO_NEW = "too_new"
    NOT_SOUND = "not_sound"


_ALONE = {
    frozenset(): VerifyResult.SOUND,
    frozenset({ProblemKind.CASE_LOG}): VerifyResult.LOG_CHANGED,
    frozenset({ProblemKind.FORMAT}): VerifyResult.TOO_NEW,
}


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying found.

    Attributes:
        problems: By member; none when the bundle is as it was written.
        fingerprint: Of the key that it says it is signed with, lowercase hex. Anybody can sign
            with a key of their own: only the one on paper says whose it is.
        custody: Length and last hash of the custody log, as the bundle says them.
        case_id: Of the case that it says it is of.
        digest: SHA-512 of its tag manifest, lowercase hex: stands for the whole bundle.
        imprints: Every digest that a timestamp over it can be over, lowercase hex.
        stamps: The timestamps in it that are over it, by member. Who made them is not checked.
        files, size: What was read.
    """

    problems: tuple[Problem, ...]
    fingerprint: str | None
    custody: Head | None
    case_id: str | None
    digest: str | None
    imprints: frozenset[str]
    stamps: Mapping[str, Stamp]
    files: int
    size: int

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def verdict(self) -> VerifyResult:
        troubles = frozenset(each.trouble for each in self.problems)
        return _ALONE.get(troubles, VerifyResult.NOT_SOUND)


def form_of(path: Path) -> ContainerKind:
    """How a bundle lies there, by its first bytes.

    Raises:
        BundleMissingError, BundleReadOnlyError, NotABundleError
    """
    if path.is_dir():
        return ContainerKind.FOLDER
    try:
        with path.open("rb") as stream:
            start = stream.read(len(AGE))
    except FileNotFoundError:
        raise BundleMissingError(str(path)) from None
    except OSError as error:
        raise target_error(error, path) from error
    if start == AGE:
        return ContainerKind.AGE
    if start.startswith(LOCAL):
        return ContainerKind.ZIP
    raise NotABundleError(str(path))


def verify(
    path: Path, secret: str = "", known: Mapping[str, KnownHashes] | None = None
) -> Generator[int, None, Verification]:
    """Read a bundle and compare it with what it says of itself; yields lengths read.

    Args:
        secret: The passphrase of a ZIP; the text of an identity file for age.
        known: Members of which both hashes are known, by name; one of them is compared.

    Raises:
        BundleMissingError, BundleReadOnlyError, NotABundleError, DiskFailedError,
        WrongBundlePassphraseError, WrongBundleIdentityError, BundleIdentityError
    """
    form = form_of(path)
    check = BagCheck(known, may_be_stamped=form is ContainerKind.FOLDER)
    if form is ContainerKind.FOLDER:
        return (yield from _check(check, folder_reader.read_members(folder_reader.bag_in(path))))
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            return (yield from _READERS[form](check, stream, size, secret))
    except BundleError as error:
        error.path = error.path or str(path)
        raise
    except OSError as error:
        raise target_error(error, path) from error


def _zip(
    check: BagCheck, stream: BufferedIOBase, size: int, passphrase: str
) -> Generator[int, None, Verification]:
    members = zip_reader.read_members(stream, size, passphrase, check.seals)
    return (yield from _check(check, members))


def _age(
    check: BagCheck, stream: BufferedIOBase, _size: int, identities: str
) -> Generator[int, None, Verification]:
    with Decrypting(identities, stream) as plain:
        return (yield from _check(check, tar_reader.read_members(plain), lambda: plain.broken))


_READERS = {ContainerKind.ZIP: _zip, ContainerKind.AGE: _age}


def _check(
    check: BagCheck, members: Iterable[Readable], broken: Callable[[], bool] = lambda: False
) -> Generator[int, None, Verification]:
    try:
        for member in members:
            yield from check.take(member)
    except ContainerError:
        check.container_is_broken()
    if broken():
        check.container_is_broken()
    return Verification(
        check.problems(),
        check.fingerprint,
        check.custody,
        check.case_id,
        check.digest,
        check.imprints,
        check.stamps(),
        check.files,
        check.size,
    )
