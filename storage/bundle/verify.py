"""Verify a bundle: an encrypted ZIP, an age file, or the folder that one was unpacked to.

Nothing of it is written anywhere.
"""

from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from io import BufferedIOBase
from pathlib import Path

from storage.bundle import folder_reader, tar_archive, zip_archive
from storage.bundle.age_pipe import AgeDecryptor
from storage.bundle.bag_check import BagCheck, Problem, ProblemKind
from storage.bundle.container import ContainerError, ContainerMember
from storage.bundle.member import KnownHashes
from storage.bundle.target import target_error
from storage.bundle.timestamp import Timestamp
from storage.bundle.zip_archive import LOCAL
from storage.custody import Head
from storage.errors import BundleError, BundleMissingError, NotABundleError

AGE = b"age-encryption.org/v1\n"


class ContainerKind(StrEnum):
    """In which container a bundle is."""

    ZIP = "zip"
    AGE = "age"
    FOLDER = "folder"


class VerifyResult(StrEnum):
    """The result of verifying a bundle. The message keys are "verify.NAME".

    LOG_CHANGED: Every file is as it was signed, but the case's custody log was changed before.
    TOO_NEW: A newer program wrote the bundle, and this one cannot judge it.
    """

    SOUND = "sound"
    LOG_CHANGED = "log_changed"
    TOO_NEW = "too_new"
    NOT_SOUND = "not_sound"


_RESULTS = {
    frozenset(): VerifyResult.SOUND,
    frozenset({ProblemKind.CASE_LOG}): VerifyResult.LOG_CHANGED,
    frozenset({ProblemKind.FORMAT}): VerifyResult.TOO_NEW,
}


@dataclass(frozen=True, slots=True)
class Verification:
    """Everything that verifying a bundle found out.

    Attributes:
        problems: Sorted by member; none when the bundle is as it was signed.
        fingerprint: Of the key that the bundle says it is signed with, lowercase hex. Anybody can
            sign with a key of their own: only the fingerprint on paper says whose key it is.
        custody: Length and last hash of the custody log, as the bundle states them.
        case_id: The id of the case that the bundle says it comes from.
        digest: SHA-512 of the tag manifest, lowercase hex: stands for the whole bundle.
        imprints: Every digest that a timestamp over the bundle can have, lowercase hex.
        stamps: The timestamps in the bundle that belong to it, by member. Who made them is not
            checked.
        files, size: Number and bytes of the files that were read.
        litter: What a system left in the folder beside the files of the bundle, by name.
    """

    problems: tuple[Problem, ...]
    fingerprint: str | None
    custody: Head | None
    case_id: str | None
    digest: str | None
    imprints: frozenset[str]
    stamps: Mapping[str, Timestamp]
    files: int
    size: int
    litter: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every byte is as it was signed, by whoever signed it."""
        return not self.problems

    @property
    def result(self) -> VerifyResult:
        """What the problems amount to."""
        kinds = frozenset(each.kind for each in self.problems)
        return _RESULTS.get(kinds, VerifyResult.NOT_SOUND)


def container_kind_of(path: Path) -> ContainerKind:
    """Return in which container a bundle is, by its first bytes.

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
    """Read a bundle and check it against its own manifests and signature; yields lengths read.

    Args:
        secret: The passphrase of a ZIP; the text of an identity file for age.
        known: Members of which both hashes are known, by name; then only SHA-256 is computed.

    Raises:
        BundleMissingError, BundleReadOnlyError, NotABundleError, DiskFailedError,
        WrongBundlePassphraseError, WrongBundleIdentityError, BundleIdentityError
    """
    kind = container_kind_of(path)
    check = BagCheck(known, is_folder=kind is ContainerKind.FOLDER)
    if kind is ContainerKind.FOLDER:
        return (yield from _folder(check, path))
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            return (yield from _READERS[kind](check, stream, size, secret))
    except BundleError as error:
        error.path = error.path or str(path)
        raise
    except OSError as error:
        raise target_error(error, path) from error


def _folder(check: BagCheck, path: Path) -> Generator[int, None, Verification]:
    litter: list[str] = []
    members = folder_reader.read_members(folder_reader.bag_in(path), litter)
    found = yield from _check(check, members)
    return replace(found, litter=tuple(sorted(litter)))


def _zip(
    check: BagCheck, stream: BufferedIOBase, size: int, passphrase: str
) -> Generator[int, None, Verification]:
    members = zip_archive.read_members(stream, size, passphrase, check.seals)
    return (yield from _check(check, members))


def _age(
    check: BagCheck, stream: BufferedIOBase, _size: int, identities: str
) -> Generator[int, None, Verification]:
    with AgeDecryptor(identities, stream) as plain:
        return (yield from _check(check, tar_archive.read_members(plain), lambda: plain.broken))


_READERS = {ContainerKind.ZIP: _zip, ContainerKind.AGE: _age}


def _check(
    check: BagCheck, members: Iterable[ContainerMember], broken: Callable[[], bool] = lambda: False
) -> Generator[int, None, Verification]:
    try:
        for member in members:
            yield from check.read(member)
    except ContainerError:
        check.mark_container_broken()
    if broken():
        check.mark_container_broken()
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
