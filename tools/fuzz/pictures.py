"""Pictures and videos of every kind that is decoded, made from the dependencies' own pictures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from face.package_files import file_in
from tests.support.drawn_media import animated, encoded, jpeg_xl, scene, video
from tests.support.formats.tiffs import INKS, tiff

SIDE = 224
"""Pixels, at most: what bites is in the structure, and a look at small pictures is quick."""

_PHOTOS = (
    ("insightface", "data/images/t1.jpg"),
    ("insightface", "data/images/Tom_Hanks_54745.png"),
    ("skimage", "data/astronaut.png"),
    ("skimage", "data/chelsea.png"),
)
_WHOLE = (
    ("insightface", "data/images/t1.jpg"),
    ("skimage", "data/retina.jpg"),
    ("skimage", "data/multipage.tif"),
    ("skimage", "data/multipage_rgb.tif"),
    ("skimage", "data/no_time_for_that_tiny.gif"),
    ("skimage", "data/logo.png"),
    ("skimage", "data/chessboard_GRAY.png"),
)
_VIDEOS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "h264.mp4": ("mp4", "libx264", {}),
    "fragmented.mp4": ("mp4", "libx264", {"g": "5"}),
    "hevc.mp4": ("mp4", "libx265", {}),
    "mpeg4.mov": ("mov", "mpeg4", {}),
    "mpeg4.3gp": ("3gp", "mpeg4", {}),
    "vp8.webm": ("webm", "libvpx", {}),
    "vp9.webm": ("webm", "libvpx-vp9", {}),
    "av1.webm": ("webm", "libaom-av1", {}),
    "h264.mkv": ("matroska", "libx264", {}),
    "mpeg4.avi": ("avi", "mpeg4", {}),
    "mjpeg.avi": ("avi", "mjpeg", {"pix_fmt": "yuvj420p"}),
    "h264.flv": ("flv", "libx264", {}),
    "wmv2.wmv": ("asf", "wmv2", {}),
    "mpeg2.mpg": ("mpeg", "mpeg2video", {}),
    "h264.ts": ("mpegts", "libx264", {}),
    "theora.ogg": ("ogg", "libtheora", {}),
}


def originals() -> dict[str, bytes]:
    """Return pictures and videos by name, without codecs that this FFmpeg cannot write."""
    made = dict(_photos())
    for package, name in _WHOLE:
        made[Path(name).name] = file_in(package, name).read_bytes()
    for name, (container, codec, options) in _VIDEOS.items():
        try:
            made[name] = video(scene(len(made), 12), container, codec, **options)
        except (ValueError, OSError):
            continue
    return made


def _photos() -> Iterator[tuple[str, bytes]]:
    for number, (package, name) in enumerate(_PHOTOS):
        with Image.open(file_in(package, name)) as opened:
            photo = opened.convert("RGB")
        photo.thumbnail((SIDE, SIDE))
        yield from ((f"{number} {kind}", each) for kind, each in _encoded(photo))


def _encoded(photo: Image.Image) -> Iterator[tuple[str, bytes]]:
    exif = _exif(photo)
    yield "jpeg", encoded(photo, "JPEG", exif=exif, icc_profile=bytes(300), comment=b"c" * 50)
    yield "progressive jpeg", encoded(photo, "JPEG", progressive=True)
    yield "cmyk jpeg", encoded(photo.convert("CMYK"), "JPEG")
    yield "gray jpeg", encoded(photo.convert("L"), "JPEG")
    yield "mpo", animated(_turned(photo)[:2], "MPO")
    yield "png", encoded(photo, "PNG", exif=exif)
    yield "palette png", encoded(photo.quantize(64), "PNG")
    yield (
        "deep png",
        encoded(Image.fromarray(np.asarray(photo.convert("L"), np.uint16) * 257), "PNG"),
    )
    yield "apng", animated(_turned(photo), "PNG", duration=300)
    yield "gif", encoded(photo, "GIF")
    yield "moving gif", animated(_turned(photo), "GIF", duration=300)
    yield "webp", encoded(photo, "WEBP", exif=exif)
    yield "lossless webp", encoded(photo, "WEBP", lossless=True)
    yield "moving webp", animated(_turned(photo), "WEBP", duration=300)
    yield "heif", encoded(photo, "HEIF", exif=exif)
    yield "heifs", animated(_turned(photo), "HEIF")
    yield "avif", encoded(photo, "AVIF", exif=exif)
    yield "moving avif", animated(_turned(photo), "AVIF", duration=300)
    yield "jpeg xl", jpeg_xl(photo)
    yield "boxed jpeg xl", jpeg_xl(photo, lossless=True, exif=exif)
    yield "tiff", encoded(photo, "TIFF", exif=exif)
    for packing in ("tiff_lzw", "tiff_deflate", "jpeg", "packbits"):
        yield f"{packing} tiff", encoded(photo, "TIFF", compression=packing)
    yield "fax tiff", encoded(photo.convert("1"), "TIFF", compression="group4")
    yield "pages tiff", animated(_turned(photo), "TIFF")
    shares = (np.asarray(photo) / 255).astype(np.float32)
    yield "floating tiff", tiff(shares, packed=True)
    yield "tiff of inks", tiff(np.repeat(shares, 2, axis=2), photometric=INKS, predictor=3)
    yield "tiff of planes", tiff(shares, planes=True, rows=50)
    yield "bmp", encoded(photo, "BMP")
    yield "palette bmp", encoded(photo.quantize(16), "BMP")


def _turned(photo: Image.Image) -> list[Image.Image]:
    """Return new pictures each time: Pillow leaves settings of one format on what it has saved."""
    return [photo.rotate(angle) for angle in (30, 90, 180)]


def _exif(photo: Image.Image) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "words " * 20
    exif.get_ifd(0x8825)[2] = (1.0, 2.0, 3.0)
    return exif.tobytes()
