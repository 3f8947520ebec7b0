import io
import struct

import numpy as np
import pytest
from PIL import Image

from app.sandbox.jpeg import MAX_BYTES, is_plain
from face.crop import encode
from tests.support.scans import small_jpeg


def noise(side: int, **options: object) -> bytes:
    pixels = np.random.default_rng(1).integers(0, 255, (side, side, 3), np.uint8)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", **options)
    return stream.getvalue()


@pytest.mark.parametrize("side", [16, 160])
def test_our_own_crops_are_plain(side: int) -> None:
    assert is_plain(encode(np.random.default_rng(1).integers(0, 255, (side, side, 3), np.uint8)))


def test_other_baseline_jpegs_are_plain() -> None:
    assert is_plain(noise(100, quality=60))
    assert is_plain(noise(100, quality=60, restart_marker_blocks=4))


PLAIN = small_jpeg()
SEGMENT = struct.pack(">BBH", 0xFF, 0xE1, 6) + b"Exif"
JFIF = struct.pack(">BBH", 0xFF, 0xE0, 19) + b"JFIF\0\1\1\0\0\1\0\1"
HEIGHT = PLAIN.index(b"\xff\xc0") + 5


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        PLAIN[:2] + JFIF + b"\0\1" + bytes(3) + PLAIN[2:],
        PLAIN[:2] + struct.pack(">BBH", 0xFF, 0xE0, 16) + b"PK\3\4".ljust(14) + PLAIN[2:],
        PLAIN[:-2],
        PLAIN[:40],
        PLAIN + b"more",
        PLAIN[:-2] + SEGMENT + PLAIN[-2:],
        PLAIN[:2] + SEGMENT + PLAIN[2:],
        PLAIN[:HEIGHT] + b"\xff\xff\xff\xff" + PLAIN[HEIGHT + 4 :],
        PLAIN[:HEIGHT] + b"\x00\x00" + PLAIN[HEIGHT + 2 :],
        PLAIN.replace(b"\xff\xc0", b"\xff\xc2"),
        PLAIN[:2] + struct.pack(">BBH", 0xFF, 0xDB, 1) + PLAIN[2:],
        b"\xff\xd8\xff\xd9",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        noise(100, progressive=True),
        noise(300),
        PLAIN[:-2] + bytes(MAX_BYTES) + PLAIN[-2:],
    ],
    ids=[
        "empty",
        "thumbnail",
        "application data that is no JFIF",
        "no end",
        "cut",
        "tail",
        "segment after the scan",
        "application data",
        "huge",
        "no height",
        "progressive mark",
        "impossible length",
        "nothing inside",
        "png",
        "progressive",
        "too many pixels",
        "too many bytes",
    ],
)
def test_anything_else_is_not(raw: bytes) -> None:
    assert not is_plain(raw)
