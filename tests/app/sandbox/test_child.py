"""The real child with the real models: every kind of medium must get through the sandbox."""

import io
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import av
import numpy as np
import pillow_heif
import pytest
import skimage.data
from PIL import Image

from app.sandbox.pool import ScannerPool
from app.sandbox.work_queue import Source
from face.engine import FaceEngine
from face.errors import UnreadableMediaError
from face.scan_medium import scan_medium
from face.types import Scan

pytestmark = pytest.mark.models

pillow_heif.register_heif_opener()
ASTRONAUT = Path(skimage.data.__file__).parent / "astronaut.png"


def portrait() -> Image.Image:
    with Image.open(ASTRONAUT) as picture:
        return picture.convert("RGB").crop((100, 0, 356, 256))


def still(kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    portrait().convert("CMYK" if kind == "CMYK" else "RGB").save(
        stream, kind.replace("CMYK", "JPEG"), **options
    )
    return stream.getvalue()


def animation(kind: str) -> bytes:
    return still(kind, save_all=True, append_images=[portrait().rotate(8)], duration=400)


def video(container: str, codec: str) -> bytes:
    stream = io.BytesIO()
    with av.open(stream, "w", format=container) as out:
        track: Any = out.add_stream(codec, rate=Fraction(4))
        track.width = track.height = 256
        track.pix_fmt = "yuv420p"
        for _ in range(4):
            out.mux(track.encode(av.VideoFrame.from_ndarray(np.asarray(portrait()))))
        out.mux(track.encode())
    return stream.getvalue()


def media() -> dict[str, bytes]:
    return {
        **{kind: still(kind) for kind in ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "CMYK")},
        **{kind: still(kind) for kind in ("HEIF", "AVIF")},
        "progressive": still("JPEG", progressive=True),
        "lzw": still("TIFF", compression="tiff_lzw"),
        **{f"moving {kind}": animation(kind) for kind in ("PNG", "GIF", "WEBP")},
        "mp4": video("mp4", "libx264"),
        "mov": video("mov", "mpeg4"),
        "webm": video("webm", "libvpx-vp9"),
        "mkv": video("matroska", "libx265"),
        "avi": video("avi", "mpeg4"),
        "text": b"not a picture",
        "cut": still("PNG")[:60],
    }


def summary(result: Scan | UnreadableMediaError) -> object:
    if isinstance(result, UnreadableMediaError):
        return result.reason, result.detail
    return result.facts, result.partly, len(result.tracks)


def source(content: bytes) -> Source:
    return io.BytesIO(content), len(content)


def direct(content: bytes, engine: FaceEngine) -> Scan | UnreadableMediaError:
    try:
        return scan_medium(io.BytesIO(content), len(content), engine)
    except UnreadableMediaError as error:
        return error


def test_a_child_sees_what_is_seen_without_it_and_leaves_nothing_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, contents = FaceEngine.open(threads=1), media()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    came: dict[int, Scan | UnreadableMediaError] = {}
    with ScannerPool("open", 1) as pool:
        names = list(contents)
        for outcome in pool.scan_all(
            (number, partial(source, contents[name])) for number, name in enumerate(names)
        ):
            came.update([outcome] if outcome else [])
    for number, name in enumerate(names):
        alone = direct(contents[name], engine)
        assert (name, summary(came[number])) == (name, summary(alone))
        _same_embeddings(came[number], alone)
    made = {path.relative_to(tmp_path / "home").parts[:2] for path in tmp_path.rglob("*.*")}
    assert made <= {(), (".cache",), (".cache", "geoul")}


def _same_embeddings(one: Scan | UnreadableMediaError, other: Scan | UnreadableMediaError) -> None:
    if isinstance(one, Scan) and isinstance(other, Scan):
        for ours, theirs in zip(one.tracks, other.tracks, strict=True):
            np.testing.assert_allclose(ours.embedding, theirs.embedding, atol=1e-4)
