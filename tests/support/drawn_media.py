"""Pictures and videos that the tests draw and encode themselves."""

import io
import struct
import zlib
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

import av
import numpy as np
import pillow_heif
import pylibjxl
from PIL import Image

from face.media.medium import Medium, open_media
from face.package_files import file_in
from face.types import Frame, Pixels

pillow_heif.register_heif_opener()

FORMATS = [
    ("mp4", "libx264"),
    ("mp4", "libx265"),
    ("mov", "mjpeg"),
    ("ipod", "libx264"),
    ("webm", "libvpx-vp9"),
    ("webm", "libvpx"),
    ("matroska", "mpeg4"),
    ("avi", "mpeg4"),
    ("3gp", "libx264"),
    ("flv", "flv"),
    ("mpegts", "mpeg2video"),
]
"""Containers and codecs of videos, as PyAV names them."""


def portrait(width: int = 256, height: int = 256) -> Image.Image:
    """The public-domain astronaut."""
    with Image.open(file_in("skimage", "data", "astronaut.png")) as picture:
        return picture.convert("RGB").resize((width, height))


def colour(rgb: tuple[int, int, int], width: int = 64, height: int = 48) -> Image.Image:
    return Image.new("RGB", (width, height), rgb)


def corners(width: int = 96, height: int = 64) -> Image.Image:
    """Red, green, blue and white quarters: any turn or mirroring shows."""
    image = Image.new("RGB", (width, height), (255, 255, 255))
    half = (width // 2, height // 2)
    image.paste((255, 0, 0), (0, 0, *half))
    image.paste((0, 255, 0), (half[0], 0, width, half[1]))
    image.paste((0, 0, 255), (0, half[1], half[0], height))
    return image


def encoded(image: Image.Image, format: str, **options: Any) -> bytes:  # noqa: A002
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def jpeg_xl(image: Image.Image, **options: Any) -> bytes:
    """A bare codestream, or a file of boxes where there is metadata among the options."""
    return pylibjxl.encode(np.asarray(image), **options)


def animated(frames: Sequence[Image.Image], format: str, **options: Any) -> bytes:  # noqa: A002
    return encoded(frames[0], format, save_all=True, append_images=list(frames[1:]), **options)


def opened(content: bytes) -> Medium:
    return open_media(io.BytesIO(content), len(content))


def looked_at(content: bytes) -> tuple[list[Frame], Medium]:
    """All frames of a medium, and the medium after them."""
    medium = opened(content)
    return list(medium.frames()), medium


def only_frame(content: bytes) -> Frame:
    frames, medium = looked_at(content)
    assert medium.partly is None
    assert len(frames) == 1
    return frames[0]


def png_chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png_bomb(width: int, height: int) -> bytes:
    """An RGB picture of any size in a few kilobytes; its rows end early."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(3 * width + 1) * 20)
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def endless_gif(frames: int, width: int = 64, height: int = 64) -> bytes:
    """A GIF of many tiny frames that never ends with a trailer."""
    start = encoded(Image.new("P", (width, height)), "GIF")[:-1]
    control = b"!\xf9\x04\0\0\0\0\0"
    tiny = b",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    return start + (control + tiny) * frames


def with_exif_orientation(image: Image.Image, format: str, orientation: int) -> bytes:  # noqa: A002
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(image, format, exif=exif, **({"quality": 95} if format == "JPEG" else {}))


def video(
    frames: Iterable[Pixels],
    container: str = "mp4",
    codec: str = "libx264",
    *,
    rate: int | Fraction = 25,
    times_ms: Sequence[int] | None = None,
    pix_fmt: str = "yuv420p",
    **options: Any,
) -> bytes:
    """Encode frames, one every 1/rate s or at the given times."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=container) as out:
        if codec == "libx265":
            options["x265-params"] = "log-level=none"
        track: Any = out.add_stream(codec, rate=rate, options=options)
        track.pix_fmt = pix_fmt
        track.codec_context.thread_count = 1
        if times_ms is not None:
            track.codec_context.time_base = Fraction(1, 1000)
        for number, pixels in enumerate(frames):
            if number == 0:
                track.height, track.width = pixels.shape[:2]
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts = number if times_ms is None else times_ms[number]
            frame.time_base = 1 / Fraction(rate) if times_ms is None else Fraction(1, 1000)
            out.mux(track.encode(frame))
        out.mux(track.encode())
    return stream.getvalue()


def scene(seed: int, count: int, width: int = 160, height: int = 120) -> list[Pixels]:
    """A camera take: one random background, a bright square that moves over it."""
    rough = np.random.default_rng(seed).integers(0, 255, (6, 8, 3), np.uint8)
    ground = np.asarray(Image.fromarray(rough).resize((width, height)))
    frames = []
    for number in range(count):
        frame = ground.copy()
        left = (3 * number) % (width - 20)
        frame[40:60, left : left + 20] = 250
        frames.append(frame)
    return frames


def audio(container: str = "mp4", codec: str = "aac") -> bytes:
    """Half a second of silence."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=container) as out:
        track: Any = out.add_stream(codec, rate=44100)
        for number in range(20):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
            frame.sample_rate, frame.pts = 44100, 1024 * number
            out.mux(track.encode(frame))
        out.mux(track.encode())
    return stream.getvalue()
