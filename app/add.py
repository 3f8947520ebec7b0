"""Take content into the case: hash it, note where it came from. Nothing is decoded here."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from app.intake import Blocked, Entry, Found, Obstacle, open_entry, read
from app.job import Job, Progress
from face.types import Reason
from storage import clock
from storage.case import Case
from storage.hashes import hash_stream
from storage.types import Media, Source

CHUNK = 1024 * 1024
CASE_ENDINGS = ("", "-wal", "-shm", "-journal")
"""What an open case is on the disk."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who adds says about where it all came from."""

    url: str = ""
    platform: str = ""
    note: str = ""
    role: str = ""

    def says_where(self) -> bool:
        """True when it may be news even about a file that is known."""
        return bool(self.url or self.platform or self.note)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did.

    Attributes:
        new: Items that the case did not have.
        known: Files whose content it had already, from here or from elsewhere.
        blocked: What could not be taken in, and why.
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
        else:
            new += taken
    yield Progress(len(found), len(found))
    added = Added(new, len(found) - len(blocked) - new, tuple(blocked))
    if found:
        _log(case, added, told)
    return added


def _all(paths: Iterable[Path]) -> Iterator[Found]:
    for path in paths:
        yield from read(path)


def _unless_the_case_itself(found: Found, case: Case) -> Found:
    """The case may lie in the folder that is added; it changes with every item it takes in."""
    own = str(case.path.absolute())
    if found.path in {own + ending for ending in CASE_ENDINGS}:
        return Blocked(found.path, found.name, Obstacle.THE_CASE)
    return found


def _add_one(case: Case, found: Found, told: Told, keeps_originals: bool) -> bool | Blocked:
    """True when the content is new to the case."""
    if isinstance(found, Blocked):
        return found
    if not told.says_where() and _is_known(case, found):
        return False
    try:
        with closing(open_entry(found.path)) as stream:
            return _store(case, stream, _source(found, told), keeps_originals)
    except FileNotFoundError:
        return Blocked(found.path, found.name, Reason.GONE)
    except OSError:
        return Blocked(found.path, found.name, Reason.UNREADABLE_FILE)


def _is_known(case: Case, entry: Entry) -> bool:
    if entry.mtime_ns is None:
        return False
    return case.known_source(entry.path, entry.size, entry.mtime_ns) is not None


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
