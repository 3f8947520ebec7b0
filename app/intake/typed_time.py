"""Parses and formats dates and times as people type them, in Korean or by ISO 8601."""

import re
from datetime import UTC, datetime, timedelta, timezone

_UNIX = re.compile(r"\d{9,11}")
_TYPED = re.compile(
    r"(?P<year>\d{4})\s*[-./년]\s*(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})\s*[.일]?[T,\s]\s*"
    r"(?P<half>오전|오후|am|pm)?\s*(?P<hour>\d{1,2})\s*[:시]\s*(?P<minute>\d{1,2})\s*분?"
    r"(?:\s*:?\s*(?P<second>\d{1,2})(?:\.\d+)?\s*초?)?\s*(?P<after>am|pm)?\s*"
    r"(?P<zone>Z|UTC|KST|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_NAMED = {"KST": timedelta(hours=9), "UTC": timedelta(0)}
"""Zones that can be named; any other is its offset from UTC."""
_AFTERNOON = {"오후": True, "pm": True, "오전": False, "am": False}


def unix_time(text: str) -> int:
    """Return the seconds since 1970 for a typed date with a time of day, or for such a number.

    A time without an offset from UTC is in the time zone of this computer.

    Raises:
        ValueError: The text is no time, or only a day.
    """
    typed = text.strip()
    if _UNIX.fullmatch(typed):
        return int(typed)
    found = _TYPED.fullmatch(typed)
    if found is None:
        raise ValueError(text)
    parts = [int(found[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")]
    parts[3] = _hour(parts[3], (found["half"] or found["after"] or "").lower())
    moment = datetime(*parts, tzinfo=_zone(found["zone"]))  # type: ignore[misc,arg-type]
    return round(moment.timestamp())


def local_time(unix: int) -> str:
    """Return a time as it can be typed again, in the time zone of this computer, which it names."""
    try:
        here = datetime.fromtimestamp(unix, UTC).astimezone()
    except (OverflowError, OSError, ValueError):  # a date that no calendar has
        return str(unix)
    offset = f"{here:%z}"
    zone = next((name for name, at in _NAMED.items() if at == here.utcoffset()), offset)
    return f"{here:%Y-%m-%d %H:%M:%S} {zone}"


def _hour(hour: int, half: str) -> int:
    if half not in _AFTERNOON:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + 12 * _AFTERNOON[half]


def _zone(offset: str | None) -> timezone | None:
    """Return the time zone of an offset; None means that of this computer."""
    if offset is None:
        return None
    named = _NAMED.get("UTC" if offset in "Zz" else offset.upper())
    if named is not None:
        return timezone(named)
    sign = -1 if offset[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))
