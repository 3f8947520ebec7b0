import math
from dataclasses import replace
from typing import Any

import msgpack
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sandbox import wire_format
from app.sandbox.errors import BrokenProtocolError
from face.types import FrameHash, Reason
from tests.support.scans import WIDTHS, scan, small_jpeg, track

TRACK = wire_format.track_record(track(small_jpeg()))
FACTS = wire_format.facts_record(scan(0).facts)


def over_the_pipe(values: dict[str, object]) -> dict[str, Any]:
    unpacked: dict[str, Any] = msgpack.unpackb(msgpack.packb(values))
    return unpacked


def test_a_track_comes_through_unchanged() -> None:
    sent, came = track(small_jpeg()), wire_format.track(over_the_pipe(TRACK), WIDTHS)
    assert (came.first_ms, came.last_ms, came.samples) == (0, 500, 2)
    np.testing.assert_array_equal(came.embedding, sent.embedding)
    (seen,) = came.faces
    assert (seen.frame_index, seen.time_ms, seen.crop) == (3, 250, small_jpeg())
    assert seen.face.box == sent.faces[0].face.box
    assert seen.face.traits == sent.faces[0].face.traits
    np.testing.assert_array_equal(seen.face.landmarks, sent.faces[0].face.landmarks)


def test_facts_come_through_unchanged() -> None:
    assert wire_format.facts(over_the_pipe(FACTS)) == scan(0).facts


def test_how_a_video_looks_comes_through_unchanged() -> None:
    hashes = (FrameHash(0, "0f" * 32, 0), FrameHash(wire_format.MAX_MS, "f0" * 32, 100))
    sent = replace(scan(0).facts, frame_hashes=hashes)
    assert wire_format.facts(over_the_pipe(wire_format.facts_record(sent))) == sent


def packed(*hashes: tuple[int, int]) -> bytes:
    return b"".join(wire_format._HASH.pack(*each, bytes(32)) for each in hashes)


@pytest.mark.parametrize(
    "lie",
    [
        None,
        [],
        "text",
        b"short",
        packed((0, 101)),
        packed((wire_format.MAX_MS + 1, 0)),
        packed((5, 0), (5, 0)),
        packed((5, 0), (4, 0)),
        packed(*((n, 0) for n in range(5001))),
    ],
)
def test_hashes_of_a_video_that_cannot_be_are_refused(lie: object) -> None:
    with pytest.raises(BrokenProtocolError):
        wire_format.facts(over_the_pipe({**FACTS, "frame_hashes": lie}))


def floats(*values: float) -> bytes:
    return np.array(values, "<f4").tobytes()


LIES: list[tuple[str, object]] = [
    ("first_ms", -1),
    ("first_ms", 1.0),
    ("first_ms", True),
    ("first_ms", 501),
    ("last_ms", 1 << 60),
    ("samples", 0),
    ("samples", None),
    ("faces", []),
    ("faces", None),
    ("faces", ["face"]),
    ("faces", TRACK["faces"] * 100),  # type: ignore[operator]
    ("embedding", b""),
    ("embedding", "text"),
    ("embedding", floats(1, 0, 0)),
    ("embedding", floats(1, 0, 0, 0, 0)),
    ("embedding", floats(2, 0, 0, 0)),
    ("embedding", floats(0, 0, 0, 0)),
    ("embedding", floats(math.nan, 0, 0, 0)),
    ("embedding", floats(math.inf, 0, 0, 0)),
    ("embedding", floats(3e38, 3e38, 3e38, 3e38)),
]


@pytest.mark.parametrize(("name", "value"), LIES)
def test_a_track_with_an_impossible_value_is_refused(name: str, value: object) -> None:
    with pytest.raises(BrokenProtocolError):
        wire_format.track(over_the_pipe({**TRACK, name: value}), WIDTHS)


@pytest.mark.parametrize(
    "lie",
    [
        floats(1, 0, 0, 0),
        floats(0.6, 0, 0.8, 0),
        floats(0.5, 0.5, 0.5, -0.6),
        floats(math.nan, 0, 0.7071, 0),
    ],
)
def test_a_vector_with_uneven_parts_is_refused(lie: bytes) -> None:
    with pytest.raises(BrokenProtocolError):
        wire_format.track(over_the_pipe({**TRACK, "embedding": lie}), (2, 2))


