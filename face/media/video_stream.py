"""Open the container of a video with PyAV (FFmpeg): its picture stream, its clock and its end.

The demuxer is chosen by the detected type and never guessed by FFmpeg, some of whose formats are
play lists that open other files.
"""

import os
from fractions import Fraction
from typing import BinaryIO, Final

import av
import av.subtitles.stream  # PyAV imports it itself, but only when a file is open
from av.container import InputContainer
from av.stream import Disposition
from av.video import VideoFrame
from av.video.stream import VideoStream

from face.errors import UnreadableMediaError
from face.media import limits
from face.types import Reason

DEMUXERS: Final = {
    "video/mp4": "mov",
    "video/x-m4v": "mov",
    "video/quicktime": "mov",
    "video/3gpp": "mov",
    "video/3gpp2": "mov",
    "image/heic-sequence": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "video/x-msvideo": "avi",
    "video/x-flv": "flv",
    "video/x-ms-asf": "asf",
    "video/mpeg": "mpeg",
    "video/mp2t": "mpegts",
    "video/ogg": "ogg",
    "video/mpv": "mpegvideo",
    "video/mp4v-es": "m4v",
    "video/h264": "h264",
    "video/h265": "hevc",
    "video/dv": "dv",
    "video/mxf": "mxf",
    "video/vnd.rn-realvideo": "rm",
    "video/x-ivf": "ivf",
    "video/x-yuv4mpeg": "yuv4mpegpipe",
}
"""The demuxer for each media type that is decoded."""

UNTIMED: Final = frozenset(("h264", "hevc"))
"""Demuxers of raw streams whose pictures carry no time: they follow each other at the frame
rate."""

RAW: Final = UNTIMED | {"mpegvideo", "m4v"}
"""Demuxers of streams without a system layer, in which no place can be found again."""

_BUFFER_BYTES: Final = 1 << 18


def open_container(stream: BinaryIO, demuxer: str) -> InputContainer:
    """Open a container and read its headers; may raise FFmpegError and OSError."""
    return av.open(
        stream, mode="r", format=demuxer, buffer_size=_BUFFER_BYTES, metadata_errors="replace"
    )


def picture_streams(container: InputContainer) -> list[VideoStream]:
    """Return the streams of pictures, moving ones first: cover art and single
    thumbnails come last.
    """
    return sorted(container.streams.video, key=is_single_picture)


def is_single_picture(stream: VideoStream) -> bool:
    """Return whether a stream holds one picture, as cover art and the thumbnail
    tracks of cameras do.
    """
    return bool(stream.disposition & Disposition.attached_pic) or stream.frames == 1


def picture_stream(container: InputContainer, track: int = 0) -> VideoStream:
    """Return one of the streams of pictures, ready to be decoded.

    Raises:
        UnreadableMediaError: There is none, or it is too large.
    """
    streams = picture_streams(container)
    if track >= len(streams):
        raise UnreadableMediaError(Reason.NO_VIDEO)
    stream = streams[track]
    context = stream.codec_context
    if context is None:
        raise UnreadableMediaError(Reason.DAMAGED, "unknown codec")
    if context.width * context.height > limits.MAX_VIDEO_PIXELS:
        raise UnreadableMediaError(Reason.TOO_LARGE, f"{context.width}x{context.height}")
    context.thread_count = 1
    context.options = {"max_pixels": str(limits.MAX_VIDEO_PIXELS)}
    return stream


def origin_ms(container: InputContainer, stream: VideoStream) -> float:
    """Return the time at which players start their clock: that of the first
    packet of any stream.
    """
    whole = milliseconds(container.start_time, Fraction(1, av.time_base))
    return milliseconds(stream.start_time, stream.time_base) or 0.0 if whole is None else whole


def shown_ms(frame: VideoFrame, origin_ms: float) -> int:
    """Return the presentation time of a frame since the start of the file, as players count it."""
    stamp = frame.pts if frame.pts is not None else frame.dts
    if stamp is None or frame.time_base is None:
        return 0
    return max(0, round(1000 * stamp * frame.time_base - origin_ms))


def milliseconds(ticks: int | None, base: Fraction | None) -> float | None:
    """Convert a time in units of `base` seconds to milliseconds; None where it is unknown."""
    return None if ticks is None or base is None else float(1000 * ticks * base)


_MAX_BOXES: Final = 10_000
_SEGMENT: Final = 0x18538067


def is_truncated(stream: BinaryIO, size: int, demuxer: str) -> bool:
    """Return whether a file is truncated: the outermost boxes of an MP4, Matroska
    or AVI go past its end.
    """
    stream.seek(0)
    if demuxer == "mov":
        return _boxes_end(stream, size) > size
    if demuxer == "matroska":
        return _segment_end(stream) > size
    if demuxer == "avi":
        return int.from_bytes(stream.read(8)[4:], "little") + 8 > size
    return False


def _boxes_end(stream: BinaryIO, size: int) -> int:
    """Return the end of the last box of an ISO file.

    ISO/IEC 14496-12, 4.2: 32-bit size and type; size 1: 64 bits follow; 0: to the end.
    """
    at = 0
    for _ in range(_MAX_BOXES):
        if at >= size:
            break
        stream.seek(at)
        head = stream.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:], "big")
        if length < 8:
            break
        at += length
    return at


def _segment_end(stream: BinaryIO) -> int:
    """Return the end of the one Segment behind the EBML header; 0 where its size is unknown.

    RFC 8794 and 9559.
    """
    stream.seek(4)
    header = _number(stream)
    stream.seek(header or 0, os.SEEK_CUR)
    if int.from_bytes(stream.read(4), "big") != _SEGMENT:
        return 0
    length = _number(stream)
    return 0 if length is None else stream.tell() + length


def _number(stream: BinaryIO) -> int | None:
    """Read a variable-length number of EBML; None for all ones, which mean "unknown"."""
    first = stream.read(1)
    if not first or not first[0]:
        return None
    more = 8 - first[0].bit_length()
    value = int.from_bytes(first + stream.read(more), "big") & ((1 << 7 * (more + 1)) - 1)
    return None if value == (1 << 7 * (more + 1)) - 1 else value
