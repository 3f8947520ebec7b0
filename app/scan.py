"""Look for faces in everything that the case has not looked at yet."""

from collections.abc import Callable, Generator
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, TypeAlias

from app.intake import NO_ANSWERS, Answers, Opener, opener
from app.job import Job, Progress, finish
from app.program import Looker
from app.reach import reach
from face.errors import UnreadableMediaError
from face.types import Reason, Scan
from storage.case import Case
from storage.types import State

Looking: TypeAlias = Generator[tuple[int, Scan | UnreadableMediaError] | None]
"""What a looker gives: outcomes, and pauses."""

AGAIN = frozenset({Reason.GONE, Reason.CHANGED, Reason.UNREADABLE_FILE, Reason.LOCKED})
"""Reasons that lie in the disk and not in the content: the next scan tries such items again."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan did, by item numbers.

    Attributes:
        looked: Items that were looked at.
        faces: Faces found in them, counted once per shot of a video.
        no_face: Those without a face.
        partly: Those of which only a part could be looked at, and why.
        unchecked: Items that could not be checked, and why.
    """

    looked: int
    faces: int
    no_face: int
    partly: tuple[tuple[int, Reason], ...]
    unchecked: tuple[tuple[int, Reason], ...]


def scan(
    case: Case,
    open_looker: Callable[[], AbstractContextManager[Looker]],
    pack: str,
    pipeline: str,
    answers: Answers = NO_ANSWERS,
) -> Job[Scanned]:
    """Look at every item that still waits, was looked at with another pack, or was out of reach.

    Each item is stored as soon as it is done, so a scan that was stopped in any way goes on where
    it was. When the content of an item cannot be reached, what an earlier scan found in it stays.

    Args:
        open_looker: Called only when something waits: starting processes takes a second.
        answers: Passwords of the archives that items lie in.
    """
    earlier = frozenset(item.item for item in case.looked_at_otherwise(pack, pipeline))
    waiting = [*_waiting(case), *sorted(earlier)]
    tally = _Tally()
    yield Progress(0, len(waiting))
    if waiting:
        with opener(answers) as opens, open_looker() as looker:
            jobs = ((item, partial(open_content, case, item, opens)) for item in waiting)
            yield from _look(case, looker.look_all(jobs), len(waiting), earlier, tally)
    return tally.scanned()


def _look(
    case: Case, looking: Looking, waiting: int, earlier: AbstractSet[int], tally: "_Tally"
) -> Job[None]:
    with closing(looking) as outcomes:
        for outcome in outcomes:
            if outcome is not None:
                item, result = outcome
                tally.count(item, result)
                if not (item in earlier and _is_out_of_reach(result)):
                    _store(case, item, result)
            yield Progress(tally.items, waiting)


class _Tally:
    def __init__(self) -> None:
        self.items = 0
        self._faces = 0
        self._no_face = 0
        self._partly: list[tuple[int, Reason]] = []
        self._unchecked: list[tuple[int, Reason]] = []

    def count(self, item: int, result: Scan | UnreadableMediaError) -> None:
        self.items += 1
        if isinstance(result, UnreadableMediaError):
            self._unchecked.append((item, result.reason))
            return
        self._faces += len(result.tracks)
        self._no_face += not result.tracks
        if result.partly is not None:
            self._partly.append((item, result.partly))

    def scanned(self) -> Scanned:
        looked = self.items - len(self._unchecked)
        lists = tuple(sorted(self._partly)), tuple(sorted(self._unchecked))
        return Scanned(looked, self._faces, self._no_face, *lists)


def open_content(case: Case, item: int, opens: Opener | None = None) -> tuple[BinaryIO, int]:
    """The very bytes of an item that were hashed when it was added.

    Args:
        opens: Keeps the archives open that several items lie in, and knows their passwords.

    Raises:
        UnreadableMediaError: They are out of reach (gone, changed, unreadable file, locked).
    """
    if opens is not None:
        return finish(reach(case, item, opens))
    with opener() as once:
        return finish(reach(case, item, once))


def _waiting(case: Case) -> list[int]:
    """What nobody has looked at yet, and what was out of reach; what was never read is added."""
    unchecked = [item for item in case.items(State.UNCHECKED) if item.sha256 is not None]
    return [*case.pending(), *(item.item for item in unchecked if item.reason in AGAIN)]


def _is_out_of_reach(result: Scan | UnreadableMediaError) -> bool:
    return isinstance(result, UnreadableMediaError) and result.reason in AGAIN


def _store(case: Case, item: int, result: Scan | UnreadableMediaError) -> None:
    with case.transaction():
        if isinstance(result, UnreadableMediaError):
            case.mark_unchecked(item, result.reason, result.detail)
        else:
            case.store_scan(item, result)
