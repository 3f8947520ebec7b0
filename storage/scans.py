"""Scans: the tracks, faces and crops that a look at an item gave."""

from collections.abc import Collection, Sequence
from dataclasses import astuple, fields
from typing import Any

import numpy as np
from sqlite_utils import Database

from face.types import Face, FrameHash, Scan, SeenFace, Track, Traits
from storage import rows
from storage.clock import now
from storage.custody import PROGRAM, Custody
from storage.errors import CaseDamagedError
from storage.types import ItemState, StoredFace, StoredTrack, TrackIndex
from storage.validation import validating

ROWS = 512
"""Tracks that are fetched at once: more would not fit into the processor's cache."""
SAME_PLACE = 0.5
"""Overlap (intersection over union) from which a new face is one that was decided on."""

TRAITS = tuple(field.name for field in fields(Traits))

_ADD_TRACK = """
    INSERT INTO track (item, model, face, first_ms, last_ms, samples, embedding)
    VALUES (?, ?, 0, ?, ?, ?, ?)
"""
_ADD_FACE = """
    INSERT INTO face (item, track, frame_index, time_ms, left, top, right, bottom, landmarks,
        detection_score, quality, size_px, sharpness, brightness, yaw, roll, embedding)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FACES = """
    SELECT face.*, jpeg, dimension FROM face LEFT JOIN crop ON crop.face = face.id
    JOIN scan ON scan.item = face.item JOIN model ON model.id = scan.model
    WHERE face.item = ? ORDER BY face.id
