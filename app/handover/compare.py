"""Compare a bundle with what is known of it elsewhere: on paper, in timestamps, in its case."""

import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.handover.errors import FingerprintError, TimestampError
from storage.bundle.signing import fingerprint
from storage.bundle.timestamp import (
    MAX_TIMESTAMP_BYTES,
    SUFFIXES,
    NotATimestampError,
    Timestamp,
    read_timestamp,
)
from storage.bundle.verify import Verification
from storage.case import Case
from storage.custody import PROGRAM
from storage.types import CaseKind


@dataclass(frozen=True, slots=True)
class TimestampMatch:
    """A timestamp, and whether it is of this bundle. Who issued it is not checked."""

    name: str
    stamp: Timestamp
    fits: bool


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
        return self.is_of_case and self.broken_at is None


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


def match_timestamps(found: Verification, paths: Iterable[Path]) -> Iterator[TimestampMatch]:
    """Yield the timestamps inside a bundle and at these paths, compared with the bundle.

    Raises:
        TimestampError: A file is no timestamp, or cannot be read.
    """
    yield from (TimestampMatch(name, stamp, fits=True) for name, stamp in found.stamps.items())
    for path in paths:
        stamp = _read(path)
        yield TimestampMatch(path.name, stamp, stamp.digest in found.imprints)


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
