"""Compare a bundle with what is known of it elsewhere: on paper, beside it, in the case itself."""

import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.handover.errors import FingerprintError, StampError
from storage.bundle.signing import fingerprint
from storage.bundle.stamp import MAX_STAMP_BYTES, SUFFIXES, NotAStampError, Stamp, read_stamp
from storage.bundle.verify import Verification
from storage.case import Case
from storage.custody import PROGRAM
from storage.types import CaseKind


@dataclass(frozen=True, slots=True)
class StampMatch:
    """A timestamp, and whether it is over this bundle. Who made it is not checked here."""

    name: str
    stamp: Stamp
    fits: bool


@dataclass(frozen=True, slots=True)
class CaseMatch:
    """A bundle beside the case that it should be of.

    Attributes:
        is_of_case: It says so, and is signed with the key of the case.
        entries: How many the log of the case has by now.
        broken_at: The first entry of the case's log that is not as the bundle has it, or does not
            follow from the one before, or is missing; None: the bundle's log is the beginning of
            the case's.
    """

    is_of_case: bool
    entries: int
    broken_at: int | None

    @property
    def ok(self) -> bool:
        return self.is_of_case and self.broken_at is None


def parse_fingerprint(text: str) -> str:
    """A fingerprint as somebody typed it from paper: 64 hex digits, in groups or not.

    Raises:
        FingerprintError
    """
    digits = "".join(text.split()).replace(":", "").replace("-", "").lower()
    if len(digits) != 64 or set(digits) - set(string.hexdigits):
        raise FingerprintError(text)
    return digits


def stamps_beside(bundle: Path) -> list[Path]:
    """Timestamps that lie beside a bundle under its name: documents.zip.tsr."""
    places = (bundle.with_name(bundle.name + ending) for ending in SUFFIXES)
    return [place for place in places if place.is_file()]


def match_stamps(found: Verification, paths: Iterable[Path]) -> Iterator[StampMatch]:
    """The timestamps inside a bundle and at these paths.

    Raises:
        StampError: A file is no timestamp, or cannot be read.
    """
    yield from (StampMatch(name, stamp, fits=True) for name, stamp in found.stamps.items())
    for path in paths:
        stamp = _read(path)
        yield StampMatch(path.name, stamp, stamp.digest in found.imprints)


def match_case(case: Case, found: Verification) -> CaseMatch:
    """Whether a bundle is of this case, and the case's log still begins with the bundle's.

    A log that was cut or written anew in the case does not show that by itself: only a head that
    was noted elsewhere does, and a bundle is such a place. The comparison is noted in the log.
    """
    of_case = case.kind is CaseKind.CASE and found.case_id == case.info().id
    signed = of_case and found.fingerprint == fingerprint(case.signing_key().public_key())
    report = case.custody.verify(found.custody if of_case else None)
    if of_case:
        case.custody.append("compared", PROGRAM, {"digest": found.digest, "ok": report.ok})
    return CaseMatch(signed, report.head.entries, report.broken_at)


def _read(path: Path) -> Stamp:
    try:
        with path.open("rb") as stream:
            return read_stamp(stream.read(MAX_STAMP_BYTES))
    except (OSError, NotAStampError) as error:
        raise StampError(str(path)) from error


def all_stamps(bundle: Path, named: Sequence[str]) -> list[Path]:
    """Those that were named, and those that lie beside it."""
    return list(dict.fromkeys([*map(Path, named), *stamps_beside(bundle)]))
