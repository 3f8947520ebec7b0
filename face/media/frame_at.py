"""Decode one frame of a medium again: the very frame in which a scan found something."""

from collections.abc import Iterator
from fractions import Fraction
from typing import BinaryIO, Final

from av import VideoFrame
from av.container import InputContainer
from av.error import EOFError as EndOfFileError
from av.error import FFmpegError
from av.video.stream import VideoStream

from face.errors import UnreadableMediaError
from face.media import limits
from face.media.medium import open_media
from face.media.sniff import HEAD_BYTES, sniff
from face.media.video_pixels import FrameConverter
from face.media.video_stream import (
    DEMUXERS,
    UNTIMED,
    open_container,
    origin_ms,
    picture_stream,
    shown_ms,
)
from face.types import Pixels, Reason

_RUN_UPS_MS: Final = (0, 2_000, 10_000)
"""How far before the frame decoding starts, tried in turn: where pictures refer to some behind the
next key frame, the nearest key frame is not enough."""


def frame_at(stream: BinaryIO, size: int, index: int, time_ms: int) -> Pixels:
    """Decode one frame again; in a video, from a key frame shortly before it.

    Args:
        stream: Seekable stream, which is only read and never closed.
        size: Length of the stream in bytes.
        index, time_ms: Number and time of the frame, as `face.scan_medium` returned them.

    Raises:
        UnreadableMediaError: The frame cannot be decoded, or there is no such frame.
    """
    stream.seek(0)
    mime = sniff(stream.read(HEAD_BYTES))
    demuxer = DEMUXERS.get(mime)
    if demuxer is not None and demuxer not in UNTIMED:
        track = index // limits.FRAMES_OF_A_PART
        for run_up in _RUN_UPS_MS:
            pixels = _near(stream, demuxer, track, time_ms, run_up)
            if pixels is not None:
                return pixels
    if mime == "image/jpeg" and 0 < index < limits.FRAMES_OF_A_PART:
        index *= limits.FRAMES_OF_A_PART  # looked at by a version that numbered them as pages
    # The same way as the scan: always right, and as slow as the scan was.
    for frame in open_media(stream, size).frames():
        if (frame.index, frame.time_ms) == (index, time_ms):
            return frame.pixels
    raise UnreadableMediaError(Reason.DAMAGED, f"no frame {index}")


def _near(
    stream: BinaryIO, demuxer: str, track: int, time_ms: int, run_up_ms: int
) -> Pixels | None:
    """Return the frame of a track that is shown at `time_ms`; None where it cannot be reached."""
    stream.seek(0)
    try:
        with open_container(stream, demuxer) as container:
            pictures = picture_stream(container, track)
            origin = origin_ms(container, pictures)
            if time_ms > run_up_ms:
                start = _ticks(time_ms - run_up_ms + origin, pictures.time_base)
                container.seek(start, stream=pictures)
            frame = _shown_at(time_ms, origin, _decoded(container, pictures))
            aspect = pictures.sample_aspect_ratio
            converter = FrameConverter(aspect, limits.MAX_VIDEO_FRAME_PIXELS)
            return None if frame is None else converter.pixels(frame)
    except MemoryError as error:
        raise UnreadableMediaError(Reason.DECODER_MEMORY, "MemoryError") from error
    except (FFmpegError, OSError):
        return None


def _ticks(milliseconds: float, base: Fraction | None) -> int:
    return int(milliseconds / 1000 / base) if base else 0


def _shown_at(time_ms: int, origin: float, frames: Iterator[VideoFrame]) -> VideoFrame | None:
    whole = False
    for frame in frames:
        # What comes before the first key frame was made from pictures that are not there.
        whole = whole or frame.key_frame
        shown = shown_ms(frame, origin)
        if shown == time_ms and whole:
            return frame
        if shown >= time_ms:
            return None
    return None


def _decoded(container: InputContainer, pictures: VideoStream) -> Iterator[VideoFrame]:
    """Decode all frames from here on, past damaged packets, as the scan does."""
    for packet in container.demux(pictures):
        try:
            frames = pictures.codec_context.decode(packet)
        except MemoryError:
            raise
        except EndOfFileError:
            return
        except FFmpegError:
            continue
        yield from frames
