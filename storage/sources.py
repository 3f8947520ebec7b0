"""The places of an item: where its content was seen, and what is known of each.

The row of a place is what was observed and stated when the content was taken in, and by whom. It
stays as it is; what is stated later is appended (storage/statements.py), and what is shown is both
together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlite_utils import Database

from storage.clock import Moment
from storage.statements import state, statements_on
from storage.text import Stored, from_stored, to_stored
from storage.types import FieldValue, Source

COLUMNS = tuple(field.name for field in fields(Source))
_PLACE = frozenset({"path", "filename", "mtime_ns"})
_ACQUIRED = frozenset({"acquired_at_utc", "acquired_at_local", "tz", "role"})
STATED_COLUMNS = tuple(name for name in COLUMNS if name not in _PLACE | _ACQUIRED)
"""Fields that somebody states about a place. The program observes the others by itself: who took
the content in, and when, is a fact of that moment."""

_SAME_FILE = """
    SELECT * FROM source WHERE path IS :path AND mtime_ns IS :mtime_ns AND item = :item ORDER BY id
"""
_INSERT = (
    f"INSERT INTO source (item, size, {', '.join(COLUMNS)})"  # noqa: S608 - our own columns
    f" VALUES (:item, :size, {', '.join(f':{name}' for name in COLUMNS)})"
)
_OF_ITEM = """
    SELECT * FROM source WHERE item = ?1 OR item IN
    (SELECT item FROM superseded WHERE became = ?1) ORDER BY item <> ?1, id
"""
_BATCH = 500
"""Places whose statements are fetched at once; SQLite limits the values of one query."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an item.

    Attributes:
        number: The row of the place, in `source`.
        item: The item that the row belongs to: the item itself, or the placeholder that it was.
        source: What is known of it now.
    """

    number: int
    item: int
    source: Source


def add_source(db: Database, item: int, size: int, source: Source) -> None:
    """Record where content of `size` bytes was seen.

    The same file is the same place unless a stated field contradicts what was stated before; then
    what was not known before is appended, by whoever states it now. Who took the content in first,
    and when, stays.
    """
    row = _row(item, size, source)
    news = {name: row[name] for name in STATED_COLUMNS if row[name] is not None}
    for known in db.query(_SAME_FILE, row):
        ever = _ever_stated(db, known)
        if all(not ever[name] or said in ever[name] for name, said in news.items()):
            missing = [(name, from_stored(said)) for name, said in news.items() if not ever[name]]
            moment = _moment(source)
            state(db, known["item"], known["id"], missing, source.role or "", moment)
            return
    db.execute(_INSERT, row)


def add_first_source(db: Database, item: int, size: int, source: Source) -> None:
    """Record where a content was seen that has no place yet."""
    db.execute(_INSERT, _row(item, size, source))


def _row(item: int, size: int, source: Source) -> dict[str, Any]:
    row: dict[str, Any] = {name: to_stored(getattr(source, name)) for name in COLUMNS}
    return row | {"item": item, "size": size}


def _moment(source: Source) -> Moment | None:
    if source.acquired_at_utc is None:
        return None
    return Moment(source.acquired_at_utc, source.acquired_at_local or "", source.tz or "")


def _ever_stated(db: Database, row: Mapping[str, Any]) -> dict[str, set[Stored]]:
    """Return everything that was ever stated in each field, also what was corrected since."""
    ever: dict[str, set[Stored]] = {
        name: set() if row[name] is None else {row[name]} for name in STATED_COLUMNS
    }
    for each in statements_on(db, [row["id"]]):
        ever[each.field].add(to_stored(each.value))
    return ever


def places_of(db: Database, item: int) -> list[Place]:
    """Return the places of an item: its own in order, then those of placeholders that it was.

    A placeholder for the same file is no place of its own: what was stated of it counts for the
    file that was read at last, unless that says otherwise.
    """
    rows = list(db.query(_OF_ITEM, {"1": item}))
    stated = _stated(db, [row["id"] for row in rows])
    own: list[Place] = []
    for row in rows:
        source = Source(**{name: from_stored(row[name]) for name in COLUMNS})
        place = Place(row["id"], row["item"], replace(source, **stated.get(row["id"], {})))
        if row["item"] == item or not _completes(place.source, own):
            own.append(place)
    return own


def _stated(db: Database, sources: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return the latest statements on these places, by place and field."""
    stated: dict[int, dict[str, Any]] = {}
    for start in range(0, len(sources), _BATCH):
        for each in statements_on(db, sources[start : start + _BATCH]):
            if each.source is not None:
                stated.setdefault(each.source, {})[each.field] = each.value
    return stated


def _completes(before: Source, own: list[Place]) -> bool:
    """Fill what a placeholder said into the place of the same file; return False without one."""
    said = {name: getattr(before, name) for name in STATED_COLUMNS}
    for at, place in enumerate(own):
        known = {name: getattr(place.source, name) for name in STATED_COLUMNS}
        fits = all(known[name] in (None, value) for name, value in said.items() if value)
        if place.source.path == before.path and fits:
            news = {name: value for name, value in said.items() if known[name] is None}
            own[at] = replace(place, source=replace(place.source, **news))
            return True
    return False


def sources_of(db: Database, item: int) -> tuple[Source, ...]:
    """Return what is known of the places of an item."""
    return tuple(place.source for place in places_of(db, item))


def known_values(source: Source, names: Iterable[str]) -> dict[str, FieldValue | None]:
    """Return fields of a source by their names."""
    return {name: getattr(source, name) for name in names}
