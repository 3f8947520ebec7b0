"""The settings of a case, and counts over everything in it."""

import os

from sqlite_utils import Database

from storage import rows
from storage.clock import now
from storage.custody import PROGRAM, Custody, start_log
from storage.errors import CaseDamagedError
from storage.logged_rows import make_key
from storage.schema import format_of
from storage.types import CaseInfo, CaseKind, ItemState, KeptMedia, PackUse


def start_case(
    db: Database, kind: CaseKind, media: KeptMedia, *, crops: bool, origin: str = ""
) -> None:
    """Write the settings that a case keeps for ever; the caller holds the transaction."""
    settings = {
        "id": os.urandom(16).hex(),
        "origin": origin,
        "created_utc": now().utc,
        "kind": kind,
        "media": media,
        "crops": str(int(crops)),
        **make_key(),
    }
    db.conn.executemany("INSERT INTO meta VALUES (?, ?)", settings.items())
    start_log(db)
    said = {"kind": kind, "media": media, "crops": crops}
    Custody(db).append("created", PROGRAM, said)


def settings_of(db: Database, path: str) -> dict[str, str]:
    """Return the settings by name.

    Raises:
        CaseDamagedError: A setting is missing or has a value that no program of ours wrote.
    """
    settings = dict(db.execute("SELECT name, value FROM meta").fetchall())
    known: dict[str, set[str]] = {
        "kind": set(map(str, CaseKind)),
        "media": set(map(str, KeptMedia)),
        "crops": {"0", "1"},
    }
    texts = all(isinstance(settings.get(name), str) for name in ("id", "origin", "created_utc"))
    if not texts or any(settings.get(name) not in values for name, values in known.items()):
        raise CaseDamagedError(path)
    return settings


def items_by_state(db: Database) -> dict[ItemState, int]:
    """Return the number of items in every state, 0 included."""
    counts = dict(
        db.execute(
            "SELECT state, count(*) FROM item"
            " WHERE id NOT IN (SELECT item FROM superseded) GROUP BY state"
        ).fetchall()
    )
    return {state: counts.get(state, 0) for state in ItemState}


def packs_used(db: Database) -> tuple[PackUse, ...]:
    """Return the packs and pipelines that scanned items, the one with the most items first."""
    found = db.execute(
        "SELECT pack, pipeline, count(*) AS items, total(tracks), ifnull(dimension, 0) FROM scan"
        " JOIN model ON model.id = model GROUP BY model.id ORDER BY items DESC, model.id"
    )
    return tuple(
        PackUse(rows.text(pack), rows.text(pipeline), items, int(tracks), *rows.whole([dimension]))
        for pack, pipeline, items, tracks, dimension in found
    )


def faces_and_tracks(db: Database) -> tuple[int, int]:
    """Return the number of faces and of tracks in all scans."""
    faces, tracks = db.execute("SELECT total(faces), total(tracks) FROM scan").fetchone()
    return int(faces), int(tracks)


def case_info(db: Database, path: str, settings: dict[str, str]) -> CaseInfo:
    """Count everything, and verify the custody log."""
    faces, tracks = faces_and_tracks(db)
    report = Custody(db).verify()
    return CaseInfo(
        id=settings["id"],
        origin=settings["origin"] or None,
        created_utc=settings["created_utc"],
        kind=CaseKind(settings["kind"]),
        media=KeptMedia(settings["media"]),
        crops=settings["crops"] == "1",
        format=format_of(db, path),
        packs=packs_used(db),
        items=items_by_state(db),
        faces=faces,
        tracks=tracks,
        custody_entries=report.head.entries,
        custody_ok=report.ok,
    )
