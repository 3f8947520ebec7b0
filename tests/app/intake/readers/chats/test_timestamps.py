"""Dates and clocks of phones in many languages and calendars."""

import re

import pytest

from app.intake.readers.chats.timestamps import (
    DATE,
    TIME,
    clock_of,
    day_in_any_order,
    day_in_words,
    day_of,
)
from tests.support.formats.exports import arabic

AUGUST = (2024, 8, 27)


@pytest.mark.parametrize(
    "written",
    [
        "27/8/2567",
        "27/8/2024",
        "27.8.24",
        "2024年8月27日",
        "令和6年8月27日",
        "民國113年8月27日",
        "113/8/27",
        "2024/8/27",
        arabic("27/8/2024"),
        "۱۴۰۳/۶/۶",
        "२७/८/२०२४",
        "2567-08-27",
    ],
)
def test_a_day_is_that_of_our_calendar(written: str) -> None:
    found = re.fullmatch(DATE, written)
    assert found is not None
    assert day_of(*found.groups(), month_first=False) == AUGUST


@pytest.mark.parametrize(
    "written", ["22/2/1446", "27/8/67", "27/8/2099", "1/1/1970", "30/2/2024", "令和9999年1月1日"]
)
def test_a_day_that_is_not_certain_is_none(written: str) -> None:
    found = re.fullmatch(DATE, written)
    assert found is not None
    assert day_of(*found.groups(), month_first=False) is None


@pytest.mark.parametrize(
    ("persian", "ours"),
    [
        (("1403", "1", "1"), (2024, 3, 20)),
        (("1403", "12", "30"), (2025, 3, 20)),
        (("1404", "1", "1"), (2025, 3, 21)),
        (("1399", "12", "30"), (2021, 3, 20)),
        (("1399", "1", "1"), (2020, 3, 20)),
        (("1398", "10", "11"), (2020, 1, 1)),
        (("1403", "13", "1"), None),
    ],
)
def test_years_of_iran_are_converted(
    persian: tuple[str, str, str], ours: tuple[int, int, int] | None
) -> None:
    assert day_of(*persian, month_first=False) == ours


def test_a_day_that_may_be_a_month_is_none() -> None:
    assert day_in_any_order("3", "4", "24") is None
    assert day_in_any_order("8", "27", "24") == AUGUST
    assert day_in_any_order("27", "8", "24") == AUGUST
    assert day_in_any_order("4", "4", "24") == (2024, 4, 4)


@pytest.mark.parametrize(
    "written", ["Aug. 27, 2024", "August 27, 2024", "27 Aug. 2024", "Tue., Aug. 27, 2024"]
)
def test_a_day_in_words_is_read_with_a_dot_or_without(written: str) -> None:
    assert day_in_words(written) == AUGUST


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("9:05 p.m.", (21, 5, 0)),
        ("9:05 p. m.", (21, 5, 0)),
        ("9:05 a. m.", (9, 5, 0)),
        ("12:05 a.m.", (0, 5, 0)),
        ("오후 9:05", (21, 5, 0)),
        ("午後9:05", (21, 5, 0)),
        ("晚上9:05:12", (21, 5, 12)),
        ("凌晨1:05", (1, 5, 0)),
        ("凌晨12:05", (0, 5, 0)),
        ("中午12:05", (12, 5, 0)),
        ("中午1:05", (13, 5, 0)),
        (arabic("9:05 م"), (21, 5, 0)),
        (arabic("9:05 ص"), (9, 5, 0)),
        ("9:05 μ.μ.", (21, 5, 0)),
        ("9:05 π.μ.", (9, 5, 0)),
        ("9\uff1a05 PM", (21, 5, 0)),
        ("21 h 05", (21, 5, 0)),
        ("21h05", (21, 5, 0)),
        ("21.05", (21, 5, 0)),
    ],
)
def test_a_clock_is_read_as_phones_write_it(written: str, clock: tuple[int, int, int]) -> None:
    found = re.fullmatch(TIME, written)
    assert found is not None
    half, hour, minute, second, behind = found.groups()
    assert clock_of(half or behind, hour, minute, second) == clock
