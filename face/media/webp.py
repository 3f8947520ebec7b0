"""Decode still WebP pictures that libwebp's animation decoder cannot: truncated or very large ones.

That decoder holds sixteen bytes a pixel and takes complete files only. FFmpeg's holds one and a
half (lossy) or four (lossless), and decodes a lossy picture as far as it goes. Format: RFC 9649.
"""

from typing import Final

import av
from av.error import FFmpegError

from face.errors import UnreadableMediaError
from face.media import limits
from face.media.video_pixels import FrameConverter
from face.types import Pixels, Reason

_LOSSY: Final = b"VP8 "
_LOSSLESS: Final = b"VP8L"
_BYTES_PER_PIXEL: Final = {_LOSSY: 2, _LOSSLESS: 5}


def canvas_size(head: bytes) -> tuple[int, int]:
    """Width and height by the first 30 bytes of a file; (0, 0) where they are not there."""
    kind = head[12:16]
    if kind == b"VP8X" and len(head) >= 30:
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if kind == _LOSSLESS and len(head) >= 25:
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == _LOSSY and len(head) >= 30:
        width, height = int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0


def is_truncated(content: bytes) -> bool:
    """Return whether the file ends before the length in its header."""
    return int.from_bytes(content[4:8], "little") + 8 > len(content)


def is_animated(content: bytes) -> bool:
    """Return whether the header announces an animation."""
    return content[12:16] == b"VP8X" and bool(content[20] & 2)


def first_picture(content: bytes) -> tuple[Pixels, tuple[int, int]]:
    """Decode the (first) picture without alpha; returns its pixels and its size as stored.

    Raises:
        UnreadableMediaError: Nothing can be decoded, or it is too large for this decoder, too.
    """
    width, height = canvas_size(content[:30])
    kind, payload = _bitstream(content)
    if width * height * _BYTES_PER_PIXEL.get(kind, 0) > limits.MAX_DECODED_BYTES:
        raise UnreadableMediaError(Reason.TOO_LARGE, f"{width}x{height}")
    reason = Reason.TRUNCATED if is_truncated(content) else Reason.DAMAGED
    if not payload:
        raise UnreadableMediaError(reason, "no picture")
    lossy = kind == _LOSSY
    context = av.CodecContext.create("vp8" if lossy else "webp", "r")
    context.thread_count = 1
    packet = av.Packet(payload if lossy else _alone(payload))
    try:
        frames = [*context.decode(packet), *context.decode(None)]
    except FFmpegError as error:
        if isinstance(error, MemoryError):
            reason = Reason.DECODER_MEMORY
        raise UnreadableMediaError(reason, type(error).__name__) from error
    if not frames:
        raise UnreadableMediaError(reason, "no picture")
    pictures = FrameConverter(None, limits.MAX_FRAME_PIXELS)
    return pictures.pixels(frames[0]), (frames[0].width, frames[0].height)


def _bitstream(content: bytes) -> tuple[bytes, bytes]:
    """Kind and payload of the first VP8 or VP8L chunk, in the first frame of an animation."""
    at = 12
    while at + 8 <= len(content):
        kind, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if kind in _BYTES_PER_PIXEL:
            return kind, content[at + 8 : at + 8 + length]
        at += 24 if kind == b"ANMF" else 8 + length + length % 2
    return b"", b""


def _alone(payload: bytes) -> bytes:
    """Wrap a lossless bit stream as a file of its own."""
    padded = payload + b"\0" * (len(payload) % 2)
    chunk = _LOSSLESS + len(payload).to_bytes(4, "little") + padded
    return b"RIFF" + (4 + len(chunk)).to_bytes(4, "little") + b"WEBP" + chunk
