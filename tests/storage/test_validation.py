"""A case of somebody who has its key and puts in what makes no sense."""

import math
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from face.types import FrameHash
from storage.case import Case
from storage.connection import connect
from storage.errors import CaseDamagedError
from storage.keys import SALT_BYTES, derive_key
from storage.types import Verdict
from tests.support.case_samples import (
    CHEAP,
    DIMENSION,
    FACTS,
    PASSPHRASE,
    add,
    embedding_of,
    make_case,
    open_case,
    scan_of,
)
from tests.support.forgeries import EMBEDDINGS, blob, put

POINTS = np.linspace(0, 0.9, 10)
LANDMARKS = {
    "not a number": blob([math.nan, *POINTS[1:]], "<f4"),
    "infinite": blob([math.inf, *POINTS[1:]], "<f4"),
    "far away": blob([1e9, *POINTS[1:]], "<f4"),
    "a number less": blob(POINTS[1:], "<f4"),
    "a point more": blob([*POINTS, 0.5, 0.5], "<f4"),
    "an odd number of bytes": bytes(4),
    "half precision": blob(POINTS),
    "text": "a" * 40,
}
NO_SIDE = {
    "text": "text",
    "bytes": b"?",
    "infinite": math.inf,
    "infinite the other way": -math.inf,
    "outside": -0.5,
    "far away": 1e300,
}
"""What no side of a box can be."""

ODD: dict[str, dict[str, tuple[object, ...]]] = {
    "item": {
        "state": ("none of ours",),
        "reason": (b"\xff",),
        "pdq": ("text",),
        "width": ("text",),
        "height": (0.5,),
        "duration_ms": (b"\0",),
    },
    "source": {"filename": (b"\xff",)},
    "statement": {"field": (b"\0",), "value": (b"\xff", 0.5), "role": (b"\0",), "source": ("x",)},
    "decision": {"verdict": ("none of ours", b"\0"), "person": ("one",), "at_utc": (b"\0",)},
    "frame_hash": {"pdq": ("text", b"\0"), "quality": ("text",)},
    "model": {
        "dimension": (-1, 0, 1, 8, 15, 32, 10**12, 16.5, "text", b"\x10", None),
        "pack": (b"\0",),
        "pipeline": (b"\0",),
    },
    "scan": {"tracks": (4 * 10**9, 9 * 10**18, 3, 1, -1, "text")},
    "track": {
        "item": ("text", 1.5, 4 * 10**9),
        "first_ms": ("text",),
        "samples": (0.5,),
    },
    "face": {
        "quality": ("text",),
        "detection_score": (math.inf,),
        "yaw": (b"\0",),
        "time_ms": ("text",),
        "frame_index": (0.5,),
    },
    "crop": {"jpeg": ("text", 10**9)},
}


def forged(path: Path, table: str, column: str, value: object) -> Path:
    """A case with a look at one item, and one column changed in every row."""
    made, _ = make_case(path)
    with made:
        hashes = (FrameHash(0, "0f" * 32, 90),)
        scan = replace(scan_of("x", "y"), facts=replace(FACTS, frame_hashes=hashes))
        made.store_scan(add(made, "a"), scan)
        made.provenance.change(1, {"platform": "x"})
        made.decide(1, Verdict.UNSURE)
        read(made)
    key = derive_key(PASSPHRASE, path.read_bytes()[:SALT_BYTES], CHEAP)
    with closing(connect(path, key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        put(connection, table, column, value)
    return path


def read(case: Case) -> None:
    for pack in case.info().packs:
        case.tracks(pack.pack, pack.pipeline)
    for item in case.items():
        case.item(item.item)


def expect_damage(path: Path) -> None:
    with pytest.raises(CaseDamagedError) as damage, open_case(path) as case:
        read(case)
    assert damage.value.path == str(path)


@pytest.mark.parametrize("table", ["track", "face"])
@pytest.mark.parametrize("kind", EMBEDDINGS)
def test_an_embedding_that_is_none_is_damage(path: Path, table: str, kind: str) -> None:
    expect_damage(forged(path, table, "embedding", EMBEDDINGS[kind]))


@pytest.mark.parametrize("kind", LANDMARKS)
def test_landmarks_that_are_none_are_damage(path: Path, kind: str) -> None:
    expect_damage(forged(path, "face", "landmarks", LANDMARKS[kind]))


@pytest.mark.parametrize("side", ["left", "top", "right", "bottom"])
@pytest.mark.parametrize("kind", NO_SIDE)
def test_a_box_that_is_none_is_damage(path: Path, side: str, kind: str) -> None:
    expect_damage(forged(path, "face", side, NO_SIDE[kind]))


@pytest.mark.parametrize(("side", "value"), [("right", 0.0), ("bottom", 0.2)])
def test_an_empty_box_is_damage(path: Path, side: str, value: float) -> None:
    expect_damage(forged(path, "face", side, value))


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        (table, column, value)
        for table, columns in ODD.items()
        for column, values in columns.items()
        for value in values
    ],
)
def test_values_that_cannot_be_are_damage(
    path: Path, table: str, column: str, value: object
) -> None:
    expect_damage(forged(path, table, column, value))


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE meta SET value = 'neither' WHERE name = 'kind'",
        "UPDATE meta SET value = 'neither' WHERE name = 'media'",
        "DELETE FROM meta WHERE name = 'id'",
    ],
)
def test_a_case_that_does_not_say_what_it_is_is_damage(path: Path, forgery: str) -> None:
    with make_case(path)[0] as case:
        case._db.execute(forgery)
    expect_damage(path)


def test_parts_of_an_embedding_that_are_not_of_one_length_are_damage(case: Case) -> None:
    widths = (DIMENSION // 2,) * 2
    half = embedding_of("x", DIMENSION // 2)
    case.store_scan(add(case, "a"), scan_of("x"))
    put(case._db, "track", "embedding", blob(np.tile(half, 2) / math.sqrt(2)))
    assert len(case.tracks("open", "1", widths)) == 1
    put(case._db, "track", "embedding", blob([*half, *np.zeros(DIMENSION // 2)]))
    assert len(case.tracks("open", "1")) == 1
    with pytest.raises(CaseDamagedError) as damage:
        case.tracks("open", "1", widths)
    assert damage.value.path == str(case.path)


@pytest.mark.parametrize(
    ("table", "column", "value"), [("face", "left", "text"), ("model", "dimension", 15)]
)
def test_a_scan_stored_over_values_that_cannot_be_finds_damage(
    case: Case, table: str, column: str, value: object
) -> None:
    item = add(case, "a")
    case.store_scan(item, scan_of("x"))
    case.decide(item, Verdict.CONFIRM, face=1)
    put(case._db, table, column, value)
    with pytest.raises(CaseDamagedError) as damage:
        case.store_scan(item, scan_of("x"))
    assert damage.value.path == str(case.path)
