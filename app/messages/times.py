"""Times as people read them: on their own clock, or in Korean time and UTC."""

from datetime import UTC, datetime, timedelta, timezone

from app.messages.plain import plain_value


def clock_time(milliseconds: int) -> str:
    """Return a place in a video, such as 0:07 or 1:02:33; never after it, so that
    nothing is missed.
    """
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def clock_time_after(milliseconds: int) -> str:
    """Return the same for the end of an interval: never before it."""
    return clock_time(milliseconds + 999)


KST = timezone(timedelta(hours=9), "KST")


NONE = "-"


def korean_time(utc: str | None) -> str:
    """2026-11-22 23:31:05, from ISO 8601; what is no time stays as it is."""
    return _in_zone(utc, KST)


def utc_time(utc: str | None) -> str:
    """Return the same moment in UTC."""
    return _in_zone(utc, UTC)


def korean_and_utc(utc: str | None) -> str:
    """Return a moment in Korea and in UTC, whose day is said only where it is another one."""
    if not utc:
        return NONE
    here, there = korean_time(utc), utc_time(utc)
    if here == there:  # no time at all
        return here
    return f"{here} KST ({there.removeprefix(here[:11])} UTC)"


def korean_and_utc_of(seconds: int | None) -> str:
    """Return the same from seconds since 1970; a number that is no time stays a number."""
    return "" if seconds is None else korean_and_utc(utc_of(seconds))


def utc_of(seconds: int) -> str:
    """ISO 8601 from seconds since 1970; a number that is no time stays a number."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return str(seconds)


def to_the_minute(utc: str) -> str:
    """2026-11-22 23:31 KST (14:31 UTC); what is no time stays as it is."""
    here, there = korean_time(utc), utc_time(utc)
    if here == there:
        return here
    return f"{here[:-3]} KST ({there[:-3].removeprefix(here[:11])} UTC)"


def unix_seconds(utc: str) -> int:
    """Return the seconds since 1970."""
    return int(datetime.fromisoformat(utc).timestamp())


def _in_zone(utc: str | None, zone: timezone) -> str:
    if not utc:
        return ""
    try:
        moment = datetime.fromisoformat(utc)
    except ValueError:
        return plain_value(utc)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    except OverflowError:
        return plain_value(utc)
