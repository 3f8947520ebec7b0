"""Keeps a placeholder item for content that exists but cannot be read yet."""

import os
from collections.abc import Generator, Iterable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from pathlib import Path

from app.intake import (
    Entry,
    NotInExport,
    Obstacle,
    ReadEvent,
    Reading,
    Unreadable,
    as_on_disk,
)
from face.types import Reason
from storage.case import Case
from storage.source_lookup import SourceLookup
from storage.types import Source


def record_unreadable(case: Case, blocked: Unreadable | NotInExport, source: Source) -> bool:
    """Record content that cannot be read, so that every check mentions it; True if it is new."""
    reason = _hidden_by(blocked.reason)
    if reason is None:
        return False
    if isinstance(blocked, NotInExport):
        return not case.placeholders.is_found(blocked.path) and case.placeholders.add(
            source, reason
        )
    return case.placeholders.add(source, reason, blocked.detail)


def drop_resolved_placeholders(
    case: Case,
    paths: Iterable[Path],
    blocked: Sequence[Unreadable],
    opened: AbstractSet[str],
    reading: Reading,
) -> Generator[None]:
    """Drop placeholders whose content is in the case by now, and links that are gone.

    Pauses while it reads what links lead to.

    Args:
        paths: What was added just now.
        blocked: What of it could not be read.
        opened: Addresses of the folders and archives that were read to their end.
        reading: Reads what links lead to.
    """
    closed = {each.path for each in blocked}
    roots = [as_on_disk(path).absolute() for path in paths]
    for missing in case.placeholders.items():
        walked = any(Path(missing.path).is_relative_to(root) for root in roots)
        is_resolved = missing.path in opened
        if not is_resolved and missing.reason is Reason.LINK:
            is_resolved = walked and _is_gone(Path(missing.path), closed)
            is_resolved = is_resolved or (yield from leads_to_known(case, missing.path, reading))
        if is_resolved:
            case.placeholders.drop(missing.item)


def is_known(known: SourceLookup, entry: Entry) -> bool:
    """Return whether this file, unchanged and with this provenance, was added before."""
    if entry.mtime_ns is None:
        return False
    return known.knows(entry.path, entry.size, entry.mtime_ns, entry.provenance)


def _hidden_by(reason: Obstacle | Reason) -> Reason | None:
    """Return why content is hidden behind an obstacle; None if no content is."""
    if isinstance(reason, Reason):
        return reason
    return Reason.UNREADABLE_FILE if reason is Obstacle.FOLDER_UNREADABLE else None


def _is_gone(link: Path, closed: set[str]) -> bool:
    """Return whether the folder of a link was read and holds the link no more."""
    read_in = closed.isdisjoint(map(str, (link, *link.parents)))
    read_in = read_in and os.path.isdir(link.parent)  # noqa: PTH112 - Path.is_dir may raise
    return read_in and not os.path.lexists(link)


def leads_to_known(case: Case, link: str, reading: Reading) -> Generator[None, None, bool]:
    """Return whether everything behind a link is in the case under its own name."""
    known = case.source_lookup()
    with closing(_behind(link, reading)) as behind:
        try:
            for found in behind:
                if found is None:
                    yield
                elif not _is_in(known, found):
                    return False
        except OSError:  # it leads nowhere
            return False
    return True


def _is_in(known: SourceLookup, found: ReadEvent) -> bool:
    if isinstance(found, Unreadable):
        return _hidden_by(found.reason) is None
    return not isinstance(found, Entry) or is_known(known, found)


def _behind(link: str, reading: Reading) -> Generator[ReadEvent | None]:
    """Yield what a link leads to; follows each further link once. Raises OSError."""
    waiting, seen = [link], set()
    while waiting:
        target = os.path.realpath(waiting.pop(), strict=True)
        if target in seen:
            continue
        seen.add(target)
        for found in reading.read(Path(target)):
            if isinstance(found, Unreadable) and found.reason is Reason.LINK:
                waiting.append(found.path)
            else:
                yield found
