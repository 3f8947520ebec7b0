"""Compare what was stated and decided with what the custody log says of it.

Each page of the file is sealed, and the file as a whole is not: somebody who can write to the disk
may put pages of an older copy of the case in. Each page of that is genuine, and together they
contradict each other. The log names every row that was appended, so that one that is missing, or
another one in its place, is found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from sqlite_utils import Database

from storage.custody import Custody, CustodyEntry
from storage.decisions import TAKEN_BACK, StoredDecision, stored_decisions
from storage.logged_rows import Coverage, Upto, coverage_of, fits

_Row: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Contradictions:
    """What in the case differs from what the custody log says of it.

    Attributes:
        decisions: Numbers of the items whose decisions differ.
        statements: Whether items, places or statements on them differ.
        log: Whether the log itself is not as it was written; then nothing is compared with it.
    """

    decisions: tuple[int, ...] = ()
    statements: bool = False
    log: bool = False

    def __bool__(self) -> bool:
        return bool(self.decisions or self.statements or self.log)


def contradictions(db: Database) -> Contradictions:
    """Compare everything. The log is read twice, and each row of the events once."""
    if not Custody(db).verify().ok:
        return Contradictions(log=True)
    decided: set[_Row] = set()
    renumbered: set[_Row] = set()
    forgotten: set[_Row] = set()
    covered: list[Coverage] = []
    for entry in Custody(db).entries():
        decided.update(_decided(entry))
        renumbered.update(_renumbered(entry))
        forgotten.update(_forgotten(entry))
        if (coverage := coverage_of(entry.details)) is not None:
            covered.append(coverage)
    kept = {_row_of(each) for each in stored_decisions(db)}
    numbers = set(db.execute("SELECT item, old, new, CAST(at_utc AS TEXT) FROM renumbered"))
    gone = set(db.execute("SELECT item, became, CAST(at_utc AS TEXT) FROM superseded"))
    return Contradictions(
        decisions=_items((kept ^ decided) | (numbers ^ renumbered)),
        statements=gone != forgotten
        or not _follow(covered)
        or not all(fits(db, coverage) for coverage in covered),
    )


def _row_of(stored: StoredDecision) -> _Row:
    return (
        *(stored.item, stored.number, stored.face, stored.person),
        *(stored.verdict, stored.takes_back, stored.role, stored.at_utc),
    )


def _decided(entry: CustodyEntry) -> Iterator[_Row]:
    said = entry.details
    if entry.action in ("decided", "decision-taken-back"):
        verdict = said.get("verdict") if entry.action == "decided" else TAKEN_BACK
        about = (said.get(name) for name in ("item", "decision", "face", "person"))
        yield from _hashable((*about, verdict, said.get("takes_back"), entry.role, entry.at_utc))


def _renumbered(entry: CustodyEntry) -> Iterator[_Row]:
    faces = entry.details.get("faces")
    if entry.action == "renumbered" and isinstance(faces, list):
        for pair in faces:
            match pair:
                case [old, new]:
                    yield from _hashable((entry.details.get("item"), old, new, entry.at_utc))


def _forgotten(entry: CustodyEntry) -> Iterator[_Row]:
    if entry.action == "forgotten":
        said = (entry.details.get(name) for name in ("item", "became"))
        yield from _hashable((*said, entry.at_utc))


def _hashable(row: _Row) -> Iterator[_Row]:
    """Yield the row unless it holds a list or an object, as the program would never write it."""
    if all(isinstance(each, str | int | None) for each in row):
        yield row


def _items(rows: Iterable[_Row]) -> tuple[int, ...]:
    return tuple(sorted({item for item, *_ in rows if isinstance(item, int)}))


def _follow(covered: Iterable[Coverage]) -> bool:
    """Whether each entry covers the rows behind those that the one before covered."""
    last = Upto()
    for coverage in covered:
        if coverage.after != last:
            return False
        last = coverage.through
    return True
