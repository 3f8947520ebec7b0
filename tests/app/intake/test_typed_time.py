"""Times as people type them."""

import sys
import time
from collections.abc import Iterator

import pytest

from app.intake.typed_time import local_time, unix_time

EVENING = 1724760300  # 2024-08-27 12:05 UTC


@pytest.fixture(autouse=True)
def in_seoul(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if sys.platform == "win32":
        raise NotImplementedError
    monkeypatch.setenv("TZ", "Asia/Seoul")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "typed",
    [
        "1724760300",
        "2024-08-27 21:05",
        "2024-08-27T21:05:00",
        "2024-08-27T12:05:00Z",
        "2024-08-27 12:05 UTC",
        "2024-08-27 21:05:00 KST",
        "2024. 8. 27. 오후 9:05 KST",
        "2024-08-27 14:05:00 +0200",
        "2024-08-27T12:05:00.000+00:00",
        "2024.08.27 21:05",
        "2024. 8. 27. 오후 9:05",
        "2024년 8월 27일 오후 9시 5분",
        "2024/8/27 9:05 PM",
    ],
)
def test_a_time_is_read_as_it_is_usually_written(typed: str) -> None:
    assert unix_time(typed) == EVENING


@pytest.mark.parametrize(
    "typed", ["", "yesterday", "2024-08-27", "2024-02-30 10:00", "2024-08-27 오후 13:00", "12345"]
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of several kinds
        unix_time(typed)


def test_a_time_that_is_shown_can_be_typed_again() -> None:
    assert local_time(EVENING) == "2024-08-27 21:05:00 KST"
    assert unix_time(local_time(EVENING)) == EVENING
    assert local_time(10**15) == str(10**15)


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("UTC", "2024-08-27 12:05:00 UTC"),
        ("Asia/Tokyo", "2024-08-27 21:05:00 KST"),
        ("Europe/Berlin", "2024-08-27 14:05:00 +0200"),
        ("America/St_Johns", "2024-08-27 09:35:00 -0230"),
    ],
)
def test_every_shown_time_names_its_zone(
    monkeypatch: pytest.MonkeyPatch, zone: str, said: str
) -> None:
    if sys.platform == "win32":
        pytest.skip("the zone of a process cannot be changed there")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert local_time(EVENING) == said
    assert unix_time(said) == EVENING
