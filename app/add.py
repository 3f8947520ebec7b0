"""Take content into the case: hash it, note where it came from. Nothing is decoded here."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from os.path import samestat
from pathlib import Path
from typing import BinaryIO

from app.intake import Blocked, Entry, Found, Obstacle, open_entry, read
from app.job import Job, Progress
from app.out_of_reach import forget_what_speaks_for_itself, is_known, keep_in_mind
from face.types import Reason
from storage import clock
from storage.case import Case
from storage.hashes import hash_stream
from storage.lock import is_open_here
from storage.opening import neighbours
from storage.rekey import unfinished
from storage.types import Media, Source

CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who adds says about where it all came from."""

    url: str = ""
    platform: str = ""
    note: str = ""
    role: str = ""

    def __bool__(self) -> bool:
        """True when it says something, which may be news even about a file that is known."""
        return bool(self.url or self.platform or self.note or self.role)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did.

    Attributes:
        new: Items that the case did not have.
        known: Files whose content it had already, from here or from elsewhere.
        blocked: What could not be taken in, and why. Content that is there but cannot be read is
            an item all the same, so that no later answer forgets it.
    """

    new: int
    known: int
    blocked: tuple[Blocked, ...]


def add(case: Case, paths: Sequence[Path], told: Told) -> Job[Added]:
    """Take in everything that lies at the paths. Each file is taken in whole or not at all.

    A file that was taken in before and has kept its size and time is not read again.
    """
    found: list[Found] = []
    for entry in _all(paths):
        found.append(_unless_the_case_itself(entry, case))
        yield Progress(len(found), None)
    keeps_originals = case.info().media is Media.ORIGINALS
    new, blocked = 0, []
    for done, entry in enumerate(found):
        yield Progress(done, len(found))
        taken = _add_one(case, entry, told, keeps_originals)
        if isinstance(taken, Blocked):
            blocked.append(taken)
            keep_in_mind(case, taken, _source(Entry(taken.path, taken.name, 0), told))
        else:
            new += taken
    forget_what_speaks_for_itself(case, paths, blocked)
    yield Progress(len(found), len(found))
    added = Added(new, len(found) - len(blocked) - new, tuple(blocked))
    if found:
        _log(case, added, told)
    return added


def _all(paths: Iterable[Path]) -> Iterator[Found]:
    for path in paths:
        yield from read(path)


def _unless_the_case_itself(found: Found, case: Case) -> Found:
    """The case changes with every item it takes in. Any case that this program has open counts."""
    facts = _facts(found.path)
    if isinstance(found, Blocked) or facts is None:
        return found
    if is_open_here(facts) or any(samestat(facts, each) for each in _beside(case)):
        return Blocked(found.path, found.name, Obstacle.THE_CASE)
    return found


def _beside(case: Case) -> list[os.stat_result]:
    """What lies beside an open case; its log comes and goes."""
    beside = (*neighbours(case.path), unfinished(case.path))
    return [facts for path in beside if (facts := _facts(str(path)))]


def _facts(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except (OSError, ValueError):
        return None


def _add_one(case: Case, found: Found, told: Told, keeps_originals: bool) -> bool | Blocked:
    """True when the content is new to the case."""
    if isinstance(found, Blocked):
        return found
    if not told and not found.provenance and is_known(case, found):
        return False
    try:
        with closing(open_entry(found.path)) as stream:
            return _store(case, stream, _source(found, told), keeps_originals)
    except FileNotFoundError:
        return Blocked(found.path, found.name, Reason.GONE)
    except OSError:
        return Blocked(found.path, found.name, Reason.UNREADABLE_FILE)


def _store(case: Case, stream: BinaryIO, source: Source, keeps_originals: bool) -> bool:
    hashes = hash_stream(stream)
    size = stream.tell()
    with case.transaction():
        added = case.add_content(hashes, size, source)
        if added.new_item and keeps_originals:
            stream.seek(0)
            case.store_original(added.item, _chunks(stream))
    return added.new_item


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def _source(entry: Entry, told: Told) -> Source:
    moment = clock.now()
    source = Source(
        path=entry.path,
        filename=entry.name,
        mtime_ns=entry.mtime_ns,
        acquired_at_utc=moment.utc,
        acquired_at_local=moment.local,
        tz=moment.tz,
        role=told.role or None,
        platform=told.platform or None,
        url=told.url or None,
        note=told.note or None,
    )
    return replace(source, **dict(entry.provenance))  # type: ignore[arg-type]


def _log(case: Case, added: Added, told: Told) -> None:
    details = {"new": added.new, "known": added.known, "blocked": len(added.blocked)}
    case.custody.append("add", told.role, details)
