"""One small medium of every kind that a scan reads, and two that it cannot read."""

import io
from fractions import Fraction
from typing import Any

import av
import numpy as np
import pillow_heif
import pylibjxl
from PIL import Image

from app.sandbox.work_queue import Source
from face.package_files import file_in
from tests.support.formats.tiffs import tiff

pillow_heif.register_heif_opener()
ASTRONAUT = file_in("skimage", "data/astronaut.png")


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
    """Return the media by the name of their kind."""
    return {
        **{kind: still(kind) for kind in ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "CMYK")},
        **{kind: still(kind) for kind in ("HEIF", "AVIF")},
        "JXL": pylibjxl.encode(np.asarray(portrait())),
        "progressive": still("JPEG", progressive=True),
        "lzw": still("TIFF", compression="tiff_lzw"),
        "floating TIFF": tiff(np.asarray(portrait(), np.float32) / 255),
        "signed TIFF": tiff(np.asarray(portrait(), np.int32) << 16),
        **{f"moving {kind}": animation(kind) for kind in ("PNG", "GIF", "WEBP")},
        "mp4": video("mp4", "libx264"),
        "mov": video("mov", "mpeg4"),
        "webm": video("webm", "libvpx-vp9"),
        "mkv": video("matroska", "libx265"),
        "avi": video("avi", "mpeg4"),
        "text": b"not a picture",
        "cut": still("PNG")[:60],
    }


def source(content: bytes) -> Source:
    return io.BytesIO(content), len(content)
