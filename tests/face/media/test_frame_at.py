import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from face.errors import UnreadableMediaError
from face.media import frame_at as revisiting
from face.media.frame_at import frame_at
from face.types import Frame, Pixels, Reason
from tests.support.drawn_media import FORMATS, animated, encoded, looked_at, portrait, scene, video

OPEN_GOP: dict[str, dict[str, Any]] = {
    "libx264": {"x264-params": "open-gop=1:keyint=12:bframes=4:b-adapt=0:scenecut=0"},
    "libx265": {"x265-params": "log-level=none:open-gop=1:keyint=12:bframes=4:scenecut=0"},
}


def takes(length: int = 20, count: int = 5) -> list[Pixels]:
    return [frame for seed in range(count) for frame in scene(seed, length)]


def again(content: bytes, frame: Frame) -> Pixels:
    return frame_at(io.BytesIO(content), len(content), frame.index, frame.time_ms)


def found_near(content: bytes, frames: list[Frame], monkeypatch: pytest.MonkeyPatch) -> None:
    """Find each frame from a key frame, without the slow way."""
    monkeypatch.setattr(revisiting, "open_media", None)
    for frame in frames:
        np.testing.assert_array_equal(again(content, frame), frame.pixels)


@pytest.mark.parametrize(("container", "codec"), FORMATS)
def test_finds_each_frame_in_every_format(
    container: str, codec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
    content = video(takes(), container, codec, pix_fmt=pix_fmt, g="30")
    frames, _ = looked_at(content)
    assert len(frames) > 6
    found_near(content, frames, monkeypatch)


@pytest.mark.parametrize("codec", OPEN_GOP)
@pytest.mark.parametrize("container", ["mp4", "matroska", "mpegts"])
def test_finds_frames_that_refer_over_a_key_frame(
    container: str, codec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = video(takes(7, 12), container, codec, **OPEN_GOP[codec])
    frames, _ = looked_at(content)
    assert len(frames) > 6
    found_near(content, frames, monkeypatch)


def test_finds_frames_at_a_varying_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    times = [0, 33, 67, 100, 900, 933, 1700, 1733, 2900, 2950]
    content = video(takes(1, 10), "matroska", times_ms=times)
    frames, _ = looked_at(content)
    found_near(content, frames, monkeypatch)


def test_finds_frames_after_time_has_started_again() -> None:
    first = video(scene(1, 50), "mpegts", "mpeg2video")
    second = video(scene(2, 50), "mpegts", "mpeg2video")
    content = first + second
    frames, _ = looked_at(content)
    assert frames[-1].time_ms > 3_000
    for frame in frames:
        np.testing.assert_array_equal(again(content, frame), frame.pixels)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_finds_each_frame_of_an_animation(kind: str) -> None:
    colours = ["red", "green", "blue", "white"]
    pictures = [Image.new("RGB", (40, 30), colour) for colour in colours]
    content = animated(pictures, kind, duration=300)
    frames, _ = looked_at(content)
    assert len(frames) == 4
    for frame in frames:
        np.testing.assert_array_equal(again(content, frame), frame.pixels)


def test_finds_each_page_and_the_only_picture() -> None:
    for content in (
        animated([portrait(), portrait().rotate(90)], "TIFF"),
        encoded(portrait(), "JPEG"),
    ):
        for frame in looked_at(content)[0]:
            np.testing.assert_array_equal(again(content, frame), frame.pixels)


@pytest.mark.parametrize("content", [encoded(portrait(), "PNG"), video(scene(1, 10))])
def test_a_frame_that_is_not_there_is_said_to_be_missing(content: bytes) -> None:
    with pytest.raises(UnreadableMediaError) as failed:
        frame_at(io.BytesIO(content), len(content), 7_000, 300_001)
    assert failed.value.reason is Reason.DAMAGED
