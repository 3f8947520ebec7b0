"""What a look at an item gave: tracks, faces, crops."""

from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from face.types import Embedding, Face, FrameHash, Scan, SeenFace, Track, Traits
from storage.clock import now
from storage.types import State, StoredFace, StoredTrack, TrackIndex

FLOAT32, FLOAT16 = np.dtype("<f4"), np.dtype("<f2")
_SINGLES = np.arange(1 << 16, dtype="<u2").view(FLOAT16).astype(FLOAT32)
"""Every number of half precision in single precision: looked up they take half the time that
converting them does."""
ROWS = 512
"""How many tracks are fetched at once: more of them fall out of the processor's cache."""
SAME_PLACE = 0.5
"""Overlap (intersection over union) from which a face found again is the one decided on."""

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


def store_scan(db: Database, item: int, scan: Scan, *, crops: bool) -> None:
    """Replace what an earlier look at the item gave."""
    decided = _decided_faces(db, item)
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
            *(State.DONE if scan.tracks else State.NO_FACE, scan.partly),
            *(facts.mime, facts.width, facts.height, facts.duration_ms, facts.frames),
            *(facts.pdq, facts.pdq_quality, item),
        ),
    )
    db.conn.executemany(
        "INSERT INTO frame_hash VALUES (?, ?, ?, ?)",
        ((item, *astuple(each)) for each in facts.frame_hashes),
    )
    for place in decided:
        _follow(db, item, *place)


def drop_scan(db: Database, item: int) -> None:
    """Remove what an earlier look gave."""
    db.execute("DELETE FROM crop WHERE face IN (SELECT id FROM face WHERE item = ?)", (item,))
    for table in ("frame_hash", "face", "track", "scan"):
        db.table(table).delete_where("item = ?", (item,))


def _model(db: Database, scan: Scan) -> int:
    """Return the number of the pack and pipeline; embeddings of one all have one dimension."""
    dimensions = {track.embedding.shape for track in scan.tracks}
    dimensions |= {seen.face.embedding.shape for track in scan.tracks for seen in track.faces}
    names = (scan.pack, scan.pipeline)
    db.execute("INSERT OR IGNORE INTO model (pack, pipeline) VALUES (?, ?)", names)
    model, known = db.execute(
        "SELECT id, dimension FROM model WHERE pack = ? AND pipeline = ?", names
    ).fetchone()
    if known is None and dimensions:
        ((known,),) = dimensions
        db.execute("UPDATE model SET dimension = ? WHERE id = ?", (known, model))
    if dimensions - {(known,)}:
        raise ValueError(dimensions)
    return int(model)


def _store_track(db: Database, item: int, model: int, track: Track, *, crops: bool) -> None:
    if not track.faces:
        raise ValueError(track)
    span = int(track.first_ms), int(track.last_ms), int(track.samples)
    number = _insert(db, _ADD_TRACK, (item, model, *span, _packed(track.embedding)))
    numbers = [_store_face(db, item, number, seen, crops=crops) for seen in track.faces]
    db.execute("UPDATE track SET face = ? WHERE id = ?", (numbers[0], number))


def _store_face(db: Database, item: int, track: int, seen: SeenFace, *, crops: bool) -> int:
    face, traits = seen.face, seen.face.traits
    measures = (face.detection_score, face.quality, *astuple(traits))
    place = (item, track, int(seen.frame_index), int(seen.time_ms), *map(float, face.box))
    vectors = np.ascontiguousarray(face.landmarks, FLOAT32).tobytes(), _packed(face.embedding)
    number = _insert(db, _ADD_FACE, (*place, vectors[0], *map(float, measures), vectors[1]))
    if crops and seen.crop is not None:
        db.execute("INSERT INTO crop VALUES (?, ?)", (number, seen.crop))
    return number


def _insert(db: Database, statement: str, row: tuple[Any, ...]) -> int:
    return int(db.execute(statement, row).lastrowid or 0)


def _packed(embedding: Embedding) -> bytes:
    """Half precision: cosines move by 1e-4, and a million faces load in half the time."""
    return np.ascontiguousarray(embedding, FLOAT16).tobytes()


