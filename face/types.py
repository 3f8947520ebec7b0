"""The data that the face package returns."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
"""An array of float32 of any shape."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom of a face, as fractions (0..1) of a picture's width and height."""

Pixels: TypeAlias = NDArray[np.uint8]
"""A picture: RGB, height x width x 3, uint8."""

_HEX_DIGITS = frozenset("0123456789abcdef")

Embedding: TypeAlias = NDArray[np.float32]
"""A face as a vector of unit length, with a part for each recogniser; all parts have one length."""


def with_equal_parts(vector: Embedding, widths: tuple[int, ...]) -> Embedding:
    """Scale all parts of a vector to the same length, and the whole to length 1."""
    parts = np.split(np.asarray(vector, np.float32), np.cumsum(widths)[:-1])
    lengths = [max(float(np.linalg.norm(part)), 1e-12) for part in parts]
    even = [part / length for part, length in zip(parts, lengths, strict=True)]
    return np.asarray(np.concatenate(even) / np.sqrt(len(parts)), np.float32)


class Reason(StrEnum):
    """The reason why an item, or a part of it, could not be checked."""

    NOT_MEDIA = "not-media"
    PICTURE_FORMAT = "picture-format"
    OTHER_FORMAT = "other-format"
    EMPTY = "empty"
    DAMAGED = "damaged"
    TRUNCATED = "truncated"
    TOO_LARGE = "too-large"
    TOO_LONG = "too-long"
    MORE_INSIDE = "more-inside"
    NO_VIDEO = "no-video"
    ENCRYPTED = "encrypted"
    UNREADABLE_FILE = "unreadable-file"
    CHANGED = "changed"
    GONE = "gone"
    LINK = "link"
    LOCKED = "locked"
    TOO_DEEP = "too-deep"
    NOT_IN_EXPORT = "not-in-export"
    OVER_EXPORT_LIMIT = "over-export-limit"
    UNAVAILABLE = "unavailable"
    NOT_UNDERSTOOD = "not-understood"
    LINK_ONLY = "link-only"
    DECODER_DIED = "decoder-died"
    DECODER_TIMEOUT = "decoder-timeout"
    DECODER_MEMORY = "decoder-memory"
    DECODER_LIED = "decoder-lied"
    OTHER_PACK = "other-pack"
    UNEXPECTED = "unexpected-error"
    UNKNOWN_PACKING = "unknown-packing"
    ONE_OF_SEVERAL = "one-of-several"
    PART_MISSING = "part-missing"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One still picture: a photo, one frame of an animation, or one sampled frame of a video.

    Attributes:
        pixels: Upright (EXIF orientation applied), in sRGB.
        index: 0-based number of the frame in the medium.
        time_ms: Presentation time; 0 for a photo.
        shot: 0-based number of the shot (continuous camera take) it belongs to.
    """

    pixels: Pixels
    index: int = 0
    time_ms: int = 0
    shot: int = 0


@dataclass(frozen=True, slots=True)
class Traits:
    """Measured traits of a face, on which its quality and the photo feedback depend.

    Attributes:
        size_px: Shorter side of the face box in pixels of the frame.
        sharpness: 0 (blurred) to 1 (sharp).
        brightness: Of the face, 0 (black) to 1 (white).
        yaw: -1 (turned to its right) to 1 (to its left); 0 is frontal.
        roll: Degrees, -180 to 180; 0 is upright.
    """

    size_px: float
    sharpness: float
    brightness: float
    yaw: float
    roll: float


LANDMARKS = 5
"""Number of landmarks of a face: the eyes, the nose tip and the corners of the mouth."""


def is_box(left: float, top: float, right: float, bottom: float) -> bool:
    """Tell whether these are the sides of a box that lies in the picture."""
    return 0 <= left < right <= 1 and 0 <= top < bottom <= 1


def are_near_picture(landmarks: Floats) -> bool:
    """Tell whether all landmarks are numbers, on the picture or a little outside of it.

    The corner of a mouth can lie outside where the picture cuts the face.
    """
    return bool(landmarks.min() >= -1 and landmarks.max() <= 2)  # NaN is neither


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face found in one frame.

    Attributes:
        box: Left, top, right, bottom as fractions (0..1) of the frame's width and height.
        landmarks: 5 x 2 float32, fractions of width and height: the eyes, the nose tip and the
            mouth corners, each pair with the one on the picture's left (of an upright face) first.
        detection_score: 0..1.
        quality: How far the embedding can be trusted, 0..1.
        traits: The measured traits of the face.
        embedding: float32, unit length.
    """

    box: Box
    landmarks: NDArray[np.float32]
    detection_score: float
    quality: float
    traits: Traits
    embedding: Embedding


class FaceFinder(Protocol):
    """A face engine, as its callers see it."""

    @property
    def pack(self) -> str:
        """The name of the model pack."""

    @property
    def pipeline(self) -> str:
        """The text of the pipeline."""

    @property
    def widths(self) -> tuple[int, ...]:
        """Numbers in each part of an embedding, one part for each recogniser."""

    @property
    def same_face(self) -> float:
        """Cosine from which two faces nearby in one shot are taken for one."""

    def find_faces(self, frame: Pixels) -> list[Face]:
        """Find all faces of an RGB picture."""


@dataclass(frozen=True, slots=True, eq=False)
class SeenFace:
    """A face with its frame and time, and a small picture of it (JPEG, tight crop) or None."""

    face: Face
    frame_index: int
    time_ms: int
    crop: bytes | None


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """One face followed through one shot; in a still picture each face is a track of its own.

    Attributes:
        first_ms, last_ms: The interval in which it was seen.
        samples: In how many sampled frames it was seen.
        embedding: Unit length: the quality-weighted mean over the best samples.
        faces: The best samples, best first, at least 1.
    """

    first_ms: int
    last_ms: int
    samples: int
    embedding: Embedding
    faces: tuple[SeenFace, ...]


def is_pdq(text: str) -> bool:
    """Tell whether a text is a PDQ hash: 64 lowercase hex digits."""
    return len(text) == 64 and set(text) <= _HEX_DIGITS


@dataclass(frozen=True, slots=True)
class FrameHash:
    """The perceptual hash of one frame of a video.

    Attributes:
        time_ms: Presentation time.
        pdq: 64 lowercase hex digits.
        quality: 0..100.
    """

    time_ms: int
    pdq: str
    quality: int


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """Facts about a decoded medium.

    Attributes:
        mime: Sniffed from the bytes.
        width, height: Pixels, as shown (orientation applied).
        duration_ms: None for a still picture.
        frames: Number of frames in which faces were searched.
        pdq: PDQ hash of the picture (64 lowercase hex digits), or None for a video.
        pdq_quality: 0..100, or None.
        frame_hashes: Hashes of a video or an animation, one for each second (vPDQ), in order.
    """

    mime: str
    width: int
    height: int
    duration_ms: int | None
    frames: int
    pdq: str | None
    pdq_quality: int | None
    frame_hashes: tuple[FrameHash, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """The result of scanning one item.

    Attributes:
        pack: Name of the model pack.
        pipeline: Version of detector + alignment + recogniser + their settings.
        partly: Why a part could not be scanned (a truncated file, a limit), or None.
    """

    pack: str
    pipeline: str
    facts: MediaFacts
    tracks: tuple[Track, ...]
    partly: Reason | None = None
