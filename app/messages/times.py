"""Times as people read them."""

from datetime import UTC, datetime, timedelta, timezone

from app.messages.plain import plain


def clock_time(milliseconds: int) -> str:
    """A place in a video, such as 0:07 or 1:02:33; never after it, so that nothing is missed."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def clock_time_after(milliseconds: int) -> str:
    """The same for the end of an interval: never before it."""
    return clock_time(milliseconds + 999)


KST = timezone(timedelta(hours=9), "KST")


NONE = "-"


LONGEST = 2000
"""Characters of one value; a longer one keeps its beginning and its end. items.json has it all."""


def told(value: object) -> str:
    """What somebody typed or a file is called, on one line and safe to print."""
    text = plain(str(value))
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


def kst(utc: str | None) -> str:
    """2026-11-22 23:31:05, from ISO 8601; what is no time stays as it is."""
    return _clock(utc, KST)


def utc_clock(utc: str | None) -> str:
    """The same moment in UTC."""
    return _clock(utc, UTC)


def both(utc: str | None) -> str:
    """A moment in Korea and in UTC, whose day is said only where it is another one."""
    if not utc:
        return NONE
    here, there = kst(utc), utc_clock(utc)
    if here == there:  # no time at all
        return here
    return f"{here} KST ({there.removeprefix(here[:11])} UTC)"


def both_unix(seconds: int | None) -> str:
    """The same from seconds since 1970; a number that is no time stays a number."""
    return "" if seconds is None else both(utc_of(seconds))


def utc_of(seconds: int) -> str:
    """ISO 8601 from seconds since 1970; a number that is no time stays a number."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return str(seconds)


def to_the_minute(utc: str) -> str:
    """2026-11-22 23:31 KST (14:31 UTC); what is no time stays as it is."""
    here, there = kst(utc), utc_clock(utc)
    if here == there:
        return here
    return f"{here[:-3]} KST ({there[:-3].removeprefix(here[:11])} UTC)"


def unix(utc: str) -> int:
    """Seconds since 1970."""
    return int(datetime.fromisoformat(utc).timestamp())


def _clock(utc: str | None, zone: timezone) -> str:
    if not utc:
        return ""
    try:
        moment = datetime.fromisoformat(utc)
    except ValueError:
        return told(utc)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    except OverflowError:
        return told(utc)
