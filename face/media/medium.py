"""Open any picture or video by its content. All untrusted media are opened here."""

from collections.abc import Iterator
from typing import BinaryIO

from face.errors import UnreadableMediaError
from face.media.images import PictureDecoder
from face.media.perceptual import FrameHasher
from face.media.plugins import PLUGINS
from face.media.sniff import HEAD_BYTES, sniff
from face.media.video import VideoDecoder
from face.media.video_stream import DEMUXERS
from face.types import Frame, MediaFacts, Reason


def open_media(stream: BinaryIO, size: int) -> "Medium":
    """Open the picture or video in a stream.

    Args:
        stream: Seekable stream, which is only read and never closed.
        size: Length of the stream in bytes.

    Raises:
        UnreadableMediaError: The content is empty, no picture or video, too large, or damaged
            beyond decoding. `detail` holds the sniffed type or the decoder's error class.
    """
    if size <= 0:
        raise UnreadableMediaError(Reason.EMPTY)
    stream.seek(0)
    mime = sniff(stream.read(HEAD_BYTES))
    if mime in PLUGINS:
        return Medium(mime, PictureDecoder(stream, size, mime))
    if mime in DEMUXERS:
        return Medium(mime, VideoDecoder(stream, size, mime))
    if mime.startswith("audio/"):
        raise UnreadableMediaError(Reason.NO_VIDEO, mime)
    raise UnreadableMediaError(Reason.NOT_MEDIA, mime)


class Medium:
    """An opened picture or video.

    Attributes:
        mime: Media type, determined by content.
    """

    def __init__(self, mime: str, source: PictureDecoder | VideoDecoder) -> None:
        self.mime = mime
        self._source = source
        self._looked_at = 0
        self._hash = FrameHasher()

    def frames(self) -> Iterator[Frame]:
        """Decode the frames to scan, once: at least one frame, or an error.

        Raises:
            UnreadableMediaError: Nothing can be decoded.
        """
        for frame in self._source.frames():
            self._hash.add(frame)
            self._looked_at += 1
            yield frame

    @property
    def partly(self) -> Reason | None:
        """Why a part could not be decoded. Valid once `frames` has run out."""
        return self._source.partly

    def facts(self) -> MediaFacts:
        """Facts about the medium. Valid once `frames` has run out."""
        hashes = self._hash.frames
        first = hashes[0] if hashes and isinstance(self._source, PictureDecoder) else None
        duration_ms = self._source.duration_ms
        return MediaFacts(
            mime=self.mime,
            width=self._source.width,
            height=self._source.height,
            duration_ms=duration_ms,
            frames=self._looked_at,
            pdq=first.pdq if first else None,
            pdq_quality=first.quality if first else None,
            frame_hashes=() if duration_ms is None else tuple(hashes),
        )
