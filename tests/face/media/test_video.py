import io
import struct
from itertools import pairwise
from typing import Any

import av
import numpy as np
import pytest
from av.video.reformatter import Colorspace
from numpy.typing import NDArray

from face.errors import UnreadableMediaError
from face.media import limits
from face.types import Reason
from tests.support.drawn_media import (
    FORMATS,
    audio,
    corners,
    looked_at,
    opened,
    portrait,
    scene,
    video,
)


@pytest.mark.parametrize(("container", "codec"), FORMATS)
def test_looks_at_two_frames_a_second_in_every_format(container: str, codec: str) -> None:
    pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
    content = video(scene(1, 75), container, codec, pix_fmt=pix_fmt)
    frames, medium = looked_at(content)
    times = [f.time_ms for f in frames]
    assert times[0] == 0
    assert max(b - a for a, b in pairwise(times)) <= 500
    assert 3000 - times[-1] <= 520
    assert medium.partly is None
    assert abs((medium.facts().duration_ms or 0) - 3000) <= 60
    there = scene(1, 1)[0].astype(int)
    assert np.abs(frames[0].pixels.astype(int) - there).mean() < 14
    assert medium.facts().pdq is None


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_turns_what_was_filmed_on_the_side(degrees: int) -> None:
    upright = np.asarray(corners(96, 64))
    stored = np.ascontiguousarray(np.rot90(upright, degrees // 90))
    frames, medium = looked_at(turned(video([stored] * 5), degrees))
    assert np.abs(frames[0].pixels.astype(int) - upright).mean() < 12
    assert (medium.facts().width, medium.facts().height) == (96, 64)


def turned(content: bytes, clockwise: int) -> bytes:
    """Write a rotation into the track header (ISO/IEC 14496-12, 8.3.2): a, b, c, d as 16.16."""
    cosine, sine = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[clockwise]
    at = content.index(b"tkhd") + 4 + 4 + 20 + 16
    values = (cosine << 16, sine << 16, 0, -sine << 16, cosine << 16, 0, 0, 0, 1 << 30)
    return content[:at] + struct.pack(">9i", *values) + content[at + 36 :]


def test_wide_pixels_are_made_square() -> None:
    content = video([np.asarray(portrait(96, 64))] * 5, "matroska", aspect="3:1")
    frames, medium = looked_at(content)
    assert frames[0].pixels.shape == (64, 288, 3)
    assert (medium.facts().width, medium.facts().height) == (288, 64)


@pytest.mark.parametrize(
    ("codec", "pix_fmt"),
    [
        ("libx264", "yuv422p"),
        ("libx264", "yuv444p"),
        ("libx264", "yuv420p10le"),
        ("libx264", "yuvj420p"),
        ("libx265", "yuv420p10le"),
        ("ffv1", "yuv420p16le"),
        ("ffv1", "bgr0"),
        ("ffv1", "gray"),
        ("rawvideo", "yuyv422"),
    ],
)
def test_decodes_odd_pixel_formats(codec: str, pix_fmt: str) -> None:
    content = video([*scene(1, 10), *scene(2, 10)], "matroska", codec, pix_fmt=pix_fmt)
    frames, _ = looked_at(content)
    there = scene(1, 1)[0].astype(int)
    shown = frames[0].pixels.astype(int)
    if pix_fmt == "gray":
        there = (there @ [0.299, 0.587, 0.114])[..., None].astype(int)
    assert np.abs(shown - there).mean() < 14
    assert frames[-1].shot == 1


def test_a_heic_sequence_is_looked_at_as_a_video() -> None:
    content = video(scene(1, 30), "mp4", "libx265")
    size = int.from_bytes(content[:4], "big")
    brands = b"ftypmsf1\0\0\0\0msf1hevcmif1heicmiaf"[: size - 4].ljust(size - 4, b"\0")
    frames, medium = looked_at(content[:4] + brands + content[size:])
    assert medium.mime == "image/heic-sequence"
    assert len(frames) >= 2


def test_hdr_video_is_mapped_to_what_a_screen_shows() -> None:
    there = np.asarray(portrait(128, 96))
    linear = np.where(there < 11, there / 3294, ((there / 255 + 0.055) / 1.055) ** 2.4)
    to_2020 = np.array(
        [[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.088, 0.8956]]
    )
    # SMPTE ST 2084, white at 203 cd/m2 (ITU-R BT.2408)
    power = ((linear @ to_2020.T).clip(0, 1) * 203 / 10_000) ** 0.1593017578125
    curve = ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
    frames, _ = looked_at(video_2020((curve * 65535).astype(np.uint16)))
    assert np.abs(frames[0].pixels.astype(int) - there).mean() < 8


def video_2020(pixels: NDArray[np.uint16]) -> bytes:
    """Ten bits, BT.2020 primaries, PQ curve."""
    colours = "colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"
    stream = io.BytesIO()
    with av.open(stream, "w", format="matroska") as out:
        options = {"x265-params": f"log-level=none:{colours}", "crf": "8"}
        track: Any = out.add_stream("libx265", rate=25, options=options)
        track.height, track.width = pixels.shape[:2]
        track.pix_fmt = "yuv420p10le"
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb48le")
        frame = frame.reformat(format="yuv420p10le", dst_colorspace=Colorspace.BT2020)
        frame.pts = 0
        out.mux(track.encode(frame))
        out.mux(track.encode())
    return stream.getvalue()


def test_sound_without_pictures_is_no_video() -> None:
    for content in (audio("mp4"), audio("matroska"), audio("mov")):
        with pytest.raises(UnreadableMediaError) as caught:
            opened(content)
        assert caught.value.reason is Reason.NO_VIDEO


def test_a_sound_file_is_no_video() -> None:
    with pytest.raises(UnreadableMediaError) as caught:
        opened(audio("adts"))
    assert caught.value.reason is Reason.NO_VIDEO


def test_too_large_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_VIDEO_PIXELS", 1_000)
    with pytest.raises(UnreadableMediaError) as caught:
        opened(video(scene(1, 3)))
    assert caught.value.reason is Reason.TOO_LARGE


def test_large_pictures_are_reduced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_VIDEO_FRAME_PIXELS", 5_000)
    frames, medium = looked_at(video(scene(1, 3)))
    assert frames[0].pixels.shape[0] * frames[0].pixels.shape[1] <= 5_000
    assert (medium.facts().width, medium.facts().height) == (160, 120)