def _unpacked(blobs: Sequence[bytes], dimension: int) -> NDArray[np.float32]:
    """n embeddings, n x d; each blob is of half or, in cases made early, of single precision.

    Raises:
        ValueError: A blob has neither length.
    """
    joined, lengths = b"".join(blobs), set(map(len, blobs))
    if lengths == {dimension * FLOAT16.itemsize}:
        halves = np.frombuffer(joined, "<u2").reshape(len(blobs), dimension)
        return _SINGLES.take(halves, mode="clip")  # all are in range; not to check takes less
    if lengths == {dimension * FLOAT32.itemsize}:
        return np.frombuffer(joined, FLOAT32).reshape(len(blobs), dimension)
    if len(blobs) == 1:
        raise ValueError(len(joined))
    return np.concatenate([_unpacked([blob], dimension) for blob in blobs])


def _decided_faces(db: Database, item: int) -> list[tuple[Any, ...]]:
    return list(
        db.execute(
            "SELECT id, time_ms, left, top, right, bottom FROM face"
            " WHERE id IN (SELECT face FROM decision WHERE item = ?)",
            (item,),
        )
    )


def _follow(db: Database, item: int, old: int, time_ms: int, *box: float) -> None:
    """Let the decisions about a face that was replaced go over to the same face, found again."""
    rows = db.execute(
        "SELECT id, left, top, right, bottom FROM face WHERE item = ? AND time_ms = ?",
        (item, time_ms),
    )
    overlap, new = max(((_overlap(box, row[1:]), row[0]) for row in rows), default=(0.0, 0))
    if overlap >= SAME_PLACE:
        db.execute("UPDATE decision SET face = ? WHERE item = ? AND face = ?", (new, item, old))


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
    face = Face(
        box=(row["left"], row["top"], row["right"], row["bottom"]),
        landmarks=np.frombuffer(row["landmarks"], FLOAT32).reshape(5, 2),
        detection_score=row["detection_score"],
        quality=row["quality"],
        traits=Traits(*(row[name] for name in TRAITS)),
        embedding=_unpacked([row["embedding"]], row["dimension"])[0],
    )
    return StoredFace(
        row["id"], row["track"], face, row["frame_index"], row["time_ms"], row["jpeg"]
    )


def tracks_of(db: Database, item: int) -> tuple[StoredTrack, ...]:
    """Return the tracks of an item, in the order of their numbers."""
    rows = db.execute(
        "SELECT id, face, first_ms, last_ms, samples FROM track WHERE item = ? ORDER BY id", (item,)
    )
    return tuple(StoredTrack(*row) for row in rows)


def frame_hashes_of(db: Database, item: int) -> tuple[FrameHash, ...]:
    """Return how the moments of a video or an animation look, in order of time."""
    rows = db.execute(
        "SELECT time_ms, pdq, quality FROM frame_hash WHERE item = ? ORDER BY time_ms", (item,)
    )
    return tuple(FrameHash(*row) for row in rows)


def all_tracks(db: Database, pack: str, pipeline: str) -> TrackIndex:
    """Load every track of one pack and pipeline. The embeddings are in memory once, not twice."""
    model, dimension, count = db.execute(
        "SELECT model.id, dimension, total(tracks) FROM model JOIN scan ON model = model.id"
        " WHERE pack = ? AND pipeline = ?",
        (pack, pipeline),
    ).fetchone()
    count = int(count)
    embeddings = np.empty((count, dimension or 0), FLOAT32)
    items, numbers = np.empty(count, np.int32), np.empty(count, np.int64)
    start = 0
    rows = db.execute("SELECT embedding, item, id FROM track WHERE model = ? ORDER BY id", (model,))
    while batch := rows.fetchmany(ROWS):
        end = start + len(batch)
        blobs, of_items, ids = zip(*batch, strict=True)
        embeddings[start:end] = _unpacked(blobs, dimension)
        items[start:end] = np.fromiter(of_items, np.int32, len(batch))
        numbers[start:end] = np.fromiter(ids, np.int64, len(batch))
        start = end
    return TrackIndex(embeddings, items, numbers)
