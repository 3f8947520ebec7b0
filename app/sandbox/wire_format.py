"""What a child found, as plain records: made in the child, checked in the program.

The child has just decoded hostile media, so nothing that it says is taken on trust: every value
is named `untrusted` until its type, range, length and shape have been checked.
"""

import math
import struct
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.sandbox.errors import BrokenProtocolError
from app.sandbox.jpeg import is_plain
from face.media.limits import FRAMES_OF_A_PART, MAX_FRAME_HASHES
from face.media.limits import MAX_PARTS as MAX_FILE_PARTS
from face.types import (
    LANDMARKS,
    Face,
    FrameHash,
    MediaFacts,
    Reason,
    SeenFace,
    Track,
    Traits,
    are_near_picture,
    is_box,
    is_pdq,
)

Untrusted: TypeAlias = Mapping[str, Any]

MAX_MS = 30 * 24 * 3600 * 1000
MAX_FRAMES = (MAX_FILE_PARTS + 1) * FRAMES_OF_A_PART
MAX_SIDE = 1_000_000
MAX_FACES = 16
"""Greatest number of best faces in a track."""

MAX_PARTS = 8
MAX_WIDTH = 4096
"""Greatest number of values in one part of an embedding; each recogniser has its part."""

_FLOAT = np.dtype("<f4")
_HASH = struct.Struct("<IB32s")
"""A frame hash: time, quality, PDQ."""
_LENGTH_ERROR = 1e-3
_MIME_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.+-")

CHILD_REASONS = frozenset(Reason) - {Reason.DECODER_TIMEOUT, Reason.DECODER_LIED}
"""Reasons that a child may give; the parent finds the others itself."""


def track_record(track: Track) -> dict[str, object]:
    """Return a track as values that msgpack knows."""
    return {
        "first_ms": track.first_ms,
        "last_ms": track.last_ms,
        "samples": track.samples,
        "embedding": track.embedding.astype(_FLOAT).tobytes(),
        "faces": [_seen_record(seen) for seen in track.faces],
    }


def _seen_record(seen: SeenFace) -> dict[str, object]:
    face, traits = seen.face, seen.face.traits
    return {
        "box": [float(value) for value in face.box],
        "landmarks": face.landmarks.astype(_FLOAT).tobytes(),
        "score": float(face.detection_score),
        "quality": float(face.quality),
        "traits": [
            float(value)
            for value in (
                traits.size_px,
                traits.sharpness,
                traits.brightness,
                traits.yaw,
                traits.roll,
            )
        ],
        "embedding": face.embedding.astype(_FLOAT).tobytes(),
        "frame": seen.frame_index,
        "time_ms": seen.time_ms,
        "crop": seen.crop,
    }


def facts_record(facts: MediaFacts) -> dict[str, object]:
    """Return facts about a medium as values that msgpack knows."""
    hashes = (
        _HASH.pack(each.time_ms, each.quality, bytes.fromhex(each.pdq))
        for each in facts.frame_hashes
    )
    said = {name: getattr(facts, name) for name in MediaFacts.__slots__}
    return {**said, "frame_hashes": b"".join(hashes)}


def track(untrusted: Untrusted, widths: tuple[int, ...]) -> Track:
    """Check one track.

    Args:
        widths: Number of values in each part of an embedding.

    Raises:
        BrokenProtocolError: With the name of the wrong value.
    """
    first = _integer(untrusted, "first_ms", 0, MAX_MS)
    untrusted_faces = untrusted.get("faces")
    if not isinstance(untrusted_faces, list) or not 1 <= len(untrusted_faces) <= MAX_FACES:
        raise BrokenProtocolError("faces")
    return Track(
        first_ms=first,
        last_ms=_integer(untrusted, "last_ms", first, MAX_MS),
        samples=_integer(untrusted, "samples", 1, MAX_FRAMES),
        embedding=_embedding(untrusted, widths),
        faces=tuple(_seen(seen, widths) for seen in untrusted_faces),
    )


def _seen(untrusted: object, widths: tuple[int, ...]) -> SeenFace:
    if not isinstance(untrusted, dict):
        raise BrokenProtocolError("face")
    untrusted_crop = untrusted.get("crop")
    if untrusted_crop is not None and not (
        isinstance(untrusted_crop, bytes) and is_plain(untrusted_crop)
    ):
        raise BrokenProtocolError("crop")
    return SeenFace(
        face=_face(untrusted, widths),
        frame_index=_integer(untrusted, "frame", 0, MAX_FRAMES),
        time_ms=_integer(untrusted, "time_ms", 0, MAX_MS),
        crop=untrusted_crop,
    )


def _face(untrusted: Untrusted, widths: tuple[int, ...]) -> Face:
    left, top, right, bottom = _numbers(untrusted, "box", [(0.0, 1.0)] * 4)
    if not is_box(left, top, right, bottom):
        raise BrokenProtocolError("box")
    (score,) = _numbers({"score": [untrusted.get("score")]}, "score", [(0.0, 1.0)])
    (quality,) = _numbers({"quality": [untrusted.get("quality")]}, "quality", [(0.0, 1.0)])
    ranges = [(0.0, float(MAX_SIDE)), (0.0, 1.0), (0.0, 1.0), (-1.0, 1.0), (-180.0, 180.0)]
    landmarks = _vector(untrusted, "landmarks", LANDMARKS * 2).reshape(LANDMARKS, 2)
    if not are_near_picture(landmarks):
        raise BrokenProtocolError("landmarks")
    return Face(
        box=(left, top, right, bottom),
        landmarks=landmarks,
        detection_score=score,
        quality=quality,
        traits=Traits(*_numbers(untrusted, "traits", ranges)),
        embedding=_embedding(untrusted, widths),
    )


