"""Adds content to the case: hashes it and records where it came from. Nothing is decoded here."""

import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from os.path import samestat
from pathlib import Path

from app.errors import AppError
from app.intake import (
    NO_ANSWERS,
    Answers,
    ContainerRead,
    Entry,
    NotInExport,
    Obstacle,
    Question,
    ReadEvent,
    Reading,
    Unreadable,
)
from app.intake.placeholders import (
    drop_resolved_placeholders,
    is_known,
    leads_to_known,
    record_unreadable,
)
from app.intake.readers.core.disk import count_files
from app.intake.readers.core.failure import reason_and_detail
from app.intake.reading import Reads
from app.intake.source_details import SourceDetails, new_source, with_provenance
from app.job import Job, Progress
from face.types import Reason
from storage.case import Case
from storage.errors import ContentChangedError, StorageError
from storage.hashes import Hasher
from storage.lock import is_open_here
from storage.opening import neighbours
from storage.rekey import unfinished
from storage.types import KeptMedia, NewContent

HELD_BYTES = 64 * 1024 * 1024
"""Content up to this is held in memory until it is in the case; larger content is read again."""

PAUSE_BYTES = 8 * 1024 * 1024
"""After so many bytes of one file other work has a turn."""

OF_THE_PROGRAM = (AppError, StorageError)
"""What an item cannot be blamed for: no child starts, the disk is full, the case is damaged."""

BATCH_ITEMS = 256
BATCH_BYTES = 256 * 1024 * 1024
"""Content is written in batches of this many items or bytes: each write waits for the disk."""


@dataclass(frozen=True, slots=True)
class AddResult:
    """The outcome of adding files and folders.

    Attributes:
        new: Number of items that the case did not have before.
        known: Number of files whose content the case already had, from any place.
        blocked: What could not be taken in, and why. Content that exists but cannot be read
            still becomes an item, so that no later answer forgets it.
        absent: Number of items without a file: an export mentions content that is not in it.
        questions: What the readers need to know to take in more; add again with the answers.
        system_files: Files that a system left there, which were passed over.
    """

    new: int
    known: int
    blocked: tuple[Unreadable, ...]
    absent: int = 0
    questions: tuple[Question, ...] = ()
    system_files: tuple[Unreadable, ...] = ()


def add(
    case: Case, paths: Sequence[Path], details: SourceDetails, answers: Answers = NO_ANSWERS
) -> Job[AddResult]:
    """Add everything that lies at the paths. Each file is added as a whole or not at all.

    A file that was added before and still has the same size and time is not read again.
    """
    total = 0
    for total in count_files(paths):
        yield Progress(total, None)
    beside = _CaseFiles(case.path)
    case.log_leftovers()
    with Reading(answers, beside.avoids) as reading, Reading(answers) as behind_links:
        taking = _Intake(case, details, behind_links)
        try:
            for path in paths:
                yield from taking.take_all(reading.read(path), total)
        except GeneratorExit:
            taking.write()
            _log(case, taking.added(), details, stopped=True)
            raise
        taking.write()
        dropping = drop_resolved_placeholders(
            case, paths, taking.blocked, taking.opened, behind_links
        )
        for _ in dropping:
            yield Progress(taking.done, taking.done)
    yield Progress(taking.done, taking.done)
    added = taking.added()
    if taking.done:
        _log(case, added, details)
    return added


class _CaseFiles:
    """The files beside an open case. They come and go, so the disk is asked now and then."""

    def __init__(self, case: Path) -> None:
        self._paths = [str(each) for each in (*neighbours(case), unfinished(case))]
        self._there: list[os.stat_result] = []
        self._asked = 0

    def avoids(self, facts: os.stat_result) -> bool:
        """Return whether a file is one of them or an open case, which changes with each item."""
        return is_open_here(facts) or facts in self

    def __contains__(self, facts: os.stat_result) -> bool:
        if self._asked % BATCH_ITEMS == 0:
            self._there = [there for path in self._paths if (there := _facts(path)) is not None]
        self._asked += 1
        return any(samestat(facts, there) for there in self._there)