"""


def store_scan(
    db: Database, item: int, scan: Scan, *, crops: bool, named: Collection[int] = ()
) -> None:
    """Store a scan of an item in place of an earlier one.

    Faces get new numbers. Of those that were named before, it is noted which is the same face
    (same time, same place) found again; decisions follow them.

    Args:
        named: Numbers of faces that the custody log names.
    """
    before = _places_of_faces(db, item, named)
    drop_scan(db, item)
    model = _model(db, scan)
    faces = 0
    for track in scan.tracks:
        faces += len(track.faces)
        _store_track(db, item, model, track, crops=crops)
    db.execute(
        "INSERT INTO scan VALUES (?, ?, ?, ?, ?)", (item, model, len(scan.tracks), faces, now().utc)
    )
    facts = scan.facts
    db.execute(
        "UPDATE item SET state = ?, reason = ?, detail = '', mime = ?, width = ?, height = ?,"
        " duration_ms = ?, frames = ?, pdq = ?, pdq_quality = ? WHERE id = ?",
        (
            *(ItemState.DONE if scan.tracks else ItemState.NO_FACE, scan.partly),
            *(facts.mime, facts.width, facts.height, facts.duration_ms, facts.frames),
            *(facts.pdq, facts.pdq_quality, item),
        ),
    )
    db.conn.executemany(
        "INSERT INTO frame_hash VALUES (?, ?, ?, ?)",
        ((item, *astuple(each)) for each in facts.frame_hashes),
    )
    if before:
        _renumber(db, item, before)


def drop_scan(db: Database, item: int) -> None:
    """Remove the scan of an item: tracks, faces, crops and frame hashes."""
    db.execute("DELETE FROM crop WHERE face IN (SELECT id FROM face WHERE item = ?)", (item,))
    for table in ("frame_hash", "face", "track", "scan"):
        db.table(table).delete_where("item = ?", (item,))


def _model(db: Database, scan: Scan) -> int:
    """Return the row of the pack and pipeline, whose embeddings must all have one dimension."""
    shapes = {track.embedding.shape for track in scan.tracks}
    shapes |= {seen.face.embedding.shape for track in scan.tracks for seen in track.faces}
    if len(shapes) > 1:
        raise ValueError(shapes)
    names = (scan.pack, scan.pipeline)
    db.execute("INSERT OR IGNORE INTO model (pack, pipeline) VALUES (?, ?)", names)
    model, known = db.execute(
        "SELECT id, dimension FROM model WHERE pack = ? AND pipeline = ?", names
    ).fetchone()
    if known is None and shapes:
        ((known,),) = shapes
        db.execute("UPDATE model SET dimension = ? WHERE id = ?", (known, model))
    if shapes - {(known,)}:
        raise CaseDamagedError(_path(db))
    return int(model)


def _store_track(db: Database, item: int, model: int, track: Track, *, crops: bool) -> None:
    if not track.faces:
        raise ValueError(track)
    span = int(track.first_ms), int(track.last_ms), int(track.samples)
    number = _insert(db, _ADD_TRACK, (item, model, *span, rows.packed(track.embedding)))
    numbers = [_store_face(db, item, number, seen, crops=crops) for seen in track.faces]
    db.execute("UPDATE track SET face = ? WHERE id = ?", (numbers[0], number))


def _store_face(db: Database, item: int, track: int, seen: SeenFace, *, crops: bool) -> int:
    face, traits = seen.face, seen.face.traits
    measures = (face.detection_score, face.quality, *astuple(traits))
    place = (item, track, int(seen.frame_index), int(seen.time_ms), *map(float, face.box))
    vectors = rows.packed_points(face.landmarks), rows.packed(face.embedding)
    number = _insert(db, _ADD_FACE, (*place, vectors[0], *map(float, measures), vectors[1]))
    if crops and seen.crop is not None:
        db.execute("INSERT INTO crop VALUES (?, ?)", (number, seen.crop))
    return number


def _insert(db: Database, statement: str, row: tuple[Any, ...]) -> int:
    return int(db.execute(statement, row).lastrowid or 0)


def _places_of_faces(
    db: Database, item: int, named: Collection[int]
) -> list[tuple[int, int, tuple[float, ...]]]:
    """Return number, time and box of the faces that a decision or the log names."""
    found = db.execute(
        "SELECT id, time_ms, left, top, right, bottom FROM face WHERE item = ? ORDER BY id", (item,)
    )
    decided = (
        "SELECT face FROM decision WHERE item = ? UNION SELECT new FROM renumbered WHERE item = ?"
    )
    names = {*named, *(face for (face,) in db.execute(decided, (item, item)))}
    before: list[tuple[int, int, tuple[float, ...]]] = []
    with validating(_path(db)):
        for face, *place in found:
            if face in names:
                number, at = rows.whole([face, place[0]])
                before.append((number, at, rows.box(place[1:])))
    return before


def _path(db: Database) -> str:
    return getattr(db.conn, "case_path", "")


def _renumber(
    db: Database, item: int, before: Sequence[tuple[int, int, tuple[float, ...]]]
) -> None:
    """Note the new number of each face, or None where it was not found again, also in the log."""
    moment = now()
    pairs = [[old, _same_face(db, item, time_ms, box)] for old, time_ms, box in before]
    db.conn.executemany(
        "INSERT INTO renumbered (item, old, new, at_utc, at_local, tz) VALUES (?, ?, ?, ?, ?, ?)",
        ((item, *pair, moment.utc, moment.local, moment.tz) for pair in pairs),
    )
    Custody(db).append("renumbered", PROGRAM, {"item": item, "faces": pairs}, at=moment)


def _same_face(db: Database, item: int, time_ms: int, box: Sequence[float]) -> int | None:
    faces = db.execute(
        "SELECT id, left, top, right, bottom FROM face WHERE item = ? AND time_ms = ?",
        (item, time_ms),
    )
    overlap, new = max(((_overlap(box, face[1:]), face[0]) for face in faces), default=(0.0, 0))
    return new if overlap >= SAME_PLACE else None


def _overlap(a: Sequence[float], b: Sequence[float]) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    both = sum((right - left) * (bottom - top) for left, top, right, bottom in (a, b))
    return width * height / (both - width * height)


def faces_of(db: Database, item: int) -> tuple[StoredFace, ...]:
    """Return the faces of an item, in the order of their numbers."""
    return tuple(_face(row) for row in db.query(_FACES, (item,)))


def _face(row: dict[str, Any]) -> StoredFace:
    detection_score, quality, *traits = rows.numbers(
        row[name] for name in ("detection_score", "quality", *TRAITS)
    )
    face = Face(
        box=rows.box(row[side] for side in ("left", "top", "right", "bottom")),
        landmarks=rows.points(row["landmarks"]),
        detection_score=detection_score,
        quality=quality,
        traits=Traits(*traits),
        embedding=rows.vectors([row["embedding"]], row["dimension"])[0],
    )
    number, track, frame_index, time_ms = rows.whole(
        row[name] for name in ("id", "track", "frame_index", "time_ms")
    )
    crop = None if row["jpeg"] is None else rows.blob(row["jpeg"])
    return StoredFace(number, track, face, frame_index, time_ms, crop)


def tracks_of(db: Database, item: int) -> tuple[StoredTrack, ...]:
    """Return the tracks of an item, in the order of their numbers."""
    found = db.execute(
        "SELECT id, face, first_ms, last_ms, samples FROM track WHERE item = ? ORDER BY id", (item,)
    )
    return tuple(StoredTrack(*rows.whole(row)) for row in found)


def frame_hashes_of(db: Database, item: int) -> tuple[FrameHash, ...]:
    """Return the perceptual hashes of a video or an animation, in order of time."""
    found = db.execute(
        "SELECT time_ms, quality, pdq FROM frame_hash WHERE item = ? ORDER BY time_ms", (item,)
    )
    return tuple(_frame_hash(*row) for row in found)


def _frame_hash(time_ms: object, quality: object, pdq: object) -> FrameHash:
    time_ms, quality = rows.whole([time_ms, quality])
    return FrameHash(time_ms, rows.pdq(pdq), quality)


def all_tracks(db: Database, pack: str, pipeline: str, widths: Sequence[int] = ()) -> TrackIndex:
    """Load every track of one pack and pipeline. The embeddings are in memory once, not twice.

    Args:
        widths: Numbers in each part of an embedding; empty if it has one part.
    """
    model, dimension, count = db.execute(
        "SELECT model.id, dimension, total(tracks) FROM model JOIN scan ON model = model.id"
        " WHERE pack = ? AND pipeline = ?",
        (pack, pipeline),
    ).fetchone()
    count = int(count)
    (dimension,) = rows.whole([dimension or 0])
    embeddings = np.empty((count, dimension), np.float32)
    items, numbers = np.empty(count, np.int32), np.empty(count, np.int64)
    start = 0
    found = db.execute(
        "SELECT embedding, item, id FROM track WHERE model = ? ORDER BY id", (model,)
    )
    while batch := found.fetchmany(ROWS):
        end = start + len(batch)
        blobs, of_items, ids = zip(*batch, strict=True)
        embeddings[start:end] = rows.vectors(blobs, dimension, widths)
        items[start:end] = rows.whole(of_items, "i")
        numbers[start:end] = rows.whole(ids)
        start = end
    if start != count:
        raise ValueError("fewer tracks than were counted")
    return TrackIndex(embeddings, items, numbers)