def facts(untrusted: Untrusted) -> MediaFacts:
    """Check the facts about a medium.

    Raises:
        BrokenProtocolError: With the name of the wrong value.
    """
    return MediaFacts(
        mime=_mime(untrusted.get("mime")),
        width=_integer(untrusted, "width", 1, MAX_SIDE),
        height=_integer(untrusted, "height", 1, MAX_SIDE),
        duration_ms=_optional(untrusted, "duration_ms", MAX_MS),
        frames=_integer(untrusted, "frames", 0, MAX_FRAMES),
        pdq=_pdq(untrusted.get("pdq")),
        pdq_quality=_optional(untrusted, "pdq_quality", 100),
        frame_hashes=_frame_hashes(untrusted.get("frame_hashes")),
    )


def _frame_hashes(untrusted: object) -> tuple[FrameHash, ...]:
    """Check frame hashes: any 32 bytes are a hash, but the times have to increase."""
    if not isinstance(untrusted, bytes) or len(untrusted) % _HASH.size:
        raise BrokenProtocolError("frame_hashes")
    hashes = tuple(
        FrameHash(integer(time_ms, 0, MAX_MS), pdq.hex(), integer(quality, 0, 100))
        for time_ms, quality, pdq in _HASH.iter_unpack(untrusted)
    )
    times = [each.time_ms for each in hashes]
    if len(times) > MAX_FRAME_HASHES or any(a >= b for a, b in pairwise(times)):
        raise BrokenProtocolError("frame_hashes")
    return hashes


def reason(untrusted: object) -> Reason:
    """Check the reason why something could not be scanned."""
    if not isinstance(untrusted, str) or untrusted not in CHILD_REASONS:
        raise BrokenProtocolError("reason")
    return Reason(untrusted)


def text(untrusted: object, longest: int = 200) -> str:
    """Check a text; return it without characters that cannot be printed in one line."""
    if not isinstance(untrusted, str) or len(untrusted) > longest:
        raise BrokenProtocolError("text")
    return "".join(letter for letter in untrusted if letter.isprintable())


def integer(untrusted: object, low: int, high: int, name: str = "") -> int:
    """Check a whole number; a bool is none."""
    if type(untrusted) is not int or not low <= untrusted <= high:
        raise BrokenProtocolError(name)
    return untrusted


def widths(untrusted: object) -> tuple[int, ...]:
    """Check the number of values in each part of an embedding."""
    if not isinstance(untrusted, list) or not 1 <= len(untrusted) <= MAX_PARTS:
        raise BrokenProtocolError("widths")
    return tuple(integer(each, 1, MAX_WIDTH, "widths") for each in untrusted)


def _integer(untrusted: Untrusted, name: str, low: int, high: int) -> int:
    return integer(untrusted.get(name), low, high, name)


def _optional(untrusted: Untrusted, name: str, high: int) -> int | None:
    return None if untrusted.get(name) is None else _integer(untrusted, name, 0, high)


def _numbers(
    untrusted: Untrusted, name: str, ranges: list[tuple[float, float]]
) -> tuple[float, ...]:
    untrusted_list = untrusted.get(name)
    if not isinstance(untrusted_list, list) or len(untrusted_list) != len(ranges):
        raise BrokenProtocolError(name)
    for untrusted_value, (low, high) in zip(untrusted_list, ranges, strict=True):
        # NaN is in no range.
        if type(untrusted_value) is not float or not low <= untrusted_value <= high:
            raise BrokenProtocolError(name)
    return tuple(untrusted_list)


def _vector(untrusted: Untrusted, name: str, size: int) -> NDArray[np.float32]:
    untrusted_bytes = untrusted.get(name)
    if not isinstance(untrusted_bytes, bytes) or len(untrusted_bytes) != size * _FLOAT.itemsize:
        raise BrokenProtocolError(name)
    vector = np.frombuffer(untrusted_bytes, _FLOAT).astype(np.float32)
    if not np.isfinite(vector).all():
        raise BrokenProtocolError(name)
    return vector


def _embedding(untrusted: Untrusted, widths: tuple[int, ...]) -> NDArray[np.float32]:
    """Check that each part has the same length: uneven ones would outscore honest vectors."""
    vector = _vector(untrusted, "embedding", sum(widths))
    for part in np.split(vector.astype(np.float64), np.cumsum(widths)[:-1]):
        length = float(np.linalg.norm(part)) * math.sqrt(len(widths))
        if not math.isclose(length, 1.0, abs_tol=_LENGTH_ERROR):
            raise BrokenProtocolError("embedding")
    return vector


def _mime(untrusted: object) -> str:
    kind, slash, name = untrusted.partition("/") if isinstance(untrusted, str) else ("", "", "")
    if kind not in ("image", "video") or not slash or not 1 <= len(name) <= 40:
        raise BrokenProtocolError("mime")
    if not set(name) <= _MIME_LETTERS:
        raise BrokenProtocolError("mime")
    return f"{kind}/{name}"


def _pdq(untrusted: object) -> str | None:
    if untrusted is None:
        return None
    if not isinstance(untrusted, str) or not is_pdq(untrusted):
        raise BrokenProtocolError("pdq")
    return untrusted
