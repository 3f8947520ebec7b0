import pytest

from app.messages.times import clock_time, clock_time_after, to_the_minute


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [(0, "0:00"), (7_999, "0:07"), (67_000, "1:07"), (3_753_000, "1:02:33")],
)
def test_times_are_read_as_on_a_player(milliseconds: int, said: str) -> None:
    assert clock_time(milliseconds) == said


def test_the_end_of_an_interval_is_not_before_it() -> None:
    assert clock_time_after(3_900) == "0:04"
    assert clock_time_after(4_000) == "0:04"


def test_a_moment_is_told_in_korea_and_beside_it_in_utc() -> None:
    assert to_the_minute("2026-11-22T14:31:05.678+00:00") == "2026-11-22 23:31 KST (14:31 UTC)"
    late = to_the_minute("2026-12-31T23:00:00+00:00")
    assert late == "2027-01-01 08:00 KST (2026-12-31 23:00 UTC)"


@pytest.mark.parametrize("text", ["yesterday", "", "9999-12-31T23:59:59+00:00", "x\ny"])
def test_what_is_no_time_stops_nothing(text: str) -> None:
    assert "\n" not in to_the_minute(text)
