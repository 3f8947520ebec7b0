import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from face.scan_medium import scan_medium
from face.types import Reason, Scan
from tests.support.drawn_media import animated, encoded, jpeg_xl, video
from tests.support.square_engine import SquareEngine, picture

ROOT = Path(__file__).parent.parent.parent


def looked(content: bytes, crops: bool = True) -> Scan:
    return scan_medium(io.BytesIO(content), len(content), SquareEngine(), crops)


def test_every_face_of_a_photo_is_a_track() -> None:
    scan = looked(encoded(picture({"red": (10, 10, 40), "blue": (90, 40, 40)}), "PNG"))
    assert (scan.pack, scan.pipeline) == ("squares", "squares-1")
    assert len(scan.tracks) == 2
    assert scan.partly is None
    assert scan.facts.frames == 1
    assert all(t.faces[0].crop and t.faces[0].crop[:2] == b"\xff\xd8" for t in scan.tracks)


def test_a_photo_without_faces_is_looked_at_all_the_same() -> None:
    scan = looked(encoded(picture({}), "PNG"))
    assert scan.tracks == ()
    assert scan.facts.pdq is not None


def test_crops_can_be_left_out() -> None:
    scan = looked(encoded(picture({"red": (10, 10, 40)}), "PNG"), crops=False)
    assert scan.tracks[0].faces[0].crop is None


def test_faces_of_an_animation_are_followed() -> None:
    frames = [picture({"red": (5 * n, 10, 30), "green": (100 - 5 * n, 60, 30)}) for n in range(12)]
    scan = looked(animated(frames, "PNG", duration=100))
    assert [t.samples for t in scan.tracks] == [12, 12]
    assert [(t.first_ms, t.last_ms) for t in scan.tracks] == [(0, 1100), (0, 1100)]


def test_people_who_cross_in_a_video_are_two_tracks() -> None:
    frames = [
        np.asarray(picture({"red": (2 * n, 20, 30), "blue": (128 - 2 * n, 60, 30)}))
        for n in range(64)
    ]
    scan = looked(video(frames, crf="12"))
    assert len(scan.tracks) == 2
    assert {int(t.embedding.argmax()) for t in scan.tracks} == {0, 2}


def test_each_shot_of_a_video_has_its_own_tracks() -> None:
    first = [np.asarray(picture({"red": (10 + n, 20, 30)}, ground=30)) for n in range(30)]
    second = [np.asarray(picture({"red": (90, 70, 40)}, ground=220)) for _ in range(30)]
    scan = looked(video([*first, *second], crf="12"))
    assert len(scan.tracks) == 2
    assert scan.tracks[0].last_ms < 1_200 <= scan.tracks[1].first_ms


def test_what_could_not_be_seen_is_said() -> None:
    whole = encoded(picture({"red": (10, 10, 40)}, 400, 400), "BMP")
    assert looked(whole[: len(whole) // 2]).partly is Reason.TRUNCATED


SEALED = """
import io, sys, pathlib
from face.scan_medium import scan_medium
from tests.support.square_engine import SquareEngine
engine = SquareEngine()
contents = [pathlib.Path(name).read_bytes() for name in sys.argv[2:]]
warm = pathlib.Path(sys.argv[1]).read_bytes()
scan_medium(io.BytesIO(warm), len(warm), engine)
seen = []
def watch(event, args):
    if event in {"open", "import", "os.listdir", "os.scandir", "subprocess.Popen", "ctypes.dlopen"}:
        seen.append((event, str(args[0])))
sys.addaudithook(watch)
for content in contents:
    scan_medium(io.BytesIO(content), len(content), engine)
print(seen)
"""


@pytest.fixture
def every_format(tmp_path: Path) -> list[Path]:
    still = picture({"red": (10, 10, 40)})
    contents = [
        *(encoded(still, p) for p in ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP", "HEIF", "AVIF")),
        jpeg_xl(still),
        encoded(still, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", progressive=True),
        encoded(still, "TIFF", compression="tiff_lzw"),
        encoded(still.convert("CMYK"), "JPEG"),
        *(animated([still, picture({})], p) for p in ("PNG", "GIF", "WEBP", "AVIF", "MPO")),
        video([np.asarray(still)] * 30),
        video([np.asarray(still)] * 30, "webm", "libvpx-vp9"),
        video([np.asarray(still)] * 30, "avi", "mpeg4"),
    ]
    contents.append(contents[1][:-100])
    contents.append(contents[0][:-100])
    paths = [tmp_path / str(number) for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def test_nothing_is_opened_or_imported_while_looking(every_format: list[Path]) -> None:
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "error", "-c", SEALED, *map(str, every_format[:1] + every_format)],
        capture_output=True,
        cwd=ROOT,
        check=False,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "[]"
    assert run.stderr == ""
