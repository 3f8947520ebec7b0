"""Decode videos with PyAV (FFmpeg): sample frames, and compute when they are shown."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from typing import BinaryIO, Final

import av
from av.error import EOFError as EndOfFileError
from av.error import FFmpegError
from av.packet import Packet
from av.video import VideoFrame
from av.video.stream import VideoStream

from face.errors import UnreadableMediaError
from face.media import limits
from face.media.sampling import KEY_FRAMES_ONLY_MS, MonotonicTimeline, SamplingClock, ShotDetector
from face.media.video_pixels import FrameConverter
from face.media.video_stream import (
    DEMUXERS,
    RAW,
    UNTIMED,
    is_single_picture,
    is_truncated,
    milliseconds,
    open_container,
    origin_ms,
    picture_stream,
    picture_streams,
    shown_ms,
)
from face.types import Frame, Reason

_FAST_RATE: Final = 20
"""Frames a second from which unreferenced frames are skipped, since enough others remain."""
_THIN_GAP_MS: Final = 400
_MISSING_MS: Final = 500
_REORDERED: Final = 32
"""Packets by which a frame may be shown earlier than it is stored."""


class VideoDecoder:
    """Decodes one track of a video. The attributes are valid once `frames` has run out.

    Attributes:
        tracks: How many tracks of pictures the file has; known from the start.
        width, height: Size as shown, in pixels.
        duration_ms: Duration by the file, or the time of its last frame.
        partly: Why a part could not be decoded, or None.
    """

    def __init__(self, stream: BinaryIO, size: int, mime: str, track: int = 0) -> None:
        """Read the headers. Raises UnreadableMediaError."""
        self.width = self.height = 0
        self.partly: Reason | None = None
        self._failures = 0
        self._is_raw = DEMUXERS[mime] in RAW
        self._is_untimed = DEMUXERS[mime] in UNTIMED
        self._decoded_frames = 0
        self._is_truncated = is_truncated(stream, size, DEMUXERS[mime])
        stream.seek(0)
        try:
            self._container = open_container(stream, DEMUXERS[mime])
        except (FFmpegError, OSError) as error:
            reason = Reason.TRUNCATED if self._is_truncated else Reason.DAMAGED
            raise UnreadableMediaError(reason, type(error).__name__) from error
        self.tracks = len(picture_streams(self._container))
        self._stream = picture_stream(self._container, track)
        self._origin_ms = origin_ms(self._container, self._stream)
        self.duration_ms = self._duration()
        self._interval_ms = max(limits.SAMPLE_MS, (self.duration_ms or 0) // limits.MAX_SAMPLES)
        if self._interval_ms > limits.SAMPLE_MS:
            self.partly = Reason.TOO_LONG
        self._pictures = FrameConverter(
            self._stream.sample_aspect_ratio, limits.MAX_VIDEO_FRAME_PIXELS
        )
        self._newest: deque[int] = deque(maxlen=_REORDERED)
        self._seen: list[int] = []  # presentation times of the packets so far, in order
        self._last: tuple[int, int] = (-1, 0)  # the latest of them, and how long it is shown

    def frames(self) -> Iterator[Frame]:
        """Decode two frames a second or more: at least one frame, or an error."""
        with self._container:
            try:
                yield from self._sampled()
            except MemoryError as error:
                raise UnreadableMediaError(Reason.DECODER_MEMORY, "MemoryError") from error
            except FFmpegError as error:
                self.partly = Reason.DAMAGED
                if not self.width:
                    raise UnreadableMediaError(Reason.DAMAGED, type(error).__name__) from error

    def _sampled(self) -> Iterator[Frame]:
        shots, clock, taken = ShotDetector(), SamplingClock(self._interval_ms), 0
        time_ms = until_ms = 0
        line = MonotonicTimeline(float(1000 / (self._stream.average_rate or 25)))
        for decoded, following in _with_next(self._in_time()):
            time_ms = line.at(self._time_ms(decoded))
            until_ms = time_ms + self._shown_for_ms(decoded)
            next_ms = time_ms + max(0, self._gap_ms(decoded, following))
            self._notice_missing(decoded, following)
            cut = shots.add(self._pictures.luma(decoded))
            if not (clock.due(time_ms, next_ms, decoded.key_frame) or cut):
                continue
            if taken >= 2 * limits.MAX_SAMPLES:
                self.partly = Reason.TOO_LONG
                break
            if not taken:
                self.width, self.height = self._pictures.size(decoded)
            taken += 1
            clock.taken(time_ms)
            pixels = self._pictures.pixels(decoded)
            yield Frame(pixels, self._number(decoded, taken), time_ms, shots.shot)
        self._finish(taken, time_ms, until_ms)

    def _finish(self, taken: int, last_ms: int, until_ms: int) -> None:
        if self._is_truncated or (self.partly is None and self._ends_early(until_ms)):
            self.partly = Reason.TRUNCATED
        if not taken:
            raise UnreadableMediaError(self.partly or Reason.DAMAGED, self._stream.codec.name)
        self.duration_ms = max(self.duration_ms or 0, last_ms)

    def _in_time(self) -> Iterator[VideoFrame]:
        """Decode all frames, or only referenced ones while these follow closely enough."""
        context = self._stream.codec_context
        rate = self._stream.average_rate
        if self._interval_ms >= KEY_FRAMES_ONLY_MS:
            context.skip_frame = "NONKEY"
        elif rate and rate >= _FAST_RATE and not self._is_raw:
            context.skip_frame = "NONREF"
        last: VideoFrame | None = None
        for frame in self._decoded():
            if context.skip_frame == "NONREF" and self._gap_ms(last, frame) > _THIN_GAP_MS:
                break
            yield frame
            last = frame
        else:
            return
        yield from self._every_frame_after(last)

    def _every_frame_after(self, last: VideoFrame | None) -> Iterator[VideoFrame]:
        """Decode every frame from where referenced frames became too few."""
        self._stream.codec_context.skip_frame = "DEFAULT"
        if last is not None and last.pts is not None:
            self._container.seek(last.pts, stream=self._stream)
        for frame in self._decoded():
            if last is None or self._gap_ms(last, frame) > 0:
                last = None
                yield frame

    def _gap_ms(self, last: VideoFrame | None, frame: VideoFrame) -> int:
        return self._time_ms(frame) - self._time_ms(last) if last is not None else 1

    def _decoded(self) -> Iterator[VideoFrame]:
        for packet in self._packets():
            try:
                frames = self._stream.codec_context.decode(packet)
            except EndOfFileError:
                return
            except FFmpegError as error:
                self._failed(error)
                continue
            for frame in frames:
                if frame.is_corrupt:
                    self.partly = self.partly or Reason.DAMAGED
                if self._is_untimed:
                    self._put_time(frame)
                yield frame

    def _put_time(self, frame: VideoFrame) -> None:
        """Number the frame: a raw stream has nothing but its order and its frame rate."""
        rate = self._stream.average_rate or Fraction(25)
        frame.time_base = 1 / rate
        frame.pts = self._decoded_frames
        self._decoded_frames += 1

    def _packets(self) -> "Iterator[Packet[VideoStream]]":
        """Yield the packets of the stream, past damaged places; the last packet is empty."""
        while self._failures < limits.MAX_DECODE_FAILURES:
            try:
                for packet in self._container.demux(self._stream):
                    if not packet.size and packet.pts is not None:
                        self._show_longer(packet.pts + (packet.duration or 0))
                        continue
                    self._note(packet.pts, packet.duration)
                    yield packet
            except EndOfFileError:
                return
            except FFmpegError as error:
                self._failed(error)
                continue
            return

    def _failed(self, error: FFmpegError) -> None:
        if isinstance(error, MemoryError):
            raise error
        self._failures += 1
        self.partly = Reason.DAMAGED

    def _note(self, pts: int | None, duration: int | None) -> None:
        if pts is not None:
            self._last = max(self._last, (pts, duration or 0))
            self._newest.append(pts)
            at = bisect_left(self._seen, pts)
            if at == len(self._seen) or self._seen[at] != pts:
                self._seen.insert(at, pts)

    def _show_longer(self, until: int) -> None:
        """Take an empty packet, which says in Theora and VP8 that the last picture stays."""
        pts, duration = self._last
        self._last = pts, max(duration, until - pts)

    def _notice_missing(self, frame: VideoFrame, following: VideoFrame) -> None:
        """Note that pictures are missing, which decoders drop silently when damaged."""
        first, last = frame.pts, following.pts
        if following is frame:
            last = max(self._newest, default=first)
        if first is None or last is None or frame.time_base is None:
            return
        packets = bisect_left(self._seen, last) - bisect_left(self._seen, first)
        too_long = 1000 * (last - first) * frame.time_base > _MISSING_MS
        if too_long and packets > 1 and self._stream.codec_context.skip_frame != "NONKEY":
            self.partly = self.partly or Reason.DAMAGED

    def _number(self, frame: VideoFrame, fallback: int) -> int:
        if self._is_untimed and frame.pts is not None:
            return frame.pts
        return bisect_left(self._seen, frame.pts) if frame.pts is not None else fallback - 1

    def _time_ms(self, frame: VideoFrame) -> int:
        return shown_ms(frame, self._origin_ms)

    def _duration(self) -> int | None:
        own = milliseconds(self._stream.duration, self._stream.time_base)
        start = milliseconds(self._stream.start_time, self._stream.time_base)
        if own is not None and start is not None:
            return round(own + start - self._origin_ms)
        whole = milliseconds(self._container.duration, Fraction(1, av.time_base))
        return None if whole is None else round(whole)

    def _shown_for_ms(self, frame: VideoFrame) -> int:
        """Return how long the file says that its last picture is shown; 0 for any other picture.

        A recording of a screen on which nothing moves ends with one picture of many seconds.
        """
        pts, ticks = self._last
        if frame.pts != pts or not frame.time_base:
            return 0
        return round(1000 * ticks * frame.time_base)

    def _ends_early(self, until_ms: int) -> bool:
        """Return whether the pictures of a silent video end long before the
        duration of the file.
        """
        if self._container.streams.audio or not self.duration_ms:
            return False  # sound may well be longer
        if is_single_picture(self._stream):
            return False
        return until_ms + max(1_000, self._interval_ms) < self.duration_ms * 0.98


def _with_next(frames: Iterator[VideoFrame]) -> Iterator[tuple[VideoFrame, VideoFrame]]:
    """Pair each frame with the one after it, and the last one with itself."""
    held: VideoFrame | None = None
    for frame in frames:
        if held is not None:
            yield held, frame
        held = frame
    if held is not None:
        yield held, held
