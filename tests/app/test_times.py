import pytest

from app.times import clock_time, clock_time_after


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [(0, "0:00"), (7_999, "0:07"), (67_000, "1:07"), (3_753_000, "1:02:33")],
)
def test_times_are_read_as_on_a_player(milliseconds: int, said: str) -> None:
    assert clock_time(milliseconds) == said


def test_the_end_of_an_interval_is_not_before_it() -> None:
    assert clock_time_after(3_900) == "0:04"
    assert clock_time_after(4_000) == "0:04"
