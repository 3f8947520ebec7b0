import io
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from face.media import limits
from face.media.colour import upright_pixels
from tests.support.drawn_media import colour, corners, encoded, only_frame, portrait

WHITE_POINT = (0.3127, 0.3290)
P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
"""Primaries of Display P3 (SMPTE EG 432-1 with D65)."""
D50 = np.array([0.9642, 1.0, 0.8249])
BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


def xyz(x: float, y: float) -> "np.ndarray[Any, np.dtype[np.float64]]":
    return np.array([x / y, 1.0, (1 - x - y) / y])


def to_d50() -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Primaries of P3 as XYZ columns, adapted to the D50 of profiles."""
    columns = np.stack([xyz(*p) for p in P3], axis=1)
    scaled = columns * np.linalg.solve(columns, xyz(*WHITE_POINT))
    cones = (BRADFORD @ D50) / (BRADFORD @ xyz(*WHITE_POINT))
    return np.asarray(np.linalg.inv(BRADFORD) @ np.diag(cones) @ BRADFORD @ scaled)


def tag(kind: bytes, data: bytes) -> bytes:
    body = kind + bytes(4) + data
    return body + bytes(-len(body) % 4)


def fixed(*values: float) -> bytes:
    return b"".join(round(v * 65536).to_bytes(4, "big", signed=True) for v in values)


def profile(space: bytes = b"RGB ") -> bytes:
    """A matrix profile for Display P3 with a plain gamma of 2.2, or a grey one (ICC.1:2022)."""
    curve = tag(b"curv", (1).to_bytes(4, "big") + round(2.2 * 256).to_bytes(2, "big"))
    text = tag(b"desc", (4).to_bytes(4, "big") + b"x\0\0\0" + bytes(79))
    tags = [(b"desc", text), (b"wtpt", tag(b"XYZ ", fixed(*D50)))]
    if space == b"RGB ":
        for name, column in zip((b"r", b"g", b"b"), to_d50().T, strict=True):
            tags += [(name + b"XYZ", tag(b"XYZ ", fixed(*column))), (name + b"TRC", curve)]
    else:
        tags.append((b"kTRC", curve))
    at, table, data = 128 + 4 + 12 * len(tags), len(tags).to_bytes(4, "big"), b""
    for name, body in tags:
        table += name + (at + len(data)).to_bytes(4, "big") + len(body).to_bytes(4, "big")
        data += body
    size = 128 + len(table) + len(data)
    head = size.to_bytes(4, "big") + bytes(4) + b"\x02\x10\0\0mntr" + space + b"XYZ "
    head += bytes(12) + b"acsp" + bytes(28) + fixed(*D50)
    return head + bytes(128 - len(head)) + table + data


def test_p3_photos_come_out_in_srgb() -> None:
    # sRGB red (200, 60, 40) lies inside P3 at less saturated coordinates; computed with the
    # matrices of both spaces and the gamma of the profile.
    frame = only_frame(encoded(colour((186, 73, 52)), "PNG", icc_profile=profile()))
    assert np.abs(frame.pixels[5, 5].astype(int) - expected_srgb((186, 73, 52))).max() <= 2
    assert frame.pixels[5, 5][0] > 194


def expected_srgb(rgb: tuple[int, int, int]) -> "np.ndarray[Any, np.dtype[np.int64]]":
    linear = (np.array(rgb) / 255) ** 2.2
    d50_of_srgb = np.array(
        [[0.4360747, 0.3850649, 0.1430804], [0.2225045, 0.7168786, 0.0606169],
         [0.0139322, 0.0971045, 0.7141733]]
    )  # fmt: skip
    out = np.clip(np.linalg.solve(d50_of_srgb, to_d50() @ linear), 0, 1)
    curve = np.where(out <= 0.0031308, 12.92 * out, 1.055 * out ** (1 / 2.4) - 0.055)
    return np.round(255 * curve).astype(np.int64)


@pytest.mark.parametrize("plugin", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
def test_profiles_are_honoured_in_every_format(plugin: str) -> None:
    options: dict[str, Any] = {"lossless": True} if plugin == "WEBP" else {"quality": 100}
    content = encoded(colour((186, 73, 52)), plugin, icc_profile=profile(), **options)
    shown = only_frame(content).pixels[24, 32].astype(int)
    assert np.abs(shown - expected_srgb((186, 73, 52))).max() <= 6


def test_an_srgb_profile_changes_nothing() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    frame = only_frame(encoded(corners(), "PNG", icc_profile=srgb))
    assert np.array_equal(frame.pixels, np.asarray(corners()))


@pytest.mark.parametrize("broken", [b"x", b"not a profile" * 20, profile()[:300]])
def test_a_damaged_profile_is_ignored(broken: bytes) -> None:
    frame = only_frame(encoded(corners(), "PNG", icc_profile=broken))
    assert np.array_equal(frame.pixels, np.asarray(corners()))


def test_a_grey_profile_is_honoured() -> None:
    grey = Image.new("L", (40, 30), 100)
    frame = only_frame(encoded(grey, "PNG", icc_profile=profile(b"GRAY")))
    linear = (100 / 255) ** 2.2
    wanted = 255 * (1.055 * linear ** (1 / 2.4) - 0.055)
    assert np.abs(frame.pixels.astype(float) - wanted).max() <= 2


def test_cmyk_jpegs_show_their_colours() -> None:
    frame = only_frame(encoded(corners().convert("CMYK"), "JPEG", quality=95))
    assert np.abs(frame.pixels.astype(int) - np.asarray(corners())).mean() < 12


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "RGBA"])
def test_every_mode_comes_out_as_rgb(mode: str) -> None:
    frame = only_frame(encoded(portrait(64, 64).convert(mode), "PNG"))
    assert frame.pixels.shape == (64, 64, 3)
    assert frame.pixels.std() > 20


def test_sixteen_bit_grey_keeps_its_brightness() -> None:
    ramp = np.linspace(0, 65535, 64 * 64).reshape(64, 64).astype(np.uint16)
    for plugin in ("PNG", "TIFF"):
        pixels = only_frame(encoded(Image.fromarray(ramp), plugin)).pixels
        assert np.abs(pixels[..., 1].astype(int) - ramp // 256).max() <= 1


def test_floats_are_stretched_to_what_can_be_seen() -> None:
    ramp = np.linspace(0, 1, 32 * 32).reshape(32, 32).astype(np.float32)
    pixels = only_frame(encoded(Image.fromarray(ramp), "TIFF")).pixels
    assert (pixels.min(), pixels.max()) == (0, 255)


def test_lab_is_shown() -> None:
    lab = Image.merge("LAB", [Image.new("L", (8, 8), v) for v in (136, 208, 195)])
    stream = io.BytesIO()
    lab.save(stream, "TIFF")
    shown = only_frame(stream.getvalue()).pixels[4, 4].astype(int)
    assert shown[0] > 200
    assert shown[1] < 80


def test_what_shines_through_is_put_on_white() -> None:
    glass = Image.new("RGBA", (20, 10), (255, 0, 0, 0))
    glass.putpixel((3, 3), (255, 0, 0, 128))
    pixels = only_frame(encoded(glass, "PNG")).pixels
    assert pixels[0, 0].tolist() == [255, 255, 255]
    assert np.abs(pixels[3, 3].astype(int) - [255, 127, 127]).max() <= 1


def test_a_transparent_palette_colour_is_white() -> None:
    palette = corners().convert("P")
    index = palette.getpixel((0, 0))
    pixels = only_frame(encoded(palette, "PNG", transparency=index)).pixels
    assert pixels[0, 0].tolist() == [255, 255, 255]


@pytest.mark.parametrize("size", [(1, 1), (1, 700_000), (700_000, 1), (3, 2)])
@pytest.mark.parametrize("orientation", [1, 6, 7])
def test_odd_shapes_come_through(size: tuple[int, int], orientation: int) -> None:
    pixels = upright_pixels(Image.new("RGB", size, (1, 2, 3)), orientation)
    assert sorted(pixels.shape[:2]) == sorted(size)
    assert (pixels == [1, 2, 3]).all()


def test_bands_fit_together_when_reduced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FRAME_PIXELS", 200_000)
    image = portrait(1203, 901)
    whole = np.asarray(image.reduce(3))
    assert np.array_equal(upright_pixels(image), whole)
    assert np.array_equal(upright_pixels(image, 6), np.rot90(whole, -1))
