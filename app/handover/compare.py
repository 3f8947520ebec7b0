"""Compare a bundle with what is known of it elsewhere: on paper, in timestamps, in its case."""

import string
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from pathlib import Path

from cryptography.x509 import (
    Certificate,
    InvalidVersion,
    load_der_x509_certificate,
    load_pem_x509_certificates,
)

from app.handover.bundle_passphrase import passphrase_spellings
from app.handover.errors import FingerprintError, TimestampError, TimestampRootsError
from app.job import Job, Progress
from app.messages import Words, plain_name
from app.messages.times import korean_and_utc
from storage.bundle.signing import fingerprint, in_groups
from storage.bundle.timestamp import (
    MAX_TIMESTAMP_BYTES,
    SUFFIXES,
    NotATimestampError,
    Timestamp,
    read_timestamp,
)
from storage.bundle.timestamp_signer import SignerAnswer, StampSigner, check_signer
from storage.bundle.verify import ContainerKind, Verification, container_kind_of, verify
from storage.case import Case
from storage.custody import PROGRAM
from storage.errors import WrongBundlePassphraseError
from storage.types import CaseKind


class KeyAnswer(StrEnum):
    """Whether the bundle is signed with the key that was told. The message keys are "verify.key.".

    NOT_COMPARED: Nothing was told. Anybody can change a bundle and sign it with a key of their own.
    """

    FITS = "fits"
    DIFFERS = "differs"
    NOT_COMPARED = "not-compared"


class BundleAnswer(StrEnum):
    """What verifying a bundle comes to, in three. The message keys are "verify.answer.NAME".

    GOOD: Every byte is as it was signed, with the key that was told, and whatever else it was
        compared with fits.
    KEY_NOT_COMPARED: Every byte is as somebody signed it; nobody told whose key to expect.
    BAD: Something does not fit.
    """

    GOOD = "good"
    KEY_NOT_COMPARED = "key-not-compared"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class ComparedBundle:
    """A verified bundle, compared with what is known of it elsewhere.

    Attributes:
        fingerprint_fits: Whether its key has the fingerprint that was told; None: none was told.
        case: How it compares with its case; None: it was not compared with one.
    """

    found: Verification
    fingerprint_fits: bool | None
    stamps: "tuple[TimestampMatch, ...]"
    case: "CaseMatch | None"

    @property
    def key(self) -> KeyAnswer:
        """Whether its key is the one that was told, and of the case."""
        asked = (self.fingerprint_fits, self.case and self.case.is_of_case)
        known = [each for each in asked if each is not None]
        if not known:
            return KeyAnswer.NOT_COMPARED
        return KeyAnswer.FITS if all(known) else KeyAnswer.DIFFERS

    @property
    def answer(self) -> BundleAnswer:
        """What all of it comes to."""
        stamped = all(each.ok for each in self.stamps)
        in_case = self.case is None or self.case.ok
        if self.key is KeyAnswer.DIFFERS or not (self.found.is_whole and stamped and in_case):
            return BundleAnswer.BAD
        good = self.key is KeyAnswer.FITS
        return BundleAnswer.GOOD if good else BundleAnswer.KEY_NOT_COMPARED

    def problem_lines(self, words: Words) -> list[str]:
        """Name each problem, and the file that it is of."""
        whole = words.say("verify.container_name")
        return [
            words.say(
                "verify.line",
                name=plain_name(each.member) or whole,
                what=words.say(f"verify.{each.kind}"),
            )
            for each in self.found.problems
        ]

    def judgements(self, words: Words) -> list[tuple[bool, str]]:
        """Say for bytes, key and case whether each is as it should be, bad news first."""
        return sorted(self._judgements(words), key=itemgetter(0))

    def _judgements(self, words: Words) -> Iterator[tuple[bool, str]]:
        found, case = self.found, self.case
        whole = f"verify.sound.{self.key}" if found.is_whole else f"verify.{found.result}"
        yield found.is_whole, words.say(whole, files=found.files)
        if found.fingerprint:
            told = {None: KeyAnswer.NOT_COMPARED, True: KeyAnswer.FITS, False: KeyAnswer.DIFFERS}
            key = told[self.fingerprint_fits]
            text = words.say(f"verify.fingerprint.{key}", fingerprint=in_groups(found.fingerprint))
            yield key is not KeyAnswer.DIFFERS, text
        if case:
            numbers = {"entries": case.entries, "at": case.broken_at}
            yield case.ok, words.say(f"verify.case.{case.key}", **numbers)


@dataclass(frozen=True, slots=True)
class TimestampMatch:
    """A timestamp, and how it compares with a bundle.

    Attributes:
        fits: Whether it is over this bundle.
        signer: Who signed it, as far as roots were given to check that with.
    """

    name: str
    stamp: Timestamp
    fits: bool
    signer: StampSigner

    @property
    def ok(self) -> bool:
        """Whether nothing of it that was checked is wrong."""
        trusted = self.signer.answer in (SignerAnswer.TRUSTED, SignerAnswer.NOT_CHECKED)
        return self.fits and trusted

    def line(self, words: Words) -> str:
        """Say what it is, and whether it is over the bundle."""
        key, at_utc = "fits" if self.fits else "differs", self.stamp.at_utc
        return words.say(
            f"verify.stamp.{key}",
            name=plain_name(self.name),
            kind=words.say(f"verify.stamp.{self.stamp.kind}"),
            time=korean_and_utc(at_utc) if at_utc else words.say("verify.stamp.no_time"),
        )


