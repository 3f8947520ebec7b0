"""Parses dates and times of chats, which follow the settings of the phone and have no zone."""

import re
from datetime import datetime, timedelta, timezone

_HALF = r"오전|오후|午前|午後|上午|下午|[AaPp]\.? ?[Mm]\.?"
DATE = r"(\d{1,4})(?:년|[./-]) ?(\d{1,2})(?:월|[./-]) ?(\d{1,4})(?:일|\.)?"
TIME = rf"(?:({_HALF}) ?)?(\d{{1,2}})[:.](\d\d)(?:[:.](\d\d))?(?: ?({_HALF}))?"
SEOUL = timezone(timedelta(hours=9))
_AFTERNOON = ("오후", "午後", "下午")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(
    r"(?:[A-Za-z]+, )?(?:(\d{1,2}) )?([A-Za-z]{3,9})\.?(?: (\d{1,2}))?,? (\d{4})"
)


def day_of(one: str, two: str, three: str, *, month_first: bool) -> tuple[int, int, int] | None:
    """Return year, month and day of three numbers; None if they are no date."""
    if len(one) == 4:
        numbers = (int(one), int(two), int(three))
    elif month_first:
        numbers = (_year(three), int(one), int(two))
    else:
        numbers = (_year(three), int(two), int(one))
    try:
        datetime(*numbers, tzinfo=SEOUL)
    except ValueError:
        return None
    return numbers


def day_in_words(text: str) -> tuple[int, int, int] | None:
    """Parse a date such as `Thursday, October 23, 2025` or `23 October 2025`."""
    found = _IN_WORDS.match(text)
    if found is None or found[2][:3].lower() not in _MONTHS:
        return None
    month = _MONTHS.index(found[2][:3].lower()) + 1
    return day_of(found[4], str(month), found[1] or found[3] or "0", month_first=False)


def clock_of(half: str | None, hour: str, minute: str, second: str | None) -> tuple[int, int, int]:
    """Return hour, minute and second on the 24-hour clock."""
    hours = int(hour)
    if half:
        late = half in _AFTERNOON or half[:1] in "Pp"
        hours = hours % 12 + (12 if late else 0)
    return hours, int(minute), int(second or 0)


def seconds_of(
    day: tuple[int, int, int], clock: tuple[int, int, int], zone: timezone | None = None
) -> int | None:
    """Return seconds since 1970; without `zone` in that of this computer. None if impossible."""
    try:
        return int(datetime(*day, *clock, tzinfo=zone).timestamp())
    except (ValueError, OverflowError, OSError):
        return None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) <= 2 else 0)
