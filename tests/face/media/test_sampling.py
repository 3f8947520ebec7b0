from itertools import pairwise

import numpy as np
import pytest

from face.media import limits
from face.media.sampling import (
    AnimationSampler,
    MonotonicTimeline,
    SamplingClock,
    ShotDetector,
    luma_grid,
)
from tests.support.drawn_media import portrait, scene


def taken(
    times: list[int], interval_ms: int = 500, keys: frozenset[int] = frozenset()
) -> list[int]:
    clock, got = SamplingClock(interval_ms), []
    for time, after in pairwise([*times, times[-1]]):
        if clock.due(time, after, time in keys):
            clock.taken(time)
            got.append(time)
    return got


@pytest.mark.parametrize("step", [10, 33, 40, 167, 200, 499, 500])
def test_never_waits_longer_than_the_interval(step: int) -> None:
    times = taken([step * n for n in range(100)])
    assert max(after - time for time, after in pairwise(times)) <= 500


def test_takes_every_frame_where_they_are_rarer() -> None:
    assert taken([0, 700, 1400, 9000]) == [0, 700, 1400, 9000]


def test_takes_key_frames_that_are_not_too_near() -> None:
    assert taken([0, 40, 80, 240, 280, 400], keys=frozenset({40, 240, 280})) == [0, 240]


def test_true_times_stay_as_they_are() -> None:
    line = MonotonicTimeline(40)
    assert [line.at(t) for t in (0, 40, 80, 900, 901, 5000)] == [0, 40, 80, 900, 901, 5000]


def test_time_goes_on_where_stamps_start_again() -> None:
    line = MonotonicTimeline(40)
    stamps = [40.0 * n for n in range(50)] * 2
    times = [line.at(s) for s in stamps]
    assert times == [40 * n for n in range(100)]


def test_time_goes_on_where_stamps_stand_still() -> None:
    line = MonotonicTimeline(40)
    times = [line.at(0) for _ in range(200)]
    assert all(after > time for time, after in pairwise(times))
    assert times[-1] >= 3_900


def test_one_stamp_twice_is_forgotten_at_once() -> None:
    line = MonotonicTimeline(40)
    assert [line.at(s) for s in (0, 40, 40, 80, 120)] == [0, 40, 60, 80, 120]


def test_an_animation_is_sampled_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "EVERY_FRAME_UP_TO", 3)
    frames = [np.full((8, 8, 3), n, np.uint8) for n in range(30)]
    sampler = AnimationSampler(frames[0])
    wanted = [n for n in range(1, 30) if sampler.wants(frames[n], 100 * n)]
    assert wanted == [1, 2, 7, 12, 17, 22, 27]


def cuts(frames: list[np.ndarray]) -> list[int]:
    detector = ShotDetector()
    return [n for n, frame in enumerate(frames) if detector.add(luma_grid(frame[..., 1]))]


def test_finds_each_cut() -> None:
    assert cuts([*scene(1, 20), *scene(2, 20), *scene(1, 20)]) == [20, 40]


def test_a_cut_may_come_at_once() -> None:
    assert cuts([*scene(1, 1), *scene(2, 5)]) == [1]


def test_a_slow_fade_is_no_cut() -> None:
    one, other = scene(1, 1)[0].astype(float), scene(2, 1)[0].astype(float)
    fade = [((1 - t) * one + t * other).astype(np.uint8) for t in np.linspace(0, 1, 40)]
    assert cuts(fade) == []


def test_a_shaking_camera_is_no_cut() -> None:
    still = np.asarray(portrait(640, 480))
    shaken = [np.roll(still, 8 * (-1) ** n * (n % 3), axis=1) for n in range(30)]
    assert cuts(shaken) == []


@pytest.mark.parametrize("shape", [(1, 1), (2, 700), (31, 33), (480, 640)])
def test_a_grid_is_made_of_any_size(shape: tuple[int, int]) -> None:
    grid = luma_grid(np.full(shape, 255, np.uint8))
    assert grid.shape == (8, 8)
    assert np.allclose(grid, 1.0)
