import pytest

from app.sandbox.limits import Limits
from face.media import limits


@pytest.mark.parametrize("samples", [limits.MAX_SAMPLES, 6_000, 20_000])
def test_a_long_video_full_of_cuts_may_report_every_frame_that_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, samples: int
) -> None:
    monkeypatch.setattr(limits, "MAX_SAMPLES", samples)
    looked_at = 2 * limits.MAX_SAMPLES  # the most that face.media.video gives
    assert Limits().frames >= looked_at


def test_an_animation_may_report_every_frame_that_is_decoded() -> None:
    assert Limits().frames >= limits.MAX_ANIMATION_FRAMES
