"""Files that hold more than one picture or video, as phones, cameras and recorders write them."""

import io
import struct
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import av
import numpy as np
from PIL import Image

from face.types import Pixels
from tests.support.drawn_media import encoded


def video_of_tracks(*tracks: Sequence[Pixels], container: str = "mp4", rate: int = 10) -> bytes:
    """A video with a track for each list of frames; a list of one is a thumbnail in MJPEG."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=container) as out:
        made: list[Any] = []
        for frames in tracks:
            codec, pix_fmt = ("mjpeg", "yuvj420p") if len(frames) == 1 else ("libx264", "yuv420p")
            track: Any = out.add_stream(codec, rate=rate)
            track.height, track.width = frames[0].shape[:2]
            track.pix_fmt = pix_fmt
            track.codec_context.thread_count = 1
            made.append(track)
        for track, frames in zip(made, tracks, strict=True):
            for number, pixels in enumerate(frames):
                frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
                frame.pts, frame.time_base = number, Fraction(1, rate)
                out.mux(track.encode(frame))
            out.mux(track.encode())
    return stream.getvalue()


def transport_stream(content: bytes, packet: int) -> bytes:
    """The same transport stream in packets of 192 or 204 bytes."""
    packets = [content[at : at + 188] for at in range(0, len(content), 188)]
    if packet == 192:
        return b"".join(struct.pack(">I", 300 * n) + each for n, each in enumerate(packets))
    return b"".join(each + bytes(packet - 188) for each in packets)


def motion_photo(still: Image.Image, video: bytes, trailer: bytes = b"") -> bytes:
    """A JPEG with a video behind it, as Google (nothing between) and Samsung (marks) write it."""
    begin = b"\0\0\x30\x0a\x10\0\0\0MotionPhoto_Data" if trailer else b""
    return encoded(still, "JPEG", quality=95) + begin + video + trailer


def motion_heic(still: Image.Image, video: bytes) -> bytes:
    """A HEIC with a video in a box of its own."""
    return encoded(still, "HEIF", quality=95) + struct.pack(">I", 8 + len(video)) + b"mpvd" + video


def raw_photo(photo: Image.Image, thumbnail: Image.Image, sensor: tuple[int, int]) -> bytes:
    """A DNG: a thumbnail first; below it the mosaic of a sensor, and the photo as a JPEG."""
    jpeg, small = encoded(photo, "JPEG", quality=95), np.asarray(thumbnail).tobytes()
    mosaic = bytes(8)
    first, second, third = 8, 8 + 6 + 12 * 12 + 8 + 8, 0
    third = second + 6 + 12 * 9
    data = third + 6 + 12 * 9
    bits, below = first + 6 + 12 * 12, first + 6 + 12 * 12 + 8
    rows = [
        *((254, 4, 1, 1), (256, 4, 1, thumbnail.width), (257, 4, 1, thumbnail.height)),
        *((258, 3, 3, bits), (259, 3, 1, 1), (262, 3, 1, 2), (273, 4, 1, data)),
        *((277, 3, 1, 3), (278, 4, 1, thumbnail.height), (279, 4, 1, len(small))),
        *((330, 4, 2, below), (50706, 1, 4, 0x401)),
    ]
    of_sensor = [
        *((254, 4, 1, 0), (256, 4, 1, sensor[0]), (257, 4, 1, sensor[1]), (258, 3, 1, 16)),
        *((259, 3, 1, 1), (262, 3, 1, 32803), (273, 4, 1, data + len(small))),
        *((277, 3, 1, 1), (279, 4, 1, len(mosaic))),
    ]
    of_photo = [
        *((254, 4, 1, 1), (256, 4, 1, photo.width), (257, 4, 1, photo.height), (259, 3, 1, 7)),
        *((262, 3, 1, 6), (273, 4, 1, data + len(small) + len(mosaic)), (277, 3, 1, 3)),
        *((278, 4, 1, photo.height), (279, 4, 1, len(jpeg))),
    ]
    head = b"II*\0" + struct.pack("<I", first) + _directory(rows)
    head += struct.pack("<HHHH", 8, 8, 8, 0) + struct.pack("<II", second, third)
    return head + _directory(of_sensor) + _directory(of_photo) + small + mosaic + jpeg


def _directory(rows: list[tuple[int, int, int, int]]) -> bytes:
    packed = b"".join(struct.pack("<HHII", *row) for row in rows)
    return struct.pack("<H", len(rows)) + packed + bytes(4)
