import pytest

from app.handover.report.shared_blocks import hex_lines, time_in_table
from app.messages import Words
from app.messages.plain import LONGEST_VALUE, plain_value
from app.messages.roles import role_text
from app.messages.times import korean_and_utc, korean_and_utc_of, unix_seconds


@pytest.mark.parametrize(
    ("utc", "said"),
    [
        ("2026-11-22T14:31:05.123+00:00", "2026-11-22 23:31:05 KST (14:31:05 UTC)"),
        ("2026-11-22T23:31:05+09:00", "2026-11-22 23:31:05 KST (14:31:05 UTC)"),
        ("2026-11-22T14:31:05", "2026-11-22 23:31:05 KST (14:31:05 UTC)"),
        ("2026-12-31T23:00:00+00:00", "2027-01-01 08:00:00 KST (2026-12-31 23:00:00 UTC)"),
        ("not a time", "not a time"),
        (None, "-"),
    ],
)
def test_a_moment_is_told_in_korea_and_in_utc(utc: str | None, said: str) -> None:
    assert korean_and_utc(utc) == said


@pytest.mark.parametrize("seconds", [10**18, -(10**18)])
def test_a_number_that_is_no_time_stays_a_number(seconds: int) -> None:
    assert korean_and_utc_of(seconds) == str(seconds)


def test_no_time_is_told_of_what_has_none() -> None:
    assert korean_and_utc_of(None) == ""


def test_a_moment_in_seconds() -> None:
    assert unix_seconds("1970-01-01T09:00:01+09:00") == 1


def test_a_very_long_value_keeps_its_beginning_and_its_end() -> None:
    text = plain_value("a" * 10_000 + "z")
    assert len(text) < LONGEST_VALUE + 10
    assert text.startswith("a")
    assert text.endswith("z")


def test_a_long_hash_is_broken_where_nobody_miscounts() -> None:
    assert [len(line) for line in hex_lines("0" * 128)] == [64, 64]


@pytest.mark.parametrize(
    ("who", "said"),
    [("", "not stated"), (None, "not stated"), ("self", "the person shown"), ("봄", "봄")],
)
def test_who_did_not_say_who_they_are_is_told_as_such(who: str | None, said: str) -> None:
    assert role_text(who, Words("en")) == said


def test_in_a_table_a_long_moment_breaks_between_the_two_zones() -> None:
    assert time_in_table("2026-11-22T14:31:05Z") == "2026-11-22 23:31:05 KST (14:31:05 UTC)"
    late = "2026-12-01 08:22:12 KST\n(2026-11-30 23:22:12 UTC)"
    assert time_in_table("2026-11-30T23:22:12Z") == late
