"""Open any picture or video by its content. All untrusted media are opened here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import BinaryIO, Final, TypeAlias

import numpy as np

from face.errors import UnreadableMediaError
from face.media import limits
from face.media.images import PictureDecoder
from face.media.parts import RAW, Part, parts_of
from face.media.perceptual import FrameHasher
from face.media.plugins import PLUGINS
from face.media.psd import sampled_psd
from face.media.samples import SampledPicture, is_misread, sampled_tiff
from face.media.sampling import luma_grid
from face.media.sniff import HEAD_BYTES, UNKNOWN, sniff
from face.media.video import VideoDecoder
from face.media.video_stream import DEMUXERS
from face.types import Frame, MediaFacts, Pixels, Reason

Source: TypeAlias = PictureDecoder | SampledPicture | VideoDecoder

_TIFF: Final = "image/tiff"
_BY_SAMPLES: Final = {_TIFF: sampled_tiff, "image/vnd.adobe.photoshop": sampled_psd}
_SAME_MEAN: Final = 0.02
_SAME_MOST: Final = 0.08
"""Greatest change of the fields of a luma grid (0..1) between a picture and its thumbnail."""


def open_media(stream: BinaryIO, size: int) -> "Medium":
    """Open the picture or video in a stream, with all further ones that lie in the same file.

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
    if mime in PLUGINS or mime in RAW:
        return _picture(stream, size, mime)
    if mime in DEMUXERS:
        first = VideoDecoder(stream, size, mime)
        tracks = range(1, min(first.tracks, limits.MAX_VIDEO_TRACKS))
        further = [partial(VideoDecoder, stream, size, mime, number) for number in tracks]
        return Medium(mime, first, further, is_all=first.tracks <= limits.MAX_VIDEO_TRACKS)
    raise UnreadableMediaError(_why_not(mime), mime)


def _why_not(mime: str) -> Reason:
    """Why content of a type is not decoded; only what has no name here may be anything."""
    kind = mime.partition("/")[0]
    if mime == UNKNOWN or kind == "text":
        return Reason.NOT_MEDIA
    return {"audio": Reason.NO_VIDEO, "image": Reason.PICTURE_FORMAT}.get(kind, Reason.OTHER_FORMAT)


def _picture(stream: BinaryIO, size: int, mime: str) -> "Medium":
    parts = parts_of(stream, size, mime)
    further = [partial(_opened, stream, each) for each in parts.further]
    if parts.main is not None:
        first = _opened(stream, parts.main)
    elif mime in RAW:
        raise UnreadableMediaError(Reason.PICTURE_FORMAT, mime)
    else:
        first = _decoder(stream, size, mime)
    return Medium(mime, first, further, is_all=parts.is_all)


def _decoder(stream: BinaryIO, size: int, mime: str) -> PictureDecoder | SampledPicture:
    """Open a picture with Pillow; a TIFF or PSD that it misreads or refuses, by its samples."""
    by_samples = _BY_SAMPLES.get(mime)
    if by_samples is None:
        return PictureDecoder(stream, size, mime)
    if mime != _TIFF or not is_misread(stream, size):
        try:
            return PictureDecoder(stream, size, mime)
        except UnreadableMediaError as error:
            if error.reason is not Reason.DAMAGED:
                raise
    try:
        return by_samples(stream, size)
    except UnreadableMediaError as error:
        is_named = error.reason is Reason.PICTURE_FORMAT
        raise UnreadableMediaError(error.reason, mime if is_named else error.detail) from error


def _opened(stream: BinaryIO, part: Part) -> Source:
    """Open a part of a file. Raises UnreadableMediaError."""
    if part.mime in PLUGINS:
        return _decoder(part.open(stream), part.size, part.mime)
    if part.mime in DEMUXERS:
        return VideoDecoder(part.open(stream), part.size, part.mime)
    raise UnreadableMediaError(Reason.MORE_INSIDE, part.mime)


class _Look:
    """How the first picture of a file looks, by which its thumbnails are known."""

    def __init__(self, pixels: Pixels | None = None) -> None:
        self._area = 0 if pixels is None else pixels.shape[0] * pixels.shape[1]
        self._grid = None if pixels is None else luma_grid(pixels[:, :, 1])

    def is_larger_than(self, pixels: Pixels) -> bool:
        """Return whether pixels are the same picture with less than half of its pixels."""
        if self._grid is None or 2 * pixels.shape[0] * pixels.shape[1] > self._area:
            return False
        change = np.abs(luma_grid(pixels[:, :, 1]) - self._grid)
        return float(change.mean()) < _SAME_MEAN and float(change.max()) < _SAME_MOST


class Medium:
    """An opened picture or video.

    Attributes:
        mime: Media type, determined by content.
    """

    def __init__(
        self,
        mime: str,
        first: Source,
        further: Sequence[Callable[[], Source]] = (),
        *,
        is_all: bool = True,
    ) -> None:
        """Take what was opened.

        Args:
            further: Open the further pictures and videos in the file, one by one.
            is_all: Whether these are all.
        """
        self.mime = mime
        self._first = first
        self._further = further
        self._missed = None if is_all else Reason.MORE_INSIDE
        self._looked_at = 0
        self._hash = FrameHasher()

    def frames(self) -> Iterator[Frame]:
        """Decode the frames to scan, once: at least one frame, or an error.

        Frames of the n-th further part are numbered from n times `limits.FRAMES_OF_A_PART` on, and
        have the times of that part.

        Raises:
            UnreadableMediaError: Nothing can be decoded.
        """
        shot, first = 0, _Look()
        for frame in self._first.frames():
            self._hash.add(frame)
            if not self._looked_at and self._further:
                first = _Look(frame.pixels)
            self._looked_at += 1
            shot = frame.shot
            yield frame
        for number, open_part in enumerate(self._further, 1):
            if self._looked_at > 2 * limits.MAX_SAMPLES:
                self._missed = self._missed or Reason.TOO_LONG
                return
            first_shot = shot + 1
            for frame in self._part(open_part):
                if first.is_larger_than(frame.pixels):
                    continue
                self._looked_at += 1
                shot = first_shot + frame.shot
                index = frame.index + number * limits.FRAMES_OF_A_PART
                yield replace(frame, index=index, shot=shot)

    def _part(self, open_part: Callable[[], Source]) -> Iterator[Frame]:
        """Decode a further part; one that cannot be decoded leaves the others as they are."""
        try:
            source = open_part()
            yield from source.frames()
        except UnreadableMediaError as error:
            if error.reason is Reason.DECODER_MEMORY:
                raise
            self._missed = self._missed or Reason.MORE_INSIDE
            return
        self._missed = self._missed or source.partly

    @property
    def partly(self) -> Reason | None:
        """Why a part could not be decoded. Valid once `frames` has run out."""
        return self._first.partly or self._missed

    def facts(self) -> MediaFacts:
        """Facts about the medium as its first part says. Valid once `frames` has run out."""
        hashes = self._hash.frames
        is_picture = not isinstance(self._first, VideoDecoder)
        first = hashes[0] if hashes and is_picture else None
        duration_ms = self._first.duration_ms
        return MediaFacts(
            mime=self.mime,
            width=self._first.width,
            height=self._first.height,
            duration_ms=duration_ms,
            frames=self._looked_at,
            pdq=first.pdq if first else None,
            pdq_quality=first.quality if first else None,
            frame_hashes=() if duration_ms is None else tuple(hashes),
        )
