"""How much a large picture takes, measured in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.face.specimens import encoded, endless_gif, png_bomb

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
