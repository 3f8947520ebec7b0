"""Parses dates and times of chats, which follow the settings of the phone and have no zone.

Digits of any script are numbers. A year of another calendar is converted where the day is certain
(Thailand, Taiwan, Japan, Iran); otherwise there is no day, since a wrong one is worse than none.
"""

import re
from datetime import UTC, datetime, timedelta, timezone

_MORNING = ("오전", "午前", "上午", "早上", "凌晨", "清晨", "半夜", "ص", "ก่อนเที่ยง", "SA", "ÖÖ")
_AFTERNOON = ("오후", "午後", "下午", "傍晚", "晚上", "م", "หลังเที่ยง", "CH", "ÖS")
_NOON = "中午"
_LATIN = r"[AaPp]\.? ?[Mm]\.?|[πμΠΜ]\.? ?[μΜ]\.?"
_HALF = "|".join((*_MORNING, *_AFTERNOON, _NOON, _LATIN))
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911, "พ.ศ.": -543}
_ERA = "|".join(map(re.escape, _ERAS))
DATE = (
    rf"((?:(?:{_ERA}) ?)?(?:\d{{1,4}}|元))(?:년|年|[./-]) ?(\d{{1,2}})(?:월|月|[./-]) ?"
    r"(\d{1,4})(?:일|日|\.)?"
)
TIME = (
    rf"(?:({_HALF}) ?)?(\d{{1,2}})(?:[:.\uff1a]| ?h ?)(\d\d)(?:[:.\uff1a](\d\d))?(?: ?({_HALF}))?"
)
COMMA = r"[,،\uff0c、]"
SEOUL = timezone(timedelta(hours=9))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(
    r"(?:[A-Za-z]+\.?, )?(?:(\d{1,2}) )?([A-Za-z]{3,9})\.?(?: (\d{1,2}))?,? (\d{4})"
)
_ERA_AND_YEAR = re.compile(rf"({_ERA}) ?(\d{{1,4}}|元)")
_FIRST_YEAR = 2005
"""No messenger that is read here is older."""
_THAI = 543
_TAIWAN = 1911
_YEAR_DIGITS = (3, 4)
Day = tuple[int, int, int]


def begins_with_year(one: str) -> bool:
    """Whether the first number of a date is its year."""
    return len(one) in _YEAR_DIGITS or not one.isdecimal()


def day_of(one: str, two: str, three: str, *, month_first: bool) -> Day | None:
    """Return year, month and day of three numbers; None if they are no date of a messenger."""
    if begins_with_year(one):
        year, month, day = one, int(two), int(three)
    elif month_first:
        year, month, day = three, int(one), int(two)
    else:
        year, month, day = three, int(two), int(one)
    return _of_a_messenger(_in_our_calendar(year, month, day))


def day_in_any_order(one: str, two: str, three: str) -> Day | None:
    """The same where nothing tells whether the month comes first; None if that matters."""
    if begins_with_year(one) or int(one) > 12 or one == two:
        return day_of(one, two, three, month_first=False)
    return day_of(one, two, three, month_first=True) if int(two) > 12 else None


def day_in_words(text: str) -> Day | None:
    """Parse a date such as `Thursday, October 23, 2025`, `23 October 2025` or `Oct. 23, 2025`."""
    found = _IN_WORDS.match(text)
    if found is None or found[2][:3].lower() not in _MONTHS:
        return None
    month = _MONTHS.index(found[2][:3].lower()) + 1
    return day_of(found[4], str(month), found[1] or found[3] or "0", month_first=False)


def clock_of(half: str | None, hour: str, minute: str, second: str | None) -> Day:
    """Return hour, minute and second on the 24-hour clock."""
    hours = int(hour)
    if half == _NOON:
        hours += 12 if hours < 11 else 0
    elif half:
        late = half in _AFTERNOON or half[:1] in "Pp\u03bc\u039c"
        hours = hours % 12 + (12 if late else 0)
    return hours, int(minute), int(second or 0)


def seconds_of(day: Day, clock: Day, zone: timezone | None = None) -> int | None:
    """Return seconds since 1970; without `zone` in that of this computer. None if impossible."""
    try:
        return int(datetime(*day, *clock, tzinfo=zone).timestamp())
    except (ValueError, OverflowError, OSError):
        return None


def _of_a_messenger(day: Day | None) -> Day | None:
    """The day unless it is none, lies before messengers or is still to come."""
    if day is None:
        return None
    try:
        moment = datetime(*day, tzinfo=SEOUL)
    except ValueError:
        return None
    is_past = moment <= datetime.now(UTC) + timedelta(days=2)
    return day if is_past and day[0] >= _FIRST_YEAR else None


def _in_our_calendar(year: str, month: int, day: int) -> Day | None:
    """Convert the years that messengers have seen; None for years of the moon (Hijri), whose days
    depend on the place."""
    era = _ERA_AND_YEAR.fullmatch(year)
    if era is not None:
        count = 1 if era[2] == "元" else int(era[2])
        return count + _ERAS[era[1]], month, day
    if not year.isdecimal():
        return None
    number = int(year)
    if len(year) <= 2:
        number += 2000
    elif len(year) == 3:
        number += _TAIWAN
    elif number >= _FIRST_YEAR + _THAI:
        number -= _THAI
    elif number in _PERSIAN:
        return _from_persian(number, month, day)
    return number, month, day


_PERSIAN = range(1384, 1430)
"""Years of Iran from 2005 on; from 1430 on they could be Islamic ones of our days."""
_LEAPS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""Leap years in the cycle of 33 years, which is right from 1206 to 1498 (Birashk and Khayyam)."""


def _from_persian(year: int, month: int, day: int) -> Day | None:
    """Convert a date of the solar Hijri calendar."""
    longest = 31 if month <= 6 else 30
    if not 1 <= month <= 12 or not 1 <= day <= longest:
        return None
    before = sum(365 + (each % 33 in _LEAPS) for each in range(1403, year))
    before -= sum(365 + (each % 33 in _LEAPS) for each in range(year, 1403))
    days = before + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    moment = datetime(2024, 3, 20, tzinfo=UTC) + timedelta(days=days)  # 1 Farvardin 1403
    return moment.year, moment.month, moment.day
