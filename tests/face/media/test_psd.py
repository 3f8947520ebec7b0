"""The flat picture of a Photoshop file of any depth is looked at."""

import struct

import numpy as np
import pytest
from numpy.typing import NDArray

from face.errors import UnreadableMediaError
from face.types import Reason
from tests.face.media.test_samples import RGB, as_light, is_like
from tests.support.drawn_media import looked_at

HEIGHT, WIDTH = RGB.shape[:2]
DEPTHS = {8: (">u1", 255), 16: (">u2", 65_535), 32: (">f4", 1)}


def photoshop(
    bits: int, *, packed: bool = True, large: bool = False, mode: int = 3, layers: bytes = b""
) -> bytes:
    """A Photoshop file with alpha (four channels)."""
    kind, white = DEPTHS[bits]
    pixels = np.concatenate([RGB, np.ones((HEIGHT, WIDTH, 1))], axis=2) * white
    rows = [row.astype(kind).tobytes() for plane in np.moveaxis(pixels, 2, 0) for row in plane]
    head = b"8BPS" + struct.pack(">H6xHIIHH", 2 if large else 1, 4, HEIGHT, WIDTH, bits, mode)
    length = struct.pack(">Q" if large else ">I", len(layers))
    head += bytes(4) + bytes(4) + length + layers
    if not packed:
        return head + b"\0\0" + b"".join(rows)
    coded = [_pack_bits(row) for row in rows]
    sizes = struct.pack(f">{len(coded)}{'I' if large else 'H'}", *map(len, coded))
    return head + b"\0\1" + sizes + b"".join(coded)


def _pack_bits(row: bytes) -> bytes:
    parts = (row[at : at + 128] for at in range(0, len(row), 128))
    return b"".join(bytes((len(part) - 1,)) + part for part in parts)


def _expected(bits: int) -> NDArray[np.float64]:
    return np.asarray(as_light(RGB) if bits == 32 else RGB * 255)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(("bits", "large"), [(16, False), (32, False), (8, True), (16, True)])
def test_the_flat_picture_of_any_depth_is_looked_at(bits: int, large: bool, packed: bool) -> None:
    frames, medium = looked_at(photoshop(bits, packed=packed, large=large))
    assert medium.mime == "image/vnd.adobe.photoshop"
    assert medium.partly is None
    assert len(frames) == 1
    assert is_like(frames[0], _expected(bits))


@pytest.mark.parametrize(
    "layers", [struct.pack(">IHI", 40, 2, 0) + bytes(60), bytes(8) + b"8BIMLr16"]
)
def test_its_layers_are_said_to_be_left_out(layers: bytes) -> None:
    frames, medium = looked_at(photoshop(16, layers=layers))
    assert medium.partly is Reason.MORE_INSIDE
    assert is_like(frames[0], _expected(16))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (photoshop(16, mode=9), Reason.PICTURE_FORMAT),
        (photoshop(16, mode=4), Reason.PICTURE_FORMAT),
        (photoshop(16)[:40], Reason.TRUNCATED),
        (photoshop(16)[:200], Reason.TRUNCATED),
    ],
)
def test_one_that_cannot_be_shown_is_named(content: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        looked_at(content)
    assert caught.value.reason is reason


def test_one_that_breaks_off_is_looked_at_in_part() -> None:
    content = photoshop(16, packed=False)
    frames, medium = looked_at(content[: len(content) * 2 // 3])
    assert medium.partly is Reason.TRUNCATED
    assert is_like(
        frames[0], np.where(np.arange(HEIGHT)[:, None, None] < 5, RGB * 255, frames[0].pixels)
    )
