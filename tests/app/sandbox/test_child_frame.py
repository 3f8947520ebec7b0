"""The real child without a model: every kind of medium must get through the sandbox."""

import io
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.job import finish
from app.sandbox.frame_request import FrameRequest
from app.sandbox.frame_viewer import FrameViewerProcess
from face.display_filter import filtered
from face.errors import UnreadableMediaError
from face.media.frame_at import frame_at
from face.types import Pixels, Reason
from tests.app.sandbox.media import media, source
from tests.support.drawn_media import animated, colour, looked_at, video

COLOURS = [(200, 30, 30), (30, 200, 30), (30, 30, 200), (210, 210, 210)]


def shown(viewer: FrameViewerProcess, content: bytes, wanted: FrameRequest) -> Pixels | Reason:
    try:
        return finish(viewer.show(partial(source, content), wanted))
    except UnreadableMediaError as error:
        return error.reason


def direct(content: bytes, wanted: FrameRequest) -> Pixels | Reason:
    try:
        pixels = frame_at(io.BytesIO(content), len(content), wanted.index, wanted.time_ms)
    except UnreadableMediaError as error:
        return error.reason
    return filtered(pixels, wanted.side, blur=wanted.blur, grey=wanted.grey)


def test_a_child_shows_what_is_seen_without_it_and_leaves_nothing_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    veils = [
        FrameRequest(),
        FrameRequest(side=100),
        FrameRequest(blur=0.02, side=200),
        FrameRequest(blur=0.02, grey=True),
    ]
    with FrameViewerProcess() as viewer:
        for name, content in media().items():
            for wanted in veils:
                ours, theirs = shown(viewer, content, wanted), direct(content, wanted)
                np.testing.assert_array_equal(ours, theirs, name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("container", "codec"), [("mp4", "libx264"), ("webm", "libvpx-vp9"), ("mpegts", "mpeg2video")]
)
def test_it_is_the_frame_that_was_asked_for(container: str, codec: str) -> None:
    pictures = [np.asarray(colour(rgb, 64, 48)) for rgb in COLOURS for _ in range(15)]
    content = video(pictures, container, codec)
    frames, _ = looked_at(content)
    assert len(frames) >= len(COLOURS)
    with FrameViewerProcess() as viewer:
        for frame in reversed(frames):
            pixels = shown(viewer, content, FrameRequest(frame.index, frame.time_ms))
            np.testing.assert_array_equal(pixels, frame.pixels)
            of_the_time = COLOURS[frame.time_ms * 25 // 1000 // 15]
            assert np.abs(frame.pixels.mean((0, 1)) - of_the_time).max() < 12


def test_it_is_the_page_that_was_asked_for() -> None:
    content = animated([colour(rgb) for rgb in COLOURS], "TIFF")
    with FrameViewerProcess() as viewer:
        for index, rgb in enumerate(COLOURS):
            pixels = shown(viewer, content, FrameRequest(index))
            assert not isinstance(pixels, Reason)
            assert tuple(pixels[5, 5]) == rgb


def test_a_large_medium_is_read_range_by_range() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (1500, 1500, 3), np.uint8)
    content = io.BytesIO()
    Image.fromarray(noise).save(content, "PNG", compress_level=0)
    assert len(content.getvalue()) > 6_000_000
    with FrameViewerProcess() as viewer:
        pixels = shown(viewer, content.getvalue(), FrameRequest())
    assert not isinstance(pixels, Reason)
    assert pixels.shape == (1280, 1280, 3)