def _facts(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except OSError:
        return None


class _Intake:
    """Adds what a walk finds to the case, in batches.

    Attributes:
        done: Number of places that were added, known before, or could not be read.
    """

    def __init__(self, case: Case, details: SourceDetails, behind_links: Reading) -> None:
        self.done = 0
        self.blocked: list[Unreadable] = []
        self.opened: set[str] = set()
        self._case = case
        self._details = details
        self._behind_links = behind_links
        self._known = case.source_lookup()
        self._keeps_originals = case.info().media is KeptMedia.ORIGINALS
        self._questions: list[Question] = []
        self._system_files: list[Unreadable] = []
        self._waiting: list[NewContent | Unreadable | NotInExport] = []
        self._bytes = 0
        self._new = 0
        self._absent = 0

    def take_all(self, found: Reads, total: int) -> Job[None]:
        """Add everything that is found at a place."""
        with closing(found):
            for each in found:
                yield Progress(self.done, max(total, self.done + 1))
                if each is not None:
                    for _ in self._take(each):
                        yield Progress(self.done, max(total, self.done))

    def _take(self, found: ReadEvent) -> Generator[None]:
        """Add one event, at once or with the following ones; pauses while content is read."""
        if isinstance(found, ContainerRead):
            self.opened.add(found.path)
        elif isinstance(found, Question):
            self._questions.append(found)
        elif isinstance(found, Unreadable) and found.reason is Obstacle.SYSTEM_FILE:
            self._system_files.append(found)
        else:
            self.done += 1
            if isinstance(found, Entry):
                self._put((yield from self._read(found)))
            elif not (yield from self._leads_to_known(found)):
                self._put(self._news(found))

    def _leads_to_known(self, found: Unreadable | NotInExport) -> Generator[None, None, bool]:
        """Return whether it is a link behind which nothing is new: no item stands for that."""
        if found.reason is not Reason.LINK or not isinstance(found, Unreadable):
            return False
        self.write()
        if not (yield from leads_to_known(self._case, found.path, self._behind_links)):
            return False
        self.blocked.append(found)
        return True

    def write(self) -> None:
        """Write the waiting batch to the case, but for what cannot be written."""
        waiting, self._waiting, self._bytes = self._waiting, [], 0
        try:
            self._write_all(waiting)
        except OF_THE_PROGRAM:
            raise
        except Exception:  # noqa: BLE001 - one by one it comes out which of them it was
            for each in waiting:
                self._write_alone(each)

    def _write_alone(self, each: NewContent | Unreadable | NotInExport) -> None:
        """Write one thing; where it cannot be written, an item that could not be checked."""
        try:
            self._write_all([each])
        except OF_THE_PROGRAM:
            raise
        except Exception as error:  # noqa: BLE001 - whatever fails in one item ends no other
            if isinstance(each, NewContent):
                path, name = each.source.path, each.source.filename
                self._write_alone(Unreadable(path, name, *reason_and_detail(error)))
            else:
                self.blocked.append(Unreadable(each.path, each.name, *reason_and_detail(error)))

    def _write_all(self, waiting: Sequence[NewContent | Unreadable | NotInExport]) -> None:
        """Write these, all of them or nothing."""
        counted = self._new, self._absent, len(self.blocked)
        try:
            with self._case.transaction():
                for kind, together in groupby(waiting, type):
                    self._write(kind, together)
        except BaseException:
            self._new, self._absent, blocked = counted
            del self.blocked[blocked:]
            raise

    def added(self) -> AddResult:
        """Return the result so far."""
        known = self.done - len(self.blocked) - self._absent - self._new
        blocked, questions = tuple(self.blocked), tuple(self._questions)
        left = tuple(self._system_files)
        return AddResult(self._new, known, blocked, self._absent, questions, left)

    def _put(self, each: NewContent | Unreadable | NotInExport | None) -> None:
        if each is None:
            return
        self._waiting.append(each)
        self._bytes += each.size if isinstance(each, NewContent) else 0
        if len(self._waiting) >= BATCH_ITEMS or self._bytes >= BATCH_BYTES:
            self.write()

    def _write(self, kind: type, together: Iterable[NewContent | Unreadable | NotInExport]) -> None:
        if kind is NewContent:
            contents = [each for each in together if isinstance(each, NewContent)]
            self._new += sum(each.new_item for each in self._case.add_contents(contents))
        for each in together:
            if not isinstance(each, NewContent):
                self._note(each)

    def _note(self, each: Unreadable | NotInExport) -> None:
        place = new_source(each.path, each.name, None, self._details)
        record_unreadable(self._case, each, with_provenance(place, each.provenance))
        if isinstance(each, Unreadable):
            self.blocked.append(each)
        else:
            self._absent += 1

    def _news(self, found: Unreadable | NotInExport) -> Unreadable | NotInExport | None:
        """Return None if the case already knows that this is absent, with all its provenance."""
        if self._details or isinstance(found, Unreadable):
            return found
        if not self._known.knows(found.path, 0, None, found.provenance):
            return found
        self._absent += 1
        return None

    def _read(self, entry: Entry) -> "Generator[None, None, NewContent | Unreadable | None]":
        """Hash an entry; None if nothing remains to be written."""
        if not self._details and is_known(self._known, entry):
            return None
        try:
            return (yield from self._hash(entry))
        except ContentChangedError:
            return Unreadable(entry.path, entry.name, Reason.CHANGED, "", entry.provenance)
        except OF_THE_PROGRAM:
            raise
        except Exception as error:  # noqa: BLE001 - whatever fails in one item ends no other
            return Unreadable(entry.path, entry.name, *reason_and_detail(error), entry.provenance)

    def _hash(self, entry: Entry) -> "Generator[None, None, NewContent | None]":
        hasher, kept, paused_at = Hasher(), list[bytes](), 0
        for chunk in entry.chunks():
            if chunk is None:
                yield
                continue
            hasher.update(chunk)
            if self._keeps_originals and hasher.size <= HELD_BYTES:
                kept.append(chunk)
            if hasher.size - paused_at >= PAUSE_BYTES:  # pieces have any size
                paused_at = hasher.size
                yield
        place = new_source(entry.path, entry.name, entry.mtime_ns, self._details)
        known = with_provenance(place, entry.provenance)
        content = NewContent(hasher.hashes(), hasher.size, known, entry.instead_of)
        if not self._keeps_originals:
            return content
        with self._case.transaction():
            (added,) = self._case.add_contents([content])
            if added.new_item:
                again = entry.chunks() if hasher.size > HELD_BYTES else kept
                self._case.store_original(added.item, (each for each in again if each))
        self._new += added.new_item
        return None


def _log(case: Case, added: AddResult, details: SourceDetails, *, stopped: bool = False) -> None:
    counts: dict[str, object] = {
        "new": added.new,
        "known": added.known,
        "blocked": len(added.blocked),
    }
    if added.absent:
        counts["absent"] = added.absent
    if stopped:
        counts["stopped"] = True
    case.log("add", details.role, counts)
