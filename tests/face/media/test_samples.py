"""TIFFs of numbers that Pillow does not know are looked at, and not called damaged."""

import io
import struct
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from face.errors import UnreadableMediaError
from face.media.medium import open_media
from face.types import Frame, Reason
from tests.support.formats import tiffs
from tests.support.formats.tiffs import tiff

HEIGHT, WIDTH = 40, 52
GREY = np.indices((HEIGHT, WIDTH)).sum(axis=0) / (HEIGHT + WIDTH)
RGB = np.stack([GREY, GREY[::-1], GREY[:, ::-1]], axis=2)
STRETCHED = (RGB * 255 / np.percentile(RGB, 99.5)).clip(0, 255)
CMYK = np.concatenate([1 - RGB, np.zeros((HEIGHT, WIDTH, 1))], axis=2)


def frames_of(content: bytes) -> list[Frame]:
    medium = open_media(io.BytesIO(content), len(content))
    frames = list(medium.frames())
    assert medium.partly is None
    return frames


def as_light(light: NDArray[Any]) -> NDArray[Any]:
    """Amounts of light as sRGB shows them, in 8 bits."""
    bright = 1.055 * light ** (1 / 2.4) - 0.055
    return np.where(light <= 0.0031308, 12.92 * light, bright) * 255


def is_like(frame: Frame, expected: NDArray[Any], off: float = 1.5) -> bool:
    """Whether no sample of a frame is further off than that."""
    return bool(np.abs(frame.pixels.astype(float) - expected).max() <= off)


@pytest.mark.parametrize("kind", ["f2", "f4", "f8"])
@pytest.mark.parametrize(
    "how",
    [{}, {"packed": True}, {"tile": (16, 32)}, {"is_big": True}, {"rows": 7}, {"order": ">"}],
    ids=str,
)
def test_floating_point_colours_are_shown_as_light(kind: str, how: dict[str, Any]) -> None:
    (frame,) = frames_of(tiff(RGB.astype(kind), **how))
    assert is_like(frame, as_light(RGB))


@pytest.mark.parametrize("packed", [False, True])
def test_planes_are_put_together(packed: bool) -> None:
    how: dict[str, Any] = {"planes": True, "rows": 9, "packed": packed}
    (frame,) = frames_of(tiff(RGB.astype("f4"), **how))
    assert is_like(frame, as_light(RGB))
    (frame,) = frames_of(tiff((RGB * 65535).astype("u2"), **how))
    assert is_like(frame, RGB * 255)


def test_the_brightest_light_is_white_and_what_is_no_number_is_black() -> None:
    light = RGB * 40
    light[0, 0] = np.nan
    (frame,) = frames_of(tiff(light.astype("f4")))
    assert frame.pixels[0, 0].max() == 0
    assert frame.pixels.max() == 255
    assert 100 < frame.pixels.mean() < 200


@pytest.mark.parametrize("kind", ["u4", "i2", "i4", "u8"])
def test_numbers_without_a_white_are_stretched(kind: str) -> None:
    most = np.iinfo(kind).max // 4
    (frame,) = frames_of(tiff((RGB * most).astype(kind)))
    assert is_like(frame, STRETCHED)


@pytest.mark.parametrize(("kind", "scale"), [("f4", 1), ("u2", 65_535)])
def test_several_inks_make_a_picture(kind: str, scale: int) -> None:
    six = np.concatenate([CMYK, CMYK[:, :, :2]], axis=2)
    (frame,) = frames_of(tiff((six * scale).astype(kind), photometric=tiffs.INKS))
    assert is_like(frame, RGB * 255)
    unknown: dict[str, Any] = {"photometric": tiffs.INKS, "more": [(332, 2)]}
    (frame,) = frames_of(tiff((six[:, :, :3] * scale).astype(kind), **unknown))
    assert is_like(frame, np.prod(RGB, axis=2)[:, :, None] * 255)


def test_all_pages_are_looked_at() -> None:
    first, second = frames_of(tiff(RGB.astype("f4"), RGB[::-1].astype("f4")))
    assert is_like(first, as_light(RGB))
    assert is_like(second, as_light(RGB[::-1]))
    assert (first.index, second.index) == (0, 1)


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("tile", [None, (16, 32)])
@pytest.mark.parametrize(("kind", "predictor"), [("f4", 3), ("f8", 3), ("f4", 2), ("i2", 2)])
def test_differences_between_neighbours_are_undone(
    kind: str, predictor: int, tile: tuple[int, int] | None, order: str
) -> None:
    scale = 1 if kind.startswith("f") else 32_767
    how: dict[str, Any] = {"predictor": predictor, "order": order, "tile": tile, "packed": True}
    (frame,) = frames_of(tiff((RGB * scale).astype(kind), **how))
    assert is_like(frame, as_light(RGB) if scale == 1 else STRETCHED)


@pytest.mark.parametrize("packed", [False, True])
def test_one_that_breaks_off_is_looked_at_in_part_or_damaged(packed: bool) -> None:
    whole = tiff(RGB.astype("f4"), rows=4, packed=packed)
    middle = len(whole) // 2
    content = whole[:middle] + bytes(400) + whole[middle + 400 :]
    if packed:
        with pytest.raises(UnreadableMediaError) as caught:
            frames_of(content)
        assert caught.value.reason is Reason.DAMAGED
        return
    (frame,) = frames_of(content)  # nobody can tell: there are bytes for every sample
    assert is_like(Frame(frame.pixels[:4]), as_light(RGB)[:4])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (tiff(RGB.astype("f4")).replace(struct.pack("<HH", 273, 4), b"\xe7\3\4\0"), Reason.DAMAGED),
        (
            tiff((RGB * 32_767).astype("i2"), more=[(258, 12)]),
            Reason.PICTURE_FORMAT,
        ),
        (tiff((RGB * 65_535).astype("u2"), photometric=tiffs.LAB), Reason.PICTURE_FORMAT),
        (tiff(RGB.astype("f4"))[:6], Reason.DAMAGED),
    ],
    ids=["no strips", "12 bits", "Lab", "cut"],
)
def test_what_cannot_be_made_of_it_is_said(content: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        frames_of(content)
    assert caught.value.reason is reason


def test_a_picture_of_many_samples_is_too_large_before_it_is_unpacked() -> None:
    content = tiff(RGB.astype("f4"), packed=True)
    for tag, side in ((256, WIDTH), (257, HEIGHT)):
        old = struct.pack("<HHII", tag, 4, 1, side)
        content = content.replace(old, struct.pack("<HHII", tag, 4, 1, 20_000))
    with pytest.raises(UnreadableMediaError) as caught:
        frames_of(content)
    assert caught.value.reason is Reason.TOO_LARGE
