"""The data that a case takes in and gives out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from face.types import Face, FrameHash, Reason
from storage.hashes import Hashes

FieldValue: TypeAlias = str | int
"""The value of a field of a `Source`: text, or a number."""


class CaseKind(StrEnum):
    """Whether a file is a case or a check copy of one."""

    CASE = "case"
    CHECK_COPY = "check-copy"


class KeptMedia(StrEnum):
    """What a case keeps of the media themselves: nothing, or the original bytes."""

    NONE = "none"
    ORIGINALS = "originals"


class ItemState(StrEnum):
    """How far the check of an item has come."""

    PENDING = "pending"
    DONE = "done"
    NO_FACE = "no-face"
    UNCHECKED = "unchecked"


class Verdict(StrEnum):
    """What a person decided about an item or a face."""

    CONFIRM = "confirm"
    REJECT = "reject"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Source:
    """Where content was seen. A field that is None is unknown.

    Attributes:
        path: As the person gave it; any string, valid Unicode or not.
        mtime_ns: When the file was last changed, in nanoseconds since 1970.
        acquired_at_utc, acquired_at_local: ISO 8601, the latter with its offset.
        tz: Name of the time zone of acquired_at_local.
        role: Who took the content in first.
        message_time_unix: Seconds since 1970.
        personal_data: What was published with the content: a name, a school, a number, an account.
    """

    path: str
    filename: str
    mtime_ns: int | None = None
    acquired_at_utc: str | None = None
    acquired_at_local: str | None = None
    tz: str | None = None
    role: str | None = None
    how_obtained: str | None = None
    platform: str | None = None
    room_title: str | None = None
    room_type: str | None = None
    room_id: str | None = None
    room_link: str | None = None
    message_id: str | None = None
    message_time_unix: int | None = None
    sender_display: str | None = None
    sender_id: str | None = None
    sender_username: str | None = None
    forwarded_from: str | None = None
    url: str | None = None
    post_title: str | None = None
    search_keywords: str | None = None
    personal_data: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody stated of an item after it was taken in. It is never changed.

    Attributes:
        number: Of all statements in the case.
        source: The row of the place that it is about; None for the item itself.
        field: A name in `storage.sources.STATED_COLUMNS`, or "operation" or "parent_sha256".
        value: None takes what was said back.
        corrects: The number of the statement that it corrects; None where it corrects what was
            said, or not said, when the content was taken in.
        role: Who states it; empty when unknown.
    """

    number: int
    item: int
    source: int | None
    field: str
    value: FieldValue | None
    corrects: int | None
    role: str
    at_utc: str
    at_local: str
    tz: str


@dataclass(frozen=True, slots=True)
class NewContent:
    """A content that was read and is to be added.

    Attributes:
        size: Bytes.
        instead_of: Another path for which there may be a placeholder of this content, or None.
    """

    hashes: Hashes
    size: int
    source: Source
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class AddedItem:
    """The item of content that was added, and whether that item is new."""

    item: int
    new_item: bool


@dataclass(frozen=True, slots=True)
class Item:
    """An item as a list shows it. All but item, state, reason and detail is None in a check copy.

    Attributes:
        name: File name of the first source.
        reason: Why the item, or (in state done or no-face) a part of it, could not be checked.
        detail: More about the reason: a number, a limit.
    """

    item: int
    name: str | None
    sha256: str | None
    size: int | None
    mime: str | None
    state: ItemState
    reason: Reason | None
    detail: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class StoredFace:
    """A face of an item, with its number. `crop` is a JPEG, or None where none is kept."""

    number: int
    track: int
    face: Face
    frame_index: int
    time_ms: int
    crop: bytes | None


@dataclass(frozen=True, slots=True)
class StoredTrack:
    """A track of an item, without its embedding. `face` is the number of the track's best face."""

    number: int
    face: int
    first_ms: int
    last_ms: int
    samples: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about one item (face is None) or one face of it.

    Attributes:
        person: Number of the person about whom it was made: whether it is this person's face.
        number: Of all decisions in the case.
    """

    item: int
    face: int | None
    verdict: Verdict
    role: str
    at_utc: str
    at_local: str
    tz: str
    person: int = 1
    number: int = 0


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """Everything known of one item.

    Attributes:
        sha512, md5, sha1: Lowercase hex.
        detail: What the decoder reported beside the reason.
        pack, pipeline: The model pack and pipeline that scanned the item, or None.
        original_kept: Whether the original bytes are in the case.
        parent_sha256, operation: For a derivative, what it was made from, and how.
        sources: What is known of its places now; the first one describes the item.
        decisions: The latest of each person about the item and each of its faces.
        frame_hashes: Perceptual hashes of a video or an animation, in order of time.
        statements: Everything that was stated since the item was taken in, oldest first.
        places: The row of each place, in the order of `sources`; a statement names one of them, or
            one of a placeholder that the item was.
    """

    item: Item
    sha512: str | None
    md5: str | None
    sha1: str | None
    width: int | None
    height: int | None
    duration_ms: int | None
    frames: int | None
    pdq: str | None
    pdq_quality: int | None
    detail: str
    pack: str | None
    pipeline: str | None
    original_kept: bool
    parent_sha256: str | None
    operation: str | None
    sources: tuple[Source, ...]
    tracks: tuple[StoredTrack, ...]
    faces: tuple[StoredFace, ...]
    decisions: tuple[Decision, ...]
    frame_hashes: tuple[FrameHash, ...] = ()
    statements: tuple[Statement, ...] = ()
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class TrackIndex:
    """All tracks of one pack and pipeline as arrays, in the order of their numbers.

    Attributes:
        embeddings: float32 (N, d), C-contiguous, unit length rows.
        item: int32 (N,) item numbers.
        track: int64 (N,) track numbers.

    Everything else about a track is in its ItemDetail, because a million rows are slow to read.
    """

    embeddings: NDArray[np.float32]
    item: NDArray[np.int32]
    track: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.track)


@dataclass(frozen=True, slots=True)
class PackUse:
    """How much of the case one pack and pipeline scanned.

    Attributes:
        dimension: Numbers in an embedding; 0 where no face was found.
    """

    pack: str
    pipeline: str
    items: int
    tracks: int
    dimension: int = 0


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """Settings and counts of a case.

    Attributes:
        id: Random, 32 hex digits.
        origin: In a check copy, the id of the case that it was made from; else None.
        format: Major and minor number of the file format.
        packs: What scanned the items, the one with the most items first.
        items: Number of items in every state.
        custody_entries: Length of the custody log.
        custody_ok: False when the custody log was tampered with.
    """

    id: str
    origin: str | None
    created_utc: str
    kind: CaseKind
    media: KeptMedia
    crops: bool
    format: tuple[int, int]
    packs: tuple[PackUse, ...]
    items: Mapping[ItemState, int]
    faces: int
    tracks: int
    custody_entries: int
    custody_ok: bool
