"""TIFFs of numbers that Pillow does not know are looked at, and not called damaged."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray

from face.errors import UnreadableMediaError
from face.media.medium import open_media
from face.types import Frame, Reason

HEIGHT, WIDTH = 40, 52
GREY = np.indices((HEIGHT, WIDTH)).sum(axis=0) / (HEIGHT + WIDTH)
RGB = np.stack([GREY, GREY[::-1], GREY[:, ::-1]], axis=2)
STRETCHED = (RGB * 255 / np.percentile(RGB, 99.5)).clip(0, 255)
CMYK = np.concatenate([1 - RGB, np.zeros((HEIGHT, WIDTH, 1))], axis=2)


def _frames(content: bytes) -> list[Frame]:
    medium = open_media(io.BytesIO(content), len(content))
    frames = list(medium.frames())
    assert medium.partly is None
    return frames


def _tiff(pixels: NDArray[Any], **how: Any) -> bytes:
    made = io.BytesIO()
    tifffile.imwrite(made, pixels, **how)
    return made.getvalue()


def _shown(light: NDArray[Any]) -> NDArray[Any]:
    """Amounts of light as sRGB shows them, in 8 bits."""
    bright = 1.055 * light ** (1 / 2.4) - 0.055
    return np.where(light <= 0.0031308, 12.92 * light, bright) * 255


def _is_like(frame: Frame, expected: NDArray[Any], off: float = 1.5) -> bool:
    return bool(np.abs(frame.pixels.astype(float) - expected).max() <= off)


@pytest.mark.parametrize("kind", ["<f2", "<f4", "<f8", ">f4"])
@pytest.mark.parametrize(
    "how",
    [{}, {"compression": "zlib"}, {"tile": (16, 32)}, {"bigtiff": True}, {"rowsperstrip": 7}],
    ids=str,
)
def test_floating_point_colours_are_shown_as_light(kind: str, how: dict[str, Any]) -> None:
    content = _tiff(RGB.astype(kind), photometric="rgb", byteorder=kind[0], **how)
    (frame,) = _frames(content)
    assert _is_like(frame, _shown(RGB))


def test_planes_are_put_together() -> None:
    planes = np.moveaxis(RGB, 2, 0)
    how = {"photometric": "rgb", "planarconfig": "separate", "rowsperstrip": 9}
    (frame,) = _frames(_tiff(planes.astype("f4"), **how))
    assert _is_like(frame, _shown(RGB))
    (frame,) = _frames(_tiff((planes * 65535).astype("u2"), **how))
    assert _is_like(frame, RGB * 255)


def test_the_brightest_light_is_white_and_what_is_no_number_is_black() -> None:
    light = RGB * 40
    light[0, 0] = np.nan
    (frame,) = _frames(_tiff(light.astype("f4"), photometric="rgb"))
    assert frame.pixels[0, 0].max() == 0
    assert frame.pixels.max() == 255
    assert 100 < frame.pixels.mean() < 200


@pytest.mark.parametrize("kind", ["u4", "i2", "i4", "u8"])
def test_numbers_without_a_white_are_stretched(kind: str) -> None:
    most = np.iinfo(kind).max // 4
    (frame,) = _frames(_tiff((RGB * most).astype(kind), photometric="rgb"))
    assert _is_like(frame, STRETCHED)


@pytest.mark.parametrize("kind", ["f4", "u2"])
def test_several_inks_make_a_picture(kind: str) -> None:
    inks = np.concatenate([CMYK, CMYK[:, :, :2]], axis=2)
    scale = 1 if kind == "f4" else 65535
    (frame,) = _frames(_tiff((inks * scale).astype(kind), photometric="separated"))
    assert _is_like(frame, RGB * 255)
    how = {"photometric": "separated", "extratags": [(332, 3, 1, 2, True)]}
    (frame,) = _frames(_tiff((CMYK * scale).astype(kind), **how))
    if kind == "f4":  # of 16 bits Pillow shows four inks as CMYK
        assert _is_like(frame, np.prod(RGB, axis=2)[:, :, None] * 255)


def test_all_pages_are_looked_at() -> None:
    content = _tiff(np.stack([RGB, RGB[::-1]]).astype("f4"), photometric="rgb")
    first, second = _frames(content)
    assert _is_like(first, _shown(RGB))
    assert _is_like(second, _shown(RGB[::-1]))
    assert (first.index, second.index) == (0, 1)


def _predicted(pixels: NDArray[Any], predictor: int, order: str) -> bytes:
    """A TIFF of one strip whose rows are differences (2), or differences of bytes (3)."""
    height, width, samples = pixels.shape
    unit = pixels.dtype.itemsize
    if predictor == 2:
        whole = pixels.view(f"u{unit}")
        first = np.zeros((height, 1, samples), whole.dtype)
        rows = np.diff(whole, axis=1, prepend=first).astype(f"{order}u{unit}").tobytes()
    else:
        parted = pixels.astype(f">f{unit}").reshape(height, -1).view(np.uint8)
        planes = np.moveaxis(parted.reshape(height, -1, unit), 2, 1).reshape(height, -1, samples)
        first = np.zeros((height, 1, samples), np.uint8)
        rows = np.diff(planes, axis=1, prepend=first).astype(np.uint8).tobytes()
    packed = zlib.compress(rows)
    kind = {"u": 1, "i": 2, "f": 3}[pixels.dtype.kind]
    numbers = [(256, width), (257, height), (258, 8 * unit), (259, 8), (262, 2), (273, 200)]
    numbers += [(277, samples), (278, height), (279, len(packed)), (317, predictor), (339, kind)]
    made = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, len(numbers))
    for tag, number in numbers:
        made += struct.pack(f"{order}HHII", tag, 4, 1, number)
    return made.ljust(200, b"\0") + packed


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize(("kind", "predictor"), [("f4", 3), ("f8", 3), ("f4", 2), ("i2", 2)])
def test_differences_between_neighbours_are_undone(kind: str, predictor: int, order: str) -> None:
    scale = 1 if kind.startswith("f") else 32767
    (frame,) = _frames(_predicted((RGB * scale).astype(kind), predictor, order))
    assert _is_like(frame, _shown(RGB) if scale == 1 else STRETCHED)


@pytest.mark.parametrize("kept", [0.2, 0.7])
def test_one_that_breaks_off_is_looked_at_in_part(kept: float) -> None:
    whole = _tiff(RGB.astype("f4"), photometric="rgb", rowsperstrip=4, metadata=None)
    content = whole[: int(len(whole) * kept)]
    medium = open_media(io.BytesIO(content), len(content))
    (frame,) = medium.frames()
    assert medium.partly is Reason.TRUNCATED
    assert np.abs(frame.pixels[:4] - _shown(RGB)[:4]).max() <= 1.5


@pytest.mark.parametrize("kept", [0.2, 0.7])
def test_a_packed_one_that_breaks_off_is_damaged(kept: float) -> None:
    whole = _tiff(RGB.astype("f4"), photometric="rgb", compression="zlib")
    content = whole[: int(len(whole) * kept)]
    with pytest.raises(UnreadableMediaError) as caught:
        list(open_media(io.BytesIO(content), len(content)).frames())
    assert caught.value.reason in {Reason.DAMAGED, Reason.TRUNCATED}


def _no_strips(content: bytes) -> bytes:
    return content.replace(struct.pack("<HH", 273, 4), struct.pack("<HH", 999, 4))


def _of_twelve_bits(content: bytes) -> bytes:
    return _predicted((RGB * 32767).astype("i2"), 2, "<").replace(
        struct.pack("<HHII", 258, 4, 1, 16), struct.pack("<HHII", 258, 4, 1, 12)
    )


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (_no_strips, {Reason.DAMAGED}),
        (_of_twelve_bits, {Reason.PICTURE_FORMAT}),
        (lambda content: content[:6], {Reason.DAMAGED, Reason.TRUNCATED}),
    ],
)
def test_what_cannot_be_made_of_it_is_said(
    change: Callable[[bytes], bytes], reasons: set[Reason]
) -> None:
    content = change(_tiff(RGB.astype("f4"), photometric="rgb", metadata=None))
    with pytest.raises(UnreadableMediaError) as caught:
        list(open_media(io.BytesIO(content), len(content)).frames())
    assert caught.value.reason in reasons


def test_a_picture_of_many_samples_is_too_large_before_it_is_unpacked() -> None:
    content = _predicted((RGB * 32767).astype("i2"), 2, "<")
    for tag in (256, 257):
        old = struct.pack("<HHI", tag, 4, 1)
        at = content.index(old) + len(old)
        content = content[:at] + struct.pack("<I", 20_000) + content[at + 4 :]
    with pytest.raises(UnreadableMediaError) as caught:
        list(open_media(io.BytesIO(content), len(content)).frames())
    assert caught.value.reason is Reason.TOO_LARGE
