"""Which frames of a video are looked at, and what time they are said to be shown."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from face.media import limits
from face.types import Pixels, Reason
from tests.support.drawn_media import looked_at, portrait, scene, video


def numbered(count: int) -> list[Pixels]:
    """Frames whose grey tells their number."""
    return [np.full((64, 64, 3), 20 + 200 * n // count, np.uint8) for n in range(count)]


def steady(count: int) -> list[Pixels]:
    return [np.asarray(portrait(128, 96))] * count


def test_time_stamps_are_those_of_the_frames() -> None:
    frames, _ = looked_at(video(numbered(100), "mp4", g="250", crf="10"))
    for frame in frames:
        number = (float(frame.pixels.mean()) - 20) / 2
        assert abs(frame.time_ms - 40 * number) <= 60
        assert frame.index == frame.time_ms // 40


def test_time_stamps_are_true_at_a_varying_frame_rate() -> None:
    times = [0, 40, 80, 900, 940, 2_000, 2_040, 2_080, 2_120, 3_500]
    frames, _ = looked_at(video(numbered(10), "matroska", times_ms=times, crf="10"))
    shown = {f.time_ms for f in frames}
    assert shown <= set(times)
    assert {900, 2_000, 3_500} <= shown
    for frame in frames:
        assert round((float(frame.pixels.mean()) - 20) / 20) == times.index(frame.time_ms)


def test_time_runs_from_the_start_of_the_file() -> None:
    times = [10_000 + 100 * n for n in range(20)]
    frames, _ = looked_at(video(scene(2, 20), "matroska", times_ms=times))
    assert frames[0].time_ms == 0
    assert frames[-1].time_ms >= 1_400


def test_a_cut_begins_a_shot_and_is_looked_at_at_once() -> None:
    takes = [*scene(1, 30), *scene(2, 30), *scene(3, 30)]
    frames, _ = looked_at(video(takes, g="300", sc_threshold="0"))
    begins = [next(f.time_ms for f in frames if f.shot == shot) for shot in range(3)]
    assert max(f.shot for f in frames) == 2
    assert abs(begins[1] - 1_200) <= 80
    assert abs(begins[2] - 2_400) <= 80


def test_movement_is_no_cut() -> None:
    frames, _ = looked_at(video(scene(1, 100)))
    assert {f.shot for f in frames} == {0}


def test_key_frames_are_looked_at() -> None:
    frames, _ = looked_at(video(steady(100), g="8", sc_threshold="0"))
    assert [f.time_ms for f in frames][:3] == [0, 320, 640]


def test_a_video_of_key_frames_only_is_not_looked_at_all_the_time() -> None:
    frames, _ = looked_at(video(steady(75), "mov", "mjpeg", pix_fmt="yuvj420p"))
    assert 6 <= len(frames) <= 16


def test_frames_that_nobody_refers_to_are_taken_where_the_others_are_too_few() -> None:
    options: dict[str, Any] = {"bf": "16", "g": "250", "b-pyramid": "none", "b_strategy": "0"}
    content = video(steady(75), "mp4", "libx264", **options)
    frames, _ = looked_at(content)
    times = [f.time_ms for f in frames]
    assert max(b - a for a, b in pairwise(times)) <= 500
    assert len(times) >= 6


def test_what_comes_after_time_starts_again_is_looked_at() -> None:
    first = video(scene(1, 50), "mpegts", "mpeg2video")
    frames, _ = looked_at(first + first + first)
    times = [f.time_ms for f in frames]
    assert times == sorted(times)
    assert 11 <= len(frames) <= 20
    assert abs(times[-1] - 5_500) <= 500


def test_a_long_video_is_sampled_over_its_whole_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SAMPLES", 5)
    frames, medium = looked_at(video(scene(1, 150)))
    assert medium.partly is Reason.TOO_LONG
    assert 4 <= len(frames) <= 10
    assert frames[-1].time_ms > 4_500


def test_of_a_very_long_video_only_key_frames_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SAMPLES", 3)
    frames, medium = looked_at(video(scene(1, 250), g="25", sc_threshold="0"))
    assert medium.partly is Reason.TOO_LONG
    assert all(f.time_ms % 1000 == 0 for f in frames)
    assert 2 <= len(frames) <= 6


def test_a_video_that_lies_about_its_length_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    takes = [frame for seed in range(40) for frame in scene(seed, 3)]
    monkeypatch.setattr(limits, "MAX_SAMPLES", 10)
    frames, medium = looked_at(video(takes, times_ms=[n * 40 for n in range(120)]))
    assert len(frames) <= 20
    assert medium.partly is Reason.TOO_LONG
