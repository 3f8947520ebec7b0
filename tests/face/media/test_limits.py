"""How much a large picture takes, measured in a process of its own."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from face.errors import UnreadableMediaError
from face.media import limits
from face.types import Reason
from tests.support.drawn_media import (
    animated,
    colour,
    corners,
    encoded,
    endless_gif,
    looked_at,
    png_bomb,
)

ROOT = Path(__file__).parents[3]
LOOK = """
import pathlib, resource, sys
from face.errors import UnreadableMediaError
from face.media.medium import open_media
def peak():
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used // (1024 if sys.platform == "linux" else 1024 * 1024)
before = peak()
shapes = []
with pathlib.Path(sys.argv[1]).open("rb") as stream:
    try:
        for frame in open_media(stream, pathlib.Path(sys.argv[1]).stat().st_size).frames():
            shapes.append(frame.pixels.shape)
    except UnreadableMediaError as error:
        shapes.append(error.reason.value)
print(peak() - before, shapes[0])
"""


def look(content: bytes, folder: Path) -> tuple[int, str]:
    """Megabytes that looking took, and the shape of the first frame or the reason."""
    path = folder / "specimen"
    path.write_bytes(content)
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", LOOK, str(path)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
        timeout=60,
    )
    megabytes, seen = run.stdout.strip().split(" ", 1)
    return int(megabytes), seen


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no resource module")


def test_a_photo_of_a_hundred_megapixels_is_looked_at(tmp_path: Path) -> None:
    photo = Image.linear_gradient("L").resize((11_600, 8_700))
    megabytes, seen = look(encoded(photo, "JPEG"), tmp_path)
    assert seen == "(4350, 5800, 3)"
    assert megabytes < 250


def test_a_bomb_takes_nothing(tmp_path: Path) -> None:
    megabytes, seen = look(png_bomb(50_000, 50_000), tmp_path)
    assert seen == "too-large"
    assert megabytes < 20


def test_an_endless_gif_takes_little(tmp_path: Path) -> None:
    megabytes, seen = look(endless_gif(20_000), tmp_path)
    assert seen == "(64, 64, 3)"
    assert megabytes < 60


def pages(count: int) -> bytes:
    return animated([colour((n, 90, 200)) for n in range(count)], "TIFF")


def moving(count: int) -> bytes:
    return animated([colour((40 * n, 90, 200)) for n in range(count)], "GIF", duration=100)


def sized(format: str, pixels: int) -> bytes:  # noqa: A002
    return encoded(corners(pixels, 1), format)


class Limit(NamedTuple):
    """A limit, what it is made in the test, and what is just within it and just over it."""

    name: str
    value: int
    make: Callable[[int], bytes]
    at: int
    over: int
    said: tuple[Reason, str]


LIMITS = (
    Limit("MAX_PAGES", 3, pages, 3, 4, (Reason.TOO_LONG, "")),
    Limit("MAX_ANIMATION_FRAMES", 3, moving, 3, 4, (Reason.TOO_LONG, "")),
    Limit("MAX_ANIMATION_PIXELS", 64 * 48 - 1, moving, 1, 2, (Reason.TOO_LARGE, "")),
    Limit("MAX_JPEG_PIXELS", 200, partial(sized, "JPEG"), 200, 201, (Reason.TOO_LARGE, "201x1")),
    Limit("MAX_DECODED_BYTES", 800, partial(sized, "PNG"), 200, 201, (Reason.TOO_LARGE, "201x1")),
)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda each: each.name)
def test_at_a_limit_all_is_looked_at_and_over_it_the_reason_is_said(
    monkeypatch: pytest.MonkeyPatch, limit: Limit
) -> None:
    monkeypatch.setattr(limits, limit.name, limit.value)
    frames, medium = looked_at(limit.make(limit.at))
    assert frames
    assert medium.partly is None
    assert outcome(limit.make(limit.over)) == limit.said


def outcome(content: bytes) -> tuple[Reason | None, str]:
    """Why not all of it was looked at, or nothing."""
    try:
        return looked_at(content)[1].partly, ""
    except UnreadableMediaError as error:
        return error.reason, error.detail