@dataclass(frozen=True, slots=True)
class CaseMatch:
    """How a bundle compares with the case that it should come from.

    Attributes:
        is_of_case: Whether the bundle names the case and is signed with its key.
        entries: Number of entries that the log of the case has now.
        broken_at: Number of the first entry of the case's log that is missing, differs from the
            bundle's, or does not follow from the one before; None where the case's log begins
            with the bundle's.
    """

    is_of_case: bool
    entries: int
    broken_at: int | None

    @property
    def ok(self) -> bool:
        """Whether it comes from the case, whose log still begins with the bundle's."""
        return self.is_of_case and self.broken_at is None

    @property
    def key(self) -> str:
        """The end of its message key."""
        if not self.is_of_case:
            return "other"
        return "fits" if self.ok else "broken"


def secrets_of(form: ContainerKind, typed: str) -> tuple[str, ...]:
    """Return what may open a bundle of that form, to be tried in turn.

    Args:
        typed: A passphrase, or the text of an age identity.
    """
    return passphrase_spellings(typed) if form is ContainerKind.ZIP else (typed,)


def verify_with_any(path: Path, secrets: Sequence[str]) -> Job[Verification]:
    """Verify a bundle with the first of these secrets that opens it; progress is in bytes.

    Raises:
        What storage.bundle.verify.verify raises.
    """
    total = path.stat().st_size if path.is_file() else None
    job, done = _with_any(path, secrets), 0
    while True:
        try:
            done += next(job)
        except StopIteration as stop:
            found: Verification = stop.value
            return found
        yield Progress(done if total is None else min(done, total), total)


def _with_any(path: Path, secrets: Sequence[str]) -> Generator[int, None, Verification]:
    *others, last = secrets
    for each in others:
        with suppress(WrongBundlePassphraseError):  # raised before anything is read
            return (yield from verify(path, each))
    return (yield from verify(path, last))


def compare_bundle(
    case: Case, path: Path, typed: str, told: str, *, of_case: bool
) -> Job[ComparedBundle]:
    """Verify a bundle, and compare it with what is told, with this case, and with its timestamps.

    Args:
        typed: A passphrase, or the text of an age identity.
        told: A fingerprint from elsewhere; empty where none is known.
        of_case: Whether it is said to come from this case.

    Raises:
        FingerprintError, TimestampError; and what `verify_with_any` raises.
    """
    wanted = parse_fingerprint(told) if told.strip() else None
    found = yield from verify_with_any(path, secrets_of(container_kind_of(path), typed))
    stamps = tuple(match_timestamps(found, stamps_beside(path)))
    fits = None if wanted is None else wanted == found.fingerprint
    return ComparedBundle(found, fits, stamps, match_case(case, found) if of_case else None)


def parse_fingerprint(text: str) -> str:
    """Read a fingerprint that was typed from paper: 64 hex digits, in groups or not.

    Raises:
        FingerprintError
    """
    digits = "".join(text.split()).replace(":", "").replace("-", "").lower()
    if len(digits) != 64 or set(digits) - set(string.hexdigits):
        raise FingerprintError(text)
    return digits


def stamps_beside(bundle: Path) -> list[Path]:
    """Return the paths of timestamps beside a bundle, named like documents.zip.tsr."""
    places = (bundle.with_name(bundle.name + ending) for ending in SUFFIXES)
    return [place for place in places if place.is_file()]


def match_timestamps(
    found: Verification, paths: Iterable[Path], roots: Sequence[Certificate] = ()
) -> Iterator[TimestampMatch]:
    """Yield the timestamps inside a bundle and at these paths, compared with the bundle.

    Args:
        roots: Certificates of those whom the user trusts to sign timestamps; without them, who
            signed is not checked.

    Raises:
        TimestampError: A file is no timestamp, or cannot be read.
    """
    inside = found.stamps.items()
    for name, stamp in (*inside, *((path.name, _read(path)) for path in paths)):
        fits = stamp.digest in found.imprints
        yield TimestampMatch(name, stamp, fits, check_signer(stamp, roots))


MOST_ROOTS_BYTES = 1 << 22
"""How much of a file with certificates is read: those of a whole system are a quarter of it."""


def read_roots(path: Path) -> list[Certificate]:
    """Read the certificates that the user trusts: many in PEM, or one in DER.

    Raises:
        TimestampRootsError
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_ROOTS_BYTES)
        if b"-----BEGIN" in data:
            return load_pem_x509_certificates(data)
        return [load_der_x509_certificate(data)]
    except (OSError, ValueError, InvalidVersion) as error:
        raise TimestampRootsError(str(path)) from error


def match_case(case: Case, found: Verification) -> CaseMatch:
    """Compare a bundle with a case: does it come from there, and does the log still begin alike?

    A log that was cut or rewritten in the case cannot show that by itself; only a head that was
    noted elsewhere can, and a bundle has one. The comparison is noted in the log.
    """
    of_case = case.kind is CaseKind.CASE and found.case_id == case.info().id
    signed = of_case and found.fingerprint == fingerprint(case.signing_key().public_key())
    report = case.custody.verify(found.custody if of_case else None)
    if of_case:
        case.custody.append("compared", PROGRAM, {"digest": found.digest, "ok": report.ok})
    return CaseMatch(signed, report.head.entries, report.broken_at)


def _read(path: Path) -> Timestamp:
    try:
        with path.open("rb") as stream:
            return read_timestamp(stream.read(MAX_TIMESTAMP_BYTES))
    except (OSError, NotATimestampError) as error:
        raise TimestampError(str(path)) from error


def timestamp_files(bundle: Path, named: Sequence[str]) -> list[Path]:
    """Return the timestamps that were named and those beside the bundle, each once."""
    return list(dict.fromkeys([*map(Path, named), *stamps_beside(bundle)]))