def test_a_vector_with_even_parts_is_taken() -> None:
    even = floats(0.5, 0.5, 0.5, -0.5)
    faces = [{**face, "embedding": even} for face in over_the_pipe(TRACK)["faces"]]
    came = wire_format.track(over_the_pipe({**TRACK, "embedding": even, "faces": faces}), (2, 2))
    assert came.embedding.tobytes() == even


@pytest.mark.parametrize("lie", [None, 4, [], [0], [4097], [4.0], [True], "44", [1] * 9])
def test_parts_that_no_embedding_has_are_refused(lie: object) -> None:
    with pytest.raises(BrokenProtocolError):
        wire_format.widths(lie)


FACE_LIES: list[tuple[str, object]] = [
    ("box", [0.0, 0.0, 1.0]),
    ("box", [0.5, 0.0, 0.4, 1.0]),
    ("box", [0.0, 0.0, 1.5, 1.0]),
    ("box", [0.0, 0.0, math.nan, 1.0]),
    ("box", "face"),
    ("landmarks", floats(*[0.5] * 9)),
    ("landmarks", floats(*[0.5] * 9, math.nan)),
    ("landmarks", floats(*[0.5] * 9, 100)),
    ("score", 1.5),
    ("score", math.nan),
    ("score", None),
    ("quality", -0.1),
    ("traits", []),
    ("traits", [1.0, 0.0, 0.0, 0.0, 181.0]),
    ("traits", [math.inf, 0.0, 0.0, 0.0, 0.0]),
    ("frame", -1),
    ("time_ms", "soon"),
    ("crop", b"\xff\xd8\xff\xd9"),
    ("crop", "text"),
    ("crop", small_jpeg(300)),
    ("embedding", floats(0.5, 0, 0, 0)),
]


@pytest.mark.parametrize(("name", "value"), FACE_LIES)
def test_a_face_with_an_impossible_value_is_refused(name: str, value: object) -> None:
    (face,) = over_the_pipe(TRACK)["faces"]
    with pytest.raises(BrokenProtocolError):
        wire_format.track(over_the_pipe({**TRACK, "faces": [{**face, name: value}]}), WIDTHS)


FACT_LIES: list[tuple[str, object]] = [
    ("mime", None),
    ("mime", "text/html"),
    ("mime", "image/"),
    ("mime", "image"),
    ("mime", "image/<b>"),
    ("mime", "image/" + "x" * 100),
    ("width", 0),
    ("height", 1 << 40),
    ("duration_ms", -1),
    ("frames", -1),
    ("pdq", "0F" * 32),
    ("pdq", "0f"),
    ("pdq", 5),
    ("pdq_quality", 101),
]


@pytest.mark.parametrize(("name", "value"), FACT_LIES)
def test_facts_with_an_impossible_value_are_refused(name: str, value: object) -> None:
    with pytest.raises(BrokenProtocolError):
        wire_format.facts(over_the_pipe({**FACTS, name: value}))


@pytest.mark.parametrize("said", [Reason.DECODER_LIED, Reason.DECODER_TIMEOUT, "", "fine", 3, None])
def test_a_reason_that_is_not_the_childs_to_give_is_refused(said: object) -> None:
    with pytest.raises(BrokenProtocolError):
        wire_format.reason(said)


def test_text_is_kept_to_one_printable_line() -> None:
    assert wire_format.text("a\x1b[31m\nb\u202ec") == "a[31mbc"
    with pytest.raises(BrokenProtocolError):
        wire_format.text("x" * 201)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.binary(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


@given(st.sampled_from(sorted(TRACK)), ANYTHING)
def test_whatever_a_track_holds_only_this_error_comes_of_it(name: str, value: object) -> None:
    try:
        wire_format.track({**TRACK, name: value}, WIDTHS)
    except BrokenProtocolError:
        return


@given(st.sampled_from(sorted(FACTS)), ANYTHING)
def test_whatever_the_facts_hold_only_this_error_comes_of_it(name: str, value: object) -> None:
    try:
        wire_format.facts({**FACTS, name: value})
    except BrokenProtocolError:
        return
