"""A picture that every viewer shows is looked at as a whole, whatever else is wrong in its file."""

import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from face.types import Reason
from tests.support.drawn_media import corners, encoded, looked_at, only_frame, png_chunk, portrait

HEADER_BYTES = 33
BEHIND_JFIF = 20
"""Where the second segment of a JPEG begins: before it, strange bytes would make it none."""


def png_with(chunk: bytes) -> bytes:
    """A PNG with one more chunk behind its header."""
    whole = encoded(portrait(), "PNG")
    return whole[:HEADER_BYTES] + chunk + whole[HEADER_BYTES:]


def with_wrong_sum(kind: bytes, data: bytes) -> bytes:
    return png_chunk(kind, data)[:-4] + bytes(4)


@pytest.mark.parametrize(
    "chunk",
    [
        with_wrong_sum(b"tEXt", b"Comment\0hi"),
        with_wrong_sum(b"gAMA", struct.pack(">I", 45455)),
        with_wrong_sum(b"pHYs", struct.pack(">IIB", 2835, 2835, 1)),
        with_wrong_sum(b"iCCP", b"name\0\0" + zlib.compress(b"no profile")),
        with_wrong_sum(b"eXIf", b"MM\0*"),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b" " * 3_000_000)),
        png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b" " * 3_000_000)),
        png_chunk(b"zTXt", b"Comment\0\0" + b"no zlib"),
    ],
    ids=["text", "gamma", "size", "profile", "exif", "long XMP", "long text", "broken text"],
)
def test_a_png_is_shown_whatever_it_says_beside_its_pixels(chunk: bytes) -> None:
    assert np.array_equal(only_frame(png_with(chunk)).pixels, np.asarray(portrait()))


def test_a_png_is_shown_whatever_comes_behind_its_pixels() -> None:
    whole = encoded(portrait(), "PNG")
    content = whole[:-12] + with_wrong_sum(b"tEXt", b"Comment\0hi") + whole[-12:]
    assert np.array_equal(only_frame(content).pixels, np.asarray(portrait()))


@pytest.mark.parametrize(
    "segment",
    [
        b"\xff\xee\0\x07Adobe",
        b"\xff\xee\0\x02",
        b"\xff\xe0\0\x07JFIF\0",
        b"\xff\xe2\0\x0eICC_PROFILE\0",
        b"\xff\xe1\0\x0aExif\0\0MM",
        b"\xff\xe1\0\x20Exif\0\0" + b"MM\0*\0\0\xff\xff" + bytes(16),
        b"\xff\xed\0\x14Photoshop 3.0\x008B",
        b"\xff\xfe\0\x02",
        b"\xff\x01",
        b"\xff\xff\xff\xff",
        b"\0\0\0",
        b"\xff\xf5\0\x04ab",
        b"\xff\xc8\0\x04ab",
    ],
    ids=lambda segment: segment[:2].hex() + f"-{len(segment)}",
)
def test_a_jpeg_is_shown_whatever_stands_before_its_pixels(segment: bytes) -> None:
    whole = encoded(portrait(), "JPEG", quality=95)
    there = only_frame(whole).pixels
    first = BEHIND_JFIF if segment[0] == 0 else 2
    content = whole[:first] + segment + whole[first:]
    assert np.array_equal(only_frame(content).pixels, there)


@pytest.mark.parametrize("masks", [(0xF00, 0x0F0, 0x00F), (0x7C00, 0x03E0, 0x001F)], ids=["4", "5"])
def test_a_bitmap_with_masks_of_its_own_is_shown(masks: tuple[int, int, int]) -> None:
    content = bitmap(np.asarray(portrait()), 16, masks)
    assert np.abs(only_frame(content).pixels.astype(int) - np.asarray(portrait())).mean() < 5


def test_a_bitmap_of_ten_bits_is_shown() -> None:
    masks = (0x3FF00000, 0x000FFC00, 0x000003FF)
    content = bitmap(np.asarray(corners()), 32, masks)
    assert np.array_equal(only_frame(content).pixels, np.asarray(corners()))


def bitmap(
    pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], bits: int, masks: tuple[int, int, int]
) -> bytes:
    """Encode pixels with the bits of each colour where the masks say, bottom row first."""
    height, width = pixels.shape[:2]
    stored = np.zeros((height, width), np.uint32)
    for channel, mask in enumerate(masks):
        lowest = (mask & -mask).bit_length() - 1
        most = mask >> lowest
        value = (pixels[:, :, channel].astype(np.float64) * most / 255).round().astype(np.uint32)
        stored |= value << np.uint32(lowest)
    rows = stored[::-1].astype("<u2" if bits == 16 else "<u4").tobytes()
    told = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, 3, len(rows), 0, 0, 0, 0)
    head = struct.pack("<2sIHHI", b"BM", 66 + len(rows), 0, 0, 66)
    return head + told + struct.pack("<III", *masks) + rows


RARER = [
    *(("JPEG2000", {}), ("JPEG2000", {"no_jp2": True}), ("ICO", {}), ("PCX", {}), ("PPM", {})),
    *(("TGA", {}), ("TGA", {"rle": True}), ("QOI", {}), ("DDS", {}), ("SGI", {})),
    *(("TIFF", {"big_tiff": True}), ("BMP", {})),
]


@pytest.mark.parametrize(("plugin", "options"), RARER)
def test_rarer_formats_are_decoded_exactly(plugin: str, options: dict[str, bool]) -> None:
    pixels = only_frame(encoded(portrait(), plugin, **options)).pixels
    assert np.array_equal(pixels, np.asarray(portrait()))


def test_a_tiff_of_floating_point_numbers_is_shown() -> None:
    grey = np.asarray(portrait().convert("L"))
    content = encoded(Image.fromarray(grey.astype(np.float32) / 255), "TIFF")
    assert np.abs(only_frame(content).pixels[:, :, 0].astype(int) - grey).max() <= 1


def photoshop(picture: Image.Image, layers: bytes = b"") -> bytes:
    """A PSD of 8 bits with its flat picture, and a section of layers."""
    pixels = np.asarray(picture)
    height, width = pixels.shape[:2]
    head = b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, height, width, 8, 3) + bytes(8)
    flat = np.moveaxis(pixels, 2, 0).tobytes()
    return head + struct.pack(">I", len(layers)) + layers + struct.pack(">H", 0) + flat


def test_the_flat_picture_of_a_photoshop_file_is_shown() -> None:
    assert np.array_equal(only_frame(photoshop(portrait())).pixels, np.asarray(portrait()))


def test_a_photoshop_file_with_layers_is_looked_at_in_part() -> None:
    channels = b"".join(struct.pack(">hI", number, 2 + 4) for number in range(3))
    layer = struct.pack(">iiiiH", 0, 0, 2, 2, 3) + channels + b"8BIMnorm" + bytes((255, 0, 0, 0))
    layer += struct.pack(">I", 12) + bytes(8) + b"\1a\0\0"
    info = struct.pack(">h", 1) + layer + (b"\0\0" + bytes(4)) * 3
    section = struct.pack(">I", len(info)) + info
    frames, medium = looked_at(photoshop(portrait(), section))
    assert np.array_equal(frames[0].pixels, np.asarray(portrait()))
    assert medium.partly is Reason.MORE_INSIDE
