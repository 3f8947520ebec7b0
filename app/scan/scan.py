"""Scan the items of a case for faces."""

from collections.abc import Callable, Generator
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, TypeAlias

from app.intake import NO_ANSWERS, Answers, Opener
from app.job import Job, Progress, finish
from app.sandbox.interfaces import FaceScanner
from app.scan.case_pack import older_scans
from app.scan.errors import CheckCopyNotScannableError
from app.scan.verified_content import open_verified
from face.errors import UnreadableMediaError
from face.types import Reason, Scan
from storage.case import Case
from storage.types import CaseKind, ItemState

ScanResults: TypeAlias = Generator[tuple[int, Scan | UnreadableMediaError] | None]
"""What a scanner yields: results by item number, and None while nothing is finished."""

RETRIED_REASONS = frozenset({Reason.GONE, Reason.CHANGED, Reason.UNREADABLE_FILE, Reason.LOCKED})
"""Reasons that may go away, since they lie in the disk: the next scan tries such items again."""


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a scan did.

    Attributes:
        scanned: How many items were scanned.
        faces: How many faces were found in them, counted once per shot of a video.
        no_face: How many of the items have no face.
        partly: Numbers of items of which only a part could be scanned, and why.
        unchecked: Numbers of items that could not be scanned, and why.
        again: How many of the scanned ones another pack or version had scanned before.
        kept: Numbers of items that could not be scanned again, and why; the earlier results stay.
    """

    scanned: int
    faces: int
    no_face: int
    partly: tuple[tuple[int, Reason], ...]
    unchecked: tuple[tuple[int, Reason], ...]
    again: int = 0
    kept: tuple[tuple[int, Reason], ...] = ()


def scan(
    case: Case,
    open_scanner: Callable[[], AbstractContextManager[FaceScanner]],
    pack: str,
    pipeline: str,
    answers: Answers = NO_ANSWERS,
    *,
    again: bool = True,
) -> Job[ScanResult]:
    """Scan every item that is pending or was out of reach, and again what others have scanned.

    Each result is stored as soon as it is there, so that a scan that was stopped goes on where it
    was. When an item cannot be scanned again, its earlier results stay.

    Args:
        open_scanner: Called only when there is something to scan, since starting processes takes
            a second.
        answers: Passwords of the archives that items lie in.
        again: Whether to scan again what another pack or version has scanned, except where that
            would only lose something (`app.scan.case_pack.older_scans`).

    Raises:
        CheckCopyNotScannableError: The case is a check copy.
    """
    if case.kind is CaseKind.CHECK_COPY:
        raise CheckCopyNotScannableError
    earlier = _earlier(case, pack, pipeline) if again else frozenset()
    waiting = [*_waiting(case), *sorted(earlier)]
    tally = _Tally(earlier)
    yield Progress(0, len(waiting))
    if waiting:
        with Opener(answers) as opens, open_scanner() as scanner:
            jobs = ((item, partial(open_content, case, item, opens)) for item in waiting)
            yield from _store_results(case, scanner.scan_all(jobs), len(waiting), tally)
    return tally.scanned()


def _store_results(case: Case, results: ScanResults, waiting: int, tally: "_Tally") -> Job[None]:
    with closing(results) as outcomes:
        for outcome in outcomes:
            if outcome is not None:
                item, result = outcome
                tally.count(item, result)
                if not tally.keeps(item, result):
                    _store(case, item, result)
            yield Progress(tally.items, waiting)


class _Tally:
    def __init__(self, earlier: AbstractSet[int]) -> None:
        self.items = 0
        self._earlier = earlier
        self._again = 0
        self._faces = 0
        self._no_face = 0
        self._partly: list[tuple[int, Reason]] = []
        self._unchecked: list[tuple[int, Reason]] = []
        self._kept: list[tuple[int, Reason]] = []

    def keeps(self, item: int, result: Scan | UnreadableMediaError) -> bool:
        """Return whether the earlier results of an item stay, since it could
        not be scanned again.
        """
        return item in self._earlier and isinstance(result, UnreadableMediaError)

    def count(self, item: int, result: Scan | UnreadableMediaError) -> None:
        self.items += 1
        if isinstance(result, UnreadableMediaError):
            without = self._kept if self.keeps(item, result) else self._unchecked
            without.append((item, result.reason))
            return
        self._again += item in self._earlier
        self._faces += len(result.tracks)
        self._no_face += not result.tracks
        if result.partly is not None:
            self._partly.append((item, result.partly))

    def scanned(self) -> ScanResult:
        scanned = self.items - len(self._unchecked) - len(self._kept)
        lists = tuple(sorted(self._partly)), tuple(sorted(self._unchecked))
        kept = tuple(sorted(self._kept))
        return ScanResult(scanned, self._faces, self._no_face, *lists, self._again, kept)


def open_content(case: Case, item: int, opens: Opener | None = None) -> tuple[BinaryIO, int]:
    """Open the content of an item, at its start, after comparing its hash; return its size, too.

    Args:
        opens: Keeps the archives open that several items lie in, and knows their passwords.

    Raises:
        UnreadableMediaError: The content is out of reach (gone, changed, unreadable, locked).
    """
    if opens is not None:
        return finish(open_verified(case, item, opens))
    with Opener() as once:
        return finish(open_verified(case, item, once))


def _waiting(case: Case) -> list[int]:
    """Return the items that are pending or were out of reach, but have been read once."""
    unchecked = [item for item in case.items(ItemState.UNCHECKED) if item.sha256 is not None]
    return [*case.pending(), *(item.item for item in unchecked if item.reason in RETRIED_REASONS)]


def _earlier(case: Case, pack: str, pipeline: str) -> frozenset[int]:
    uses = case.info().packs
    otherwise = older_scans(uses, pack, pipeline).uses
    stay = ((use.pack, use.pipeline) for use in uses if use not in otherwise)
    return frozenset(item.item for item in case.scanned_with_others(*stay))


def _store(case: Case, item: int, result: Scan | UnreadableMediaError) -> None:
    with case.transaction():
        if isinstance(result, UnreadableMediaError):
            case.mark_unchecked(item, result.reason, result.detail)
        else:
            case.store_scan(item, result)
