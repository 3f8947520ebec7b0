"""Keeps a placeholder item for content that exists but cannot be read yet."""

import os
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from app.intake import Entry, NotInExport, Obstacle, Unreadable, WalkEvent, as_on_disk, read
from face.types import Reason
from storage.case import Case
from storage.placeholders import Placeholder
from storage.source_lookup import SourceLookup
from storage.types import Source


def record_unreadable(case: Case, blocked: Unreadable | NotInExport, source: Source) -> bool:
    """Record content that cannot be read, so that every check mentions it; True if it is new."""
    reason = _hidden_by(blocked.reason)
    if reason is None or (reason is Reason.LINK and _leads_to_known(case, blocked.path)):
        return False
    if isinstance(blocked, NotInExport):
        return not case.placeholders.is_found(blocked.path) and case.placeholders.add(
            source, reason
        )
    return case.placeholders.add(source, reason, blocked.detail)


def drop_resolved_placeholders(
    case: Case, paths: Iterable[Path], blocked: Sequence[Unreadable], opened: AbstractSet[str]
) -> None:
    """Drop placeholders whose content is in the case by now, and links that are gone.

    Args:
        paths: What was added just now.
        blocked: What of it could not be read.
        opened: Addresses of the folders and archives that were read to their end.
    """
    closed = {each.path for each in blocked}
    roots = [as_on_disk(path).absolute() for path in paths]
    for missing in case.placeholders.items():
        walked = any(Path(missing.path).is_relative_to(root) for root in roots)
        if missing.path in opened or _is_needless_link(case, missing, walked, closed):
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


def _is_needless_link(case: Case, missing: Placeholder, walked: bool, closed: set[str]) -> bool:
    if missing.reason is not Reason.LINK:
        return False
    return (walked and _is_gone(Path(missing.path), closed)) or _leads_to_known(case, missing.path)


def _is_gone(link: Path, closed: set[str]) -> bool:
    """Return whether the folder of a link was read and holds the link no more."""
    read_in = closed.isdisjoint(map(str, (link, *link.parents))) and link.parent.is_dir()
    return read_in and not os.path.lexists(link)


def _leads_to_known(case: Case, link: str) -> bool:
    """Return whether everything behind a link is in the case under its own name."""
    try:
        known = case.source_lookup()
        return all(_is_in(known, found) for found in _behind(link))
    except OSError:  # it leads nowhere
        return False


def _is_in(known: SourceLookup, found: WalkEvent) -> bool:
    if isinstance(found, Unreadable):
        return _hidden_by(found.reason) is None
    return not isinstance(found, Entry) or is_known(known, found)


def _behind(link: str) -> Iterator[WalkEvent]:
    """Yield what a link leads to; follows each further link once. Raises OSError."""
    waiting, seen = [link], set()
    while waiting:
        target = os.path.realpath(waiting.pop(), strict=True)
        if target in seen:
            continue
        seen.add(target)
        for found in read(Path(target)):
            if isinstance(found, Unreadable) and found.reason is Reason.LINK:
                waiting.append(found.path)
            else:
                yield found
