"""The stream of moving pictures in a file, and its clock, with PyAV (FFmpeg).

The demuxer is the one that the content asks for, never a guessed one: some of FFmpeg's formats
are play lists that open other files.
"""

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
    "application/ogg": "ogg",
}
"""The types that this file decodes."""

_BUFFER_BYTES: Final = 1 << 18


def open_container(stream: BinaryIO, demuxer: str) -> InputContainer:
    """Read the headers; raises FFmpegError and OSError."""
    return av.open(
        stream, mode="r", format=demuxer, buffer_size=_BUFFER_BYTES, metadata_errors="replace"
    )


def picture_stream(container: InputContainer) -> VideoStream:
    """The first stream of moving pictures; cover art is none. Raises UnreadableMediaError."""
    for stream in container.streams.video:
        if stream.disposition & Disposition.attached_pic:
            continue
        context = stream.codec_context
        if context is None:
            raise UnreadableMediaError(Reason.DAMAGED, "unknown codec")
        if context.width * context.height > limits.MAX_VIDEO_PIXELS:
            raise UnreadableMediaError(Reason.TOO_LARGE, f"{context.width}x{context.height}")
        context.thread_count = 1
        context.options = {"max_pixels": str(limits.MAX_VIDEO_PIXELS)}
        return stream
    raise UnreadableMediaError(Reason.NO_VIDEO)


def origin_ms(container: InputContainer, stream: VideoStream) -> float:
    """Where the clock of the players starts: at the first packet of any stream."""
    whole = milliseconds(container.start_time, Fraction(1, av.time_base))
    return milliseconds(stream.start_time, stream.time_base) or 0.0 if whole is None else whole


def shown_ms(frame: VideoFrame, origin_ms: float) -> int:
    """Presentation time since the start of the whole file, as players count it."""
    stamp = frame.pts if frame.pts is not None else frame.dts
    if stamp is None or frame.time_base is None:
        return 0
    return max(0, round(1000 * stamp * frame.time_base - origin_ms))


def milliseconds(ticks: int | None, base: Fraction | None) -> float | None:
    """A time in units of `base` seconds, if it is known."""
    return None if ticks is None or base is None else float(1000 * ticks * base)
